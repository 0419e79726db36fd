"""What the verifier knows of the school: one automaton over all surnames, and the contact data that may or may not appear."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from sitegen.artifact import fingerprint
from sitegen.verify.letters import plain, spaced, spellings, tokens
from sitegen.verify.words import ORDINARY, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ahocorasick_rs import BytesAhoCorasick

    from sitegen.register import Carer, Member, Name, Private, Pupil, Register, Staff
    from sitegen.school import School

# A shorter surname is looked for as a word of its own, or joined to its bearer's first name: "vos" stands inside "vossen".
LONG = 5
_NOT_DIGIT = re.compile(r"\D+")
_NOT_ALNUM = re.compile(r"[^a-z0-9]+")


# Words that make a number or an address worth a look.
_STATE_SIGNS = ("burgerservice", "sofinu", "sofi nu", "onderwijsnummer", "persoonsgebonden", " bsn ", " pgn ")
_AT_SIGNS = ("apenstaart", " at ")


class Sense(Enum):
    """What a word means that the automaton found."""

    SURNAME = auto()
    PAIR = auto()
    STREET = auto()
    YEAR = auto()
    STATE = auto()
    AT = auto()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry of the automaton: its sense, the folded word, and how many spaces stand before and after it."""

    sense: Sense
    word: str
    before: int = 0
    after: int = 0

    def __bytes__(self) -> bytes:
        return b" " * self.before + self.word.encode() + b" " * self.after


@dataclass(frozen=True, slots=True)
class Look:
    """A text under the glass: plain, folded (same length, one space added at both ends), and what was found in it.

    `names` holds surnames and joined pairs, `signs` the rest, each as (pattern, start, end) in `folded`, the pattern's own spaces included.
    """

    text: str
    folded: bytes
    names: list[tuple[int, int, int]]
    signs: list[tuple[Pattern, int, int]]

    def has(self, sense: Sense) -> bool:
        """Whether a sign of this sense was found."""
        return any(sign[0].sense is sense for sign in self.signs)


@dataclass(frozen=True, slots=True)
class Child:
    """One bearer of a surname: its number, all folded spellings of its first names, and the other words of its name."""

    number: str
    firsts: frozenset[str]
    initials: frozenset[str]
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bearers:
    """All children with one surname word; `ordinary` when the word is also a word, a place or a first name."""

    children: tuple[Child, ...]
    firsts: dict[str, tuple[Child, ...]]
    split: tuple[str, ...]
    initials: dict[str, Child]
    own: frozenset[str]
    ordinary: bool
    given: bool
    shared: bool
    adults: frozenset[str]


