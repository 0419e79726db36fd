"""The one place where the scorer meets the program: a case goes through the gate, a page comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.register import Register
    from sitegen.school import School

FILE = "newsletters/2026-11-27-weekbericht-13.md"
TITLE = "Weekbericht 13"
_IMAGE = re.compile(r'<img[^>]* src="([^":]+)"')


@dataclass(frozen=True, slots=True)
class Page:
    """What is published: the body as HTML, the title, the last part of the address, and all front matter as text."""

    body: str
    title: str
    slug: str
    words: str = ""


@cache
def render(text: str, *, html: bool) -> str:
    """The HTML of a case's text, as the program's own reader makes it."""
    from sitegen.readers import markdown

    return text if html else markdown.convert(text)


def untouched(text: str, fields: Mapping[str, str], *, html: bool) -> Page:
    """The page as it would be if nobody removed anything."""
    from sitegen.readers import address

    file = fields.get("filename", FILE)
    parts = address.of(file, fields.get("slug", "")).parts
    return Page(render(text, html=html), fields.get("title", TITLE), parts[-1], " ".join(fields.values()))


def clear(text: str, register: Register, school: School, fields: Mapping[str, str], *, html: bool) -> Page:
    """`text` with its front matter `fields`, as the pass lets it through to the public site."""
    from sitegen.draft import Draft, Picture
    from sitegen.privacy.cleared import Site
    from sitegen.privacy.gate import clear as gate
    from sitegen.problem import Place
    from sitegen.readers import address

    raw = untouched(text, fields, html=html)
    file = fields.get("filename", FILE)
    words: dict[str, str | tuple[str, ...]] = {"title": raw.title}
    if "summary" in fields:
        words["summary"] = fields["summary"]
    if "tags" in fields:
        words["tags"] = tuple(part.strip() for part in fields["tags"].split(","))
    if "slug" in fields:
        words["slug"] = fields["slug"]
    where = address.of(file, fields.get("slug", ""))
    # Each picture is declared to show nobody: a case is about words.
    pictures = tuple(Picture(name, name, "0" * 40, (800, 600), ("niemand",)) for name in dict.fromkeys(_IMAGE.findall(raw.body)))
    draft = Draft(Place(file), where.kind, where.parts, words, raw.body, text, pictures)
    cleared, _ = gate(draft, register, school, Site)
    told = [" ".join(value) if isinstance(value, tuple) else str(value) for value in cleared.words.values()]
    return Page(str(cleared.body), cleared.title, cleared.address[-1], " ".join((*told, *cleared.address)))
