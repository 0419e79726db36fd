"""Groups of a school and the children in them, in the order and with the names that a teacher expects."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from sitegen.fold import fold, squeeze
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sitegen.register import Name, Pupil, Register

_PARTS = re.compile(r"(\d+)")
# A new school year begins on 1 August (WPO art. 1).
_AUGUST = 8


def groups(register: Register) -> tuple[str, ...]:
    """The names of all groups with present pupils: peuters first, then by number."""
    return tuple(sorted({pupil.group for pupil in register.pupils if pupil.group and not pupil.left}, key=_order))


def _order(group: str) -> tuple[bool, list[tuple[int, str]]]:
    return (any(letter.isdigit() for letter in group), [(int(part), "") if part.isdigit() else (0, fold(part)) for part in _PARTS.split(group)])


def chosen(register: Register, wanted: str | None) -> tuple[str, ...]:
    """The group that somebody means by "3", "groep 3" or "plusklas"; all groups without `wanted`.

    Raises SiteError when there is no such group.
    """
    known = groups(register)
    if not wanted:
        return known
    more = sorted({name for pupil in register.pupils if not pupil.left for name in pupil.also})
    word = squeeze(wanted)
    for group in (*known, *more):
        if squeeze(group) in {word, f"groep{word}", word.removeprefix("groep")}:
            return (group,)
    # "4" where the groups are called 4A and 4B.
    several = tuple(group for group in known if re.fullmatch(rf"(?:groep)?{re.escape(word.removeprefix('groep'))}[a-z]", squeeze(group)))
    if several and word.removeprefix("groep").isdigit():
        return several
    raise SiteError([Problem(Place("register/"), "groep-onbekend", f"er is geen groep '{wanted}'.", f"Kies uit: {', '.join((*known, *more))}.")])


def children(register: Register, group: str) -> tuple[Pupil, ...]:
    """The present children of a group, by first name."""
    found = [pupil for pupil in register.pupils if not pupil.left and group in (pupil.group, *pupil.also)]
    return tuple(sorted(found, key=lambda pupil: (fold(pupil.name.first or pupil.name.last), fold(pupil.name.last), pupil.number)))


def called(pupils: Sequence[Pupil]) -> dict[str, str]:
    """Number → what a child is called among these: the first name, with an initial only where two share it.

    Where the initial doesn't tell them apart either, the pupil number does.
    """
    firsts = Counter(fold(pupil.name.first) for pupil in pupils)
    initials = Counter(_with_initial(pupil.name) for pupil in pupils)
    result = {}
    for pupil in pupils:
        name = pupil.name.first or _with_initial(pupil.name)
        if firsts[fold(pupil.name.first)] > 1:
            name = _with_initial(pupil.name)
            if initials[name] > 1:
                name = f"{name} ({pupil.number})"
        result[pupil.number] = name
    return result


def _with_initial(name: Name) -> str:
    letter = next((sign for sign in name.last if sign.isalpha()), "")
    initial = "IJ." if name.last[:2].lower() == "ij" else f"{letter.upper()}."
    return f"{name.first} {initial}".strip() if letter else name.first


def spoken(group: str) -> str:
    """A group's name inside a sentence: "Groep 3" → groep 3, "Peuters" → peuters, "1/2A Eekhoorns" as it is."""
    return group[:1].lower() + group[1:] if group[1:2].islower() else group


def school_year(day: dt.date) -> str:
    """The school year in which `day` falls: 2026-2027."""
    first = day.year if day.month >= _AUGUST else day.year - 1
    return f"{first}-{first + 1}"
