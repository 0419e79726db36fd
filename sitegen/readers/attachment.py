"""A linked file becomes the texts in it: contents, properties, comments, hidden parts, file name (FORMATS §7)."""

from __future__ import annotations

import re

from sitegen.digest import digest
from sitegen.draft import Attachment

_MAX_BYTES = 30_000_000
# More text than this nobody links to a page; and the pass must read all of it.
_MAX_TEXT = 5_000_000
# A file in letters (base64): no word is so long. Mail programs cut it in lines of 60 to 76.
_LETTERED = re.compile(r"[A-Za-z0-9+/]{500}|(?:[A-Za-z0-9+/]{60,76}\s){6}")


def read(data: bytes, name: str, path: str) -> Attachment:
    """The file in `data` as the pass judges it.

    Never raises for what is in the file: whatever can't be read is an attachment with a fault, and stays out.
    """
    from sitegen.readers.documents import KINDS, DocumentError, ending

    known = digest(data)
    try:
        kind = KINDS.get(ending(name))
        if kind is None:
            raise DocumentError(f"een bestand van deze soort (.{ending(name) or '?'}) wordt niet op de website gezet. Bewaar het als PDF.")  # noqa: TRY301
        if not data:
            raise DocumentError("dit bestand is leeg.")  # noqa: TRY301
        if len(data) > _MAX_BYTES:
            raise DocumentError(f"dit bestand is groter dan {_MAX_BYTES // 1_000_000} MB. Maak het kleiner.")  # noqa: TRY301
        document = kind(data)
        if sum(map(len, document.texts)) > _MAX_TEXT:
            raise DocumentError("er staat te veel tekst in om na te kijken. Splits het bestand.")  # noqa: TRY301
        if any(map(_LETTERED.search, document.texts)):
            raise DocumentError("in dit bestand zit een ander bestand, in letters geschreven. Haal dat eruit.")  # noqa: TRY301
    except DocumentError as error:
        return Attachment(name, path, known, fault=str(error))
    return Attachment(name, path, known, document.texts, photos=document.photos, whole=document.whole)
