"""Overviews and decisions: which words mean yes, which no, and that nothing else is ever guessed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.importers.conftest import Register, codes

if TYPE_CHECKING:
    from sitegen.importers import Loaded

YES = ["ja", "Ja", "JA ", "j", "yes", "true", "1", "x", "X", "✓", "toegestaan", "toestemming", "akkoord"]
NO = ["nee", "Nee", "n", "no", "false", "0", "niet toegestaan", "geen toestemming", "ingetrokken"]
NOTHING = ["", "-", "?", "nog niet ingevuld", "Geen keuze"]


def verdict(loaded: Loaded, name: str = "foto website", number: str = "101") -> str:
    return loaded.register.answer(number, name).verdict


def overview(register: Register, header: str, value: str, name: str = "foto website") -> str:
    return verdict(register({"toestemming.csv": f"Leerlingnummer;{header};Gewijzigd op\n101;{value};01-10-2026\n"}), name)


@pytest.mark.parametrize(("values", "expected"), [(YES, "ja"), (["geen bezwaar"], "ja"), (NO, "nee"), (["bezwaar"], "nee"), (NOTHING, "onbekend")])
def test_values(register: Register, values: list[str], expected: str) -> None:
    for value in values:
        assert overview(register, "Foto website", value) == expected, value


@pytest.mark.parametrize("value", ["misschien", "jaa", "ja/nee", "alleen groepsfoto", "2", "ja, maar niet herkenbaar", "ja?"])
def test_anything_else_is_an_error_and_no_yes(register: Register, value: str) -> None:
    loaded = register({"toestemming.csv": f"Leerlingnummer;Foto website;Gewijzigd op\n102;ja;01-10-2026\n101;{value};01-10-2026\n"})
    (problem,) = loaded.problems
    assert (problem.code, problem.severity, problem.place.line) == ("register-waarde", "fout", 3)
    assert verdict(loaded) == "nee"
    assert verdict(loaded, number="102") == "ja", "a fault in one row is no reason to doubt another"


@pytest.mark.parametrize(("header", "names"), [
    ("Beeldmateriaal website", {"foto website"}), ("Beeldmateriaal social media", {"foto social"}), ("Beeldmateriaal nieuwsbrief", {"foto nieuwsbrief"}),
    ("Beeldmateriaal schoolgids", {"foto schoolgids"}), ("Beeldmateriaal Parro", {"foto parro"}), ("Foto's website", {"foto website"}), ("FOTO’S SOCIAL", {"foto social"}),
    ("Foto Facebook", {"foto social"}), ("Instagram", {"foto social"}), ("foto twitter", {"foto social"}), ("Foto op X", {"foto social"}), ("Twitter/X", {"foto social"}),
    ("website", {"foto website"}), ("Werk website", {"werk website"}), ("Werk social media", {"werk social"}), ("Werk nieuwsbrief", {"werk nieuwsbrief"}), ("Werk schoolgids", {"werk schoolgids"}),
    ("Werk van leerling", {"werk website", "werk social", "werk nieuwsbrief", "werk schoolgids"}), ("Voornaam bij foto", {"voornaam"}), ("Voornaam bij foto of werk", {"voornaam"}),
    ("Klassenlijst", {"klassenlijst"}), ("Contactgegevens op klassenlijst", {"klassenlijst"}), ("Foto en werk op de website", {"foto website", "werk website"}),
])
def test_headers(register: Register, header: str, names: set[str]) -> None:
    loaded = register({"toestemming.csv": f"Leerlingnummer;{header};Gewijzigd op\n101;ja;01-10-2026\n"})
    assert loaded.register.asked == names
    assert {name for name, answer in loaded.register.answers["101"].items() if answer.may} == names


@pytest.mark.parametrize("header", ["Foto krant", "Foto website en krant", "Foto's", "Beeldmateriaal", "Voornaam bij verjaardag", "Werk website van de bakker"])
def test_headers_that_mean_something_else_give_no_yes(register: Register, header: str) -> None:
    loaded = register({"toestemming.csv": f"Leerlingnummer;{header};Foto social;Gewijzigd op\n101;ja;ja;01-10-2026\n"})
    assert loaded.register.asked == {"foto social"}


@pytest.mark.parametrize(("value", "expected"), [("ja", "nee"), ("nee", "ja"), ("x", "nee"), ("bezwaar", "nee"), ("geen bezwaar", "ja"), ("", "onbekend"), ("toestemming", "ja")])
def test_a_header_with_bezwaar_turns_ja_and_nee(register: Register, value: str, expected: str) -> None:
    assert overview(register, "Bezwaar website", value) == expected
    assert overview(register, "Bezwaar tegen foto’s op de website", value) == expected


@pytest.mark.parametrize("header", ["Bezwaar website", "Foto website"])
def test_a_column_that_mixes_both_vocabularies_is_refused(register: Register, header: str) -> None:
    loaded = register({"toestemming.csv": f"Leerlingnummer;{header};Foto social;Gewijzigd op\n101;geen bezwaar;ja;01-10-2026\n102;nee;ja;01-10-2026\n103;ja;ja;01-10-2026\n104;;ja;01-10-2026\n"})
    assert codes(loaded) == ["register-gemengd"]
    assert not any(loaded.register.answer(number, "foto website").may for number in ("101", "102", "103", "104"))
    assert loaded.register.answer("104", "foto website").verdict == "onbekend"
    assert loaded.register.answer("101", "foto social").may, "only that column is refused"


@pytest.mark.parametrize("header", ["Geen bezwaar website", "Wel/geen bezwaar foto website", "Geen toestemming foto website", "Niet op de website"])
def test_a_header_with_a_double_meaning_gives_no_yes(register: Register, header: str) -> None:
    for value in ("ja", "nee", "x"):
        loaded = register({"toestemming.csv": f"Leerlingnummer;{header};Gewijzigd op\n101;{value};01-10-2026\n"})
        assert not loaded.register.answer("101", "foto website").may
        assert "register-dubbelzinnig" in codes(loaded)


def test_wel_of_geen_bezwaar_is_clear_in_its_own_words(register: Register) -> None:
    assert overview(register, "Wel/geen bezwaar foto website", "geen bezwaar") == "ja"
    assert overview(register, "Wel/geen bezwaar foto website", "bezwaar") == "nee"


def test_social_media_in_several_columns_the_strictest_counts(register: Register) -> None:
    for row, expected in (("ja;ja", "ja"), ("ja;nee", "nee"), ("nee;ja", "nee"), ("ja;", "onbekend"), (";", "onbekend")):
        assert verdict(register({"toestemming.csv": f"Leerlingnummer;Facebook;Instagram;Gewijzigd op\n101;{row};01-10-2026\n"}), "foto social") == expected, row


def test_two_rows_for_one_child_are_two_parents_and_the_strictest_counts(register: Register) -> None:
    for first, second in (("nee", "ja"), ("ja", "nee")):
        loaded = register({"toestemming.csv": f"Leerlingnummer;Foto website;Gewijzigd op\n101;{first};01-09-2026\n101;{second};01-10-2026\n"})
        assert verdict(loaded) == "nee"


def test_a_newer_overview_replaces_an_older_one(register: Register) -> None:
    old, new = (f"Leerlingnummer;Foto website;Gewijzigd op\n101;{value};{day}\n" for value, day in (("nee", "01-09-2026"), ("ja", "01-10-2026")))
    assert verdict(register({"toestemming-sept.csv": old, "toestemming-okt.csv": new})) == "ja"


def test_an_overview_without_dates_counts_from_the_day_of_its_file_and_lifts_no_written_no(register: Register) -> None:
    files = {"toestemming.csv": "Leerlingnummer;Foto website\n101;ja\n102;ja\n", "besluiten.csv": "Leerlingnummer;Categorie;Besluit;Vanaf\n101;foto website;nee;01-10-2026\n"}
    today = dt.date.today()
    assert verdict(register(files, day=today), number="102") == "ja"
    assert verdict(register(files, day=today - dt.timedelta(days=2)), number="102") == "onbekend", "the file is newer than that day"
    assert verdict(register(files, day=today)) == "nee", "a fresh copy of an old list is no new answer"


DECISIONS = "Leerlingnummer;Categorie;Besluit;Vanaf;Tot;Ouder;Bron\n"


def test_decisions_by_category_and_for_everything(register: Register) -> None:
    loaded = register({"besluiten.csv": DECISIONS + "101;foto website;ja;01-10-2026;;Kim de Vries;brief\n102;alles;nee;01-10-2026;;;Parro\n101;Klassenlijst, voornaam;ja;01-10-2026;;;\n"})
    assert codes(loaded) == []
    answer = loaded.register.answer("101", "foto website")
    assert (answer.verdict, answer.why) == ("ja", "ja van Kim de Vries sinds 1 oktober 2026 (brief)")
    assert {verdict(loaded, name, "102") for name in ("foto website", "werk social", "klassenlijst", "voornaam")} == {"nee"}
    assert loaded.register.asked == {"foto website", "klassenlijst", "voornaam"}, "alles asks no category of its own"
    assert verdict(loaded, "voornaam") == "ja"


@pytest.mark.parametrize(("row", "code"), [
    ("101;foto webside;nee;01-10-2026;;;", "register-categorie"), ("101;bezwaar foto website;ja;01-10-2026;;;", "register-categorie"), ("101;foto website;misschien;01-10-2026;;;", "register-besluit"),
    ("101;foto website;;01-10-2026;;;", "register-besluit"), ("101;foto website;ja;ooit;;;", "register-datum"), ("101;foto website;ja;;;;", "register-datum"), ("101;foto website;ja;01-10-2026;eens;;", "register-datum"),
])
def test_a_decision_that_cannot_be_read_is_an_error_and_a_no_to_everything(register: Register, row: str, code: str) -> None:
    loaded = register({"besluiten.csv": f"{DECISIONS}{row}\n", "toestemming.csv": "Leerlingnummer;Foto website;Werk website;Gewijzigd op\n101;ja;ja;01-11-2026\n"})
    (problem,) = loaded.problems
    assert (problem.code, problem.severity, problem.place.file, problem.place.line) == (code, "fout", "register/besluiten.csv", 2)
    # The later yes of the overview lifts a no, so what matters is the day before it.
    before = register({}, day=dt.date(2026, 10, 15))
    assert verdict(before) == "nee"
    assert verdict(before, "werk website") == "nee"


def test_a_withdrawal_beats_an_older_overview_and_a_decision_of_tomorrow_waits(register: Register) -> None:
    files = {"toestemming.csv": "Leerlingnummer;Foto website;Gewijzigd op\n101;ja;01-09-2026\n", "besluiten.csv": DECISIONS + "101;foto website;nee;25-11-2026;;Kim;brief\n"}
    assert verdict(register(files, day=dt.date(2026, 11, 24))) == "ja"
    assert verdict(register(files, day=dt.date(2026, 11, 25))) == "nee"


def test_leavers_lapse_unless_decided_after_leaving(register: Register) -> None:
    pupils = "Leerlingnummer;Roepnaam;Achternaam;Uitstroomdatum\n1;Iris;Meulen;10-07-2026\n2;Koen;Hof;10-07-2026\n3;Tim;Jong;\n"
    overview = "Leerlingnummer;Foto website;Gewijzigd op\n1;ja;01-06-2026\n2;ja;01-06-2026\n3;ja;01-11-2026\n"
    decisions = DECISIONS + "1;foto website;ja;01-06-2026;;;brief\n2;foto website;ja;01-09-2026;;Ouder;brief\n3;foto website;ja;01-09-2026;;;brief\n"
    loaded = register({"oud-leerlingen.csv": pupils, "toestemming.csv": overview, "besluiten.csv": decisions})
    assert [verdict(loaded, number=number) for number in ("1", "2", "3")] == ["nee", "ja", "nee"]
    assert "van school" in loaded.register.answer("1", "foto website").why


def test_unanswered_by_group_for_a_reminder(register: Register) -> None:
    loaded = register({"toestemming.csv": "Leerlingnummer;Foto website;Werk website;Gewijzigd op\n101;ja;;01-10-2026\n102;nee;nee;01-10-2026\n103;ja;ja;01-10-2026\n"})
    assert loaded.unanswered == {"Groep 3": ("101",), "Groep 8": ("104",)}
