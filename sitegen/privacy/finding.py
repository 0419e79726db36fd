"""What a rule finds and what the pass reports: matches and findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from sitegen.problem import Place

if TYPE_CHECKING:
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People
    from sitegen.register import Name
    from sitegen.school import School


class Match(NamedTuple):
    """A stretch [start, end) of a line's text that a rule wants replaced, why, and the line that would keep it.

    doubt: a human should look. keep: only to be looked at, nothing is cut. child: whose name it is, when the text says
    so; the pass then looks for it on the whole page.
    """

    rule: str
    start: int
    end: int
    replacement: str = ""
    why: str = ""
    remedy: str = ""
    doubt: bool = False
    keep: bool = False
    child: Name | None = None


Finder = Callable[["Line"], Iterator[Match]]
Rule = Callable[["People", "School"], Finder]

Verdict = Literal["verwijderd", "tegengehouden", "nakijken"]


class Finding(NamedTuple):
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
