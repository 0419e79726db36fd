"""Cleared pages at their addresses: menus, lists, neighbours, and no two on one address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple

from sitegen.privacy.cleared import A, Cleared
from sitegen.school import School


class Card(NamedTuple):
    """What lists, menus, feeds and neighbours need of a page: small, cleared, kept for every page in memory.

    url: path below the site's root, with a slash at the end ("nieuwsbrieven/2026-2027/weekbericht-12/"; home is "").
    kind: "home", "page", "newsletter", "chapter". group: school year of a newsletter ("2026-2027") or edition of a
    chapter, else "". sort: "weekly"/"thematic" for newsletters, else "". date: ISO or "". order: place in a menu.
    image: key of the first picture that may be shown, or "". noindex: keep out of search engines and sitemap.
    key: fingerprint of the cleared page. source: the author's file (for messages, never published).
    """

    url: str
    kind: str
    title: str
    date: str
    summary: str
    group: str
    sort: str
    order: int
    tags: tuple[str, ...]
    image: str
    noindex: bool
    redirects: tuple[str, ...]
    source: str
    key: bytes


@dataclass(frozen=True, slots=True)
class Page(Generic[A]):
    """A card and the way to its cleared page: `fetch` takes it from the ledger only when the page is really made."""

    card: Card
    fetch: Callable[[], Cleared[A]]


@dataclass(frozen=True, slots=True)
class Edition(Generic[A]):
    """The whole site as cleared: every page by address, newsletters newest first, chapters by edition in order.

    `menu` holds the cards of content pages by folder, in order. `current` is the schoolgids edition in force ("" if
    none); its chapters have addresses without a year. `facts` are the edition's "in het kort" facts and colophon.
    `calendar` are entries of content/kalender.yaml and agenda lines. `day` is the build's ISO date. All cleared.
    """

    audience: type[A]
    school: School
    day: str
    pages: Mapping[str, Page[A]]
    newsletters: tuple[Card, ...]
    chapters: Mapping[str, tuple[Card, ...]]
    current: str
    facts: Mapping[str, Mapping[str, str]]
    calendar: tuple[Event, ...]
    redirects: Mapping[str, str]
    key: bytes


class Event(NamedTuple):
    """An entry of the school's calendar, cleared. Dates are ISO, `last` is inclusive; times "8.30" or "".

    kind: "vakantie", "studiedag", "activiteit" or "agenda" (from a newsletter). url: the page it comes from, or "".
    """

    first: str
    last: str
    title: str
    kind: str
    start: str
    end: str
    url: str
