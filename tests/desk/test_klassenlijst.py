"""The class list: families that said yes, others absent without a trace."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.conftest import Run


@pytest.fixture
def page(run: Run, site: Path):
    def make(group: str, *more: str) -> str:
        assert run("klassenlijst", group, *more).status == 0
        return (site / ".sitegen" / f"klassenlijst-groep-{group}.html").read_text("utf-8")

    return make


def test_only_families_that_said_yes_and_no_trace_of_others(page) -> None:
    three = page("3")
    assert "Sanne de Vries" in three
    for trace in ("Noor", "Bakker", "Sandra", "12345602", "afgeschermd", "niet vermeld"):
        assert trace not in three
    eight = page("8")
    assert "Fleur Visser" in eight
    assert "Zoë" not in eight, "no answer is no yes"
    assert "Daan" not in eight


def test_sorted_by_first_name(page, site: Path) -> None:
    table = site / "register" / "toestemming.csv"
    table.write_text(table.read_text("utf-8").replace("102;nee;ja;nee;ja;ja;nee", "102;nee;ja;nee;ja;ja;ja"), "utf-8")
    three = page("3")
    assert three.index("Noor Bakker") < three.index("Sanne de Vries")


def test_two_households_keep_their_own_address(page) -> None:
    three = page("3")
    assert three.index("Kim de Vries") < three.index("Lindelaan 5") < three.index("Bas Tol") < three.index("Kerklaan 7")


def test_footer_with_group_year_and_not_to_be_passed_on(page) -> None:
    assert "Alleen voor ouders van groep 3, schooljaar 2026-2027. Niet verder verspreiden." in page("3")


def test_fields_can_be_chosen(page, run: Run) -> None:
    three = page("3", "--velden", "telefoon")
    assert "06-12345600" in three
    assert "kim@" not in three
    assert "Lindelaan" not in three
    assert run("klassenlijst", "3", "--velden", "bsn").status == 2


def test_workbook(page, site: Path) -> None:
    page("8")
    path = site / ".sitegen" / "klassenlijst-groep-8.xlsx"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    sheet = openpyxl.load_workbook(path)["Groep 8"]
    rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ["Klassenlijst groep 8, De Wilgenhof, schooljaar 2026-2027"]
    assert ["Fleur Visser", "=1+1 Visser", "0599-123 456", "visser@mail.example"] in rows
    assert rows[-1] == ["Alleen voor ouders van groep 8, schooljaar 2026-2027. Niet verder verspreiden."]
    assert sheet["B5"].data_type == "s", "a cell that begins with = is text"
    assert sheet.oddFooter.center.text == rows[-1][0]


def test_all_groups_are_separate_files_without_each_other(run: Run, site: Path) -> None:
    said = run("klassenlijst")
    assert said.out.count(".html") == 2
    assert "Sanne" not in (site / ".sitegen" / "klassenlijst-groep-8.html").read_text("utf-8")


def test_never_below_the_output(run: Run, site: Path) -> None:
    assert run("klassenlijst", "3", "--naar", str(site / "public")).status == 2
    assert not (site / "public").exists()


def test_when_nobody_was_asked_there_is_no_list(run: Run, site: Path) -> None:
    table = site / "register" / "toestemming.csv"
    table.write_text(table.read_text("utf-8").replace("Klassenlijst", "Deelname aan onderzoeken"), "utf-8")
    said = run("klassenlijst")
    assert said.status == 1
    assert "nog aan geen enkel gezin gevraagd" in said.err
    assert not (site / ".sitegen").exists()
