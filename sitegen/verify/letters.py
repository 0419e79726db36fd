"""Letters as the verifier sees them: its own folding, so that a mistake in the pass's folding is not repeated here."""

from __future__ import annotations

import re
import unicodedata

_FOREIGN = re.compile(r"[^\x00-\x7f]")
_SPECIAL = {
    "ı": "i", "İ": "I", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ł": "l", "Ł": "L", "ß": "ss",
    "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ŋ": "n", "ħ": "h", "ŧ": "t", "ə": "e",
    "’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'", "′": "'", "‛": "'", "ʻ": "'", "“": '"', "”": '"', "„": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "﹘": "-", "…": "...", "\u3164": "", "\u115f": "",
    # letters of other alphabets that a reader takes for Latin ones
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "А": "A", "В": "B",
    "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "Х": "X", "ο": "o", "α": "a", "ν": "v",
}  # fmt: skip
_UMLAUT = str.maketrans({"ö": "oe", "ü": "ue", "ä": "ae", "ø": "oe", "å": "aa", "Ö": "Oe", "Ü": "Ue", "Ä": "Ae"})
_LOWER = bytes(
    byte + 32 if 65 <= byte <= 90 else byte if 97 <= byte <= 122 or 48 <= byte <= 57 else 32 for byte in range(256)
)


class _Letters(dict[str, str]):
    """Remembers what each character folds to; made once a character, not once a page."""

    def __missing__(self, letter: str) -> str:
        folded = _SPECIAL.get(letter)
        if folded is None:
            folded = "".join(
                _SPECIAL.get(part, part if part < "\x80" else "" if _unseen(part) else " ")
                for part in unicodedata.normalize("NFKD", letter)
            )
        self[letter] = folded
        return folded


def _unseen(letter: str) -> bool:
    return unicodedata.category(letter) in {"Mn", "Me", "Cf"}


_letters = _Letters()


def plain(text: str) -> str:
    """`text` in ASCII with its case: accents, invisible characters and full-width forms are gone, dashes are hyphens."""
    if text.isascii():
        return text
    return _FOREIGN.sub(lambda letter: _letters[letter[0]], text)


def spaced(ascii_text: str) -> bytes:
    """Of plain text: lower-case letters and digits, a space for every other character; the length stays the same."""
    return ascii_text.encode().translate(_LOWER)


def tokens(text: str) -> list[str]:
    """The folded words of a name: "d'Oliveira-Özdemir" → ["d", "oliveira", "ozdemir"]."""
    return spaced(plain(text)).decode().split()


def spellings(name: str) -> set[str]:
    """A name joined and folded, in the ways people write it: ij or y, ö as o or oe. "Dijkstra" → dijkstra, dykstra."""
    found = {"".join(tokens(name))}
    if not name.isascii():
        found.add("".join(tokens(unicodedata.normalize("NFC", name).translate(_UMLAUT))))
    for word in tuple(found):
        if "ij" in word:
            found.add(word.replace("ij", "y"))
        elif "y" in word:
            found.add(word.replace("y", "ij"))
    found.discard("")
    return found
