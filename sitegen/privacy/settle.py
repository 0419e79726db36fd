"""Where matches overlap, the longest stays; what a human accepted is left alone."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from functools import lru_cache
from typing import TYPE_CHECKING

from sitegen.privacy.people import low_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.privacy.finding import Match
    from sitegen.privacy.passage import Line
    from sitegen.register import Accepted

# As far around a hit as the verifier looks: what a person accepted stands there, and a pattern searches no whole page.
_NEAR = 200


def settle(matches: Iterable[Match]) -> list[Match]:
    """`matches` without overlap, in order of place: a longer one before a shorter, an earlier rule before a later."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda one: (one.start - one.end, one.start)):
        if match.end > match.start and all(match.end <= other.start or match.start >= other.end for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda one: one.start)


def unaccepted(matches: Iterable[Match], line: Line, accepted: Iterable[Accepted], page: str) -> list[Match]:
    """`matches` without those that touch a text accepted in `uitzonderingen.yaml` for `page`."""
    left = list(matches)
    if not left:
        return left
    for one in accepted:
        if one.page and not _same_page(one.page, page):
            continue
        pattern = _pattern(one.text, one.pattern)
        if pattern is None:
            continue
        text = line.low if one.text else line.seen
        left = [match for match in left if not any(found.start() < match.end and match.start < found.end() for found in pattern.finditer(text, max(0, match.start - _NEAR), match.end + _NEAR))]
    return left


def _same_page(wanted: str, page: str) -> bool:
    wanted = wanted.lstrip("/")
    return page == wanted or page.endswith("/" + wanted) or fnmatch(page, wanted)


@lru_cache(maxsize=512)
def _pattern(text: str, pattern: str) -> re.Pattern[str] | None:
    if text:
        # The words in order, whatever parts them: "Nina Vos" also accepts "nina-vos" in an address.
        parts = low_words(text)
        return re.compile(r"(?<![^\W_])" + r"[\W_]{0,5}".join(map(re.escape, parts)) + r"(?![^\W_])") if parts else None
    try:
        return re.compile(pattern, re.IGNORECASE) if pattern else None
    except re.error:
        return None
