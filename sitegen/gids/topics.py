"""The topics that a guide must cover, and where it does: with the heading or the sentence that shows it.

It looks for words. Whether what stands there is good and complete is for people to judge, and that is what it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from sitegen import yamlread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.gids.chapter import Chapter
    from sitegen.school import School

OK, UNCLEAR, MISSING = "ok", "onduidelijk", "ontbreekt"
_FILE = "onderwerpen.yaml"
_ADDRESSES = ("namen en adressen", "adressen", "contactgegevens", "contact")

Pattern = re.Pattern[str]


class Part(NamedTuple):
    """What a topic must hold in any case: Dutch words for it, and the patterns that show it."""

    what: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: Dutch name, where the duty comes from, and how it is recognised (see onderwerpen.yaml)."""

    name: str
    source: str
    headings: tuple[Pattern, ...]
    sentences: tuple[Pattern, ...]
    parts: tuple[Part, ...] = ()
    contrary: tuple[Pattern, ...] = ()


class Spot(NamedTuple):
    """Where something stands: the chapter's file and title, and the heading or sentence itself."""

    file: str
    chapter: str
    text: str


class Verdict(NamedTuple):
    """What was found of a topic. verdict: OK, UNCLEAR or MISSING. lacking: what it must hold and doesn't, in Dutch.

    contrary: a sentence that seems to say the opposite, or None. shown: what it must hold and does, each with the sentence.
    """

    name: str
    source: str
    verdict: str
    spot: Spot | None
    lacking: tuple[str, ...]
    contrary: Spot | None
    shown: tuple[tuple[str, str], ...] = ()


def check(chapters: Sequence[Chapter], school: School) -> tuple[Verdict, ...]:
    """Every topic with its verdict, and at the end the contact data that a chapter of names and addresses should hold."""
    return (*(_judge(topic, chapters) for topic in topics()), _addresses(chapters, school))


@lru_cache(maxsize=1)
def topics() -> tuple[Topic, ...]:
    """The topics of onderwerpen.yaml."""
    document = yamlread.read(resources.files("sitegen.gids").joinpath(_FILE).read_text("utf-8"), _FILE)
    found = document.values["onderwerpen"]
    return tuple(_topic(one) for one in found if isinstance(one, dict)) if isinstance(found, list) else ()


def _topic(one: dict[str, yamlread.Plain]) -> Topic:
    parts = one.get("moet")
    return Topic(
        str(one["naam"]), str(one["bron"]), _patterns(one.get("koppen")), _patterns(one.get("zinnen")),
        tuple(Part(str(part["wat"]), _patterns(part["zoek"])) for part in parts if isinstance(part, dict)) if isinstance(parts, list) else (),
        _patterns(one.get("liever_niet")),
    )


def _patterns(value: yamlread.Plain) -> tuple[Pattern, ...]:
    return tuple(re.compile(str(one), re.IGNORECASE) for one in value) if isinstance(value, list) else ()


def _judge(topic: Topic, chapters: Sequence[Chapter]) -> Verdict:
    about = _about(topic, chapters)
    # Without a heading of its own a topic may still be told somewhere; then its parts are looked for there.
    heading = next((spot for spot, _ in about), None)
    sentence = next((spot for spot in _sentences(chapters) if _any(topic.sentences, spot.text)), None)
    texts = [text for _, section in about for text in section]
    if not about and sentence is not None:
        texts = [spot.text for spot in _sentences(chapters) if spot.file == sentence.file]
    found = {part.what: next((text for text in texts if _any(part.patterns, text)), "") for part in topic.parts}
    lacking = tuple(what for what, text in found.items() if not text)
    contrary = next((spot for spot in _sentences(chapters) if _any(topic.contrary, spot.text)), None)
    if (heading is None and sentence is None) or lacking:
        verdict = MISSING
    elif heading is None or contrary is not None:
        verdict = UNCLEAR
    else:
        verdict = OK
    return Verdict(topic.name, topic.source, verdict, heading or sentence, lacking, contrary, tuple((what, text) for what, text in found.items() if text))


def _about(topic: Topic, chapters: Sequence[Chapter]) -> list[tuple[Spot, list[str]]]:
    """The sections about a topic, the chapters called after it first: where each begins, and the texts in it."""
    whole, sections = [], []
    for one in chapters:
        if _any(topic.headings, one.title):
            whole.append((Spot(one.file, one.title, one.title), [one.title, *(part.text for part in one.sentences)]))
            continue
        sections += [
            (Spot(one.file, one.title, heading), [part.text for part in one.sentences if part.heading == heading])
            for heading in one.headings
            if _any(topic.headings, heading)
        ]
    return whole + sections


def _sentences(chapters: Sequence[Chapter]) -> Iterator[Spot]:
    for one in chapters:
        yield from (Spot(one.file, one.title, part.text) for part in one.sentences if not part.is_heading)


def _any(patterns: Sequence[Pattern], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


def _addresses(chapters: Sequence[Chapter], school: School) -> Verdict:
    named = [one for one in chapters if any(word in one.title.lower() for word in _ADDRESSES)] or [one for one in chapters if any(word in heading.lower() for heading in one.headings for word in _ADDRESSES)]
    everything = " ".join(part.text for one in named for part in one.sentences)
    digits = re.sub(r"\D", "", everything)
    wanted = {
        "het adres van de school": not school.street or school.street.lower() in everything.lower(),
        "het telefoonnummer van de school": not school.own.phones or any(re.sub(r"\D", "", phone) in digits for phone in school.own.phones),
        "het mailadres van de school": not school.own.emails or any(mail.lower() in everything.lower() for mail in school.own.emails),
    }
    lacking = tuple(what for what, there in wanted.items() if not there)
    spot = Spot(named[0].file, named[0].title, named[0].title) if named else None
    verdict = MISSING if spot is None else UNCLEAR if lacking else OK
    return Verdict("Namen en adressen", "gebruikelijk", verdict, spot, lacking, None)
