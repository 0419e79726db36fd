"""What one file of the register says, before it is joined with the others: the value every importer returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sitegen.problem import Place, Problem
    from sitegen.register import Accepted, Carer, Member, Pupil, Staff


class Child(NamedTuple):
    """A pupil as one file knows it; `left_on` is the day of leaving as written, `gone` that the file lists former pupils."""

    pupil: Pupil
    left_on: dt.date | None
    gone: bool
    line: int


@dataclass(frozen=True, slots=True)
class Keys:
    """Whom each row of a table is about: the pupil number ("" when the table has none) and the name as written."""

    numbers: Sequence[str]
    firsts: Sequence[str]
    lasts: Sequence[str]
    lines: Sequence[int]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A consent overview, kept by column: 60,000 answers are 13 columns, and an object only where a page asks for it.

    cells: category → per row True, False or None (nothing filled in). since: per row, None when the row has no date.
    """

    keys: Keys
    cells: Mapping[str, Sequence[bool | None]]
    since: Sequence[dt.date | None]
    sources: Sequence[str]
    carers: Sequence[str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """Dated decisions, kept by column. A row that can't be read is a "nee" to everything from the beginning of time."""

    keys: Keys
    categories: Sequence[tuple[str, ...]]
    allowed: Sequence[bool]
    since: Sequence[dt.date]
    until: Sequence[dt.date | None]
    carers: Sequence[str]
    sources: Sequence[str]


class Column(NamedTuple):
    """How one column was understood, for `register inspect`; `meaning` is empty when it wasn't.

    unreadable: the cells that mean nothing. Only `inspect` shows them: in a table that has shifted they are names.
    """

    header: str
    meaning: str
    filled: int
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One table or export: `what` it was taken for ("leerlingen", "toestemming", …; "" when it wasn't recognised).

    dropped: fields that were in the file and were not read any further. accepted: with the last day on which each holds.
    """

    place: Place
    what: str
    rows: int = 0
    sheet: str = ""
    children: tuple[Child, ...] = ()
    carers: tuple[Carer, ...] = ()
    staff: tuple[Staff, ...] = ()
    members: tuple[Member, ...] = ()
    accepted: tuple[tuple[Accepted, dt.date | None], ...] = ()
    snapshot: Snapshot | None = None
    rulings: Rulings | None = None
    asked: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    dropped: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
