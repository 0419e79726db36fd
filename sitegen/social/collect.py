"""What could be posted: recent newsletters and what teachers put in `inbox/`, cleared for the audience of social media.

Stricter than the site (domain.md §6.2): another consent for pictures, and no child's first name in the text at all unless
`social: first_names: true` is set and the parents agree to a first name with a photo.
"""

from __future__ import annotations

import datetime as dt
import html
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen import importers, readers, sources
from sitegen.build.beside import Beside
from sitegen.consent import FIRST_NAME
from sitegen.draft import Draft
from sitegen.fold import tokens
from sitegen.privacy import gate
from sitegen.privacy.cleared import Social
from sitegen.problem import Place, SiteError
from sitegen.readers import address, frontmatter, links, markdown, media
from sitegen.readers.text import decode
from sitegen.siteyaml import parse
from sitegen.social.text import hashtag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sitegen.privacy.cleared import Cleared, ClearedPicture
    from sitegen.problem import Problem
    from sitegen.register import Register
    from sitegen.school import School

INBOX = "inbox"
# Older news is no news.
RECENT_DAYS = 28
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z'‘“\"])")
_BLOCK = re.compile(r"<(?:p|li)\b[^>]*>(.*?)</(?:p|li)>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_GREETING = re.compile(r"(?:beste|lieve|geachte|hallo|hartelijke groet|met vriendelijke groet|groet|tot (?:maandag|volgende week|dan))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """Something that could be posted. sentences: those that name no child. pictures: those everybody on them agreed to for
    social media; lost: how many others the text shows. doubt: how many things a person must look at first.
    """

    id: str
    source: str
    date: str
    title: str
    url: str
    sentences: tuple[str, ...]
    tags: tuple[str, ...]
    pictures: tuple[ClearedPicture, ...]
    lost: int
    doubt: int


@dataclass(frozen=True, slots=True)
class Collected:
    """All items, oldest first, the school, and what was wrong."""

    items: tuple[Item, ...]
    school: School
    problems: tuple[Problem, ...]


def collect(root: Path, day: dt.date, wanted: Iterable[str] = ()) -> Collected:
    """Items of the last weeks, and those whose id is in `wanted` however old. Raises SiteError."""
    school, problems = parse(decode(sources.read(root, "site.yaml"), "site.yaml"))
    loaded = importers.load(importers.folder_of(root, school), school, day)
    faults = [one for one in loaded.problems if one.severity == "fout"]
    if faults:
        raise SiteError(faults)
    files = {**sources.find(root).files, **sources.find(root, (INBOX,)).files}
    beside = Beside(root, files, {})
    earliest = (day - dt.timedelta(days=RECENT_DAYS)).isoformat()
    also = frozenset(wanted)
    items = []
    texts = {*sources.pages(files), *(path for path in files if path.startswith(f"{INBOX}/") and path.endswith((".md", ".txt")))}
    for path in sorted(texts):
        draft = _draft(path, files[path][0], beside, earliest, also)
        if draft and _due(draft, day.isoformat()):
            items.append(_item(draft, loaded.register, school))
    return Collected(tuple(sorted(items, key=lambda one: (one.date or "9999", one.id))), school, problems)


def _draft(path: str, changed: int, beside: Beside, earliest: str, also: frozenset[str]) -> Draft | None:
    day = dt.datetime.fromtimestamp(changed / 1e9, tz=dt.UTC).astimezone().date().isoformat()
    beside.begin()
    if path.startswith(f"{INBOX}/"):
        return _from_inbox(path, beside)
    if not path.startswith("newsletters/"):
        return None
    where = address.of(path)
    if (where.date or day) < earliest and _id(where.date or day, where.parts[-1]) not in also:
        return None
    try:
        return readers.read(path, beside.text(path), day, beside).draft
    except SiteError:
        return None  # the build says what is wrong with it


def _from_inbox(path: str, beside: Beside) -> Draft | None:
    try:
        front = frontmatter.split(decode(beside.text(path), path), path)
    except SiteError:
        return None
    pointed = links.follow(markdown.convert(front.body), path, lambda _text: 1)
    shown = [beside.picture(name, inside, attribute, Place(path)) for name, inside, attribute in pointed.pictures]
    name = posixpath.splitext(posixpath.basename(path))[0]
    title = str(front.words.get("title") or "") or name.replace("-", " ").capitalize()
    return Draft(Place(path), "page", (INBOX, address.slugify(name)), {"title": title, "date": str(front.words.get("date") or "")}, pointed.html, front.body, tuple(one for one in shown if one), ())


def _due(draft: Draft, day: str) -> bool:
    words = draft.words
    return not words.get("draft") and str(words.get("publish_on") or "") <= day and str(words.get("date") or "") <= day and not (words.get("expires_on") and str(words["expires_on"]) <= day)


def _item(draft: Draft, register: Register, school: School) -> Item:
    near = register.about(draft.page_words, *media.asked(draft.pictures))
    cleared, findings = gate.clear(draft, near, school, Social)
    names = _unwanted(near, school)
    sentences = tuple(one for one in _sentences(cleared.body) if names.isdisjoint(tokens(one)))
    title = cleared.title if names.isdisjoint(tokens(cleared.title)) else f"Nieuws van {school.name}"
    date = str(cleared.words.get("date") or "")
    tags = cleared.words.get("tags")
    url = f"{school.base_url}/nieuwsbrieven/{'/'.join(cleared.address)}/" if draft.kind == "newsletter" and school.base_url else ""
    marks = (hashtag(school.name), *(hashtag(tag) for tag in (tags if isinstance(tags, tuple) else ())))
    doubt = sum(one.verdict == "nakijken" for one in findings)
    return Item(_id(date, cleared.address[-1]), cleared.source, date, title, url, sentences, tuple(one for one in marks if one), _shown(cleared), len(draft.pictures) - len(_shown(cleared)), doubt)


def _shown(cleared: Cleared[Social]) -> tuple[ClearedPicture, ...]:
    return tuple(one for one in cleared.pictures if not one.path.endswith(".svg"))


def _unwanted(near: Register, school: School) -> frozenset[str]:
    """Every word of a child's first name that may not stand in a post."""
    settings = school.settings.get("social")
    names = {word for name in near.first_names for word in tokens(name)}
    names |= {word for pupil in near.pupils for word in tokens(pupil.name.first)}
    if isinstance(settings, dict) and settings.get("first_names") is True:
        agreed = {word for pupil in near.pupils if near.answer(pupil.number, FIRST_NAME).may for word in tokens(pupil.name.first)}
        refused = {word for pupil in near.pupils if not near.answer(pupil.number, FIRST_NAME).may for word in tokens(pupil.name.first)}
        names -= agreed - refused
    return frozenset(names)


def _sentences(body: str) -> Iterator[str]:
    for block in _BLOCK.findall(body):
        text = " ".join(html.unescape(_TAG.sub("", block)).split())
        for sentence in _SENTENCE.split(text):
            if len(sentence) > 20 and sentence[-1] in ".!?" and not _GREETING.match(sentence):
                yield sentence


def _id(date: str, slug: str) -> str:
    return f"{date}-{slug}" if date else slug
