"""What a website tells that is no longer so: past days on the front page, an old schoolgids, a silence."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.agenda import MONTHS
from sitegen.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.edition import Edition
    from sitegen.privacy.cleared import Site

SILENT_DAYS = 14
_DAY = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(MONTHS)})(?:\s+(20\d\d))?\b", re.IGNORECASE)


def stale(edition: Edition[Site]) -> tuple[Problem, ...]:
    """Warnings about what has grown old by the edition's day. Advice: never stops a build."""
    day = dt.date.fromisoformat(edition.day)
    return tuple(Problem(place, f"advies-{code}", fault, remedy, "waarschuwing") for place, code, fault, remedy in (*_home(edition, day), *_guide(edition, day), *_silence(edition, day)))


Warned = tuple[Place, str, str, str]


def _home(edition: Edition[Site], day: dt.date) -> Iterator[Warned]:
    own = edition.pages.cards.get("")
    if own is None:
        return
    cleared = edition.pages[""].fetch()
    for found in _DAY.finditer(re.sub(r"<[^>]*>", " ", cleared.body)):
        year = int(found[3]) if found[3] else day.year
        try:
            said = dt.date(year, MONTHS.index(found[2].lower()) + 1, int(found[1]))
        except ValueError:
            continue
        if said < day and (found[3] or (day - said).days < 180):
            yield Place(cleared.source), "voorbij", f"op de voorpagina staat '{found[0]}', en die dag is voorbij.", "Haal de zin weg, of zet het in content/kalender.yaml; dan verdwijnt het vanzelf."


def _guide(edition: Edition[Site], day: dt.date) -> Iterator[Warned]:
    year = dutch.school_year(day.isoformat())
    if edition.current and edition.current < year and day.month >= 8:
        yield Place(f"schoolgids/{edition.current}"), "oude-gids", f"schooljaar {year} is begonnen, maar de schoolgids is nog die van {edition.current}.", f"Zet de nieuwe gids in schoolgids/{year}/, of haal haar binnen met: sitegen schoolgids import"


def _silence(edition: Edition[Site], day: dt.date) -> Iterator[Warned]:
    if not edition.newsletters:
        return
    last = max(one.date for one in edition.newsletters)
    free = {one for event in edition.calendar if event.kind == "vakantie" for one in _days(event.first, event.last)}
    since = [one for one in _days(last, day.isoformat()) if one not in free and one > last]
    if len(since) > SILENT_DAYS:
        yield Place("newsletters"), "stil", f"de laatste nieuwsbrief is van {dutch.long_day(last)}; dat is meer dan twee schoolweken geleden.", "Begin een nieuwe met: sitegen new newsletter"


def _days(first: str, last: str) -> Iterable[str]:
    day, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    while day <= end:
        yield day.isoformat()
        day += dt.timedelta(days=1)
