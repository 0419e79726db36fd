"""Dates and numbers as Dutch readers write them, without the machine's locale (which may lack Dutch)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from sitegen.late import late

if TYPE_CHECKING:
    from collections.abc import Mapping

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
# As the calendar on the wall has them: "mrt", not "maa".
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


_WRITTEN = late(r"\s*(?:(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})|(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<y>\d{4}|\d\d))\s*\Z")


def no_such_day(text: str) -> str:
    """Why a day that is written well doesn't exist: "31-11-2026" → "november heeft 30 dagen"; empty for anything else."""
    found = _WRITTEN.match(text)
    if not found:
        return ""
    year, month, day = (int(found[long] or found[short]) for long, short in (("year", "y"), ("month", "m"), ("day", "d")))
    if not 1 <= month <= 12:
        return "een jaar heeft 12 maanden"
    if year < 1:
        return ""
    year += 2000 if year < 100 else 0
    most = calendar.monthrange(year, month)[1]
    name = MONTHS[month - 1] + (f" {year}" if month == 2 else "")
    return "" if 1 <= day <= most else f"{name} heeft {most} dagen" if day else f"{name} begint op dag 1"


def long_day(iso: str) -> str:
    """ "2026-11-20" → "vrijdag 20 november 2026"; an empty text stays empty."""
    if not iso:
        return ""
    day = dt.date.fromisoformat(iso)
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(iso: str) -> str:
    """ "2026-11-20" → "vr 20 nov"."""
    if not iso:
        return ""
    day = dt.date.fromisoformat(iso)
    return f"{DAYS[day.weekday()][:2]} {day.day} {SHORT_MONTHS[day.month - 1]}"


def day_and_month(iso: str) -> str:
    """ "2026-11-20" → "20 november"."""
    return f"{int(iso[8:10])} {MONTHS[int(iso[5:7]) - 1]}" if iso else ""


def month_and_year(iso: str) -> str:
    """ "2026-11-20" or "2026-11" → "november 2026"."""
    return f"{MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"


def day_number(iso: str) -> str:
    """ "2026-11-05" → "5"."""
    return str(int(iso[8:10])) if iso else ""


def short_month(iso: str) -> str:
    """ "2026-11-05" → "nov"."""
    return SHORT_MONTHS[int(iso[5:7]) - 1] if iso else ""


def weekday(iso: str) -> str:
    """ "2026-11-20" → "vrijdag"."""
    return DAYS[dt.date.fromisoformat(iso).weekday()] if iso else ""


def week_number(iso: str) -> int:
    """The ISO week of a day: parents plan by it."""
    return dt.date.fromisoformat(iso).isocalendar().week


def span(first: str, last: str) -> str:
    """One day, or from–to: "ma 21 dec t/m vr 1 jan"."""
    return short_day(first) if first == last else f"{short_day(first)} t/m {short_day(last)}"


def long_span(first: str, last: str) -> str:
    """One day or a period in full: "maandag 7 december 2026", "10 t/m 18 oktober 2026", "19 december 2026 t/m 3 januari 2027"."""
    if first == last:
        return long_day(first)
    if first[:7] == last[:7]:
        return f"{int(first[8:])} t/m {day_and_month(last)} {last[:4]}"
    if first[:4] == last[:4]:
        return f"{day_and_month(first)} t/m {day_and_month(last)} {last[:4]}"
    return f"{day_and_month(first)} {first[:4]} t/m {day_and_month(last)} {last[:4]}"


def dialled(number: str) -> str:
    """A phone number as a tel: link wants it: "0599-123 450" → "+31599123450"; short numbers stay as they are."""
    digits = re.sub(r"[^\d+]", "", number)
    return f"+31{digits[1:]}" if digits.startswith("0") and len(digits) == 10 and not digits.startswith(("0800", "0900")) else digits


def school_year(iso: str) -> str:
    """The school year that holds an ISO day; it turns on 1 August: 2026-11-27 → "2026-2027"."""
    start = int(iso[:4]) - (iso[5:7] < "08")
    return f"{start}-{start + 1}"


# What a build counts, when there is one of it.
_ONE = {"pagina's": "pagina", "nieuwsbrieven": "nieuwsbrief", "bestanden geschreven": "bestand geschreven"}


def amount(number: int, one: str, more: str) -> str:
    """A number with its noun: 1, "bestand", "bestanden" → "1 bestand"."""
    return f"{number} {one if number == 1 else more}"


def noun(number: int, name: str) -> str:
    """What a build counts, as it is called when there are so many: 1, "pagina's" → "pagina"."""
    return _ONE.get(name, name) if number == 1 else name


def counted(counts: Mapping[str, int]) -> str:
    """Counts in words, without the zeros: {"pagina's": 3, "nieuwsbrieven": 1} → "3 pagina's, 1 nieuwsbrief"."""
    return ", ".join(f"{number} {noun(number, name)}" for name, number in counts.items() if number)
