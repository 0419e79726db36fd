"""The school's calendar: a page for eyes and kalender.ics for agendas (RFC 5545: all-day ends are exclusive)."""

from __future__ import annotations

import datetime as dt
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs.frame import Frame, frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.edition import Edition, Event
    from sitegen.privacy.cleared import Site
    from sitegen.school import School
    from sitegen.theme import Theme

_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""


def calendar(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """kalender/ with the school years that still matter, and the feed with everything."""
    if not edition.calendar:
        return
    around = frame(edition, theme)
    start = _school_year_start(edition.day)
    events = tuple(event for event in edition.calendar if event.last >= start)
    yield Artifact("kalender/index.html", partial(_page, around, events), fingerprint(around.key, repr(events)), "kalender")
    yield Artifact("kalender.ics", partial(_feed, edition.school, events), fingerprint(repr(edition.school), repr(events)), "kalender")


def _school_year_start(day: str) -> str:
    year = int(day[:4]) if day[5:7] >= "08" else int(day[:4]) - 1
    return f"{year}-08-01"


def _page(around: Frame, events: Sequence[Event]) -> bytes:
    months: dict[str, list[Event]] = {}
    for event in events:
        months.setdefault(f"{dutch.MONTHS[int(event.first[5:7]) - 1]} {event.first[:4]}", []).append(event)
    free = [event for event in events if event.kind in {"vakantie", "studiedag"}]
    return around.render("calendar.html", url="kalender/", title="Kalender", summary=f"Vakanties, studiedagen en activiteiten van {around.school.name}.", months=list(months.items()), free=free)


def _feed(school: School, events: Sequence[Event]) -> bytes:
    host = school.base_url.partition("://")[2].partition("/")[0] or "school.example"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sitegen//kalender//NL", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{_escape(school.name)}", *_ZONE.split("\n")]
    for event in events:
        lines += _event(event, host)
    return ("\r\n".join(folded for line in [*lines, "END:VCALENDAR"] for folded in _fold(line)) + "\r\n").encode()


def _event(event: Event, host: str) -> list[str]:
    # Stable over edits of time or place: what and when it begins is what it is.
    uid = blake2b(f"{event.first}|{event.title}|{event.kind}".encode(), digest_size=10).hexdigest()
    stamp = f"{event.first.replace('-', '')}T000000Z"
    if event.start:
        end = event.end or _hour_later(event.start)
        when = [f"DTSTART;TZID=Europe/Amsterdam:{_moment(event.first, event.start)}", f"DTEND;TZID=Europe/Amsterdam:{_moment(event.last, end)}"]
    else:
        after = dt.date.fromisoformat(event.last) + dt.timedelta(days=1)
        when = [f"DTSTART;VALUE=DATE:{event.first.replace('-', '')}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    return ["BEGIN:VEVENT", f"UID:{uid}@{host}", f"DTSTAMP:{stamp}", *when, f"SUMMARY:{_escape(event.title)}", f"CATEGORIES:{event.kind.upper()}", "TRANSP:TRANSPARENT", "END:VEVENT"]


def _moment(day: str, clock: str) -> str:
    hour, minute = clock.split(".")
    return f"{day.replace('-', '')}T{int(hour):02}{minute}00"


def _hour_later(clock: str) -> str:
    hour, minute = clock.split(".")
    return f"{min(int(hour) + 1, 23)}.{minute if int(hour) < 23 else 59}"


def _escape(value: str) -> str:
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> list[str]:
    data, parts = line.encode(), []
    while len(data) > 75:
        cut = 75 if not parts else 74
        while data[cut] & 0xC0 == 0x80:  # never inside a character
            cut -= 1
        parts.append(data[:cut])
        data = data[cut:]
    parts.append(data)
    return [("" if not number else " ") + part.decode() for number, part in enumerate(parts)]
