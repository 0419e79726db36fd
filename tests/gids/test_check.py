"""Which topics a guide covers: found by heading, doubted by sentence, missed; the two that the inspectorate wants most, harder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sitegen.cli.main import main
from tests.building import copy_site

if TYPE_CHECKING:
    from pathlib import Path

MONEY = "# Ouderbijdrage\n\nDe ouderbijdrage is vrijwillig. Wij vragen € 40 per kind. Elk kind doet mee, ook als er niet is betaald.\n"
COMPLAINTS = (
    "# Klachten\n\nPraat eerst met de leerkracht. Daarna is er de klachtencommissie, Postbus 12, 9999 ZX Wilgenveen. "
    "De klachtenregeling ligt ter inzage bij de administratie.\n"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site(tmp_path / "site")


def check(site: Path, capsys: pytest.CaptureFixture[str], **chapters: str) -> dict[str, dict]:
    folder = site / "schoolgids/2025-2026"
    folder.mkdir()
    for name, text in chapters.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    main(["schoolgids", "check", "2025-2026", "--site", str(site), "--json"])
    return {one["onderwerp"]: one for one in json.loads(capsys.readouterr().out)["onderwerpen"]}


def test_a_heading_covers_a_sentence_leaves_doubt_and_nothing_is_missing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = check(site, capsys, een="# Sponsoring\n\nWij doen het zelden.\n", twee="# De school\n\nSoms is vrijstelling van gym mogelijk.\n")
    assert (found["Sponsoring"]["oordeel"], found["Sponsoring"]["waar"]) == ("ok", "Sponsoring")
    exempt = found["Vrijstelling van onderwijs"]
    assert (exempt["oordeel"], exempt["waar"], exempt["bestand"]) == ("onduidelijk", "Soms is vrijstelling van gym mogelijk.", "schoolgids/2025-2026/twee.md")
    assert found["Verzuim en verlof"]["oordeel"] == "ontbreekt"


def test_a_whole_contribution_chapter_shows_the_sentence_for_each_part(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = check(site, capsys, geld=MONEY)["De vrijwillige ouderbijdrage"]
    assert found["oordeel"] == "ok"
    assert found["gevonden"] == {
        "dat de bijdrage vrijwillig is": "De ouderbijdrage is vrijwillig.", "het bedrag": "Wij vragen € 40 per kind.",
        "dat een kind nooit wordt buitengesloten als er niet is betaald": "Elk kind doet mee, ook als er niet is betaald.",
    }


@pytest.mark.parametrize(("gone", "lacking"), [
    ("De ouderbijdrage is vrijwillig. ", "dat de bijdrage vrijwillig is"),
    ("Wij vragen € 40 per kind. ", "het bedrag"),
    ("Elk kind doet mee, ook als er niet is betaald.", "dat een kind nooit wordt buitengesloten als er niet is betaald"),
])
def test_a_contribution_chapter_that_lacks_a_part_is_missing_it(site: Path, capsys: pytest.CaptureFixture[str], gone: str, lacking: str) -> None:
    found = check(site, capsys, geld=MONEY.replace(gone, ""))["De vrijwillige ouderbijdrage"]
    assert (found["oordeel"], found["niet_gevonden"]) == ("ontbreekt", [lacking])


def test_a_sentence_that_says_the_opposite_leaves_doubt(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = check(site, capsys, geld=MONEY + "\nWie niet betaalt, kan helaas niet mee op kamp.\n")["De vrijwillige ouderbijdrage"]
    assert (found["oordeel"], found["tegendeel"]) == ("onduidelijk", "Wie niet betaalt, kan helaas niet mee op kamp.")


@pytest.mark.parametrize(("gone", "lacking"), [
    ("Praat eerst met de leerkracht. ", "hoe het binnen de school gaat"), (", Postbus 12, 9999 ZX Wilgenveen", "het adres van de commissie"),
    (" ligt ter inzage bij de administratie", "waar de regeling te lezen is"),
])
def test_complaints_need_the_way_inside_the_address_and_the_rules(site: Path, capsys: pytest.CaptureFixture[str], gone: str, lacking: str) -> None:
    assert check(site, capsys, klacht=COMPLAINTS.replace(gone, ""))["De klachtenregeling"]["niet_gevonden"] == [lacking]


def test_whole_complaints_are_ok(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(site, capsys, klacht=COMPLAINTS)["De klachtenregeling"]["oordeel"] == "ok"


def test_the_guide_must_name_website_and_social_media(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = check(site, capsys, een="# De website\n\nOp onze website staat meer.\n")["De website en sociale media"]
    assert found["niet_gevonden"] == ["de sociale media"]


def test_the_screen_tells_what_is_missing_first_and_never_calls_it_lawful(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(site, capsys, geld=MONEY)
    assert main(["schoolgids", "check", "2025-2026", "--site", str(site)]) == 1
    told = capsys.readouterr().out
    paper = (site / ".sitegen/schoolgids-2025-2026-onderwerpen.html").read_text("utf-8")
    assert told.index("ontbreekt    De klachtenregeling") < told.index("ok           De vrijwillige ouderbijdrage")
    for text in (told, paper):
        assert "beoordelen de directie en het bestuur" in text
        assert "juridisch" not in text.lower()
        assert "voldoet" not in text.lower()


def test_the_guide_of_the_demo_school_covers_everything(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for year in ("2025-2026", "2026-2027"):
        assert main(["schoolgids", "check", year, "--site", ".", "--strict", "--naar", str(tmp_path)]) == 0
