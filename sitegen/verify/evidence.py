"""Judges one surname in its surroundings: does it give a child away, or does it belong to somebody or something else?

Looks at the few words before and after it. `before` reads "Sanne de Vries", "S. de Vries", "familie de Vries"; `after` reads
"Vries, Sanne de"; `inside` reads slugs, hashtags and mail addresses, where names are joined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sitegen.late import late
from sitegen.verify.leak import FAMILY, INITIALS, SURNAME
from sitegen.verify.words import ABBREVIATIONS, COURTESIES, FAMILIES, FIRMS, PARTICLES, PLACES, RELATIVES, SHORTENED, SMALL, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.verify.knowing import Bearers, Child

BLOCK = "\x1e"
CELL = "\x1d"
_BETWEEN = 3
# A list that somebody typed without a blank line before it: each dash begins somebody else.
_BULLET = late(r"\n\s*[-*\u2022\u2013]\s")
_TIGHT = late(r"[ \t\n\-_'`\"*.+%/]{0,3}\Z")
_ENDING = frozenset({"", "s", "es", "en", "n", "tje", "tjes", "atje", "atjes", "otje", "otjes", "utje", "utjes"})
_COUNTED = frozenset(
    "groep gr klas jaar naam achternaam voornaam roepnaam tussenvoegsel voorvoegsel name family given first last surname lastname familyname".split()
)
_PRESENT = late(
    r"\b(?:aanwezig(?:en)?|afwezig|verhinderd|afgemeld|leden|bezetting|samenstelling|notulen|notulist|notuliste|rondvraag|toehoorders?)\b[^!?\x1e]{0,380}\Z", re.IGNORECASE
)
_COUNCIL = late(
    r"\b(?:team|teamleden|leerkrachten|medewerkers|personeel|directie|bestuur|mr|gmr|medezeggenschapsraad|activiteitencommissie|ac|oudergeleding|personeelsgeleding|formatie|bezetting|contactpersonen|commissie)\b", re.IGNORECASE
)
# "svdberg", "jvtwout": tussenvoegsels of one letter.
_LETTERS = frozenset("vdt")
_ABBREVIATED = frozenset({"fam", "chr", "joh", "dhr", "mevr", "drs", "prof", "ing", "tel", "nr", "gr"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A surname that gives a child away: where it stands in the text, the child's number, the kind of leak.

    `weak` hits count only together: one capitalised word beside a first name in a table may be chance, two are a list of names.
    """

    start: int
    end: int
    number: str
    kind: str
    weak: bool = False


class Word(NamedTuple):
    """A word of the text, folded and as written, with its place."""

    lower: str
    cased: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.cased[0].isupper()


