"""A Word file as Markdown with its pictures beside it, for whoever wants to go on in text. The Word file stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.problem import Place, Problem
from sitegen.readers import word

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENDS: Mapping[str, str] = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp"}
_HEADING = re.compile(r"^#\s+(.+?)\s*$", re.MULTILINE)
_BLANKS = re.compile(r"\n{3,}")


class WordText(NamedTuple):
    """text: Markdown. pictures: name → bytes, as the text names them. problems: what was left out, and why."""

    text: str
    pictures: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def convert(path: str, data: bytes, stem: str) -> WordText:
    """The Word file in `data` as Markdown; its pictures are called `stem`-1.jpg and on. Raises SiteError when it can't be read."""
    from markdownify import ATX, markdownify

    body, problems, found = word.to_html(path, data)
    pictures: dict[str, bytes] = {}
    more: list[Problem] = []
    for number, (kind, picture) in enumerate(found):
        end = _ENDS.get(kind)
        if end is None:
            more.append(Problem(Place(path), "word-plaatje", f"plaatje {number + 1} heeft een soort die een browser niet toont ({kind}).", "Voeg het in Word opnieuw in als JPEG of PNG.", "waarschuwing"))
            body = re.sub(rf'<img[^>]*src="word:{number}"[^>]*>', "", body)
        else:
            name = f"{stem}-{number + 1}.{end}"
            pictures[name] = picture
            body = body.replace(f'src="word:{number}"', f'src="{name}"')
    text = markdownify(body, heading_style=ATX, bullets="-", strip=["span"], escape_underscores=False, escape_asterisks=False)
    return WordText(_BLANKS.sub("\n\n", text).strip() + "\n", pictures, (*problems, *more))


def title_of(text: str) -> str:
    """The first heading of a Markdown text, or ""."""
    found = _HEADING.search(text)
    return found[1] if found else ""