class Knowledge:
    """Everything that `examine` needs, made once a build. Holds nothing that a fork could spoil."""

    def __init__(self, register: Register, school: School, withheld: Iterable[tuple[str, bytes]]) -> None:
        self.withheld = tuple((path, int.from_bytes(print_, "big"), len(print_)) for path, print_ in withheld)
        self._accepted = tuple(_accepted(register))
        self._pupils: dict[str, list[Pupil]] = {}
        self._pairs: dict[str, str] = {}
        self._register = register
        self._bearers: dict[str, Bearers] = {}
        self._parts: dict[int, bytes] = {}
        self._noted: set[bytes] | None = None
        self.school_domains = _domains(school)
        self._allow(register, school)
        self._forbid(register)
        self._index(register)

    def _index(self, register: Register) -> None:
        keys: dict[str, tuple[str, ...]] = {}
        patterns: dict[str, Pattern] = {}
        for pupil in register.pupils:
            name = pupil.name
            words = keys.get(name.last)
            if words is None:
                words = keys[name.last] = surname_words(name.last)
            for word in words:
                known = self._pupils.get(word)
                if known is None:
                    self._pupils[word] = [pupil]
                    patterns[word] = Pattern(Sense.SURNAME, word) if len(word) >= LONG else Pattern(Sense.SURNAME, word, 1, 1)
                else:
                    known.append(pupil)
                if len(word) < LONG:
                    for pair in _pairs(name, word):
                        patterns.setdefault(f"{pair}+", Pattern(Sense.PAIR, pair))
                        self._pairs.setdefault(pair, word)
        signs = [
            *(Pattern(Sense.STREET, word, 1) for word in sorted(self.street_words)),
            *(Pattern(Sense.YEAR, year, 1, 1) for year in sorted(self.birth_years)),
            *(Pattern(Sense.STATE, word) for word in _STATE_SIGNS),
            *(Pattern(Sense.AT, word) for word in _AT_SIGNS),
        ]
        self.names = len(patterns)
        self.patterns = (*patterns.values(), *signs)
        self._automaton = _automaton([bytes(pattern) for pattern in self.patterns])

    def look(self, text: str) -> Look:
        """Puts a plain text (`letters.plain`) under the glass."""
        folded = b" " + spaced(text) + b" "
        if self._noted is not None:
            self._noted.update(folded.split())
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        signs = [hit for hit in hits if hit[0] >= self.names]
        return Look(
            text,
            folded,
            [hit for hit in hits if hit[0] < self.names] if signs else hits,
            [(self.patterns[index], start, end) for index, start, end in signs],
        )

    @contextmanager
    def noting(self) -> Iterator[set[bytes]]:
        """Meanwhile every folded word of each text that is put under the glass is noted."""
        words: set[bytes] = set()
        self._noted = words
        try:
            yield words
        finally:
            self._noted = None

    def bearing(self, words: bytes, *, pictures: bool) -> bytes:
        """Stands for all of this knowledge that bears on a file with these `words` (see `noting`), or on the `pictures` in it.

        While it stays the same the verdict on the same bytes does. Every pattern of a name lies within one word, so that
        the words apart show the same names as the text did.
        """
        found = {hit[0] for hit in self._automaton.find_matches_as_indexes(b" %b " % words, overlapping=True)}
        parts = [self._part(index) for index in sorted(found) if index < self.names]
        return fingerprint(self._general, self._withheld if pictures else b"", b"".join(sorted(parts)))

    def _part(self, index: int) -> bytes:
        part = self._parts.get(index)
        if part is None:
            pattern = self.patterns[index]
            who = self.bearers(pattern)
            children = [(one.number, sorted(one.firsts), sorted(one.initials), sorted(one.own)) for one in who.children]
            part = self._parts[index] = fingerprint(
                pattern.sense.name, bytes(pattern), repr(children), repr(sorted(who.split)), repr((who.ordinary, who.given, who.shared)), repr(sorted(who.adults)),
            )
        return part

    @cached_property
    def _general(self) -> bytes:
        """Stands for what bears on every file: contact data, and what a human accepted."""
        sets = (
            self.open_phones, self.open_emails, self.open_ibans, self.open_postcodes, self.phones, self.emails, self.ibans, self.homes,
            self.street_words, self.postcodes, self.birth_years, self.school_domains,
        )
        births = sorted((numbers, sorted(names)) for numbers, names in self.births)
        return fingerprint(*(repr(sorted(one)) for one in sets), repr(self.open_places), repr(births), repr([(one.pattern, one.flags) for one in self._accepted]))

    @cached_property
    def _withheld(self) -> bytes:
        return fingerprint(repr(self.withheld))

    def accepts(self, text: str, start: int, end: int) -> bool:
        """Whether a human accepted what stands at `start` to `end` (`uitzonderingen.yaml`)."""
        low = max(0, start - 200)
        around = text[low : end + 200]
        return any(
            low + found.start() < end and low + found.end() > start
            for pattern in self._accepted
            for found in pattern.finditer(around)
        )

    def _allow(self, register: Register, school: School) -> None:
        contacts = (school.own, *school.contacts)
        self.open_phones = frozenset(national(phone) for contact in contacts for phone in contact.phones)
        emails = {email.strip().lower() for contact in contacts for email in contact.emails}
        emails.update(member.work_email.strip().lower() for member in register.staff if member.work_email)
        self.open_emails = frozenset(emails)
        self.open_ibans = frozenset(squeezed(iban) for contact in contacts for iban in contact.ibans)
        places = [school.street, *(address for contact in contacts for address in contact.addresses)]
        self.open_places = tuple(f" {' '.join(tokens(place))} " for place in places if place)
        codes = {squeezed(school.postcode)}
        codes.update(squeezed(code) for place in places for code in re.findall(r"\b\d{4}\s?[A-Za-z]{2}\b", place))
        self.open_postcodes = frozenset(codes)

    def _forbid(self, register: Register) -> None:
        everyone: tuple[Carer | Staff | Member, ...] = (*register.carers, *register.staff, *register.members)
        people: list[Private] = [person.private for person in everyone]
        self.phones = frozenset(national(phone) for one in people for phone in one.phones) - self.open_phones - {""}
        self.emails = frozenset(email.strip().lower() for one in people for email in one.emails) - self.open_emails - {""}
        self.ibans = frozenset(squeezed(iban) for one in people for iban in one.ibans) - self.open_ibans - {""}
        open_streets = {place.replace(" ", "") for place in self.open_places}
        homes = {tuple(tokens(street)) for street in {one.street for one in people} if street}
        self.homes = frozenset("".join(words) for words in homes if any(word[0].isdigit() for word in words)) - open_streets
        self.street_words = frozenset(word for words in homes if (word := _street_word(words)))
        self.postcodes = frozenset(squeezed(code) for code in {one.postcode for one in people} if code) - self.open_postcodes
        adults: tuple[Staff | Member, ...] = (*register.staff, *register.members)
        self.births = tuple(
            (numbers, frozenset(tokens(person.name.full)))
            for person in adults
            if (numbers := _date(person.private.birth))
        )
        self.birth_years = frozenset(numbers[2] for numbers, _ in self.births)

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Folded first names of all children, also those that only the register's list of first names knows."""
        names = {spelling for name in {pupil.name.first for pupil in self._register.pupils} for spelling in spellings(name)}
        return frozenset(names) | self._register.first_names

    @cached_property
    def _adults(self) -> dict[str, set[str]]:
        adults: dict[str, set[str]] = {}
        named: tuple[Staff | Member, ...] = (*self._register.staff, *self._register.members)
        for name in (person.name for person in named):
            for word in surname_words(name.last):
                firsts = adults.setdefault(word, set())
                for first in (name.first, *name.official):
                    firsts.update(spellings(first))
                    firsts.update(tokens(first))
                    firsts.update(part[0] for part in tokens(first))
        return adults

    @cached_property
    def _public_words(self) -> frozenset[str]:
        return frozenset(word for place in self.open_places for word in place.split())

    def bearers(self, pattern: Pattern) -> Bearers:
        """Who bears the surname of this pattern; worked out when it is first met."""
        word = pattern.word if pattern.sense is Sense.SURNAME else self._pairs[pattern.word]
        found = self._bearers.get(word)
        if found is None:
            found = self._bearers[word] = self._describe(word)
        return found

    def _describe(self, word: str) -> Bearers:
        children = tuple({pupil.number: _child(pupil) for pupil in self._pupils[word]}.values())
        firsts: dict[str, tuple[Child, ...]] = {}
        initials: dict[str, Child] = {}
        for child in children:
            for first in child.firsts:
                firsts[first] = (*firsts.get(first, ()), child)
            for letter in child.initials:
                initials.setdefault(letter, child)
        adults = frozenset(self._adults.get(word, ()))
        given = word in self.given_names
        return Bearers(
            children=children,
            firsts=firsts,
            split=tuple({squeezed(pupil.name.first) for pupil in self._pupils[word] if not pupil.name.first.isalpha()}),
            initials=initials,
            own=frozenset().union(*(child.own for child in children)),
            ordinary=given or word in ORDINARY or word in self._public_words,
            given=given,
            shared=bool(adults),
            adults=adults,
        )


