"""register inspect, check and impact."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

from tests.desk.conftest import Run

SPORT = "newsletters/2026-11-20-sport"


def test_impact_lists_what_would_vanish(run: Run) -> None:
    said = run("register", "impact", "101", "--json")
    assert json.loads(said.out) == {
        "leerling": "101", "verdwijnt": [f"{SPORT}/sport.jpg", f"{SPORT}/tekening.png"], "nu_al_tegengehouden": [f"{SPORT}/bal.jpg"], "onduidelijk": [],
        "social": [f"{SPORT}/tekening.png"], "klassenlijst": True,
    }


def test_impact_in_words_with_the_texts_and_the_decisions(run: Run) -> None:
    out = run("register", "impact", "101").out
    assert f"{SPORT}/sport.jpg, uit {SPORT}/index.md" in out
    assert f"{SPORT}/tekening.png, uit {SPORT}/index.md" in out
    assert "zoekmachines" in out
    assert "foto website: ja sinds 15 september 2026 (Parro)" in out
    assert "Vries" not in out


def test_impact_of_a_child_in_a_group_picture_and_one_that_could_be_meant(run: Run) -> None:
    data = json.loads(run("register", "impact", "103", "--json").out)
    assert data["nu_al_tegengehouden"] == ["content/klas.jpg"]
    assert data["onduidelijk"] == ["content/fleur.jpg"]


def test_impact_of_nobody(run: Run) -> None:
    assert run("register", "impact", "999").status == 1
    assert run("register", "impact").status == 2


def test_check_of_a_register_in_order(run: Run) -> None:
    said = run("register", "check")
    assert said.status == 0
    assert "In het register: 5 leerlingen, 1 oud-leerlingen, 4 ouders, 0 medewerkers, 0 commissieleden." in said.out
    assert "Groep 8: 1" in said.out


def test_names_for_a_reminder_only_when_asked(run: Run) -> None:
    assert "Zoë" not in run("register", "check").out
    assert "Groep 8: Zoë IJzerman\n" in run("register", "check", "--names").out


def test_the_register_may_lie_elsewhere(run: Run, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "register").rename(tmp_path / "elders")
    assert run("register", "check").status == 1
    monkeypatch.setenv("SITEGEN_REGISTER", str(tmp_path / "elders"))
    assert run("register", "check").status == 0


def found(run: Run) -> dict[str, dict]:
    return {one["code"]: one for one in json.loads(run("register", "check", "--json").out)["meldingen"]}


def test_check_finds_double_rows_missing_rows_same_names_and_two_roles(run: Run, site: Path) -> None:
    register = site / "register"
    with (register / "leerlingen.csv").open("a", encoding="utf-8") as table:
        table.write("107;Sanne;;Vries;Groep 8;\n101;Sanne;de;Vries;Groep 3;\n")
    with (register / "toestemming.csv").open("a", encoding="utf-8") as table:
        table.write("102;ja;ja;ja;ja;ja;ja;16-09-2026;Parro\n999;ja;ja;ja;ja;ja;ja;16-09-2026;Parro\n")
    (register / "team.csv").write_text("Id;Voornaam;Achternaam;Functie\nT1;Sandra;Bakker;leerkracht\n", "utf-8")
    codes = found(run)
    assert codes["register-zelfde-naam"]["regel"] == 8
    assert codes["register-onbekende-leerling"]["regel"] == 8
    assert codes["register-zonder-toestemming"]["regel"] == 8
    assert {one["regel"] for one in json.loads(run("register", "check", "--json").out)["meldingen"] if one["code"] == "register-dubbele-regel"} == {7, 9}
    assert codes["register-twee-rollen"]["bestand"] == "register/team.csv"
    assert all(one["wat_te_doen"] for one in codes.values())


def test_check_stops_on_rows_that_cannot_be_read(run: Run, site: Path) -> None:
    with (site / "register" / "besluiten.csv").open("a", encoding="utf-8") as table:
        table.write("101;alles;misschien;01-10-2026;;;\n")
    said = run("register", "check")
    assert said.status == 1
    assert "register/besluiten.csv:4: " in said.err


def test_inspect_shows_columns_counts_unreadable_values_and_proposes_a_mapping(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("Llnr;Foto website;Plaatjes Insta;Geboortedatum;Gewijzigd op\n101;ja;ja;01-02-2020;01-10-2026\n102;tja;nee;;01-10-2026\n103;;ja;;ooit\n", "utf-8")
    said = run("register", "inspect", str(path))
    assert said.status == 1
    assert "gelezen als toestemming, 3 regels" in said.out
    assert "leerlingnummer (3 ingevuld)" in said.out
    assert "foto website: 1 ja, 1 nee, 1 niet ingevuld" in said.out
    assert "niet te lezen: tja" in said.out
    assert "niet te lezen: ooit" in said.out
    assert '        "Plaatjes Insta": foto social' in said.out
    assert "niet ingelezen: Plaatjes Insta, Geboortedatum" in said.out
    assert f"{path}:3" in said.err


def test_inspect_edexml(run: Run) -> None:
    said = run("register", "inspect", str(Path(__file__).parents[1] / "importers" / "data" / "edex-2.1.xml"))
    assert said.status == 0
    assert "7 leerlingen (waarvan 3 met een uitstroomdatum), 3 medewerkers, 2 helpende ouders" in said.out
    assert "Hoekzema" not in said.out


def test_inspect_of_a_file_that_is_not_there(run: Run) -> None:
    said = run("register", "inspect", "weg.csv")
    assert said.status == 2
    assert "bestaat niet" in said.err


def test_help_is_dutch_with_examples(run: Run) -> None:
    for command in ("register", "overzicht", "mag", "klassenlijst"):
        said = run(command, "--help", date="")
        assert said.status == 0
        assert "voorbeelden:" in said.out
        assert f"sitegen {command}" in said.out
