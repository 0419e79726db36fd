"""The site for search engines: an index, and a list each for pages, schoolgids and every school year of newsletters.

One added newsletter changes one list; the index names the lists without dates, so it stays as it is.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markupsafe import escape

from sitegen.artifact import Artifact, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.edition import Edition
    from sitegen.privacy.cleared import Site
    from sitegen.theme import Theme

Entry = tuple[str, str]
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """sitemap.xml and its parts; nothing without a web address."""
    base = edition.school.base_url
    if not base:
        return
    parts: dict[str, list[Entry]] = {"paginas": [("", "")]}
    for one in edition.pages.cards.values():
        if one.noindex or one.kind == "home":
            continue
        if one.kind == "newsletter":
            parts.setdefault(f"nieuwsbrieven-{one.group}", []).append((one.url, one.date))
        else:
            parts.setdefault("schoolgids" if one.kind == "chapter" else "paginas", []).append((one.url, one.date))
    if edition.newsletters:
        parts["paginas"].append(("nieuwsbrieven/", ""))
    if edition.current:
        parts.setdefault("schoolgids", []).append(("schoolgids/", ""))
    if edition.calendar:
        parts["paginas"].append(("kalender/", ""))
    names = sorted(parts)
    yield Artifact("sitemap.xml", partial(_index, base, names), fingerprint(base, repr(names)), "sitemap")
    for name in names:
        entries = sorted(parts[name])
        yield Artifact(f"sitemap-{name}.xml", partial(_part, base, entries), fingerprint(base, "\n".join([f"{url} {date}" for url, date in entries])), "sitemap")


def _index(base: str, names: Sequence[str]) -> bytes:
    maps = "".join(f"<sitemap><loc>{escape(base)}/sitemap-{name}.xml</loc></sitemap>\n" for name in names)
    return f"{_HEAD}<sitemapindex {_SPACE}>\n{maps}</sitemapindex>\n".encode()


def _part(base: str, entries: Sequence[Entry]) -> bytes:
    urls = "".join(f"<url><loc>{escape(base)}/{escape(url)}</loc>" + (f"<lastmod>{date}</lastmod>" if date else "") + "</url>\n" for url, date in entries)
    return f"{_HEAD}<urlset {_SPACE}>\n{urls}</urlset>\n".encode()
