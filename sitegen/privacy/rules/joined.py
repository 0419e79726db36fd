"""First name and surname run together: "sannedevries" in an address, a hashtag, a file name or a mailbox."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.privacy.finding import Match
from sitegen.privacy.rules.names import WHY, accept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import Owner, People
    from sitegen.school import School

# Of each byte whether it can be a letter or a digit: four of them in a row with blanks between are letters spread out.
_SINGLE = bytes(119 if chr(code).isalnum() or chr(code) in "_?" else 32 if code == 32 else 46 for code in range(256))
# Letters spread out: "S a n n e   d e   V r i e s".
_SPREAD = re.compile(r"(?<!\w)(?:\w[ ]){4,}\w(?!\w)(?:[ ]{1,3}(?:\w[ ])*\w(?!\w))*")
# A word broken at the end of a line: "Hoek-" and "zema".
_BROKEN = re.compile(r"(?<![^\W_])([^\W\d_]{2,})-[ ]?\n\s*([a-z]{2,})")


def joined(people: People, school: School) -> Finder:
    """Names of children written as one word, letter by letter, or broken over two lines."""
    del school
    children = [owner for owner in people.owners if owner.role == "child" and owner.parsed.spellings]

    def find(line: Line) -> Iterator[Match]:
        if not children:
            return
        low = line.low
        # A surname that stands alone is joined to nothing.
        haystack = " ".join(line.long - people.children.keys())
        # A school has few surnames on a page, and more children who bear one.
        inside = {core for core in people.children if core in haystack}
        if inside:
            for owner in children:
                if not inside.isdisjoint(owner.parsed.spellings):
                    yield from _glued(line, low, owner)
        if "-\n" in low or "- \n" in low:
            yield from _broken(line, people)
        if b" w w w " in low.encode("ascii", "replace").translate(_SINGLE):
            yield from _spread(line, children)

    return find


def _tails(owner: Owner) -> list[str]:
    parsed = owner.parsed
    wholes = set(parsed.joined) | set(parsed.spellings)
    wholes |= {"".join(parsed.prefix) + core for core in parsed.spellings} | {part + core for core in parsed.spellings for part in ("de", "van", "vd", "vande", "vander", "vanden", "der", "den")}
    return sorted(wholes, key=len, reverse=True)


def _glued(line: Line, low: str, owner: Owner) -> Iterator[Match]:
    names = sorted((first for first in owner.parsed.firsts if len(first) > 2), key=len, reverse=True)
    for tail in _tails(owner):
        if tail not in low:
            continue
        for first in (*names, *(() if len(tail) < 6 else owner.parsed.initials)):
            for one, other, cut_first in ((first, tail, False), (tail, first, True)):
                glued = one + other
                at = low.find(glued)
                while at >= 0:
                    end = at + len(glued)
                    if len(first) < 3 and cut_first and line.kind != "slug" and low[end : end + 1] != "@":
                        # "Tess Vlieger vliegert": a surname and an initial make a word more often than a name.
                        at = low.find(glued, at + 1)
                        continue
                    whole = not low[at - 1 : at].isalpha() and not low[end : end + 1].isalpha() if at else not low[end : end + 1].isalpha()
                    if whole or len(first) > 2 and len(tail) > 3:
                        start, stop = (at, at + len(tail)) if cut_first else (at + len(first), end)
                        yield Match("naam", start, stop, "", WHY, accept(line.seen[at:end]), child=owner.name if len(first) > 2 else None)
                    at = low.find(glued, at + 1)


def _broken(line: Line, people: People) -> Iterator[Match]:
    for found in _BROKEN.finditer(line.text):
        word = (found[1] + found[2]).lower()
        if word in people.children and people.children[word] and found[1][0].isupper():
            yield Match("naam", found.start(), found.end(), "", WHY, accept(line.seen[found.start() : found.end()]))


def _spread(line: Line, children: list[Owner]) -> Iterator[Match]:
    for found in _SPREAD.finditer(line.low):
        letters = [(position, letter) for position, letter in enumerate(found[0], found.start()) if letter.isalnum()]
        run = "".join(letter for _, letter in letters)
        for owner in children:
            tail = next((tail for tail in _tails(owner) if tail in run and (len(tail) > 4 or any(first in run for first in owner.parsed.firsts))), None)
            if tail:
                at = run.find(tail)
                yield Match("naam", letters[at][0], letters[at + len(tail) - 1][0] + 1, "", WHY, accept(found[0]))
