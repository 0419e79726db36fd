"""Who the school knows: pupils, carers, staff, committees, and what parents allowed, resolved for one day.

The pass never sees the whole register but `Register.about(words)`: the few people who can stand on a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sitegen.consent import UNKNOWN, Answer, Channel, Kind, category, combine
from sitegen.fold import spelled, squeeze, tokens, written_out

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


class Name(NamedTuple):
    """A person's name as Dutch registers keep it: roepnaam, tussenvoegsel, achternaam, and official first names."""

    first: str
    prefix: str = ""
    last: str = ""
    official: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """First name, tussenvoegsel and surname, as one writes it."""
        return " ".join(part for part in (self.first, self.prefix, self.last) if part)


class Private(NamedTuple):
    """Contact data that belongs to a person and must never be published (protocol P14)."""

    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    street: str = ""
    postcode: str = ""
    town: str = ""
    ibans: tuple[str, ...] = ()
    birth: str = ""


class Pupil(NamedTuple):
    """A child: present, or gone (`left`): a former pupil's surname is guarded as well.

    `also` are other groups it belongs to, such as the plusklas (EDEXML: samengestelde groep).
    """

    number: str
    name: Name
    group: str = ""
    left: bool = False
    also: tuple[str, ...] = ()


class Carer(NamedTuple):
    """A parent or guardian, with the numbers of the children."""

    id: str
    name: Name
    pupils: tuple[str, ...] = ()
    private: Private = Private()


class Staff(NamedTuple):
    """Somebody who works or worked at the school; the name may be published, the private data may not."""

    id: str
    name: Name
    role: str = ""
    form: str = ""
    work_email: str = ""
    private: Private = Private()
    photo: bool | None = None


class Member(NamedTuple):
    """A member of AC, MR, GMR, KCR or OR; `person` is the id of a staff member or carer, or empty."""

    committee: str
    name: Name
    role: str = ""
    person: str = ""
    private: Private = Private()


class Accepted(NamedTuple):
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

    def about(self, words: str, numbers: Iterable[str] = (), groups: Iterable[str] = (), firsts: Iterable[str] = ()) -> Register:
        """The register as far as it can matter to a page.

        `words` is `fold.page_words` of everything the page holds; `numbers` (of pupils and staff), `groups`
        ("medewerkers" is all staff) and `firsts`, squeezed first names, are those a picture declaration names
        (`whom.asked`). Law: clearing with the result equals clearing with the whole register.
        """
        return self._near.about(self, words, frozenset(numbers), frozenset(groups), frozenset(firsts))

    @cached_property
    def _near(self) -> _Near:
        return _Near(self)


