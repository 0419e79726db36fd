"""The sitemap in parts, one a school year: an added newsletter rewrites only its own."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs.frame import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.edition import Card, Edition
    from sitegen.privacy.cleared import Site
    from sitegen.theme import Theme

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """sitemap.xml, an index, and sitemap-*.xml for pages, guide and each school year."""
    groups: dict[str, list[Card]] = defaultdict(list)
    for one in edition.pages.cards.values():
        if not one.noindex:
            groups[one.group if one.kind == "newsletter" else "gids" if one.kind == "chapter" else "paginas"].append(one)
    base = edition.school.base_url
    names = tuple(sorted(groups))
    yield Artifact("sitemap.xml", partial(_index, base, names), fingerprint(base, repr(names)), "sitemap")
    for name, cards in groups.items():
        yield Artifact(f"sitemap-{name}.xml", partial(_part, base, cards), fingerprint(base, *(f"{one.url} {one.date}" for one in cards)), "sitemap")


def _index(base: str, names: Sequence[str]) -> bytes:
    rows = "".join(f"<sitemap><loc>{text(base)}/sitemap-{name}.xml</loc></sitemap>\n" for name in names)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="{_NAMESPACE}">\n{rows}</sitemapindex>\n'.encode()


def _part(base: str, cards: Sequence[Card]) -> bytes:
    rows = "".join(f"<url><loc>{text(base)}/{text(one.url)}</loc>{f'<lastmod>{one.date}</lastmod>' if one.date else ''}</url>\n" for one in sorted(cards, key=lambda card: card.url))
    return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{_NAMESPACE}">\n{rows}</urlset>\n'.encode()
