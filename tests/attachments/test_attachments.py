"""Linked files: what a reader could find anywhere in one decides; what is published has no properties."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from tests.building import build_site, built_site, snapshot
from tests.media.conftest import photo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME = "Sanne Hoekzema"
CLEAN = "De sportdag begint om negen uur."


def _docx(change: Callable[[docx.document.Document], object] = lambda _: None) -> bytes:
    document = docx.Document()
    document.add_paragraph(CLEAN)
    document.core_properties.author = "Onbekende Schrijver"
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _with_part(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            body = source.read(name)
            target.writestr(name, body.replace(old, new) if name == part else body)
    return stream.getvalue()


def _xlsx(change: Callable[[openpyxl.Workbook], object] = lambda _: None) -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = CLEAN
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _hidden_sheet(book: openpyxl.Workbook) -> None:
    sheet = book.create_sheet("Geheim")
    sheet["A1"] = NAME
    sheet.sheet_state = "hidden"


def _note(book: openpyxl.Workbook) -> None:
    from openpyxl.comments import Comment

    book.active["A1"].comment = Comment(NAME, "x")


def _property(document: docx.document.Document) -> None:
    document.core_properties.subject = NAME


def _odt(text: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>{text}</text:p></office:text></office:body></office:document-content>')
        archive.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>')
    return stream.getvalue()


def _picture() -> io.BytesIO:
    stream = io.BytesIO()
    photo(30).save(stream, "PNG")
    stream.seek(0)
    return stream


MAY: dict[str, bytes] = {
    "brief.docx": _docx(),
    "lijst.xlsx": _xlsx(),
    "tekst.odt": _odt(CLEAN),
    "tekst.txt": CLEAN.encode(),
    "tijden.csv": b"Groep;Tijd\nGroep 3;9.00\n",
    "dag.ics": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//school//nl\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261127\r\nSUMMARY:Sportdag\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
}
MAY_NOT: dict[str, tuple[str, bytes]] = {
    "in the text": ("a.docx", _docx(lambda document: document.add_paragraph(NAME))),
    "in the head of the page": ("a.docx", _docx(lambda document: document.sections[0].header.paragraphs[0].add_run(NAME))),
    "in a property": ("a.docx", _docx(_property)),
    "cut over runs": ("a.docx", _docx(lambda document: [document.add_paragraph().add_run("Sanne Hoek"), document.paragraphs[-1].add_run("zema")])),
    "in a comment": ("a.docx", _docx(lambda document: document.add_comment(document.paragraphs[0].runs, text=NAME))),
    "in a tracked deletion": ("a.docx", _with_part(_docx(lambda document: document.add_paragraph("WEG")), "word/document.xml", b"<w:r><w:t>WEG</w:t></w:r>", b'<w:del w:id="1" w:author="x"><w:r><w:delText>Sanne Hoekzema</w:delText></w:r></w:del>')),
    "in a hidden sheet": ("a.xlsx", _xlsx(_hidden_sheet)),
    "in a cell note": ("a.xlsx", _xlsx(_note)),
    "in a sheet's name": ("a.xlsx", _xlsx(lambda book: book.create_sheet(NAME))),
    "in an odt": ("a.odt", _odt(NAME)),
    "a picture nobody declared": ("a.docx", _docx(lambda document: document.add_picture(_picture()))),
    "a broken file": ("a.docx", b"PK\x03\x04kapot"),
    "a bomb": ("a.xlsx", b""),
    "an old Word file": ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600)),
    "a program": ("a.exe", b"MZ"),
    "macros": ("a.docm", _docx()),
}


def _bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 400_000_000)
    return stream.getvalue()


def _site(tmp_path: Path, files: dict[str, bytes]) -> Path:
    root = built_site(tmp_path / "site")
    folder = root / "newsletters/2026-11-23-sportdag"
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    links = "\n".join(f"- [Bijlage {number}]({name})" for number, name in enumerate(files))
    (folder / "index.md").write_text(f"---\ntitel: Sportdag\nsoort: thema\n---\n\nTekst vooraf.\n\n{links}\n", "utf-8")
    return root


def test_clean_files_go_out_under_a_neutral_name_without_properties(tmp_path: Path) -> None:
    root = _site(tmp_path, MAY)
    assert build_site(root).status == 0
    files = {name: data for name, data in snapshot(root / "public").items() if name.startswith("bestanden/")}
    assert sorted(name.rpartition(".")[2] for name in files) == sorted(name.rpartition(".")[2] for name in MAY)
    for name, data in files.items():
        assert re.fullmatch(r"bestanden/[0-9a-f]{20}\.[a-z]+", name)
        parts = [data]
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = [archive.read(one) for one in archive.namelist()]
        assert not [part for part in parts if b"Onbekende Schrijver" in part]


@pytest.mark.parametrize("trap", MAY_NOT)
def test_anything_else_stays_in_and_the_page_reads_on(tmp_path: Path, trap: str) -> None:
    name, data = MAY_NOT[trap]
    root = _site(tmp_path, {name: data or _bomb()})
    result = build_site(root)
    assert result.status == 0
    assert not [path for path in snapshot(root / "public") if path.startswith("bestanden/")]
    page = (root / "public/nieuwsbrieven/2026-2027/sportdag/index.html").read_text("utf-8")
    assert "Tekst vooraf." in page
    assert f"{name}" not in page
    assert result.counts["tegengehouden"] == 1


@pytest.mark.parametrize(("name", "data"), [("a.txt", f"{CLEAN}\nGewonnen door {NAME}.\n"), ("a.csv", f"Naam;Groep\n{NAME};6\n"), ("a.ics", MAY["dag.ics"].decode().replace("Sportdag", f"Sportdag met {NAME}"))])
def test_texts_and_calendars_never_name_a_child(tmp_path: Path, name: str, data: str) -> None:
    root = _site(tmp_path, {name: data.encode()})
    assert build_site(root).status == 0
    for path, found in snapshot(root / "public").items():
        assert b"Hoekzema" not in found, path
