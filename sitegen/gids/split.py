"""One text becomes chapters at its headings: those of the highest level that divides it, or those that are numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sitegen.gids.document import CLOSE, OPEN
from sitegen.readers.address import slugify

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*\Z")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_ANY_MARK = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
_NUMBER = re.compile(r"(?:hoofdstuk\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.):]|\s*[-–])?\s+(?=\S)", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")
_BOLD_LINE = re.compile(r"\*\*([^*\n]+)\*\*:?\Z")
_LONGEST_HEADING = 90
# The first words of a guide (title, year, logo) are its cover, not a chapter, up to this many.
_COVER_WORDS = 60
_CONTENTS = {"inhoud", "inhoudsopgave", "inhoud van deze gids"}


class Part(NamedTuple):
    """A chapter as the document has it: title, the words of its address, body with marks and headings from level 2."""

    title: str
    slug: str
    body: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The chapters in order, the title of the document, what was left out (cover, contents), and how it was divided (Dutch)."""

    chapters: tuple[Part, ...]
    title: str
    cover: str
    how: str


@dataclass(slots=True)
class _Line:
    text: str
    level: int = 0
    title: str = ""


def split(text: str) -> Parts:
    """The chapters of a Markdown text. A text without any heading is one chapter."""
    lines = _read(text)
    title = ""
    heads = [line for line in lines if line.level]
    first = heads[0] if heads else None
    if first is not None and (_only_title(first, heads) or _is_cover(lines, heads)):
        # One heading above all others is the name of the guide.
        title, first.level = first.title, 0
        first.text = ""
        heads = heads[1:]
    how = "op de koppen"
    if len([line for line in heads if line.level == _top(heads)]) < 2 and _by_number(lines):
        heads, how = [line for line in lines if line.level], "op de nummering"
    elif _mixed_numbers(heads):
        how = "op de nummering van de koppen"
    top = _top(heads)
    return _chapters(lines, top, title, how if heads else "in één hoofdstuk: er zijn geen koppen gevonden")


