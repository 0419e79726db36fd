"""Finds the authors' files and reads them: the only module that opens what a school wrote."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen import within
from sitegen.late import late
from sitegen.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# Time of the last change and of the last change of state (both ns), and size: equal stamps, equal bytes.
Stamp = tuple[int, int, int]

FOLDERS = ("content", "newsletters", "schoolgids")

# What editors, Word, OneDrive and file managers leave behind (ECOSYSTEM §B9).
_IGNORED_NAMES = {"thumbs.db", "desktop.ini", ".ds_store"}
_IGNORED_STARTS = (".", "~$", "~wr")
# No letters: what a screen obeys, and bytes that are no text, as old zip files leave them.
_ODD = late(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_IGNORED_ENDS = ("~", ".tmp", ".swp", ".crdownload", ".part", ".fout.txt")


@dataclass(frozen=True, slots=True)
class Found:
    """Every file of the site by path (relative, forward slashes) with its stamp, and what could not be looked at."""

    files: Mapping[str, Stamp]
    problems: tuple[Problem, ...]


def find(root: Path, folders: tuple[str, ...] = FOLDERS) -> Found:
    """All files below `folders` of the site. Links are never followed: each is a problem, not a silent skip."""
    files: dict[str, Stamp] = {}
    problems: list[Problem] = []
    base = os.fspath(root)
    for folder in folders:
        path = os.path.join(base, folder)
        if os.path.islink(path):
            problems.append(_link(folder))
        elif os.path.isdir(path):
            _walk(path, f"{folder}/", files, problems)
    return Found(dict(sorted(files.items())), tuple(problems))


def _walk(path: str, prefix: str, files: dict[str, Stamp], problems: list[Problem]) -> None:
    try:
        entries = os.scandir(path)
    except OSError:
        problems.append(Problem(Place(prefix.rstrip("/")), "map-onleesbaar", "deze map kan niet gelezen worden.", "Geef uzelf leesrechten op de map."))
        return
    with entries:
        for entry in entries:
            name = entry.name
            if ignored(name):
                continue
            try:
                if _ODD.search(name):
                    problems.append(_odd(prefix + name))
                elif entry.is_symlink():
                    problems.append(_link(prefix + name))
                elif entry.is_dir(follow_symlinks=False):
                    _walk(entry.path, f"{prefix}{name}/", files, problems)
                else:
                    status = entry.stat(follow_symlinks=False)
                    if stat.S_ISREG(status.st_mode):
                        files[prefix + name] = (status.st_mtime_ns, status.st_ctime_ns, status.st_size)
            except FileNotFoundError:  # vanished between listing and looking: as if it had never been there
                continue


def ignored(name: str) -> bool:
    """Whether a file name belongs to an editor, Word or a file manager rather than to the author."""
    low = name.lower()
    return low in _IGNORED_NAMES or low.startswith(_IGNORED_STARTS) or low.endswith(_IGNORED_ENDS)


def read(root: Path, path: str, limit: int | None = None) -> bytes:
    """The bytes of one file inside the site, at most `limit` bytes if given. Raises OSError; never leaves the site, never follows a link."""
    return within.read(root, path, limit)


def inside(root: Path, path: str | os.PathLike[str]) -> bool:
    """Whether `path`, with every link in it resolved, lies in the site's folder."""
    base = os.path.realpath(root)
    return os.path.realpath(path).startswith(base + os.sep)


def stamp(path: str | os.PathLike[str]) -> Stamp | None:
    """The stamp of one file, or None when it isn't there."""
    try:
        status = os.stat(path, follow_symlinks=False)
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size)


_TEXTS = (".md", ".docx", ".markdown")
_INDEXES = tuple(f"/index{end}" for end in _TEXTS)


def pages(files: Mapping[str, Stamp]) -> Iterator[str]:
    """The paths among `files` that become a page: Markdown and Word, not the YAML and pictures beside them.

    In the folder of one newsletter only `index` is a page: what else lies there goes along with it.
    """
    letters = {path[: path.rfind("/") + 1] for path in files if path.startswith("newsletters/") and path.endswith(_INDEXES)}
    for path in files:
        if path.endswith(_TEXTS) and (path.endswith(_INDEXES) or path[: path.rfind("/") + 1] not in letters):
            yield path


def _odd(path: str) -> Problem:
    return Problem(Place(_ODD.sub("\ufffd", path)), "bestandsnaam", "de naam hiervan heeft tekens die geen letters zijn; het wordt overgeslagen.", "Geef het een andere naam, met gewone letters en cijfers.", "waarschuwing")


def _link(path: str) -> Problem:
    return Problem(Place(path), "koppeling", "dit is een koppeling (symlink) en wordt niet gevolgd.", "Zet het bestand zelf in deze map.", "waarschuwing")
