"""Leaves `NAAM.fout.txt` beside a file that stopped the build, with the remedy, and takes it away when it succeeds."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from sitegen import sources

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sitegen.problem import Problem

ENDING = ".fout.txt"
# The first line of every note: a file of this name that doesn't begin so is the author's own, and stays.
_FIRST = "sitegen kon dit bestand niet verwerken. De website is niet veranderd."
_LAST = "Dit briefje verdwijnt vanzelf zodra het gelukt is. U hoeft het niet weg te gooien."


def leave(root: Path, problems: Iterable[Problem]) -> tuple[str, ...]:
    """Make the notes in the site say what `problems` say now; gives the paths of the notes that lie there."""
    wanted: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.severity == "fout" and _is_here(root, problem.place.file):
            wanted.setdefault(problem.place.file + ENDING, []).append(problem)
    for path in _lying(root):
        if path not in wanted:
            with suppress(OSError):
                (root / path).unlink()
    for path, found in wanted.items():
        text = _text(found)
        full = root / path
        with suppress(OSError):
            if not _ours(full) and full.exists():
                continue
            if not full.exists() or full.read_text(encoding="utf-8") != text:
                full.write_text(text, encoding="utf-8", newline="\r\n")
    return tuple(sorted(wanted))


def _text(problems: Iterable[Problem]) -> str:
    lines = [_FIRST, ""]
    for problem in problems:
        where = f"Regel {problem.place.line}: " if problem.place.line else ""
        lines += [f"{where}{problem.fault}", f"Wat te doen: {problem.remedy}", ""] if problem.remedy else [f"{where}{problem.fault}", ""]
    return "\n".join([*lines, _LAST, ""])


def _is_here(root: Path, path: str) -> bool:
    return bool(path) and not os.path.isabs(path) and sources.inside(root, root / path) and (root / path).is_file()


def _lying(root: Path) -> list[str]:
    found = [name for name in os.listdir(root) if name.endswith(ENDING) and _ours(root / name)]
    for top in (*sources.FOLDERS, "theme", "register"):
        for folder, _folders, names in os.walk(root / top):
            full = (os.path.join(folder, name) for name in names if name.endswith(ENDING))
            found += [os.path.relpath(path, root).replace(os.sep, "/") for path in full if _ours(path)]
    return found


def _ours(path: str | os.PathLike[str]) -> bool:
    try:
        with open(path, encoding="utf-8", errors="replace") as stream:
            return stream.readline().rstrip("\r\n") == _FIRST
    except OSError:
        return False