def plain(text: str) -> str:
    """A heading without marks, emphasis and links."""
    text = _ANY_MARK.sub("", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\s+", " ", re.sub(r"[*`]|(?<!\w)_|_(?!\w)|\\(?=\W)|<[^>]*>", "", text)).strip()


def _read(text: str) -> list[_Line]:
    lines, fenced = [], False
    for raw in text.split("\n"):
        if _FENCE.match(raw):
            fenced = not fenced
        found = None if fenced else _HEADING.match(raw)
        title = plain(found[2]) if found else ""
        lines.append(_Line(raw, len(found[1]), title) if found and title else _Line("" if found else raw))
    return lines


def _top(heads: Sequence[_Line]) -> int:
    return min((line.level for line in heads), default=0)


def _only_title(first: _Line, heads: Sequence[_Line]) -> bool:
    alone = len(heads) > 1 and all(line.level > first.level for line in heads[1:])
    return alone or ("schoolgids" in first.title.lower() and len(heads) > 2 and bool(re.search(r"\d{4}|\Aschoolgids", first.title, re.IGNORECASE)))


def _is_cover(lines: Sequence[_Line], heads: Sequence[_Line]) -> bool:
    """Whether what stands under the first heading is the front of the guide: a few words, "schoolgids" among them."""
    if len(heads) < 3:
        return False
    start = next(at for at, line in enumerate(lines) if line is heads[0])
    end = next(at for at, line in enumerate(lines) if line is heads[1])
    words = plain(" ".join(line.text for line in lines[start + 1 : end]))
    return "schoolgids" in words.lower() and len(words.split()) <= _COVER_WORDS // 2 and bool(_YEAR.search(words))


def _mixed_numbers(heads: list[_Line]) -> bool:
    """Give headings of one style the level that their numbers tell ("3", "3.1"); False when there is nothing to tell."""
    top = _top(heads)
    same = [line for line in heads if line.level == top]
    depths = [_depth(line.title) for line in same]
    if len(same) < 3 or sum(map(bool, depths)) < 0.7 * len(same) or max(depths) < 2 or 1 not in depths:
        return False
    under = 1
    for line in heads:
        depth = _depth(line.title) if line.level == top else 0
        under = depth or under
        line.level = top + depth - 1 if depth else min(6, max(line.level, top + under))
    return True


def _by_number(lines: list[_Line]) -> bool:
    """Find headings that are plain lines with a number, 1 to n in order; False when the text has none."""
    candidates = []
    for at, line in enumerate(lines):
        bare = _ANY_MARK.sub("", line.text).strip()
        bold = _BOLD_LINE.match(bare)
        words = plain(bold[1] if bold else bare)
        alone = (at == 0 or not lines[at - 1].text.strip()) and (at + 1 == len(lines) or not lines[at + 1].text.strip())
        if alone and _depth(words) and len(words) <= _LONGEST_HEADING and not words.endswith((".", ",", ";", "?", "!")):
            candidates.append((line, words, _depth(words)))
    wanted, found = 1, []
    for line, words, depth in candidates:
        number = _NUMBER.match(words)
        first = int(number[1].partition(".")[0]) if number else 0
        if (depth == 1 and first == wanted) or (depth > 1 and first == wanted - 1):
            found.append((line, words, depth))
            wanted += depth == 1
    if wanted < 4:
        return False
    for line in lines:
        line.level = min(6, line.level + 3) if line.level else 0
    for line, words, depth in found:
        marks = "".join(_ANY_MARK.findall(line.text))
        line.level, line.title, line.text = depth, words, f"{'#' * depth} {marks}{words}"
    return True


def _depth(title: str) -> int:
    found = _NUMBER.match(title)
    return found[1].count(".") + 1 if found and not re.match(r"\d{4}", title) else 0


def _chapters(lines: list[_Line], top: int, title: str, how: str) -> Parts:
    counted = _counted(lines)
    before: list[str] = []
    parts: list[tuple[str, list[str]]] = []
    marks = ""
    for line in lines:
        if line.level == top and line.level:
            parts.append(((_NUMBER.sub("", line.title, count=1).strip() if top in counted else "") or line.title, []))
            marks = "".join(_ANY_MARK.findall(line.text))
            if marks:
                parts[-1][1].append(marks)
            continue
        text = line.text
        if line.level:
            kept = _HEADING.match(line.text)
            words = kept[2] if kept else line.title
            text = f"{'#' * min(6, max(2, line.level - top + 1))} {_unnumbered(words) if line.level in counted else words}"
        (parts[-1][1] if parts else before).append(text)
    opening = "\n".join(before).strip()
    if opening and (not parts or len(plain(opening).split()) > _COVER_WORDS):
        parts.insert(0, (title or "Vooraf" if not parts else "Vooraf", [opening]))
        opening = ""
    taken: dict[str, int] = {}
    chapters = []
    for name, body in parts:
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(body)).strip()
        if name.casefold() in _CONTENTS and all(len(line) < _LONGEST_HEADING for line in text.split("\n")):
            # The website makes its own table of contents.
            opening = f"{opening}\n\n{name}".strip()
            continue
        slug = slugify(name) or "hoofdstuk"
        taken[slug] = taken.get(slug, 0) + 1
        chapters.append(Part(name, slug if taken[slug] == 1 else f"{slug}-{taken[slug]}", text))
    return Parts(tuple(chapters), title, opening, how)


def _counted(lines: Sequence[_Line]) -> set[int]:
    """The levels at which headings are numbered: "3 Ouders" loses its 3 there, "4 mei" elsewhere keeps its 4."""
    levels = {line.level for line in lines if line.level}
    shares = {level: [bool(_depth(line.title)) for line in lines if line.level == level] for level in levels}
    return {level for level, numbered in shares.items() if sum(numbered) > 0.6 * len(numbered)}


def _unnumbered(words: str) -> str:
    lead = re.match(rf"((?:{OPEN}[^{CLOSE}]*{CLOSE}|\*\*)*)", words)
    start = lead.end() if lead else 0
    return words[:start] + _NUMBER.sub("", words[start:], count=1)
