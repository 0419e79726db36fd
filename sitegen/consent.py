"""What may appear where, today: yes, no or unknown, and on whose word (FORMATS §4)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from sitegen.fold import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Kind(StrEnum):
    """What is shown of a child: a photo, or work it made. The value is the Dutch word of the tables."""

    PHOTO = "foto"
    WORK = "werk"


class Channel(StrEnum):
    """Where something is shown. The value is the word parents see in Parro's list."""

    WEBSITE = "website"
    NEWSLETTER = "nieuwsbrief"
    SCHOOLGIDS = "schoolgids"
    SOCIAL = "social"
    PARRO = "parro"


FIRST_NAME = "voornaam"
CLASS_LIST = "klassenlijst"
Verdict = Literal["ja", "nee", "onbekend"]


def category(kind: Kind, channel: Channel) -> str:
    """The name of one question to parents, as `besluiten` writes it: "foto website", "werk social"."""
    return f"{kind} {channel}"


# Every question sitegen knows; "foto parro" is read and never enough for publication.
CATEGORIES = (*(category(kind, channel) for kind in Kind for channel in Channel), FIRST_NAME, CLASS_LIST)


@dataclass(frozen=True, slots=True)
class Decision:
    """One recorded answer for one child and category. `until` is the last day on which it holds; `carer` may be empty."""

    number: str
    category: str
    allowed: bool
    since: dt.date
    until: dt.date | None = None
    carer: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict for one child, category and day, with the decision it rests on and a Dutch sentence why."""

    verdict: Verdict
    why: str
    decision: Decision | None = None

    @property
    def may(self) -> bool:
        """Whether publication is allowed: only a recorded yes is a yes."""
        return self.verdict == "ja"


UNKNOWN = Answer("onbekend", "er is geen antwoord van de ouders vastgelegd")
LEFT = Answer("nee", "dit kind is van school; een ja van daarvoor geldt niet meer")
# What can't be dated (an unreadable row) holds from the first day of the calendar, and isn't told as a date.
_FIRST_DAY = dt.date.min
_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")


def resolve(decisions: Iterable[Decision], day: dt.date, *, left: bool = False) -> Answer:
    """The answer of one child for one category on `day` (FORMATS §4).

    Of each carer the latest decision in force counts; on one day a "nee" goes before a "ja". Any "nee" in force is a
    no; else one "ja" is a yes; nothing, expired or not yet valid is unknown. So a "nee" stands until the same carer
    says "ja" later: another parent, or a "ja" of which nobody knows who gave it, can't lift it. What names no carer
    counts as one carer together. `left`: the child left; pass only what was decided after that.
    """
    latest: dict[str, Decision] = {}
    expired: Decision | None = None
    for decision in decisions:
        if decision.since > day:
            continue
        if decision.until is not None and decision.until < day:
            if decision.allowed and (expired is None or _rank(decision) > _rank(expired)):
                expired = decision
            continue
        carer = squeeze(decision.carer)
        if carer not in latest or _rank(decision) > _rank(latest[carer]):
            latest[carer] = decision
    if not latest:
        return _nothing(expired, left=left)
    refusals = [decision for decision in latest.values() if not decision.allowed]
    final = max(refusals or latest.values(), key=_rank)
    why = _told(final)
    if refusals and len(refusals) < len(latest):
        yes = max((decision for decision in latest.values() if decision.allowed), key=_rank)
        why += f"; daarnaast {_told(yes)}, maar één nee is genoeg"
    return Answer("ja" if final.allowed else "nee", why, final)


def _rank(decision: Decision) -> tuple[object, ...]:
    # The later the stronger, on one day "nee" over "ja"; the rest only makes the choice independent of the order of rows.
    return (decision.since, not decision.allowed, decision.carer, decision.source, decision.until or dt.date.max)


def _nothing(expired: Decision | None, *, left: bool) -> Answer:
    if expired is not None:
        return Answer("onbekend", f"{_told(expired)}, en dat is voorbij", expired)
    return LEFT if left else UNKNOWN


def _told(decision: Decision) -> str:
    """A decision in words: "nee van Serkan Yılmaz sinds 9 november 2026 (brief)"."""
    words = ["ja" if decision.allowed else "nee"]
    if decision.carer:
        words.append(f"van {decision.carer}")
    if decision.since > _FIRST_DAY:
        words.append(f"sinds {in_words(decision.since)}")
    if decision.until is not None:
        words.append(f"tot en met {in_words(decision.until)}")
    if decision.source:
        words.append(f"({decision.source})")
    return " ".join(words)


# The parent in what `_told` says.
_PARENT = re.compile(r"\b(ja|nee) van (?:(?! sinds | tot en met | \(|; |, ).)+")


def discreet(why: str) -> str:
    """Why, for a screen that others may read along: which parent said so stays out."""
    return _PARENT.sub(r"\1 van een ouder", why)


def in_words(day: dt.date) -> str:
    """A day as Dutch people write it: 12 september 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def combine(answers: Mapping[str, Answer], needed: Iterable[str]) -> Answer:
    """One answer for all `needed` categories together: the first that is not a yes decides, else the last yes."""
    result = UNKNOWN
    for name in needed:
        result = answers.get(name, UNKNOWN)
        if not result.may:
            return Answer(result.verdict, f"{name}: {result.why}", result.decision)
    return result
