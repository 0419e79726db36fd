"""Excel: what schools make of a table, and what a workbook must not be able to do."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from sitegen.importers import read, workbook
from sitegen.problem import Place, SiteError
from sitegen.register import Name
from tests.importers.conftest import Register, codes

PLACE = Place("register/toestemming.xlsx")


def book(*sheets: tuple[str, list[list[object]]]) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return made


def saved(made: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_titles_merged_above_the_header_blank_rows_numbers_and_dates(register: Register) -> None:
    made = book(("Blad1", [
        ["Toestemmingen De Wilgenhof 2026-2027"], [], ["Leerlingnummer", "Roepnaam", "Foto website", "Foto social", "Gewijzigd op"],
        [101, "Sanne", "Ja", True, dt.datetime(2026, 10, 1, 12, 30)], [], [102.0, "Noor", "Nee", False, 46296], ["00103", "Fleur", "x", "", "1 okt 2026"],
    ]))
    made["Blad1"].merge_cells("A1:E1")
    loaded = register({"toestemming.xlsx": saved(made)})
    assert codes(loaded) == []
    assert {number: loaded.register.answer(number, "foto website").verdict for number in ("101", "102", "103", "104")} == {"101": "ja", "102": "nee", "103": "ja", "104": "onbekend"}
    assert loaded.register.answer("101", "foto social").may
    assert loaded.register.answer("102", "foto website").decision.since == dt.date(2026, 10, 1)


def test_lines_are_excel_rows(register: Register) -> None:
    made = book(("Blad1", [["Titel"], [], ["Leerlingnummer", "Foto website", "Gewijzigd op"], [], [101, "misschien", "01-10-2026"]]))
    (problem,) = register({"toestemming.xlsx": saved(made)}).problems
    assert problem.place == Place("register/toestemming.xlsx", 5)


def test_every_sheet_is_a_table_and_its_name_tells_former_pupils(register: Register) -> None:
    pupils = [["Llnr", "Voornaam", "Tussenvoegsel", "Achternaam", "Klas"], [7, "Ties", "van", "Dam", "3"]]
    former = [["Llnr", "Voornaam", "Achternaam"], [8, "Iris", "Meulen"]]
    loaded = register({"alles.xlsx": saved(book(("Leerlingen", pupils), ("Oud-leerlingen", former), ("Toelichting", [["Vragen? Bel de administratie"]])))}, pupils=False)
    assert [(one.number, one.name, one.left) for one in loaded.register.pupils] == [("7", Name("Ties", "van", "Dam"), False), ("8", Name("Iris", "", "Meulen"), True)]


def test_a_formula_that_was_never_calculated_is_an_error(register: Register) -> None:
    made = book(("Blad1", [["Leerlingnummer", "Foto website", "Gewijzigd op"], [101, '=IF(1,"nee","ja")', "01-10-2026"]]))
    loaded = register({"toestemming.xlsx": saved(made)})
    (problem,) = [one for one in loaded.problems if one.code == "register-formule"]
    assert "B2" in problem.fault
    assert not loaded.register.answer("101", "foto website").may


def test_a_hidden_sheet_is_not_read_and_named(register: Register) -> None:
    made = book(("Nieuw", [["Leerlingnummer", "Foto website", "Gewijzigd op"], [101, "nee", "01-10-2026"]]), ("Oud", [["Leerlingnummer", "Foto website"], [101, "ja"]]))
    made["Oud"].sheet_state = "hidden"
    loaded = register({"toestemming.xlsx": saved(made)})
    assert codes(loaded) == ["register-verborgen"]
    assert loaded.register.answer("101", "foto website").verdict == "nee"


def test_content_decides_not_the_name(register: Register) -> None:
    made = book(("Blad1", [["Leerlingnummer", "Foto website", "Gewijzigd op"], [101, "ja", "01-10-2026"]]))
    assert register({"export.csv": saved(made)}).register.answer("101", "foto website").may


def altered(change) -> bytes:
    """A good workbook with one of its parts changed."""
    source = zipfile.ZipFile(io.BytesIO(saved(book(("Blad1", [["Leerlingnummer", "Foto website"], [101, "ja"]])))))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(entry.filename, change(entry.filename, source.read(entry)))
    return stream.getvalue()


BAD = {
    "a DTD": (altered(lambda name, content: content.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1) if "sheet1" in name else content), "DTD"),
    "a bomb": (altered(lambda name, content: content + b" " * 120_000_000 if "sheet1" in name else content), "te groot"),
    "a broken sheet": (altered(lambda name, content: content[:200] if "sheet1" in name else content), "kan niet gelezen worden"),
    "no workbook": (altered(lambda _name, content: content)[:300], "beschadigd"),
    "the Excel of before 2007, or a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oude soort"),
}


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD)
def test_what_a_workbook_must_not_be(content: bytes, reason: str) -> None:
    with pytest.raises(SiteError, match=reason):
        read(content, PLACE, {})


def test_another_zip_file_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        target.writestr("word/document.xml", "<a/>")
    with pytest.raises(SiteError, match="geen Excel-bestand"):
        read(stream.getvalue(), PLACE, {})


def test_too_many_files_and_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    good = altered(lambda _name, content: content)
    monkeypatch.setattr(workbook, "MAX_FILES", 3)
    with pytest.raises(SiteError, match="te groot"):
        read(good, PLACE, {})
    monkeypatch.setattr(workbook, "MAX_BYTES", 100)
    with pytest.raises(SiteError, match="groter dan"):
        read(good, PLACE, {})


def test_cells_far_away_do_not_fill_the_memory(register: Register) -> None:
    made = book(("Blad1", [["Leerlingnummer", "Foto website", "Gewijzigd op"], [101, "ja", "01-10-2026"]]))
    made["Blad1"]["XFD1048576"] = "x"
    assert register({"toestemming.xlsx": saved(made)}).register.answer("101", "foto website").may
