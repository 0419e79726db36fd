"""Where a name can hide in a document, and what makes one dangerous: macros, links out, passwords, scans, bombs."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.attachments.test_attachments import CLEAN, NAME, _docx, _odt, _site, _with_part, _xlsx
from tests.attachments.test_inside import _pdf as _pdf_with_picture
from tests.attachments.test_pdf import _pdf
from tests.building import build_site, snapshot
from tests.media.conftest import photo, saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import docx
    from pypdf import PdfWriter

RUN = b"<w:r><w:t>WEG</w:t></w:r>"


def _and(data: bytes, more: dict[str, bytes]) -> bytes:
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        for name, body in more.items():
            archive.writestr(name, body)
    return stream.getvalue()


def _word(part: bytes) -> bytes:
    """A Word file in which this stands in place of one run."""
    return _with_part(_docx(lambda document: document.add_paragraph("WEG")), "word/document.xml", RUN, part)


def _locked() -> bytes:
    data = bytearray(_docx())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            flags = struct.unpack_from("<H", data, start + place)[0]
            struct.pack_into("<H", data, start + place, flags | 1)
            start = data.find(mark, start + 4)
    return bytes(data)


def _pptx(text: str, note: str = "") -> bytes:
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    slide = f"<p:sld {space}><a:p><a:r><a:t>{{}}</a:t></a:r></a:p></p:sld>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        archive.writestr("ppt/slides/slide1.xml", slide.format(text))
        archive.writestr("ppt/notesSlides/notesSlide1.xml", slide.format(note))
        archive.writestr("docProps/core.xml", f'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{note or "Onbekende Schrijver"}</dc:creator></cp:coreProperties>')
    return stream.getvalue()


def _hidden_row(book: openpyxl.Workbook) -> None:
    book.active["A7"] = NAME
    book.active.row_dimensions[7].hidden = True


def _very_hidden(book: openpyxl.Workbook) -> None:
    book.create_sheet("x")["A1"] = NAME
    book["x"].sheet_state = "veryHidden"


def _formula(text: str) -> Callable[[openpyxl.Workbook], None]:
    def change(book: openpyxl.Workbook) -> None:
        book.active["B1"] = text

    return change


def _cells(book: openpyxl.Workbook) -> None:
    book.active["B1"], book.active["C1"] = NAME.split()


def _defined(book: openpyxl.Workbook) -> None:
    from openpyxl.workbook.defined_name import DefinedName

    book.defined_names["Sanne_Hoekzema"] = DefinedName("Sanne_Hoekzema", attr_text="Sheet!$A$1")


RELATION = b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="https://kwaad.example/x" TargetMode="External"/></Relationships>'
HIDDEN: dict[str, tuple[str, bytes]] = {
    "a tracked insertion": ("a.docx", _word(f'<w:ins w:id="1" w:author="x"><w:r><w:t>{NAME}</w:t></w:r></w:ins>'.encode())),
    "the author of a tracked change": ("a.docx", _word(f'<w:ins w:id="1" w:author="{NAME}"><w:r><w:t>Tekst</w:t></w:r></w:ins>'.encode())),
    "hidden text": ("a.docx", _word(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{NAME}</w:t></w:r>".encode())),
    "a text box": ("a.docx", _word(f"<w:r><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'><w:txbxContent><w:p><w:r><w:t>{NAME}</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>".encode())),
    "alternative text": ("a.docx", _word(f'<w:r><w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" id="1" name="x" descr="{NAME}"/></w:drawing></w:r>'.encode())),
    "a custom property": ("a.docx", _and(_docx(), {"docProps/custom.xml": f'<Properties xmlns="x"><property name="Leerling"><v>{NAME}</v></property></Properties>'.encode()})),
    "behind a tag of its own": ("a.docx", _and(_docx(), {"customXml/item9.xml": f"<a><b/>{NAME}</a>".encode()})),
    "an attribute of its own": ("a.docx", _and(_docx(), {"customXml/item9.xml": f'<a kind="{NAME}"/>'.encode()})),
    "an attribute of Word that holds no words": ("a.docx", _word(f'<w:r><w:rPr><w:rStyle w:val="{NAME}"/></w:rPr><w:t>Tekst</w:t></w:r>'.encode())),
    "a part of its own": ("a.docx", _and(_docx(), {"customXml/item9.xml": f"<a><b>{NAME}</b></a>".encode()})),
    "a table of two cells": ("a.docx", _docx(lambda document: [setattr(cell, "text", word) for cell, word in zip(document.add_table(1, 2).rows[0].cells, NAME.split(), strict=True)])),
    "a hidden row": ("a.xlsx", _xlsx(_hidden_row)),
    "a very hidden sheet": ("a.xlsx", _xlsx(_very_hidden)),
    "two cells": ("a.xlsx", _xlsx(_cells)),
    "a formula": ("a.xlsx", _xlsx(_formula(f'="{NAME}"'))),
    "a name of a range": ("a.xlsx", _xlsx(_defined)),
    "a slide": ("a.pptx", _pptx(NAME)),
    "a slide's note": ("a.pptx", _pptx(CLEAN, NAME)),
}
DANGEROUS: dict[str, tuple[str, bytes]] = {
    "macros": ("a.docx", _and(_docx(), {"word/vbaProject.bin": b"\0"})),
    "an embedded file": ("a.docx", _and(_docx(), {"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0"})),
    "an embedded workbook": ("a.docx", _and(_docx(), {"word/embeddings/Blad.xlsx": _xlsx()})),
    "active content": ("a.xlsx", _and(_xlsx(), {"xl/activeX/activeX1.xml": b"<a/>"})),
    "a link to another workbook": ("a.xlsx", _and(_xlsx(), {"xl/externalLinks/externalLink1.xml": b"<a/>"})),
    "a picture from outside": ("a.docx", _with_part(_docx(), "word/_rels/document.xml.rels", b"</Relationships>", RELATION % b"image")),
    "a template from outside": ("a.docx", _with_part(_docx(), "word/_rels/document.xml.rels", b"</Relationships>", RELATION % b"attachedTemplate")),
    "a field that fetches": ("a.docx", _word(b'<w:r><w:instrText>INCLUDEPICTURE "https://kwaad.example/x.png"</w:instrText></w:r>')),
    "a cell that fetches": ("a.xlsx", _xlsx(_formula('=WEBSERVICE("https://kwaad.example")'))),
    "a password": ("a.docx", _locked()),
    "a password in the old way": ("a.xlsx", b"\xd0\xcf\x11\xe0" + bytes(4000)),
    "an entity": ("a.docx", _with_part(_docx(), "word/settings.xml", b"<w:settings", b'<!DOCTYPE x [<!ENTITY a "b">]><w:settings')),
    "a way out of the folder": ("a.docx", _and(_docx(), {"../../x.xml": b"<a/>"})),
    "a part nobody can read": ("a.docx", _and(_docx(), {"word/vreemd.bin": b"\0\1\2"})),
    "many parts": ("a.docx", _and(_docx(), {f"x/{number}.xml": b"<a/>" for number in range(3100)})),
    "a paragraph of three thousand layers": ("a.docx", _word(b"<w:r>" * 3000 + b"</w:r>" * 3000)),
    "a photo that is called a font": ("a.docx", _and(_docx(), {"word/fonts/font1.ttf": saved(photo(1))})),
    "a photo that is called a kind": ("a.docx", _and(_docx(), {"word/x.mimetype": saved(photo(1))})),
    "a zip in a zip": ("a.docx", _and(_docx(), {"word/meer.zip": _docx()})),
}


def _stays_in(tmp_path: Path, name: str, data: bytes) -> str:
    """Build; the file is nowhere, the page reads on. Gives the reason."""
    root = _site(tmp_path, {name: data})
    result = build_site(root)
    assert result.status == 0
    assert result.counts["tegengehouden"] == 1
    public = snapshot(root / "public")
    assert not [path for path in public if path.startswith("bestanden/")]
    assert not [path for path, found in public.items() if b"Hoekzema" in found or b"kwaad.example" in found]
    (found,) = [one for one in json.loads((root / ".sitegen/report.json").read_text("utf-8"))["bevindingen"] if one["oordeel"] == "tegengehouden"]
    return str(found["waarom"])


@pytest.mark.parametrize("trap", HIDDEN)
def test_a_name_is_found_wherever_it_hides(tmp_path: Path, trap: str) -> None:
    assert "niet openbaar" in _stays_in(tmp_path, *HIDDEN[trap])


@pytest.mark.parametrize("trap", DANGEROUS)
def test_a_dangerous_file_stays_in_with_its_reason(tmp_path: Path, trap: str) -> None:
    assert _stays_in(tmp_path, *DANGEROUS[trap])


def test_what_the_traps_are_made_from_may_go_out(tmp_path: Path) -> None:
    """Or else every trap would be kept in for another reason."""
    pytest.importorskip("pypdf")
    link = _with_part(_docx(), "word/_rels/document.xml.rels", b"</Relationships>", (RELATION % b"hyperlink").replace(b"kwaad", b"goed"))
    may = {"a.docx": _word(RUN), "b.docx": _and(_docx(), {"customXml/item9.xml": b"<a><b>Tekst</b></a>"}), "c.docx": link, "d.pptx": _pptx(CLEAN), "e.xlsx": _xlsx(_formula("=1+1")), "f.pdf": _changed(lambda _: None)}
    root = _site(tmp_path, may)
    result = build_site(root)
    assert result.status == 0
    files = {path: data for path, data in snapshot(root / "public").items() if path.startswith("bestanden/")}
    assert len(files) == len(may)
    for path, data in files.items():
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                assert not [name for name in archive.namelist() if b"Onbekende Schrijver" in archive.read(name)], path
                assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_office_adds_of_itself_does_not_go_along(tmp_path: Path) -> None:
    """Nearly every Excel file has the settings of a printer in it, with its name and whose it is; LibreOffice keeps how the window looked."""
    sheet = _and(_xlsx(), {"xl/printerSettings/printerSettings1.bin": "Printer van Sanne Hoekzema".encode("utf-16-le"), "xl/worksheets/_rels/sheet1.xml.rels": (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/printerSettings" Target="../printerSettings/printerSettings1.bin"/></Relationships>')})
    setup = b'<pageSetup xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" orientation="portrait" r:id="rId1"/></worksheet>'
    sheet = _with_part(sheet, "xl/worksheets/sheet1.xml", b"</worksheet>", setup)
    letter = _and(_odt(CLEAN), {"layout-cache": b"\0\1Hoekzema", "Thumbnails/thumbnail.png": saved(photo(1), "PNG"), "Configurations2/accelerator/current.xml": b""})
    root = _site(tmp_path, {"lijst.xlsx": sheet, "brief.odt": letter})
    assert build_site(root).status == 0
    files = {path.rpartition(".")[2]: data for path, data in snapshot(root / "public").items() if path.startswith("bestanden/")}
    assert set(files) == {"xlsx", "odt"}
    for data in files.values():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert not [name for name in archive.namelist() if "printer" in name or "layout" in name or "humbnail" in name]
            assert not [name for name in archive.namelist() if b"printerSettings" in archive.read(name) or b"r:id" in archive.read(name).partition(b"pageSetup")[2]]
    assert openpyxl.load_workbook(io.BytesIO(files["xlsx"])).active["A1"].value == CLEAN


def test_the_name_of_a_file_goes_nowhere(tmp_path: Path) -> None:
    root = _site(tmp_path, {"sanne-hoekzema-verslag.txt": CLEAN.encode()})
    assert build_site(root).status == 0
    public = snapshot(root / "public")
    assert [path for path in public if path.startswith("bestanden/")]
    assert not [path for path, data in public.items() if "hoekzema" in path.lower() or b"hoekzema" in data.lower()]


def _changed(change: Callable[[PdfWriter], object]) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(_pdf(CLEAN))))
    change(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _noted(writer: PdfWriter) -> None:
    from pypdf.annotations import FreeText

    writer.add_annotation(0, FreeText(text=NAME, rect=(9, 9, 99, 99)))


def _field(writer: PdfWriter) -> None:
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

    field = DictionaryObject({NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): TextStringObject("veld"), NameObject("/V"): TextStringObject(NAME)})
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject([writer._add_object(field)])})


def _xmp(writer: PdfWriter) -> None:
    from pypdf.generic import NameObject, StreamObject

    stream = StreamObject()
    stream.set_data(f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description><a>{NAME}</a></rdf:Description></rdf:RDF></x:xmpmeta>'.encode())
    stream[NameObject("/Type")], stream[NameObject("/Subtype")] = NameObject("/Metadata"), NameObject("/XML")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def _script(writer: PdfWriter) -> None:
    from pypdf.generic import DictionaryObject, NameObject, TextStringObject

    writer.root_object[NameObject("/OpenAction")] = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")})


PDFS: dict[str, Callable[[PdfWriter], object]] = {
    "a note": _noted,
    "a bookmark": lambda writer: writer.add_outline_item(title=NAME, page_number=0),
    "a form's field": _field,
    "its XMP": _xmp,
    "a property of its own": lambda writer: writer.add_metadata({"/Leerling": NAME}),
    "a script": _script,
    "an embedded file": lambda writer: writer.add_attachment("x.txt", NAME.encode()),
    "a password": lambda writer: writer.encrypt("geheim"),
    "restrictions": lambda writer: writer.encrypt("", "geheim"),
}


@pytest.mark.parametrize("trap", PDFS)
def test_a_pdf_is_read_through_and_through(tmp_path: Path, trap: str) -> None:
    pytest.importorskip("pypdf")
    assert _stays_in(tmp_path, "a.pdf", _changed(PDFS[trap]))


def test_what_a_pdf_was_before_it_was_changed_is_not_in_it(tmp_path: Path) -> None:
    """A later version of a page is written behind the earlier one, which stays in the file."""
    pytest.importorskip("pypdf")
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, StreamObject

    writer = PdfWriter(io.BytesIO(_pdf(f"{NAME} wint")), incremental=True)
    clean = StreamObject()
    clean.set_data(next(iter(PdfReader(io.BytesIO(_pdf(CLEAN))).pages)).get_contents().get_data())
    writer.pages[0][NameObject("/Contents")] = writer._add_object(clean)
    stream = io.BytesIO()
    writer.write(stream)
    assert b"Hoekzema" in stream.getvalue()
    root = _site(tmp_path, {"a.pdf": stream.getvalue()})
    assert build_site(root).status == 0
    (published,) = (data for path, data in snapshot(root / "public").items() if path.startswith("bestanden/"))
    assert b"Hoekzema" not in published
    assert CLEAN in PdfReader(io.BytesIO(published)).pages[0].extract_text()


def test_a_scan_stays_in(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    scan = _pdf_with_picture(saved(photo(1)), head=b"/Filter /DCTDecode").replace(CLEAN.encode(), b" " * len(CLEAN))
    assert "scan" in _stays_in(tmp_path, "a.pdf", scan)


def test_comments_of_word_itself(tmp_path: Path) -> None:
    def change(document: docx.document.Document) -> None:
        document.add_comment(document.paragraphs[0].runs, text="Mooi", author=NAME, initials="SH")

    assert "niet openbaar" in _stays_in(tmp_path, "a.docx", _docx(change))


def test_a_pdf_that_cannot_be_written_anew_stops_the_build_with_its_name(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    root = _site(tmp_path, {"a.pdf": _pdf(CLEAN).replace(b"/Type /Page /", b"/Typo /Page /")})
    result = build_site(root)
    assert result.status == 1
    assert [(one.code, one.place.file) for one in result.problems if one.severity == "fout"] == [("bijlage-maken", "newsletters/2026-11-23-sportdag/a.pdf")]
