"""A grid under its header: columns by field, cleaned, and how each was understood."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from sitegen.dutch import no_such_day
from sitegen.importers.headings import LABELS, Headings
from sitegen.importers.names import name_of
from sitegen.importers.part import Column, Keys
from sitegen.problem import Problem, Severity
from sitegen.register import Name, Private, pupil_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sitegen.importers.grid import Grid
    from sitegen.problem import Place


T = TypeVar("T")


@dataclass(frozen=True)
class Sheet:
    """The rows below the header that hold anything, as columns of equal length; faults in them are collected in `problems`."""

    place: Place
    headings: Headings
    columns: Sequence[Sequence[str]]
    lines: Sequence[int]
    grid: Grid
    problems: list[Problem]
    unreadable: dict[int, list[str]]

    def column(self, field: str) -> Sequence[str]:
        """The cells of `field`, without white space around them; empty cells when the table has no such column."""
        places = self.headings.fields.get(field, ())
        if not places:
            return [""] * len(self.lines)
        cells = self.at(places[0])
        for place in places[1:]:
            cells = [one or other for one, other in zip(cells, self.at(place), strict=True)]
        return cells

    def every(self, field: str) -> Sequence[tuple[str, ...]]:
        """Per row all filled cells of `field`: a family has more than one telephone."""
        places = self.headings.fields.get(field, ())
        return [tuple(filter(None, cells)) for cells in zip(*(self.at(place) for place in places), strict=True)] if places else [()] * len(self.lines)

    def at(self, place: int) -> Sequence[str]:
        """The cells of the column at `place`, without white space around them."""
        cells = self.columns[place]
        if self.grid.tidy:
            return cells
        clean = {cell: cell.strip() for cell in set(cells)}
        return [clean[cell] for cell in cells]

    def read(self, field: str, parse: Callable[[str], T], code: str, remedy: str) -> Sequence[T | None]:
        """The cells of `field` as `parse` reads them; a cell that raises ValueError is None and becomes a problem."""
        cells = self.column(field)
        values: dict[str, T | None] = {}
        for cell in set(cells):
            try:
                values[cell] = parse(cell)
            except ValueError:
                values[cell] = None
                for place in self.headings.fields.get(field, ())[:1]:
                    self.unreadable.setdefault(place, []).append(cell)
                why = no_such_day(cell) if code == "register-datum" else ""
                self.fault(self.lines_with(cells, cell), code, f"de dag onder '{self.header(field)}' bestaat niet: {why}." if why else f"wat onder '{self.header(field)}' staat is niet te lezen.", remedy)
        return [values[cell] for cell in cells]

    def fault(self, lines: Sequence[int], code: str, fault: str, remedy: str, severity: Severity = "fout") -> None:
        """Note what is wrong on these lines: at the first, naming the others."""
        where = f"blad {self.grid.sheet}: " if self.grid.sheet else ""
        self.problems.append(Problem(replace(self.place, line=lines[0] if lines else self.header_line), code, f"{where}{fault}{also(lines)}", remedy, severity))

    def unread(self, place: int, cell: str) -> None:
        """Remember a cell that means nothing, for `inspect`."""
        self.unreadable.setdefault(place, []).append(cell)

    def lines_with(self, cells: Sequence[str], cell: str) -> list[int]:
        """The lines whose cell is `cell`."""
        return [line for line, one in zip(self.lines, cells, strict=True) if one == cell]

    def header(self, field: str) -> str:
        """The header as the file writes it; the field's own name when the table has no such column."""
        places = self.headings.fields.get(field)
        return self.headings.headers[places[0]] if places else LABELS[field]

    @property
    def header_line(self) -> int:
        """The line of the header itself."""
        return self.grid.lines[self.headings.row]

    @cached_property
    def keys(self) -> Keys:
        """Whom each row is about."""
        # "de Vries" under Achternaam is Vries here as in the list of pupils, where the tussenvoegsel has a column of its own.
        lasts = [name_of("", "", last).last if last[:1].islower() or last[:1] in {"'", "’", "`"} or ", " in last else last for last in self.column("last")]
        return Keys(self.numbers, self.column("first"), lasts, self.lines)

    @cached_property
    def numbers(self) -> Sequence[str]:
        """The pupil numbers as the register keeps them; a table without "Leerlingnummer" may call them "Id" or "Key"."""
        cells = self.column("number" if self.headings.has("number") else "id")
        clean = {cell: pupil_number(cell) for cell in set(cells)}
        return [clean[cell] for cell in cells]

    def names(self) -> Sequence[Name]:
        """The people's names, row by row."""
        official = (tuple(cell.split()) for cell in self.column("official"))
        return [name_of(*parts) for parts in zip(self.column("first"), self.column("prefix"), self.column("last"), official, strict=True)]

    def private(self) -> Sequence[Private]:
        """The people's private contact data, row by row."""
        streets = [" ".join(filter(None, parts)) for parts in zip(self.column("street"), self.column("house"), self.column("house_extra"), strict=True)]
        cells = (self.every("phone"), self.every("email"), streets, self.column("postcode"), self.column("town"), self.every("iban"), self.column("birth"))
        return [Private(*parts) for parts in zip(*cells, strict=True)]

    def explained(self, used: frozenset[str]) -> tuple[tuple[Column, ...], tuple[str, ...]]:
        """How every column was understood, and the headers of those that were dropped at the door."""
        meanings = {place: LABELS[field] for field, places in self.headings.fields.items() if field in used for place in places}
        meanings |= {place: ", ".join(one.categories) + (" (omgekeerd)" if one.objection else "") for place, one in self.headings.questions.items()}
        columns = tuple(
            Column(header, meanings.get(place, ""), len(self.lines) - self.at(place).count(""), tuple(self.unreadable.get(place, ())))
            for place, header in enumerate(self.headings.headers) if header
        )
        return columns, tuple(column.header for column in columns if not column.meaning)


