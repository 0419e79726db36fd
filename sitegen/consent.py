"""What may appear where, today: yes, no or unknown, and on whose word (FORMATS §4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt
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
CATEGORIES = tuple(category(kind, channel) for kind in Kind for channel in Channel) + (FIRST_NAME, CLASS_LIST)


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


def resolve(decisions: Iterable[Decision], day: dt.date, *, left: bool = False) -> Answer:
    """The answer of one child for one category on `day` (FORMATS §4).

    Of each carer the latest decision in force counts. Any "nee" in force is a no; else one "ja" is a yes; nothing,
    expired or not yet valid is unknown. A pupil who left (`left`) has no yes, unless it was given after leaving: the
    importer passes only those then. A written "nee" stands until a later written "ja" of the same carer, or one that names no carer.
    """
    raise NotImplementedError


def combine(answers: Mapping[str, Answer], needed: Iterable[str]) -> Answer:
    """One answer for all `needed` categories together: the first that is not a yes decides, else the last yes."""
    result = UNKNOWN
    for name in needed:
        result = answers.get(name, UNKNOWN)
        if not result.may:
            return Answer(result.verdict, f"{name}: {result.why}", result.decision)
    return result
