"""What crosses chapters when a guide is split: footnotes go with their text, cross references find their heading."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.gids.document import CLOSE, OPEN
from sitegen.gids.split import plain
from sitegen.problem import Place, Problem
from sitegen.readers.address import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sitegen.gids.document import Document
    from sitegen.gids.split import Part

_MARK = re.compile(f"{OPEN}([a-z]):([^{CLOSE}]*){CLOSE}")
_HEADING = re.compile(r"(#{2,6}) (.+)\Z")
_BOLD = re.compile(r"\*\*([^*]+)\*\*\Z")
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(#([^)\s]+)\)")
_HTML_LINK = re.compile(r'<a\s[^>]*href="#([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
_EMPTY_HEADING = re.compile(r"^#{2,6}[ \t]*$\n?", re.MULTILINE)


class Spot(NamedTuple):
    """Where a cross reference leads: the chapter's name in its address, and the id of the nearest heading or ""."""

    slug: str
    heading: str


def resolve(parts: Sequence[Part], document: Document, file: str) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    """The chapters in plain Markdown. The problems name references that lead nowhere; their words stay."""
    spots: dict[str, Spot] = {}
    for part in parts:
        spots.setdefault(slugify(part.title), Spot(part.slug, ""))
        for name, spot in _spots(part, document.blocks):
            spots.setdefault(name, spot)
    problems: list[Problem] = []
    done = tuple(part._replace(body=_finished(part, document, spots, problems, file)) for part in parts)
    return done, tuple(problems)


def _spots(part: Part, blocks: Mapping[str, str]) -> Iterator[tuple[str, Spot]]:
    """Every bookmark and heading of a chapter. Ids are made as the Markdown reader makes them, with _1 for a second one."""
    ids: set[str] = set()
    here = ""
    for line in part.body.split("\n"):
        found = _HEADING.match(line)
        if found:
            wanted = slugify(plain(found[2])) or "kop-1"
            here, number = wanted, 0
            while here in ids:
                number += 1
                here = f"{wanted}_{number}"
            ids.add(here)
            yield here, Spot(part.slug, here)
        for kind, name in _MARK.findall(line):
            if kind == "a":
                yield name, Spot(part.slug, here)
            elif kind == "t":
                yield from ((inner, Spot(part.slug, here)) for sort, inner in _MARK.findall(blocks.get(name, "")) if sort == "a")


def _finished(part: Part, document: Document, spots: Mapping[str, Spot], problems: list[Problem], file: str) -> str:
    numbers: dict[str, int] = {}

    def target(name: str) -> str | None:
        spot = spots.get(name) or spots.get(html.unescape(name))
        if spot is None:
            problems.append(Problem(Place(file), "gids-verwijzing", f"in '{part.title}' staat een verwijzing die nergens heen leidt (#{name}); de woorden zijn gebleven.", "Verwijs in het document opnieuw, of maak er in het hoofdstuk een link van.", "waarschuwing"))
            return None
        fragment = f"#{spot.heading}" if spot.heading else ""
        return fragment if spot.slug == part.slug else f"/schoolgids/{spot.slug}/{fragment}"

    def link(found: re.Match[str]) -> str:
        where = target(found[2])
        return f"[{found[1]}]({where})" if where else found[1]

    def html_link(found: re.Match[str]) -> str:
        where = target(found[1])
        return f'<a href="{html.escape(where)}">{found[2]}</a>' if where else found[2]

    def character(found: re.Match[str]) -> str:
        kind, name = found[1], found[2]
        if kind == "n" and name in document.notes:
            return f"[^{numbers.setdefault(name, len(numbers) + 1)}]"
        if kind == "t":
            block = _MARK.sub(lambda inner: f" ({plain(document.notes.get(inner[2], ''))})" if inner[1] == "n" else _plainly(inner), document.blocks.get(name, ""))
            return _HTML_LINK.sub(html_link, block)
        return _plainly(found)

    text = "\n".join(_heading(line) for line in part.body.split("\n"))
    text = _MARK.sub(character, _LINK.sub(link, text))
    for name, number in list(numbers.items()):
        note = _MARK.sub(_plainly, _LINK.sub(link, document.notes[name]))
        text += f"\n\n[^{number}]: " + re.sub(r"\n(?=.)", "\n    ", note)
    return re.sub(r"\n{3,}", "\n\n", _EMPTY_HEADING.sub("", text)).strip()


def _heading(line: str) -> str:
    found = _HEADING.match(line)
    if not found:
        return line
    bold = _BOLD.match(found[2].strip())
    return f"{found[1]} {bold[1] if bold else found[2]}"


def _plainly(found: re.Match[str]) -> str:
    return {"e": "\\", "b": "<br>", "c": f"&#{found[2]};"}.get(found[1], "")
