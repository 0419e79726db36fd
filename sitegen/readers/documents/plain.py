"""Text, tables and calendars (txt, csv, ics) as lines."""

from __future__ import annotations

import csv
import io
import re

from sitegen.readers.documents.document import Document, DocumentError

_FOLD = re.compile(r"\r?\n[ \t]")
_ATTACHED = re.compile(r"^(?:ATTACH|IMAGE|PHOTO)\b[^:]*:", re.IGNORECASE | re.MULTILINE)


def decoded(data: bytes) -> str:
    """The text in `data`: UTF-8, UTF-16 with its mark, or Windows-1252. Raises DocumentError for what is no text."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                raise DocumentError("dit tekstbestand is beschadigd. Bewaar het opnieuw als UTF-8.") from None
    if b"\0" in data:
        raise DocumentError("dit is geen tekstbestand. Bewaar het opnieuw als UTF-8.")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def text(data: bytes) -> Document:
    """A text file: its lines, and its paragraphs made whole, for a name may be cut by a line's end."""
    whole = decoded(data)
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", whole.replace("\r\n", "\n"))]
    return Document(tuple(dict.fromkeys(filter(None, (*map(str.strip, whole.splitlines()), *paragraphs)))))


def table(data: bytes) -> Document:
    """A CSV file: each row read across, each cell, and each column read down."""
    whole = decoded(data)
    rows = rows_of(whole)
    across = [" ".join(filter(None, map(str.strip, row))) for row in rows]
    return Document(tuple(dict.fromkeys(filter(None, (*across, *(cell.strip() for row in rows for cell in row))))))


def rows_of(whole: str) -> list[list[str]]:
    """The rows of a CSV text, with `;`, `,` or tab between the cells. Raises DocumentError."""
    body = re.sub(r"\Asep=.\r?\n", "", whole)
    sign = max(";,\t", key=body[:10_000].count)
    try:
        return list(csv.reader(io.StringIO(body), delimiter=sign))
    except csv.Error:
        raise DocumentError("deze tabel kan niet gelezen worden. Bewaar haar opnieuw als CSV.") from None


def ics(data: bytes) -> Document:
    """A calendar: its lines made whole, escapes resolved. One that carries a file is refused."""
    whole = _FOLD.sub("", decoded(data))
    if _ATTACHED.search(whole):
        raise DocumentError("in deze agenda zit een bijlage. Haal die eruit.")
    lines = [re.sub(r"\\([,;\\])", r"\1", re.sub(r"\\[nN]", " ", line)) for line in whole.splitlines()]
    values = [line.partition(":")[2] for line in lines]
    return Document(tuple(dict.fromkeys(filter(None, (*(line.strip() for line in lines), *(value.strip() for value in values))))))
