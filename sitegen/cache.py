"""Remembers calls: one ledger in .sitegen/, read once, committed last. A damaged or foreign ledger is an empty one."""

from __future__ import annotations

import marshal
import os
import sqlite3
import sys
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from sitegen.artifact import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# Plain data that `marshal` keeps: tuples, dictionaries, texts, bytes, numbers.
Plain = object

_SCHEMA = """
CREATE TABLE IF NOT EXISTS section (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS kept (kind TEXT, key BLOB, value BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID;
"""


class CacheDamagedError(Exception):
    """The ledger can't be trusted; whoever meets this starts again with an empty one."""


class Ledger:
    """Sections (small, read whole) and kept values (many, fetched by key); every value carries a checksum.

    `program` is the fingerprint of the program: another program's ledger is emptied on opening. Nothing is visible to
    the next build before `commit`.
    """

    def __init__(self, path: Path, program: bytes) -> None:
        self.path = path
        self.program = program
        self._process = os.getpid()
        self._open_connection = self._open()

    @property
    def _connection(self) -> sqlite3.Connection:
        # A connection must not be carried over a fork: a worker opens its own, and sees what was committed.
        if self._process != os.getpid():
            self._process = os.getpid()
            # Kept, so that nothing closes it: closing a connection of another process touches that one's files.
            self._inherited = self._open_connection
            self._open_connection = sqlite3.connect(self.path, isolation_level=None)
        return self._open_connection

    def _open(self) -> sqlite3.Connection:
        for _attempt in (1, 2):
            try:
                return self._connect()
            except sqlite3.DatabaseError:
                self.drop()
        raise CacheDamagedError(self.path.name)

    def _connect(self) -> sqlite3.Connection:
        fresh = not self.path.exists()
        if fresh:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(self.path, isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        known = None
        if not fresh:
            with suppress(sqlite3.OperationalError):
                known = connection.execute("SELECT value FROM section WHERE name='program'").fetchone()
        if known is None or known[0] != self.program:
            connection.close()
            self.drop()
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
            connection = sqlite3.connect(self.path, isolation_level=None)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.executescript(_SCHEMA)
            connection.execute("INSERT OR REPLACE INTO section VALUES ('program', ?)", (self.program,))
        connection.execute("BEGIN")
        return connection

    def section(self, name: str) -> Plain:
        """A section's value, or None. Raises CacheDamagedError."""
        return self._one("SELECT value FROM section WHERE name=?", (name,))

    def write_section(self, name: str, value: Plain) -> None:
        """Replace a section."""
        self._run("INSERT OR REPLACE INTO section VALUES (?, ?)", (name, _pack(value)))

    def fetch(self, kind: str, key: bytes) -> Plain:
        """A kept value, or None. Raises CacheDamagedError."""
        return self._one("SELECT value FROM kept WHERE kind=? AND key=?", (kind, key))

    def every(self, kind: str) -> Iterator[tuple[bytes, Plain]]:
        """All kept values of a kind with their keys."""
        try:
            for key, value in self._connection.execute("SELECT key, value FROM kept WHERE kind=?", (kind,)):
                yield key, _unpack(value)
        except sqlite3.DatabaseError as error:
            raise CacheDamagedError(str(error)) from None

    def keep(self, kind: str, values: Iterable[tuple[bytes, Plain]]) -> None:
        """Put away values of a kind by key."""
        try:
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", ((kind, key, _pack(value)) for key, value in values))
        except sqlite3.DatabaseError as error:
            raise CacheDamagedError(str(error)) from None

    def forget(self, kind: str, keys: Iterable[bytes]) -> None:
        """Remove kept values of a kind."""
        try:
            self._connection.executemany("DELETE FROM kept WHERE kind=? AND key=?", ((kind, key) for key in keys))
        except sqlite3.DatabaseError as error:
            raise CacheDamagedError(str(error)) from None

    def empty(self, kind: str) -> None:
        """Forget every kept value of a kind."""
        self._run("DELETE FROM kept WHERE kind=?", (kind,))

    def commit(self) -> None:
        """Make all of it visible to the next build, and go on."""
        self._run("COMMIT", ())
        self._run("BEGIN", ())

    def close(self) -> None:
        """Leave without committing."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def drop(self) -> None:
        """Throw the ledger away."""
        with suppress(AttributeError, sqlite3.Error):
            self._connection.close()
        for end in ("", "-wal", "-shm", "-journal"):
            with suppress(FileNotFoundError):
                os.unlink(f"{self.path}{end}")

    def _one(self, query: str, arguments: tuple[object, ...]) -> Plain:
        try:
            row = self._connection.execute(query, arguments).fetchone()
        except sqlite3.DatabaseError as error:
            raise CacheDamagedError(str(error)) from None
        return None if row is None else _unpack(row[0])

    def _run(self, query: str, arguments: tuple[object, ...]) -> None:
        try:
            self._connection.execute(query, arguments)
        except sqlite3.DatabaseError as error:
            raise CacheDamagedError(str(error)) from None


def program_fingerprint(package: Path) -> bytes:
    """Stands for the program that is running: every file of the package by name, size and time, and Python's version."""
    parts: list[str | bytes | float] = [sys.version]
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            status = os.stat(os.path.join(folder, name))
            parts += [os.path.join(folder, name), status.st_size, status.st_mtime_ns]
    return fingerprint(*parts)


def _pack(value: Plain) -> bytes:
    data = marshal.dumps(cast("Any", value))
    return zlib.crc32(data).to_bytes(4, "big") + data


def _unpack(data: object) -> Plain:
    if not isinstance(data, bytes) or len(data) < 4 or zlib.crc32(data[4:]).to_bytes(4, "big") != data[:4]:
        message = "controlegetal"
        raise CacheDamagedError(message)
    return marshal.loads(data[4:])  # noqa: S302  our own file, mode 0600, checksum and program version checked
