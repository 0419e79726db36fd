"""What the disk said, in words for a person: the cause, the path and the remedy."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from sitegen.problem import Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

_ROOM = ("de schijf is vol, of u mag er niet meer op bewaren.", "Maak ruimte en geef de opdracht opnieuw.")
_RIGHTS = ("sitegen mag hier niet lezen of schrijven.", "Geef uzelf lees- en schrijfrechten, en sluit programma's die het bestand open hebben.")
_BUSY = ("een ander programma heeft dit in gebruik.", "Sluit dat programma en geef de opdracht opnieuw.")
_TOO_MANY = ("er staan te veel bestanden tegelijk open.", "Sluit andere programma's en geef de opdracht opnieuw.")
_AWAY = ("de schijf of het netwerk antwoordt niet meer.", "Kijk of de schijf of de verbinding er nog is, en geef de opdracht opnieuw.")

_WORDS = {
    "ENOSPC": _ROOM,
    "EDQUOT": _ROOM,
    "EIO": ("de schijf kan dit niet lezen of schrijven.", "Probeer het nog eens. Blijft het zo, laat dan de schijf nakijken en zorg dat u een kopie van de website hebt."),
    "EACCES": _RIGHTS,
    "EPERM": _RIGHTS,
    "EROFS": ("van deze schijf mag alleen gelezen worden.", "Kies een map op een schijf waarop u mag schrijven."),
    "EBUSY": _BUSY,
    "ENAMETOOLONG": ("deze naam is te lang voor de schijf.", "Geef het bestand of de map een kortere naam."),
    "ENOENT": ("dit is er niet, of verdween terwijl sitegen bezig was.", "Kijk of de map bestaat en geef de opdracht opnieuw."),
    "ELOOP": ("dit is een koppeling (symlink) en wordt niet gevolgd.", "Zet het bestand zelf op deze plek."),
    "ENXIO": ("dit is geen gewoon bestand.", "Haal het weg, en zet er een gewoon bestand neer."),
    "ETXTBSY": _BUSY,
    "EMFILE": _TOO_MANY,
    "ENFILE": _TOO_MANY,
    "ETIMEDOUT": _AWAY,
    "ESTALE": _AWAY,
    "ENOTCONN": _AWAY,
    "EHOSTDOWN": _AWAY,
}


def told(error: OSError, root: Path) -> Problem | None:
    """The problem that this is; None when the disk is not to blame, so that it must be a fault of our own.

    The path is shown as seen from `root`. What lies in the stage is named by that folder: its names change every time.
    """
    said = words(error)
    return None if said is None else Problem(Place(_shown(error.filename, root)), "schijf", *said)


class named:  # noqa: N801  used as a function; a class costs less for each file than a generator
    """An error while writing an open file doesn't say which: it gets this path."""

    __slots__ = ("path",)

    def __init__(self, path: str | Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: object, _trace: object) -> None:
        if isinstance(error, OSError) and error.filename is None:
            error.filename = os.fspath(self.path)


def words(error: OSError) -> tuple[str, str] | None:
    """Cause and remedy; None when the disk is not to blame."""
    return _WORDS.get(errno.errorcode.get(error.errno or 0, ""))


def _shown(filename: object, root: Path) -> str:
    if not isinstance(filename, (str, bytes)):
        return "de schijf"
    base, path = os.path.realpath(root), os.fsdecode(filename)
    if not os.path.isabs(path):
        return path
    path = os.path.abspath(path)
    if path.startswith(base + os.sep):
        path = path[len(base) + 1 :].replace(os.sep, "/")
    return ".sitegen" if path.startswith(".sitegen/klaar-") else path
