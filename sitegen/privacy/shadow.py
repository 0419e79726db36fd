"""Shadow text: what a reader sees of a piece of HTML text, letter for letter tied to the source.

Entities, percent-encoding, ligatures, full-width and look-alike letters become plain ones; invisible characters vanish.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from sitegen.fold import LOOK_ALIKES


class Piece(NamedTuple):
    """A stretch of shadow text [start, end) and the source [source, source_end) it stands for.

    Equal lengths mean letter for letter; otherwise the stretch can only be taken as a whole.
    """

    start: int
    end: int
    source: int
    source_end: int


_QUOTES = dict.fromkeys("’‘‚‛`´ʼ′＇", "'") | dict.fromkeys("“”„‟«»″", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−－", "-")
_SPACES = dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ")


def _plain() -> dict[int, str]:
    table = {ord(letter): plain for letter, plain in (_QUOTES | _DASHES | _SPACES | {"…": ".", "×": "x", "•": "-", "·": "."}).items()}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = "".join(letter for letter in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(letter))
        if len(base) == 1 and base.isascii() and base.isalpha():
            table[code] = base
    table |= {ord(letter): plain for letter, plain in LOOK_ALIKES.items() if len(plain) == 1}
    return table


_PLAIN = _plain()
# Stands for an accent that is written behind its letter.
MARK = "\u0301"
# Letters that stand for themselves in both texts though no ASCII letter is near: symbols, currency, other scripts.
_LEFT = "€£§°©®™½¼¾²³¹ªº→←↑↓✓✔✗★☆♥❤☎✉¡¿¶÷±"
# Letters that were read in the wrong alphabet once: "Ã–" for "Ö".
_MOJIBAKE = "[ÃÅÄ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_ODD = re.compile(_MOJIBAKE + r"|&(?:amp;)?[#\w]+;|(?:%[0-9A-Fa-f]{2})+|[^\x00-\x7f" + re.escape("".join(map(chr, _PLAIN)) + _LEFT) + "]")


def plain(text: str) -> str:
    """`text` with accents off and case kept; for names of the register. Length is not kept."""
    return read(text)[1]


def disguises(markup: str) -> bool:
    """Whether ASCII letters in `markup` may stand for others: entities, percent-encoding, a grave accent."""
    return "&" in markup or "%" in markup or "`" in markup


def read(raw: str, source: int = 0, start: int = 0) -> tuple[str, str, list[Piece]]:
    """The shadow of one text node: as seen, flattened to plain letters (equal length), and the pieces that tie it to `raw`.

    `source` and `start` are the offsets of `raw` in its document and of its shadow in the whole shadow.
    """
    if raw.isascii() and not disguises(raw):
        return raw, raw, [Piece(start, start + len(raw), source, source + len(raw))]
    seen: list[str] = []
    flat: list[str] = []
    pieces: list[Piece] = []
    at = start
    done = 0
    for odd in _ODD.finditer(raw):
        if odd.start() > done:
            chunk = raw[done : odd.start()]
            seen.append(chunk)
            flat.append(chunk.translate(_PLAIN))
            pieces.append(Piece(at, at + len(chunk), source + done, source + odd.start()))
            at += len(chunk)
        done = odd.end()
        shown, letters = _odd(odd[0])
        if letters:
            seen.append(shown)
            flat.append(letters)
            pieces.append(Piece(at, at + len(letters), source + odd.start(), source + done))
            at += len(letters)
        elif shown == MARK and pieces:
            pieces[-1:] = _marked(pieces[-1], source + done)
    if done < len(raw):
        chunk = raw[done:]
        seen.append(chunk)
        flat.append(chunk.translate(_PLAIN))
        pieces.append(Piece(at, at + len(chunk), source + done, source + len(raw)))
    return "".join(seen), "".join(flat), pieces


def _marked(piece: Piece, source_end: int) -> list[Piece]:
    # The last letter of a piece with the accent that follows it in the source: what takes one takes the other.
    if piece.end - piece.start != piece.source_end - piece.source or piece.end - piece.start == 1:
        return [Piece(piece.start, piece.end, piece.source, source_end)]
    last = piece.source_end - 1
    return [Piece(piece.start, piece.end - 1, piece.source, last), Piece(piece.end - 1, piece.end, last, source_end)]


@lru_cache(maxsize=4096)
def _odd(raw: str) -> tuple[str, str]:
    # What is seen and its plain letters, of equal length; ("", "") for what nobody sees, (MARK, "") for an accent on the letter before.
    text = raw
    if raw[0] == "&":
        text = html.unescape(raw)
        if len(text) > 1:
            text = html.unescape(text)
    elif raw[0] in "ÃÅÄ" and len(raw) == 2:
        try:
            text = raw.encode("cp1252").decode()
        except UnicodeError:
            return raw, "".join(map(_letters, raw))
    elif raw[0] == "%":
        try:
            text = unquote_to_bytes(raw).decode()
        except UnicodeDecodeError:
            return raw, raw
        if any(letter < " " and not letter.isspace() for letter in text):
            return raw, raw  # "%0612345678": the digits are a number's
    flat = "".join(map(_letters, text)).replace("\x1e", " ").replace("\x1f", " ")
    if text and not flat and unicodedata.combining(text[0]):
        return MARK, ""
    return (text, flat) if len(text) == len(flat) else (flat, flat)


def _letters(letter: str) -> str:
    if letter.isascii():
        return letter
    if ord(letter) in _PLAIN:
        return _PLAIN[ord(letter)]
    if letter in LOOK_ALIKES:
        return LOOK_ALIKES[letter]
    result = []
    for part in unicodedata.normalize("NFKD", letter):
        category = unicodedata.category(part)
        if category in {"Mn", "Me", "Cf", "Cc"} or part in "\u3164\u115f\u1160\uffa0":
            continue
        result.append(_PLAIN.get(ord(part), LOOK_ALIKES.get(part, part)))
    return "".join(result)
