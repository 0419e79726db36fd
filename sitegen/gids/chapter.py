"""A chapter as a reader has it: title, headings, and sentences under each heading. For comparing and for looking things up."""

from __future__ import annotations

import html
import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.decoding import decode
from sitegen.gids.heirs import Outline
from sitegen.readers import address, frontmatter, markdown, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BLOCK = re.compile(r"<(h[1-6]|p|li|tr|dt|dd|blockquote|pre)\b[^>]*>(.*?)(?=</\1>|<(?:h[1-6]|p|li|tr|dt|dd|blockquote|pre|ul|ol|table)\b)", re.DOTALL)
_CELL = re.compile(r"</t[dh]>\s*<t[dh]\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_NOTE = re.compile(r'<sup\b[^>]*>\s*<a\b[^>]*class="footnote-ref".*?</sup>|<a\b[^>]*class="footnote-backref".*?</a>', re.DOTALL)
# A full stop that ends no sentence: "o.a.", "bijv. de", "nr. 3", "8.30 uur".
_END = re.compile(r"(?<=[.!?…])(?<!\b[a-z]\.)(?<!\bnr\.)(?<!\bbijv\.)(?<!\bca\.)(?<!\bart\.)\s+(?=[\"'‘“(]?[A-Z0-9€])")


class Sentence(NamedTuple):
    """A sentence, a heading or a row of a table; `heading` is the heading it stands under ("" before the first)."""

    heading: str
    text: str
    is_heading: bool = False


class Chapter(NamedTuple):
    """A chapter of an edition. file: its path in the site; order: its place in the guide."""

    file: str
    slug: str
    title: str
    order: int
    sentences: tuple[Sentence, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings below the title."""
        return tuple(one.text for one in self.sentences if one.is_heading)

    @property
    def outline(self) -> Outline:
        """What it looks like from afar."""
        return Outline(self.slug, self.title, self.headings)


def edition(files: Mapping[str, bytes]) -> tuple[Chapter, ...]:
    """The chapters in `files` (path in the site → bytes), in the order of the guide. Raises SiteError."""
    found = [read(path, data) for path, data in files.items() if path.endswith((".md", ".markdown", ".docx"))]
    return tuple(sorted(found, key=lambda one: (one.order, one.file)))


def read(path: str, data: bytes) -> Chapter:
    """The chapter at `path`. Raises SiteError when it can't be read."""
    if path.endswith(".docx"):
        words, body = {}, word.to_html(path, data)[0]
    else:
        front = frontmatter.split(decode(data, path), path)
        words, body = front.words, markdown.convert(front.body)
    where = address.of(path, str(words.get("slug") or ""))
    sentences = list(_sentences(body))
    title = str(words.get("title") or "")
    if sentences and sentences[0].is_heading and (not title or sentences[0].text == title):
        title = title or sentences[0].text
        sentences = [one._replace(heading="" if one.heading == title else one.heading) for one in sentences[1:]]
    order = words.get("order", where.order)
    return Chapter(path, where.parts[1], title or re.sub(r"[-_]+", " ", where.name).capitalize(), order if isinstance(order, int) else 0, tuple(sentences))


def name_of(path: str) -> str:
    """The edition a path lies in: schoolgids/2026-2027/… → 2026-2027."""
    return posixpath.basename(posixpath.dirname(path))


def _sentences(body: str) -> Iterator[Sentence]:
    heading = ""
    for kind, inside in _BLOCK.findall(_NOTE.sub("", body)):
        text = html.unescape(_TAG.sub("", _CELL.sub(" | ", inside.replace("<br", " <br"))))
        text = " ".join(text.split())
        if not text:
            continue
        if kind[0] == "h" and kind[1:].isdigit():
            heading = text
            yield Sentence(heading, text, is_heading=True)
        elif kind == "tr":
            yield Sentence(heading, text)
        else:
            yield from (Sentence(heading, one) for one in _END.split(text) if one)
