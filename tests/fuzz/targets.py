"""What a fuzzer may feed: each target takes bytes, and only SiteError may come out of it; what must hold afterwards is asserted."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from sitegen import verify
from sitegen.draft import Draft
from sitegen.importers import edexml, exceptions, table, workbook
from sitegen.privacy import gate
from sitegen.privacy.clean import clean
from sitegen.privacy.cleared import Site
from sitegen.privacy.passage import CUT, body
from sitegen.problem import Place, SiteError
from sitegen.readers import attachment, frontmatter, markdown, media, word
from tests.scoring.registers import world

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCHOOL = world("school")
KNOWN = verify.knowledge(SCHOOL.register, SCHOOL.school)
_FORBIDDEN = re.compile(r"<(?:script|iframe|object|embed|form|meta|base|link)\b|<[^>]*\son\w+\s*=|<[^>]*=\s*\"\s*(?:javascript|vbscript|data):", re.IGNORECASE)


def front(data: bytes) -> None:
    """Front matter: never more than words, numbers and lists of words."""
    found = frontmatter.split(data.decode("utf-8", "replace"), "content/x.md")
    assert all(isinstance(value, str | int | float | bool | tuple) or value is None for value in found.words.values())


def text(data: bytes) -> None:
    """Markdown to cleaned HTML: nothing that runs is left, and cleaning twice changes nothing."""
    html = clean(markdown.convert(data.decode("utf-8", "replace")))
    assert not _FORBIDDEN.search(html), html
    assert clean(html) == html


def page(data: bytes) -> None:
    """The pass: it ends, leaves no mark, and a second time finds nothing."""
    markup = markdown.convert(data.decode("utf-8", "replace"))
    line = body(clean(markup))
    assert len(line.seen) == len(line.text)
    once, _ = gate.clear(_draft(markup), SCHOOL.register, SCHOOL.school, Site)
    assert CUT not in once.body
    twice, _ = gate.clear(_draft(str(once.body)), SCHOOL.register, SCHOOL.school, Site)
    assert twice.body == once.body


def _draft(markup: str) -> Draft:
    return Draft(Place("newsletters/2026-11-27-x.md"), "newsletter", ("2026-2027", "x"), {"title": "Brief"}, markup, markup)


def export(data: bytes) -> None:
    """EDEXML."""
    edexml.read(data, Place("register/export.xml"), {})


def csv(data: bytes) -> None:
    """A table as .csv."""
    if table.recognises(data, "register/lijst.csv"):
        table.read(data, Place("register/lijst.csv"), {})


def xlsx(data: bytes) -> None:
    """A workbook with anything for its sheet."""
    workbook.read(_zipped({"xl/workbook.xml": b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets><sheet name="a" sheetId="1"/></sheets></workbook>', "xl/worksheets/sheet1.xml": data}), Place("register/lijst.xlsx"), {})


def accepted(data: bytes) -> None:
    """uitzonderingen.yaml."""
    exceptions.read(data, Place("register/uitzonderingen.yaml"), {})


def docx(data: bytes) -> None:
    """A Word file with anything for its text."""
    word.to_html("newsletters/x.docx", _zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": data}))


def picture(data: bytes) -> None:
    """A picture's metadata, and its declaration."""
    media.describe(data, "x.jpg", "content/x.jpg", None, attribute=None, place=Place("content/x.md"))
    media.declarations(data.decode("utf-8", "replace"), "content/media.yaml")


def attached(data: bytes) -> None:
    """Attachments of every kind."""
    for name in ("x.pdf", "x.docx", "x.xlsx", "x.odt", "x.csv", "x.ics", "x.txt"):
        attachment.read(data, name, f"newsletters/{name}")


def verifier(data: bytes) -> None:
    """The verifier reads anything."""
    for name in ("x/index.html", "x.json", "x.xml", "x.svg", "x.ics", "x.css", "x.pdf", "x.epub", "x.jpg", "x"):
        verify.examine(name, data, KNOWN)


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one for one in (front, text, page, export, csv, xlsx, accepted, docx, picture, attached, verifier)
}
_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def run(name: str, data: bytes) -> None:
    """Feed one input to a target. Only what a user would not be told in Dutch comes out."""
    try:
        TARGETS[name](data)
    except SiteError as error:
        assert error.problems
        assert all(problem.fault for problem in error.problems)


def seeds(root: Path) -> dict[str, list[bytes]]:
    """Real input to begin from: the demo school's files and the case files, cut into pieces."""
    texts = [path.read_bytes() for path in sorted((root / "newsletters").rglob("*.md"))[:30]]
    cases = [part.encode() for path in sorted((root / "tests/cases").glob("*.md")) for part in path.read_text("utf-8").split("\n\n")]
    tables = [path.read_bytes()[:4000] for path in sorted((root / "register").glob("*.csv"))]
    exports = [path.read_bytes()[:20000] for path in sorted((root / "tests/importers/data").glob("*.xml"))]
    built = [b"<!doctype html><h1>Brief</h1><p>Sem de Vries won.</p>", b'{"a": "Sem de Vries"}', b"BEGIN:VCALENDAR\r\nSUMMARY:Sem\r\nEND:VCALENDAR\r\n"]
    ooxml = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Sem de Vries</w:t></w:r></w:p></w:body></w:document>'
    return {
        "front": texts, "text": texts + cases, "page": cases, "export": exports, "csv": tables, "xlsx": [b"<worksheet/>"], "accepted": [(root / "register/uitzonderingen.yaml").read_bytes()],
        "docx": [ooxml], "picture": [path.read_bytes() for path in sorted((root / "newsletters").rglob("*.jpg"))[:3]] + [b"x.jpg: {who: niemand}\n"], "attached": tables + built, "verifier": built + texts[:5],
    }


