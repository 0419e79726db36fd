"""May this picture? Yes or no, and on whose word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.conftest import Run

SPORT = "newsletters/2026-11-20-sport/sport.jpg"


@pytest.mark.parametrize(("channel", "status"), [("website", 0), ("nieuwsbrief", 0), ("social", 1), ("schoolgids", 1)])
def test_a_photo_by_channel(run: Run, channel: str, status: int) -> None:
    said = run("mag", SPORT, "--kanaal", channel)
    assert said.status == status
    assert said.out.startswith("NEE" if status else "JA")


def test_it_says_who_and_why(run: Run) -> None:
    out = run("mag", SPORT, "--kanaal", "social").out
    assert "Fleur (groep 8): foto social: nee sinds 15 september 2026 (Parro)" in out
    assert "Sanne (groep 3): ja sinds 15 september 2026 (Parro)" in out


def test_a_withdrawal_names_the_parent_only_when_asked(run: Run) -> None:
    said = run("mag", "104", "--kanaal", "nieuwsbrief")
    assert said.status == 1
    assert "nee van een ouder sinds 3 november 2026 (brief)" in said.out
    assert "Boer" not in said.out
    assert "nee van Saskia Boer sinds 3 november 2026 (brief)" in run("mag", "104", "--kanaal", "nieuwsbrief", "--names").out
    assert run("mag", "104", "--kanaal", "nieuwsbrief", date="2026-11-02").status == 0


def test_whose_first_name_may_not_stand_there(run: Run) -> None:
    assert "zonder voornaam erbij: Fleur (groep 8)" in run("mag", SPORT, "--kanaal", "website").out


@pytest.mark.parametrize(("picture", "status"), [("veld.jpg", 0), ("wie.jpg", 1), ("klas.jpg", 1), ("fleur.jpg", 1), ("bal.jpg", 1), ("tekening.png", 0)])
def test_pictures_by_what_they_declare(run: Run, picture: str, status: int) -> None:
    assert run("mag", picture, "--kanaal", "nieuwsbrief").status == status


def test_without_declaration_it_gives_the_line_to_add(run: Run) -> None:
    assert "media.yaml" in run("mag", "wie.jpg", "--kanaal", "website").out


@pytest.mark.parametrize(("who", "status"), [
    (["101"], 0), (["0101"], 0), (["Sanne"], 0), (["sanne de vries"], 0), (["Sanne (groep 3)"], 0), (["Sanne (groep 8)"], 1), (["Fleur"], 1), (["Fleur Visser"], 0),
    (["Fleur (groep 8)"], 1), (["101", "102"], 1), (["groep 3"], 1), (["niemand"], 0), (["onherkenbaar"], 0), (["Piet"], 1), (["106"], 1), (["105"], 1), (["niemand", "102"], 1),
])
def test_names_and_numbers(run: Run, who: list[str], status: int) -> None:
    assert run("mag", *who, "--kanaal", "website").status == status


def test_work_is_another_question(run: Run) -> None:
    assert run("mag", "102", "--kanaal", "website").status == 1
    assert run("mag", "102", "--kanaal", "website", "--werk").status == 0


def test_all_channels_without_kanaal(run: Run) -> None:
    answers = json.loads(run("mag", "101", "--json").out)
    assert {one["kanaal"]: one["mag"] for one in answers} == {"website": True, "nieuwsbrief": True, "schoolgids": True, "social": True}


def test_a_photo_that_is_not_there(run: Run) -> None:
    said = run("mag", "weg.jpg")
    assert said.status == 2
    assert "staat niet in content" in said.err


def test_a_name_that_two_photos_have(run: Run, site: Path) -> None:
    (site / "content" / "sport.jpg").write_bytes(b"x")
    said = run("mag", "sport.jpg")
    assert said.status == 2
    assert "Schrijf de map erbij" in said.err
