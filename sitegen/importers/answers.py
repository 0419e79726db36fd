"""All consent of a school, kept by column and resolved child by child, only when somebody asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.consent import CATEGORIES, UNKNOWN, Answer, Decision, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.importers.part import Rulings, Snapshot

# Who a yes is "of" when nobody dated it: a carer of its own, so that a fresh copy of an old list never lifts a written no.
_SOMEBODY = "een ouder"


@dataclass(frozen=True, slots=True)
class Dated:
    """A snapshot with what its rows lack: the file's day, and its name as a source."""

    table: Snapshot
    file_day: dt.date
    file: str


@dataclass(frozen=True, slots=True)
class Book:
    """Every recorded decision.

    told and ruled: per table of `snapshots` and `rulings`, number → the rows about that child. left: number → day of leaving, None when that isn't known. blocked: number → why.
    """

    snapshots: Sequence[Dated]
    rulings: Sequence[Rulings]
    told: Sequence[Mapping[str, Sequence[int]]]
    ruled: Sequence[Mapping[str, Sequence[int]]]
    left: Mapping[str, dt.date | None]
    blocked: Mapping[str, str]

    def of(self, number: str) -> tuple[Decision, ...]:
        """Everything recorded for one child, snapshot and decisions, whenever it was valid."""
        return (*self._told(number), *self._ruled(number))

    def _told(self, number: str, day: dt.date = dt.date.max) -> Iterator[Decision]:
        for dated, rows in zip(self.snapshots, self.told, strict=True):
            # A second row of tomorrow doesn't make two parents of one today.
            mine = [row for row in rows.get(number, ()) if (dated.table.since[row] or dated.file_day) <= day]
            for row in mine:
                yield from self._row(dated, row, number, alone=len(mine) == 1)

    @staticmethod
    def _row(dated: Dated, row: int, number: str, *, alone: bool) -> Iterator[Decision]:
        table = dated.table
        since, carer = table.since[row], table.carers[row]
        if not carer and not alone:
            # Two rows for one child are two parents: the strictest counts.
            carer = f"de ouder van regel {table.keys.lines[row]}"
        source = table.sources[row] or dated.file
        for name, cells in table.cells.items():
            allowed = cells[row]
            if allowed is not None:
                own = _SOMEBODY if allowed and since is None and not carer else carer
                yield Decision(number, name, allowed, since or dated.file_day, None, own, source)

    def _ruled(self, number: str) -> Iterator[Decision]:
        for table, rows in zip(self.rulings, self.ruled, strict=True):
            for row in rows.get(number, ()):
                for name in table.categories[row]:
                    yield Decision(number, name, table.allowed[row], table.since[row], table.until[row], table.carers[row], table.sources[row])

    def resolved(self, number: str, day: dt.date) -> dict[str, Answer]:
        """The child's answer to every category on `day`, as far as anything at all is known about it."""
        if number in self.blocked:
            blocked = Answer("nee", self.blocked[number])
            return dict.fromkeys(CATEGORIES, blocked)
        gone = number in self.left
        found: dict[str, list[Decision]] = {}
        for decision in self._ruled(number) if gone else (*self._told(number, day), *self._ruled(number)):
            if not gone or self._after_leaving(decision):
                found.setdefault(decision.category, []).append(decision)
        names = CATEGORIES if gone else tuple(found)
        return {name: resolve(found.get(name, ()), day, left=gone) for name in names}

    def _after_leaving(self, decision: Decision) -> bool:
        # A no of any time still counts; a yes only when it was given after the child had left.
        left_on = self.left[decision.number]
        return not decision.allowed or (left_on is not None and decision.since > left_on)


class Answers(Mapping[str, Answer]):
    """One child's answers, category → answer, resolved at the first question. Behaves, compares and travels as a dict."""

    __slots__ = ("_book", "_day", "_found", "_number")

    def __init__(self, book: Book, number: str, day: dt.date) -> None:
        self._book = book
        self._number = number
        self._day = day
        self._found: dict[str, Answer] | None = None

    def _resolved(self) -> dict[str, Answer]:
        if self._found is None:
            self._found = self._book.resolved(self._number, self._day)
        return self._found

    def __getitem__(self, name: str) -> Answer:
        return self._resolved()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._resolved())

    def __len__(self) -> int:
        return len(self._resolved())

    def __repr__(self) -> str:
        return repr(self._resolved())

    def __reduce__(self) -> tuple[type[dict[str, Answer]], tuple[dict[str, Answer]]]:
        return dict, (self._resolved(),)


def unanswered(answers: Mapping[str, Mapping[str, Answer]], asked: frozenset[str], number: str) -> tuple[str, ...]:
    """The categories among `asked` to which this child's parents gave no answer that counts today."""
    mine = answers.get(number, {})
    return tuple(name for name in CATEGORIES if name in asked and mine.get(name, UNKNOWN).verdict == "onbekend")
