"""uitzonderingen.yaml: hits that a human accepted, as long as they hold."""

from __future__ import annotations

import datetime as dt

import pytest

from sitegen.register import Accepted
from tests.importers.conftest import Register, codes

GOOD = """\
# Gekeken en goedgekeurd.
- text: Garage Vries
  page: newsletters/2026-10-02.md
  why: sponsor
  who: Marijke
  until: 2026-12-31
- {pattern: "Fam\\\\. Vos-fonds", why: stichting, who: Marijke, until: 31-12-2027}
- tekst: Bakker
  waarom: winkel
  wie: Marijke
  tot: 31 dec 2027
"""


def test_accepted_hits_in_both_languages(register: Register) -> None:
    loaded = register({"uitzonderingen.yaml": GOOD})
    assert loaded.register.accepted == (
        Accepted("Garage Vries", "", "newsletters/2026-10-02.md", "sponsor", "Marijke"), Accepted("", "Fam\\. Vos-fonds", "", "stichting", "Marijke"), Accepted("Bakker", "", "", "winkel", "Marijke"),
    )
    assert codes(loaded) == ["register-geen-toestemming"]


def test_one_that_has_passed_is_gone(register: Register) -> None:
    assert [one.text for one in register({"uitzonderingen.yaml": GOOD}, day=dt.date(2027, 1, 1)).register.accepted] == ["", "Bakker"]
    assert len(register({}, day=dt.date(2026, 12, 31)).register.accepted) == 3, "the last day counts"


@pytest.mark.parametrize(("entry", "code"), [
    ("- text: Vries\n  who: M\n", "uitzondering-onvolledig"), ("- text: Vries\n  why: x\n", "uitzondering-onvolledig"), ("- why: x\n  who: M\n  text:\n", "uitzondering-onvolledig"),
    ("- {text: Vries, pattern: V, why: x, who: M}\n", "uitzondering-onvolledig"), ('- {pattern: "Vr(", why: x, who: M, until: 2027-01-01}\n', "uitzondering-patroon"),
    ("- {text: Vries, why: x, who: M, until: ooit}\n", "uitzondering-onvolledig"), ("- Vries\n", "uitzondering-vorm"), ("- {text: Vries, why: x, who: M}\n", "uitzondering-onvolledig"), ("Vries\n", "yaml-fout"), ("uitzonderingen: Vries\n", "uitzondering-vorm"), ("- text: [a: b\n", "yaml-fout"),
])
def test_an_exception_that_is_wrong_excepts_nothing(register: Register, entry: str, code: str) -> None:
    loaded = register({"uitzonderingen.yaml": entry})
    assert loaded.register.accepted == ()
    assert code in codes(loaded)


def test_lines_are_those_of_the_file(register: Register) -> None:
    loaded = register({"uitzonderingen.yaml": "# kop\n\n- {text: Goed, why: x, who: M, until: 2027-01-01}\n- {text: Fout, why: x}\n"})
    assert [problem.place.line for problem in loaded.problems if problem.code == "uitzondering-onvolledig"] == [4]


@pytest.mark.parametrize("content", ["", "# nog niets\n", "---\n# niets\n", "---\n- {text: Goed, why: x, who: M, until: 2027-01-01}\n"])
def test_empty_files_and_a_document_mark(register: Register, content: str) -> None:
    loaded = register({"uitzonderingen.yaml": content})
    assert codes(loaded) == ["register-geen-toestemming"]
    assert len(loaded.register.accepted) == content.count("Goed")


def test_many_blank_lines_take_no_longer(register: Register) -> None:
    # Found by fuzzing: a search that doubled its work with every blank line never ended.
    loaded = register({"uitzonderingen.yaml": "\n \n" * 200 + "- {text: Goed, why: x, who: M, until: 2027-01-01}\n"})
    assert [one.text for one in loaded.register.accepted] == ["Goed"]
