"""Artifacts become files in the stage: only calls that are new, each file read by the verifier before it may go live."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen import publish
from sitegen.artifact import fingerprint
from sitegen.build import crew
from sitegen.build.output import Output
from sitegen.problem import SiteError, from_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from sitegen import verify
    from sitegen.artifact import Artifact
    from sitegen.build.aside import Aside
    from sitegen.build.clearing import Changed
    from sitegen.cache import Ledger
    from sitegen.problem import Problem
    from sitegen.publish import Staged

_MANY_PICTURES = 8

# file, line, kind, shown: a leak from another process
LeakPlain = tuple[str, int, str, str]
Leaks = tuple[LeakPlain, ...]
# Of a file that was found clean: the digest of its bytes, what bore on it and its words (see `Knowledge.bearing`, `verify.looked`).
Read = tuple[bytes, bytes, bytes]
NOT_READ: Read = (b"", b"", b"")

WITHOUT_PICTURES = (".html", ".json", ".xml", ".txt", ".ics", ".css", ".js", ".woff2")


@dataclass(slots=True)
class Made:
    """The outputs after making, which of them lie in the stage to be placed, what leaked, and why each was remade."""

    outputs: dict[str, Output]
    written: list[str] = field(default_factory=list)
    leaks: list[verify.Leak] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remade: dict[str, str] = field(default_factory=dict)


class Examine:
    """How what is made is read by the verifier: by the process aside, or right where it is made when there is none."""

    def __init__(self, aside: Aside | None, knowledge: Callable[[], verify.Knowledge], unseen: tuple[tuple[str, bytes], ...]) -> None:
        self._aside, self._knowledge = aside, knowledge
        self._given: list[tuple[str, str]] = []
        if aside is not None:
            try:
                aside.hide(unseen)
            except crew.WorkerDiedError:
                self._aside = None

    def here(self, path: str, data: bytes) -> tuple[Leaks, Read]:
        """The leaks in a file that was just made, where it is read at once; in any process."""
        return ((), NOT_READ) if self._aside is not None else self.now(path, data)

    def now(self, path: str, data: bytes) -> tuple[Leaks, Read]:
        """The leaks in a file, read in this process; and what the ledger must keep of the reading when there are none."""
        return read(path, data, self._knowledge())

    def ready(self) -> None:
        """Have at hand what reading needs, before work is shared between processes."""
        if self._aside is None:
            self._knowledge()

    def differs(self, path: str, read: object, digest: bytes) -> bool:
        """Whether the register, as it is now, says anything of the file that it did not say when that was `read`."""
        if not isinstance(read, tuple):
            return True
        was, bearing, words = read
        return bool(was != digest or bearing != self._knowledge().bearing(words, pictures=not path.endswith(WITHOUT_PICTURES)))

    def give(self, path: str, file: str) -> None:
        """Tell that a finished file lies there; called in the first process only."""
        if self._aside is not None:
            self._given.append((path, file))
            with suppress(crew.WorkerDiedError):
                self._aside.read(path, file)

    def rest(self) -> Iterator[tuple[str, Leaks, Read]]:
        """Of each file that was given what `now` says."""
        if self._aside is None:
            return
        try:
            yield from self._aside.readings([path for path, _ in self._given])
        except crew.WorkerDiedError:
            for path, file in self._given:
                yield path, *self.now(path, Path(file).read_bytes())


def read(path: str, data: bytes, knowledge: verify.Knowledge) -> tuple[Leaks, Read]:
    """The leaks in a file, and what the ledger keeps of one without."""
    from sitegen import verify

    leaks, words = verify.looked(path, data, knowledge)
    if leaks:
        return tuple(leak.plain() for leak in leaks), NOT_READ
    return (), (fingerprint(data), knowledge.bearing(words, pictures=not path.endswith(WITHOUT_PICTURES)), words)


def make(
    artifacts: Sequence[Artifact], known: Mapping[str, Output], standing: Container[str], staged: Staged, output: Path, examine: Examine,
    *, ledger: Ledger, changed: Changed, prepare: Callable[[], None], told: Callable[[str, int, int], None] | None = None,
) -> Made:
    """Make every artifact whose call is new or whose file is not `standing` as it was placed; verify all that is made.

    `changed` says what is new in the register since the verifier last read: who is in it, and it reads again each file that
    this can bear on; what parents allow, and of those only what can hold a picture. The ledger keeps what was read.
    `prepare` is done before work is shared between processes.
    """
    result = Made({})
    todo: list[Artifact] = []
    stay: list[str] = []
    base = os.fspath(output)
    outputs = result.outputs
    for artifact in artifacts:
        path = artifact.path
        was = known.get(path)
        if was is not None and was.key == artifact.key and path in standing:
            outputs[path] = was
            stay.append(path)
        else:
            result.remade[path] = _why(artifact, was)
            todo.append(artifact)

    groups, worth_it = _together(todo)
    if len(groups) >= worth_it:
        prepare()
        examine.ready()
    for outcome in _counted(crew.surely(groups, lambda part: _work(part, known, staged, base, examine), worth_it=worth_it), len(todo), told):
        _merge(result, outcome, ledger)
        path, made, written, *_ = outcome
        if made is not None:
            examine.give(path, os.path.join(staged if written else base, path))
    again = [path for path in stay if changed == "namen" or not path.endswith(WITHOUT_PICTURES)] if changed else []
    again = [path for path in again if examine.differs(path, ledger.fetch("read", path.encode()), outputs[path].digest)]
    for outcome in crew.surely(again, lambda part: _read_again(part, base, examine)):
        _merge(result, outcome, ledger)
    for path, leaks, seen in examine.rest():
        _merge(result, (path, None, False, leaks, (), seen), ledger)
    ledger.forget("read", [path.encode() for path in known.keys() - outputs.keys()])
    return result


def standing(known: Mapping[str, Output], output: Path) -> frozenset[str]:
    """Which of the known files still are in the output as they were placed, by size and time."""
    start = os.fspath(output) + os.sep
    return frozenset([path for path, was in known.items() if _stands(start + path, was)])


def _stands(full: str, was: Output) -> bool:
    try:
        status = os.stat(full)
    except OSError:
        return False
    return status.st_size == was.size and status.st_mtime_ns == was.changed


def _together(todo: Sequence[Artifact]) -> tuple[list[list[Artifact]], int]:
    """What is to be made, in pieces for the workers; and from how many pieces on sharing is worth a fork.

    The slowest first, so that no core waits at the end for one picture. All sizes of a picture go to one worker, which
    decodes it once; with few pictures each size goes by itself, so that every core has work.
    """
    pictures: dict[str, list[Artifact]] = {}
    rest = []
    for artifact in todo:
        if artifact.why == "foto":
            pictures.setdefault(artifact.path.partition("-")[0], []).append(artifact)
        else:
            rest.append([artifact])
    few = len(pictures) < _MANY_PICTURES
    groups = [part for group in pictures.values() for part in ([[one] for one in group] if few else [group])]
    return groups + rest, 2 if pictures else crew.WORTH_IT


def _counted(outcomes: Iterable[Any], total: int, told: Callable[[str, int, int], None] | None) -> Iterator[Any]:
    for done, outcome in enumerate(outcomes, 1):
        if told:
            told("bestanden", done, total)
        yield outcome


def _merge(result: Made, outcome: Any, ledger: Ledger) -> None:
    path, output, written, leaks, problems, seen = outcome
    if seen != NOT_READ:
        ledger.keep("read", [(path.encode(), seen)])
    if output is not None:
        result.outputs[path] = Output._make(output)
    if written:
        result.written.append(path)
    result.leaks.extend(_leaks(leaks))
    result.problems.extend(from_plain(problems))


def _leaks(plain: Iterable[LeakPlain]) -> Iterator[verify.Leak]:
    for leak in plain:
        from sitegen import verify

        yield verify.Leak(*leak)


def _work(
    part: Sequence[Sequence[Artifact]], known: Mapping[str, Output], staged: Staged, base: str, examine: Examine
) -> Iterator[object]:
    for artifact in (one for group in part for one in group):
        try:
            data = artifact.call()
        except SiteError as error:
            yield artifact.path, None, False, (), tuple(one.plain() for one in error.problems), NOT_READ
            continue
        digest = fingerprint(data)
        leaks, seen = examine.here(artifact.path, data)
        same = _unchanged(base, artifact.path, data, digest, known.get(artifact.path))
        if same is not None:
            yield artifact.path, (artifact.key, digest, *same), False, leaks, (), seen
        else:
            size, changed = publish.write(staged, artifact.path, data)
            yield artifact.path, (artifact.key, digest, size, changed), True, leaks, (), seen


def _read_again(part: Sequence[str], base: str, examine: Examine) -> Iterator[object]:
    for path in part:
        with open(os.path.join(base, path), "rb") as stream:
            leaks, seen = examine.now(path, stream.read())
        yield path, None, False, leaks, (), seen


def _unchanged(base: str, path: str, data: bytes, digest: bytes, was: Output | None) -> tuple[int, int] | None:
    """Size and time of the published file when its bytes are these already: what hasn't changed is not rewritten."""
    full = os.path.join(base, path)
    try:
        status = os.stat(full)
        if status.st_size != len(data):
            return None
        if was is None or was.digest != digest or status.st_mtime_ns != was.changed:
            with open(full, "rb") as stream:
                if stream.read() != data:
                    return None
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _why(artifact: Artifact, was: Output | None) -> str:
    if was is None:
        return f"{artifact.why}: nieuw"
    if was.key == artifact.key:
        return f"{artifact.why}: het bestand in de uitvoer was weg of veranderd"
    return f"{artifact.why}: iets waar dit bestand van afhangt is veranderd"
