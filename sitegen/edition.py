"""Cleared pages at their addresses: menus, lists, neighbours, and no two on one address."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple

from sitegen.artifact import fingerprint
from sitegen.privacy.cleared import A, Cleared, ClearedFile, ClearedPicture
from sitegen.problem import Place, Problem
from sitegen.school import School


class Card(NamedTuple):
    """What lists, menus, feeds and neighbours need of a page: small, cleared, kept for every page in memory.

    url: path below the site's root, with a slash at the end ("nieuwsbrieven/2026-2027/weekbericht-12/"; home is "").
    kind: "home", "page", "newsletter", "chapter". group: school year of a newsletter ("2026-2027") or edition of a
    chapter, else "". sort: "weekly"/"thematic" for newsletters, else "". date: ISO or "". order: place in a menu.
    image: key of the first picture that may be shown, or "". noindex: keep out of search engines and sitemap.
    key: fingerprint of the cleared page. source: the author's file (for messages, never published). headings: those of a
    chapter, by which its heir is found when it is gone.
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
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page(Generic[A]):
    """A card and the way to its cleared page: `fetch` takes it from the ledger only when the page is really made."""

    card: Card
    fetch: Callable[[], Cleared[A]]


def _no_terms(_card: Card) -> object:
    return ()


@dataclass(frozen=True, slots=True)
class Edition(Generic[A]):
    """The whole site as cleared: every page by address, newsletters newest first, chapters by edition in order.

    `menu` holds the cards of content pages by folder, in order. `current` is the schoolgids edition in force ("" if
    none); its chapters have addresses without a year. `facts` are the edition's "in het kort" facts and colophon.
    `calendar` are entries of content/kalender.yaml and agenda lines. `day` is the build's ISO date. `pictures` and
    `files` are what the pages show, each once. `terms` gives a page's search terms as `terms.page_terms` made them.
    All cleared.
    """

    audience: type[A]
    school: School
    day: str
    pages: Pages[A]
    newsletters: tuple[Card, ...]
    chapters: Mapping[str, tuple[Card, ...]]
    current: str
    facts: Mapping[str, Mapping[str, str]]
    calendar: tuple[Event, ...]
    redirects: Mapping[str, str]
    key: bytes
    pictures: tuple[ClearedPicture, ...] = ()
    files: tuple[ClearedFile, ...] = ()
    terms: Callable[[Card], object] = _no_terms


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


class Pages(Mapping[str, Page[A]]):
    """Pages by address, made when asked for: with 10,000 newsletters only the cards are all in memory."""

    def __init__(self, cards: Mapping[str, Card], fetch: Callable[[Card], Cleared[A]]) -> None:
        self.cards = cards
        # All but the newsletters: a few dozen, that many outputs go through.
        self.others = tuple([one for one in cards.values() if one.kind != "newsletter"])
        self._fetch: Callable[[Card], Cleared[A]] = fetch

    def __getitem__(self, url: str) -> Page[A]:
        """The page at `url`; KeyError when there is none."""
        card = self.cards[url]
        return Page(card, lambda: self._fetch(card))

    def __iter__(self) -> Iterator[str]:
        """The addresses."""
        return iter(self.cards)

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self.cards)


def card(cleared: Cleared[A], key: bytes) -> Card:
    """The card of a cleared page. A chapter's address is that of an older edition until `bind` knows the one in force."""
    words = cleared.words
    tags = words.get("tags")
    redirects = words.get("redirect_from")
    parts: tuple[str, ...] = cleared.address
    top: tuple[str, ...] = {"newsletter": ("nieuwsbrieven",), "chapter": ("schoolgids",)}.get(cleared.kind, ())
    return Card(
        url="".join(f"{part}/" for part in (*top, *parts)),
        kind=cleared.kind,
        title=cleared.title,
        date=str(words.get("date") or ""),
        summary=str(words.get("summary") or _opening(cleared.body)),
        group=parts[0] if top and parts else "",
        sort=str(words.get("kind") or "") if cleared.kind == "newsletter" else "",
        order=_number(words.get("order")),
        tags=tags if isinstance(tags, tuple) else (),
        image=cleared.pictures[0].key if cleared.pictures else "",
        noindex=bool(words.get("noindex")),
        redirects=redirects if isinstance(redirects, tuple) else (),
        source=cleared.source,
        key=key,
        headings=tuple(html.unescape(_TAG.sub("", found)).strip() for found in _HEADING.findall(cleared.body)) if cleared.kind == "chapter" else (),
    )


def bind(
    audience: type[A],
    school: School,
    day: str,
    cards: Iterable[Card],
    fetch: Callable[[Card], Cleared[A]],
    current: str,
    facts: Mapping[str, Mapping[str, str]],
    calendar: tuple[Event, ...],
    pictures: tuple[ClearedPicture, ...] = (),
    files: tuple[ClearedFile, ...] = (),
    terms: Callable[[Card], object] = _no_terms,
) -> tuple[Edition[A], tuple[Problem, ...]]:
    """Give every page its address. The problems name two pages on one address; the first by source keeps it."""
    pages: dict[str, Card] = {}
    newsletters: list[Card] = []
    chapters: dict[str, list[Card]] = {}
    problems: list[Problem] = []
    for one in cards:
        if one.kind == "chapter":
            one = one._replace(url=one.url.replace(f"schoolgids/{current}/", "schoolgids/", 1)) if one.group == current else one._replace(noindex=True)  # noqa: PLW2901
        taken = pages.setdefault(one.url, one)
        if taken is not one:
            problems.append(Problem(Place(one.source), "adres-dubbel", f"deze pagina krijgt hetzelfde adres (/{one.url}) als {taken.source}.", "Geef een van de twee een andere bestandsnaam, of zet er slug: iets-anders bij."))
        elif one.kind == "newsletter":
            newsletters.append(one)
        elif one.kind == "chapter":
            chapters.setdefault(one.group, []).append(one)
    newsletters.sort(key=_newest, reverse=True)
    ordered = {group: tuple(sorted(found, key=lambda one: (one.order, one.url))) for group, found in sorted(chapters.items(), reverse=True)}
    redirects = {old.strip("/") + "/": one.url for one in pages.values() if one.redirects for old in one.redirects}
    key = fingerprint(repr(school), day, current, repr(facts), repr(calendar))
    edition = Edition(audience, school, day, Pages(pages, fetch), tuple(newsletters), ordered, current, facts, calendar, redirects, key, pictures, files, terms)
    return edition, tuple(problems)


def _newest(one: Card) -> tuple[str, str]:
    return one.date, one.url


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


_HEADING = re.compile(r"<h[2-4]\b[^>]*>(.*?)</h[2-4]>", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NOTE = re.compile(r"<sup\b[^>]*><a\b.*?</sup>", re.DOTALL)
_SUMMARY = 180


def _opening(body: str) -> str:
    # The first paragraph that says something; a greeting ("Beste ouders,") does not.
    for found in _PARAGRAPH.finditer(body, 0, 4000):
        text = " ".join(html.unescape(_TAG.sub("", _NOTE.sub("", found[1]))).split())
        if len(text) > 40:
            return text if len(text) <= _SUMMARY else text[:_SUMMARY].rsplit(" ", 1)[0] + " …"
    return ""
