"""PDF files as texts: pages, properties, annotations, bookmarks, form fields. Needs pypdf; without it every PDF stays out."""

from __future__ import annotations

import io
import logging
import re
from typing import TYPE_CHECKING

from sitegen import raster
from sitegen.readers import inside
from sitegen.readers.documents.document import Document, DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader
    from pypdf.generic import PdfObject

_MAX_PAGES = 400
_MAX_OBJECTS = 200_000
_PHOTO = 300
_ACTIVE = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/EmbeddedFiles", "/EmbeddedFile", "/RichMedia", "/Movie", "/Sound", "/XFA", "/Screen", "/GoToE", "/GoToR"}
# An inline image (ISO 32000-1, 8.9.7): BI, its size, ID, the pixels, EI.
_IN_LINE = re.compile(rb"(?<![A-Za-z])BI\s(.{1,400}?)\sID\s", re.DOTALL)
_SIDES = re.compile(rb"/(?:W|H|Width|Height)\s+(\d+)")
_SCAN = "{where} van dit PDF-bestand is een plaatje zonder tekst (een scan), en dat kan niet nagekeken worden. Maak de PDF vanuit Word, of zet de tekst op een pagina."


def pdf(data: bytes) -> Document:
    """A PDF file. Raises DocumentError: damaged, with a password, with scripts or files in it, a scan."""
    try:
        import pypdf
    except ImportError:
        raise DocumentError("om PDF-bestanden na te kijken is een uitbreiding nodig: pip install 'sitegen[pdf]'") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings quote the file's own words
    if not data[:1024].lstrip().startswith(b"%PDF-"):
        raise DocumentError("dit is geen PDF-bestand. Bewaar het opnieuw als PDF.")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise DocumentError("dit PDF-bestand is beveiligd. Bewaar het zonder wachtwoord of beperkingen.")  # noqa: TRY301
        return _read(reader)
    except DocumentError:
        raise
    except Exception as error:
        raise DocumentError("dit PDF-bestand is beschadigd en kan niet gelezen worden. Maak het opnieuw.") from error


def _read(reader: PdfReader) -> Document:
    pages = len(reader.pages)
    if not pages or pages > _MAX_PAGES:
        raise DocumentError(f"dit PDF-bestand heeft {pages} bladzijden; dat is niet na te kijken. Splits het." if pages else "dit PDF-bestand is leeg.")
    texts: list[str] = []
    photos = 0
    for number, page in enumerate(reader.pages, 1):
        words = (page.extract_text() or "").strip()
        if not words and _shows_pictures(page):
            raise DocumentError(_SCAN.format(where=f"bladzijde {number}"))
        texts += [*words.splitlines(), " ".join(words.split())]
        photos += _in_line(page)
    if not any(texts):
        raise DocumentError("in dit PDF-bestand staat geen tekst, zodat het niet nagekeken kan worden. Maak de PDF vanuit Word.")
    for one in _everything_else(reader):
        texts += [one] if isinstance(one, str) else one[0]
        photos += 0 if isinstance(one, str) else one[1]
    return Document(tuple(dict.fromkeys(filter(None, (" ".join(text.split()) for text in texts)))), photos)


def _in_line(page: PdfObject) -> int:
    """How many photographs stand in the page's own drawing commands instead of in an object."""
    contents = page.get_contents()
    commands = contents.get_data() if contents is not None else b""
    return sum(min(int(side) for side in _SIDES.findall(found[1])) >= _PHOTO for found in _IN_LINE.finditer(commands) if len(_SIDES.findall(found[1])) >= 2)


