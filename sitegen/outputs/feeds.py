"""The latest newsletters for feed readers: Atom and JSON Feed. Dates come from the letters, never from the clock."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import escape

from sitegen.artifact import Artifact, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.edition import Card, Edition
    from sitegen.privacy.cleared import Site
    from sitegen.school import School
    from sitegen.theme import Theme

LATEST = 20
# A feed wants a moment, a letter has a day: noon in Wilgenveen is the same day everywhere a reader may be.
_NOON = "T11:00:00Z"


def feeds(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """feed.xml and feed.json; nothing without newsletters or a web address, which a feed can't do without."""
    latest, school = edition.newsletters[:LATEST], edition.school
    if not latest or not school.base_url:
        return
    key = fingerprint(school.base_url, school.title, school.name, school.language, repr([(one.title, one.url, one.date, one.summary, one.tags) for one in latest]))
    yield Artifact("feed.xml", partial(_atom, school, latest), key, "feed")
    yield Artifact("feed.json", partial(_json, school, latest), key, "feed")


def _atom(school: School, latest: Sequence[Card]) -> bytes:
    home = escape(school.base_url)
    entries = "".join(
        f'<entry><title>{escape(one.title)}</title><link href="{home}/{escape(one.url)}"/><id>{home}/{escape(one.url)}</id>'
        f"<published>{one.date}{_NOON}</published><updated>{one.date}{_NOON}</updated>"
        + "".join(f'<category term="{escape(tag)}"/>' for tag in one.tags)
        + f"<summary>{escape(one.summary)}</summary></entry>\n"
        for one in latest
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(school.language)}">\n'
        f'<title>Nieuwsbrieven van {escape(school.name)}</title>\n<id>{home}/</id>\n<link href="{home}/nieuwsbrieven/"/>\n'
        f'<link rel="self" type="application/atom+xml" href="{home}/feed.xml"/>\n<updated>{latest[0].date}{_NOON}</updated>\n'
        f"<author><name>{escape(school.name)}</name></author>\n{entries}</feed>\n"
    ).encode()


def _json(school: School, latest: Sequence[Card]) -> bytes:
    items = [
        {"id": f"{school.base_url}/{one.url}", "url": f"{school.base_url}/{one.url}", "title": one.title, "content_text": one.summary or one.title, "summary": one.summary, "date_published": f"{one.date}{_NOON}", "tags": list(one.tags)}
        for one in latest
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": f"Nieuwsbrieven van {school.name}", "home_page_url": f"{school.base_url}/nieuwsbrieven/",
        "feed_url": f"{school.base_url}/feed.json", "language": school.language, "authors": [{"name": school.name, "url": f"{school.base_url}/"}], "items": items,
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()
