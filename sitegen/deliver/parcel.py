"""What must be on the host, and what changed since the last time: read once more, compared with what the verifier saw."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.artifact import fingerprint
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.deliver.target import Target

# On the host: what sitegen put there, in the form of `sha256sum`; so two computers can publish, and nothing withdrawn
# stays when one of them is lost.
LIST = ".sitegen-verzonden"
UNSURE = "0" * 64
_LINE = re.compile(r"([0-9a-f]{64})  (.+)\Z")


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes to a host: `wanted` is every path with its SHA-256; `folder` holds a copy of each in `changed`."""

    target: Target
    folder: Path
    wanted: Mapping[str, str]
    changed: tuple[str, ...]

    def data(self, path: str) -> bytes:
        """Give the verified bytes of a changed file."""
        return (self.folder / path).read_bytes()


@dataclass(slots=True)
class Delivered:
    """What happened at the host. `by_hand`: what a person must still remove there; `note` is for the user, in Dutch."""

    sent: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """This machine's copy of what it sent to a target, in the private folder."""

    path: Path

    def read(self) -> dict[str, str]:
        """Give path → SHA-256 of what was sent; empty the first time."""
        try:
            return from_list(self.path.read_bytes())
        except OSError:
            return {}

    def write(self, sent: Mapping[str, str]) -> None:
        """Write down what is at the host now."""
        temporary = self.path.with_suffix(".nieuw")
        with open(os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(list_bytes(sent))
        temporary.replace(self.path)


def book_of(target: Target, private: Path) -> Book:
    """Give the book of a target."""
    private.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Book(private / f"verzonden-{fingerprint(target.kind, target.to, target.branch).hex()[:16]}.txt")


def pack(output: Path, verified: Mapping[str, bytes], target: Target, private: Path, known: Mapping[str, str]) -> Parcel:
    """Read every file of the site once more, and copy what isn't `known` (path → SHA-256) to be at the host.

    `verified`: every path that the last build placed, with the fingerprint of its bytes. Raises SiteError when a file in
    `output` is another: nothing is sent that the verifier did not see. The caller holds the site's lock meanwhile, and
    calls `discard` when it is done.
    """
    if not verified:
        raise SiteError([Problem(Place("public"), "niet-gecontroleerd", "er is geen gecontroleerde website om te versturen.", "Bouw eerst: sitegen build")])
    for left in private.glob("pakket-*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix="pakket-", dir=private))
    try:
        wanted = _copied(output, verified, known, folder)
    except SiteError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    changed = tuple(sorted((path for path, digest in wanted.items() if known.get(path) != digest), key=_rank))
    return Parcel(target, folder, wanted, changed)


def discard(parcel: Parcel) -> None:
    """Remove the copies."""
    shutil.rmtree(parcel.folder, ignore_errors=True)


def list_bytes(sent: Mapping[str, str]) -> bytes:
    """Give the list as a file."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(sent.items())).encode()


def from_list(data: bytes) -> dict[str, str]:
    """Give path → SHA-256 from a list; what leads out of the folder is left out."""
    found = (_LINE.match(line) for line in data.decode("utf-8", "replace").split("\n"))
    return {line[2]: line[1] for line in found if line and safe(line[2])}


def safe(path: str) -> bool:
    """Whether a path from a list stays inside the site's folder."""
    return path.isprintable() and not path.startswith(("/", "-", "~")) and "\\" not in path and not {"", ".", ".."} & set(path.split("/"))


def _copied(output: Path, verified: Mapping[str, bytes], known: Mapping[str, str], folder: Path) -> dict[str, str]:
    wanted: dict[str, str] = {}
    other: list[str] = []
    for path, seal in sorted(verified.items()):
        try:
            data = (output / path).read_bytes()
        except OSError:
            data = None
        if data is None or fingerprint(data) != seal or not safe(path):
            other.append(path)
            continue
        wanted[path] = sha256(data).hexdigest()
        if known.get(path) != wanted[path]:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    if other:
        raise SiteError([
            Problem(Place(f"public/{path}"), "niet-gecontroleerd", "dit bestand is niet zoals de eindcontrole het zag; er is niets verstuurd.", "Bouw opnieuw (sitegen build) en publiceer dan.")
            for path in other[:20]
        ])
    return wanted


def _rank(path: str) -> tuple[int, int, str]:
    if not path.endswith((".html", ".xml", ".json", ".txt", ".htaccess")):
        return 0, 0, path
    entrance = path.count("/") == 0 or not path.endswith(".html")
    return 2 if entrance else 1, -path.count("/"), path
