"""Who the school knows: pupils, carers, staff, committees, and what parents allowed, resolved for one day.

The pass never sees the whole register but `Register.about(words)`: the few people who can stand on a page.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from sitegen.consent import UNKNOWN, Answer, Channel, Kind, category, combine
from sitegen.fold import squeeze, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# From this many letters a surname is looked for inside joined words (slugs, hashtags, mail addresses);
# a shorter one only as a word of its own or joined to its bearer's first name: "vos" stands inside "vossen".
JOINED_FROM = 5


def pupil_number(text: str) -> str:
    """A pupil number as the register keeps it: without the leading zeros that Excel loses and the ",0" that it adds."""
    number = text.strip()
    if number.isdigit():
        return number.lstrip("0") or "0"
    whole, _, decimals = number.replace(",", ".").partition(".")
    return (whole.lstrip("0") or "0") if whole.isdigit() and decimals and not decimals.strip("0") else number


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as Dutch registers keep it: roepnaam, tussenvoegsel, achternaam, and official first names."""

    first: str
    prefix: str = ""
    last: str = ""
    official: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """First name, tussenvoegsel and surname, as one writes it."""
        return " ".join(part for part in (self.first, self.prefix, self.last) if part)


@dataclass(frozen=True, slots=True)
class Private:
    """Contact data that belongs to a person and must never be published (protocol P14)."""

    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    street: str = ""
    postcode: str = ""
    town: str = ""
    ibans: tuple[str, ...] = ()
    birth: str = ""


@dataclass(frozen=True, slots=True)
class Pupil:
    """A child: present, or gone (`left`): a former pupil's surname is guarded as well.

    `also` are other groups it belongs to, such as the plusklas (EDEXML: samengestelde groep).
    """

    number: str
    name: Name
    group: str = ""
    left: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carer:
    """A parent or guardian, with the numbers of the children."""

    id: str
    name: Name
    pupils: tuple[str, ...] = ()
    private: Private = Private()


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who works or worked at the school; the name may be published, the private data may not."""

    id: str
    name: Name
    role: str = ""
    form: str = ""
    work_email: str = ""
    private: Private = Private()
    photo: bool | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A member of AC, MR, GMR, KCR or OR; `person` is the id of a staff member or carer, or empty."""

    committee: str
    name: Name
    role: str = ""
    person: str = ""
    private: Private = Private()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A hit that a human accepted in `uitzonderingen.yaml`; `until` passed means it is no longer in the register."""

    text: str = ""
    pattern: str = ""
    page: str = ""
    why: str = ""
    who: str = ""


@dataclass(frozen=True)
class Register:
    """Everyone the school knows on the build's day. Immutable; time has been resolved (DESIGN, "Time is resolved at the door")."""

    pupils: tuple[Pupil, ...] = ()
    carers: tuple[Carer, ...] = ()
    staff: tuple[Staff, ...] = ()
    members: tuple[Member, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    # number → category → answer
    answers: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)
    # folded first names of children that the school knows; on a page: only those that stand on it
    first_names: frozenset[str] = frozenset()
    # categories that the school asks at all
    asked: frozenset[str] = frozenset()

    def may(self, number: str, kind: Kind, channels: Iterable[Channel]) -> Answer:
        """Whether this child's photo or work may appear in all `channels` together, and why."""
        return combine(self.answers.get(number, {}), [category(kind, channel) for channel in channels])

    def answer(self, number: str, name: str) -> Answer:
        """The answer of one child to one category, such as "voornaam" or "klassenlijst"."""
        return self.answers.get(number, {}).get(name, UNKNOWN)

    def about(self, words: str, numbers: Iterable[str] = (), groups: Iterable[str] = ()) -> Register:
        """The register as far as it can matter to a page.

        `words` is `fold.page_words` of everything the page holds; `numbers` and `groups` are those a picture
        declaration names. Law: clearing with the result equals clearing with the whole register.
        """
        return self._near.about(self, words, frozenset(numbers), frozenset(groups))

    @cached_property
    def _near(self) -> _Near:
        return _Near(self)


class _Near:
    """Finds who can stand on a page: one automaton over all surnames, one dictionary for the short ones."""

    def __init__(self, register: Register) -> None:
        import ahocorasick_rs

        self.long: dict[str, list[object]] = {}
        self.short: dict[str, list[object]] = {}
        self.pairs: dict[str, list[object]] = {}
        for person in (*register.pupils, *register.carers, *register.staff, *register.members):
            for part in _surname_parts(person.name):
                key = squeeze(part)
                if len(key) >= JOINED_FROM:
                    self.long.setdefault(key, []).append(person)
                elif key:
                    self.short.setdefault(key, []).append(person)
                    for first in (person.name.first, *person.name.official):
                        for pair in (squeeze(first) + key, key + squeeze(first)):
                            if len(pair) > len(key):
                                self.pairs.setdefault(pair, []).append(person)
                    if person.name.prefix:
                        self.pairs.setdefault(squeeze(person.name.prefix) + key, []).append(person)
        self.keys = [*self.long, *self.pairs]
        self.automaton = ahocorasick_rs.AhoCorasick(self.keys) if self.keys else None
        self.by_number = {pupil.number: pupil for pupil in register.pupils}
        self.by_first: dict[str, list[Pupil]] = {}
        self.by_group: dict[str, list[Pupil]] = {}
        for pupil in register.pupils:
            for group in (pupil.group, *pupil.also):
                self.by_group.setdefault(squeeze(group), []).append(pupil)

    def about(self, register: Register, words: str, numbers: frozenset[str], groups: frozenset[str]) -> Register:
        found: set[object] = set()
        squeezed = words.replace(" ", "")
        if self.automaton is not None:
            for index in {hit[0] for hit in self.automaton.find_matches_as_indexes(squeezed, overlapping=True)}:
                key = self.keys[index]
                found.update(self.long.get(key, ()))
                found.update(self.pairs.get(key, ()))
        page = set(words.split())
        for key in page & self.short.keys():
            found.update(self.short[key])
        found.update(self.by_number[number] for number in numbers if number in self.by_number)
        for group in groups:
            found.update(self.by_group.get(squeeze(group), ()))
        pupils = tuple(pupil for pupil in register.pupils if pupil in found)
        kept = {pupil.number for pupil in pupils}
        return replace(
            register,
            pupils=pupils,
            carers=tuple(carer for carer in register.carers if carer in found),
            staff=tuple(one for one in register.staff if one in found),
            members=tuple(member for member in register.members if member in found),
            answers={number: answers for number, answers in register.answers.items() if number in kept},
            first_names=frozenset(name for name in register.first_names if name in page),
        )


def _surname_parts(name: Name) -> set[str]:
    """A surname whole, and each part of a double name: "Jansen-Boer" → itself, Jansen, Boer."""
    parts = {name.last}
    parts.update(word for word in tokens(name.last) if len(word) > 1)
    return {part for part in parts if part}
