"""Days outside the holidays: nobody is silent in the holidays."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sitegen import sources
from sitegen.decoding import decode
from sitegen.problem import SiteError
from sitegen.readers import calendar

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

CALENDAR = "content/kalender.yaml"


def holidays(root: Path) -> AbstractSet[str]:
    """Every day (ISO) of the holidays in the school's calendar; none when there is no calendar, or it can't be read."""
    try:
        entries, _ = calendar.read(decode(sources.read(root, CALENDAR), CALENDAR), CALENDAR)
    except (OSError, SiteError):
        return frozenset()
    return frozenset(day for one in entries if one.kind == "vakantie" for day in _days(one.first, one.last))


def since(last: dt.date, day: dt.date, free: AbstractSet[str]) -> int:
    """How many days went by from `last` to `day`, holidays not counted."""
    return sum((last + dt.timedelta(days=number)).isoformat() not in free for number in range(1, (day - last).days + 1))


def _days(first: str, last: str) -> list[str]:
    start = dt.date.fromisoformat(first)
    return [(start + dt.timedelta(days=number)).isoformat() for number in range((dt.date.fromisoformat(last) - start).days + 1)]
