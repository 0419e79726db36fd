"""Regular expressions that are compiled when they are first asked, not when their module is loaded.

The rules hold some hundreds; compiling all of them takes longer than everything else that one edited letter needs, and
a page asks few.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags")


class _Late:
    """Stands for a pattern; after the first question its methods are the compiled pattern's own, at their full speed."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self._written = (pattern, flags)

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._written)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, at the first use. A pattern that is wrong raises `re.error` only then."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


def late_bytes(pattern: bytes, flags: int = 0) -> re.Pattern[bytes]:
    """As `late`, for bytes."""
    return cast("re.Pattern[bytes]", _Late(pattern, flags))
