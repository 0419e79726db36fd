"""Takes out of a text, a table or a calendar what may not be read, where it stays what it was; else says that it can't.

What comes out is no word of honour: `papers` reads it once more from the beginning, and only then may it appear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen import plaintext
from sitegen.digest import neutral

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Clear = Callable[[str], str]

# Longer than this nobody looks through what was taken out.
MOST = 60_000
# Lines of a calendar (RFC 5545) that say something to people, and those that may be missed.
_SPOKEN = {"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "X-WR-CALNAME", "X-WR-CALDESC"}
_SPARE = {"ATTENDEE", "ORGANIZER", "CONTACT", "URL", "RELATED-TO", "GEO", "CATEGORIES"}
_NAME = re.compile(r"[A-Za-z0-9-]+")


def redacted(kind: str, whole: str, clear: Clear) -> str | None:
    """The file's new text; None when it can't be done. `clear` gives one text as it may be published."""
    if len(whole) > MOST:
        return None
    return {"txt": _text, "csv": _table, "ics": _calendar}[kind](whole, clear)


def _text(whole: str, clear: Clear) -> str:
    parts = plaintext.PARAGRAPH.split(whole.replace("\r\n", "\n"))
    return "".join(part if part.isspace() or not part else clear(part) for part in parts).strip() + "\n"


def _table(whole: str, clear: Clear) -> str | None:
    # A row is read across, for a name may stand in two cells; what is left of it goes back where it came from.
    rows = []
    for row in plaintext.rows(whole):
        joined = " ".join(filter(None, map(str.strip, row)))
        left = clear(joined)
        if left == joined:
            rows.append(row)
            continue
        words = left.split()
        cells = [" ".join(_taken(cell, words)) for cell in row]
        if words:
            return None
        rows.append(cells)
    return plaintext.written(rows, plaintext.separator(whole))


def _taken(cell: str, words: list[str]) -> Iterator[str]:
    """The words of a cell that are next among `words`, taken from there."""
    for word in cell.split():
        if words and word == words[0]:
            yield words.pop(0)


def _calendar(whole: str, clear: Clear) -> str | None:
    lines = []
    for line in plaintext.unfolded(whole):
        head, _, value = line.partition(":")
        name = _NAME.match(head)
        word = name[0].upper() if name else ""
        plain, plain_head = plaintext.unescaped(value), plaintext.unescaped(head)
        if clear(plain) == plain and clear(plain_head) == plain_head and clear(f"{plain_head}:{plain}") == f"{plain_head}:{plain}":
            lines.append(line)
        elif word in _SPOKEN and (left := clear(plain)):
            # Without its parameters: they may hold the same text once more.
            lines.append(f"{word}:{plaintext.escaped(left)}")
        elif word == "UID":
            lines.append(f"UID:{neutral(value)}")
        elif word not in _SPARE and not word.startswith("X-"):
            return None
    return plaintext.folded(lines)
