"""A guide in one document becomes chapters, and becomes them again next year without losing what people did."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import docx
import pytest

from sitegen.cli.main import main
from tests.building import build_site, copy_site, snapshot

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = """# Schoolgids 2027-2028

Kindcentrum De Esdoorn

## Inhoud

De school, de bijdrage

## De school

Wij zijn een school in het groen.[^bus] Lees ook over [het bedrag](#bedrag).

### Ons gebouw

Het gebouw is van [de gemeente][gem].

## Ouderbijdrage

De bijdrage is vrijwillig.

### Bedrag

| Wat | Euro |
| --- | --- |
| reis | 20 |

## Klachten

Praat eerst met de leerkracht.[^bus]

```
# geen kop
```

[^bus]: De bus stopt voor de deur.
    Ook op woensdag.
[gem]: https://gemeente.example/
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site(tmp_path / "site")


def read_in(site: Path, text: str, *more: str, name: str = "gids.md") -> int:
    source = site.parent / name
    source.write_text(text, encoding="utf-8")
    return main(["schoolgids", "import", str(source), "--site", str(site), *more])


def chapters(site: Path, year: str = "2027-2028") -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((site / "schoolgids" / year).glob("*.md"))}


def test_chapters_keep_order_tables_notes_and_references(site: Path) -> None:
    assert read_in(site, GUIDE) == 0
    found = chapters(site)
    assert list(found) == ["01-de-school.md", "02-ouderbijdrage.md", "03-klachten.md"]
    school, money, complaints = found.values()
    assert school.startswith('---\ntitel: "De school"\n---\n\nWij zijn')
    assert "[het bedrag](/schoolgids/ouderbijdrage/#bedrag)" in school
    assert "## Ons gebouw" in school
    assert "[de gemeente](https://gemeente.example/)" in school
    assert "| reis | 20 |" in money
    for one in (school, complaints):
        assert "[^1]: De bus stopt voor de deur.\n    Ook op woensdag." in one
    assert "# geen kop" in complaints


def test_what_was_read_in_is_published(site: Path) -> None:
    assert read_in(site, GUIDE, "--jaar", "2026-2027") == 0
    result = build_site(site)
    assert result.status == 0, result.problems
    page = (site / "public/schoolgids/de-school/index.html").read_text("utf-8")
    assert 'href="/schoolgids/ouderbijdrage/#bedrag"' in page
    assert "De bus stopt voor de deur" in page


@pytest.mark.parametrize("line", ["{number}. {title}", "**{number} {title}**", "Hoofdstuk {number}: {title}"])
def test_numbers_divide_a_guide_without_headings(site: Path, line: str) -> None:
    titles = ("De school", "Ons onderwijs", "Verlof", "Opvang")
    text = "\n\n".join(f"{line.format(number=number, title=title)}\n\nEen alinea over dit onderwerp, met een lijst:\n\n1. eerst dit\n2. dan dat" for number, title in enumerate(titles, 1))
    assert read_in(site, text, "--jaar", "2027-2028") == 0
    assert list(chapters(site)) == ["01-de-school.md", "02-ons-onderwijs.md", "03-verlof.md", "04-opvang.md"]
    assert "1. eerst dit" in chapters(site)["03-verlof.md"]


def test_numbers_tell_the_levels_of_headings_of_one_style(site: Path) -> None:
    text = "".join(f"# {title}\n\nTekst.\n\n" for title in ("1 De school", "1.1 Het gebouw", "1.2 De tuin", "2 Verlof", "2.1 Aanvragen"))
    assert read_in(site, text, "--jaar", "2027-2028") == 0
    found = chapters(site)
    assert list(found) == ["01-de-school.md", "02-verlof.md"]
    assert "## Het gebouw" in found["01-de-school.md"]


