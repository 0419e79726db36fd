"""A host, or a folder of a network drive, by rsync: over ssh with the user's own keys."""

from __future__ import annotations

import posixpath
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.deliver.running import missing, run, ssh

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sitegen.deliver.parcel import Parcel
    from sitegen.deliver.target import Target

# 23: a folder could not be deleted because it holds something else.
_REMOVED = (0, 23)
# What rsync takes for a pattern.
_SIGNS = re.compile(r"[*?\[\\]")
_NOT_THERE = 23


class Rsync:
    """A folder that rsync can reach. Raises SiteError when it is one of this computer and isn't there."""

    def __init__(self, target: Target) -> None:
        if not target.host and not Path(target.path).is_dir():
            # rsync makes the last folder of a path by itself: also where a network drive should have been.
            raise missing(target)
        self._target = target
        user = f"{target.user}@" if target.user else ""
        host = f"[{target.host}]" if ":" in target.host else target.host
        self._there = f"{user}{host}:{target.path}/" if target.host else f"{target.path}/"

    def anything(self) -> bool:
        """Whether anything is in the folder."""
        said = self._run(["--list-only", self._there], good=(0, _NOT_THERE))
        return len([line for line in said.splitlines() if line.strip() and not line.endswith(b" .")]) > 0

    def present(self, paths: Iterable[str]) -> frozenset[str]:
        """Those of `paths` that are there: what a trial fetch would bring."""
        wanted = sorted(paths)
        if not wanted:
            return frozenset()
        with tempfile.TemporaryDirectory() as empty:
            said = self._run(["-rn", "--from0", "--files-from=-", "--ignore-missing-args", "--out-format=%n", self._there, f"{empty}/"], wanted, good=(0, _NOT_THERE))
        return frozenset(said.decode("utf-8", "replace").splitlines()) & frozenset(wanted)

    def fetch(self, path: str) -> bytes | None:
        """A file's bytes, or None."""
        with tempfile.TemporaryDirectory() as empty:
            self._run(["--from0", "--files-from=-", "--ignore-missing-args", self._there, f"{empty}/"], [path], good=(0, _NOT_THERE))
            found = Path(empty) / path
            return found.read_bytes() if found.is_file() else None

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files, and folders that are empty then."""
        folders = {parent for path in paths for parent in _parents(path)}
        # An empty folder is sent, and only these names may be deleted for it; a folder that holds anything else stays.
        names = [f"/{_SIGNS.sub(_literal, name)}" for name in (*(f"{folder}/" for folder in sorted(folders)), *sorted(paths))]
        with tempfile.TemporaryDirectory() as empty:
            self._run(["-r", "--delete", "--from0", "--include-from=-", "--exclude=*", f"{empty}/", self._there], names, good=_REMOVED)

    def send(self, parcel: Parcel, paths: Sequence[str]) -> None:
        """Put files there; all of them get into their places at the end."""
        self._run(["-t", "-I", "--from0", "--files-from=-", "--delay-updates", "--chmod=D755,F644", f"{parcel.folder}/", self._there], paths)

    def write(self, path: str, data: bytes) -> None:
        """Put one small file there."""
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / path).write_bytes(data)
            self._run(["-t", "-I", "--chmod=F644", str(Path(folder) / path), self._there])

    def close(self) -> None:
        """Nothing stays open between the calls."""

    def _run(self, words: Sequence[str], names: Sequence[str] = (), good: Sequence[int] = (0,)) -> bytes:
        shell = ["-e", ssh(self._target)] if self._target.host else []
        return run(["rsync", *shell, *words], self._target, data=b"".join(name.encode() + b"\0" for name in names), good=good)


def _literal(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def _parents(path: str) -> Iterable[str]:
    folder = posixpath.dirname(path)
    while folder:
        yield folder
        folder = posixpath.dirname(folder)
