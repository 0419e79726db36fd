"""Shares work over the processor's cores by forking: no pickling of the register, results come back as plain data."""

from __future__ import annotations

import marshal
import os
import signal
import struct
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from io import RawIOBase
    from typing import BinaryIO

W = TypeVar("W")
R = TypeVar("R")
V = TypeVar("V")

# Below this many pieces a fork costs more than it brings (measured: 8 ms against 1 ms a page).
WORTH_IT = 64
_LENGTH = struct.Struct("<I")
# So many seconds without a sign of life of another process, and it counts as dead: its work is done here.
PATIENCE = 120.0


class WorkerDiedError(Exception):
    """A worker stopped before its work was done: killed, or out of memory."""


def surely(work: Sequence[W], one: Callable[[Sequence[W]], Iterable[R]], *, worth_it: int = WORTH_IT) -> Iterator[R]:
    """As `share`; when a worker dies everything is done once more in this process.

    What stopped the worker then shows itself, with its place. Results that had come in come again: whoever takes them
    keeps the last.
    """
    try:
        yield from share(work, one, worth_it=worth_it)
    except WorkerDiedError:
        yield from one(work)


def share(work: Sequence[W], one: Callable[[Sequence[W]], Iterable[R]], *, workers: int = 0, worth_it: int = WORTH_IT) -> Iterator[R]:
    """What `one` yields for parts of `work`, in any order; plain data only (see `marshal`).

    With little work, or where there is no fork, everything happens in this process.
    """
    count = workers or min(os.cpu_count() or 1, 8)
    if count < 2 or len(work) < worth_it or not hasattr(os, "fork"):
        yield from one(work)
        return
    started: list[tuple[int, int]] = []
    try:
        for number in range(count):
            started.append(_start(work[number::count], one))  # noqa: PERF401  what was begun must be known when the next is refused
        yield from cast("Iterator[R]", _collect(started))
    finally:
        # What is still among them was left when something went wrong: they are stopped, and nothing of theirs stays open.
        for child, reader in started:
            os.close(reader)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _start(part: Sequence[W], one: Callable[[Sequence[W]], Iterable[R]]) -> tuple[int, int]:
    reader, writer = os.pipe()

    def work() -> None:
        os.close(reader)
        with os.fdopen(writer, "wb", buffering=1 << 16) as stream:
            for result in one(part):
                data = marshal.dumps(cast("Any", result))
                stream.write(_LENGTH.pack(len(data)) + data)
            stream.write(_LENGTH.pack(0))

    child = _child(work, reader, writer)
    os.close(writer)
    return child, reader


def _child(work: Callable[[], None], *pipes: int) -> int:
    """Another process does `work` and ends, with status 1 when it failed; gives its number here.

    Raises WorkerDiedError when the system has no process or memory to give; the `pipes` are closed then.
    """
    try:
        child = os.fork()
    except OSError:
        for pipe in pipes:
            os.close(pipe)
        raise WorkerDiedError from None
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def _collect(started: list[tuple[int, int]]) -> Iterator[object]:
    """What the workers send; those that are done are taken off the list."""
    import selectors

    selector = selectors.DefaultSelector()
    buffers: dict[int, bytearray] = {}
    for _child, reader in started:
        selector.register(reader, selectors.EVENT_READ)
        buffers[reader] = bytearray()
    finished: set[int] = set()
    while selector.get_map():
        for event, _mask in selector.select():
            reader = event.fd
            data = os.read(reader, 1 << 18)
            if not data:
                selector.unregister(reader)
                continue
            buffer = buffers[reader]
            buffer += data
            yield from _whole(buffer, reader, finished)
    selector.close()
    died = False
    while started:
        child, reader = started.pop()
        os.close(reader)
        _pid, status = os.waitpid(child, 0)
        died = died or status != 0 or reader not in finished
    if died:
        raise WorkerDiedError


def _whole(buffer: bytearray, reader: int, finished: set[int]) -> Iterator[object]:
    start = 0
    while len(buffer) - start >= _LENGTH.size:
        (length,) = _LENGTH.unpack_from(buffer, start)
        if not length:
            finished.add(reader)
            start += _LENGTH.size
            continue
        end = start + _LENGTH.size + length
        if len(buffer) < end:
            break
        yield marshal.loads(memoryview(buffer)[start + _LENGTH.size : end])  # noqa: S302  from our own child
        start = end
    del buffer[:start]