@dataclass(frozen=True, slots=True)
class Case:
    """One surname in its surroundings: the words before and after it, and who bears it."""

    text: str
    words: list[Word]
    first: int
    last: int
    start: int
    end: int
    bearers: Bearers

    def leak(self, child: Child, kind: str = SURNAME, *, weak: bool = False) -> Hit:
        """The hit that this surname is, of `child`."""
        return Hit(self.start, self.end, child.number, kind, weak)

    def gap(self, place: int) -> str:
        """What stands between word `place` and the next."""
        return self.text[self.words[place].end : self.words[place + 1].start]

    def verdict(self, head: str, tail: str) -> Hit | None:
        """The leak this surname is, or None; `head` and `tail` are the letters that its first and last word have besides it."""
        return self.inside(head, tail) if head or tail not in _ENDING else self.beside()

    def inside(self, head: str, tail: str) -> Hit | None:
        """The surname is part of a longer word: a slug, a hashtag, a mail address; or of a word that has nothing to do with it."""
        bearers = self.bearers
        if tail in _ENDING and head:
            rests = set(_without_particles(head, bearers.own))
            for rest in sorted(rests, key=len):
                if rest in bearers.adults:
                    return None
                owner = next((first for first in bearers.firsts if rest == first or (len(first) > 2 and rest.endswith(first))), None)
                if owner:
                    return self.leak(bearers.firsts[owner][0])
                if len(rest) == 1 and rest in bearers.initials and rest != head and not bearers.ordinary:
                    return self.leak(bearers.initials[rest], INITIALS)
            return self.beside() if "" in rests else None
        if tail and (not head or "" in _without_particles(head, bearers.own)):
            for rest in _without_particles(tail, bearers.own, front=True):
                owner = next((first for first in bearers.firsts if rest == first or (len(first) > 2 and rest.startswith(first))), None)
                if owner and owner not in bearers.adults:
                    return self.leak(bearers.firsts[owner][0])
            if "" in _without_particles(tail, bearers.own - PARTICLES, front=True):
                return self.beside()
        return None

    def beside(self) -> Hit | None:
        """The surname is a word of its own: look at what stands before it, then after it."""
        if self.last + 1 < len(self.words):
            following = self.words[self.last + 1]
            if self._street(following):
                return None
            if following.lower in PLACES and _TIGHT.match(self.gap(self.last)) and "\n" not in self.gap(self.last):
                return None
        return self.before() or self.after()

    def _street(self, following: Word) -> bool:
        """ "De Lange Akkers 94": the word behind it makes it a street, with its number."""
        number = self.last + 2
        if not following.capital or number >= len(self.words) or not self.words[number].lower[0].isdigit():
            return False
        return self.gap(self.last) == " " and self.gap(self.last + 1) == " "

    def before(self) -> Hit | None:
        """Judge by the words before: a first name, an initial, "familie"."""
        bearers, words = self.bearers, self.words
        between: list[Word] = []
        loose: list[Word] = []
        gaps: list[str] = []
        place = self.first - 1
        while place >= 0 and len(loose) <= _BETWEEN:
            word, gap = words[place], self.gap(place)
            if _ends(gap, word):
                crossing = not loose and not gap.strip(f" \n\t{BLOCK}") and BLOCK not in "".join(gaps)
                if not crossing or bearers.ordinary or word.lower not in bearers.firsts:
                    return None
            gaps.append(gap)
            joined = self._first_name(place)
            if joined:
                return self._named(joined, between, loose, gaps, place)
            if word.lower in bearers.adults and not loose and len(word.lower) > 1:
                return None
            if word.lower in FAMILIES and not loose:
                capital = words[self.first].capital or (between and between[-1].capital)
                if bearers.ordinary or not capital:
                    return None
                return self.leak(bearers.children[0], FAMILY)
            if not loose and self._initial(word, gap):
                hit = self._initialled(place, between)
                if hit is not None:
                    return hit
            between.append(word)
            if not self._harmless(word):
                loose.append(word)
                if self._belongs_elsewhere(word) and not self._has_relative():
                    return None
            place -= 1
        return None

    def _first_name(self, place: int) -> tuple[Child, ...]:
        """The children whose first name ends at word `place`: also one of two words, or glued to a particle."""
        bearers, word = self.bearers, self.words[place].lower
        if word in bearers.firsts:
            return bearers.firsts[word]
        if place and self.words[place - 1].lower + word in bearers.firsts and len(self.gap(place - 1)) <= 2:
            return bearers.firsts[self.words[place - 1].lower + word]
        if word not in PARTICLES:
            for rest in _without_particles(word, bearers.own):
                if rest != word and len(rest) > 2 and rest in bearers.firsts:
                    return bearers.firsts[rest]
        return ()

    def _named(self, children: tuple[Child, ...], between: list[Word], loose: list[Word], gaps: list[str], place: int) -> Hit | None:
        bearers, name = self.bearers, self.words[place]
        if name.lower in bearers.adults and not loose:
            return None
        if not loose and name.capital and place and self.words[place - 1].lower in COURTESIES and self.gap(place - 1).strip(" .") == "":
            return None
        strict = bearers.ordinary or bearers.shared or bearers.given
        if loose and strict and not self._siblings(loose, gaps):
            return None
        if loose and not self._siblings(loose, gaps) and not self._has_relative() and _foreign(loose[0]) and not name.cased.isupper():
            return None
        if not bearers.ordinary:
            return self.leak(children[0])
        child = next((one for one in children if self._own_particles(between, one)), None)
        joint = "".join(gaps)
        if child is None and not loose:
            return None
        child = child or children[0]
        if CELL in joint or "|" in joint:
            if bearers.given and not any(word.lower in child.own for word in between):
                return None
            tight = all(_TIGHT.match(gap.replace(CELL, "").replace("|", "")) for gap in gaps)
            certain = "achternaam" in self.text.lower() or any(word.lower in child.own for word in between)
            return self.leak(child, weak=not certain) if tight and self._capitals(name) else None
        if not loose and not all(_TIGHT.match(gap) for gap in gaps):
            return None
        return self.leak(child) if self._capitals(name) or self._slug(gaps, name) else None

    def _capitals(self, name: Word) -> bool:
        return name.capital and self.words[self.first].capital

    def _slug(self, gaps: list[str], name: Word) -> bool:
        """ "bram-bos", "bram_bos", "bram.bos", "#brambos": no spaces and no capitals at all."""
        return not name.capital and not self.words[self.first].capital and all(gap in {"-", "_", ".", "+", ""} for gap in gaps)

    def _own_particles(self, between: list[Word], child: Child) -> bool:
        rest = [word.lower for word in between if word.lower not in child.own and word.lower not in child.firsts]
        rest = [word for word in rest if not (len(word) == 1 and word in child.initials)]
        return not rest or (bool(child.own & PARTICLES) and all(word in SHORTENED or word in PARTICLES for word in rest))

    def _siblings(self, loose: list[Word], gaps: list[str]) -> bool:
        """ "Ruben en Saar Hoekzema": only a first name and "en", "&" or a comma stand between."""
        names = [word for word in loose if word.lower not in {"en", "of", "and"}]
        signs = "&,+" if "v/d" in self.text[max(0, self.start - 60) : self.start].lower() else "&,+/"
        linked = len(names) < len(loose) or any(sign in gap for gap in gaps for sign in signs)
        return linked and len(names) == 1 and names[0].capital and names[0].lower not in TITLES and not self.bearers.given

    def _initial(self, word: Word, gap: str) -> bool:
        if len(word.lower) == 1:
            return word.lower.isalpha() and word.lower in self.bearers.initials
        return (
            len(word.lower) <= 4
            and word.capital
            and gap.startswith(".")
            and any(first.startswith(word.lower) for first in self.bearers.firsts)
        ) or (len(word.lower) <= 3 and word.cased.isupper() and word.lower[0] in self.bearers.initials and word.lower not in PARTICLES | SMALL | ABBREVIATIONS)

    def _initialled(self, place: int, between: list[Word]) -> Hit | None:
        bearers, word, gap = self.bearers, self.words[place], self.gap(place)
        if place and self.text[self.words[place].start - 1] == "'" and word.lower in {"s", "t", "n"}:
            return None
        if word.lower in FIRMS:
            return None
        while place and len(self.words[place - 1].lower) == 1 and not _ends(self.gap(place - 1), self.words[place - 1]):
            place -= 1
        letters = {one.lower for one in self.words[place : self.first] if len(one.lower) == 1} | {word.lower[0]}
        previous = self.words[place - 1] if place else None
        dotted = gap.startswith(".")
        if letters & bearers.adults or (not dotted and not word.capital and (gap != "-" or previous is None or bearers.ordinary)):
            return None
        if previous is not None and not _ends(self.gap(place - 1), previous):
            if previous.lower in TITLES or previous.lower in FIRMS or previous.lower.isdigit():
                return None
            if previous.lower in bearers.adults:
                return None
        child = bearers.initials.get(word.lower[0]) or bearers.children[0]
        if bearers.ordinary and not (word.capital and self.words[self.first].capital and self._own_particles(between, child)):
            return None
        if self.text[self.end : self.end + 1] == "@" or self._role_follows() or (dotted and self._at_a_meeting()):
            return None
        return self.leak(child, INITIALS)

    def _at_a_meeting(self) -> bool:
        """ "Notulen MR" and "Aanwezig: M. Postma, …": the council's minutes write everybody so, and children sit in no council of theirs."""
        present = _PRESENT.search(self.text, max(0, self.start - 400), self.start)
        return bool(present) and bool(_COUNCIL.search(self.text, max(0, self.start - 2600), self.start))

    def _role_follows(self) -> bool:
        place = self.last + 1
        return place < len(self.words) and self.words[place].lower in TITLES and self.gap(self.last).strip() in {",", "(", "-", ":"}

    def _harmless(self, word: Word) -> bool:
        """Words that may stand between first name and surname without parting them."""
        lower = word.lower
        if lower in PARTICLES or lower in self.bearers.own or lower in _COUNTED or lower.isdigit():
            return True
        return len(lower) == 1 or any(lower in child.firsts for child in self.bearers.children)

    def _belongs_elsewhere(self, word: Word) -> bool:
        return word.lower in TITLES or word.lower in FIRMS

    def _has_relative(self) -> bool:
        """A relative of a child is named here: "de moeder van Yonatan, mevrouw …"."""
        start, end = self.first, self.last
        while start > max(0, self.first - 8) and not _ends(self.gap(start - 1), self.words[start - 1]):
            start -= 1
        while end + 1 < min(len(self.words), self.last + 6) and not _ends(self.gap(end), self.words[end]):
            end += 1
        near = {word.lower for word in self.words[start : end + 1]}
        return bool(near & RELATIVES) and near.isdisjoint({"niet", "geen"})

    def after(self) -> Hit | None:
        """Judge by the words behind: "Vries, Sanne de", or the name the other way round."""
        bearers, words = self.bearers, self.words
        if self._owned() and (not self._has_relative() or bearers.ordinary or self._adult_before()):
            return None
        between: list[Word] = []
        gaps: list[str] = []
        place, extra = self.last + 1, 0
        while place < len(words) and extra <= _BETWEEN:
            gap, word = self.gap(place - 1), words[place]
            if _ends(gap, words[place - 1]) and not (place - 1 == self.last and "," in gap):
                return None
            gaps.append(gap)
            children = bearers.firsts.get(word.lower)
            if children is None and place + 1 < len(words):
                children = bearers.firsts.get(word.lower + words[place + 1].lower) if len(self.gap(place)) <= 2 else None
            if children:
                return self._inverted(children, word, place, between, gaps)
            if len(word.lower) == 1 and word.capital and place == self.last + 1 and self._reversed_initial(word, gap, place):
                return self.leak(bearers.initials[word.lower], INITIALS)
            between.append(word)
            if not self._harmless(word):
                if not self._has_relative() or bearers.ordinary:
                    return None
                extra += 1
            place += 1
        return None

    def _inverted(self, children: tuple[Child, ...], word: Word, place: int, between: list[Word], gaps: list[str]) -> Hit | None:
        bearers = self.bearers
        child = children[0]
        if word.lower in bearers.adults:
            return None
        if word.capital != self.words[self.first].capital and not word.capital:
            return None
        if not bearers.ordinary:
            if bearers.shared and not any("," in gap or CELL in gap or gap in {"-", "_", ""} for gap in gaps):
                return None
            return self.leak(child)
        if bearers.given or not self._own_particles(between, child):
            return None
        tight = all(_TIGHT.match(gap.replace(CELL, "").replace(",", "", 1)) for gap in gaps)
        if not tight:
            return None
        if self._slug(gaps, word):
            return self.leak(child)
        if not self._capitals(word) or not (self._alone_before() and self._alone_after(place)):
            return None
        if any(CELL in gap for gap in gaps):
            return self.leak(child, weak="achternaam" not in self.text.lower())
        return self.leak(child) if any("," in gap for gap in gaps) else None

    def _alone_before(self) -> bool:
        place = self.first
        while place and self.words[place - 1].lower in self.bearers.own | PARTICLES and "," not in self.gap(place - 1):
            place -= 1
        edge = self.text[max(0, self.words[place].start - 3) : self.words[place].start].strip(" -*\"'#")
        return not edge or edge[-1] in f"{BLOCK}{CELL}\n;:(|.0123456789"

    def _alone_after(self, place: int) -> bool:
        while place + 1 < len(self.words) and self.words[place + 1].lower in self.bearers.own | PARTICLES and not self.gap(place).strip():
            place += 1
        edge = self.text[self.words[place].end : self.words[place].end + 3].strip(" *\"'")
        return not edge or edge[0] in f"{BLOCK}{CELL}\n;(|.)"

    def _reversed_initial(self, word: Word, gap: str, place: int) -> bool:
        dotted = self.text[word.end : word.end + 1] == "."
        if word.lower not in self.bearers.initials or word.lower in self.bearers.adults or not dotted or "," not in gap:
            return False
        return not self.bearers.ordinary or (self.words[self.first].capital and self._alone_before() and not self.bearers.given)

    def _owned(self) -> bool:
        """Another person or a firm has this surname: "meester Zuidema", "bakkerij Hoekzema", "Dennis Hoekzema"."""
        place = self.first - 1
        while place >= 0 and self.words[place].lower in PARTICLES and not _ends(self.gap(place), self.words[place]):
            place -= 1
        if place < 0 or _ends(self.gap(place), self.words[place]) or not _TIGHT.match(self.gap(place)):
            return False
        word = self.words[place]
        return word.lower in TITLES or word.lower in FIRMS or word.lower in self.bearers.adults or _foreign(word)

    def _adult_before(self) -> bool:
        place = self.first - 1
        while place >= 0 and self.words[place].lower in PARTICLES:
            place -= 1
        return place >= 0 and self.words[place].lower in self.bearers.adults