class _Near:
    """Finds who can stand on a page: one automaton over all long surnames, a dictionary for the short ones.

    Built once per register; a page then costs what stands on it, whatever the size of the school.
    """

    def __init__(self, register: Register) -> None:
        self.people: tuple[Pupil | Carer | Staff | Member, ...] = (*register.pupils, *register.carers, *register.staff, *register.members)
        self.bounds = (len(register.pupils), len(register.carers), len(register.staff))
        inside: dict[str, list[int]] = {}
        words: dict[str, list[int]] = {}
        for index, person in enumerate(self.people):
            long, short = _keys(person)
            for key in long:
                inside.setdefault(key, []).append(index)
            for key in short:
                words.setdefault(key, []).append(index)
        self.found = list(inside.values())
        self.words = words
        self.automaton = None
        if inside:
            import ahocorasick_rs

            self.automaton = ahocorasick_rs.AhoCorasick(list(inside))
        self.numbers = {pupil.number: index for index, pupil in enumerate(register.pupils)}
        self.groups: dict[str, list[int]] = {}
        for index, pupil in enumerate(register.pupils):
            for group in (pupil.group, *pupil.also):
                self.groups.setdefault(squeeze(group), []).append(index)
        self.firsts: dict[str, list[int]] = {}
        for index, person in enumerate(self.people):
            if isinstance(person, Pupil | Staff):
                for first in _called(person.name.first, person.name.official):
                    self.firsts.setdefault(first, []).append(index)
        employed = [index for index, person in enumerate(self.people) if isinstance(person, Staff)]
        self.groups.setdefault("medewerkers", []).extend(employed)
        self.ids = {person.id: index for index, person in enumerate(self.people) if isinstance(person, Staff)}
        self.first_names: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for name in sorted(register.first_names):
            parts = tuple(tokens(name))
            if parts:
                self.first_names.setdefault(parts[0], []).append((name, parts))

    def about(self, register: Register, words: str, numbers: frozenset[str], groups: frozenset[str], firsts: frozenset[str]) -> Register:
        hits: set[int] = set()
        if self.automaton is not None:
            for key in {hit[0] for hit in self.automaton.find_matches_as_indexes(words.replace(" ", ""), overlapping=True)}:
                hits.update(self.found[key])
        page = set(words.split())
        for word in page & self.words.keys():
            hits.update(self.words[word])
        hits.update(self.numbers[number] for number in numbers if number in self.numbers)
        hits.update(self.ids[number] for number in numbers if number in self.ids)
        for first in firsts:
            hits.update(self.firsts.get(first, ()))
        for group in groups:
            hits.update(self.groups.get(squeeze(group), ()))
        pupil_count, carer_count, staff_count = self.bounds
        people = [(index, self.people[index]) for index in sorted(hits)]
        pupils = tuple(one for _, one in people if isinstance(one, Pupil))
        carers = tuple(one for index, one in people if pupil_count <= index < pupil_count + carer_count if isinstance(one, Carer))
        ids = {carer.id for carer in carers}
        names = {
            name
            for word in page & self.first_names.keys()
            for name, parts in self.first_names[word]
            if len(parts) == 1 or page.issuperset(parts)
        }
        return replace(
            register,
            pupils=pupils,
            carers=carers,
            staff=tuple(one for _, one in people if isinstance(one, Staff)),
            # Who on a committee is a carer is known by id alone when the table gives no name.
            members=tuple(
                member
                for index, member in enumerate(register.members, pupil_count + carer_count + staff_count)
                if index in hits or (member.person and member.person in ids)
            ),
            answers={pupil.number: register.answers[pupil.number] for pupil in pupils if pupil.number in register.answers},
            first_names=frozenset(names),
        )


def _keys(person: Pupil | Carer | Staff | Member) -> tuple[set[str], set[str]]:
    """What betrays a person: texts to look for anywhere in a page's joined letters, and words of their own."""
    name = person.name
    keys = _surname_keys(name.last)
    long = {key for key in keys if len(key) >= JOINED_FROM}
    short = set(keys) - long
    if short:
        long |= _joined_keys(name, short)
    if not isinstance(person, Pupil) and person.private.street:
        key = squeeze(re.split(r"\d", person.private.street, maxsplit=1)[0])
        if key:
            (long if len(key) >= JOINED_FROM else short).add(key)
    return long, short


def _joined_keys(name: Name, short: Iterable[str]) -> set[str]:
    # A short surname joined to the tussenvoegsel or to a first name: "vanvos", "sannevos".
    firsts = {squeeze(one) for one in (name.first, *name.official)} | {word for one in (name.first, *name.official) for word in tokens(one)}
    prefix = squeeze(name.prefix)
    initials = "".join(word[0] for word in tokens(name.prefix))
    joined: set[str] = set()
    for key in short:
        joined.update(before + key for before in (prefix, initials) if len(before + key) >= JOINED_FROM and before)
        for first in firsts:
            joined.update(pair for pair in (first + key, first + prefix + key, key + first) if len(pair) > len(key))
    return joined


# Brothers, sisters and their parents share a surname, and half a school a few hundred first names.
@lru_cache(maxsize=65536)
def _surname_keys(surname: str) -> frozenset[str]:
    """A surname whole and each part of a double name, in every spelling: "Jansen-Boer" → jansenboer, jansen, boer."""
    parts: set[str] = set()
    for last in {surname, written_out(surname)}:
        parts.add(last)
        parts.update(word for word in tokens(last) if len(word) > 1)
        parts.update(tokens(_CAMEL.sub(" ", last)))
    return frozenset(key for part in parts for key in spelled(squeeze(part)) if key)


@lru_cache(maxsize=65536)
def _called(first: str, official: tuple[str, ...]) -> frozenset[str]:
    return frozenset({squeeze(first), squeeze(" ".join(official)), *(squeeze(one) for one in official[:1])})


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
