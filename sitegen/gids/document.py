"""A whole guide, in Word or in Markdown, becomes one Markdown text with marks for what crosses chapters."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.decoding import decode
from sitegen.problem import Place, Problem
from sitegen.readers import word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bs4 import BeautifulSoup, Tag

# A mark stands between two characters that no text uses: the place of a bookmark, a footnote, a table kept as HTML.
OPEN, CLOSE = "\ue000", "\ue001"
_MARKS = re.compile(f"[{OPEN}{CLOSE}]")
_ENDS: Mapping[str, str] = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp"}
_KINDS = ("jpg", "jpeg", "png", "gif", "webp", "svg")
_BLANKS = re.compile(r"\n{3,}")
# What Markdown would take for a heading, a list or a quotation at the start of a paragraph.
_LIKE_MARKUP = re.compile(r"\s*(?:(#|[-+>](?=\s))|(\d{1,3})(?=[.)]\s))")
_NOTE = re.compile(r"#((?:foot|end)note-[\w-]+)\Z")
_MD_NOTE = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?:[ \t]{4,}.*|[ \t]*(?=\n[ \t]{4,})))*)\n?", re.MULTILINE)
_MD_NOTE_REF = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_MD_PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]+)>?([^)]*)\)")
_MD_TARGET = re.compile(r"^\[(?!\^)([^\]]+)\]:\s+(\S+).*\n?", re.MULTILINE)
_MD_BY_NAME = re.compile(r"(?<!!)\[([^\]]+)\](?:\[([^\]]*)\])(?!\()")


class Document(NamedTuple):
    """A guide before it is split.

    text: Markdown with marks. notes: footnotes by name. blocks: tables kept as HTML, by name. pictures: name → bytes, as
    the text names them. problems: what was left out, and why.
    """

    text: str
    notes: Mapping[str, str]
    blocks: Mapping[str, str]
    pictures: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def mark(kind: str, name: str = "") -> str:
    """A mark: `kind` is "a" (bookmark), "n" (footnote), "t" (table), "b" (line break in a cell), "e" (escape), "c" (a character by number)."""
    return f"{OPEN}{kind}:{name}{CLOSE}"


def from_word(path: str, data: bytes) -> Document:
    """The guide in a Word file. Raises SiteError for a file that can't be read or can't be trusted."""
    from bs4 import BeautifulSoup

    body, problems, found = word.to_html(path, data, whole=True)
    pictures, body, more = _named(path, body, found)
    soup = BeautifulSoup(_MARKS.sub("", body), "html.parser")
    notes = _notes(soup)
    for anchor in soup.find_all("a", id=True, href=False):
        anchor.replace_with(mark("a", str(anchor["id"])))
    blocks = _tables(soup)
    for paragraph in soup.find_all("p"):
        _plain_start(paragraph)
    for words in soup.find_all(string=re.compile(r"[<|]")):
        # Typed text, not markup: a tag in a sentence stays a sentence, a bar in a cell doesn't cut it in two.
        words.replace_with(re.sub(r"[<|]", lambda found: mark("c", str(ord(found[0]))), str(words)))
    text = _markdown(str(soup)).replace(mark("b"), "<br>")
    written = {name: _markdown(note).strip() for name, note in notes.items()}
    return Document(_BLANKS.sub("\n\n", text).strip() + "\n", written, blocks, pictures, (*problems, *more))


def from_markdown(path: str, data: bytes, beside: Callable[[str], bytes | None]) -> Document:
    """The guide in a Markdown file; `beside` gives the bytes of a picture by the name the text uses, or None."""
    text = _MARKS.sub("", decode(data, path)).replace("\r\n", "\n")
    notes = {name: re.sub(r"\n[ \t]+", "\n", note).strip() for name, note in _MD_NOTE.findall(text)}
    text = _MD_NOTE_REF.sub(lambda found: mark("n", found[1]) if found[1] in notes else found[0], _MD_NOTE.sub("", text))
    # A target named at the end of the document would be lost to all chapters but the last.
    targets = {name.casefold(): target for name, target in _MD_TARGET.findall(text)}
    text = _MD_BY_NAME.sub(lambda found: _by_name(found, targets), _MD_TARGET.sub("", text))
    pictures: dict[str, bytes] = {}
    problems: list[Problem] = []

    def picture(found: re.Match[str]) -> str:
        line = text.count("\n", 0, found.start()) + 1
        end = found[2].rpartition(".")[2].lower()
        picture_data = beside(found[2]) if end in _KINDS else None
        if picture_data is None:
            problems.append(Problem(Place(path, line), "gids-plaatje", f"het plaatje '{found[2]}' is er niet of kan niet getoond worden; het is weggelaten.", "Zet het naast de gids, als JPEG, PNG of SVG, en lees de gids nog eens in.", "waarschuwing"))
            return ""
        name = _name(picture_data, end)
        pictures[name] = picture_data
        return f"![{found[1]}]({name}{found[3]})"

    return Document(_MD_PICTURE.sub(picture, text).strip() + "\n", notes, {}, pictures, tuple(problems))


def _markdown(body: str) -> str:
    from markdownify import ATX, markdownify

    return markdownify(body, heading_style=ATX, bullets="-", strip=["span"], escape_underscores=False, table_infer_header=True, sup_symbol="<sup>", sub_symbol="<sub>")


def _by_name(found: re.Match[str], targets: Mapping[str, str]) -> str:
    target = targets.get((found[2] or found[1]).casefold())
    return f"[{found[1]}]({target})" if target else found[0]


def _name(data: bytes, end: str) -> str:
    # Named by its contents: what media.yaml says of a picture can never come to be said of another one at a next import.
    return f"beeld-{hashlib.sha256(data).hexdigest()[:10]}.{end}"


def _named(path: str, body: str, found: tuple[tuple[str, bytes], ...]) -> tuple[dict[str, bytes], str, list[Problem]]:
    pictures: dict[str, bytes] = {}
    problems: list[Problem] = []
    for number, (kind, data) in enumerate(found):
        end = _ENDS.get(kind)
        if end is None:
            problems.append(Problem(Place(path), "word-plaatje", f"plaatje {number + 1} heeft een soort die een browser niet toont ({kind}); het is weggelaten.", "Voeg het in Word opnieuw in als JPEG of PNG.", "waarschuwing"))
            body = re.sub(rf'<img[^>]*src="word:{number}"[^>]*>', "", body)
            continue
        name = _name(data, end)
        pictures[name] = data
        body = body.replace(f'src="word:{number}"', f'src="{name}"')
    return pictures, body, problems


def _notes(soup: BeautifulSoup) -> dict[str, str]:
    notes = {}
    for item in soup.find_all("li", id=re.compile(r"\A(?:foot|end)note-")):
        for back in item.find_all("a", href=re.compile(r"\A#(?:foot|end)note-ref-")):
            back.decompose()
        around = item.parent
        notes[str(item["id"])] = item.decode_contents()
        item.decompose()
        if around is not None and not around.get_text(strip=True):
            around.decompose()
    for link in soup.find_all("a", href=_NOTE):
        name = _NOTE.match(str(link["href"]))
        if name and name[1] in notes:
            raised = link.parent if link.parent is not None and link.parent.name == "sup" else link
            raised.replace_with(mark("n", name[1]))
    return notes


def _tables(soup: BeautifulSoup) -> dict[str, str]:
    """Simple tables become lines of Markdown; what Markdown can't say (merged cells, lists in cells) stays HTML."""
    blocks: dict[str, str] = {}
    for table in soup.find_all("table"):
        if table.find_parent("table") is not None:
            continue
        if table.find(["table", "ul", "ol"]) or any(cell.get("rowspan") or cell.get("colspan") for cell in table.find_all(["td", "th"])):
            name = str(len(blocks) + 1)
            blocks[name] = str(table)
            paragraph = soup.new_tag("p")
            paragraph.string = mark("t", name)
            table.replace_with(paragraph)
            continue
        for cell in table.find_all(["td", "th"]):
            paragraphs = [one for one in cell.find_all("p") if one.get_text(strip=True) or one.find("img")]
            for paragraph in paragraphs[:-1]:
                paragraph.append(mark("b"))
            for paragraph in cell.find_all("p"):
                paragraph.unwrap()
            for line_end in cell.find_all("br"):
                line_end.replace_with(mark("b"))
    return blocks


def _plain_start(paragraph: Tag) -> None:
    first = next(iter(paragraph.find_all(string=True)), None)
    found = _LIKE_MARKUP.match(first) if first is not None else None
    if first is not None and found:
        at = found.end(2) if found[2] else found.start(1)
        first.replace_with(f"{first[:at]}{mark('e')}{first[at:]}")
