"""Texts, tables and calendars (txt, csv, ics) taken apart into what a reader could read in them, and tables and calendars put together again.

Read by the reader of attachments, and once more by the pass after it has taken something out.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KINDS = ("txt", "csv", "ics")
PARAGRAPH = re.compile(r"(\n[^\S\n]*(?:\n[^\S\n]*)+)")
_FOLD = re.compile(r"\r?\n[ \t]")
_LINE_END = re.compile(r"\r?\n")
_ATTACHED = re.compile(r"^(?:ATTACH|IMAGE|PHOTO)\b[^:]*:", re.IGNORECASE | re.MULTILINE)
_SEPARATOR = re.compile(r"\Asep=.\r?\n")
# A line of a calendar holds 75 bytes; a longer one goes on behind a space (RFC 5545, 3.1).
_WIDE = 75


class UnreadableTextError(Exception):
    """This text can't be taken apart. The message is the Dutch reason."""


def texts(kind: str, whole: str) -> tuple[str, ...]:
    """Everything that reads on in a file of `kind`, each once. Raises UnreadableTextError."""
    found = {"txt": _lines, "csv": _table, "ics": _calendar}[kind](whole)
    return tuple(dict.fromkeys(filter(None, map(str.strip, found))))


def rows(whole: str) -> list[list[str]]:
    """The rows of a CSV text, with `;`, `,` or tab between the cells. Raises UnreadableTextError."""
    body = _SEPARATOR.sub("", whole)
    try:
        return list(csv.reader(io.StringIO(body), delimiter=separator(body)))
    except csv.Error:
        raise UnreadableTextError("deze tabel kan niet gelezen worden. Bewaar haar opnieuw als CSV.") from None


def separator(whole: str) -> str:
    """The sign between the cells of a table."""
    return max(";,\t", key=whole[:10_000].count)


def written(table: Iterable[Sequence[str]], sign: str) -> str:
    """Rows as a CSV text."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=sign, lineterminator="\r\n").writerows(table)
    return stream.getvalue()


def unfolded(whole: str) -> list[str]:
    """The lines of a calendar made whole. Raises UnreadableTextError when it carries a file."""
    joined = _FOLD.sub("", whole)
    if _ATTACHED.search(joined):
        raise UnreadableTextError("in deze agenda zit een bijlage. Haal die eruit.")
    # Not at every sign at which Python ends a line: a calendar knows one end of a line, and others may stand in a name.
    return _LINE_END.split(joined.removesuffix("\n").removesuffix("\r"))


def folded(lines: Iterable[str]) -> str:
    """Lines as a calendar, none wider than 75 bytes."""
    parts = []
    for line in lines:
        room, piece = _WIDE, ""
        for sign in line:
            size = len(sign.encode())
            if size > room:
                parts.append(piece + "\r\n ")
                room, piece = _WIDE - 1, ""
            piece += sign
            room -= size
        parts.append(piece + "\r\n")
    return "".join(parts)


def unescaped(value: str) -> str:
    """A calendar's text as it is read."""
    return re.sub(r"\\([,;\\])", r"\1", re.sub(r"\\[nN]", " ", value))


def escaped(value: str) -> str:
    """A text as a calendar holds it."""
    return re.sub(r"([,;\\])", r"\\\1", value)


def _lines(whole: str) -> Iterable[str]:
    # Its lines, and its paragraphs made whole, for a name may be cut by a line's end.
    paragraphs = PARAGRAPH.split(whole.replace("\r\n", "\n"))
    return (*whole.splitlines(), *(" ".join(part.split()) for part in paragraphs))


def _table(whole: str) -> Iterable[str]:
    # Each row read across, and each cell.
    table = rows(whole)
    return (*(" ".join(filter(None, map(str.strip, row))) for row in table), *(cell for row in table for cell in row))


def _calendar(whole: str) -> Iterable[str]:
    lines = [unescaped(line) for line in unfolded(whole)]
    return (*lines, *(line.partition(":")[2] for line in lines))
