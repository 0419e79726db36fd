"""Whom a declaration means: "10021", "Noor (groep 3)", a full name, "groep 3", "juf Anouk", medewerkers, niemand.

A picture declaration never sees the whole register: `asked` says what must be looked up (`Register.about`), and
`resolve` gives the same answer for that part as for the whole (law, tested).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sitegen.dutch import amount
from sitegen.fold import fold, squeeze
from sitegen.late import late
from sitegen.register import pupil_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.register import Name, Pupil, Register, Staff

NOBODY, UNRECOGNISABLE, STAFF = "niemand", "onherkenbaar", "medewerkers"
_KEYWORDS = {
    "niemand": NOBODY, "geen": NOBODY, "nobody": NOBODY,
    "onherkenbaar": UNRECOGNISABLE,
    "medewerkers": STAFF, "alleenmedewerkers": STAFF, "team": STAFF, "personeel": STAFF,
}
_TITLE = late(r"(?:juf(?:frouw)?|meester|mevrouw|meneer|mw\.?|dhr\.?|directeur)\s+(.+)\Z", re.IGNORECASE)
_IN_GROUP = late(r"(.*?)\s*\(([^)]*)\)\s*\Z")
_GROUP = late(r"(?:groepen|groep|klas|unit)\s*(.+)\Z", re.IGNORECASE)
_LIST = late(r"\s*(?:,|;|&|\+|\ben\b)\s*")
_RANGE = late(r"([0-8])\s*(?:t/m|tot en met|-|–|tm)\s*([0-8])\Z")
_LETTERS = "abcdef"


@dataclass(frozen=True, slots=True)
class Meant:
    """What one entry of `who` means. `sort` "leerlingen": all `pupils`; "medewerkers": all `staff`; else nobody known.

    fault: why it isn't clear who is meant, in Dutch; then nobody may be shown. `pupils` still holds who it could be.
    """

    sort: Literal["niemand", "onherkenbaar", "medewerkers", "leerlingen", "onbekend"]
    pupils: tuple[Pupil, ...] = ()
    staff: tuple[Staff, ...] = ()
    fault: str = ""


def keyword(entry: str) -> str:
    """`niemand`, `onherkenbaar` or `medewerkers` when the entry is such a word, else ""."""
    return _KEYWORDS.get(squeeze(entry), "")


def people(entries: Iterable[str]) -> str:
    """The people that a declaration names, in one word whatever their order; "" when it names none."""
    return "|".join(sorted(squeeze(entry) for entry in entries if keyword(entry) in {"", STAFF}))


def asked(entries: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What `Register.about` must look up for these entries: pupil and staff numbers, groups, folded first names."""
    numbers: set[str] = set()
    groups: set[str] = set()
    firsts: set[str] = set()
    for entry in entries:
        word = keyword(entry)
        if word:
            groups.update([STAFF] if word == STAFF else [])
            continue
        numbers.update((entry.strip(), pupil_number(entry)))
        named = _IN_GROUP.match(entry)
        groups.update(_exact(entry))
        for group in _groups(entry):
            groups.update((*_exact(group), *_wide(group)))
        name = _untitled(named[1] if named else entry)
        firsts.update(_first_words(name))
    return tuple(sorted(numbers)), tuple(sorted(groups)), tuple(sorted(filter(None, firsts)))


def resolve(entry: str, register: Register) -> Meant:
    """Whom `entry` means, in a register that holds what `asked` asked for."""
    word = keyword(entry)
    if word == STAFF:
        return Meant("medewerkers", staff=register.staff) if register.staff else Meant("onbekend", fault="er staan geen medewerkers in het register")
    if word == NOBODY:
        return Meant("niemand")
    if word == UNRECOGNISABLE:
        return Meant("onherkenbaar")
    number = pupil_number(entry)
    numbered = tuple(pupil for pupil in register.pupils if pupil.number == number)
    employed = tuple(one for one in register.staff if one.id and one.id == entry.strip())
    if numbered or employed:
        return _one(entry, numbered, employed)
    # "Noor (groep 3)" is one child of that group, not the group.
    if _GROUP.match(entry) or not (entry.strip().isdigit() or _IN_GROUP.match(entry)):
        group = _members(entry, register)
        if group:
            return Meant("leerlingen", group)
    if _GROUP.match(entry):
        return Meant("onbekend", fault=f"'{entry}' is geen groep met leerlingen in het register")
    return _by_name(entry, register)


def names_of(name: Name) -> set[str]:
    """The ways in which a photo program or a teacher writes this name, folded and joined."""
    firsts = {squeeze(name.first), squeeze(" ".join(name.official)), *(squeeze(one) for one in name.official[:1])} - {""}
    last, prefix = squeeze(name.last), squeeze(name.prefix)
    found = set(firsts)
    for first in firsts:
        if last:
            found.update((first + last, first + prefix + last, last + first + prefix, prefix + last + first, last + prefix + first, last + first))
    return found


