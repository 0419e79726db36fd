"""A cleared text becomes items: one a topic of a newsletter, for that is what a post is about."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.readers.address import slugify
from sitegen.social.text import hashtag
from sitegen.social.warn import closed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.cleared import Cleared, ClearedPicture, Social
    from sitegen.school import School
    from sitegen.social.names import Names

# A line in bold by itself is a heading too: so letters are written.
_HEADING = re.compile(r'<h[2-4]\b(?:[^>]*?\bid="([^"]*)")?[^>]*>(.*?)</h[2-4]>|<p>\s*<(?:strong|b)>([^<]{3,80})</(?:strong|b)>\s*:?\s*</p>', re.DOTALL)
_BLOCK = re.compile(r"<(p|li)\b[^>]*>(.*?)</\1>", re.DOTALL)
_IMAGE = re.compile(r'<img\b[^>]*?\bsrc="([^"]+)"')
_TAG = re.compile(r"<[^>]*>")
_SENTENCE = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[A-Z'‘“\"0-9])")
_GREETING = re.compile(r"(?:beste|lieve|geachte|hallo|hartelijke groet|met vriendelijke groet|groet|tot (?:maandag|volgende week|dan))\b", re.IGNORECASE)
# Of what stands under these nobody makes a post.
_HOUSEKEEPING = re.compile(r"(?:voor\s+(?:in\s+)?)?(?:de\s+)?(?:agenda|kalender|data|belangrijke data|vooruitblik|jarig(?:en)?|verjaardagen|nieuwe kinderen|nieuwe leerlingen|welkom|geboren|afscheid|ziek(?:\s*melden)?|luizen(?:controle)?|gevonden voorwerpen|colofon|groet(?:en)?)\b.{0,12}\Z", re.IGNORECASE)
_SHORTEST = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that may go along, and its description when that names nobody; else ""."""

    picture: ClearedPicture
    alt: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something that could be posted.

    letter: the text it comes from; id: that, and the topic in it. sentences: those that name no child and link to no closed
    group; left: how many name one, closed: how many link. pictures: those everybody on them agreed to for social media; lost: how many others the whole text shows.
    doubt: how many things in the whole text a person must look at.
    """

    id: str
    letter: str
    source: str
    date: str
    title: str
    url: str
    sentences: tuple[str, ...]
    left: int
    closed: int
    tags: tuple[str, ...]
    pictures: tuple[Shown, ...]
    lost: int
    doubt: int


def items(cleared: Cleared[Social], url: str, names: Names, school: School, lost: int, doubt: int) -> tuple[Item, ...]:
    """The items in `cleared`, in its order: a topic each when there are two at least, else the whole. `url` is its page, or ""."""
    date = str(cleared.words.get("date") or "")
    letter = letter_of(cleared.kind, date, cleared.address)
    if names.joined(url.removeprefix(school.base_url)):
        # An address may hold a first name; the front page of the letters doesn't.
        url = f"{school.base_url}/nieuwsbrieven/"
    tags = cleared.words.get("tags")
    marks = tuple(mark for one in (school.name, *(tags if isinstance(tags, tuple) else ())) if (mark := hashtag(one)) and not names.joined(mark))
    pictures = {one.key: Shown(one, "" if names.named(one.alt) else one.alt) for one in cleared.pictures if not one.path.endswith(".svg")}
    whole = _title(cleared.title, "", names, school)
    result = []
    parts = list(_parts(str(cleared.body)))
    shown = {key for _, _, body in parts for key in _IMAGE.findall(body)}
    for number, (anchor, heading, body) in enumerate(parts):
        safe, left, linked = _said(body, names)
        keys = [key for key in dict.fromkeys(_IMAGE.findall(body)) if key in pictures]
        if not number:
            keys += [key for key in pictures if key not in shown]
        # A topic about children by name is no topic any more once they are gone.
        if _HOUSEKEEPING.match(heading) or not (keys or len(safe) > left):
            continue
        # The name of an item stands on the console, where no names belong.
        topic = "begin" if not heading else f"onderwerp-{number}" if names.named(heading) else slugify(heading) or f"onderwerp-{number}"
        target = f"{url}#{anchor}" if url and anchor and not names.joined(anchor) else url
        result.append(Item(f"{letter}.{topic}", letter, cleared.source, date, _title(heading, whole, names, school), target, safe, left, linked, marks, tuple(pictures[key] for key in keys), lost, doubt))
    if len(result) > 1:
        return tuple(result)
    safe, left, linked = _said(str(cleared.body), names)
    return (Item(letter, letter, cleared.source, date, whole, url, safe, left, linked, marks, tuple(pictures.values()), lost, doubt),)


def letter_of(kind: str, date: str, where: tuple[str, ...]) -> str:
    """What a text is called here: "2026-11-20-weekbericht-12", and a page or something from the inbox by its address."""
    return f"{date}-{where[-1]}" if kind == "newsletter" and date else "-".join(where[1:] if where[:1] == ("inbox",) else where)


def _title(text: str, otherwise: str, names: Names, school: School) -> str:
    return text if text and not names.named(text) else otherwise or f"Nieuws van {school.name}"


def _parts(body: str) -> Iterator[tuple[str, str, str]]:
    """The id, the heading and the HTML of each topic; what stands before the first heading has none."""
    start, anchor, heading = 0, "", ""
    for found in _HEADING.finditer(body):
        yield anchor, heading, body[start : found.start()]
        start, anchor, heading = found.end(), found[1] or "", _plain(found[2] or found[3])
    yield anchor, heading, body[start:]


def _said(body: str, names: Names) -> tuple[tuple[str, ...], int, int]:
    """The sentences that may be posted, how many name a child, and how many link to a closed group."""
    said = list(_sentences(body))
    named = [one for one in said if names.named(one)]
    linked = [one for one in said if closed(one) and one not in named]
    return tuple(one for one in said if one not in named and one not in linked), len(named), len(linked)


def _sentences(body: str) -> Iterator[str]:
    for block in _BLOCK.finditer(body):
        for sentence in _SENTENCE.split(_plain(block[2])):
            if len(sentence) > _SHORTEST and sentence.rstrip("”’\"')")[-1:] in {".", "!", "?"} and not _GREETING.match(sentence):
                yield sentence


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", markup)).split())
