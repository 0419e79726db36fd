"""How old the consent overview is: parents check their choices in windows, and an older overview misses those (P6)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sitegen.consent import in_words
from sitegen.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sitegen.importers.part import Part
    from sitegen.problem import Place


def judge(parts: Sequence[tuple[Part, dt.date]], windows: Iterable[str], day: dt.date, place: Place) -> tuple[dt.date | None, tuple[Problem, ...]]:
    """The day to which the overviews go (the last "Gewijzigd op", else the file's day), and a warning when that is too old."""
    overviews = [(part, file_day) for part, file_day in parts if part.snapshot]
    if not overviews:
        if any(part.rulings and part.rulings.allowed for part, _ in parts):
            return None, ()
        return None, (Problem(place, "register-geen-toestemming", "er is geen overzicht van de toestemmingen; van geen enkel kind wordt een foto of werk geplaatst.", "Zet een export van de toestemmingen als toestemming.csv in het register.", "waarschuwing"),)
    part, file_day = max(overviews, key=lambda pair: _last_change(pair[0]) or pair[1])
    changed = _last_change(part)
    opened, closed = last_window(windows, day)
    # An export made after the window is fresh even when the last parents to answer did so a week before it closed.
    fresh = (changed or file_day) >= closed or (changed is not None and changed >= opened and file_day >= closed)
    if fresh:
        return changed or file_day, ()
    return changed or file_day, (Problem(
        part.place, "register-verouderd",
        f"dit overzicht gaat tot {in_words(changed or file_day)}; ouders konden daarna hun keuzes nog nakijken tot en met {in_words(closed)}.",
        "Maak een nieuwe export van de toestemmingen en zet die in de plaats van dit bestand.", "waarschuwing",
    ),)


def _last_change(part: Part) -> dt.date | None:
    return max((day for day in part.snapshot.since if day), default=None) if part.snapshot else None


def last_window(windows: Iterable[str], day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the window that closed last before `day`; windows are "09-01/10-01", and may pass New Year."""
    spans = []
    for window in windows:
        first, _, last = window.partition("/")
        for year in (day.year - 1, day.year):
            closed = _date(year, last)
            opened = _date(year, first) if first <= last else _date(year - 1, first)
            if closed < day:
                spans.append((closed, opened))
    closed, opened = max(spans, default=(dt.date.min, dt.date.min))
    return opened, closed


def _date(year: int, month_day: str) -> dt.date:
    month, _, number = month_day.partition("-")
    try:
        return dt.date(year, int(month), int(number))
    except ValueError:
        return dt.date(year, int(month), 28)
