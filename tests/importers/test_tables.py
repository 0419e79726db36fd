"""Tables with the mess that schools have: encodings, separators, headers, dates, numbers."""

from __future__ import annotations

import datetime as dt

import pytest

from sitegen.importers.values import day
from sitegen.register import Name, Private
from tests.importers.conftest import PUPILS, Register, codes

CONSENT = "Leerlingnummer;Foto website;Gewijzigd op;Bron\n101;ja;12-09-2026;Parro\n"


@pytest.mark.parametrize("encode", [
    lambda text: text.encode(),
    lambda text: text.encode("utf-8-sig"),
    lambda text: text.encode("utf-16"),
    lambda text: text.encode("utf-16-le"),
    lambda text: text.encode("cp1252"),
    lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: text.replace("\n", "\r").encode(),
    lambda text: text.replace("ë", "e\u0308").encode(),
    lambda text: ("sep=;\n" + text).encode(),
    lambda text: ("sep=;\r\n" + text.replace("\n", "\r\n")).encode("utf-8-sig"),
    lambda text: text.replace(";", ",").encode(),
    lambda text: text.replace(";", "\t").encode(),
    lambda text: "\n".join('"' + line.replace(";", '";"') + '"' for line in text.splitlines()).encode(),
    lambda text: text.replace(";", " ; ").encode(),
    lambda text: text.replace("\n", "\n\n;;;;\n").encode(),
    lambda text: ("Leerlingen van De Wilgenhof;;;;\n;;;;\nAfgedrukt op 1 oktober;;;;\n" + text).encode(),
], ids=["utf-8", "bom", "utf-16", "utf-16 without bom", "windows-1252", "crlf", "cr", "nfd", "sep=", "sep= crlf bom", "comma", "tab", "quoted", "spaces", "blank rows", "titles above"])
def test_the_same_pupils_however_the_file_was_saved(register: Register, encode) -> None:
    text = "Leerlingnummer;Roepnaam;Voorvoegsel;Achternaam;Groep\n101;Zoë;van 't;Hof;Groep 3\n102;Jan-Pieter;;D’Amico;Groep 4\n"
    pupils = register({"leerlingen.csv": encode(text)}, pupils=False).register.pupils
    assert [(one.number, one.name, one.group) for one in pupils] == [("101", Name("Zoë", "van 't", "Hof"), "Groep 3"), ("102", Name("Jan-Pieter", "", "D’Amico"), "Groep 4")]


@pytest.mark.parametrize("header", [
    "Leerlingnummer;Roepnaam;Voorvoegsel;Achternaam;Groep", "LEERLINGNR;VOORNAAM;TUSSENVOEGSEL;ACHTERNAAM;KLAS", "llnr;roepnaam;voorvoegsel;achternaam;klasnaam",
    "Key;Roepnaam;Tussenv.;Achternaam;Groep", "Id;Roepnaam;Voorvoegsel;Naam;Groepsnaam",
])
def test_synonyms_and_case_of_headers(register: Register, header: str) -> None:
    (pupil,) = register({"leerlingen.csv": f"{header}\n101;Sanne;de;Vries;Groep 3\n"}, pupils=False).register.pupils
    assert (pupil.number, pupil.name, pupil.group) == ("101", Name("Sanne", "de", "Vries"), "Groep 3")


def test_order_of_columns_is_free_and_others_are_dropped_by_name(register: Register) -> None:
    loaded = register({"leerlingen.csv": "Geboortedatum;Groep;Achternaam;Roepnaam;Postcode;Llnr\n14-03-2020;Groep 3;Vries;Sanne;9999 ZZ;101\n"}, pupils=False)
    assert loaded.register.pupils[0].name == Name("Sanne", "", "Vries")
    assert loaded.dropped == ("register/leerlingen.csv: Geboortedatum, Postcode",)
    assert "9999" not in repr(loaded.register)


def test_a_full_bsn_in_a_table_is_called_out(register: Register) -> None:
    loaded = register({"leerlingen.csv": "Leerlingnummer;Roepnaam;Achternaam;BSN\n101;Sanne;Vries;123456782\n"}, pupils=False)
    assert "register-bsn" in codes(loaded)
    assert "123456782" not in repr(loaded)


@pytest.mark.parametrize("number", ["00101", " 101 ", "101,0", "101.0", "0101"])
def test_pupil_numbers_lose_their_zeros_in_excel_and_still_fit(register: Register, number: str) -> None:
    loaded = register({"toestemming.csv": CONSENT.replace("101;", f'"{number}";')})
    assert loaded.register.answer("101", "foto website").may


@pytest.mark.parametrize(("text", "expected"), [
    ("12-09-2026", dt.date(2026, 9, 12)), ("2026-09-12", dt.date(2026, 9, 12)), ("12 sep 2026", dt.date(2026, 9, 12)), ("12 september 2026", dt.date(2026, 9, 12)),
    ("12/9/2026", dt.date(2026, 9, 12)), ("12.09.2026", dt.date(2026, 9, 12)), ("12-9-26", dt.date(2026, 9, 12)), ("46277", dt.date(2026, 9, 12)), ("46277,5", dt.date(2026, 9, 12)),
    ("2026-09-12T14:05:00", dt.date(2026, 9, 12)), ("12-09-2026 14:05", dt.date(2026, 9, 12)), ("12 mrt. 2026", dt.date(2026, 3, 12)), ("", None), ("-", None),
])
def test_days(text: str, expected: dt.date | None) -> None:
    assert day(text) == expected


