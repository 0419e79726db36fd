"""The account of the pass: every match becomes a finding with its place, its sentence before and after, and the remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.privacy.finding import Finding, Match, Verdict
from sitegen.privacy.passage import CUT
from sitegen.privacy.tidy import tidy
from sitegen.problem import Place

if TYPE_CHECKING:
    from sitegen.privacy.passage import Line

_MARKS = re.compile(r"[\x1e\x1f\n]+")


class Account:
    """What was found on one page, in order of discovery, each thing once."""

    def __init__(self, file: str, source: str) -> None:
        self.file = file
        self.source = source
        self._found: dict[tuple[str, str, str, bool], Finding] = {}
        self._looked: dict[str, int] = {}

    def note(self, line: Line, matches: list[Match]) -> None:
        """Add what a line gave: matches that are cut, or doubts that stay in the text (`keep`)."""
        for match in matches:
            what = _MARKS.sub(" ", line.seen[match.start : match.end]).strip(" .,;:()'-")
            left, right = line.sentence(match.start, match.end)
            before = _MARKS.sub(" ", line.seen[left:right]).strip()
            key = (match.rule, what, before, match.keep)
            if key in self._found:
                continue
            after = before if match.keep else _after(line, left, right, matches)
            verdict: Verdict = "nakijken" if match.doubt or match.keep else "verwijderd"
            self._found[key] = Finding(Place(self.file, self._line(what)), match.rule, verdict, what, match.why, match.remedy, before, after)

    def findings(self) -> tuple[Finding, ...]:
        """Everything found, in order of the source's lines."""
        return tuple(sorted(self._found.values(), key=lambda one: one.place.line))

    def _line(self, what: str) -> int:
        # The next place in the source that shows the same words; where none does as it stands, whatever markup parts them.
        words = re.findall(r"\w+", what)
        if not words or not self.source:
            return 0
        done = self._looked.get(what, 0)
        start, end = self.source.find(what, done), 0
        if start < 0:
            pattern = re.compile(r"[\W_]{0,12}".join(map(re.escape, words)), re.IGNORECASE)
            found = pattern.search(self.source, done) or pattern.search(self.source)
            if not found:
                return 0
            start, end = found.span()
        self._looked[what] = end or start + len(what)
        return self.source.count("\n", 0, start) + 1


def _after(line: Line, left: int, right: int, cuts: list[Match]) -> str:
    parts: list[str] = []
    done = left
    for match in cuts:
        if match.end <= left or match.start >= right:
            continue
        parts += (line.seen[done : max(done, match.start)], match.replacement, CUT)
        done = max(done, min(match.end, right))
    parts.append(line.seen[done:right])
    return tidy(_MARKS.sub(" ", "".join(parts)).strip()).strip()
