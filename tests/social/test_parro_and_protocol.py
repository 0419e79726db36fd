"""A message for Parro, and how the site stands against the protocol."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.cli.main import main
from tests.building import build_site, copy_site
from tests.media.conftest import photo, saved

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site(tmp_path / "site")


@pytest.fixture
def said(site: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def command(*words: str, status: int = 0, day: str = "2026-11-24") -> str:
        capsys.readouterr()
        assert main([*words, "--site", str(site), "--date", day]) == status
        found = capsys.readouterr()
        return found.out + found.err

    return command


def test_a_message_about_the_newest_letter(site: Path, said: Callable[..., str]) -> None:
    (site / "newsletters/2026-11-23-sport.md").write_text("# Sportdag\n\nSanne Hoekzema won.\n\n## Uitslagen van Sanne Hoekzema\n\nTekst.\n\n## Met dank aan\n\nTekst.\n", "utf-8")
    text = said("parro")
    assert "Sportdag staat op onze website" in text
    assert "- Uitslagen van Sanne\n- Met dank aan" in text
    assert "https://www.deproef.example/nieuwsbrieven/2026-2027/sport/" in text
    assert "Hoekzema" not in text
    assert "<" not in text


def test_of_two_letters_of_one_day_the_last_written_is_the_newest(site: Path, said: Callable[..., str]) -> None:
    for name, written in (("a-laatste", 2_000_000_000), ("z-eerste", 1_000_000_000)):
        path = site / f"newsletters/2026-11-23-{name}.md"
        path.write_text(f"# {name.capitalize()}\n\nTekst.\n", "utf-8")
        os.utime(path, (written, written))
    assert "/a-laatste/" in said("parro")


def test_a_message_about_one_that_is_named_or_is_not_there(said: Callable[..., str]) -> None:
    for name in ("2026-11-20-weekbericht-12", "newsletters/2026-11-20-weekbericht-12.md", "./newsletters/2026-11-20-weekbericht-12.md", "weekbericht-12"):
        assert "weekbericht-12/" in said("parro", name)
    assert "sitegen parro newsletters/" in said("parro", "bestaat-niet", status=2)
    assert "sitegen parro newsletters/" in said("parro", "12", status=2), "half a name is no name"


@pytest.mark.parametrize(("words", "told"), [("concept: ja", "nog een concept"), ("publiceren_op: 2026-12-01", "komt pas op dinsdag 1 december 2026"), ("verloopt_op: 2026-11-23", "niet meer op de website")])
def test_no_message_about_a_letter_that_is_not_on_the_website(site: Path, said: Callable[..., str], words: str, told: str) -> None:
    (site / "newsletters/2026-11-22-sport.md").write_text(f"---\n{words}\n---\n# Sportdag\n\nTekst.\n", "utf-8")
    assert told in said("parro", "2026-11-22-sport", status=2)


def test_headings_as_letters_have_them_and_no_more_than_parents_read(site: Path, said: Callable[..., str]) -> None:
    (site / "newsletters/2026-11-22-sport.md").write_text("# Sportdag\n\n**NIEUWE SCHOENEN**\n\nTekst.\n\n" + "".join(f"## Onderwerp {number}\n\nTekst.\n\n" for number in range(1, 10)), "utf-8")
    text = said("parro", "2026-11-22-sport")
    assert "- Nieuwe schoenen\n- Onderwerp 1\n" in text
    assert text.count("\n- ") == 9
    assert "- en meer\n" in text


def _states(text: str) -> dict[str, str]:
    return {one["belofte"]: one["staat"] for one in json.loads(text)}


WEEKLY = "Elke week staat er een nieuwsbrief op de website"
CADENCE = "Ongeveer elke week staat er iets op sociale media"
SURNAMES = "Geen achternaam van een kind op de website"
FRESH = "Het overzicht van toestemmingen is van na de laatste periode"
GUIDE = "Ouders krijgen aan het begin van het jaar de digitale schoolgids"
TOLD = "De schoolgids vertelt over de website en sociale media"
APPS = "Geen appgroepen, geen privéaccounts en geen foto's per mail"
SICK = "Ziek melden gaat in Parro of telefonisch"
PICTURES = "Foto's op sociale media zijn daar met een ja van de ouders"


def test_promise_by_promise(site: Path, said: Callable[..., str]) -> None:
    before = _states(said("protocol", "--json", status=1))
    assert {before[one] for one in (SURNAMES, APPS, CADENCE, GUIDE, PICTURES, SICK)} == {"niet gemeten"}
    assert before[WEEKLY] == "let op", "the letter is there, and the site was not built since"
    build_site(site)
    said("social", "geplaatst", "2026-11-20-weekbericht-12")
    after = _states(said("protocol", "--json", status=1))
    assert {after[one] for one in (WEEKLY, SURNAMES, APPS, CADENCE, GUIDE)} == {"ok"}
    later = _states(said("protocol", "--json", status=1, day="2027-03-20"))
    assert {later[one] for one in (WEEKLY, CADENCE, FRESH)} == {"let op"}


def test_each_promise_follows_what_the_school_has(site: Path, said: Callable[..., str]) -> None:
    chapter = next((site / "schoolgids/2026-2027").glob("01-*.md"))
    chapter.write_text("# Voorwoord\n\nWelkom bij ons op school.\n", "utf-8")
    (site / "content/ziek-melden.md").write_text("# Ziek melden\n\nBel de school.\n", "utf-8")
    (site / "newsletters/2026-11-22-app.md").write_text("# App\n\nMeld u af in de klassenapp van groep 4.\n", "utf-8")
    build_site(site)
    states = _states(said("protocol", "--json", status=1))
    assert {states[one] for one in (TOLD, SICK, APPS)} == {"let op"}
    phone = next(line.split('"')[1] for line in (site / "site.yaml").read_text("utf-8").splitlines() if "phones" in line)
    chapter.write_text("# Voorwoord\n\nOp de website en op sociale media staat meer.\n", "utf-8")
    (site / "content/ziek-melden.md").write_text(f"# Ziek melden\n\nMeld het in Parro of bel {phone}.\n", "utf-8")
    (site / "newsletters/2026-11-22-app.md").unlink()
    build_site(site)
    states = _states(said("protocol", "--json", status=1))
    assert {states[one] for one in (TOLD, SICK, APPS)} == {"ok"}


def test_holidays_are_no_silence(site: Path, said: Callable[..., str]) -> None:
    build_site(site)
    assert _states(said("protocol", "--json", status=1, day="2026-12-08"))[WEEKLY] == "let op"
    (site / "content/kalender.yaml").write_text("- {van: 2026-11-21, tot: 2026-12-01, titel: Herfstvakantie, soort: vakantie}\n", "utf-8")
    assert _states(said("protocol", "--json", status=1, day="2026-12-08"))[WEEKLY] == "ok"


def test_a_photo_without_a_yes_on_social_media_is_seen(site: Path, said: Callable[..., str]) -> None:
    folder = site / "newsletters/2026-11-23-sport"
    folder.mkdir()
    (folder / "index.md").write_text("# Sport\n\nWij renden over het hele veld vandaag.\n\n![Rennen](foto.jpg)\n", "utf-8")
    (folder / "foto.jpg").write_bytes(saved(photo(90)))
    (folder / "media.yaml").write_text("foto.jpg: {who: niemand}\n", "utf-8")
    said("social", "geplaatst", "2026-11-23-sport")
    assert _states(said("protocol", "--json", status=1))[PICTURES] == "ok"
    (folder / "media.yaml").write_text("foto.jpg: {who: [99999]}\n", "utf-8")
    assert _states(said("protocol", "--json", status=1))[PICTURES] == "let op"


def test_on_the_screen_and_on_paper(site: Path, said: Callable[..., str]) -> None:
    text = said("protocol", status=1)
    assert "→ sitegen" in text
    assert "beloften zijn in orde" in text
    paper = site / ".sitegen/protocol.html"
    assert paper.stat().st_mode & 0o077 == 0
    assert "Zo lost u het op" in paper.read_text("utf-8")
    assert "niet openbaar" in said("protocol", "--naar", str(site / "public"), status=2)