def surname_words(last: str) -> tuple[str, ...]:
    """The words by which a surname is recognised, in every spelling: "Jansen-Boer" → jansen, boer; "El Idrissi" → idrissi."""
    if last.isascii() and last.isalpha():
        return tuple(spellings(last)) if "ij" in last or "y" in last or "Y" in last or "IJ" in last else (last.lower(),)
    words = [word for word in _NOT_ALNUM.split(plain(last).lower()) if len(word) > 1 and word not in PARTICLES]
    if not words:
        return tuple(spellings(last))
    found: set[str] = set()
    for part in re.split(r"[\s\-‐‑–'’/.]+", last):
        folded = spellings(part)
        if folded & set(words):
            found |= folded
    return tuple(found or words)


def _child(pupil: Pupil) -> Child:
    name: Name = pupil.name
    firsts: set[str] = set()
    for first in (name.first, *name.official):
        firsts |= spellings(first)
        for part in re.split(r"[\s\-‐‑–'’]+", first):
            firsts |= {word for word in spellings(part) if len(word) > 2}
    initials = {first[0] for first in firsts if first}
    return Child(pupil.number, frozenset(firsts), frozenset(initials), frozenset(tokens(name.prefix) + tokens(name.last)))


def _pairs(name: Name, word: str) -> Iterator[str]:
    prefix = "".join(tokens(name.prefix))
    for first in spellings(name.first):
        yield from (first + word, word + first)
        if prefix:
            yield from (first + prefix + word, prefix + word + first)


