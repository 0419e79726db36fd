"""Looks at the files beside a text, and remembers which it looked at: they are what the page depends on."""

from __future__ import annotations

import os
import posixpath
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from sitegen import sources
from sitegen.artifact import fingerprint
from sitegen.build.rows import Looked
from sitegen.decoding import decode
from sitegen.problem import Place, Problem
from sitegen.readers import attachment as attachments
from sitegen.readers import media

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sitegen.draft import Attachment, Picture
    from sitegen.sources import Stamp

DECLARATIONS = "media.yaml"
UNREADABLE = "dit bestand is nu niet te lezen: het is net verplaatst, of een ander programma of de netwerkschijf houdt het vast."
_WAITS = (0.05, 0.2)


class Beside:
    """The files of one site as one reader sees them. `looked` and `problems` belong to the source being read."""

    def __init__(self, root: Path, files: Mapping[str, Stamp], chapters: Mapping[str, str]) -> None:
        self.root = root
        self.files = files
        self.chapters = chapters
        self.looked: dict[str, Looked] = {}
        self.problems: list[Problem] = []
        self._embedded: dict[str, tuple[bytes, str]] = {}
        self._declared: dict[str, tuple[Mapping[str, media.Declaration], tuple[Problem, ...]]] = {}

    def begin(self) -> None:
        """Forget what the previous source looked at."""
        self.looked = {}
        self.problems = []
        self._embedded = {}

    def embed(self, name: str, path: str, data: bytes) -> None:
        """A picture inside a Word file: kept privately, so that it can be declared and made smaller like any other."""
        folder = self.root / ".sitegen" / "word"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        kept = folder / f"{fingerprint(data).hex()}{posixpath.splitext(name)[1]}"
        if not kept.exists():
            temporary = kept.with_suffix(f".{os.getpid()}")
            temporary.write_bytes(data)
            temporary.replace(kept)
        self._embedded[posixpath.join(posixpath.dirname(path), name)] = (data, os.fspath(kept))

    def text(self, path: str) -> bytes:
        """The bytes of a source; b"" when it can't be read, which is then among the problems."""
        return self._bytes(path) or b""

    def picture(self, name: str, path: str, attribute: str | None, place: Place) -> Picture | None:
        """The picture at `path` with what media.yaml beside it, or the attribute, declares; None without such a file."""
        data, where = self._embedded.get(path) or (self._bytes(path), os.path.join(self.root, path))
        if data is None:
            return None
        return media.describe(data, name, where, self._declared_beside(path), attribute=attribute, place=place)

    def attachment(self, name: str, path: str) -> Attachment | None:
        """The file at `path` with its texts; None without such a file."""
        data = self._bytes(path)
        if data is None:
            return None
        read = attachments.read(data, name, os.path.join(self.root, path))
        if not read.photos:
            return read
        declared = self._declared_beside(path)
        return replace(read, who=declared.who) if declared else read

    def chapter(self, slug: str) -> str | None:
        """The source of a chapter of the edition in force."""
        return self.chapters.get(slug)

    def _declared_beside(self, path: str) -> media.Declaration | None:
        """What the media.yaml beside a file says about it; what is wrong in it is noted."""
        declared, problems = self._declarations(posixpath.join(posixpath.dirname(path), DECLARATIONS))
        self.problems.extend(problem for problem in problems if problem not in self.problems)
        return declared.get(posixpath.basename(path))

    def _declarations(self, path: str) -> tuple[Mapping[str, media.Declaration], tuple[Problem, ...]]:
        data = self._bytes(path)
        if data is None:
            return {}, ()
        if path not in self._declared:
            self._declared[path] = media.declarations(decode(data, path), path)
        return self._declared[path]

    def _bytes(self, path: str) -> bytes | None:
        stamp = self.files.get(path)
        data = None
        if stamp is not None:
            data = self._patiently(path)
            if data is None:
                stamp = None
                self.problems.append(self._unread(path))
        self.looked[path] = Looked(path, stamp, None if data is None else fingerprint(data))
        return data

    def _unread(self, path: str) -> Problem:
        if os.path.islink(os.path.join(self.root, path)):
            return Problem(Place(path), "koppeling", "dit is een koppeling (symlink) en wordt niet gevolgd.", "Zet het bestand zelf in deze map.")
        return Problem(Place(path), "bestand-onleesbaar", UNREADABLE, "Sluit het programma waarin het open staat, of wacht tot de map klaar is met overzetten, en bouw opnieuw.")

    def _patiently(self, path: str) -> bytes | None:
        # A network drive or a virus scanner holds a file for a moment; what stays unreadable is told, never taken for empty.
        for seconds in (*_WAITS, None):
            try:
                return sources.read(self.root, path)
            except FileNotFoundError:
                return None
            except OSError:
                if seconds is not None:
                    time.sleep(seconds)
        return None
