"""The kinds of document that can be read through and through. What isn't in KINDS is not published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.readers.documents.document import Document, DocumentError, ending
from sitegen.readers.documents.office import odt, office
from sitegen.readers.documents.pdf import pdf
from sitegen.readers.documents.plain import ics, table, text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["KINDS", "Document", "DocumentError", "ending"]

KINDS: Mapping[str, Callable[[bytes], Document]] = {
    "pdf": pdf,
    "docx": office,
    "xlsx": office,
    "pptx": office,
    "odt": odt,
    "txt": text,
    "csv": table,
    "ics": ics,
}
