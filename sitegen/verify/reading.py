"""One file of the website in, its leaks out: chooses the reader by what the file is, and says where each leak stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.verify import contact, leak, markup, names, pictures
from sitegen.verify.evidence import BLOCK
from sitegen.verify.leak import Leak, masked
from sitegen.verify.letters import plain, spaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sitegen.verify.knowing import Knowledge

_PAGES = frozenset({"html", "htm", "xhtml"})
_READERS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("json", "webmanifest", "jsonld", "map"), markup.structured),
    **dict.fromkeys(("xml", "atom", "rss", "svg", "xsl", "opf", "ncx"), markup.xml),
    **dict.fromkeys(("ics", "ical", "vcf", "vcs"), markup.calendar),
    **dict.fromkeys(("csv", "tsv"), markup.table),
    **dict.fromkeys(("txt", "md", "htaccess", "toml", "yaml", "yml", "conf", "config", "rtf"), markup.lines),
    **dict.fromkeys(("js", "css", "mjs"), lambda data: markup.widened(markup.script(data))),
}
_PACKED = frozenset({"zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "dotx", "docm", "xlsm", "pptm"})
_OFFICE = re.compile(r"(?:^|/)(?:word|xl|ppt|docProps|_rels|customXml)/.*\.(?:xml|rels)$|(?:^|/)(?:content|meta|styles|settings)\.xml$")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_DEEPEST = 4
# A published picture or attachment is called by its digest: nobody's name or number, though letters and digits may look it.
_DIGEST_NAME = re.compile(r"(?:media|bestanden)/(?:kaart-)?[0-9a-f]{20}(?:-\d+)?\.[a-z]+(?: \d+w)?")


def leaks_in(name: str, data: bytes, known: Knowledge) -> tuple[Leak, ...]:
    """All leaks in the file `name` with these bytes, each once, in the order of their lines."""
    in_name = _in_name(name, known)
    shown = masked(name) if in_name else name
    found = [Leak(shown, 0, f"{one.kind} in de bestandsnaam", one.shown) for one in in_name]
    found += (Leak(shown, one.line, one.kind, one.shown) for one in _inside(name, data, known, 0))
    return tuple(sorted(set(found)))


def _in_name(name: str, known: Knowledge) -> list[Leak]:
    text = _DIGEST_NAME.sub("", plain(name)).replace("/", BLOCK)
    return list(_judged(text + BLOCK + re.sub(r"\.\w{1,5}\Z", "", text.rsplit(BLOCK, 1)[-1]), "", known))


def _inside(name: str, data: bytes, known: Knowledge, depth: int) -> Iterator[Leak]:
    suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    # What a file is decides, not what it is called.
    if suffix in pictures.SUFFIXES or pictures.is_picture(data):
        yield from _picture(data, known)
    elif suffix in _PAGES or data[:64].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        source = markup.decode(data)
        yield from _judged(markup.page(source), source, known)
        if b"base64" in data:
            yield from _within(data, known)
    elif suffix in _READERS:
        source = markup.decode(data)
        yield from _judged(_READERS[suffix](source), source, known)
        if suffix == "svg":
            yield from _judged(markup.page(source), source, known)
        yield from _within(data, known)
    elif suffix == "pdf" or data.startswith(b"%PDF-"):
        yield from _document(data, known)
    elif suffix in _PACKED or data.startswith(b"PK\x03\x04"):
        yield from _packed(data, known, depth)
    elif suffix == "gz":
        yield from _gzip(name, data, known, depth)
    elif data.startswith(_OLD_OFFICE):
        yield Leak(name, 0, leak.UNREADABLE)
    else:
        yield from _unknown(data, known)


def _judged(text: str, source: str, known: Knowledge) -> Iterator[Leak]:
    text = _DIGEST_NAME.sub(BLOCK, text)
    look = known.look(text)
    for hit in names.find(look, known):
        words = text[max(0, hit.start - 40) : hit.end]
        yield Leak("", _line(source, text[hit.start : hit.end]), hit.kind, f"{_tail(words)}, leerling {hit.number}")
    for number in contact.find(look, known):
        shown = text[number.start : number.end]
        yield Leak("", _line(source, shown), number.kind, masked(shown))


def _tail(words: str) -> str:
    last = re.split(r"[\x1d\x1e\n]", words)[-1]
    return masked(" ".join(last.split()[-3:]))


def _line(source: str, shown: str) -> int:
    """The first line of `source` with `shown` on it, compared folded; 0 when it stands there only in disguise."""
    wanted = spaced(shown).split()
    if not source or not wanted:
        return 0
    joined = b"".join(wanted)
    for number, line in enumerate(source.split("\n"), 1):
        if joined in spaced(plain(line)).replace(b" ", b""):
            return number
    return 0


def _picture(data: bytes, known: Knowledge) -> Iterator[Leak]:
    text = plain(pictures.words(pictures.metadata(data)))
    yield from _judged(text, "", known)
    if pictures.located(data):
        yield Leak("", 0, leak.GPS)
    if known.withheld:
        print_ = pictures.perceptual(data)
        mine = int.from_bytes(print_, "big") if print_ else None
        if mine is not None and any(pictures.alike(mine, theirs) for _, theirs, _ in known.withheld):
            yield Leak("", 0, leak.PICTURE)


def _within(data: bytes, known: Knowledge) -> Iterator[Leak]:
    """A picture written in letters inside a page, a style sheet or a table: the build never writes one, so nobody asked who is on it."""
    for image in pictures.lettered(data):
        yield Leak("", 0, leak.LETTERED)
        yield from _picture(image, known)


def _document(data: bytes, known: Knowledge) -> Iterator[Leak]:
    from sitegen.verify import documents

    try:
        text = documents.pdf(data)
    except documents.UnreadableError:
        yield Leak("", 0, leak.UNREADABLE)
        return
    yield from _judged(markup.lines(text), "", known)
    for image in documents.images(data):
        yield from _picture(image, known)


def _packed(data: bytes, known: Knowledge, depth: int) -> Iterator[Leak]:
    from sitegen.verify import documents

    if depth >= _DEEPEST:
        yield Leak("", 0, leak.UNREADABLE)
        return
    try:
        for name, part in documents.members(data):
            yield from (Leak("", 0, one.kind, one.shown) for one in _in_name(name, known))
            if _OFFICE.search(name):
                yield from _judged(markup.widened(documents.office(part)), "", known)
            else:
                yield from (Leak("", 0, one.kind, one.shown) for one in _inside(name, part, known, depth + 1))
    except documents.UnreadableError:
        yield Leak("", 0, leak.UNREADABLE)


def _gzip(name: str, data: bytes, known: Knowledge, depth: int) -> Iterator[Leak]:
    from sitegen.verify import documents

    try:
        yield from _inside(name[:-3], documents.unpacked(data), known, depth + 1)
    except documents.UnreadableError:
        yield Leak("", 0, leak.UNREADABLE)


def _unknown(data: bytes, known: Knowledge) -> Iterator[Leak]:
    """Fonts, films, files without a suffix: text if it is text, else whatever words stand between the bytes."""
    if b"\0" not in data[:4096]:
        source = markup.decode(data)
        yield from _judged(markup.lines(source), source, known)
        return
    for one in _judged(plain(pictures.words(data)), "", known):
        if "kind" in one.kind:
            yield one
