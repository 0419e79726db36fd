"""A folder becomes a register; where it can't, it fails closed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sitegen.importers import load
from sitegen.school import School
from tests.importers.conftest import DAY, Register, codes

SCHOOL = School("De Wilgenhof", "De Wilgenhof")


def test_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    loaded = load(tmp_path / "register", SCHOOL, DAY)
    problem = loaded.problems[0]
    assert (problem.code, problem.severity) == ("register-leeg", "fout")
    assert "bestaat niet" in problem.fault
    assert loaded.register.pupils == ()


@pytest.mark.parametrize("files", [{}, {"leerlingen.csv": ""}, {"leerlingen.csv": "Leerlingnummer;Roepnaam;Achternaam\n"}, {"toestemming.csv": "Leerlingnummer;Foto website\n101;ja\n"}])
def test_no_pupils_is_a_fault(register: Register, files: dict[str, str]) -> None:
    loaded = register(files, pupils=False)
    assert "register-leeg" in codes(loaded)


@pytest.mark.parametrize("name", [".DS_Store", "~$leerlingen.xlsx", "README.md", "LEESMIJ.txt", ".gitignore"])
def test_what_lies_about_is_not_read(register: Register, name: str) -> None:
    assert codes(register({name: "Leerlingnummer;Categorie;Besluit\n"})) == ["register-geen-toestemming"]


@pytest.mark.parametrize("content", [b"%PDF-1.7 Sanne de Vries", b"\x89PNG\r\n", b"{\\rtf1 Sanne}"])
def test_a_kind_of_file_that_is_no_list_is_a_fault(register: Register, content: bytes) -> None:
    loaded = register({"toestemming.csv": content})
    assert "register-soort" in codes(loaded)
    assert "Sanne" not in str(loaded.problems)


def test_a_folder_inside_is_not_read_and_said(register: Register, tmp_path: Path) -> None:
    register({})
    (tmp_path / "register" / "archief").mkdir()
    assert "register-submap" in codes(register({}))


def test_one_broken_file_does_not_hide_what_is_wrong_in_another(register: Register) -> None:
    loaded = register({"EDEX.xml": "<EDEX><leerlingen>", "besluiten.csv": "Leerlingnummer;Categorie;Besluit;Vanaf\n101;alles;misschien;01-10-2026\n"})
    assert {"register-xml", "register-besluit"} <= set(codes(loaded))
    assert len(loaded.register.pupils) == 4


def test_places_are_relative_to_the_site(register: Register) -> None:
    loaded = register({"besluiten.csv": "Leerlingnummer;Categorie;Besluit;Vanaf\n101;alles;misschien;01-10-2026\n"})
    assert str(loaded.problems[0]).startswith("register/besluiten.csv:2: ")


def test_light_imports(tmp_path: Path) -> None:
    """`load` is on the path of every build: tables need neither openpyxl nor YAML nor an XML parser."""
    import subprocess
    import sys

    (tmp_path / "leerlingen.csv").write_text("Leerlingnummer;Roepnaam;Achternaam\n1;A;Bb\n")
    script = (
        "import sys, datetime, pathlib\nfrom sitegen.importers import load\nfrom sitegen.school import School\n"
        f"load(pathlib.Path({str(tmp_path)!r}), School('a', 'a'), datetime.date(2026, 11, 24))\n"
        "print(sorted({'openpyxl', 'yaml', 'defusedxml', 'zipfile', 'difflib'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert result.stdout.strip() == "[]"


def test_the_day_is_the_day_that_was_asked(register: Register) -> None:
    files = {"besluiten.csv": "Leerlingnummer;Categorie;Besluit;Vanaf;Tot\n101;foto website;ja;01-10-2026;31-10-2026\n"}
    verdicts = [register(files, day=dt.date(2026, *day)).register.answer("101", "foto website").verdict for day in ((9, 30), (10, 1), (10, 31), (11, 1))]
    assert verdicts == ["onbekend", "ja", "ja", "onbekend"]
