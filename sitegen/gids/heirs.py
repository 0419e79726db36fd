"""Which chapter took the place of one that is gone: the one whose title and headings look most like it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# Below this a reader would not find what he came for; the old text under its year serves him better.
ENOUGH = 0.4
_SHORTEST = 4


class Outline(NamedTuple):
    """What a chapter looks like from afar: the name in its address, its title and its headings."""

    slug: str
    title: str
    headings: tuple[str, ...]


def nearest(gone: Outline, there: Iterable[Outline]) -> tuple[str, float]:
    """The name of the heir among the chapters that are there, and how alike they are (0 to 1); ("", 0.0) when none is."""
    score, slug = max(((alike(gone, one), one.slug) for one in there), default=(0.0, ""))
    return (slug, score) if score >= ENOUGH else ("", 0.0)


def alike(one: Outline, other: Outline) -> float:
    """How alike two chapters are. Headings weigh most: a chapter gets a new title sooner than all new headings."""
    titles = _shared(_words(one.title), _words(other.title))
    headings = _shared({fold(text) for text in one.headings}, {fold(text) for text in other.headings})
    return max(titles, 0.4 * titles + 0.6 * headings)


def _shared(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _words(text: str) -> set[str]:
    return {word for word in re.split(r"\W+", fold(text)) if len(word) >= _SHORTEST}
