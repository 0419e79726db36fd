"""Every cleared page becomes a web page; previous and next touch its two neighbours, and no others."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs import pictures
from sitegen.outputs.frame import Frame, crumbs, frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.edition import Card, Edition, Page
    from sitegen.privacy.cleared import Site
    from sitegen.theme import Theme

_ROOT_LINK = re.compile(r'\b(href|src)="/(?!/)')
_FILE_LINK = re.compile(r'\bhref="(bestanden/[^"]*)"')
_WIDE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_HEAD_CELL = re.compile(r"<th>")

Neighbours = tuple["Card | None", "Card | None"]


def pages(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """One artifact a page, home excepted."""
    around = frame(edition, theme)
    beside = _neighbours(edition)
    nobody: Neighbours = (None, None)
    for url, one in edition.pages.cards.items():
        if one.kind == "home":
            continue
        before, after = beside.get(url, nobody)
        key = fingerprint(around.key, one.key, one.url, before.key if before else b"", after.key if after else b"", b"old" if one.noindex else b"")
        yield Artifact(f"{url}index.html", partial(make, edition, url, (before, after), around), key, "pagina")


def make(edition: Edition[Site], url: str, beside: Neighbours, around: Frame) -> bytes:
    """The bytes of one page."""
    page = edition.pages[url]
    one = page.card
    template = {"newsletter": "newsletter.html", "chapter": "chapter.html"}.get(one.kind, "page.html")
    return around.render(
        template, url=url, title=one.title, summary=one.summary, noindex=one.noindex, card=one, body=body(page, edition),
        before=beside[0], after=beside[1], crumbs=crumbs(edition, one), current=edition.current,
    )


def body(page: Page[Site], edition: Edition[Site]) -> Markup:
    """The body with pictures in their sizes and every address below the site's own path."""
    cleared = page.fetch()
    base = edition.school.base_path
    text = str(cleared.body)
    if base != "/":
        text = _ROOT_LINK.sub(rf'\1="{base}', text)
    if cleared.files:
        text = _FILE_LINK.sub(rf'href="{base}\1"', text)
    if cleared.pictures:
        text = pictures.insert(text, cleared.pictures, base)
    if "<table" in text:
        # A wide table scrolls by itself on a phone; the keyboard must be able to reach it.
        text = _WIDE.sub(lambda table: f'<div class="tabel" tabindex="0" role="region" aria-label="Tabel">{_HEAD_CELL.sub("<th scope=\'col\'>", table[0])}</div>', text)
    return Markup(text)  # noqa: S704  the body is cleared; only addresses and frames were added


def _neighbours(edition: Edition[Site]) -> dict[str, Neighbours]:
    result: dict[str, Neighbours] = {}
    for cards in (tuple(reversed(edition.newsletters)), *edition.chapters.values()):
        _chain(cards, result)
    return result


def _chain(cards: Iterable[Card], result: dict[str, Neighbours]) -> None:
    row = (None, *cards, None)
    for before, one, after in zip(row, row[1:], row[2:], strict=False):
        if one is not None:
            result[one.url] = (before, after)