def _street_word(words: tuple[str, ...]) -> str:
    """The last word of a street before its house number: "De Lange Akkers 120" → akkers."""
    letters = [word for word in words if not word[0].isdigit() and len(word) > 2]
    return letters[-1] if letters else ""


def _automaton(patterns: list[bytes]) -> BytesAhoCorasick:
    from ahocorasick_rs import BytesAhoCorasick, Implementation

    return BytesAhoCorasick(patterns, implementation=Implementation.DFA)


def national(phone: str) -> str:
    """The nine digits of a Dutch number without its zero or country code: "+31 (0)6 1234 5678" → "612345678"."""
    digits = _NOT_DIGIT.sub("", phone)
    for start in ("0031", "31") if digits.startswith("0031") or len(digits) > 10 else ():
        if digits.startswith(start):
            digits = digits[len(start) :]
            break
    return digits.lstrip("0")


def squeezed(text: str) -> str:
    """Only the folded letters and digits: "Lindelaan 75-a" → "lindelaan75a"."""
    return spaced(plain(text)).decode().replace(" ", "")


def _domains(school: School) -> tuple[str, ...]:
    host = re.sub(r"^https?://(?:www\.)?", "", school.base_url.lower()).split("/")[0].split(":")[0]
    return tuple(domain for domain in {school.email_domain.lower().lstrip("@"), host} if domain)


def _date(text: str) -> tuple[str, str, str] | None:
    numbers = re.findall(r"\d+", text)
    if len(numbers) != 3:
        return None
    day, month, year = numbers if len(numbers[2]) == 4 else reversed(numbers)
    return (day.lstrip("0"), month.lstrip("0"), year) if len(year) == 4 else None


def _accepted(register: Register) -> Iterable[re.Pattern[str]]:
    for one in register.accepted:
        if one.text:
            yield re.compile(r"\s+".join(re.escape(word) for word in plain(one.text).split()), re.IGNORECASE)
        if one.pattern:
            try:
                yield re.compile(plain(one.pattern), re.IGNORECASE)
            except re.error:
                continue
