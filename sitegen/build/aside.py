"""One letter changed: other processes read the register and clear the letter, while this one gets ready to make pages.

They begin before any has loaded its part of the program, which is most of what a small build costs: one reads the letter
and clears it, one knows the register and reads as the verifier what was made. The process that makes pages never sees the
register. When one of them dies, or there is only one core, the same is done here.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.build import crew, state
from sitegen.school import register_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sitegen.importers import Loaded
    from sitegen.problem import Plain
    from sitegen.school import School

# With more to clear than this, forking workers that share one register is quicker.
_FEW = 12


class About(NamedTuple):
    """What the register says of itself: problems, the day to which the consent overview goes (ISO, or ""), fields that were not read."""

    problems: tuple[Plain, ...]
    snapshot: str
    dropped: tuple[str, ...]

    @classmethod
    def of(cls, loaded: Loaded) -> About:
        """What a register that was read says of itself."""
        return cls(tuple(one.plain() for one in loaded.problems), loaded.snapshot.isoformat() if loaded.snapshot else "", loaded.dropped)


class Aside:
    """What the process that makes pages asks of the one that knows the register. Raises crew.WorkerDiedError when it is gone."""

    def __init__(self, partner: crew.Partner) -> None:
        self._partner = partner
        self._about: About | None = None

    def about(self) -> About:
        """What the register says of itself."""
        if self._about is None:
            self._partner.tell(("about",))
            self._about = About(*self._partner.answer())
        return self._about

    def clear(self, paths: Sequence[str], chapters: Mapping[str, str]) -> None:
        """Let these sources be cleared; see `cleared`."""
        self._partner.tell(("clear", tuple(paths), dict(chapters)))

    def cleared(self) -> Iterable[tuple[Any, Any]]:
        """The rows of the sources that `clear` named, as plain tuples, with what the ledger must keep of each."""
        return self._partner.answer()  # type: ignore[no-any-return]

    def text(self, value: str) -> str:
        """One line outside a page, as it may be published."""
        self._partner.tell(("text", value))
        return self._partner.answer()  # type: ignore[no-any-return]

    def hide(self, unseen: Iterable[tuple[str, bytes]]) -> None:
        """Say which pictures no page may show, by their look, before anything is to be read."""
        self._partner.tell(("hide", tuple(unseen)))

    def read(self, path: str, file: str) -> None:
        """Let the finished `file` be read, that is to stand at `path`; see `readings`."""
        self._partner.tell(("read", path, file))

    def readings(self, paths: Sequence[str]) -> Iterable[tuple[str, Any, Any]]:
        """Of each file that `read` named what `making.read` says. Raises crew.WorkerDiedError as well when not just these were read."""
        self._partner.tell(("readings",))
        found = self._partner.answer()
        if [path for path, *_ in found] != list(paths):
            raise crew.WorkerDiedError
        return found  # type: ignore[no-any-return]


@contextmanager
def begin(root: Path, day: dt.date, school: School, now: state.Inputs, known: state.Known) -> Iterator[Aside | None]:
    """The other process, where it is worth it: a few sources changed, and nothing else did since the last published build."""
    if not (crew.can_fork() and _few(now, known)):
        yield None
        return
    # Both are begun here, so that both are stopped and waited for here, whatever becomes of either.
    with ExitStack() as both:
        found = None
        with suppress(crew.WorkerDiedError):
            knows = both.enter_context(crew.partner(lambda asked: _knows(root, day, school, asked)))
            found = Aside(both.enter_context(crew.partner(lambda asked: _answers(root, now, school, knows, asked))))
        yield found


def _few(now: state.Inputs, known: state.Known) -> bool:
    if known.inputs is None:
        return False
    day, _output, files, around = known.inputs
    if day != now.day or around.get(state.SETTINGS) != now.around.get(state.SETTINGS) or not known.same_register():
        return False
    changed = dict(files).items() ^ dict(now.files).items()
    return 0 < len(changed) <= _FEW


def _answers(root: Path, now: state.Inputs, school: School, knows: crew.Partner, asked: Iterable[tuple[Any, ...]]) -> Iterator[object]:
    # With three processes on two cores: who knows the register goes first, for this one must wait for it.
    with suppress(OSError):
        os.nice(5)
    from sitegen.build import clearer

    yield from clearer.answers(root, now, school, knows, asked)


def _knows(root: Path, day: dt.date, school: School, asked: Iterable[tuple[Any, ...]]) -> Iterator[object]:
    from sitegen.build import knower

    yield from knower.answers(register_of(root, school), day, school, asked)
