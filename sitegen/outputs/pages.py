"""Every cleared page becomes a web page; previous and next touch its two neighbours, and no others."""

from __future__ import annotations

from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs import jsonld, sharecard, tags
from sitegen.outputs.body import body, contents
from sitegen.outputs.frame import Frame, crumbs, frame
from sitegen.outputs.motif import motif
from sitegen.outputs.pictures import share_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sitegen.edition import Card, Edition
    from sitegen.privacy.cleared import Cleared, Site
    from sitegen.school import School
    from sitegen.theme import Theme

Neighbour = "tuple[str, str] | None"
_SORTS = {"weekly": "Weekbericht", "thematic": "Themabrief"}


def pages(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """One artifact a page, home excepted."""
    around = frame(edition, theme)
    yield from _newsletters(edition, around)
    yield from _chapters(edition, around)
    yield from _plain(edition, around)


def share(school: School, cleared: Cleared[Site], words: str) -> str:
    """The address of the picture that social media show with a page: its own when everyone on it said yes to that too, else the card with these words."""
    if not school.base_url:
        return ""
    own = [one for one in cleared.pictures if one.share and not share_path(one).endswith(".svg")]
    chosen = next((one for one in own if one.key == cleared.words.get("image")), own[0] if own else None)
    return f"{school.base_url}/{share_path(chosen)}" if chosen else sharecard.address(words, school)


def _newsletters(edition: Edition[Site], around: Frame) -> Iterator[Artifact]:
    # The one loop over thousands: a key costs one digest over what the page shows of others, their titles and addresses.
    known = tags.shared(edition)
    cards = edition.newsletters
    last = len(cards) - 1
    for at, one in enumerate(cards):
        older = cards[at + 1] if at < last else None
        newer = cards[at - 1] if at else None
        seen = f"{one.url}\0{older.title}\0{older.url}\0" if older else f"{one.url}\0"
        if newer:
            seen += f"{newer.title}\0{newer.url}"
        labels = tuple(tag for tag in one.tags if tag in known) if one.tags else ()
        if labels:
            seen += repr(labels)
        recent = at < sharecard.RECENT
        key = blake2b(around.key + one.key + seen.encode() + (b"\1" if recent else b""), digest_size=16).digest()
        yield Artifact(f"{one.url}index.html", partial(_newsletter, edition, around, one, older, newer, labels, recent=recent), key, "pagina")


def _newsletter(edition: Edition[Site], around: Frame, one: Card, older: Card | None, newer: Card | None, labels: tuple[str, ...], *, recent: bool) -> bytes:
    cleared = edition.pages[one.url].fetch()
    text = body(cleared, edition.school)
    return around.render(
        "newsletter.html", url=one.url, title=one.title, summary=one.summary, noindex=one.noindex, share=share(edition.school, cleared, sharecard.title(one, edition.current, recent=recent)), card=one, body=text, older=older, newer=newer,
        crumbs=crumbs(edition, one), kind="article", ld=(jsonld.news(edition.school, one),), sort=_SORTS.get(one.sort, "Nieuwsbrief"),
        labels=tuple((label, tags.address(label)) for label in labels), motif=motif(one), contents=contents(text),
    )


def _chapters(edition: Edition[Site], around: Frame) -> Iterator[Artifact]:
    for group, cards in edition.chapters.items():
        titles = tuple((one.title, one.url) for one in cards)
        shared = fingerprint(around.key, group, edition.current, repr(titles))
        for at, one in enumerate(cards):
            older, newer = cards[at - 1] if at else None, cards[at + 1] if at + 1 < len(cards) else None
            key = fingerprint(shared, one.key, one.url, one.noindex)
            yield Artifact(f"{one.url}index.html", partial(_chapter, edition, around, one, older, newer, titles), key, "pagina")


def _chapter(edition: Edition[Site], around: Frame, one: Card, before: Card | None, after: Card | None, titles: tuple[tuple[str, str], ...]) -> bytes:
    cleared = edition.pages[one.url].fetch()
    text = body(cleared, edition.school)
    return around.render(
        "chapter.html", url=one.url, title=one.title, summary=one.summary, noindex=one.noindex, share=share(edition.school, cleared, sharecard.title(one, edition.current, recent=False)), card=one, body=text, older=before, newer=after,
        crumbs=crumbs(edition, one), current=edition.current, titles=titles, contents=contents(text),
    )


def _plain(edition: Edition[Site], around: Frame) -> Iterator[Artifact]:
    cards: Mapping[str, Card] = edition.pages.cards
    known = tags.shared(edition)
    for one in edition.pages.others:
        if one.kind in {"home", "chapter"}:
            continue
        way = crumbs(edition, one)
        top = next((item for item in (*around.menu, *around.footer) if one.url.startswith(item.url)), None)
        labels = tuple(tag for tag in one.tags if tag in known)
        # Its own folder: what lies in it, or what lies beside it.
        inside = tuple((other, cards[address]) for other, address in (top.inside if top else ()) if address != one.url and address.startswith(one.url))
        near = tuple((cards[address].title, address) for _, address in top.inside) if top and not inside and way else ()
        key = fingerprint(around.key, one.key, one.url, one.noindex, repr(way), repr(labels), repr([(card.title, card.url, card.summary) for _, card in inside]), repr(near), dutch.school_year(edition.day))
        yield Artifact(f"{one.url}index.html", partial(_page, edition, around, one, way, tuple(card for _, card in inside), near, labels), key, "pagina")


def _page(edition: Edition[Site], around: Frame, one: Card, way: tuple[tuple[str, str], ...], inside: tuple[Card, ...], near: tuple[tuple[str, str], ...], labels: tuple[str, ...]) -> bytes:
    cleared = edition.pages[one.url].fetch()
    text = body(cleared, edition.school)
    contact = one.url == "contact/"
    return around.render(
        "page.html", url=one.url, title=one.title, summary=one.summary, noindex=one.noindex, share=share(edition.school, cleared, sharecard.title(one, edition.current, recent=False)), card=one, body=text, crumbs=way, inside=inside, near=near,
        labels=tuple((label, tags.address(label)) for label in labels), contents=contents(text), sick=one.url.endswith("ziek-melden/"),
        motif=motif(one), ld=(jsonld.school(edition.school),) if contact else (),
    )