def _everything_else(reader: PdfReader) -> Iterator[str | tuple[tuple[str, ...], int]]:
    """Every string in every object (properties, annotations, bookmarks, fields, alternative texts), the XMP, and of
    every picture wherever it hangs its words and 1 when it looks like a photograph.
    """
    from pypdf.generic import ByteStringObject, DictionaryObject, StreamObject, TextStringObject

    for seen, one in enumerate(_objects(reader), 1):
        if seen > _MAX_OBJECTS:
            raise DocumentError("dit PDF-bestand heeft te veel onderdelen om na te kijken. Maak het opnieuw.")
        if isinstance(one, DictionaryObject):
            if _ACTIVE & set(one) or str(one.get("/S")) in _ACTIVE or str(one.get("/Subtype")) in _ACTIVE:
                raise DocumentError("in dit PDF-bestand zit een programma, een formulieractie of een ingesloten bestand. Maak het opnieuw zonder.")
            if isinstance(one, StreamObject) and str(one.get("/Subtype")) == "/Image":
                yield _picture(one)
            if isinstance(one, StreamObject) and str(one.get("/Subtype")) == "/XML":
                names, words, broken = inside.people((one.get_data(),))
                yield from (*names, *words)
                if broken:
                    raise DocumentError("de eigenschappen van dit PDF-bestand zijn niet te lezen. Maak het opnieuw.")
                yield from _plain_xml(one.get_data())
        elif isinstance(one, TextStringObject):
            yield str(one)
        elif isinstance(one, ByteStringObject):
            yield bytes(one).decode("latin-1").strip("\0")


def _plain_xml(data: bytes) -> Iterator[str]:
    from defusedxml import ElementTree

    for element in ElementTree.fromstring(data.strip(b"\0 \r\n"), forbid_dtd=True).iter():
        if element.text and element.text.strip():
            yield element.text
        yield from element.attrib.values()


def _objects(reader: PdfReader) -> Iterator[PdfObject]:
    """Every object reachable from the trailer, each once."""
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

    todo: list[PdfObject] = [reader.trailer]
    known: set[tuple[int, int]] = set()
    while todo:
        one = todo.pop()
        if isinstance(one, IndirectObject):
            key = (one.idnum, one.generation)
            if key in known:
                continue
            known.add(key)
            found = one.get_object()
            if found is None:
                continue
            one = found
        yield one
        if isinstance(one, DictionaryObject):
            todo += [one.raw_get(key) for key in one if key not in {"/Encrypt", "/ID"}]
        elif isinstance(one, ArrayObject):
            todo += list(one)


def _shows_pictures(page: PdfObject) -> bool:
    """Whether a page shows a picture, also inside a form."""
    from pypdf.generic import DictionaryObject, StreamObject

    todo = [page]
    seen: set[int] = set()
    while todo:
        resources = todo.pop().get("/Resources")
        resources = resources.get_object() if resources is not None else None
        shown = resources.get("/XObject") if isinstance(resources, DictionaryObject) else None
        for one in (shown.get_object() if shown is not None else {}).values():
            part = one.get_object()
            if isinstance(part, StreamObject) and part.get("/Subtype") == "/Image":
                return True
            if isinstance(part, StreamObject) and part.get("/Subtype") == "/Form" and id(part) not in seen:
                seen.add(id(part))
                todo.append(part)
    return False


def _picture(part: PdfObject) -> tuple[tuple[str, ...], int]:
    filters = str(part.get("/Filter"))
    large = min(int(part.get("/Width", 0)), int(part.get("/Height", 0))) >= _PHOTO
    if "/JPXDecode" in filters:
        raise DocumentError("in dit PDF-bestand zit een plaatje van een soort (JPEG 2000) die niet na te kijken is. Maak de PDF vanuit Word.")
    if "/DCTDecode" not in filters:
        # Whatever has a full byte a colour may be a photograph; a palette or a scan in black and white is none.
        full = part.get("/BitsPerComponent", 8) == 8 and "/Indexed" not in str(part.get("/ColorSpace"))
        return (), int(large and full)
    try:
        head = raster.head(part.get_data())
    except raster.UnreadableError:
        return (), 1
    names, words, _ = inside.people(head.xmp)
    return (*names, *words, *inside.exif_words(head.exif), *inside.iptc_words(head.iptc)), int(large)
