"""Cleared attachments become files with a neutral name, and without properties, thumbnails or metadata in their pictures."""

from __future__ import annotations

import io
import re
from functools import partial
from typing import TYPE_CHECKING

from sitegen import archive, raster
from sitegen.artifact import Artifact, fingerprint
from sitegen.digest import digest
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sitegen.privacy.cleared import ClearedFile

_RECIPE = 2
_MAX_BYTES = 60_000_000
_LINK = re.compile(r"(<a\b[^>]*\bhref=\")(bestanden/[0-9a-f]+\.[a-z]+)(\")")
_EMPTY_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_EMPTY_APP = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
_EMPTY_CUSTOM = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
_EMPTY_META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>'
)
_PROPERTIES = {"docprops/core.xml": _EMPTY_CORE, "docprops/app.xml": _EMPTY_APP, "docprops/custom.xml": _EMPTY_CUSTOM, "meta.xml": _EMPTY_META}
_RELATION = re.compile(rb"<Relationship\b[^>]*(?:thumbnail|printerSettings)[^>]*/>", re.IGNORECASE)
_MANIFEST = re.compile(rb"<manifest:file-entry\b[^>]*(?:Thumbnails/|layout-cache)[^>]*/>")
# A sheet says by which relation its printer is known; without the relation Excel would call the file damaged.
_PRINTER = re.compile(rb"(<(?:\w+:)?pageSetup\b[^>]*?)\s+r:id=\"[^\"]*\"")
# The oldest date a zip can hold: when a file was packed tells when somebody worked.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def artifacts(file: ClearedFile) -> Iterator[Artifact]:
    """The one file of an attachment."""
    yield Artifact(file.key, partial(bare, file.path, file.digest, file.key.rpartition(".")[2], file.redacted), fingerprint(file.digest, file.key, file.redacted, _RECIPE), "bijlage")


def bare(path: str, known: str, kind: str, redacted: bytes | None = None) -> bytes:
    """The attachment without properties; `redacted` are its new bytes when the pass took something out.

    Raises SiteError when the file changed since it was judged, or is damaged in a way that only shows when it is written anew.
    """
    if redacted is not None:
        return redacted
    try:
        with open(path, "rb") as stream:
            data = stream.read(_MAX_BYTES + 1)
    except OSError:
        data = b""
    if digest(data) != known:
        raise SiteError([Problem(Place(path), "bijlage-maken", "dit bestand is tijdens het bouwen veranderd. Bouw de website nog eens.")])
    strip = _STRIPPERS.get(kind)
    try:
        return strip(data) if strip else data
    except Exception as error:  # a library of many kinds of errors; none of them may end the build
        raise SiteError([Problem(Place(path), "bijlage-maken", "dit bestand is beschadigd. Maak het opnieuw, of haal de link uit de tekst.")]) from error


def insert(body: str, files: Iterable[ClearedFile], base_path: str) -> str:
    """`body` with every `<a href="KEY">` to an attachment below the site's own path."""
    known = {file.key for file in files}
    return _LINK.sub(lambda found: f"{found[1]}{base_path}{found[2]}{found[3]}" if found[2] in known else found[0], body)


def _office(data: bytes) -> bytes:
    import zipfile

    source = archive.opened(data)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            low = name.lower()
            if archive.spare(name):
                continue
            part = _PROPERTIES.get(low) or archive.entry(source, name)
            if low.endswith(".rels"):
                part = _RELATION.sub(b"", part)
            elif low.startswith(("xl/worksheets/", "xl/chartsheets/")):
                part = _PRINTER.sub(rb"\1", part)
            elif low == "meta-inf/manifest.xml":
                part = _MANIFEST.sub(b"", part)
            elif low.endswith((".jpg", ".jpeg", ".jfif", ".png", ".gif")):
                part = raster.bare(part)
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            target.writestr(entry, part)
    return stream.getvalue()


def _pdf(data: bytes) -> bytes:
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, StreamObject

    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(data), strict=False), import_outline=True)
    writer.metadata = None
    for key in ("/Metadata", "/PieceInfo", "/Names", "/AF", "/OpenAction", "/AA"):
        if key in writer.root_object and not (key == "/Names" and "/Dests" in writer.root_object[key].get_object()):
            del writer.root_object[NameObject(key)]
    for one in list(writer._objects):  # noqa: SLF001  there is no public way over all objects
        found = one.get_object() if one is not None else None
        if not hasattr(found, "pop") or not isinstance(found, dict):
            continue
        for key in ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb"):
            found.pop(NameObject(key), None)
        if isinstance(found, StreamObject) and "/DCTDecode" in str(found.get("/Filter")):
            # Also a JPEG that was packed once more: it goes back as it is.
            found._data = raster.bare(found.get_data())  # noqa: SLF001  the JPEG as it lies in the file
            found[NameObject("/Filter")] = NameObject("/DCTDecode")
            found.pop(NameObject("/DecodeParms"), None)
    writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=True)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


_STRIPPERS: Mapping[str, Callable[[bytes], bytes]] = {"docx": _office, "xlsx": _office, "pptx": _office, "odt": _office, "pdf": _pdf}
