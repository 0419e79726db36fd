"""HTML as it is compared: the lines a reader sees, the structure, and everything that is in the source.

Standard library only: the scorer shares no code with the pass it judges.
"""

from __future__ import annotations

import html
import re
import unicodedata
from html.parser import HTMLParser
from urllib.parse import unquote

_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "caption", "blockquote",
    "figure", "figcaption", "section", "article", "details", "summary", "pre", "hr", "br", "header", "footer", "select", "option",
}
_UNSEEN = {"script", "style", "template", "title"}
_VOID = {"br", "hr", "img", "input", "wbr", "meta", "link", "source", "col", "area", "base", "embed", "track"}
_MARKS = {"li": "- ", **{f"h{level}": "# " for level in range(1, 7)}}
_SPACES = re.compile("[\u00a0\u202f\u2009\u2003\u2002\u3000\t]")
_PLAIN = str.maketrans({
    "ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'",
    "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
})


def fold(text: str) -> str:
    """`text` without case, accents, invisible characters, and differences between dashes, quotes and spaces."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf")
    return re.sub(r"\s+", " ", text.translate(_PLAIN))


def lines(markup: str) -> tuple[str, ...]:
    """What a reader sees, a block a line: "# " before a heading, "- " before a list item, " | " between table cells.

    White space is folded, except that two spaces in a row stay visible.
    """
    reader = _Lines()
    reader.feed(markup)
    reader.close()
    reader.end_line()
    return tuple(reader.found)


def compared(markup: str) -> tuple[str, ...]:
    """`lines` with all white space folded and letters composed, fit for comparing two pages."""
    return tuple(re.sub(r" {2,}", " ", line) for line in lines(markup))


def structure(markup: str) -> tuple[str, ...]:
    """The tags with their attributes and the texts between, in order: for cases about HTML itself."""
    reader = _Structure()
    reader.feed(markup)
    reader.close()
    return tuple(reader.done())


def everything(*parts: str) -> str:
    """All that is in the output in any way, folded: visible text, source, entities and percent-encoding resolved."""
    found = []
    for part in parts:
        plain = html.unescape(part)
        found += [" ".join(compared(part)), "\n".join(compared(part)), part, plain, unquote(plain.replace("+", " ")), html.unescape(plain)]
    return "\n".join(fold(text) for text in found)


def _visible(text: str) -> str:
    text = "".join(letter for letter in unicodedata.normalize("NFC", text) if unicodedata.category(letter) != "Cf")
    return _SPACES.sub(" ", text)


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.text = ""
        self.mark = ""
        self.unseen = 0
        self.cells: list[str] | None = None

    def end_line(self) -> None:
        text = re.sub(r" *\n *", " ", _visible(self.text)).strip()
        if text or self.mark:
            self.found.append((self.mark + text).rstrip() if text else self.mark.strip() + " (empty)")
        self.text = self.mark = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag == "tr":
            self.end_line()
            self.cells = []
        elif tag in {"td", "th"} and self.cells is not None:
            self.text = ""
        elif tag in _BLOCKS and self.cells is not None:
            self.text += " "
        elif tag in _BLOCKS:
            # A list item's first paragraph stands on the item's own line.
            if self.text.strip() or tag in {"li", *_MARKS}:
                self.end_line()
            self.mark = _MARKS.get(tag, self.mark if tag == "p" else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in {"td", "th"} and self.cells is not None:
            self.cells.append(re.sub(r"\s+", " ", _visible(self.text)).strip())
            self.text = ""
        elif tag == "tr" and self.cells is not None:
            self.found.append("| " + " | ".join(self.cells) + " |")
            self.cells, self.text = None, ""
        elif tag in _BLOCKS and self.cells is None and (self.text.strip() or tag in _MARKS):
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.text += data


class _Structure(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.text = ""

    def done(self) -> list[str]:
        self._end_text()
        return self.found

    def _end_text(self) -> None:
        text = re.sub(r"\s+", " ", _visible(self.text))
        if text.strip():
            self.found.append(text)
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Parsers differ in whether they add the body of a table.
        if tag == "tbody":
            return
        self._end_text()
        self.found.append("<" + " ".join([tag, *(f'{key}="{value or ""}"' for key, value in sorted(attrs))]) + ">")

    def handle_endtag(self, tag: str) -> None:
        if tag == "tbody" or tag in _VOID:
            return
        self._end_text()
        self.found.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.text += data
