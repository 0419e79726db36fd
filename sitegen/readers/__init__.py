"""A source becomes a draft. What can be read is the table READERS; nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.readers import page, word
from sitegen.readers.page import Beside, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["READERS", "Beside", "Reading", "read"]

READERS: Mapping[str, Callable[[str, bytes, str, Beside], Reading]] = {
    ".md": page.read,
    ".markdown": page.read,
    ".docx": word.read,
}


def read(path: str, data: bytes, changed: str, beside: Beside) -> Reading:
    """The draft in the source at `path`. Raises SiteError when it can't be read; KeyError for a kind not in READERS."""
    return READERS[path[path.rfind(".") :].lower()](path, data, changed, beside)
