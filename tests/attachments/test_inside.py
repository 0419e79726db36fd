"""What hangs on the pictures in a document, and the photographs that hide in one: searched for in the raw bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

import docx
import pytest
from PIL import Image

from sitegen import raster, verify
from sitegen.verify import documents
from tests.attachments.papers import pdf
from tests.attachments.test_attachments import CLEAN, _site
from tests.building import build_site, snapshot
from tests.media.conftest import photo, saved

if TYPE_CHECKING:
    from pathlib import Path

WORD = b"Zandsteker"


def _published(root: Path) -> dict[str, bytes]:
    return {name: data for name, data in snapshot(root / "public").items() if name.startswith("bestanden/")}


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_picture(data: bytes, name: str = "word/media/image1.jpg", *, size: int = 900) -> bytes:
    """A Word file with a picture of which the bytes are `data`, whatever Word itself would make of them."""
    document = docx.Document()
    document.add_paragraph(CLEAN)
    document.add_picture(io.BytesIO(saved(photo(30, (size, size)))))
    stream, target = io.BytesIO(), io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(target, "w") as archive:
        for part, body in _parts(stream.getvalue()).items():
            renamed = body.replace(b"media/image1.jpg", name.removeprefix("word/").encode())
            archive.writestr(name if part == "word/media/image1.jpg" else part, data if part == "word/media/image1.jpg" else renamed)
    return target.getvalue()


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x013B] = WORD.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (53.0, 13.0, 9.0)})
    return exif


def _thumbnailed() -> bytes:
    data = saved(photo(31), exif=_exif())
    return data[:2] + b"\xff\xe0\x00\x16JFXX\x00\x10" + WORD + b"!!!!" + data[2:]


LADEN = {
    "a jpeg": ("word/media/image1.jpg", saved(photo(31), exif=_exif(), comment=WORD, xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + WORD + b"</x:xmpmeta>")),
    "a second jpeg behind the first": ("word/media/image1.jpg", saved(photo(31)) + saved(photo(32), comment=WORD)),
    "words behind a jpeg": ("word/media/image1.jpg", saved(photo(31)) + WORD),
    "a thumbnail in a jpeg's head": ("word/media/image1.jpg", _thumbnailed()),
    "a progressive jpeg": ("word/media/image1.jpg", saved(photo(31), progressive=True, comment=WORD, exif=_exif())),
    "a png": ("word/media/image1.png", saved(photo(31), "PNG", exif=_exif()) + WORD),
    "a gif": ("word/media/image1.gif", saved(photo(31), "GIF", comment=WORD)),
}


@pytest.mark.parametrize("laden", LADEN)
def test_pictures_in_a_document_keep_their_pixels_and_nothing_else(tmp_path: Path, laden: str) -> None:
    name, data = LADEN[laden]
    root = _site(tmp_path, {"brief.docx": _with_picture(data, name)})
    (root / "newsletters/2026-11-23-sportdag/media.yaml").write_text("brief.docx: {who: niemand}\n", "utf-8")
    assert build_site(root).status == 0
    (published,) = _published(root).values()
    bare = _parts(published)[name]
    assert WORD not in bare
    assert b"Exif\0\0" not in bare
    assert Image.open(io.BytesIO(bare)).convert("RGB").tobytes() == Image.open(io.BytesIO(data)).convert("RGB").tobytes()


@pytest.mark.parametrize("laden", LADEN)
def test_bare_is_bare_the_second_time_too(laden: str) -> None:
    once = raster.bare(LADEN[laden][1])
    assert raster.bare(once) == once


@pytest.mark.parametrize(
    ("declared", "published"),
    [("", False), ("brief.docx: {who: niemand}", True), ("brief.docx: {who: [10021]}", True), ("brief.docx: {who: [10022]}", False), ("brief.docx: {who: [10021, 99999]}", False), ("brief.docx: {who: medewerkers}", False)],
)
def test_who_is_on_a_photo_in_a_document_decides(tmp_path: Path, declared: str, *, published: bool) -> None:
    root = _site(tmp_path, {"brief.docx": _with_picture(saved(photo(31)))})
    (root / "register/toestemming.csv").write_text("Leerlingnummer;Foto website;Foto nieuwsbrief;Gewijzigd op\n10021;ja;ja;15-09-2026\n10022;nee;nee;15-09-2026\n", "utf-8")
    (root / "newsletters/2026-11-23-sportdag/media.yaml").write_text(f"{declared}\n", "utf-8")
    result = build_site(root)
    assert result.status == 0
    assert bool(_published(root)) == published


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("word/media/image1.tiff", saved(photo(31), "TIFF")), ("word/media/image1.webp", saved(photo(31), "WEBP")), ("word/media/image1.jpg", saved(photo(31))[:9000]),
        ("word/media/image1.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="x.jpg"/></svg>'),
        ("word/media/image1.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>Sanne Hoekzema</text></svg>'),
        ("word/media/image1.emf", b"\1\0\0\0" + "Sanne Hoekzema".encode("utf-16-le") + bytes(40)),
    ],
    ids=["tiff", "webp", "cut off", "a picture in a drawing", "a name in a drawing", "a name in a Windows drawing"],
)
def test_a_picture_that_cannot_be_looked_into_keeps_the_document_in(tmp_path: Path, name: str, data: bytes) -> None:
    root = _site(tmp_path, {"brief.docx": _with_picture(data, name)})
    (root / "newsletters/2026-11-23-sportdag/media.yaml").write_text("brief.docx: {who: niemand}\n", "utf-8")
    result = build_site(root)
    assert result.status == 0
    assert result.counts["tegengehouden"] == 1
    assert _published(root) == {}


def _pdf(image: bytes, *, head: bytes, where: str = "xobject") -> bytes:
    """A page with a line of text and a picture of 900 by 600: shown, as an annotation's looks, or in its commands."""
    commands = f"BT /F1 14 Tf 40 700 Td ({CLEAN}) Tj ET".encode()
    if where == "in line":
        commands += b" BI /W 900 /H 600 /BPC 8 /CS /RGB /F /Fl ID " + image + b" EI"
    shown = b"/XObject << /I 6 0 R >>" if where == "xobject" else b""
    note = b"/Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 6 0 R >> >>]" if where == "annotation" else b""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + note + b" /Resources << /Font << /F1 5 0 R >> " + shown + b" >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(commands), commands), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /XObject /Subtype /Image /Width 900 /Height 600 /BitsPerComponent 8 /ColorSpace /DeviceRGB %s /Length %d >>\nstream\n%s\nendstream" % (head, len(image), image),
    ]
    return pdf(parts)


