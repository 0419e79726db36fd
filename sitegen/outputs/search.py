"""The search index: small files that a browser fetches a few of, and of which an added newsletter changes a few.

Newsletters are cut into segments from the oldest on: as many of 1024 as there are, then 512, 256 and the rest, so that
a new letter falls in the last, small one. Pages and the schoolgids in force are a segment of their own. A segment is cut
into parts of the alphabet; beside them lie the titles, sixteen to a file. Decision: docs/decisions/, "search".
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import blake2b
from typing import TYPE_CHECKING, cast

from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs.frame import Frame, frame
from sitegen.terms import BUCKETS, CUTS, HEADING, TITLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sitegen.edition import Card, Edition
    from sitegen.privacy.cleared import Site
    from sitegen.theme import Theme

# Size of a segment → in how many files its alphabet is cut: no file is more than a few kilobytes.
SHARDS = {1024: 64, 512: 32, 256: 16, 0: 8}
PAGE_SHARDS = 16
CHUNK = 16
_RECIPE = b"1"
_SUMMARY = 140
# Numbers are written with consonants only: no word, no name and no telephone number can come out of it by chance.
_LAST, _MORE = "bcdfghjklmnpqrstvwxz", "BCDFGHJKLMNPQRSTVWXZ"
SCRIPT = "assets/zoek.js"


@dataclass(frozen=True, eq=False)
class Segment:
    """Some pages that are indexed together: the name of their files, their cards, and the way to their terms."""

    name: str
    cards: Sequence[Card]
    shards: int
    terms: Callable[[Card], object]


def search(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """zoeken/ and the index in zoek/."""
    segments = _segments(edition)
    around = frame(edition, theme)
    lists = _all(edition, around)
    script = f"{SCRIPT}?v={fingerprint(theme.assets.get(SCRIPT, b'')).hex()[:8]}"
    yield Artifact("zoeken/index.html", partial(_page, around, lists, script), fingerprint(around.key, repr(lists), script), "zoekpagina")
    about = [(one.name, len(one.cards), one.shards) for one in segments]
    yield Artifact("zoek/index.json", partial(_about, about), fingerprint(repr(about), repr(CUTS), _RECIPE), "zoekindex")
    for one in segments:
        key = blake2b(_RECIPE + b"".join(card.key for card in one.cards), digest_size=16).digest()
        for number in range(one.shards):
            yield Artifact(f"zoek/{one.name}-{number}.json", partial(_shard, one, number), key + number.to_bytes(2, "big"), "zoekindex")
        for start in range(0, len(one.cards), CHUNK):
            part = one.cards[start : start + CHUNK]
            key = blake2b(_RECIPE + b"".join(card.key for card in part) + "\n".join([card.url for card in part]).encode(), digest_size=16).digest()
            yield Artifact(f"zoek/{one.name}-t{start // CHUNK}.json", partial(_titles, part), key, "zoekindex")


def _segments(edition: Edition[Site]) -> list[Segment]:
    pages = tuple(sorted((card for card in edition.pages.others if not card.noindex), key=lambda card: card.url))
    found = [Segment("p", pages, PAGE_SHARDS, edition.terms)] if pages else []
    letters = edition.newsletters[::-1]
    start = 0
    while start < len(letters):
        size = next(size for size in SHARDS if len(letters) - start >= size)
        end = start + size if size else len(letters)
        found.append(Segment(f"n{start}", letters[start:end], SHARDS[size], edition.terms))
        start = end
    return found


def _all(edition: Edition[Site], around: Frame) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...], tuple[str, ...]]:
    cards = edition.pages.cards
    pages = [(one.title, one.url) for one in edition.pages.others if one.kind == "page" and not one.noindex]
    pages += [(item.title, item.url) for item in around.menu if item.url not in cards]
    chapters = tuple((one.title, one.url) for one in edition.chapters.get(edition.current, ()))
    return tuple(sorted(pages, key=lambda one: one[0].casefold())), chapters, tuple(dict.fromkeys(one.group for one in edition.newsletters))


def _page(around: Frame, lists: tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...], tuple[str, ...]], script: str) -> bytes:
    pages, chapters, years = lists
    return around.render("search.html", url="zoeken/", title="Zoeken", summary=f"Zoek op de website van {around.school.name}.", pages=pages, chapters=chapters, years=years, script=script)


def _about(segments: Sequence[tuple[str, int, int]]) -> bytes:
    return json.dumps({"grenzen": CUTS, "delen": segments, "perBestand": CHUNK}, separators=(",", ":")).encode()


def _titles(cards: Sequence[Card]) -> bytes:
    rows = [[one.url, one.title, one.date, one.summary if len(one.summary) <= _SUMMARY else one.summary[:_SUMMARY].rsplit(" ", 1)[0] + " …", one.kind] for one in cards]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=1)
def _of(segment: Segment) -> list[tuple[str, ...]]:
    # The parts of a segment are made one after another: its terms are fetched once for all of them.
    return [cast("tuple[str, ...]", segment.terms(card)) for card in segment.cards]


def _shard(segment: Segment, number: int) -> bytes:
    """Stem → numbers of the pages that have it in text | headings | title, each as the distance from the one before."""
    width = BUCKETS // segment.shards
    found: dict[str, list[int]] = {}
    for page, parts in enumerate(_of(segment)):
        for part in parts[number * width : (number + 1) * width]:
            for term in part.split():
                found.setdefault(term, []).append(page)
    index: dict[str, list[str]] = {}
    for term, pages in found.items():
        weight = (HEADING, TITLE).index(term[-1]) + 1 if term[-1] in {HEADING, TITLE} else 0
        lists = index.setdefault(term[:-1] if weight else term, ["", "", ""])
        lists[weight] = _written(pages)
    return json.dumps({stem: "|".join(lists).rstrip("|") for stem, lists in sorted(index.items())}, separators=(",", ":")).encode()


def _written(pages: Sequence[int]) -> str:
    text, before = [], -1
    for page in pages:
        gap = page - before - 1
        before = page
        while gap >= len(_LAST):
            text.append(_MORE[gap % len(_LAST)])
            gap //= len(_LAST)
        text.append(_LAST[gap])
    return "".join(text)