def full_name_in(name: Name, text: str) -> bool:
    """Whether a pupil's first name and surname stand together in `text`."""
    joined = squeeze(text)
    last = squeeze(name.last)
    return bool(last) and any(first + between + last in joined for first in {squeeze(name.first)} - {""} for between in {"", squeeze(name.prefix)})


def _by_name(entry: str, register: Register) -> Meant:
    named = _IN_GROUP.match(entry)
    bare, where = (named[1], named[2]) if named else (entry, "")
    name = _untitled(bare)
    word = squeeze(name)
    staff = tuple(one for one in register.staff if word in names_of(one.name))
    if name != bare:  # "juf Anouk" can't be a pupil
        return _one(entry, (), staff) if len(staff) == 1 else Meant("onbekend", staff=staff, fault=f"'{entry}' past op {_count(len(staff), 'medewerker', 'medewerkers')}")
    pupils = tuple(pupil for pupil in register.pupils if word in names_of(pupil.name) and (not where or pupil in _members(where, register, left=True)))
    if not where and pupils and staff:
        return Meant("onbekend", pupils, staff, f"'{entry}' kan een leerling zijn en een medewerker")
    if pupils or where:
        return _one(entry, pupils, ())
    return _one(entry, (), staff)


def _one(entry: str, pupils: tuple[Pupil, ...], staff: tuple[Staff, ...]) -> Meant:
    if len(pupils) + len(staff) == 1:
        return Meant("leerlingen", pupils) if pupils else Meant("medewerkers", staff=staff)
    if not pupils and not staff:
        return Meant("onbekend", fault=f"'{entry}' staat niet in het register")
    told = ", ".join(f"{pupil.number} ({pupil.group or 'zonder groep'})" for pupil in pupils)
    return Meant("onbekend", pupils, staff, f"'{entry}' past op {_count(len(pupils) + len(staff), 'persoon', 'personen')}" + (f": {told}" if told else ""))


def _count(number: int, one: str, many: str) -> str:
    return f"geen {one}" if not number else amount(number, one, many)


def _members(text: str, register: Register, *, left: bool = False) -> tuple[Pupil, ...]:
    """The pupils of the groups that `text` names. `left`: a former pupil of that group counts too (it makes a name ambiguous)."""
    found: dict[str, Pupil] = {}
    for group in _groups(text) or (text,):
        here: list[Pupil] = []
        for keys in (_exact(group), _wide(group)):
            here = [pupil for pupil in register.pupils if (left or not pupil.left) and keys & {squeeze(one) for one in (pupil.group, *pupil.also)}]
            if here:
                break
        if not here and not left:
            return ()  # one group unknown: all of the declaration is
        found.update((pupil.number, pupil) for pupil in here)
    return tuple(found.values())


def _groups(entry: str) -> tuple[str, ...]:
    """The groups in "groep 3", "groep 5 en 6", "groepen 1 t/m 3", "Noor (groep 3)"; () when the entry names none."""
    named = _IN_GROUP.match(entry)
    text = named[2] if named else entry
    found = _GROUP.match(text.strip())
    if not found and not named:
        return ()
    result: list[str] = []
    for part in _LIST.split((found[1] if found else text).strip()):
        bare = _GROUP.match(part)
        word = bare[1] if bare else part
        span = _RANGE.match(word.strip())
        result += [str(number) for number in range(int(span[1]), int(span[2]) + 1)] if span else [word]
    return tuple(filter(None, result))


def _exact(group: str) -> set[str]:
    # "3" is group 3, and the parallel classes 3a and 3b are group 3 as well.
    word = squeeze(group)
    bare = word.removeprefix("groep") or word
    return {bare, f"groep{bare}"} | ({f"{start}{bare}{letter}" for letter in _LETTERS for start in ("", "groep")} if bare.isdigit() and len(bare) == 1 else set())


def _wide(group: str) -> set[str]:
    # Only when there is no class of its own: the combined classes 2/3 and 3/4, for they hold group 3.
    bare = squeeze(group).removeprefix("groep")
    if not (bare.isdigit() and len(bare) == 1):
        return set()
    number = int(bare)
    pairs = [f"{number - 1}{number}", f"{number}{number + 1}"]
    return {f"{start}{pair}{letter}" for pair in pairs for start in ("", "groep") for letter in ("", *_LETTERS)}


def _untitled(text: str) -> str:
    found = _TITLE.match(text.strip())
    return found[1] if found else text.strip()


def _first_words(name: str) -> set[str]:
    # Every beginning and end of the name: "Anne Fleur de Vries", "Vries, Anne Fleur de".
    words = [word for word in re.split(r"[^\w'’.-]+", fold(name)) if word]
    joined = {squeeze(" ".join(words[:count])) for count in (1, 2, 3)}
    return joined | {squeeze(word) for word in words} | {squeeze(name)}
