"""Laws of the pass, over every case file: the verifier agrees, twice is once, and who is near is all that matters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from sitegen import verify
from sitegen.draft import Draft
from sitegen.privacy import gate
from sitegen.privacy.cleared import Cleared, Site
from sitegen.problem import Place
from tests.scoring.adapter import FILE, TITLE, render
from tests.scoring.casefile import cases
from tests.scoring.known import known
from tests.scoring.registers import world

if TYPE_CHECKING:
    from sitegen.register import Register
    from tests.scoring.casefile import Case

CASES = tuple(cases())


def _draft(case: Case, body: str | None = None) -> Draft:
    return Draft(Place(FILE), "newsletter", ("2026-2027", "weekbericht-13"), {"title": case.fields.get("title", TITLE)}, render(case.text, html=case.html) if body is None else body, case.text)


def _clear(draft: Draft, register: Register, case: Case) -> Cleared[Site]:
    return gate.clear(draft, register, world(case.register).school, Site)[0]


@cache
def _knowledge(name: str) -> verify.Knowledge:
    school = world(name)
    return verify.knowledge(school.register, school.school)


def _groups() -> list[tuple[str, list[Case]]]:
    found: dict[str, list[Case]] = {}
    for case in CASES:
        found.setdefault(case.category, []).append(case)
    return list(found.items())


@pytest.mark.parametrize(("category", "group"), _groups(), ids=[name for name, _ in _groups()])
def test_the_verifier_finds_nothing_in_what_the_pass_lets_through(category: str, group: list[Case]) -> None:
    excused = known()
    leaks = {}
    for case in group:
        if case.id not in excused:
            draft = _draft(case)
            cleared = _clear(draft, world(case.register).register.about(draft.page_words), case)
            page = f"<!doctype html><html lang=nl><title>{cleared.title}</title><main>{cleared.body}</main></html>"
            found = verify.examine("x/index.html", page.encode(), _knowledge(case.register))
            if found:
                leaks[case.id] = [(leak.kind, leak.shown) for leak in found]
    assert leaks == {}


@pytest.mark.parametrize(("category", "group"), _groups(), ids=[name for name, _ in _groups()])
def test_twice_is_once_and_the_whole_register_is_those_near(category: str, group: list[Case]) -> None:
    different = []
    for case in group:
        register = world(case.register).register
        draft = _draft(case)
        once = _clear(draft, register.about(draft.page_words), case)
        again = _draft(case, str(once.body))
        twice = _clear(again, register.about(again.page_words), case)
        if twice.body != once.body:
            different.append((case.id, "twice", str(once.body), str(twice.body)))
        whole = _clear(draft, register, case)
        if whole.body != once.body:
            different.append((case.id, "whole", str(once.body), str(whole.body)))
    assert different == []
