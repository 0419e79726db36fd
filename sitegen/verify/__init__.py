"""Reads finished files as a stranger would, and refuses what may not go live.

Shares no code with the pass: its own folding, its own parser (lexbor), its own method (one search for every surname, judged
on the words beside it). There is no switch to turn it off. An accepted exception holds on every page here: whether it belongs
to this page was the pass's decision, and lists, feeds and the search index repeat what the page says.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NewType
from urllib.parse import unquote

from sitegen.verify.knowing import Knowledge
from sitegen.verify.leak import Leak, LeakError
from sitegen.verify.pictures import alike, perceptual, same_look, telling
from sitegen.verify.reading import leaks_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.register import Register
    from sitegen.school import School

__all__ = ["Knowledge", "Leak", "LeakError", "Verified", "alike", "examine", "knowledge", "looked", "perceptual", "read", "same_look", "telling"]

# A folder of which every file has been read and found clean.
Verified = NewType("Verified", Path)


def knowledge(register: Register, school: School, withheld: Iterable[tuple[str, bytes]] = ()) -> Knowledge:
    """What `examine` needs to know, made once a build; may be shared with forked processes.

    `withheld` holds the pictures that may not be published: a path and what `perceptual` said of its bytes.
    """
    return Knowledge(register, school, withheld)


def examine(name: str, data: bytes, knowledge: Knowledge) -> tuple[Leak, ...]:
    """Every leak in one file: `name` is its path below the stage, `data` its bytes. The name is read as well."""
    return leaks_in(unquote(name), data, knowledge)


def looked(name: str, data: bytes, knowledge: Knowledge) -> tuple[tuple[Leak, ...], bytes]:
    """As `examine`, with every folded word that was read, each once: `Knowledge.bearing` tells from them when to read again."""
    with knowledge.noting() as words:
        leaks = examine(name, data, knowledge)
    return leaks, b" ".join(words)


def read(folder: Path, knowledge: Knowledge) -> Verified:
    """Reads every file below `folder` and vouches for it.

    Raises:
        LeakError: with every leak in every file; nothing of this folder may be placed.
    """
    leaks: list[Leak] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            leaks.append(Leak(name, 0, "verwijzing naar een bestand buiten de website"))
        elif path.is_file():
            leaks += examine(name, path.read_bytes(), knowledge)
    if leaks:
        raise LeakError(leaks)
    return Verified(folder)
