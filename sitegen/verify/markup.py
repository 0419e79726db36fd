"""Takes a text file of the website apart into everything a reader or a robot could find in it.

HTML is read by lexbor, as a browser would, written out again in one canonical form, and cut into text, attributes,
comments and scripts; JSON, XML, calendars and tables by their own small readers. The result is plain text
(`letters.plain`) in which BLOCK and CELL part what does not read on.
"""

from __future__ import annotations

import base64
import binascii
import html
import itertools
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sitegen.late import late
from sitegen.verify.evidence import BLOCK, CELL
from sitegen.verify.letters import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# In lexbor's canonical output "<" and ">" stand only around tags, and every value in double quotes.
_TAG = late(r"<[^>]*>")
_INLINE_NAMES = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|rp|rt|ruby|s|samp|small|span|strike|strong|"
    "sub|sup|time|tt|tspan|textPath|u|var|wbr"
)
_INLINE = late(rf"</?(?:{_INLINE_NAMES})(?:\s[^>]*)?>")
_CELL = late(r"</?(?:td|th|dt|dd|br|option)(?:\s[^>]*)?>")
_VALUE = late(r'="([^"]+)"')
_XML_VALUE = late(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
# Drawings are numbers by the hundred; no reader sees them as words.
_SILENT = late(
    r"""\s(?:d|points|viewBox|transform|integrity|pathLength|x|y|r|c[xy]|r[xy]|[xy][12]|width|height|stroke-[a-z]+|gradientTransform|values)"""
    r"""\s*=\s*(?:"[^"A-Z]*"|'[^'A-Z]*'|"[MmLlHhVvCcSsQqTtAaZz\d\s,.eE+\-]*"|'[MmLlHhVvCcSsQqTtAaZz\d\s,.eE+\-]*')"""
)
_DRAWN = late(r"<(?:svg|path|rect|circle|ellipse|line|poly\w+|g|use|image|text|tspan|pattern|mask|symbol|stop|\w*Gradient|clipPath|defs)\b[^>]*>")
_COMMENT = late(r"<!--(.*?)-->", re.DOTALL)
_CDATA = late(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_RAW = late(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_DROPPED = late(r"</[A-Za-z][\w\-]*\s[^>]*>|<![^dD\-][^>]*>|<![dD][^>]{14,}>|<\?")
_ANY_MARK = late(r"[<>\"]")
_DATA_URI = late(r"data:([\w/+.\-]*)((?:;[\w=\-]+)*),([^\"'\s)>]+)")
_PERCENT = late(r"%[0-9A-Fa-f]{2}")
_ESCAPE = late(r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2})|([0-9A-Fa-f]{1,6}) ?)")
_MARKUP_INSIDE = late(r"<[A-Za-z/!][^>]*>")
_HYPHENATED = late(r"-[ \t]*[\n\x1d][ \t]*(?=[a-z])")
_LETTERED = late(r"(?:\b[A-Za-z][ .\-]{1,3}){5,}[A-Za-z]\b")
_LETTER_SHAPE = bytes(97 if 65 <= byte <= 90 or 97 <= byte <= 122 else 48 if 48 <= byte <= 57 else 32 for byte in range(256))
_DEEPEST = 3
# Lines of pages that were taken apart before, each with whether its page has drawings; so many at most.
_MOST = 5000
_known: dict[tuple[str, bool], tuple[str, list[str], bool]] = {}


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, or what its byte order mark says, or else Windows-1252."""
    if data[:3] == b"\xef\xbb\xbf":
        data = data[3:]
    elif data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def page(data: str) -> str:
    """Everything in an HTML page: text, attributes, comments, scripts, `srcdoc` and data addresses, and what the parser dropped."""
    return widened("".join(_page(data, 0)))


def _page(data: str, depth: int) -> Iterator[str]:
    from selectolax.lexbor import LexborHTMLParser

    written = LexborHTMLParser(data).html or ""
    if depth == 0 and (data.count("=") > written.count("=") or _DROPPED.search(data)):
        yield BLOCK + html.unescape(_ANY_MARK.sub(BLOCK, data))
    if "<script" in written or "<style" in written:
        rest, end = [], 0
        for found in _RAW.finditer(written):
            yield BLOCK + (_json(found[3]) if "json" in found[2] else script(found[3]))
            rest.append(written[end : found.start()])
            end = found.end()
        written = BLOCK.join([*rest, written[end:]])
    if "<!--" in written:
        for found in _COMMENT.finditer(written):
            yield BLOCK + found[1]
            if depth < _DEEPEST and "<" in found[1]:
                yield from _page(found[1], depth + 1)
        written = _COMMENT.sub("", written)
    drawn = "<svg" in written or "<rect" in written
    text, found_values = _lines(written, drawn=drawn)
    yield BLOCK + text + BLOCK
    values = html.unescape(BLOCK.join(dict.fromkeys(found_values)))
    yield values
    if depth < _DEEPEST:
        if "<" in values:
            for value in values.split(BLOCK):
                if "<" in value:
                    yield BLOCK
                    yield from _page(value, depth + 1)
        if "data:" in written:
            written = _DRAWN.sub(_silenced, written) if drawn else written
            for found in _DATA_URI.finditer(html.unescape(written)):
                yield BLOCK
                yield from _data_uri(found, depth)


def _lines(written: str, *, drawn: bool) -> tuple[str, Iterable[str]]:
    """The text of canonical HTML and the values in it, line by line: most lines of a page stand on every page of the site."""
    texts, values = [], []
    for line in written.split("\n"):
        piece = _known.get((line, drawn))
        if piece is None:
            if len(_known) > _MOST:
                _known.clear()
            piece = _known[line, drawn] = _taken_apart(line, drawn=drawn)
        text, found, ends = piece
        if not ends:
            text, found, _ = _taken_apart(written, drawn=drawn)
            return html.unescape(text), found
        texts.append(text)
        values.append(found)
    return html.unescape("\n".join(texts)), itertools.chain.from_iterable(values)


def _taken_apart(written: str, *, drawn: bool) -> tuple[str, list[str], bool]:
    """The text as it is written, the values, and whether every tag and value that begins here ends here."""
    if drawn:
        written = _DRAWN.sub(_silenced, written)
    if "<" not in written and "=" not in written:
        return written, [], True
    text = _TAG.sub(BLOCK, _CELL.sub(CELL, _INLINE.sub("", written)))
    values, end = [], 0
    for found in _VALUE.finditer(written):
        values.append(found[1])
        end = found.end()
    last = written.rfind('="', end)
    return text, values, "<" not in text and (last < 0 or '"' in written[last + 2 :])


def _silenced(tag: re.Match[str]) -> str:
    return _SILENT.sub(" ", tag[0])


def _data_uri(found: re.Match[str], depth: int) -> Iterator[str]:
    body = unquote(found[3])
    if "base64" in found[2]:
        try:
            body = decode(base64.b64decode(body + "===", validate=False))
        except (binascii.Error, ValueError):
            return
    if "svg" in found[1] or "xml" in found[1]:
        yield xml(body)
    elif "html" in found[1]:
        yield from _page(body, depth + 1)
    elif found[1].startswith("text/") or "json" in found[1] or not found[1]:
        yield body


def script(data: str) -> str:
    """JavaScript or CSS: as it stands, and once more with its escapes undone; each string and rule on its own."""
    shown = re.sub(r"[{}<>\n]", BLOCK, data)
    if "\\" in data:
        shown += BLOCK + re.sub(r"[{}<>\n]", BLOCK, _ESCAPE.sub(_escaped, data))
    return shown


def _escaped(found: re.Match[str]) -> str:
    number = int(found[1] or found[2] or found[3], 16)
    return chr(number) if number < 0x110000 else ""


def structured(data: str) -> str:
    """A JSON file as plain text: the keys and values of one object read on, objects do not."""
    return widened(_json(data))


def _json(data: str) -> str:
    try:
        value: object = json.loads(data)
    except ValueError:
        return script(data)
    pieces: list[str] = []
    _add_values(value, pieces)
    return "".join(pieces)


def _add_values(value: object, pieces: list[str]) -> None:
    if isinstance(value, dict):
        pieces.append(BLOCK)
        for key, inner in value.items():
            pieces.append(f"{CELL}{key}{CELL}")
            _add_values(inner, pieces)
        pieces.append(BLOCK)
    elif isinstance(value, list):
        for inner in value:
            pieces.append(BLOCK)
            _add_values(inner, pieces)
        pieces.append(BLOCK)
    elif isinstance(value, str):
        pieces.append("".join(_page(value, 1)) if "<" in value and _MARKUP_INSIDE.search(value) else value)
    elif value is not None and not isinstance(value, bool):
        pieces.append(str(value))


def xml(data: str) -> str:
    """A feed, a sitemap or a drawing as plain text; HTML packed inside is unpacked."""
    data = _CDATA.sub(lambda found: html.escape(found[1]), data)
    comments = BLOCK.join(found[1] for found in _COMMENT.finditer(data))
    data = _SILENT.sub(" ", _COMMENT.sub("", data))
    values = [html.unescape(double or single) for tag in _TAG.finditer(data) for double, single in _XML_VALUE.findall(tag[0])]
    pieces: list[str] = []
    for piece in _TAG.sub(BLOCK, _INLINE.sub("", data)).split(BLOCK):
        text = html.unescape(piece)
        pieces.append("".join(_page(text, 1)) if _MARKUP_INSIDE.search(text) else text)
    return widened(BLOCK.join([*pieces, comments, *values]))


def calendar(data: str) -> str:
    """An .ics or .vcf file: folded lines joined, escapes undone, each line on its own."""
    data = re.sub(r"\r?\n[ \t]", "", data)
    data = data.replace("\\n", "\n").replace("\\N", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    return widened(re.sub(r"\r?\n", BLOCK, data))


def table(data: str) -> str:
    """A .csv or .tsv file: cells read on, rows do not."""
    return widened(re.sub(r"[;,\t]", CELL, re.sub(r"\r?\n", BLOCK, data)))


def lines(data: str) -> str:
    """Running text: an empty line parts, any other line end may or may not."""
    return widened(re.sub(r"\r?\n", CELL, re.sub(r"\r?\n[ \t]*\r?\n", BLOCK, data)))


def widened(text: str) -> str:
    """Plain text of `text`, with what its disguises say behind it: percents undone, hyphenated and spaced-out words joined."""
    text = plain(text)
    more: list[str] = []
    if _PERCENT.search(text):
        more.append(plain(unquote(unquote(text))))
    if _HYPHENATED.search(text):
        more.append(_HYPHENATED.sub("", text))
    if b" a a a a a a" in text.encode().translate(_LETTER_SHAPE):
        more += [re.sub(r"[ .\-]+", "", found[0]) for found in _LETTERED.finditer(text)]
    return BLOCK.join([text, *more])