def test_a_number_that_belongs_to_a_title_stays(site: Path) -> None:
    assert read_in(site, "# 4 mei herdenken\n\nA.\n\n# De tuin\n\nB.\n\n# Verlof\n\nC.\n", "--jaar", "2027-2028") == 0
    assert 'titel: "4 mei herdenken"' in chapters(site)["01-4-mei-herdenken.md"]


def test_the_front_of_the_guide_is_no_chapter_and_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read_in(site, "# Kindcentrum De Esdoorn\n\nSchoolgids 2027-2028\n\n# De school\n\nA.\n\n# Inhoud\n\nDe school\n\n# Verlof\n\nB.\n")
    assert list(chapters(site)) == ["01-de-school.md", "02-verlof.md"]
    assert "Niet overgenomen (omslag en inhoudsopgave): Schoolgids 2027-2028 Inhoud" in capsys.readouterr().out


def test_a_trial_says_what_would_change_and_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read_in(site, GUIDE)
    before = snapshot(site)
    capsys.readouterr()
    assert read_in(site, GUIDE.replace("De bijdrage is vrijwillig.", "De bijdrage is en blijft vrijwillig.") + "\n## Opvang\n\nElke dag.\n", "--proef") == 0
    told = capsys.readouterr().out
    assert "~ 02-ouderbijdrage.md  (1 regel erbij, 1 eraf)" in told
    assert "+ 04-opvang.md" in told
    assert "01-de-school.md" not in told
    assert "er is niets geschreven" in told
    assert snapshot(site) == before


def test_hand_made_front_matter_stays(site: Path) -> None:
    read_in(site, GUIDE)
    path = site / "schoolgids/2027-2028/02-ouderbijdrage.md"
    path.write_text(path.read_text("utf-8").replace("---\n\n", "samenvatting: Wat u betaalt.\n---\n\n", 1), "utf-8")
    read_in(site, GUIDE.replace("vrijwillig.", "vrijwillig. Echt waar."))
    assert "samenvatting: Wat u betaalt." in path.read_text("utf-8")
    assert "Echt waar." in path.read_text("utf-8")
    assert not list(path.parent.glob("*.oud"))


def test_a_chapter_changed_by_hand_is_kept_and_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read_in(site, GUIDE)
    path = site / "schoolgids/2027-2028/02-ouderbijdrage.md"
    path.write_text(path.read_text("utf-8") + "\nMet de hand erbij.\n", "utf-8")
    for _ in range(2):
        path.write_text(path.read_text("utf-8") + "\nMet de hand erbij.\n", "utf-8")
        capsys.readouterr()
        read_in(site, GUIDE)
        assert "met de hand veranderd" in capsys.readouterr().out
    kept = sorted(one.name for one in path.parent.glob("*.oud*"))
    assert kept == ["02-ouderbijdrage.md.oud", "02-ouderbijdrage.md.oud-2"]
    assert "Met de hand erbij." in (path.parent / kept[0]).read_text("utf-8")
    assert "Met de hand erbij." not in path.read_text("utf-8")


def test_without_a_record_every_difference_counts_as_made_by_hand(site: Path) -> None:
    read_in(site, GUIDE)
    (site / "schoolgids/2027-2028/_ingelezen.json").write_text("{", "utf-8")
    read_in(site, GUIDE.replace("in het groen", "aan het water"))
    assert "in het groen" in (site / "schoolgids/2027-2028/01-de-school.md.oud").read_text("utf-8")


def test_chapters_that_change_places_change_names_only(site: Path) -> None:
    read_in(site, GUIDE)
    first, rest = GUIDE.split("## De school")
    school, money = rest.split("## Ouderbijdrage")
    money, tail = money.split("## Klachten")
    before = chapters(site)
    read_in(site, f"{first}## Ouderbijdrage{money}## De school{school}## Klachten{tail}")
    found = chapters(site)
    assert list(found) == ["01-ouderbijdrage.md", "02-de-school.md", "03-klachten.md"]
    assert found["01-ouderbijdrage.md"] == before["02-ouderbijdrage.md"]


