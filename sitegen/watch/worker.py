"""A process of its own for the building: warm, alone with its forks, and replaced when it dies.

A build forks; a process with threads (a watcher, a server) must not. Calls go in through a pipe, one at a time, and
their results come back. The worker ends when its parent is gone.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from functools import partial
    from multiprocessing.connection import Connection

R = TypeVar("R")


class OwnFaultError(Exception):
    """Something went wrong in the program itself. Tells what kind and where, never the message: that may hold a name."""

    def __init__(self, kind: str, where: str) -> None:
        self.kind, self.where = kind, where
        super().__init__(f"{kind} {where}")


class Worker:
    """Runs functions in the other process. Safe to call from several threads; they take turns."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._context = multiprocessing.get_context("spawn")
        self._connection: Connection | None = None
        self._process: multiprocessing.process.BaseProcess | None = None

    def call(self, task: partial[R]) -> R:
        """Give what `task`, a function of a module with its arguments, returns there.

        Raises OwnFaultError when it fails or its process dies; the next call then starts another.
        """
        with self._turn:
            connection = self._connection or self._start()
            try:
                connection.send(task)
                good, value = connection.recv()
            except (EOFError, OSError):
                self._end()
                msg = "gestopt"
                raise OwnFaultError(msg, "het proces dat bouwt") from None
        if not good:
            raise OwnFaultError(*value)
        return cast("R", value)

    def close(self) -> None:
        """Let the other process finish what it does, and end it."""
        with self._turn:
            self._end()

    def _start(self) -> Connection:
        ours, theirs = self._context.Pipe()
        self._process = self._context.Process(target=_serve, args=(theirs,), daemon=False)
        self._process.start()
        theirs.close()
        self._connection = ours
        return ours

    def _end(self) -> None:
        if self._connection:
            self._connection.close()
        if self._process:
            self._process.join(30)
        self._connection = self._process = None


def _serve(connection: Connection) -> None:
    # Ctrl-C goes to every process of the terminal; this one finishes its build and ends with its parent.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            task = connection.recv()
            try:
                answer: tuple[bool, object] = (True, task())
            except Exception as error:  # noqa: BLE001  the last resort: the caller hears what kind of fault it was
                answer = (False, (type(error).__name__, _where(error)))
            connection.send(answer)


def _where(error: Exception) -> str:
    import os
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    return f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
