"""Word files as schools write them: dropped in, or turned into text to go on with."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from PIL import Image

from sitegen.cli.main import main
from tests.building import build_site, copy_site, snapshot

if TYPE_CHECKING:
    from pathlib import Path

LETTER = "newsletters/2026-11-22-weekbericht-30.docx"
PAGE = "nieuwsbrieven/2026-2027/weekbericht-30/index.html"


def letter(*, picture: bool = False) -> docx.document.Document:
    """A letter as a director writes it: headings, bold lines for headings, a list, a table, a link."""
    document = docx.Document()
    document.add_heading("Weekbericht 30", 1)
    document.add_paragraph("Beste ouders,")
    document.add_paragraph().add_run("Sportdag").bold = True
    document.add_paragraph("Het was koud, maar droog.")
    for one in ("sportschoenen", "een flesje water"):
        document.add_paragraph(one, style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), ("Groep", "Tijd", "3", "9.00 uur"), strict=True):
        cell.text = text
    if picture:
        stream = io.BytesIO()
        Image.new("RGB", (600, 400), "seagreen").save(stream, "JPEG")
        document.add_picture(io.BytesIO(stream.getvalue()))
    return document


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site(tmp_path / "site")


def test_a_letter_dropped_in_is_a_newsletter_and_stays_as_it_is(site: Path) -> None:
    data = saved(letter())
    (site / LETTER).write_bytes(data)
    assert build_site(site).status == 0
    page = (site / "public" / PAGE).read_text("utf-8")
    for part in ("<h1>Weekbericht 30</h1>", ">Sportdag</h2>", "sportschoenen</li>", "9.00 uur"):
        assert part in page
    assert (site / LETTER).read_bytes() == data


def test_a_name_cut_over_runs_is_found(site: Path) -> None:
    document = letter()
    first, last = (site / "register/leerlingen.csv").read_text("utf-8-sig").splitlines()[1].split(";")[1:4:2]
    paragraph = document.add_paragraph("Gefeliciteerd ")
    for part, bold in ((first + " ", True), (last[:3], False), (last[3:], True)):
        paragraph.add_run(part).bold = bold
    (site / LETTER).write_bytes(saved(document))
    assert build_site(site).status == 0
    page = (site / "public" / PAGE).read_text("utf-8")
    assert first in page
    assert last not in page.replace("<strong>", "").replace("</strong>", "")


def test_hidden_text_and_comments_stay_out(site: Path) -> None:
    document = letter()
    run = document.add_paragraph().add_run("Alleen voor het team: salarisschaal")
    run.font.hidden = True
    (site / LETTER).write_bytes(saved(document))
    assert build_site(site).status == 0
    assert not any(b"salarisschaal" in data for data in snapshot(site / "public").values())


def test_a_picture_in_a_letter_waits_for_a_declaration(site: Path) -> None:
    (site / LETTER).write_bytes(saved(letter(picture=True)))
    result = build_site(site)
    assert result.status == 0
    assert result.counts["tegengehouden"] == 1
    assert "<img" not in (site / "public" / PAGE).read_text("utf-8").split("<main")[1]


def test_a_picture_in_a_letter_is_declared_with_the_command_of_any_picture(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / LETTER).write_bytes(saved(letter(picture=True)))
    words = ["media", "set", "2026-11-22-weekbericht-30-1.jpg", "niemand", "--site", str(site)]
    assert main(words) == 0
    assert "newsletters/media.yaml" in capsys.readouterr().out
    assert build_site(site).status == 0
    assert "<img" in (site / "public" / PAGE).read_text("utf-8").split("<main", 1)[-1]
    # Who says something else is told what stood there.
    assert main([*words[:3], "10021", *words[4:]]) == 0
    assert "Er stond: niemand" in capsys.readouterr().out


def test_a_bomb_and_an_old_file_are_refused_with_a_remedy(site: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 300_000_000)
    (site / LETTER).write_bytes(stream.getvalue())
    (site / "newsletters/2026-11-13-oud.docx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    result = build_site(site)
    assert result.status == 1
    faults = {problem.place.file: problem for problem in result.problems if problem.severity == "fout"}
    assert set(faults) == {LETTER, "newsletters/2026-11-13-oud.docx"}
    assert all(problem.remedy for problem in faults.values())


def test_going_on_in_text(site: Path, tmp_path: Path) -> None:
    source = tmp_path / "brief.docx"
    source.write_bytes(saved(letter(picture=True)))
    before = source.read_bytes()
    assert main(["new", "newsletter", "--uit", str(source), "--site", str(site), "--date", "2026-11-22", "--quiet"]) == 0
    folder = site / "newsletters/2026-11-22-weekbericht-30"
    text = (folder / "index.md").read_text("utf-8")
    for part in ('titel: "Weekbericht 30"', "## Sportdag", "- sportschoenen", "| 3 | 9.00 uur |", "(foto-1.jpg)"):
        assert part in text
    assert (folder / "foto-1.jpg").is_file()
    assert source.read_bytes() == before
    assert main(["new", "newsletter", "--uit", str(source), "--site", str(site), "--date", "2026-11-22", "--quiet"]) == 1
    assert build_site(site).status == 0


def test_a_message_says_where_in_word(site: Path) -> None:
    document = letter(picture=True)
    document.add_paragraph("Zichtbaar.").add_run(" Verborgen.").font.hidden = True
    document.save(str(site / LETTER))
    said = "\n".join(map(str, build_site(site).problems))
    assert "in alinea 12 (tel ook kopjes en cellen van tabellen) staat verborgen tekst" in said
    assert "bij plaatje 1 staat niet wat erop te zien is" in said
    document = letter()
    document.sections[0].header.paragraphs[0].add_run("Verborgen.").font.hidden = True
    document.save(str(site / LETTER))
    assert "in de koptekst staat verborgen tekst" in "\n".join(map(str, build_site(site).problems))
