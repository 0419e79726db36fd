"""What went wrong, where, and the remedy: the one shape of every message to a user."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sitegen.late import late

if TYPE_CHECKING:
    from collections.abc import Iterable

# What a screen obeys instead of showing it, or can't write: no author's file, name or text may move the cursor.
_OBEYED = late(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

Severity = Literal["fout", "waarschuwing", "nakijken"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in an author's file: path relative to the site (forward slashes), line from 1; line 0 is the whole file."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person must mend: a stable code, what is wrong and the remedy, both in Dutch.

    ``fout`` stops publication; ``waarschuwing`` stops it only under ``--strict``; ``nakijken`` is doubt for a human eye.
    """

    place: Place
    code: str
    fault: str
    remedy: str = ""
    severity: Severity = "fout"

    def __str__(self) -> str:
        place = str(self.place).replace("\n", "\ufffd")
        return _OBEYED.sub("\ufffd", f"{place}: {self.fault}" + (f" {self.remedy}" if self.remedy else ""))

    def plain(self) -> Plain:
        """As a plain tuple, for ledger and workers."""
        return self.place.file, self.place.line, self.code, self.fault, self.remedy, self.severity


# file, line, code, fault, remedy, severity
Plain = tuple[str, int, str, str, str, Severity]


def from_plain(plain: Iterable[Plain]) -> tuple[Problem, ...]:
    """The problems that `Problem.plain` took apart."""
    return tuple([Problem(Place(file, line), code, fault, remedy, severity) for file, line, code, fault, remedy, severity in plain])


class SiteError(Exception):
    """The work can't go on; carries every problem that was found, so that a person mends them in one go."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like `word`, or an empty string: for "bedoelde u …?"."""
    import difflib

    close = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return close[0] if close else ""
