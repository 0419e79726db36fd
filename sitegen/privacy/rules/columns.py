"""What the head of a column says about the cells under it: a phone, a house number, a date of birth, a school or a club."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.late import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from sitegen.privacy.passage import Cell, Line
    from sitegen.privacy.people import People


def headed(line: Line, head: re.Pattern[str], among: re.Pattern[str] | None = None) -> Iterator[Cell]:
    """The cells under a head that matches `head`; with `among`, only of tables that have a column of that too."""
    if not line.cells:
        return
    heads = [cell for cell in line.cells if cell.row == 0]
    wanted = {(cell.table, cell.column) for cell in heads if head.match(line.low, cell.start, cell.end)}
    if not wanted:
        return
    if among is not None:
        fitting = {cell.table for cell in heads if among.match(line.low, cell.start, cell.end)}
        wanted = {(table, column) for table, column in wanted if table in fitting}
    for cell in line.cells:
        if cell.row and (cell.table, cell.column) in wanted:
            yield cell


_BODIES = late(
    r"\s*(?:(?:middelbare|nieuwe|vervolg|basis|vo|stage|sport)[ -]?)?(?:scho(?:ol|len)|clubs?|verenigingen|vereniging|locaties?|plek|plaatsen|bedrij(?:f|ven)|bedrijfsnaam|organisaties?|instelling(?:en)?|instanties?|stichting(?:en)?|sponsors?|winkels?|bestemming(?:en)?"
    r"|partners?|rol(?:len)?|personages?|gebouw(?:en)?|lokaal|lokalen|zaal|straat|straten|boek(?:en)?|titels?|films?|waarheen|naar|gaat\s+naar|waar)\b[^\x1e\x1f]{0,20}\Z"
)


def of_bodies(line: Line) -> list[tuple[int, int]]:
    """Where the cells stand whose column holds schools, clubs, shops or books: what looks like a name there is theirs."""
    return [(cell.start, cell.end) for cell in headed(line, _BODIES)]


_ADULTS = late(
    r"\s*(?:gast|vak|zwem|gym)?(?:docent(?:en|e)?|trainers?|trainster|begeleiders?|begeleiding|juf|juffen|meesters?|juf\s*/\s*meester|juf\s+of\s+meester|leerkracht(?:en)?|coach(?:es)?|leiding|leiders?|leidster|vrijwilligers?|instructeurs?|gegeven\s+door|verzorgd\s+door|onder\s+leiding\s+van|contactpersoon|organisator|gastspreker)"
    r"\b[^\x1e\x1f]{0,12}\Z"
)
_BY = late(r"\s*(?:door|wie|gegeven\s+door)\s*\Z")
_COURSES = late(r"\s*(?:workshops?|cursus(?:sen)?|clinics?|lezing(?:en)?|gastles(?:sen)?)\b")


def of_adults(line: Line) -> list[tuple[int, int]]:
    """Where the cells stand whose column holds teachers and trainers."""
    return [(cell.start, cell.end) for cell in (*headed(line, _ADULTS), *headed(line, _BY, _COURSES))]


def of_staff(line: Line, people: People) -> list[tuple[int, int]]:
    """Where the cells stand whose column names somebody of the staff in full, and no child: "Maandag | Vrijdag" of a timetable."""
    cells = [cell for cell in line.cells if cell.row and not cell.header]
    staff = {(cell.table, cell.column) for cell in cells if _is_staff(line, cell, people)}
    if not staff:
        return []
    children = {(cell.table, cell.column) for cell in cells if _is_child(line, cell, people)}
    return [(cell.start, cell.end) for cell in cells if (cell.table, cell.column) in staff - children]


def _named(line: Line, cell: Cell) -> list[str]:
    return line.lows[line.word_at(cell.start) : line.word_at(cell.end)]


def _is_staff(line: Line, cell: Cell, people: People) -> bool:
    lows = _named(line, cell)
    return any(owner.role == "staff" and not owner.parsed.firsts.isdisjoint(lows) for low in lows for owner in people.adults.get(low, ()))


def _is_child(line: Line, cell: Cell, people: People) -> bool:
    lows = _named(line, cell)
    if _is_staff(line, cell, people):
        return False
    return any(not owner.parsed.firsts.isdisjoint(lows) for low in lows for owner in people.children.get(low, ()))
