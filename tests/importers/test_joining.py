"""Rows and children: joined on the number, never on a name that fits two."""

from __future__ import annotations

import pickle

import pytest

from tests.importers.conftest import Register, codes

HEADER = "Leerlingnummer;Roepnaam;Voorvoegsel;Achternaam;Foto website;Gewijzigd op\n"


def may(loaded, number: str) -> bool:
    return loaded.register.answer(number, "foto website").may


def test_the_number_counts_however_the_name_is_written(register: Register) -> None:
    loaded = register({"toestemming.csv": HEADER + "101;Sanne Maria;de;Vries;ja;01-10-2026\n102;NOOR;;BAKKER - DIJK;ja;01-10-2026\n"})
    assert codes(loaded) == []
    assert may(loaded, "101")
    assert may(loaded, "102")


@pytest.mark.parametrize("name", ["Noor;;Bakker", "Piet;;Puk"])
def test_a_name_of_another_child_beside_a_number_blocks_both(register: Register, name: str) -> None:
    loaded = register({"toestemming.csv": HEADER + f"101;{name};ja;01-10-2026\n102;;;;ja;01-10-2026\n"})
    assert codes(loaded) == ["register-naam-anders"]
    assert not may(loaded, "101")
    assert may(loaded, "102") == (name == "Piet;;Puk")


def test_without_a_number_a_name_that_fits_one_child_is_enough(register: Register) -> None:
    loaded = register({"toestemming.csv": "Roepnaam;Tussenvoegsel;Achternaam;Klasnaam;Foto website;Gewijzigd op\nSanne;de;Vries;Groep 3;ja;01-10-2026\nfleur;;jansen boer;;ja;01-10-2026\n"})
    assert may(loaded, "101")
    assert may(loaded, "104")
    assert not may(loaded, "103")


def test_a_name_that_fits_two_blocks_both_whatever_else_they_have(register: Register) -> None:
    loaded = register({
        "toestemming.csv": HEADER + ";Fleur;;;ja;01-10-2026\n",
        "besluiten.csv": "Leerlingnummer;Categorie;Besluit;Vanaf\n103;foto website;ja;01-10-2026\n104;foto website;ja;02-10-2026\n101;foto website;ja;01-10-2026\n",
    })
    (problem,) = loaded.problems
    assert (problem.code, problem.severity, problem.place.line) == ("register-naam-dubbel", "fout", 2)
    assert "Fleur" not in str(problem)
    assert not may(loaded, "103")
    assert not may(loaded, "104")
    assert may(loaded, "101")
    assert "meer dan één kind" in loaded.register.answer("103", "werk social").why


def test_rows_of_nobody_are_named_by_line(register: Register) -> None:
    loaded = register({"besluiten.csv": "Leerlingnummer;Categorie;Besluit;Vanaf\n101;alles;nee;01-10-2026\n110;alles;nee;01-10-2026\n120;alles;nee;01-10-2026\n"})
    (problem,) = loaded.problems
    assert (problem.code, problem.severity) == ("register-onbekende-leerling", "waarschuwing")
    assert "regel 3, 4" in problem.fault


def test_one_number_for_two_children_blocks_it(register: Register) -> None:
    loaded = register({"leerlingen2.csv": "Leerlingnummer;Roepnaam;Achternaam;Groep\n101;Ties;Kolk;Groep 4\n", "toestemming.csv": HEADER + "101;;;;ja;01-10-2026\n"})
    assert "register-dubbel" in codes(loaded)
    assert not may(loaded, "101")
    assert {one.name.last for one in loaded.register.pupils} >= {"Vries", "Kolk"}, "both surnames stay guarded"


def test_the_same_child_in_two_lists_is_one_child_and_both_surnames_are_guarded(register: Register) -> None:
    loaded = register({"extra.csv": "Leerlingnummer;Roepnaam;Achternaam;Groep\n102;Noor;Bakker-Dijk;Groep 3\n101;Sanne;Vries;Groep 3\n"})
    assert codes(loaded) == ["register-geen-toestemming"]
    assert sorted(one.name.last for one in loaded.register.pupils if one.number == "102") == ["Bakker", "Bakker-Dijk"]
    assert sum(one.number == "101" for one in loaded.register.pupils) == 1


def test_a_child_in_both_lists_counts_as_gone(register: Register) -> None:
    loaded = register({"oud-leerlingen.csv": "Leerlingnummer;Roepnaam;Achternaam\n101;Sanne;Vries\n", "toestemming.csv": HEADER + "101;;;;ja;01-10-2026\n"})
    assert "register-vertrokken" in codes(loaded)
    assert not may(loaded, "101")
    assert [one.left for one in loaded.register.pupils if one.number == "101"] == [True]


def test_a_pupil_without_number_is_an_error_and_still_guarded(register: Register) -> None:
    loaded = register({"extra.csv": "Leerlingnummer;Roepnaam;Achternaam\n;Ties;Kolk\n;Mees;Tol\n"})
    (problem,) = [one for one in loaded.problems if one.code == "register-nummer"]
    assert problem.severity == "fout"
    assert {"Kolk", "Tol"} <= {one.name.last for one in loaded.register.pupils}


def test_answers_travel_to_another_process_as_plain_values(register: Register) -> None:
    answers = register({"toestemming.csv": HEADER + "101;;;;ja;01-10-2026\n"}).register.answers["101"]
    assert pickle.loads(pickle.dumps(answers)) == answers
    assert repr(answers) == repr(dict(answers))


def test_first_names_are_those_of_children(register: Register) -> None:
    assert register({}).register.first_names == {"sanne", "noor", "fleur"}
    loaded = register({"leerlingen.csv": "Leerlingnummer;Roepnaam;Achternaam\n1;Jan-Pieter;Li\n2;Zoë;Aa\n"})
    assert loaded.register.first_names == {"jan-pieter", "jan", "pieter", "zoe"}


def test_a_tussenvoegsel_under_achternaam_is_no_other_child(register: Register) -> None:
    pupils = "Leerlingnummer;Roepnaam;Voorvoegsel;Achternaam\n101;Sanne;de;Vries\n102;Gijs;van 't;Hof\n103;Bram;;Kuipers\n"
    asked = "Voornaam;Achternaam;Foto website;Gewijzigd op\nSanne;de Vries;ja;01-10-2026\nGijs;'t Hof;ja;01-10-2026\nBram;Kuipers;nee;01-10-2026\n"
    loaded = register({"leerlingen.csv": pupils, "toestemming.csv": asked})
    assert [loaded.register.answer(number, "foto website").verdict for number in ("101", "102", "103")] == ["ja", "ja", "nee"]
    assert "register-onbekende-leerling" not in codes(loaded)


def test_a_whole_name_beside_the_number_is_no_question(register: Register) -> None:
    loaded = register({"toestemming.csv": "Leerling;Leerlingnummer;Foto website;Gewijzigd op\nWie dan ook;101;ja;01-10-2026\n"})
    assert loaded.register.answer("101", "foto website").verdict == "ja"
    assert "register-kolom" not in codes(loaded)


def test_without_a_number_the_remedy_speaks_of_the_name(register: Register) -> None:
    loaded = register({"toestemming.csv": "Voornaam;Achternaam;Foto website\nNiemand;Bekend;ja\n"})
    (problem,) = (one for one in loaded.problems if one.code == "register-onbekende-leerling")
    assert "met leerlingnummer, of schrijf de naam" in problem.remedy
