"""The whole way: a Word guide of some sixty pages becomes pages, an e-book and a PDF, with nothing private in any of them."""

from __future__ import annotations

import html
import io
import re
import shutil
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from sitegen.cli.main import main
from tests.building import build_site
from tests.gids.make_guide import ROOT, guide, register
from tests.gids.printer import PRINTER

EPUB, PDF = "schoolgids/schoolgids-2026-2027.epub", "schoolgids/schoolgids-2026-2027.pdf"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo school with the Word guide read in and published, in one command."""
    folder = tmp_path_factory.mktemp("gids")
    root = folder / "site"
    shutil.copytree(ROOT / "register", root / "register")
    (root / "content").mkdir()
    (root / "content/index.md").write_text("# Welkom\n\nWij zijn een school.\n", "utf-8")
    (root / "site.yaml").write_text((ROOT / "site.yaml").read_text("utf-8") + "\nschoolgids: {pdf: ja}\n", "utf-8")
    (folder / "gids.docx").write_bytes(guide())
    assert main(["schoolgids", "import", str(folder / "gids.docx"), "--bouw", "--site", str(root), "--date", "2026-11-24"]) == 0
    return root


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, str]:
    """The words of every page and of every page in the e-book and the PDF."""
    found = {path.relative_to(site).as_posix(): words(path.read_text("utf-8")) for path in (site / "public").rglob("*.html")}
    with zipfile.ZipFile(site / "public" / EPUB) as book:
        found |= {f"{EPUB}:{name}": words(book.read(name).decode()) for name in book.namelist() if name.endswith(("html", "opf"))}
    if (site / "public" / PDF).exists():
        from pypdf import PdfReader

        reader = PdfReader(site / "public" / PDF)
        found |= {f"{PDF}:{number}": plain(page.extract_text()) for number, page in enumerate(reader.pages, 1)}
        found[f"{PDF}:over"] = plain(" ".join(map(str, (reader.metadata or {}).values())) + reader.xmp_metadata.stream.get_data().decode())
    return found


def words(markup: str) -> str:
    return plain(html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"</?(?:em|strong|span|b|i|sup)\b[^>]*>", "", markup)) + " " + " ".join(re.findall(r'="([^"]*)"', markup))))


def plain(text: str) -> str:
    text = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one)).lower()
    return " ".join(text.replace("ı", "i").split())


def digits(text: str) -> str:
    """The numbers in a text, each between bars."""
    return re.sub(r"[ ()+./-]+", "", re.sub(r"[^\d ()+./-]+", "|", text))


def private() -> tuple[set[str], set[str]]:
    """Texts and numbers in the address chapter that nobody may read; what site.yaml shows itself is not private."""
    rows = [*register("team.csv"), *register("commissies.csv"), *register("ouders.csv")[:12]]
    shown = plain((ROOT / "site.yaml").read_text("utf-8"))
    strings = {plain(row[key]) for row in rows for key in ("E-mail", "Straat", "Postcode", "Geboortedatum") if row.get(key)}
    numbers = {re.sub(r"\D", "", row["Telefoon"])[-8:] for row in rows if row.get("Telefoon")} | {"12345677"}
    return {one for one in strings if one not in shown}, numbers


def test_every_chapter_is_a_page(site: Path) -> None:
    assert len(list((site / "schoolgids/2026-2027").glob("*.md"))) == 27
    for name in ("voorwoord", "ouderbijdrage", "begrippenlijst", "namen-en-adressen"):
        assert (site / "public/schoolgids" / name / "index.html").exists()
    assert "/schoolgids/ouderbijdrage/" in (site / "public/schoolgids/sponsoring/index.html").read_text("utf-8")


def test_the_word_guide_is_full_of_private_data(site: Path) -> None:
    chapters = [plain(path.read_text("utf-8")) for path in (site / "schoolgids/2026-2027").glob("*.md")]
    strings, numbers = private()
    assert len(strings) > 60
    assert len(numbers) > 30
    assert all(any(one in text for text in chapters) for one in strings)
    assert all(any(one in digits(text) for text in chapters) for one in numbers)


def test_nothing_private_is_in_pages_book_or_pdf(found: dict[str, str]) -> None:
    strings, numbers = private()
    assert [(name, one) for name, text in found.items() for one in strings if one in text] == []
    assert [(name, one) for name, text in found.items() for one in numbers if one in digits(text)] == []


def test_no_child_is_named_in_full_in_any_of_them(found: dict[str, str]) -> None:
    adults = {(row["Voornaam"], row["Achternaam"]) for name in ("team.csv", "commissies.csv", "ouders.csv") for row in register(name)}
    names = {plain(f"{row['Roepnaam']} {row['Voorvoegsel']} {row['Achternaam']}") for row in register("leerlingen.csv") if (row["Roepnaam"], row["Achternaam"]) not in adults}
    assert [(name, one) for name, text in found.items() for one in names if re.search(rf"\b{re.escape(one)}\b", text)] == []


def test_who_wrote_the_word_file_is_told_nowhere(found: dict[str, str]) -> None:
    assert "sanne hoekzema" not in " ".join(found.values())


def test_the_footnote_goes_along_without_its_number(found: dict[str, str]) -> None:
    for name in ("public/schoolgids/klachtenregeling/index.html", "public/schoolgids/hele-gids/index.html", f"{EPUB}:gids/h16.xhtml"):
        assert "beantwoordt marijke hofstee" in found[name]


def test_the_page_to_print_leads_to_its_own_chapters(site: Path) -> None:
    page = (site / "public/schoolgids/hele-gids/index.html").read_text("utf-8")
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert len(re.findall(r'\bid="', page)) == len(ids)
    assert 'href="#ouderbijdrage"' in page
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids
    assert 'content="noindex"' in page


def test_the_book_is_well_formed_and_whole(site: Path) -> None:
    with zipfile.ZipFile(site / "public" / EPUB) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type, book.read(first)) == ("mimetype", zipfile.ZIP_STORED, b"application/epub+zip")
        pages = {name: ET.fromstring(book.read(name)) for name in book.namelist() if name.endswith(("xhtml", "opf", "xml"))}
        listed = {f"gids/{one.get('href')}" for one in pages["gids/gids.opf"].iter("{http://www.idpf.org/2007/opf}item")}
        assert listed == {name for name in book.namelist() if name.startswith("gids/")} - {"gids/gids.opf"}
    ids = {f"{name.removeprefix('gids/')}#{one.get('id')}" for name, page in pages.items() for one in page.iter() if one.get("id")}
    links = {one.get("href") for page in pages.values() for one in page.iter("{http://www.w3.org/1999/xhtml}a")}
    inside = {link for link in links if not re.match(r"[a-z]+:", link)}
    assert len(inside) > 100
    assert {link for link in inside if "#" in link} <= ids
    assert all(link in {name.removeprefix("gids/") for name in pages} for link in inside if "#" not in link)


@PRINTER
def test_the_pdf_is_tagged_has_bookmarks_and_right_page_numbers(site: Path) -> None:
    from pypdf import PdfReader

    reader = PdfReader(site / "public" / PDF)
    root = reader.trailer["/Root"]
    assert len(reader.pages) >= 55
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]) == "nl"
    assert "pdfuaid:part" in reader.xmp_metadata.stream.get_data().decode()
    assert reader.metadata.title == "Schoolgids 2026-2027 – Kindcentrum De Wilgenhof"
    assert reader.metadata.author == "Kindcentrum De Wilgenhof"
    marks = {one.title: reader.get_destination_page_number(one) + 1 for one in reader.outline if not isinstance(one, list)}
    contents = reader.pages[1].extract_text()
    for title in ("Voorwoord", "Ouderbijdrage", "Namen en adressen"):
        assert re.search(rf"{title}[ .]+{marks[title]}\b", contents), title


def test_pictures_come_along_only_when_declared(site: Path, tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(site, root, ignore=shutil.ignore_patterns("public", ".sitegen"))
    (root / "site.yaml").write_text((ROOT / "site.yaml").read_text("utf-8"), "utf-8")
    names = [path.name for path in (root / "schoolgids/2026-2027").glob("beeld-*.jpg")]
    assert len(names) == 1

    def pictures() -> list[Image.Image]:
        assert build_site(root).status == 0
        with zipfile.ZipFile(root / "public" / EPUB) as book:
            return [Image.open(io.BytesIO(book.read(name))) for name in book.namelist() if name.endswith(".jpg")]

    assert pictures() == []
    (root / "schoolgids/2026-2027/media.yaml").write_text("".join(f"{name}: {{who: niemand}}\n" for name in names), "utf-8")
    (picture,) = pictures()
    assert not picture.getexif()
