"""Names as registers mean them, out of cells as people fill them: the tussenvoegsel apart from the surname."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.fold import fold
from sitegen.register import Name

if TYPE_CHECKING:
    from collections.abc import Sequence

# Words that stand before a Dutch surname, and sort and vanish apart from it (BRP table 36, the common ones).
_PREFIXES = frozenset("van de der den het 't ter ten te op in aan bij onder over uit tot voor von zu la le du dos da di del v. d. v.d. v/d vd".split())

# What a program writes for a letter it doesn't know: "S?nmez", "Sj\ufffdgren", "Y\u00bfld\u00bfr\u00bfm"; no name has one of these.
_LOST = re.compile("[?\u00bf\u25a1\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f]")
LOST = (
    "register-letters",
    "in een naam staat hier een ? of een ander teken dat geen letter is: bij het exporteren zijn letters verloren gegaan. Zoals deze naam er staat zou hij in geen enkele tekst herkend worden.",
    "Exporteer opnieuw, als .xlsx of als CSV met codering UTF-8, of verbeter de naam op deze regel.",
)


def lost_letters(names: Sequence[Name]) -> list[int]:
    """The places in `names` of those in which letters were lost on the way; see `LOST` for what is wrong with them."""
    # One look over all of them is enough for the usual list, in which nothing was lost.
    if not _LOST.search("\n".join(" ".join((*name[:3], *name.official)) for name in names)):
        return []
    return [place for place, name in enumerate(names) if _LOST.search(" ".join((*name[:3], *name.official)))]


def name_of(first: str, prefix: str, last: str, official: tuple[str, ...] = ()) -> Name:
    """The name in these cells. "Vries, Sanne de" and "de Vries" under Achternaam keep no tussenvoegsel in the surname.

    Only small letters are taken for a tussenvoegsel: "El Amrani" and "De Boer Jansen" are surnames as they stand.
    """
    if not prefix and (last[:1].islower() or last[:1] in {"'", "’", "`"} or ", " in last):
        prefix, last = _apart(first, last)
    return Name(first, prefix, last, official)


def _apart(first: str, last: str) -> tuple[str, str]:
    surname, _, rest = last.partition(", ")
    words = rest.split()
    if first and fold(rest).startswith(fold(first)):
        words = words[len(first.split()):]
    if rest and all(fold(word) in _PREFIXES for word in words):
        return " ".join(words), surname
    words = last.split()
    count = 0
    while count < len(words) - 1 and words[count][:1] == words[count][:1].lower() and fold(words[count]) in _PREFIXES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])
