"""Runs git, rsync and ssh without a question on the screen: what they can't do with the user's own keys, fails."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sitegen.deliver.target import Target

_MINUTES = 60
_MISSING = (
    "publiceren-map", "deze map bestaat niet; er is niets verstuurd.",
    "Kijk of het adres klopt en of de netwerkschijf is aangesloten. Klopt het, maak de map dan eerst zelf.",
)


def ssh(target: Target) -> str:
    """Give the ssh command for rsync and git: only known hosts, no questions. SITEGEN_SSH may name another ssh, or its options."""
    port = f" -p {target.port}" if target.port != 22 else ""
    return f"{os.environ.get('SITEGEN_SSH', 'ssh')} -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=20{port}"


def run(words: Sequence[str], target: Target, *, data: bytes = b"", folder: Path | None = None, good: Sequence[int] = (0,)) -> bytes:
    """Run a program and give what it says. Raises SiteError, with the remedy, when it ends with a status not in `good`."""
    program = shutil.which(words[0])
    if program is None:
        raise _fault(target, "publiceren-programma", f"op deze computer staat geen {words[0]}.", f"Installeer {words[0]}, of kies een andere soort (sftp, zip).")
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_SSH_COMMAND": ssh(target), "GIT_ASKPASS": "", "SSH_ASKPASS": ""}
    try:
        done = subprocess.run([program, *words[1:]], input=data, capture_output=True, cwd=folder, env=environment, timeout=_MINUTES * 60, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise _fault(target, "publiceren-verbinding", f"{words[0]} bleef een uur hangen.", "Controleer de verbinding en probeer het opnieuw.") from None
    if done.returncode in good:
        return done.stdout
    raise _fault(target, *_reason(done.stderr.decode("utf-8", "replace"), words[0], target))


def missing(target: Target) -> SiteError:
    """The fault of a folder that isn't there."""
    return _fault(target, *_MISSING)


def _reason(said: str, program: str, target: Target) -> tuple[str, str, str]:
    low = said.lower()
    if "host key verification failed" in low or "no matching host key" in low:
        if "has changed" in low:
            return "publiceren-andere-host", "de host laat een andere sleutel zien dan de vorige keer. Misschien luistert er iemand mee; er is niets verstuurd.", f"Vraag uw host of de sleutel veranderd is. Pas dan: ssh-keygen -R {target.host}"
        return "publiceren-onbekende-host", "deze host is nog niet bekend op deze computer.", f"Maak één keer zelf verbinding en controleer de vingerafdruk die uw host u gaf: ssh {target.host or 'host'}"
    if "permission denied (" in low or "authentication failed" in low or "could not read username" in low:
        return "publiceren-inloggen", "de host laat u niet binnen.", "Controleer de gebruikersnaam en uw ssh-sleutel (ssh-add -l)."
    if "stale info" in low or "fetch first" in low:
        return "publiceren-tegelijk", "iemand anders heeft intussen ook gepubliceerd.", "Publiceer opnieuw."
    if "does not appear to be a git repository" in low or "repository not found" in low or "no such file or directory" in low and program == "git":
        return "publiceren-adres", "op dat adres staat geen git-archief.", "Controleer het adres, of vraag uw host een leeg archief te maken (git init --bare)."
    if program == "rsync" and "no such file or directory" in low and "failed" in low:
        return _MISSING
    if any(words in low for words in ("could not resolve", "connection refused", "timed out", "no route to host", "connection closed")):
        return "publiceren-verbinding", "de host antwoordt niet.", "Controleer het adres, de poort en uw internetverbinding."
    last = next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "zonder uitleg")
    return "publiceren-mislukt", f"{program} meldt: {last[:200]}", "Wat al verstuurd is, blijft; los dit op en publiceer opnieuw."


def _fault(target: Target, code: str, fault: str, remedy: str) -> SiteError:
    return SiteError([Problem(Place(target.to), code, fault, remedy)])
