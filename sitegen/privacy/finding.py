"""What a rule finds and what the pass reports: matches and findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from sitegen.problem import Place
from sitegen.register import Register
from sitegen.school import School


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch [start, end) of a line's text that a rule wants replaced. `keep_line`: the line that would keep it."""

    rule: str
    start: int
    end: int
    replacement: str = ""
    why: str = ""
    remedy: str = ""
    doubt: bool = False


Finder = Callable[[str], Iterator[Match]]
Rule = Callable[[Register, School], Finder]

Verdict = Literal["verwijderd", "tegengehouden", "nakijken"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: what was removed or withheld, where, by which rule, why, and what would change that.

    before/after: the sentence around it, as it was and as it is published. Private: holds names.
    """

    place: Place
    rule: str
    verdict: Verdict
    what: str
    why: str
    remedy: str = ""
    before: str = ""
    after: str = ""
