"""Does a text name a child? On social media none is named at all, unless the school and the parents say so.

Stricter than the pass, which leaves first names (FORMATS §5.2): here every first name of a child that the school knows
counts, in every form that a newsletter gives it, and so does a first name of which nobody knows whose it is.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from sitegen.consent import FIRST_NAME
from sitegen.fold import squeeze, tokens
from sitegen.privacy.lexicon.famous import FAMOUS
from sitegen.privacy.lexicon.firstnames import FIRST_NAMES
from sitegen.privacy.lexicon.ordinary import COMMON, ORDINARY, SURNAME_WORDS
from sitegen.privacy.lexicon.particles import PARTICLES
from sitegen.privacy.lexicon.roles import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.register import Register
    from sitegen.school import School

_WORD = re.compile(r"[^\W\d_]+(?:['’`-][^\W\d_]+)*")
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_PARTS = re.compile(r"[-'’`]")
# "Sannes tekening", "Sanne's tekening", "kleine Daantje".
_ENDINGS = ("s", "tje", "je", "ke")
# Between two words of one name there is nothing but a space.
_GAP = re.compile(r"\s+\Z")
_WORDS = SURNAME_WORDS | ORDINARY | COMMON
_SAINTS = frozenset({"sint", "st", "heilige"})


class Names:
    """The children's names of one school, as far as they may not stand in a post."""

    def __init__(self, register: Register, school: School) -> None:
        bearers: dict[str, list[str]] = {}
        for pupil in register.pupils:
            for word in tokens(pupil.name.first):
                bearers.setdefault(word, []).append(pupil.number)
        for name in register.first_names:
            for word in tokens(name):
                bearers.setdefault(word, [])
        self._barred = {word for word in bearers if len(word) > 1 and word not in PARTICLES}
        self._agreed: set[str] = set()
        settings = school.settings.get("social")
        if isinstance(settings, dict) and settings.get("first_names") is True:
            # A name that two children bear is only free when the parents of both agree.
            self._agreed = {word for word, numbers in bearers.items() if numbers and all(register.answer(number, FIRST_NAME).may for number in numbers)}
        self._staff = {word for one in register.staff for word in tokens(one.name.first)}

    def named(self, text: str) -> bool:
        """Whether `text` names a child, or somebody who may be one."""
        text = "".join(one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf")
        found = list(_WORD.finditer(text))
        words = [one[0] for one in found]
        gaps = [text[one.end() : after.start()] for one, after in pairwise(found)]
        adults = {place + more for place, word in enumerate(words) if _base(word, FIRST_NAMES) for more in range(_adult(words, gaps, place))}
        return any(self._is_child(part, adult=place in adults) for place, word in enumerate(words) for part in _parts(word))

    def joined(self, text: str) -> bool:
        """Whether a slug, a hashtag or an address names a child: words in it may be joined."""
        return self.named(" ".join(part.capitalize() for part in re.split(r"[-_/.#]+", _CAMEL.sub("-", text)) if part))

    def _is_child(self, part: str, *, adult: bool) -> bool:
        known = _base(part, self._barred)
        capital = part[:1].isupper()
        if known:
            # "de roos", "in mei": a word that is no name unless it bears a capital.
            return known not in self._agreed and (capital or squeeze(part) not in _WORDS)
        word = _base(part, FIRST_NAMES)
        return bool(word) and capital and not adult and word not in self._staff and word not in ORDINARY


def _adult(words: Sequence[str], gaps: Sequence[str], place: int) -> int:
    """How many words from `place` on name an adult: after a role, or one of the famous. In doubt none."""
    before = squeeze(words[place - 1]) if place and _GAP.match(gaps[place - 1]) else ""
    rest = _name_from(words, gaps, place)
    if before in TITLES or before in _SAINTS or squeeze(_PARTS.split(words[place])[0]) in _SAINTS:
        return len(rest)
    return next((count for count in range(len(rest), 1, -1) if " ".join(tokens(" ".join(rest[:count]))) in FAMOUS), 0)


def _parts(word: str) -> Iterator[str]:
    """A word with the words it is made of: "Mare-Lynn" → itself, Mare, Lynn; "HupSanne" → itself, Hup, Sanne."""
    yield word
    for part in _PARTS.split(word):
        if part != word:
            yield part
        for piece in _CAMEL.split(part):
            if piece != part:
                yield piece


def _base(part: str, names: set[str] | frozenset[str]) -> str:
    """The name that a word is a form of, or ""."""
    word = squeeze(part)
    if word in names:
        return word
    return next((word[: -len(end)] for end in _ENDINGS if len(word) - len(end) > 2 and word.endswith(end) and word[: -len(end)] in names), "")


def _name_from(words: Sequence[str], gaps: Sequence[str], place: int) -> list[str]:
    """The words from `place` on that may belong to one name: with capitals, or tussenvoegsels, parted by spaces only."""
    result = [words[place]]
    for gap, word in zip(gaps[place:], words[place + 1 :], strict=False):
        if not _GAP.match(gap) or not (word[0].isupper() or squeeze(word) in PARTICLES):
            break
        result.append(word)
    return result
