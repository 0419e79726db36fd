"""Names of children as nobody writes them: a sign between their parts, capitals anywhere, a tussenvoegsel stuck to the surname.

The other rules read Dutch; what is none they don't take for a name, but whoever reads the page does. So nothing is asked of the sentence here:
where a surname stands beside its own bearer's first name, initial or family, and no sentence has what is between them, the surname goes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitegen.late import late
from sitegen.privacy.finding import Match
from sitegen.privacy.lexicon import cues, roles
from sitegen.privacy.lexicon.ordinary import ORDINARY, SURNAME_WORDS
from sitegen.privacy.lexicon.particles import PARTICLES
from sitegen.privacy.rules import context
from sitegen.privacy.rules.joined import joined
from sitegen.privacy.rules.lone import family_plural, lone
from sitegen.privacy.rules.names import POSSESSIVE, WHY, accept, adult_named, registered, somebody
from sitegen.privacy.rules.spans import Span, lead_start, own_lead, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People
    from sitegen.school import School

# A surname has this many words between it and its first name at most, tussenvoegsels and initials all.
_FAR = 7
# Where capitals change inside a word, and the rest of the word on either side.
_TURN = late(r"[a-z][A-Z]|[A-Z](?<=[A-Z]{2})[a-z]")
_LETTERS_BEFORE, _LETTERS_BEHIND = late(r"[A-Za-z]*\Z"), late(r"[A-Za-z]*")
_ENDS = late(r"[\x1e!?;]|\n\s*[-*]\s")
_STOP = late(r"\.\s+\Z")
# What the other rules look through, before a surname and behind it; no blank in it (")") is no sentence's either.
_BEFORE = late(r"(?:[^\S\x1e\x1f]|[\"'\-_/(.)+]|[\x1e\x1f]\s*){0,5}\Z")
_BEHIND = late(r"(?:\s+[,;:)]*|[,;:)]+\s+)\s*[,(\x1f]?\s*'?\Z|[^\S\x1e]*\x1f[^\S\x1e]*\Z")
_SIGN = late(r"[^\s\w\x1e\x1f\"'()\-/.,:;!?]|²|³|¹|(?<=\w)[(),:;]")
_LINKS = late(r"[&+,/:(]")
_BLANK = late(r"\s")
_CLOSE = late(r"\.?[ \n'\"]{1,3}\Z|[-_\x1f]\Z")
_ABBREVIATED = context.ABBREVIATIONS | roles.BODIES | roles.BODIES_AFTER | roles.TITLES | PARTICLES | ORDINARY
_STUCK = frozenset({"(", ")"})
_TIGHT = 5
# Stuck to a surname, these are tussenvoegsels as well: "svdberg".
_LETTER = frozenset("vdt")
_AND = frozenset({"en", "of", "and"})
_DETERMINED = frozenset("de het een t die dat deze dit geen ons onze".split())


def odd(people: People, school: School) -> Finder:
    """Names that only a fuzzer, a slip of the hand or somebody who hides one writes so."""
    names: tuple[Finder, ...] = (registered(people, school), joined(people, school), lone(people, school))

    def find(line: Line) -> Iterator[Match]:
        if line.kind == "slug" or not people.children:
            return
        yield from _parted(line, people, strange=False)
        even = _evened(line, people)
        if even is not None:
            for name in names:
                yield from name(even)
            yield from _parted(even, people, strange=True)

    return find


def _evened(line: Line, people: People) -> Line | None:
    # "S VrIes", "dAan Meijer": names in odd capitals as if these stood where they belong; None when there are none.
    if line.even:
        return None
    text = line.text
    first_names: set[str] | None = None
    done = 0
    for turn in _TURN.finditer(line.text):
        if turn.start() < done:
            continue
        before, behind = _LETTERS_BEFORE.search(text, max(0, turn.start() - 30), turn.start()), _LETTERS_BEHIND.match(text, turn.end())
        if before is None or behind is None:
            continue
        start, done = before.start(), behind.end()
        low = text[start:done].lower()
        if low in line.vocabulary:
            continue
        if first_names is None:
            first_names = {first for owner in people.owners if owner.role == "child" for first in owner.parsed.firsts}
        if low in people.children or low in people.joined or low in first_names:
            text = text[:start] + low.capitalize() + text[done:]
    return None if text == line.text else replace(line, text=text)


def _parted(line: Line, people: People, *, strange: bool) -> Iterator[Match]:
    for span in spans(line, people):
        yield from _judged(line, span, people, [word.low for word in line.words[span.first : span.end]], strange=strange)
    yield from _worn(line, people)


def _worn(line: Line, people: People) -> Iterator[Match]:
    # "Vriesde", "vanhoekzema": a surname with nothing stuck to it but tussenvoegsels; "semvanvriesde": and its first name before those.
    long = line.compounds - people.children.keys()
    haystack = " ".join(long)
    for core, owners in people.children.items():
        if core not in haystack:
            continue
        for low in long:
            head, found, tail = low.partition(core)
            if not found or _bare(tail):
                continue
            first = _unstuck(head)
            for at in line.places({low}):
                if not first:
                    yield from _judged(line, Span(at, at + 1, at, tuple(owners), whole=True), people, [core], strange=True)
                elif len(first) > 2 and any(first in owner.parsed.firsts for owner in owners):
                    word = line.words[at]
                    yield Match("naam", word.start + len(first), word.end, "", WHY, accept(line.seen[word.start : word.end]))


def _bare(letters: str) -> str:
    # `letters` without the tussenvoegsels that it ends in: "philouvan" → philou.
    for size in range(min(len(letters), 6), 1, -1):
        if letters[-size:] in PARTICLES:
            return _bare(letters[:-size])
    return letters


def _unstuck(letters: str) -> str:
    # Also without one letter of a tussenvoegsel: "semv" before "vriesde".
    left = _bare(letters)
    return _bare(left[:-1]) if left[-1:] in _LETTER else left


def _judged(line: Line, span: Span, people: People, cores: list[str], *, strange: bool) -> Iterator[Match]:
    # A surname that is also a word or a first name is one only with a capital, right beside its bearer's.
    wordy = any(core in SURNAME_WORDS or core in ORDINARY or people.calls(core) for core in cores)
    start = _before(line, span, people, strange=strange, wordy=wordy)
    if start is None and _behind(line, span, strange=strange, wordy=wordy):
        start = own_lead(line, span)
    if start is not None:
        lead = own_lead(line, span)
        if plural := family_plural(line, span, lead, context.before(line, lead, 1)):
            yield plural  # "de familie Hofsteenge en de Pawłowski's"
            return
        low, high = lead_start(line, start), line.words[span.end - 1].end
        if start and line.text[line.words[start - 1].start].islower() and (owned := POSSESSIVE.match(line.text, high)):
            high = owned.end()  # "familie en Pawłowski's": no first name is left to own it
        yield Match("naam", low, high, "", WHY, accept(line.seen[low:high]))


def _before(line: Line, span: Span, people: People, *, strange: bool, wordy: bool) -> int | None:
    """The first word of the surname with its tussenvoegsels, when its bearer stands before it and something between them is `strange`."""
    words = line.words
    firsts = {first for owner in span.owners for first in owner.parsed.firsts}
    initials = {initial for owner in span.owners for initial in owner.parsed.initials}
    capital = line.text[words[span.first].start].isupper()
    lead, found, other = span.first, None, 0
    for at in range(span.first - 1, max(-1, span.first - 1 - _FAR), -1):
        gap, low, raised = line.gap(at), words[at].low, line.text[words[at].start].isupper()
        if _ENDS.search(gap) or _STOP.search(gap) and len(low) > 2 and low not in PARTICLES or wordy and len(gap) > _TIGHT:
            break
        strange = strange or not _BEFORE.match(gap) or gap.strip() in _STUCK or not gap
        broken = low not in firsts and (_bare(low) in firsts or _unstuck(low) in firsts or at > 0 and len(line.gap(at - 1)) <= 2 and words[at - 1].low + low in firsts)
        if low in firsts or broken:
            ours = (strange or broken) and not adult_named(line, span, at, people) and (not wordy or capital and (raised or not _BLANK.search(gap)))
            return lead if ours else found
        if (low in cues.FAMILY or low in cues.PUPIL) and "\x1f" not in gap:
            own = {part for owner in span.owners for part in owner.parsed.prefix}
            between = words[at + 1 : span.first]
            if wordy and _LINKS.search(gap):
                return found  # "de kinderen & Bakker Bart"
            odd_word = any(word.low not in own and word.low != "van" for word in between)
            return lead if (strange or odd_word or not _CLOSE.match(gap)) and (capital or any(line.text[word.start].isupper() for word in between)) else found
        if _lettered(line, at, initials) and (raised and len(low) > 1 or (raised or gap[:1] in {".", "-"}) and (strange or low in PARTICLES and "." not in gap)):
            if not other and not adult_named(line, span, at, people) and not context.titled(line, at) and (not wordy or capital and raised):
                found = lead
        elif low in PARTICLES:
            lead = at if not other else lead
        elif raised and other < 2 and (other or not gap.isspace()) or low in _AND:
            # "Koen&Li+Vos", "GijsFloris en Hof": another child stands between.
            other += 1
        elif len(_bare(low)) > 1 and not low.isdigit() and gap:
            break
        strange = strange or len(low) == 1 and low not in PARTICLES and not raised
    return found


def _lettered(line: Line, at: int, initials: set[str]) -> bool:
    # Initials: one letter, or "SD" without full stops; "TV" and "MR" are none.
    word = line.words[at]
    if len(word.low) == 1:
        return word.low in initials
    return len(word.low) < 4 and line.text[word.start : word.end].isupper() and word.low[0] in initials and word.low not in _ABBREVIATED


def _behind(line: Line, span: Span, *, strange: bool, wordy: bool) -> bool:
    """Whether its bearer's first name stands behind the surname, with something `strange` between them."""
    words = line.words
    firsts = {first for owner in span.owners for first in owner.parsed.firsts}
    capital = line.text[words[span.first].start].isupper()
    strange = strange or _SIGN.search(line.text, max(0, words[span.lead].start - 1), words[span.lead].start) is not None
    strange = strange or span.lead > 0 and words[span.lead - 1].low.isalpha() and len(words[span.lead - 1].low) == 1 and line.gap(span.lead - 1) == " "
    for at in range(span.end, min(len(words), span.end + _FAR)):
        gap, low, raised = line.gap(at - 1), words[at].low, line.text[words[at].start].isupper()
        if _ENDS.search(gap) or _STOP.search(gap):
            return False
        strange = strange or not _BEHIND.match(gap)
        pair = at + 1 < len(words) and len(line.gap(at)) <= 2 and low + words[at + 1].low in firsts
        if low in firsts or pair:
            if wordy:
                return strange and capital and raised and len(gap) <= _TIGHT and not context.titled(line, span.lead)
            small = at == span.end and gap.isspace() and raised and not capital and not _DETERMINED.intersection(context.before(line, span.lead, 1))
            return (strange or small) and not somebody(line, span)
        if not (low in PARTICLES or len(low) == 1 or low.isdigit()):
            return False
    return False
