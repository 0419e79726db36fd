"""Text, tables and calendars (txt, csv, ics): whatever their coding."""

from __future__ import annotations

import re

from sitegen import plaintext
from sitegen.readers.documents.document import Document, DocumentError

# Each program ends a line at other signs of these, or shows nothing for them: what stands on either side reads on for some.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def text(data: bytes) -> Document:
    """A text file. Raises DocumentError."""
    return _document("txt", data)


def table(data: bytes) -> Document:
    """A CSV file. Raises DocumentError."""
    return _document("csv", data)


def ics(data: bytes) -> Document:
    """A calendar. Raises DocumentError; also when it carries a file."""
    return _document("ics", data)


def _document(kind: str, data: bytes) -> Document:
    whole = _decoded(data)
    if _CONTROLS.search(whole):
        raise DocumentError("in dit tekstbestand staan tekens die niemand kan zien. Kopieer de tekst naar een nieuw bestand.")
    try:
        return Document(plaintext.texts(kind, whole), whole=whole)
    except plaintext.UnreadableTextError as error:
        raise DocumentError(str(error)) from None


def _decoded(data: bytes) -> str:
    """The text in `data`: UTF-8, UTF-16 with its mark, or Windows-1252."""
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
