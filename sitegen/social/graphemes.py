"""What a reader sees as one character: extended grapheme clusters (Unicode Standard Annex 29). Bluesky counts these.

The properties come from Python's own character database; only what it doesn't hold is written here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PICTOGRAPH = re.compile("[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u2388\u23cf\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2605\u2607-\u2612\u2614-\u2685\u2690-\u2705\u2708-\u2712\u2714\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763-\u2767\u2795-\u2797\u27a1\u27b0\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f0ff\U0001f10d-\U0001f10f\U0001f12f\U0001f16c-\U0001f171\U0001f17e\U0001f17f\U0001f18e\U0001f191-\U0001f19a\U0001f1ad-\U0001f1e5\U0001f201-\U0001f20f\U0001f21a\U0001f22f\U0001f232-\U0001f23a\U0001f23c-\U0001f23f\U0001f249-\U0001f3fa\U0001f400-\U0001f53d\U0001f546-\U0001f64f\U0001f680-\U0001f6ff\U0001f774-\U0001f77f\U0001f7d5-\U0001f7ff\U0001f80c-\U0001f80f\U0001f848-\U0001f84f\U0001f85a-\U0001f85f\U0001f888-\U0001f88f\U0001f8ae-\U0001f8ff\U0001f90c-\U0001f93a\U0001f93c-\U0001f945\U0001f947-\U0001faff\U0001fc00-\U0001fffd]")
# Spacing marks that are written apart all the same, and letters that cling to the one before or behind.
_EXTEND = frozenset("\u09be\u09d7\u0b3e\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u1b35\u200c\u302e\u302f\uff9e\uff9f")
_SPACING = frozenset("\u0e33\u0eb3")
_NOT_SPACING = frozenset("\u102b\u102c\u1038\u1062\u1063\u1064\u1067\u1068\u1069\u106a\u106b\u106c\u106d\u1083\u1087\u1088\u1089\u108a\u108b\u108c\u108f\u109a\u109b\u109c\u1a61\u1a63\u1a64\uaa7b\uaa7d")
_PREPEND = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e")
# Scripts in which a linker joins the consonants on both sides (rule GB9c): Devanagari, Bengali, Gujarati, Oriya, Telugu, Malayalam.
_LINKERS = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
_CONSONANT = re.compile("[\u0915-\u0939\u0958-\u095f\u0978-\u097f\u0995-\u09a8\u09aa-\u09b0\u09b2\u09b6-\u09b9\u09dc\u09dd\u09df\u09f0\u09f1\u0a95-\u0aa8\u0aaa-\u0ab0\u0ab2\u0ab3\u0ab5-\u0ab9\u0af9\u0b15-\u0b28\u0b2a-\u0b30\u0b32\u0b33\u0b35-\u0b39\u0b5c\u0b5d\u0b5f\u0b71\u0c15-\u0c28\u0c2a-\u0c39\u0c58-\u0c5a\u0d15-\u0d3a]")


def count(text: str) -> int:
    """How many characters a reader sees in `text`."""
    return len(_breaks(text))


def without_last(text: str) -> str:
    """`text` without its last visible character."""
    found = _breaks(text)
    return text[: found[-1]] if found else ""


def _breaks(text: str) -> list[int]:
    """Where each visible character begins."""
    found: list[int] = []
    before, flags, picture, linked = "", 0, False, ""
    for place, one in enumerate(text):
        kind = _kind(one)
        joined = bool(before) and _joined(before, kind, flags, picture=picture, conjunct=linked == "linked" and bool(_CONSONANT.match(one)))
        if not joined:
            found.append(place)
        flags = flags + 1 if kind == "flag" else 0
        # A pictograph reaches through its marks up to one joiner.
        picture = kind == "picture" or (picture and before != "join" and kind in {"extend", "join"})
        linked = "consonant" if _CONSONANT.match(one) else "linked" if linked and one in _LINKERS else linked if linked and kind in {"extend", "join"} and one != "\u200c" else ""
        before = kind
    return found


def _joined(before: str, kind: str, flags: int, *, picture: bool, conjunct: bool) -> bool:
    """Whether there is no break between two characters of these kinds (rules GB3 to GB13)."""
    if before == "cr":
        return kind == "lf"
    if before in {"lf", "control"} or kind in {"cr", "lf", "control"}:
        return False
    if kind in {"extend", "join", "spacing"} or before == "prepend" or conjunct:
        return True
    if before == "join" and kind == "picture":
        return picture
    if kind == "flag":
        return before == "flag" and flags % 2 == 1
    return (before, kind) in _HANGUL


_HANGUL = frozenset({("L", "L"), ("L", "V"), ("L", "LV"), ("L", "LVT"), ("V", "V"), ("V", "T"), ("LV", "V"), ("LV", "T"), ("T", "T"), ("LVT", "T")})


@lru_cache(maxsize=4096)
def _kind(one: str) -> str:
    code = ord(one)
    if code < 0x7F and code >= 0x20:
        return "letter"
    if one in "\r\n":
        return "cr" if one == "\r" else "lf"
    if one == "\u200d":
        return "join"
    if one in _PREPEND:
        return "prepend"
    if one in _SPACING:
        return "spacing"
    if 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F or one in _EXTEND:
        return "extend"
    if 0x1F1E6 <= code <= 0x1F1FF:
        return "flag"
    if 0x1100 <= code <= 0x115F or 0xA960 <= code <= 0xA97C:
        return "L"
    if 0x1160 <= code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
        return "V"
    if 0x11A8 <= code <= 0x11FF or 0xD7CB <= code <= 0xD7FB:
        return "T"
    if 0xAC00 <= code <= 0xD7A3:
        return "LV" if (code - 0xAC00) % 28 == 0 else "LVT"
    return _by_category(one)


def _by_category(one: str) -> str:
    category = unicodedata.category(one)
    if category in {"Mn", "Me"}:
        return "extend"
    if category == "Mc":
        return "letter" if one in _NOT_SPACING else "spacing"
    if category in {"Cc", "Cf", "Zl", "Zp"}:
        return "control"
    return "picture" if _PICTOGRAPH.match(one) else "letter"