def test_a_new_title_keeps_front_matter_and_the_old_address(site: Path) -> None:
    read_in(site, GUIDE)
    path = site / "schoolgids/2027-2028/02-ouderbijdrage.md"
    path.write_text(path.read_text("utf-8").replace("---\n\n", "samenvatting: Wat u betaalt.\n---\n\n", 1), "utf-8")
    read_in(site, GUIDE.replace("## Ouderbijdrage", "## Vrijwillige bijdrage"))
    text = chapters(site)["02-vrijwillige-bijdrage.md"]
    assert text.startswith('---\ntitel: "Vrijwillige bijdrage"\nsamenvatting: Wat u betaalt.\noude_adressen: [schoolgids/ouderbijdrage/]\n---\n')
    assert not path.exists()


def test_a_chapter_that_left_the_guide_is_set_aside(site: Path) -> None:
    read_in(site, GUIDE)
    read_in(site, GUIDE.partition("## Klachten")[0] + "\n[^bus]: De bus.\n")
    assert "03-klachten.md" not in chapters(site)
    assert (site / "schoolgids/2027-2028/03-klachten.md.oud").exists()


def test_a_reference_that_leads_nowhere_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read_in(site, "# Een\n\nZie [daar](#bestaat-niet).\n\n# Twee\n\nTekst.\n", "--jaar", "2027-2028")
    assert "#bestaat-niet" in capsys.readouterr().err
    assert "Zie daar." in chapters(site)["01-een.md"]


@pytest.mark.parametrize(("arguments", "text", "status", "said"), [
    (["--jaar", "2027-2029"], GUIDE, 2, "geen schooljaar"),
    ([], "# De school\n\nTekst.\n", 2, "--jaar"),
    (["--jaar", "2027-2028"], "\n", 2, "staat geen tekst"),
])
def test_what_cannot_be_done_is_said_with_a_remedy(site: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], text: str, status: int, said: str) -> None:
    assert read_in(site, text, *arguments) == status
    assert said in capsys.readouterr().err
    assert not (site / "schoolgids/2027-2028").exists()


def test_a_picture_is_named_by_its_contents_and_declares_nothing(site: Path) -> None:
    (site.parent / "kaart.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    read_in(site, "# Een\n\n![De kaart](kaart.svg)\n\n![Weg](weg.jpg)\n\n# Twee\n\nTekst.\n", "--jaar", "2027-2028")
    (picture,) = (site / "schoolgids/2027-2028").glob("beeld-*.svg")
    assert f"![De kaart]({picture.name})" in chapters(site)["01-een.md"]
    assert "weg.jpg" not in chapters(site)["01-een.md"]
    assert not (site / "schoolgids/2027-2028/media.yaml").exists()


def test_word_text_that_looks_like_markup_stays_text(site: Path) -> None:
    document = docx.Document()
    for title in ("Een", "Twee"):
        document.add_heading(title, 1)
        for text in ("1. Geen lijst", "#sport is leuk", "Gebruik <script> nooit & 5 * 3"):
            document.add_paragraph(text)
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Rooster | week"
    table.cell(1, 0).text = "maandag"
    stream = io.BytesIO()
    document.save(stream)
    source = site.parent / "gids.docx"
    source.write_bytes(stream.getvalue())
    assert main(["schoolgids", "import", str(source), "--jaar", "2026-2027", "--site", str(site)]) == 0
    assert build_site(site).status == 0
    page = (site / "public/schoolgids/twee/index.html").read_text("utf-8")
    for part in ("<p>1. Geen lijst</p>", "<p>#sport is leuk</p>", "&lt;script&gt; nooit &amp; 5 * 3", 'colspan="2"', "Rooster | week", "maandag"):
        assert part in page


def test_the_machine_reads_the_plan(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read_in(site, GUIDE, "--proef", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["schooljaar"] == "2027-2028"
    assert [one["soort"] for one in told["hoofdstukken"]] == ["nieuw"] * 3
