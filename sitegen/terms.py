"""From a cleared page to the words it is found by: folded, without filler, brought back to their stems.

The browser does the same to a question (theme/assets/zoek.js, functions vouw and stam); a test compares the two word
for word. The stems are those of Snowball's Dutch stemmer, with two small steps around it for what it leaves apart:
"vakanties" and "vakantie" before it, "brieven" and "brief" after it.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from sitegen.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sitegen.privacy.cleared import A, Cleared

# Where the alphabet is cut in 64: each part has about as many words of school Dutch. A question's word, or its beginning,
# tells by these alone in which part it must be looked for. Changing them means a new index; nothing else.
CUTS = tuple(
    "130 28 45 552 aann afn ap bast bena bezw boot bur conv dekl dis duri erf fien gat geme gez gron hav hofs idr inti joy kei kink kni kro lees "
    "lid luiz marq men mot niet og onte ort parr plan proj rel san schr sik spee ste surp tenz toe uitg veer verl verw vog voss warm weth wor zien".split()
)
BUCKETS = 64
_WORD = re.compile(r"[a-z]{2,40}|\d{1,6}")
_TAG = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]>", re.DOTALL)
_ALT = re.compile(r'<img\b[^>]*\balt="([^"]+)"')
_PLURAL = re.compile(r"(?:ie|[^aeiou]e)s\Z")
STOP = frozenset(
    "aan al alle allemaal als altijd ben bij daar dan dat de den der deze die dit doe doen door dus een en er ga gaan gaat had heb hebben heeft heel "
    "hem het hier hij hoe hun iets ik in is ja je jou jouw kan kunnen maar me meer men met mij mijn moet moeten na naar nee niet nog nu of om omdat onder "
    "ons onze ook op over per te tegen tijdens toch toen tot tussen uit uw van veel voor waar was wat we weer wel welke werd wie wij wil willen worden "
    "wordt ze zei zelf zich zij zijn zo zoals zou zouden zullen".split()
)
# The order of weight: what stands in the title counts most.
BODY, HEADING, TITLE = "", "+", "*"


def page_terms(cleared: Cleared[A]) -> tuple[str, ...]:
    """The terms of a page, one string for each part of the alphabet: stems between spaces, "+" after one of a heading, "*" of the title."""
    markup = str(cleared.body)
    if "<img" in markup:
        markup += " ".join(_ALT.findall(markup))
    found: dict[str, str] = dict.fromkeys(stems(html.unescape(_TAG.sub(" ", markup))), BODY)
    headings = " ".join(_HEADING.findall(markup)) if "<h" in markup else ""
    tags = cleared.words.get("tags")
    if isinstance(tags, tuple):
        headings += " " + " ".join(tags)
    if headings:
        found.update(dict.fromkeys(stems(html.unescape(_TAG.sub(" ", headings))), HEADING))
    found.update(dict.fromkeys(stems(cleared.title), TITLE))
    parts: list[list[str]] = [[] for _ in range(BUCKETS)]
    for stem, weight in found.items():
        parts[bisect_right(CUTS, stem)].append(stem + weight)
    return tuple(" ".join(sorted(part)) for part in parts)


def stems(text: str) -> Iterable[str]:
    """The stems of a text, in order, without filler words."""
    return [_stem(word) for word in _WORD.findall(fold(text)) if word not in STOP]


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    if word.isdigit():
        return word
    if _PLURAL.search(word) and len(word) > 4:
        word = word[:-1]
    stem = _snowball()(word)
    if len(stem) > 2 and stem[-1] in "vz":
        stem = stem[:-1] + {"v": "f", "z": "s"}[stem[-1]]
    return stem


@lru_cache(maxsize=1)
def _snowball() -> Callable[[str], str]:
    import snowballstemmer

    # Since version 3 the name "dutch" is another algorithm (Kraaij-Pohlmann); its predecessor has a name of its own.
    name = "dutch_porter" if "dutch_porter" in snowballstemmer.algorithms() else "dutch"
    stem: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return stem