def _foreign(word: Word) -> bool:
    return word.capital and not word.cased.isupper() and word.lower not in PARTICLES and len(word.lower) > 1


def _ends(gap: str, word: Word) -> bool:
    """Whether a sentence or a block ends in `gap`, after `word`; the dot of an initial or of "v.d." ends nothing."""
    if not gap or gap in {" ", "-", "_", "\n"}:
        return False
    if BLOCK in gap or any(sign in gap for sign in "!?;") or ("\n" in gap and _BULLET.search(gap)):
        return True
    if "." in gap and gap.rstrip() != gap:
        return not (len(word.lower) <= 2 or word.lower in PARTICLES or word.lower in _ABBREVIATED)
    return False


def _without_particles(text: str, own: frozenset[str], *, front: bool = False) -> Iterator[str]:
    """`text` and what is left when particles and the bearer's own name words are taken off its end (or front)."""
    waiting, seen = [text], {text}
    while waiting:
        rest = waiting.pop()
        yield rest
        for size in range(1, min(len(rest), 16) + 1):
            part = rest[:size] if front else rest[-size:]
            # Glued, one letter is hardly ever a tussenvoegsel: "groeneveld" is not "groen", e, v, e, l, d, nor "devries" d, e, vries.
            if (part in PARTICLES and (size > 1 or (not front and part in _LETTERS))) or part in own:
                left = rest[size:] if front else rest[:-size]
                if left not in seen:
                    seen.add(left)
                    waiting.append(left)
