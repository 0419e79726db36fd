"""Cells of a table become values: yes or no, a day, a pupil number. What can't be read is said, never guessed."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The three vocabularies of FORMATS §3. A column speaks either of permission (ja/nee) or of objection (bezwaar).
_JA = frozenset({"ja", "j", "yes", "y", "true", "waar", "1", "x", "✓", "✔", "☑"})
_NEE = frozenset({"nee", "n", "no", "false", "onwaar", "0"})
_ALLOWED = frozenset({"toegestaan", "toestemming", "wel toestemming", "akkoord"})
_REFUSED = frozenset({"niet toegestaan", "geen toestemming", "niet akkoord", "ingetrokken"})
_NO_OBJECTION = frozenset({"geen bezwaar"})
_OBJECTION = frozenset({"bezwaar", "wel bezwaar"})
_NOTHING = frozenset({"", "-", "–", "—", "?", "nog niet ingevuld", "niet ingevuld", "geen keuze", "onbekend"})

_MONTHS = {
    "jan": 1, "feb": 2, "mrt": 3, "maart": 3, "apr": 4, "mei": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "okt": 10, "nov": 11, "dec": 12, "januari": 1, "februari": 2, "april": 4, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12, "mar": 3, "may": 5, "oct": 10,
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z")
_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\Z")
_WORDS = re.compile(r"(\d{1,2})[- ]([a-z]{3,9})\.?[- ](\d{4})\Z")
_TIME = re.compile(r"[T ,]+\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?( ?uur)?(Z|[+-]\d{2}:?\d{2})?\Z", re.IGNORECASE)
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?\Z")
# Day 0 of Excel's calendar, one day early because Excel believes in 29 February 1900.
_EXCEL = dt.date(1899, 12, 30)


def plain(text: str) -> str:
    """`text` in lower case with single spaces, to compare cells with words."""
    return " ".join(text.casefold().split())


def verdicts(values: Iterable[str], *, objection: bool) -> tuple[Mapping[str, bool | None], tuple[str, ...], bool]:
    """What each of the distinct `values` of a column means: allowed, refused or nothing filled in.

    `objection`: the header asks for an objection ("Bezwaar website"), so ja means no. Returns the readings, the values
    that have none, and whether the column mixes both vocabularies (FORMATS §3: such a column is refused).
    """
    readings: dict[str, bool | None] = {}
    unreadable: list[str] = []
    yes_no = bezwaar = False
    for value in values:
        word = plain(value)
        if word in _NOTHING:
            readings[value] = None
        elif word in _JA or word in _NEE:
            yes_no = True
            readings[value] = (word in _JA) != objection
        elif word in _OBJECTION or word in _NO_OBJECTION:
            bezwaar = True
            readings[value] = word in _NO_OBJECTION
        elif word in _ALLOWED or word in _REFUSED:
            readings[value] = word in _ALLOWED
        else:
            unreadable.append(value)
    return readings, tuple(sorted(unreadable)), yes_no and bezwaar


def day(text: str) -> dt.date | None:
    """The day in a cell: 12-09-2026, 2026-09-12, 12 sep 2026, an Excel number; None when empty.

    Raises ValueError when there is something that isn't a day.
    """
    text = _TIME.sub("", text.strip())
    if text in {"", "-"}:
        return None
    if found := _ISO.match(text):
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DUTCH.match(text):
        year = int(found[3])
        return dt.date(year + 2000 if year < 100 else year, int(found[2]), int(found[1]))
    if (found := _WORDS.match(plain(text))) and found[2] in _MONTHS:
        return dt.date(int(found[3]), _MONTHS[found[2]], int(found[1]))
    if _SERIAL.match(text):
        return _EXCEL + dt.timedelta(days=int(text[:5]))
    raise ValueError(text)