@pytest.mark.parametrize("text", ["09/25/2026", "31-02-2026", "gisteren", "12 foo 2026", "2026", "1234567"])
def test_what_is_no_day_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        day(text)


def test_former_pupils_are_known_by_the_name_of_the_file(register: Register) -> None:
    loaded = register({"oud-leerlingen.csv": "Leerlingnummer;Roepnaam;Achternaam;Uitstroomdatum\n90;Iris;Meulen;10-07-2026\n"})
    assert {one.number: one.left for one in loaded.register.pupils} == {"101": False, "102": False, "103": False, "104": False, "90": True}


def test_a_day_of_leaving_counts_from_that_day(register: Register) -> None:
    table = "Leerlingnummer;Roepnaam;Achternaam;Uitstroomdatum\n1;A;Aa;23-11-2026\n2;B;Bb;24-11-2026\n3;C;Cc;25-11-2026\n4;D;Dd;\n5;E;Ee;binnenkort\n"
    loaded = register({"leerlingen.csv": table}, pupils=False)
    assert {one.number: one.left for one in loaded.register.pupils} == {"1": True, "2": True, "3": False, "4": False, "5": True}
    assert "register-datum" in codes(loaded)


def test_carers_staff_and_committees(register: Register) -> None:
    loaded = register({
        "ouders.csv": "Id;Voornaam;Voorvoegsel;Achternaam;Leerlingen;Telefoon;Mobiel;E-mail;Straat;Huisnummer;Postcode;Plaats;IBAN\nO1;Kim;de;Vries;101 0102;0599-123 456;06-12345600;kim@mail.example;Lindelaan;5;9999 ZZ;Wilgenveen;NL00 BANK 0\n",
        "team.csv": "Id;Voornaam;Achternaam;Functie;Aanspreekvorm;Werkmail;E-mail;Geboortedatum;Foto website\nT1;Anouk;Visser;leerkracht;juf;a.visser@dewilgenhof.example;anouk@thuis.example;01-02-1990;nee\n",
        "commissies.csv": "Commissie;Persoon;Voornaam;Achternaam;Rol;Telefoon\nMR;O1;;;voorzitter;\nMR;T1;;;lid;\nAC;;Jannie;Winkel;lid;06-12345601\nAC;O9;;;lid;\n",
    })
    (carer,) = loaded.register.carers
    assert carer.pupils == ("101", "102")
    assert carer.private == Private(("0599-123 456", "06-12345600"), ("kim@mail.example",), "Lindelaan 5", "9999 ZZ", "Wilgenveen", ("NL00 BANK 0",))
    (staff,) = loaded.register.staff
    assert (staff.role, staff.form, staff.photo, staff.private.birth) == ("leerkracht", "juf", False, "01-02-1990")
    assert [(one.committee, one.name.full, one.private.phones) for one in loaded.register.members] == [("MR", "Kim de Vries", ()), ("MR", "Anouk Visser", ()), ("AC", "Jannie Winkel", ("06-12345601",))]
    assert "register-persoon" in codes(loaded)


def test_an_unknown_column_in_a_consent_table_is_reported_with_the_line_that_maps_it(register: Register) -> None:
    table = "Leerlingnummer;Plaatjes op internet;Foto social;Gewijzigd op\n101;ja;ja;01-10-2026\n"
    loaded = register({"toestemming.csv": table})
    (problem,) = [one for one in loaded.problems if one.code == "register-kolom"]
    assert '"Plaatjes op internet": foto website' in problem.remedy
    assert not loaded.register.answer("101", "foto website").may
    mapped = register({"toestemming.csv": table}, columns={"plaatjes op Internet": "foto website"})
    assert "register-kolom" not in codes(mapped)
    assert mapped.register.answer("101", "foto website").may


def test_a_mapping_can_name_fields_too_and_skip_columns(register: Register) -> None:
    table = "Stamnr;Foto website;Datum keuze;Iets\n101;ja;01-10-2026;x\n"
    loaded = register({"toestemming.csv": table}, columns={"Stamnr": "leerlingnummer", "Datum keuze": "gewijzigd op", "Iets": "overslaan"})
    assert loaded.snapshot == dt.date(2026, 10, 1)
    assert loaded.register.answer("101", "foto website").may
    assert codes(loaded) == []


def test_a_cell_too_many_is_an_error_with_its_line(register: Register) -> None:
    loaded = register({"toestemming.csv": "Leerlingnummer;Foto website;Gewijzigd op\n101;ja;01-10-2026\n102;ja;01-10-2026;Vries;de\n"})
    (problem,) = loaded.problems
    assert (problem.code, problem.place.line) == ("register-te-breed", 3)
    assert "Vries" not in str(problem)


