"""Names as registers mean them, out of cells as people fill them: the tussenvoegsel apart from the surname."""

from __future__ import annotations

from sitegen.fold import fold
from sitegen.register import Name

# Words that stand before a Dutch surname, and sort and vanish apart from it (BRP table 36, the common ones).
_PREFIXES = frozenset("van de der den het 't ter ten te op in aan bij onder over uit tot voor von zu la le du dos da di del v. d. v.d. v/d vd".split())


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