@contextmanager
def ahead(prepare: Callable[[], W], finish: Callable[[W, V], None]) -> Iterator[Callable[[V], None]]:
    """Another process begins with `prepare` while this one goes on; what is yielded sends it the value to `finish` with.

    The value is plain data (see `marshal`). On leaving, the work is done: where there is no other core or no fork, or
    when the other process died, it is done here. When no value was sent, nothing is finished.
    """
    sent: list[V] = []
    begun = None
    if can_fork():
        with suppress(WorkerDiedError):
            begun = _aside(prepare, finish)
    if begun is None:
        yield sent.append
        left = True
    else:
        child, writer = begun
        with os.fdopen(writer, "wb") as stream:

            def send(value: V) -> None:
                sent.append(value)
                with suppress(BrokenPipeError):
                    stream.write(marshal.dumps(cast("Any", value)))
                    stream.flush()
                    stream.close()

            try:
                yield send
            finally:
                with suppress(BrokenPipeError):
                    stream.close()
                left = _ended(child) != 0
    if left and sent:
        finish(prepare(), sent[0])


def _aside(prepare: Callable[[], W], finish: Callable[[W, V], None]) -> tuple[int, int]:
    reader, writer = os.pipe()

    def work() -> None:
        os.close(writer)
        prepared = prepare()
        with os.fdopen(reader, "rb") as stream:
            data = stream.read()
        if data:
            finish(prepared, cast("Any", marshal.loads(data)))  # noqa: S302  from our own parent

    child = _child(work, reader, writer)
    os.close(reader)
    return child, writer


def _ended(child: int) -> int:
    """Wait for a child and give its status; one that hangs is killed (where the system can wait with an end)."""
    if hasattr(os, "pidfd_open"):
        with suppress(OSError):
            sign = os.pidfd_open(child)
            try:
                if not _soon(sign):
                    os.kill(child, signal.SIGKILL)
            finally:
                os.close(sign)
    return os.waitpid(child, 0)[1]


def _soon(pipe: int, *, to_write: bool = False) -> bool:
    """Whether something can be read (or written) before our patience ends. Not `select`, which knows no more than 1,024 files."""
    import select

    poll = select.poll()
    poll.register(pipe, select.POLLOUT if to_write else select.POLLIN)
    return bool(poll.poll(PATIENCE * 1000))


class Partner:
    """Another process that was begun early and is told and asked things while this one goes on; all of it plain data (see `marshal`)."""

    def __init__(self, told: int, answers: int) -> None:
        self._told, self._answers = told, answers
        # Who stopped reading must not make the other wait for ever in the middle of a message.
        os.set_blocking(told, False)

    def tell(self, message: tuple[object, ...]) -> None:
        """Send a message, and don't wait for an answer. Raises WorkerDiedError when nobody reads it."""
        rest = memoryview(_packed(message))
        while rest:
            try:
                rest = rest[os.write(self._told, rest) :]
            except BlockingIOError:
                if not _soon(self._told, to_write=True):
                    raise WorkerDiedError from None
            except OSError:
                raise WorkerDiedError from None

    def answer(self) -> Any:
        """The next answer. Raises WorkerDiedError when none will come."""
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
        return marshal.loads(self._exactly(length))  # noqa: S302  from our own child

    def close(self) -> None:
        """Send and hear nothing more."""
        os.close(self._told)
        os.close(self._answers)

    def _exactly(self, size: int) -> bytes:
        parts = []
        while size:
            part = os.read(self._answers, min(size, 1 << 20)) if _soon(self._answers) else b""
            if not part:
                raise WorkerDiedError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)


def can_fork() -> bool:
    """Whether there is another core to share work with, and a way to it."""
    return (os.cpu_count() or 1) > 1 and hasattr(os, "fork")


@contextmanager
def partner(answers: Callable[[Iterator[tuple[Any, ...]]], Iterable[object]]) -> Iterator[Partner]:
    """Another process runs `answers` on what it is told, and sends what that yields; on leaving it is stopped, whatever it was at.

    It must write nothing that would be missed. Not every message need have an answer: that is between the two. Raises
    WorkerDiedError when there is no process to be had.
    """
    told_reader, told_writer = os.pipe()
    answer_reader, answer_writer = os.pipe()

    def work() -> None:
        os.close(told_writer)
        os.close(answer_reader)
        with os.fdopen(told_reader, "rb") as told, os.fdopen(answer_writer, "wb", buffering=0) as stream:
            for one in answers(iter(lambda: _message(told), ())):
                _write(stream, one)

    child = _child(work, told_reader, told_writer, answer_reader, answer_writer)
    os.close(told_reader)
    os.close(answer_writer)
    other = Partner(told_writer, answer_reader)
    try:
        yield other
    finally:
        other.close()
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _message(told: BinaryIO) -> tuple[Any, ...]:
    found = _read(told)
    return () if found is None else cast("tuple[Any, ...]", found[0])


def _packed(one: object) -> bytes:
    data = marshal.dumps(cast("Any", one))
    return _LENGTH.pack(len(data)) + data


def _write(stream: RawIOBase, one: object) -> None:
    rest = memoryview(_packed(one))
    while rest:
        rest = rest[stream.write(rest) or 0 :]


def _read(stream: BinaryIO) -> tuple[Any] | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return (marshal.loads(data),) if len(data) == length else None  # noqa: S302  between two processes of one build
