"""A pattern that could search for ever is refused before it is tried; one that a school would write is not."""

from __future__ import annotations

import re
import time

import pytest

from sitegen import verify
from sitegen.importers import bounded
from sitegen.register import Accepted
from tests.importers.conftest import Register
from tests.privacy.test_exceptions import NEITHER, TEXT, _body
from tests.verify.conftest import SCHOOL
from tests.verify.conftest import register as known_people

HANGS = (
    "(a+)+$", "(a*)*b", "(a|a)*b", "(a|aa)+$", "(?:a?){50}b", r"(\w+\s?)+$", r"(.*a){12}", r"(x+x+)+y", r"((ab)*)*c", r"(\w{1,30}){1,30}!", "(?:(?:a{0,9}){0,9}){0,9}b", r"\w*\w*\w*\w*!", ".*.*.*=.*", "(a+?)+?$", "(?=(a+)+b)c", "(?!(a+)+b)c", "(?i:(a+)+b)",
    r"(a*)\1*b", "(?:a|b|ab)*c", "(?P<x>a+)+b", "(?>(?:a+)+)b", "(?:(a)|a)+(?(1)b|c)$", "(a\uff0b)\uff0b$", "(a+)\u200b+$", "(\\w\u207a)\u207a!", "a" * 201, "(" * 99 + "a" + ")" * 99 + "{9}" * 9, r"([a-z]+)*\d",
)  # fmt: skip
GOOD = (r"Fam\. Vos-fonds", r"Jan\s+de\s+Vries", r"Bakker(?:ij)? (?:Vos|Smit)", r"(?:de |het )?Vries-?straat", r"Vos{1,2}\b", r"\bTerp\w+", "Caf\u00e9 Vos", r"(?:ha)+ Vos", "[A-Z][a-z]{1,20} Vosfonds", r"(?:Anna|Bert){1,3} Woltz", "^Vos$", "(?<!van )Vos")


@pytest.mark.parametrize("pattern", HANGS)
def test_one_that_hangs_is_refused_with_its_line(register: Register, pattern: str) -> None:
    start = time.monotonic()
    loaded = register({"uitzonderingen.yaml": f"# kop\n- {{pattern: '{pattern}', why: x, who: M, until: 2027-01-01}}\n"})
    assert time.monotonic() - start < 2
    assert loaded.register.accepted == ()
    (problem,) = (one for one in loaded.problems if one.code == "uitzondering-patroon")
    assert (problem.place.file.rsplit("/", 1)[-1], problem.place.line) == ("uitzonderingen.yaml", 2)
    assert "telt niet mee" in str(problem)
    assert "begrens elke herhaling" in str(problem)


@pytest.mark.parametrize("pattern", GOOD)
def test_one_that_a_school_would_write_is_taken(register: Register, pattern: str) -> None:
    loaded = register({"uitzonderingen.yaml": f"- {{pattern: '{pattern}', why: x, who: M, until: 2027-01-01}}\n"})
    assert [one.pattern for one in loaded.register.accepted] == [pattern]


@pytest.mark.parametrize("pattern", [r"\w*\w*!", r"[\w ]+[\w ]+!", r"(?s).*.*!", "a{0,400}a{0,400}!"])
def test_the_worst_that_is_taken_ends_in_time(pattern: str) -> None:
    """On long texts, in the pass and in the verifier: both search near a hit only."""
    assert bounded.fault(pattern) == ""
    long = "a" * 5_000
    start = time.monotonic()
    assert "Terpstra" not in _body(f"{long} {TEXT} {long}", Accepted(pattern=pattern))
    people = known_people(Accepted(pattern=pattern))
    assert verify.examine("index.html", f"<p>{long} Bram Bos {long}</p>".encode(), verify.knowledge(people, SCHOOL))
    assert time.monotonic() - start < 20


def test_a_pattern_is_searched_near_a_hit_only() -> None:
    assert _body(TEXT, Accepted(pattern="Ruben Terpstra.{0,300}Hoekzema")) == TEXT
    assert _body(TEXT, Accepted(pattern="zomaar")) == NEITHER
    assert re.sub("x{3,}", "", _body("x" * 900 + " " + TEXT, Accepted(pattern=r"^x+ Ruben Terpstra"))).strip() == NEITHER
