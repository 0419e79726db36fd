"""The overview per group: who may be shown where, on the screen and on paper."""

from __future__ import annotations

import json
import re
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.conftest import Run


def test_the_line_teachers_want(run: Run) -> None:
    out = run("overzicht", "8").out
    assert "Niet op foto's voor de website: Fleur J., Zoë\n" in out
    assert "Niet op foto's voor social media: Fleur V., Zoë\n" in out
    assert "Niet op foto's voor de nieuwsbrief: Fleur J., Zoë\n" in out, "the newsletter is on the website as well"
    assert "Daan" not in out, "who left isn't in the group"


def test_surnames_are_not_shown_but_for_an_initial_where_two_share_a_name(run: Run) -> None:
    said = run("overzicht")
    for surname in ("Vries", "Bakker", "Visser", "Jansen", "IJzerman"):
        assert surname not in said.out
    assert "Sanne" in said.out
    assert "Sanne V" not in said.out


def test_matrix_in_words(run: Run) -> None:
    rows = {line.split("  ")[0]: line.split()[1:] for line in run("overzicht", "groep 3").out.splitlines()}
    assert rows["Sanne"] == ["ja", "ja", "ja", "ja", "ja", "ja", "ja", "ja", "ja", "ja"]
    assert rows["Noor"] == ["NEE", "NEE*", "?", "NEE", "ja", "ja", "ja", "ja", "ja", "NEE"]


def test_the_table_says_what_the_rule_says(run: Run, site: Path) -> None:
    # Noor: the newsletter yes, the website no; a newsletter is on the website too (FORMATS §4).
    out = run("overzicht", "3").out
    assert "NEE*: de ouders zeiden hier ja, maar niet bij de website" in out
    assert "nee*</span>" in (site / ".sitegen" / "overzicht-groep-3.html").read_text("utf-8")
    noor, _ = json.loads(run("overzicht", "3", "--json").out)["groepen"][0]["kinderen"]
    assert (noor["antwoorden"]["foto nieuwsbrief"], noor["telt_niet"]) == ("ja", ["foto nieuwsbrief"])
    table = site / "register" / "toestemming.csv"
    table.write_text(table.read_text("utf-8").replace("102;nee;ja;", "102;ja;ja;"), "utf-8")
    assert "NEE*" not in run("overzicht", "3").out


def test_unanswered_freshness_and_what_ends_soon(run: Run, site: Path) -> None:
    out = run("overzicht", "8").out
    assert "Nog niet (helemaal) ingevuld: Zoë" in out
    assert "Loopt binnenkort af: Sanne: foto schoolgids tot en met 30 november 2026" in run("overzicht", "3").out
    page = (site / ".sitegen" / "overzicht-groep-8.html").read_text("utf-8")
    assert "antwoorden van ouders tot en met 15 september 2026" in page
    assert "stand op 24 november 2026" in page


def test_the_day_decides(run: Run) -> None:
    assert "Niet op foto's voor de website: Zoë\n" in run("overzicht", "8", date="2026-11-02").out


def test_paper_is_private_complete_and_readable_without_colour(run: Run, site: Path) -> None:
    run("overzicht")
    path = site / ".sitegen" / "overzicht.html"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    page = path.read_text("utf-8")
    assert not re.search(r"(?:src|href)=|url\(|@import", page), "a paper fetches nothing"
    assert page.count("<section>") == 2
    assert ">nee<" in page
    assert ">?<" in page
    assert "Alleen voor het team" in page


def test_names_are_escaped(run: Run, site: Path) -> None:
    table = site / "register" / "leerlingen.csv"
    table.write_text(table.read_text("utf-8").replace("Noor", "<b>Noor"), "utf-8")
    run("overzicht", "3")
    assert "<b>" not in (site / ".sitegen" / "overzicht-groep-3.html").read_text("utf-8")


def test_never_below_the_output(run: Run, site: Path) -> None:
    for where in (site / "public", site / "public" / "intern", site / "elders" / ".." / "public"):
        said = run("overzicht", "3", "--naar", str(where))
        assert said.status == 2
        assert "niet openbaar" in said.err
    (site / "binnen").symlink_to(site / "public", target_is_directory=True)
    assert run("overzicht", "3", "--naar", str(site / "binnen")).status == 2
    assert not list((site).glob("public/**/*.html"))
    assert run("overzicht", "3", "--output", str(site / ".sitegen")).status == 2
    assert run("overzicht", "3", "--naar", str(site / "papier")).status == 0
    assert (site / "papier" / "overzicht-groep-3.html").is_file()


def test_a_group_that_is_not_there_names_those_that_are(run: Run) -> None:
    said = run("overzicht", "9")
    assert said.status == 2
    assert "Groep 3, Groep 8" in said.err


def test_json(run: Run) -> None:
    data = json.loads(run("overzicht", "3", "--json").out)
    noor, sanne = data["groepen"][0]["kinderen"]
    assert (noor["naam"], noor["antwoorden"]["foto website"]) == ("Noor", "nee")
    assert sanne["antwoorden"]["foto schoolgids"] == "ja"


def test_without_pupils_there_is_no_paper(run: Run, site: Path) -> None:
    (site / "register" / "leerlingen.csv").unlink()
    said = run("overzicht")
    assert said.status == 1
    assert "geen leerlingen" in said.err
    assert not (site / ".sitegen").exists()
