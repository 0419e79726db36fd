"""A branch of a git repository, as hosts like Forgejo and GitHub Pages publish it.

Every time one commit without a past replaces the branch: in a history, a withdrawn picture would stay for ever.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.deliver import parcel as parcels
from sitegen.deliver.running import run
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sitegen.deliver.parcel import Book, Delivered, Parcel
    from sitegen.deliver.target import Target

_MAIN = {"main", "master"}


class Branch:
    """A branch at a remote repository, with a repository of our own beside it that is gone at `close`."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._folder = tempfile.TemporaryDirectory(prefix="sitegen-git-")
        self._ref = f"refs/heads/{target.branch}"
        try:
            self._old = self._begin()
        except BaseException:
            # Nobody gets this object, so nobody will close it.
            self.close()
            raise

    def _begin(self) -> str:
        """Fetch what the branch holds now; gives its commit, "" when there is no such branch yet."""
        self._git("init", "-q", "--bare")
        said = self._git("ls-remote", "--", self._target.to, self._ref).split()
        if not said:
            return ""
        self._git("fetch", "-q", "--depth=1", "--no-tags", "--", self._target.to, self._ref)
        return said[0].decode()

    def known(self, *, take_over: bool = False) -> dict[str, str]:
        """Give what the branch says sitegen put there. Refuses a branch with somebody's own files, unless `take_over`."""
        if not self._old:
            return {}
        if parcels.LIST in self._tree():
            return parcels.from_list(self._git("cat-file", "blob", f"{self._old}:{parcels.LIST}"))
        if not take_over or self._target.branch in _MAIN:
            remedy = "Kies een andere tak, bijvoorbeeld tak: publicatie." if self._target.branch in _MAIN else "Is deze tak echt voor de website? Publiceer dan één keer met --overnemen; andere bestanden blijven staan, de geschiedenis van de tak vervalt."
            raise SiteError([Problem(Place(self._target.to), "publiceren-vreemd", f"op de tak '{self._target.branch}' staat werk dat niet van sitegen is.", remedy)])
        return {}

    def deliver(self, parcel: Parcel, there: Mapping[str, str], book: Book, told: Callable[[str], None], *, trial: bool = False) -> Delivered:
        """Make the branch hold what the parcel wants (with every file in it), and files that aren't ours."""
        tree = self._tree() if self._old else {}
        ours = {*there, *book.read(), parcels.LIST}
        changed = tuple(path for path in parcel.changed if there.get(path) != parcel.wanted[path] or path not in tree)
        gone = tuple(sorted((ours & tree.keys()) - parcel.wanted.keys() - {parcels.LIST}))
        result = parcels.Delivered(changed, gone)
        if trial or (not changed and not gone and self._old):
            return result
        told(f"{dutch.amount(len(changed), 'bestand', 'bestanden')} versturen, {len(gone)} verwijderen …")
        foreign = {path: mark for path, mark in tree.items() if path not in ours and path not in parcel.wanted}
        new = self._commit(parcel, foreign)
        self._git("push", "-q", f"--force-with-lease={self._ref}:{self._old}", "--", self._target.to, f"{new}:{self._ref}")
        said = self._git("ls-remote", "--", self._target.to, self._ref).split()
        if not said or said[0].decode() != new:
            raise SiteError([Problem(Place(self._target.to), "publiceren-blijft", "de tak wijst nog niet naar de nieuwe website.", "Publiceer opnieuw.")])
        book.write(parcel.wanted)
        if gone:
            result.note = "De host kan verwijderde bestanden nog een tijd bewaren als los onderdeel (tot zijn eigen opruiming). Gaat het om een ingetrokken toestemming, vraag dan om opruimen: git gc --prune=now."
        return result

    def close(self) -> None:
        """Remove our own repository."""
        self._folder.cleanup()

    def _tree(self) -> dict[str, tuple[str, str]]:
        entries = (entry.partition("\t") for entry in self._git("ls-tree", "-r", "-z", self._old).decode("utf-8", "surrogateescape").split("\0") if entry)
        return {path: (mark.split(" ")[0], mark.split(" ")[2]) for mark, _tab, path in entries}

    def _commit(self, parcel: Parcel, foreign: Mapping[str, tuple[str, str]]) -> str:
        # Our own date would make every commit another; the site itself carries its dates.
        parts = [b"commit refs/heads/nieuw\ncommitter sitegen <sitegen@localhost> 0 +0000\ndata 8\nWebsite\n\ndeleteall\n"]
        files = {**{path: parcel.data(path) for path in parcel.wanted}, parcels.LIST: parcels.list_bytes(parcel.wanted)}
        for path, data in sorted(files.items()):
            parts.append(b"M 100644 inline " + _quoted(path) + b"\ndata " + str(len(data)).encode() + b"\n" + data + b"\n")
        parts += [f"M {mode} {blob} ".encode() + _quoted(path) + b"\n" for path, (mode, blob) in foreign.items()]
        self._git("fast-import", "--quiet", "--force", data=b"".join(parts))
        return self._git("rev-parse", "refs/heads/nieuw").decode().strip()

    def _git(self, *words: str, data: bytes = b"") -> bytes:
        return run(["git", *words], self._target, data=data, folder=Path(self._folder.name))


def _quoted(path: str) -> bytes:
    return b'"' + path.encode("utf-8", "surrogateescape").replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n") + b'"'
