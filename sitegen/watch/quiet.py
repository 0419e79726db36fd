"""When is it time to build? When something changed, nothing more came for a moment, and every file is whole.

Pure but for `Look`: the clock and the looks at files are given, so that tests need no waiting.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

# Size and time (ns) of a file, or None when it isn't there.
Seen = tuple[int, int] | None
Look = Callable[[str], Seen]


class Pace(NamedTuple):
    """How many seconds nothing must happen, and after how many it is time anyway.

    `patience` is for a file that was created and not yet closed: a slow copy may pause.
    """

    quiet: float = 0.15
    patience: float = 0.15
    limit: float = 60.0


USUAL = Pace()


@dataclass(slots=True)
class Quiet:
    """Collects changes until it has been quiet for long enough."""

    look: Look
    pace: Pace = USUAL
    _first: float | None = None
    _due: float = 0.0
    _paths: set[str] = field(default_factory=set)
    _looked: Mapping[str, Seen] | None = None

    def note(self, path: str, now: float, *, whole: bool) -> None:
        """Something happened to `path`; `whole`: its writer closed it, or it was moved or removed."""
        if self._first is None:
            self._first = now
        self._paths.add(path)
        self._looked = None
        self._due = max(self._due, now + (self.pace.quiet if whole else max(self.pace.quiet, self.pace.patience)))

    def wait(self, now: float) -> float | None:
        """Seconds until it is worth asking `ready`; None when nothing happened."""
        return None if self._first is None else max(0.0, self._due - now)

    def ready(self, now: float) -> frozenset[str]:
        """The changed paths when it is time to build, then forgotten; else an empty set, and `wait` says when to ask again.

        Takes two looks, a quiet moment apart: size and time of every changed file must be the same in both.
        """
        if self._first is None or now < self._due:
            return frozenset()
        looked = {path: self.look(path) for path in self._paths}
        if looked != self._looked and now - self._first < self.pace.limit:
            self._looked = looked
            self._due = now + self.pace.quiet
            return frozenset()
        paths = frozenset(self._paths)
        self._paths.clear()
        self._first = self._looked = None
        self._due = 0.0
        return paths
