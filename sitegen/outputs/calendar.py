"""The school's calendar: a page for eyes and kalender.ics for agendas (RFC 5545: all-day ends are exclusive)."""

from __future__ import annotations

import datetime as dt
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.artifact import Artifact, fingerprint
from sitegen.fold import tokens
from sitegen.outputs import jsonld
from sitegen.outputs.frame import Frame, frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sitegen.edition import Edition, Event
    from sitegen.privacy.cleared import Site
    from sitegen.school import School
    from sitegen.theme import Theme

FREE = frozenset({"vakantie", "studiedag"})
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
    """kalender/ from this school year on, and two feeds: everything, and only the days off."""
    start = f"{dutch.school_year(edition.day)[:4]}-08-01"
    events = merged(event for event in edition.calendar if event.last >= start)
    if not edition.calendar:
        return
    around, school = frame(edition, theme), edition.school
    # The page folds the months that are over; it changes once a month.
    yield Artifact("kalender/index.html", partial(_page, around, events, edition.day[:7]), fingerprint(around.key, repr(events), edition.day[:7]), "kalender")
    free = tuple(event for event in events if event.kind in FREE)
    for path, name, chosen in (("kalender.ics", school.name, events), ("vrije-dagen.ics", f"{school.name}: vrije dagen", free)):
        yield Artifact(path, partial(_feed, school, name, chosen), fingerprint(school.base_url, name, repr(chosen)), "kalender")


def merged(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events in order, each once: a newsletter repeats what the school's own calendar has already."""
    own: dict[str, set[str]] = {}
    rest: list[Event] = []
    result: list[Event] = []
    for event in events:
        if event.kind == "agenda":
            rest.append(event)
        else:
            result.append(event)
            own.setdefault(event.first, set()).update(_words(event.title))
    for event in rest:
        words = _words(event.title)
        if not words & own.get(event.first, set()):
            result.append(event)
            own.setdefault(event.first, set()).update(words)
    return tuple(sorted(result))


def _words(title: str) -> set[str]:
    # Stems of a kind: "Sinterklaasfeest" and "Sinterklaas op school" are one event on one day.
    return {word[:6] for word in tokens(title) if len(word) > 3} or set(tokens(title))


def _page(around: Frame, events: Sequence[Event], month: str) -> bytes:
    past: dict[str, list[Event]] = {}
    coming: dict[str, list[Event]] = {}
    for event in events:
        (coming if event.last[:7] >= month else past).setdefault(dutch.month_and_year(event.first), []).append(event)
    school = around.school
    return around.render(
        "calendar.html", url="kalender/", title="Kalender", summary=f"Vakanties, studiedagen en activiteiten van {school.name}.",
        years=sorted({dutch.school_year(event.first) for event in events}), past=list(past.items()), coming=list(coming.items()),
        free=[event for event in events if event.kind in FREE and event.last[:7] >= month], webcal=f"webcal://{school.base_url.partition('://')[2]}" if school.base_url else "",
        ld=tuple(jsonld.event(school, event) for event in events if event.kind == "activiteit" and event.last[:7] >= month),
    )


def _feed(school: School, name: str, events: Sequence[Event]) -> bytes:
    host = school.base_url.partition("://")[2].partition("/")[0] or "school.example"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sitegen//kalender//NL", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{_escape(name)}", "X-WR-TIMEZONE:Europe/Amsterdam", "REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D", *_ZONE.split("\n")]
    for event in events:
        lines += _event(event, host)
    return ("\r\n".join(folded for line in [*lines, "END:VCALENDAR"] for folded in _fold(line)) + "\r\n").encode()


def _event(event: Event, host: str) -> list[str]:
    # Stable over edits of time or place: what and when it begins is what it is.
    uid = blake2b(f"{event.first}|{event.title}|{event.kind}".encode(), digest_size=10).hexdigest()
    stamp = f"{event.first.replace('-', '')}T000000Z"
    if event.start:
        end = event.end if event.end and (event.last > event.first or _minutes(event.end) > _minutes(event.start)) else _hour_later(event.start)
        when = [f"DTSTART;TZID=Europe/Amsterdam:{_moment(event.first, event.start)}", f"DTEND;TZID=Europe/Amsterdam:{_moment(event.last, end)}"]
    else:
        after = dt.date.fromisoformat(event.last) + dt.timedelta(days=1)
        when = [f"DTSTART;VALUE=DATE:{event.first.replace('-', '')}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    return ["BEGIN:VEVENT", f"UID:{uid}@{host}", f"DTSTAMP:{stamp}", *when, f"SUMMARY:{_escape(event.title)}", f"CATEGORIES:{event.kind.upper()}", "TRANSP:TRANSPARENT", "END:VEVENT"]


def _moment(day: str, clock: str) -> str:
    hour, minute = clock.split(".")
    return f"{day.replace('-', '')}T{int(hour):02}{minute}00"


def _minutes(clock: str) -> int:
    hour, minute = clock.split(".")
    return int(hour) * 60 + int(minute)


def _hour_later(clock: str) -> str:
    hour, minute = clock.split(".")
    return f"{min(int(hour) + 1, 23)}.{minute if int(hour) < 23 else 59}"


def _escape(value: str) -> str:
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> list[str]:
    data = line.encode()
    parts: list[bytes] = []
    while len(data) > 75:
        cut = 75 if not parts else 74
        while data[cut] & 0xC0 == 0x80:  # never inside a character
            cut -= 1
        parts.append(data[:cut])
        data = data[cut:]
    parts.append(data)
    return [("" if not number else " ") + part.decode() for number, part in enumerate(parts)]
