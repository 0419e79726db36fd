"""The latest newsletters as Atom and JSON feed. Dates come from the content, never from the clock."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs.frame import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.edition import Card, Edition
    from sitegen.privacy.cleared import Site
    from sitegen.school import School
    from sitegen.theme import Theme

LATEST = 20


def feeds(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """atom.xml and feed.json."""
    latest = edition.newsletters[:LATEST]
    key = fingerprint(repr(edition.school), *(one.key for one in latest))
    yield Artifact("atom.xml", partial(_atom, edition.school, latest), key, "feed")
    yield Artifact("feed.json", partial(_json, edition.school, latest), key, "feed")


def _atom(school: School, latest: Sequence[Card]) -> bytes:
    updated = latest[0].date if latest else "2000-01-01"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>', '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">',
        f"<title>{text(school.title)}</title>", f"<id>{text(school.base_url)}/</id>", f"<updated>{updated}T12:00:00Z</updated>",
        f'<link rel="self" href="{text(school.base_url)}/atom.xml"/>', f'<link href="{text(school.base_url)}/"/>', f"<author><name>{text(school.name)}</name></author>",
    ]
    for one in latest:
        url = f"{text(school.base_url)}/{text(one.url)}"
        lines.append(f'<entry><title>{text(one.title)}</title><id>{url}</id><link href="{url}"/><updated>{one.date}T12:00:00Z</updated><summary>{text(one.summary)}</summary></entry>')
    return "\n".join([*lines, "</feed>", ""]).encode()


def _json(school: School, latest: Sequence[Card]) -> bytes:
    base = school.base_url
    items = [{"id": f"{base}/{one.url}", "url": f"{base}/{one.url}", "title": one.title, "summary": one.summary, "content_text": one.summary, "date_published": f"{one.date}T12:00:00Z"} for one in latest]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": school.title, "home_page_url": f"{base}/", "feed_url": f"{base}/feed.json", "language": "nl", "authors": [{"name": school.name}], "items": items}
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()
