"""The guide as a document: made when something changed, asked for in site.yaml, and read again by code that didn't make it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from sitegen import verify
from sitegen.cli.main import main
from sitegen.importers import load
from sitegen.outputs import pdf
from sitegen.siteyaml import parse
from tests.building import DAY, build_site, copy_site
from tests.gids.printer import PRINTER

if TYPE_CHECKING:
    from pathlib import Path

BOOK, PRINTED = "schoolgids/schoolgids-2026-2027.epub", "schoolgids/schoolgids-2026-2027.pdf"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = copy_site(tmp_path / "site")
    (root / "schoolgids/2026-2027/02-geld.md").write_text("# Geld\n\n## Bedrag\n\nHet is € 20.\n", "utf-8")
    return root


def want_pdf(site: Path) -> None:
    with (site / "site.yaml").open("a", encoding="utf-8") as stream:
        stream.write("\nschoolgids: {pdf: ja}\n")


def test_the_guide_says_which_documents_there_are(site: Path) -> None:
    assert build_site(site).status == 0
    page = (site / "public/schoolgids/index.html").read_text("utf-8")
    assert 'href="/schoolgids/hele-gids/"' in page
    assert f'href="/{BOOK}"' in page
    assert ".pdf" not in page


def test_without_the_library_a_wanted_pdf_is_a_warning_with_a_remedy(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    want_pdf(site)
    monkeypatch.setattr(pdf, "available", lambda: False)
    assert main(["build", "--site", str(site), "--date", DAY.isoformat()]) == 0
    assert 'pip install "sitegen[pdf]"' in capsys.readouterr().err
    assert (site / "public" / BOOK).exists()
    assert not (site / "public" / PRINTED).exists()


def test_the_same_guide_is_the_same_book_and_is_not_made_again(site: Path) -> None:
    build_site(site)
    first = (site / "public" / BOOK).read_bytes()
    assert BOOK not in build_site(site, DAY + dt.timedelta(days=1)).remade
    (site / "content/index.md").write_text("# Welkom\n\nEen andere zin op de voorpagina.\n", "utf-8")
    assert BOOK not in build_site(site).remade
    (site / "public" / BOOK).unlink()
    assert BOOK in build_site(site).remade
    assert (site / "public" / BOOK).read_bytes() == first


def test_a_changed_chapter_changes_the_book(site: Path) -> None:
    build_site(site)
    (site / "schoolgids/2026-2027/02-geld.md").write_text("# Geld\n\nHet is € 21.\n", "utf-8")
    build_site(site)
    with zipfile.ZipFile(site / "public" / BOOK) as book:
        assert "€ 21" in book.read("gids/h02.xhtml").decode()


@PRINTER
def test_the_same_guide_is_the_same_pdf_and_is_not_made_again(site: Path) -> None:
    want_pdf(site)
    result = build_site(site)
    assert result.status == 0, (result.problems, result.leaks)
    first = (site / "public" / PRINTED).read_bytes()
    assert PRINTED not in build_site(site, DAY + dt.timedelta(days=1)).remade
    (site / "public" / PRINTED).unlink()
    build_site(site)
    assert (site / "public" / PRINTED).read_bytes() == first
    assert f'href="/{PRINTED}"' in (site / "public/schoolgids/index.html").read_text("utf-8")


@PRINTER
@pytest.mark.parametrize("address", ["file:///etc/hostname", "gids:../site.yaml", "data:image/svg+xml;base64,AAAA"])
def test_the_printer_reads_nothing_outside_the_guide(site: Path, address: str) -> None:
    want_pdf(site)
    (site / "theme").mkdir()
    (site / "theme/gids-pdf.html").write_text(f'<html lang="nl"><title>x</title><img src="{address}" alt=""><p>Gids</p></html>', "utf-8")
    result = build_site(site)
    assert result.status == 1
    assert "gids-pdf-buiten" in {one.code for one in result.problems}
    assert not (site / "public").exists()


@PRINTER
def test_an_own_number_at_the_end_of_a_line_stays_whole(site: Path) -> None:
    want_pdf(site)
    phone = parse((site / "site.yaml").read_text("utf-8"))[0].own.phones[0]
    text = "\n\n".join(f"{'woord ' * count}{phone} en verder." for count in range(4, 24))
    (site / "schoolgids/2026-2027/02-geld.md").write_text(f"# Geld\n\n{text}\n", "utf-8")
    result = build_site(site)
    assert result.status == 0, result.leaks


@pytest.mark.parametrize("name", ["gids/h01.xhtml", "gids/gids.opf", "gids/inhoud.xhtml"])
def test_the_verifier_reads_every_part_of_a_book(site: Path, name: str) -> None:
    school, _ = parse((site / "site.yaml").read_text("utf-8"))
    register = load(site / "register", school, DAY).register
    pupil = register.pupils[0].name
    full = " ".join(filter(None, (pupil.first, getattr(pupil, "prefix", ""), pupil.last)))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(name, f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Gids</title></head><body><p>Applaus voor {full}!</p></body></html>')
    assert verify.examine("schoolgids/gids.epub", stream.getvalue(), verify.knowledge(register, school))