def also(lines: Sequence[int]) -> str:
    """The lines after the first, for the message about the first."""
    return f" (ook op regel {', '.join(map(str, lines[1:6]))}{' en verder' if len(lines) > 6 else ''})" if len(lines) > 1 else ""


def below(grid: Grid, headings: Headings, place: Place) -> Sheet:
    """The sheet below the header; blank rows are left out, short rows filled up, too long ones are a problem."""
    start = headings.row + 1
    width = len(headings.headers)
    rows: Sequence[Sequence[str]] = grid.rows[start:]
    lines: Sequence[int] = grid.lines[start:]
    problems: list[Problem] = []
    # Two questions that C answers at once for the usual file, instead of one asked row by row.
    if rows and (set(map(len, rows)) != {width} or [""] * width in rows or not grid.tidy):
        rows, lines, problems = _even(rows, lines, width, place)
    columns: Sequence[Sequence[str]] = list(zip(*rows, strict=True)) if rows else [()] * width
    return Sheet(place, headings, columns, lines, grid, problems, {})


def _even(rows: Sequence[Sequence[str]], lines: Sequence[int], width: int, place: Place) -> tuple[list[Sequence[str]], list[int], list[Problem]]:
    even: list[Sequence[str]] = []
    kept: list[int] = []
    problems: list[Problem] = []
    for row, line in zip(rows, lines, strict=True):
        if not any(cell.strip() for cell in row):
            continue
        if any(cell.strip() for cell in row[width:]):
            problems.append(Problem(replace(place, line=line), "register-te-breed", "deze regel heeft meer cellen dan de kop; de kolommen zijn dus verschoven.", "Zet aanhalingstekens om een waarde waarin een scheidingsteken staat."))
        even.append([*row[:width], *[""] * (width - len(row))])
        kept.append(line)
    return even, kept, problems
