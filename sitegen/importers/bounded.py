"""Whether a pattern that a person wrote ends in time: counted before it is ever tried, from what it is made of."""

from __future__ import annotations

import re
import unicodedata
from re import _parser  # type: ignore[attr-defined]  # the only reader of patterns that can't differ from the one that runs them
from typing import Any

_LONGEST = 200
# The pass and the verifier search a pattern in some four hundred signs around a hit; two repeats without an end are as much as that bears.
_WINDOW = 400
_MOST = _WINDOW**2
_ENDLESS = _MOST + 1
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_SINGLE = {"LITERAL", "NOT_LITERAL", "ANY", "IN", "AT", "CATEGORY", "FAILURE"}
_FILLERS = "\u115f\u1160\u3164\uffa0"


def fault(pattern: str) -> str:
    """What is wrong with `pattern`, in Dutch; empty when it is a pattern that can't keep a build busy."""
    if len(pattern) > _LONGEST:
        return f"het pattern is langer dan {_LONGEST} tekens."
    try:
        # The verifier folds a pattern before it uses it: a wide plus sign is a plus sign there.
        ways = max(_ways(_parser.parse(one, re.IGNORECASE)) for one in (pattern, _folded(pattern)))
    except (re.error, RecursionError, OverflowError):
        return "het pattern is geen geldig patroon."
    return "het pattern kan de bouw laten vastlopen, door een herhaling (+, * of {…}) in of naast een andere, of een verwijzing." if ways > _MOST else ""


def _folded(pattern: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", pattern) if unicodedata.category(sign) not in {"Mn", "Me", "Cf"} and sign not in _FILLERS)


def _ways(nodes: Any) -> int:
    """In how many ways these parts, one behind the other, can divide a text among them: what a search that fails has to try."""
    ways = 1
    for kind, rest in nodes:
        ways = min(_ENDLESS, ways * _ways_of(str(kind), rest))
    return ways


def _ways_of(kind: str, rest: Any) -> int:
    if kind in _SINGLE:
        return 1
    if kind in _REPEATS:
        least, most, body = rest
        least, most = min(int(least), _WINDOW), min(int(most), _WINDOW)
        inside = _ways(body)
        # Each time around its own ways again: that is what grows beyond all bounds.
        again = inside ** min(most, _MOST.bit_length()) if inside > 1 else 1
        return min(_ENDLESS, min(most - least + 1, _WINDOW) * again)
    if kind == "BRANCH":
        return min(_ENDLESS, sum(map(_ways, rest[1])))
    if kind in {"SUBPATTERN", "ASSERT", "ASSERT_NOT"}:
        return _ways(rest[-1])
    if kind == "ATOMIC_GROUP":
        return _ways(rest)
    return _ENDLESS
