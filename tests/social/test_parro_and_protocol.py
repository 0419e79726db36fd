"""A message for Parro, and how the site stands against the protocol."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.cli.main import main
from tests.building import build_site, copy_site

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


def test_a_message_about_one_that_is_named_or_is_not_there(said: Callable[..., str]) -> None:
    for name in ("2026-11-20-weekbericht-12", "newsletters/2026-11-20-weekbericht-12.md", "weekbericht-12"):
        assert "weekbericht-12/" in said("parro", name)
    assert "sitegen parro newsletters/" in said("parro", "bestaat-niet", status=2)


def _states(text: str) -> dict[str, str]:
    return {one["belofte"]: one["staat"] for one in json.loads(text)}


def test_promise_by_promise(site: Path, said: Callable[..., str]) -> None:
    before = _states(said("protocol", "--json", status=1))
    assert before["Elke week een nieuwsbrief op de website"] == "ok"
    assert before["Geen achternaam van een kind op de website"] == "niet gemeten"
    assert before["Ongeveer elke week iets op Facebook, Instagram en X"] == "niet gemeten"
    build_site(site)
    said("social", "geplaatst", "2026-11-20-weekbericht-12")
    after = _states(said("protocol", "--json", status=1))
    assert after["Geen achternaam van een kind op de website"] == "ok"
    assert after["Ongeveer elke week iets op Facebook, Instagram en X"] == "ok"
    later = _states(said("protocol", "--json", status=1, day="2027-03-20"))
    assert later["Elke week een nieuwsbrief op de website"] == "let op"
    assert later["Ongeveer elke week iets op Facebook, Instagram en X"] == "let op"
    assert later["Ouders controleren twee keer per jaar hun keuzes"] == "let op"


def test_on_the_screen_and_on_paper(site: Path, said: Callable[..., str]) -> None:
    text = said("protocol", status=1)
    assert "→ sitegen" in text
    paper = site / ".sitegen/protocol.html"
    assert paper.stat().st_mode & 0o077 == 0
    assert "Zo lost u het op" in paper.read_text("utf-8")
    assert "niet openbaar" in said("protocol", "--naar", str(site / "public"), status=2)
