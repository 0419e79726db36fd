"""Who can stand on a page, by every word of a surname: the rules look names up, word by word."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from sitegen.fold import spelled, written_out
from sitegen.privacy.lexicon.firstnames import FIRST_NAMES
from sitegen.privacy.lexicon.particles import PARTICLES
from sitegen.privacy.passage import text as line_of
from sitegen.register import JOINED_FROM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.privacy.passage import Line
    from sitegen.privacy.rules.spans import Span
    from sitegen.register import Carer, Member, Name, Register, Staff

Role = Literal["child", "staff", "member", "carer"]
# Initials of two letters: "Ch. de Vries".
DIGRAPHS = frozenset({"ch", "th", "ph", "ij", "st", "fr", "chr", "kl", "sj", "tj", "yf", "hj"})


class Parsed(NamedTuple):
    """A name as matching needs it: words of the first names, their initials, of the tussenvoegsel, and of the surname.

    cores: the words of the surname that are no tussenvoegsel. joined: surname with and without tussenvoegsel, as one word.
    glued: with the endings that make it a possessive or a plural.
    """

    firsts: frozenset[str]
    called: str
    initials: frozenset[str]
    prefix: tuple[str, ...]
    cores: frozenset[str]
    spellings: frozenset[str]
    joined: frozenset[str]
    glued: frozenset[str]


class Owner(NamedTuple):
    """Somebody with a surname: the name, and in which role the school knows them."""

    role: Role
    name: Name
    parsed: Parsed


def low_words(value: str) -> list[str]:
    """The words of a name as a line gives them, in lower case."""
    if value.isascii() and value.isalpha() and (value.istitle() or value.islower()) and not value.startswith("IJ"):
        return [value.lower()]
    return [word.low for word in line_of(value).words]


@lru_cache(maxsize=65536)
def parse(name: Name) -> Parsed:
    """What matching needs of a name."""
    firsts, called, initials = _given(name.first, name.official)
    return Parsed(firsts, called, initials, *_family(name.prefix, name.last))


# In a school many share a first name, and whole families a surname.
@lru_cache(maxsize=16384)
def _given(first: str, official: tuple[str, ...]) -> tuple[frozenset[str], str, frozenset[str]]:
    called = low_words(first)
    firsts = set(called[-1:])
    initials = set()
    for one in (first, *official):
        parts = low_words(one)
        firsts.update(part for part in parts if len(part) > 1)
        firsts.add("".join(parts))
        for part in parts:
            initials.add(part[:1])
            initials.update(DIGRAPHS.intersection((part[:2], part[:3])))
    return frozenset(firsts - {""}), "".join(called), frozenset(initials - {""})


@lru_cache(maxsize=16384)
def _family(before: str, surname: str) -> tuple[tuple[str, ...], frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    last = low_words(surname)
    prefix = low_words(before)
    lead = 0
    while lead < len(last) - 1 and last[lead] in PARTICLES:
        lead += 1
    prefix += last[:lead]
    cores = {word for word in last[lead:] if word not in PARTICLES} or set(last[lead:])
    spellings = set().union(*(spelled(core) for core in cores)) if cores else set()
    bare = "".join(last[lead:])
    whole = "".join(prefix) + bare
    # Administrations without umlauts write them out: Özdemir, Oezdemir.
    if not surname.isascii():
        spellings |= {word for word in low_words(written_out(surname)) if word not in PARTICLES}
    joined = {form for one in {bare, whole, _short(prefix) + bare} if one for form in spelled(one)} - spellings
    # "Emma Bakkers tas", "de Bakkertjes": too short a name is found inside other words.
    glued = {core + ending for core in spellings for ending in (("s", "tjes", "jes", "en", core[-1] + "tje", core[-1] + "tjes") if len(core) >= JOINED_FROM else ("s",))}
    return tuple(prefix), frozenset(cores), frozenset(spellings), frozenset(joined), frozenset(glued)


def _short(prefix: list[str]) -> str:
    # "van den" → "vd", "van 't" → "vt": abbreviations glued to the surname.
    return "".join(part[0] for part in prefix) if len(prefix) > 1 else "".join(prefix)


@dataclass(slots=True)
class People:
    """Everyone near a page, by the words of their surnames, and the children found on the page itself.

    seen: children whose full name stands on the page, by surname word. strangers: those of them whom the register doesn't know.
    forms: every word that can be a child's surname, in whatever form, or joined to what belongs to it.
    """

    register: Register
    children: dict[str, list[Owner]] = field(default_factory=dict)
    adults: dict[str, list[Owner]] = field(default_factory=dict)
    joined: dict[str, list[Owner]] = field(default_factory=dict)
    forms: set[str] = field(default_factory=set)
    seen: dict[str, list[Owner]] = field(default_factory=dict)
    seen_firsts: set[str] = field(default_factory=set)
    strangers: set[Name] = field(default_factory=set)
    streets: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    owners: list[Owner] = field(default_factory=list)
    # The line that was last looked at for surnames, and where they stand (see rules.spans).
    spans: tuple[Line, tuple[Span, ...]] | None = None

    def calls(self, low: str) -> bool:
        """Whether somebody may be called `low` (lower case): a known first name, or one that the register names."""
        return low in FIRST_NAMES or low in self.register.first_names

    def add(self, owners: Iterable[Owner]) -> None:
        """Take more people in."""
        self.spans = None
        for owner in owners:
            parsed = owner.parsed
            child = owner.role == "child"
            table = self.children if child else self.adults
            if child and not parsed.spellings <= table.keys():
                self.forms.update(parsed.spellings, parsed.glued)
            for core in parsed.spellings:
                if core in table:
                    table[core].append(owner)
                else:
                    table[core] = [owner]
            for one in parsed.joined:
                self.joined.setdefault(one, []).append(owner)
                if child:
                    self.forms.add(one)
            self.owners.append(owner)

    def glued(self, low: str) -> tuple[Owner, ...]:
        """The children whose surname, with an ending to it, is `low`."""
        return tuple(owner for owner in self.owners if owner.role == "child" and low in owner.parsed.glued)

    def see(self, names: Iterable[Name]) -> bool:
        """Remember children whose full name stands on the page; True when one of them is new."""
        new = False
        for name in names:
            owner = Owner("child", name, parse(name))
            if any(owner.parsed == known.parsed for core in owner.parsed.cores for known in self.seen.get(core, ())):
                continue
            new = True
            self.seen_firsts |= owner.parsed.firsts
            for core in owner.parsed.spellings:
                self.seen.setdefault(core, []).append(owner)
            if not any(owner.name == known.name for core in owner.parsed.cores for known in self.children.get(core, ())):
                self.strangers.add(owner.name)
                self.add([owner])
        return new


def people(register: Register) -> People:
    """The index of `register`, which is what is near one page; a few dozen people at most."""
    result = People(register)
    members = {member.person for member in register.members if member.person}
    result.add(Owner("child", pupil.name, parse(pupil.name)) for pupil in register.pupils)
    result.add(Owner("staff", one.name, parse(one.name)) for one in register.staff)
    result.add(Owner("member", one.name, parse(one.name)) for one in register.members if one.name.last)
    result.add(Owner("member" if one.id in members else "carer", one.name, parse(one.name)) for one in register.carers)
    everyone: tuple[Carer | Staff | Member, ...] = (*register.carers, *register.staff, *register.members)
    privates = [one.private.street for one in everyone if one.private.street]
    for street in sorted({street for street in map(_street, privates) if street}):
        for part in street:
            result.streets.setdefault(part, []).append(street)
    return result


def _street(street: str) -> tuple[str, ...]:
    # "Dorpsstraat 12 hs" → ("dorpsstraat",), "1e Wijk 41" → ("1", "e", "wijk"): the words before the house number.
    parts = low_words(street)
    numbers = [index for index, word in enumerate(parts) if word.isdigit() and index]
    return tuple(parts[: numbers[-1]] if numbers else parts)
