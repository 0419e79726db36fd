"""Word, Excel, PowerPoint and OpenDocument files as texts: every XML part is read, also hidden, deleted and comments."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from sitegen import archive, raster, svg
from sitegen.readers import inside
from sitegen.readers.documents.document import Document, DocumentError

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_PARAGRAPHS = {"p", "h", "si", "text", "comment"}
_ROWS = {"tr", "table-row"}
_CELLS = {"tc", "table-cell", "covered-table-cell"}
# What a cell of a sheet holds: its value, or its text in the cell itself.
_VALUES = {"v", "is"}
_INDEX = re.compile(r"[0-9]{1,7}\Z")
_BREAKS = {"tab", "br", "cr", "line-break", "s", "noBreakHyphen"}
# Pieces of a line, which an editor cuts anywhere; at the edge of anything else in a paragraph a word may end as well.
_PIECES = _BREAKS | {"r", "t", "rPr", "span", "a", "hyperlink", "ins", "del", "delText", "smartTag", "fld", "proofErr", "bookmarkStart", "bookmarkEnd", "pPr", "soft-page-break", "lastRenderedPageBreak"}
_EDGE = "\0"
# Attributes that hold words of people: authors, alternative texts, links, names of sheets.
_WORDS = {"author", "initials", "userId", "name", "descr", "title", "tooltip", "display", "displayName", "Target", "href", "prompt", "error", "promptTitle", "errorTitle", "alt", "string-value"}
# Elements that Office and LibreOffice write; what others add may say anything anywhere.
_OFFICE = ("{http://schemas.openxmlformats.org/", "{http://schemas.microsoft.com/", "{urn:schemas-microsoft-com:", "{urn:oasis:names:tc:opendocument:", "{http://purl.oclc.org/ooxml/")
_TWO_WORDS = re.compile(r"[^\W\d_]{2}[^\w<>]+[^\W\d_]{2}")
# Names that the program gave: built-in styles, fonts, settings.
_NO_WORDS = {"lsdException", "font", "compatSetting", "theme", "clrScheme", "fontScheme", "fmtScheme"}
_FOREIGN_RELATIONS = ("hyperlink",)
_FOREIGN_PARTS = ("externallinks/", "connections.xml", "querytables/", "embeddings/", "webextensions/", "macrosheets/", "dialogsheets/", "object ")
_COMMANDS = re.compile(r"^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|EMBED|MACROBUTTON)\b|\bDDE\s*\(|\bWEBSERVICE\s*\(", re.IGNORECASE)
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".jfif", ".heic")
_FONTS = (".odttf", ".ttf", ".fntdata")
_NO_FONT = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"PK", b"%PDF")
_DRAWN = (".emf", ".wmf")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xc0-\xff]\x00){4,}")
# The kinds of which outputs.attachments takes off what hangs on them.
_STRIPPED = {"JPEG", "MPO", "PNG", "GIF"}
_PHOTO = 300


def office(data: bytes) -> Document:
    """A Word, Excel or PowerPoint file. Raises DocumentError."""
    return _document(data, "[Content_Types].xml", "Word, Excel of PowerPoint")


def odt(data: bytes) -> Document:
    """An OpenDocument text. Raises DocumentError."""
    return _document(data, "content.xml", "LibreOffice")


def _document(data: bytes, needed: str, program: str) -> Document:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DocumentError(f"dit is een oud of met een wachtwoord beveiligd bestand. Open het in {program} en bewaar het opnieuw, zonder wachtwoord.")
    try:
        parts = archive.opened(data)
        if needed not in parts.namelist():
            raise DocumentError(f"dit is geen bestand van {program}.")
        return _read(parts)
    except archive.ArchiveError as error:
        raise DocumentError(str(error)) from None
    except RecursionError:
        raise DocumentError("in dit bestand zit te veel in elkaar. Open het en bewaar het opnieuw.") from None


def _read(parts: zipfile.ZipFile) -> Document:
    texts: list[str] = []
    photos = 0
    shared = _shared(parts)
    for name in parts.namelist():
        low = name.lower()
        if archive.spare(name):
            continue  # outputs.attachments leaves it out
        if any(word in low for word in _FOREIGN_PARTS):
            raise DocumentError("dit bestand haalt iets uit een ander bestand of van buiten. Bewaar het als PDF.")
        data = archive.entry(parts, name)
        if low.endswith((".xml", ".rels", ".vml", ".rdf")):
            texts += _texts(_parsed(data), shared) if data else ()
        elif low.endswith(_PICTURES):
            words, photo = _picture(data, low)
            texts += words
            photos += photo
        elif low == "mimetype":
            texts.append(data.decode("latin-1"))
        elif not low.endswith(_FONTS) or data.startswith(_NO_FONT):
            raise DocumentError(f"in dit bestand zit een onderdeel dat niet na te kijken is ({posixpath.basename(name)[-20:]}). Bewaar het als PDF.")
    return Document(tuple(dict.fromkeys(filter(None, (" ".join(text.split()) for text in texts)))), photos)


def _parsed(data: bytes) -> Element:
    from defusedxml import ElementTree

    try:
        root: Element = ElementTree.fromstring(data, forbid_dtd=True)
    except Exception:  # noqa: BLE001  not well-formed, a DTD or an entity: it can't be read through and through
        raise DocumentError("dit bestand is beschadigd of niet veilig. Open het en bewaar het opnieuw.") from None
    return root


def _texts(root: Element, shared: list[str]) -> Iterator[str]:
    held: set[int] = set()  # what is read as one with the paragraph, cell or value that holds it; nothing else is left unread
    ended: set[int] = set()  # … and whose tail is
    for element in root.iter():
        local = _local(element.tag)
        inside = id(element) in held
        for whole in _wholes(element, local):
            ids = [id(one) for one in whole.iter()]
            held.update(ids)
            ended.update(ids[1:])
        if local in _PARAGRAPHS:
            yield from _read_on(element)
        elif local in _ROWS:
            yield element.text or ""
            yield " ".join(_inner(cell) for cell in element.iter() if _local(cell.tag) in _CELLS)
        elif local == "row":
            yield element.text or ""
            yield from _sheet_row(element, shared)
        elif local in {"instrText", "f"}:
            if _COMMANDS.search(element.text or ""):
                raise DocumentError("dit bestand haalt iets uit een ander bestand of van buiten. Bewaar het als PDF.")
            yield element.text or ""
        elif local == "Relationship" and element.get("TargetMode") == "External" and not element.get("Type", "").lower().endswith(_FOREIGN_RELATIONS):
            raise DocumentError("dit bestand haalt iets van internet of van een andere schijf. Voeg het in het bestand zelf in.")
        elif element.text and element.text.strip() and not inside:
            yield element.text
        if element.tail and element.tail.strip() and id(element) not in ended:
            yield element.tail
        if local in _NO_WORDS or (local == "Relationship" and element.get("TargetMode") != "External"):
            continue
        foreign = not str(element.tag).startswith(_OFFICE)
        for name, value in element.attrib.items():
            if foreign or _local(name) in _WORDS or _TWO_WORDS.search(value):
                yield value


def _wholes(element: Element, local: str) -> Iterator[Element]:
    """What is read as one on reaching `element`."""
    if local in _PARAGRAPHS:
        yield element
    elif local in _ROWS:
        yield from (cell for cell in element.iter() if _local(cell.tag) in _CELLS)
    elif local == "row":
        yield from (value for cell in element if _local(cell.tag) == "c" for value in cell if _local(value.tag) in _VALUES)


def _inner(element: Element) -> str:
    """The words in a paragraph, joined over the pieces that an editor cuts them in."""
    pieces: list[str] = []
    _gather(element, pieces)
    return "".join(pieces).replace(_EDGE, "")


def _read_on(element: Element) -> Iterator[str]:
    """The words in a paragraph as `_inner` gives them; also parted where something stands in it that may be more than a piece of a line."""
    pieces: list[str] = []
    _gather(element, pieces)
    joined = "".join(pieces).strip(_EDGE)
    yield joined.replace(_EDGE, "")
    if _EDGE in joined:
        yield joined.replace(_EDGE, " ")


def _gather(element: Element, pieces: list[str]) -> None:
    local = _local(element.tag)
    edge = local not in _PIECES
    if local in _BREAKS:
        pieces.append(" ")
    elif edge:
        pieces.append(_EDGE)
    if element.text and local not in {"instrText", "delInstrText"}:
        pieces.append(element.text)
    for child in element:
        _gather(child, pieces)
        if child.tail:
            pieces.append(child.tail)
    if edge:
        pieces.append(_EDGE)


def _sheet_row(row: Element, shared: list[str]) -> Iterator[str]:
    cells = []
    for cell in row:
        if _local(cell.tag) != "c":
            continue
        values = [_inner(child) for child in cell if _local(child.tag) in _VALUES]
        if cell.get("t") == "s":
            values = [shared[int(one)] if _INDEX.match(one) and int(one) < len(shared) else one for one in values]
        cells.append(" ".join(values))
    yield " ".join(filter(None, cells))
    yield from (cell for cell in cells if len(cell) > 3)


def _shared(parts: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in parts.namelist():
        return []
    return [_inner(item) for item in _parsed(archive.entry(parts, "xl/sharedStrings.xml")) if _local(item.tag) == "si"]


def _picture(data: bytes, name: str) -> tuple[tuple[str, ...], int]:
    """Words in and on an embedded picture, and 1 when it looks like a photograph."""
    if name.endswith(_DRAWN):
        # Drawn by Windows, perhaps around a photograph; its words are in its records, in 16 bits.
        return tuple(found.decode("utf-16-le") for found in _WIDE.findall(data)), 1
    if svg.is_svg(data):
        try:
            svg.read(data)
        except svg.UnsafeError as error:
            raise DocumentError(f"in dit bestand zit een tekening die niet na te kijken is: {error}") from None
        return tuple(_texts(_parsed(data), [])), 0
    try:
        head = raster.head(data)
    except raster.UnreadableError as error:
        raise DocumentError(f"in dit bestand zit een plaatje dat niet na te kijken is: {error}") from None
    if head.kind not in _STRIPPED:
        raise DocumentError(f"in dit bestand zit een plaatje van de soort {head.kind}. Voeg het in als JPEG of PNG.")
    names, words, _ = inside.people(head.xmp)
    photo = min(head.size) >= _PHOTO and (head.kind in {"JPEG", "MPO"} or raster.many_colours(data))
    return (*names, *words, *inside.exif_words(head.exif), *inside.iptc_words(head.iptc)), int(photo)


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]
