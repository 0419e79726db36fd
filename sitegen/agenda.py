"""Agenda lines in a newsletter become entries of the school's calendar: "di 24 nov 8.30 uur koffieochtend"."""

from __future__ import annotations

import datetime as dt
import html
import re
from typing import TYPE_CHECKING

from sitegen.edition import Card, Event
from sitegen.late import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.cleared import A, Cleared

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
_MONTH = r"(?P<{0}>jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_WEEKDAY = r"(?:(?:ma|di|wo|do|vr|za|zo)(?:andag|nsdag|ensdag|nderdag|ijdag|terdag|ndag)?\.?\s+)?"
_TIME = r"(?P<{0}>\d{{1,2}}[.:]\d{{2}})"
_LINE = late(
    _WEEKDAY + r"(?P<day>\d{1,2})\s*" + rf"(?:{_MONTH.format('month')})?" + r"(?:\s+(?P<year>20\d\d))?"
    + rf"(?:\s*(?:t/m|tot en met|–|-)\s*{_WEEKDAY}(?P<day2>\d{{1,2}})\s+{_MONTH.format('month2')}(?:\s+20\d\d)?)?"
    + rf"(?:\s*,)?(?:\s*(?:om\s+|van\s+)?{_TIME.format('start')}(?:\s*(?:-|–|tot)\s*{_TIME.format('end')})?\s*(?:uur|u\.?)?)?"
    + r"\s*[:–,-]?\s*(?P<title>\S.*)\Z",
    re.IGNORECASE,
)
_HEADING = late(r"<h[1-6][^>]*>[^<]*(?:agenda|data om te onthouden|belangrijke data|kalender|datums)[^<]*</h[1-6]>", re.IGNORECASE)
_ITEM = late(r"<(li|tr|p)\b[^>]*>(.*?)</\1>", re.DOTALL)
_TAG = late(r"<[^>]*>")
_TITLE = 120


def events(cleared: Cleared[A], card: Card) -> Iterator[Event]:
    """The entries under a heading "Agenda" (or the like) of a newsletter; other pages have none.

    A line without a year takes it from the newsletter's date: the first such day not more than two months earlier.
    """
    if cleared.kind != "newsletter" or not card.date:
        return
    body = str(cleared.body)
    for heading in _HEADING.finditer(body):
        end = body.find("<h", heading.end())
        for item in _ITEM.finditer(body, heading.end(), end if end >= 0 else len(body)):
            for line in re.split(r"<br\s*/?>|\n", item[2].replace("</td>", " ")):
                event = _event(" ".join(html.unescape(_TAG.sub("", line)).split()), card)
                if event:
                    yield event


def _event(line: str, card: Card) -> Event | None:
    found = _LINE.match(line)
    if not found or not (found["month"] or found["month2"]):
        return None
    around = dt.date.fromisoformat(card.date)
    first = _day(found["day"], found["month"] or found["month2"], found["year"], around)
    last = _day(found["day2"], found["month2"], None, first or around) if found["day2"] else first
    if not first or not last or last < first or (last - first).days > 70:
        return None
    title = found["title"].strip(" .;–-")
    if not title:
        return None
    return Event(first.isoformat(), last.isoformat(), title[:1].upper() + title[1:_TITLE], "agenda", _clock(found["start"]), _clock(found["end"]), card.url)


def _day(day: str, month: str, year: str | None, around: dt.date) -> dt.date | None:
    number = next(index for index, name in enumerate(MONTHS, 1) if name.startswith("maa" if month.lower().startswith("mrt") else month[:3].lower()))
    for candidate in ([int(year)] if year else [around.year, around.year + 1]):
        try:
            found = dt.date(candidate, number, int(day))
        except ValueError:
            continue
        if year or (around - found).days <= 60:
            return found
    return None


def _clock(text: str | None) -> str:
    if not text:
        return ""
    hour, minute = re.split(r"[.:]", text)
    return f"{int(hour)}.{minute}" if int(hour) < 24 and int(minute) < 60 else ""
