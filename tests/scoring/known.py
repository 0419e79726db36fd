"""The cases that are known to fail: `tests/cases/known_failures.txt`, one id a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scoring.casefile import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable

_FILE = FOLDER / "known_failures.txt"
_HEAD = "# Cases that fail today. A case that fails and is not listed is an error; so is a listed one that passes.\n"


def known() -> frozenset[str]:
    """The ids in the list; lines that start with # are remarks."""
    found = (line.partition("#")[0].strip() for line in _FILE.read_text(encoding="utf-8").splitlines())
    return frozenset(line for line in found if line)


def write(ids: Iterable[str]) -> None:
    """Replace the list by `ids`; whoever does it reads the diff."""
    _FILE.write_text(_HEAD + "".join(f"{one}\n" for one in sorted(ids)), encoding="utf-8")