def test_an_unclosed_quotation_mark_is_an_error_with_its_line(register: Register) -> None:
    loaded = register({"toestemming.csv": 'Leerlingnummer;Bron;Foto website\n101;"Parro;ja\n102;brief;nee\n103;brief;ja\n'})
    (problem,) = [one for one in loaded.problems if one.code == "register-aanhaling"]
    assert problem.place.line == 2


def test_a_line_break_inside_a_cell_keeps_the_line_numbers_right(register: Register) -> None:
    loaded = register({"besluiten.csv": 'Leerlingnummer;Categorie;Besluit;Vanaf;Bron\n101;alles;nee;01-10-2026;"brief\nvan moeder"\n102;alles;misschien;01-10-2026;brief\n'})
    (problem,) = [one for one in loaded.problems if one.code == "register-besluit"]
    assert problem.place.line == 4


def test_a_table_that_means_nothing_is_an_error(register: Register) -> None:
    loaded = register({"kantine.csv": "Broodje;Prijs\nkaas;2\n"})
    assert codes(loaded) == ["register-onbekend", "register-geen-toestemming"]


def test_a_pupil_list_with_the_answers_beside_it_is_both(register: Register) -> None:
    loaded = register({"leerlingen.csv": "Leerlingnummer;Roepnaam;Achternaam;Groep;Uitstroomdatum;Foto website;Gewijzigd op\n101;Sanne;Vries;3;;ja;01-10-2026\n"}, pupils=False)
    assert [part.what for part in loaded.parts] == ["leerlingen", "toestemming"]
    assert loaded.register.answer("101", "foto website").may


def test_messages_about_cells_hold_no_cell(register: Register) -> None:
    shifted = "Leerlingnummer;Categorie;Besluit;Vanaf\n101;Hoekzema;Sanne de Vries;Bakker\n"
    loaded = register({"besluiten.csv": shifted, "toestemming.csv": "Leerlingnummer;Foto website;Gewijzigd op\n101;Hoekzema;Bakker\n"})
    assert len(loaded.problems) == 5
    assert not any(name in str(problem) for problem in loaded.problems for name in ("Hoekzema", "Sanne", "Bakker"))


def test_the_demo_pupils_fixture_is_what_it_says(register: Register) -> None:
    assert len(register({}).register.pupils) == PUPILS.count("\n") - 1


@pytest.mark.parametrize(("cells", "name"), [
    (";de Vries", Name("Sanne", "de", "Vries")), (";van der Wal", Name("Sanne", "van der", "Wal")), (";'t Hart", Name("Sanne", "'t", "Hart")), (";van 't Hof", Name("Sanne", "van 't", "Hof")),
    (";Vries, de", Name("Sanne", "de", "Vries")), (";Vries, Sanne de", Name("Sanne", "de", "Vries")), ("de;Vries", Name("Sanne", "de", "Vries")), (";El Amrani", Name("Sanne", "", "El Amrani")),
    (";De Boer", Name("Sanne", "", "De Boer")), (";Zwammerdam tot Aerdenhout", Name("Sanne", "", "Zwammerdam tot Aerdenhout")), (";Vries, Bakker", Name("Sanne", "", "Vries, Bakker")), (";de", Name("Sanne", "", "de")),
])
def test_a_tussenvoegsel_that_was_filled_in_with_the_surname(register: Register, cells: str, name: Name) -> None:
    assert register({"leerlingen.csv": f"Leerlingnummer;Roepnaam;Voorvoegsel;Achternaam\n1;Sanne;{cells}\n"}, pupils=False).register.pupils[0].name == name


@pytest.mark.parametrize("header", ["Leerlingnummer;Naam;Groep", "Leerlingnummer;Roepnaam;Groep"])
def test_a_whole_name_in_one_column_is_an_error(register: Register, header: str) -> None:
    assert "register-kolommen" in codes(register({"leerlingen.csv": f"{header}\n1;Sanne de Vries;3\n"}, pupils=False))


def test_pupil_numbers_that_are_citizen_service_numbers_are_called_out(register: Register) -> None:
    table = "Leerlingnummer;Roepnaam;Achternaam\n{};Sanne;Vries\n{};Noor;Bakker\n"
    assert "register-bsn" in codes(register({"leerlingen.csv": table.format("123456782", "111222333")}, pupils=False))
    assert "register-bsn" not in codes(register({"leerlingen.csv": table.format("123456782", "111222334")}, pupils=False))


@pytest.mark.parametrize("name", ["Y?ld?r?m", "Y\ufffdld\ufffdr\ufffdm", "Y\u00bfld\u00bfr\u00bfm", "?"])
def test_a_name_that_lost_letters_on_the_way_stops_everything(register: Register, name: str) -> None:
    loaded = register({"leerlingen.csv": f"Leerlingnummer;Roepnaam;Achternaam\n101;Sanne;Vries\n102;Elif;{name}\n103;{name};Bakker\n"}, pupils=False)
    (problem,) = [one for one in loaded.problems if one.code == "register-letters"]
    assert (problem.severity, problem.place.line) == ("fout", 3)
    assert "ook op regel 4" in problem.fault
    assert name not in f"{problem.fault} {problem.remedy}".replace("een ? of", "")
