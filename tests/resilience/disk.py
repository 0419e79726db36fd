"""A disk that says no, or a computer that stops, at the n-th call (as SQLite tests itself): in a process of its own, with its workers."""

from __future__ import annotations

import builtins
import io
import mmap
import os
import signal
import sqlite3
import struct
import sys
import tempfile
from typing import TYPE_CHECKING, Any, Self

from sitegen.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

KILL = -1
_COUNT = struct.Struct("<q")


class Disk:
    """Counts every call that touches the site, in all processes together; strikes at number `at` with an error, or kills."""

    def __init__(self, root: Path, at: int, code: int) -> None:
        self.root, self.at, self.code = os.path.realpath(root), at, code
        self._shared = mmap.mmap(-1, _COUNT.size)

    @property
    def count(self) -> int:
        """Calls so far."""
        return int(_COUNT.unpack(self._shared[: _COUNT.size])[0])

    def touch(self, path: object) -> None:
        """One call on a path or an open file."""
        if isinstance(path, int):
            path = os.readlink(f"/proc/self/fd/{path}")
        if not isinstance(path, str | bytes | os.PathLike) or not os.path.abspath(os.fsdecode(path)).startswith(self.root):
            return
        if self._struck():
            raise OSError(self.code, os.strerror(self.code), os.fsdecode(path))

    def ledger(self) -> None:
        """One statement for cache.db."""
        if self._struck():
            message = "database or disk is full"
            raise sqlite3.OperationalError(message)

    def _struck(self) -> bool:
        now = self.count + 1
        self._shared[: _COUNT.size] = _COUNT.pack(now)
        if now == self.at and self.code == KILL:
            os.killpg(0, signal.SIGKILL)
        return now == self.at


class _Stream:
    """An open file, of which each write and the closing can fail."""

    def __init__(self, real: Any, disk: Disk, path: object) -> None:
        self._real, self._disk, self._path = real, disk, path

    def write(self, data: Any) -> Any:
        self._disk.touch(self._path)
        return self._real.write(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._real.close()

    def __iter__(self) -> Any:
        return iter(self._real)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def _arm(disk: Disk) -> None:
    def wrap(name: str) -> None:
        real = getattr(os, name)

        def faulty(path: Any, *rest: Any, **more: Any) -> Any:
            if not more.get("dir_fd"):
                disk.touch(path)
            return real(path, *rest, **more)

        setattr(os, name, faulty)

    for name in ("replace", "rename", "unlink", "link", "mkdir", "rmdir", "open", "write", "fsync", "ftruncate", "scandir", "listdir"):
        wrap(name)
    opened = io.open

    def faulty_open(path: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if not isinstance(path, int):
            disk.touch(path)
        real = opened(path, mode, *rest, **more)
        return real if set(mode) <= set("rbt") else _Stream(real, disk, path if not isinstance(path, int) else os.readlink(f"/proc/self/fd/{path}"))

    builtins.open = faulty_open  # type: ignore[assignment]
    io.open = faulty_open  # type: ignore[assignment]

    class Connection(sqlite3.Connection):
        def execute(self, *words: Any) -> Any:
            disk.ledger()
            return super().execute(*words)

        def executemany(self, *words: Any) -> Any:
            disk.ledger()
            return super().executemany(*words)

    connect = sqlite3.connect
    sqlite3.connect = lambda *words, **more: connect(*words, factory=Connection, **more)  # type: ignore[assignment, misc]


def run(words: Sequence[str], disk: Disk) -> tuple[int, str]:
    """The command in a child process on this disk: its exit status (negative when killed) and what it said."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        child = os.fork()
        if not child:
            status = 99
            try:
                os.setpgid(0, 0)
                sys.stderr = io.TextIOWrapper(os.fdopen(os.dup(said.fileno()), "wb"), encoding="utf-8", write_through=True)
                _arm(disk)
                status = main(words)
            finally:
                sys.stderr.flush()
                os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        return status, said.read()
