"""Which children a declaration means: a number, "Noor (groep 3)", a full name, "groep 3", or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.fold import squeeze
from sitegen.register import pupil_number

if TYPE_CHECKING:
    from sitegen.register import Name, Pupil, Register

# Pictures without a child that could be recognised.
NOBODY = frozenset({"niemand", "onherkenbaar", "medewerkers", "medewerker", "alleenmedewerkers"})
_NAMED = re.compile(r"(.*?)\s*\(([^)]*)\)\s*\Z")


@dataclass(frozen=True, slots=True)
class Meant:
    """The children a declaration can mean, and in Dutch why it is not clear which; "" when it is clear."""

    pupils: tuple[Pupil, ...] = ()
    fault: str = ""


def meant(text: str, register: Register) -> Meant:
    """Whom one entry of `who` means. Two children that fit are both returned, with the fault: neither may be shown."""
    word = squeeze(text)
    if word in NOBODY:
        return Meant()
    number = pupil_number(text)
    found = tuple(pupil for pupil in register.pupils if pupil.number == number)
    if found:
        return Meant(found) if len({pupil.name for pupil in found}) == 1 else Meant(found, "dit nummer staat bij twee kinderen")
    group = tuple(pupil for pupil in register.pupils if not pupil.left and _in(pupil, text))
    if group:
        return Meant(group)
    named = _NAMED.match(text)
    name, where = (named[1], named[2]) if named else (text, "")
    fits = tuple(pupil for pupil in register.pupils if squeeze(name) in _spellings(pupil.name) and (not where or _in(pupil, where)))
    if len(fits) == 1:
        return Meant(fits)
    if not fits:
        return Meant((), "dit kind staat niet in het register")
    return Meant(fits, f"deze naam past op {len(fits)} kinderen; schrijf het leerlingnummer")


def _in(pupil: Pupil, text: str) -> bool:
    word = squeeze(text)
    return bool(word) and any(squeeze(group) in {word, f"groep{word}"} for group in (pupil.group, *pupil.also) if group)


def _spellings(name: Name) -> frozenset[str]:
    first, last = squeeze(name.first), squeeze(name.last)
    return frozenset(filter(None, (first, first + last if last else "", first + squeeze(name.prefix) + last if last else "")))
