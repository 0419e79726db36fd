"""Dates of birth with a year: the year goes, the birthday may stay (FORMATS §6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.privacy.finding import Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People
    from sitegen.school import School

_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec)\.?"
# Whoever was born before 1930 is in the history books.
_YEAR = r"(?:19[3-9]\d|20[0-4]\d)"
_DATE = re.compile(
    rf"(?<!\d)(?:(?P<day>\d{{1,2}})(?:e|ste|de)?\s+(?P<month>{_MONTH})(?P<y1>,?\s*(?:'\d\d|{_YEAR}))|(?P<d2>\d{{1,2}}\s?[-/.]\s?\d{{1,2}})(?P<y2>\s?[-/.]\s?(?:{_YEAR}|'?\d\d))|(?P<iso>(?P<y3>{_YEAR}-)\d{{2}}-\d{{2}}))(?!\d|-\d)"
)
_BORN = re.compile(r"(?:geboren|geboortedat(?:um|a)|geb\.?(?:\s?dat\.?|datum)?|geboorte\b|ter wereld|het levenslicht|[*°†])[^.!?\x1e]{0,45}\Z|jarig[^.!?\x1e\x1f]{0,25}\(\Z")
_BORN_AFTER = re.compile(r"\s*(?:\)|,)?\s*(?:is|werd|zijn|kwam|zag)?\s*(?:[^\s.!?\x1e\x1f]+\s){0,6}?(?:geboren|ter wereld|het levenslicht)")
_NAMED = re.compile(r"[A-Z][\w'-]+\s*[,(]\s*\Z")
_YEARED = re.compile(rf"(?:geboren|geb\.|geboortejaar|bouwjaar van\b)\s*(?:in|:)?\s*(?P<year>{_YEAR})")


def births(people: People, school: School) -> Finder:
    """The year in a date of birth."""
    del people, school

    def find(line: Line) -> Iterator[Match]:
        low = line.low
        columns = {(cell.table, cell.column) for cell in line.cells if re.match(r"\s*(?:geb|geboorte)", low[cell.start : cell.end])}
        for found in _DATE.finditer(low):
            start, end = found.span()
            if not (_born(low, start, end) or _NAMED.search(line.text, max(0, start - 40), start) and _closed(low, end, found) or columns and _in_column(line, start, columns)):
                continue
            group = next(name for name in ("y1", "y2", "y3") if found[name])
            low_at, high_at = found.span(group)
            yield Match("geboortedatum", low_at, high_at, "", "geboortedatum met jaartal", f'uitzonderingen.yaml: - {{text: "{found[0]}", why: "…", who: "…"}}')

    return find


def _born(low: str, start: int, end: int) -> bool:
    return bool(_BORN.search(low, max(0, start - 70), start) or _BORN_AFTER.match(low, end))


def _closed(low: str, end: int, found: re.Match[str]) -> bool:
    year = re.search(r"\d{4}", found[0])
    return low[end : end + 1] in {")", "", "\x1e", "\x1f"} and bool(year) and int(year[0] if year else 0) < 2024


def _in_column(line: Line, position: int, columns: set[tuple[int, int]]) -> bool:
    return any(cell.start <= position < cell.end and (cell.table, cell.column) in columns for cell in line.cells)
