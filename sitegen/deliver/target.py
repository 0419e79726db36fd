"""Which host: what `publish:` in site.yaml says, or the options of the command."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sitegen.problem import Place, Problem, SiteError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = ("rsync", "sftp", "git", "zip")
_KEYS = ("soort", "naar", "poort", "tak")
_SHORT = re.compile(r"(?:(?P<user>[\w.+-]+)@)?(?P<host>[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\]):(?P<path>.*)\Z")
_BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*\Z")
_EXAMPLE = "publish: {soort: sftp, naar: gebruiker@host.example:/www}"


@dataclass(frozen=True, slots=True)
class Target:
    """Where the site goes. `to` is as written; `user`, `host`, `port` and `path` are its parts for rsync and sftp.

    `host` is "" for a folder on this machine; `path` is then that folder. `branch` is for git.
    """

    kind: str
    to: str
    user: str = ""
    host: str = ""
    port: int = 22
    path: str = ""
    branch: str = ""


def target(settings: Mapping[str, object]) -> Target:
    """The target in `settings` (keys soort, naar, poort, tak). Raises SiteError with the remedy."""
    for key in settings:
        if key not in _KEYS:
            raise _fault(f"'{key}' is bij publish niet bekend.", f"Bedoelde u '{nearest(key, _KEYS) or 'naar'}'?")
    to = str(settings.get("naar") or "").strip()
    kind = str(settings.get("soort") or _guess(to)).strip().lower()
    if kind.startswith("ftp") or to.lower().startswith(("ftp:", "ftps:")):
        raise _fault("ftp stuurt wachtwoorden en bestanden onbeveiligd; dat doet sitegen niet.", "Vraag uw host om SFTP, of maak een zip: soort: zip.")
    if kind not in KINDS:
        raise _fault(f"'{kind}' is geen soort host." if kind else "er staat niet naar wat voor host de website moet.", f"Kies bij soort uit {', '.join(KINDS)}, bijvoorbeeld {_EXAMPLE}")
    if not to:
        raise _fault("er staat niet waar de website heen moet.", f"Zet in site.yaml bijvoorbeeld {_EXAMPLE}, of geef --naar.")
    if to.startswith("-") or any(not character.isprintable() for character in to):
        raise _fault(f"'{to}' is geen adres van een host.", f"Bijvoorbeeld {_EXAMPLE}")
    if kind == "zip":
        return Target(kind, to, path=to)
    if kind == "git":
        return _git(to, str(settings.get("tak") or "publicatie"))
    return _remote(kind, to, settings.get("poort"))


def _git(to: str, branch: str) -> Target:
    try:
        secret = urlsplit(to).password
    except ValueError:
        raise _fault(f"'{to}' is geen adres van een git-map.", "Kopieer het adres van de pagina van uw git-host.") from None
    if secret:
        raise _password()
    if not _BRANCH.match(branch) or ".." in branch:
        raise _fault(f"'{branch}' is geen naam van een tak.", "Bijvoorbeeld tak: publicatie")
    return Target("git", to, branch=branch)


def _remote(kind: str, to: str, port: object) -> Target:
    user, host, path, number = "", "", to, 22
    if "://" in to:
        try:
            parts = urlsplit(to)
            user, host, path, number = parts.username or "", parts.hostname or "", parts.path, parts.port or 22
        except ValueError:
            raise _fault(f"'{to}' is geen adres van een host.", f"Bijvoorbeeld {_EXAMPLE}") from None
        if parts.password:
            raise _password()
        if parts.scheme not in {"sftp", "ssh"}:
            raise _fault(f"'{parts.scheme}' kan niet.", "Begin het adres met sftp:// of schrijf gebruiker@host:/map.")
    else:
        found = _SHORT.match(to)
        if found:
            user, host, path = found["user"] or "", found["host"].strip("[]"), found["path"]
    if isinstance(port, int) and not isinstance(port, bool) and 0 < port < 65_536:
        number = port
    elif port is not None:
        raise _fault(f"'{port}' is geen poort.", "Bijvoorbeeld poort: 22")
    if not host and kind == "sftp":
        raise _fault(f"in '{to}' staat geen host.", f"Bijvoorbeeld {_EXAMPLE}")
    if not path.strip("/."):
        raise _fault(f"'{to}' wijst de hele schijf of persoonlijke map aan.", "Noem de map van de website, bijvoorbeeld gebruiker@host.example:/www")
    return Target(kind, to, user, host, number, path.rstrip("/"))


def _guess(to: str) -> str:
    if to.lower().endswith(".zip"):
        return "zip"
    if to.lower().endswith(".git"):
        return "git"
    return "sftp" if to.lower().startswith("sftp://") else "ftp" if to.lower().startswith("ftp") else ""


def _password() -> SiteError:
    return _fault("in het adres staat een wachtwoord.", "Haal het daar weg en verander het. sitegen gebruikt uw ssh-sleutel, of bij SFTP de variabele SITEGEN_SFTP_PASSWORD.")


def _fault(fault: str, remedy: str) -> SiteError:
    return SiteError([Problem(Place("site.yaml"), "publiceren-naar", fault, remedy)])
