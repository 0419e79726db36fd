"""Judges what came out of one case: did everything go that must, did everything stay that must, does it read on?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tests.scoring.adapter import Page, clear, render, untouched
from tests.scoring.leftovers import leftovers
from tests.scoring.registers import world
from tests.scoring.visible import compared, everything, fold, structure

if TYPE_CHECKING:
    from tests.scoring.casefile import Case

_WORD = re.compile(r"[\w@%.'&€/-]*\w")
# Words that go with a surname but betray nobody by themselves.
_SMALL = {"van", "de", "den", "der", "het", "'t", "t", "v", "d", "vd", "v.d", "v/d", "in", "op", "te", "ter", "ten", "uit", "la", "el", "al", "von", "da", "dos", "en", "e.v", "s"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on one case. `go`, `stay`: how many of its demands were met, of how many. `reads`: no stain in the text."""

    case: Case
    go: tuple[int, int]
    stay: tuple[int, int]
    reads: bool
    remarks: tuple[str, ...]
    output: str

    @property
    def passed(self) -> bool:
        """Whether the case is met in every way."""
        return self.go[0] == self.go[1] and self.stay[0] == self.stay[1] and self.reads


def judge(case: Case, page: Page | None = None) -> Verdict:
    """The judgement on `page`, by default the one that the pass makes of the case."""
    school = world(case.register)
    raw = untouched(case.text, case.fields, html=case.html)
    out = page if page is not None else clear(case.text, school.register, school.school, case.fields, html=case.html)
    source = everything(out.body, out.title, out.slug, out.words)
    remarks: list[str] = []
    acceptable = tuple(render(text, html=case.html) for text in case.acceptable)
    nearest = max(acceptable, key=lambda text: _likeness(text, out.body), default=None)

    go = [(f"'{part}' is still there", fold(part) not in source) for part in case.gone]
    stay = [(f"'{part}' is missing", fold(part) in source) for part in case.stays]
    reads = True
    if nearest is not None:
        here, wanted, there = (Counter(_words(text)) for text in (raw.body, nearest, out.body))
        if not case.gone:
            must_go = [word for word in here - wanted if word not in _SMALL] or list(here - wanted)
            go += [(f"'{word}' is still there", there[word] <= wanted[word]) for word in must_go]
        missing = wanted - there
        stay.append((f"missing: {' '.join(missing.elements())}", not missing))
        same = structure if case.html else compared
        if all(same(out.body) != same(text) for text in acceptable):
            remarks.append("the text differs from what was expected")
            reads = False
    for field, was, now in (("title", raw.title, out.title), ("slug", raw.slug, out.slug)):
        wanted_field = case.results.get(field)
        if wanted_field is not None:
            lost = [word for word in re.findall(r"\w+", fold(was)) if word not in re.findall(r"\w+", fold(wanted_field)) and word not in _SMALL]
            go += [(f"'{word}' is still in the {field}", word not in re.findall(r"\w+", fold(now))) for word in lost]
            if now != wanted_field:
                remarks.append(f"{field} became '{now}'")
                reads = False
        elif field in case.fields and not case.gone:
            stay.append((f"{field} became '{now}'", now == was))
    stains = leftovers(raw.body, out.body)
    if stains:
        remarks.extend(stains)
        reads = False
    remarks = [text for text, met in (*go, *stay) if not met] + remarks
    return Verdict(case, _met(go), _met(stay), reads, tuple(remarks), "\n".join(compared(out.body)) if not case.html else out.body)


def _met(demands: list[tuple[str, bool]]) -> tuple[int, int]:
    return sum(met for _, met in demands), len(demands)


def _words(markup: str) -> list[str]:
    return _WORD.findall(fold("\n".join(compared(markup))))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, " ".join(compared(one)), " ".join(compared(other)), autojunk=False).ratio()
