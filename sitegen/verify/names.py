"""Finds a child's surname beside its first name, initials or family, however it is written.

A surname alone is no leak: staff, shops, streets and plain words bear it too (FORMATS §5.4–6). What counts is the
evidence around it. One automaton finds every surname; a glance at what is near drops nearly all, `evidence` judges the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.verify.evidence import BLOCK, CELL, Case, Hit, Word
from sitegen.verify.knowing import Look, Sense
from sitegen.verify.leak import SURNAME
from sitegen.verify.words import DETERMINERS, FAMILIES, PARTICLES, RELATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.verify.knowing import Bearers, Knowledge

_BEFORE, _AFTER = 80, 60
_BLANK = frozenset({"", " ", "\n", BLOCK, CELL, ",", "(", ")", ":", ";", "!", "?", '"'})
# The last of a text, of a block (a meta description), of a value (a feed's summary).
_FULL_STOPS = frozenset({".", ". ", ".\n", f".{BLOCK}", f".{CELL}"})
_WORD = re.compile(r"[A-Z]*[a-z]+|[A-Z]+|[0-9]+")


def find(look: Look, known: Knowledge) -> Iterator[Hit]:
    """Every surname in a text that gives a child away, minus what a human accepted."""
    weak: dict[str, Hit] = {}
    seen: set[tuple[int, int]] = set()
    text, folded = look.text, look.folded
    for index, low, high in look.names:
        pattern = known.patterns[index]
        start, end = low + pattern.before - 1, high - pattern.after - 1
        if pattern.sense is Sense.PAIR:
            hit = _pair(folded, start + 1, end + 1, known.bearers(pattern))
        else:
            bearers = known.bearers(pattern)
            if text[start].islower() and (bearers.ordinary or _after_an_article(text, start, bearers)) and _in_a_sentence(text, start, end):
                continue
            if not _worth_a_look(look, bearers, start, end):
                continue
            hit = _judge(text, start, end, bearers)
        if hit is None or (hit.start, hit.end) in seen or known.accepts(text, hit.start, hit.end):
            continue
        seen.add((hit.start, hit.end))
        if hit.weak:
            weak[hit.number] = hit
        else:
            yield hit
    if len(weak) > 1:
        yield from weak.values()


def _in_a_sentence(text: str, start: int, end: int) -> bool:
    """Whether blanks or the like stand around the word: then a plain word in small letters is just that word."""
    return text[start - 1 : start] in _BLANK and (text[end : end + 1] in _BLANK or text[end : end + 2] in _FULL_STOPS)


def _after_an_article(text: str, start: int, bearers: Bearers) -> bool:
    """Whether a determiner stands before the word that is no part of the bearer's own name: "in een schuur", "de grootste appel"."""
    before = text[max(0, start - 24) : start].split()
    if text[start - 1 : start] != " " or not before:
        return False
    if len(before) > 1 and before[-1] not in DETERMINERS | PARTICLES and before[-1].islower() and before[-1].isalpha():
        before.pop()
    return before[-1].lower() in DETERMINERS and before[-1].lower() not in bearers.own


def _worth_a_look(look: Look, bearers: Bearers, start: int, end: int) -> bool:
    """Whether a first name, an initial or a word like "familie" is anywhere near; quick, and never stricter than the judge."""
    folded = look.folded
    before, after = folded[max(0, start - _BEFORE) : start + 1].decode(), folded[end + 1 : end + _AFTER].decode()
    words = before.split()
    if bearers.adults and _an_adult_has_it(words, after, bearers):
        return False
    if not bearers.firsts.keys().isdisjoint(words[:-1] if before[-1] != " " else words):
        return True
    if not bearers.firsts.keys().isdisjoint(after.split()):
        return True
    if bearers.split and any(first in f"{before} {after}".replace(" ", "") for first in bearers.split):
        return True
    head = "" if before[-1] == " " else words.pop()
    tail = "" if after[:1] == " " else after.split(" ", 1)[0]
    if head or tail:
        for first in bearers.firsts:
            if first in head or first in tail:
                return True
        if head and not (head[0] in bearers.initials or head in PARTICLES):
            return False
    for word in reversed(words):
        if word in PARTICLES and len(word) > 1:
            continue
        if len(word) <= 4 or word in FAMILIES:
            return True
        return look.text[end : end + 1] == "," or any(first in word for first in bearers.firsts)
    return look.text[end : end + 1] == ","


def _an_adult_has_it(words: list[str], after: str, bearers: Bearers) -> bool:
    """Whether the word before the surname is the first name of a staff or committee member of that name, and no child is near."""
    for word in reversed(words):
        if word not in PARTICLES or len(word) == 1:
            return len(word) > 1 and word in bearers.adults and RELATIVES.isdisjoint(words) and RELATIVES.isdisjoint(after.split())
    return False


def _judge(text: str, start: int, end: int, bearers: Bearers) -> Hit | None:
    low, high = max(0, start - _BEFORE), min(len(text), end + _AFTER)
    words = [Word(one[0].lower(), one[0], *one.span()) for one in _WORD.finditer(text, low, high)]
    first = next((place for place, word in enumerate(words) if word.end > start), None)
    last = next((place for place, word in enumerate(words) if word.end >= end), None)
    if first is None or last is None:
        return None
    head, tail = text[words[first].start : start].lower(), text[end : words[last].end].lower()
    return Case(text, words, first, last, start, end, bearers).verdict(head, tail)


def _pair(folded: bytes, start: int, end: int, bearers: Bearers) -> Hit | None:
    """A short surname joined to its bearer's first name, "emmavos" or "EmmaVos": nothing but digits may be attached."""
    if folded[start - 1 : start].isalpha() or folded[end : end + 1].isalpha():
        return None
    pair = folded[start:end].decode()
    for child in bearers.children:
        firsts = [first for first in child.firsts if pair.startswith(first) or pair.endswith(first)]
        if firsts:
            return None if bearers.adults.intersection(firsts) else Hit(start - 1, end - 1, child.number, SURNAME)
    return None