RAW = photo(31).tobytes()
FILTERED = b"".join(b"\0" + RAW[start : start + 2700] for start in range(0, len(RAW), 2700))
PACKED = {
    "jpeg": (saved(photo(31), exif=_exif(), comment=WORD), b"/Filter /DCTDecode"),
    "jpeg packed once more": (zlib.compress(saved(photo(31), exif=_exif(), comment=WORD)), b"/Filter [/FlateDecode /DCTDecode]"),
    "pixels": (zlib.compress(RAW), b"/Filter /FlateDecode"),
    "pixels with filters": (zlib.compress(FILTERED), b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3 /Columns 900 >>"),
}


@pytest.mark.parametrize("packed", PACKED)
def test_a_photo_in_a_pdf_needs_its_declaration_and_loses_its_words(tmp_path: Path, packed: str) -> None:
    pytest.importorskip("pypdf")
    image, head = PACKED[packed]
    root = _site(tmp_path, {"brief.pdf": _pdf(image, head=head)})
    assert build_site(root).counts["tegengehouden"] == 1
    (root / "newsletters/2026-11-23-sportdag/media.yaml").write_text("brief.pdf: {who: niemand}\n", "utf-8")
    assert build_site(root).status == 0
    (published,) = _published(root).values()
    found = list(documents.images(published))
    assert len(found) == 1
    assert WORD not in published
    assert WORD not in found[0]
    assert b"Exif\0\0" not in found[0]


@pytest.mark.parametrize("where", ["annotation", "in line"])
def test_a_photo_that_no_page_lists_is_seen(tmp_path: Path, where: str) -> None:
    pytest.importorskip("pypdf")
    root = _site(tmp_path, {"brief.pdf": _pdf(zlib.compress(RAW), head=b"/Filter /FlateDecode", where=where)})
    assert build_site(root).counts["tegengehouden"] == 1
    assert _published(root) == {}


@pytest.mark.parametrize("packed", PACKED)
def test_the_verifier_knows_a_withheld_picture_in_a_pdf(packed: str) -> None:
    image, head = PACKED[packed]
    look, other = verify.perceptual(saved(photo(31))), verify.perceptual(saved(photo(32)))
    seen = [verify.perceptual(one) for one in documents.images(_pdf(image, head=head))]
    assert look
    assert other
    assert [verify.same_look(look, one or b"") for one in seen] == [True]
    assert [verify.same_look(other, one or b"") for one in seen] == [False]
