"""Where a child's surname stands in a line, how far it reaches, and which first name belongs to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.fold import spelled
from sitegen.privacy.lexicon.particles import LOOSE, PARTICLES
from sitegen.privacy.people import DIGRAPHS, Owner
from sitegen.register import JOINED_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People

# Between the parts of one name: spaces, a line break, apostrophe, dot, hyphen, slash, quotes, a bracket.
_INSIDE = re.compile(r"[\s\"'.\-/_(]{0,4}\Z")
_WITHIN = re.compile(r"[ \n'.\-/_]{0,3}\Z")
_FIRST = re.compile(r"(?:[^\S\x1e\x1f]|[\"'\-_/(.)+]|[\x1e\x1f]\s*){0,5}\Z")
# A first name as first_before gives it; and how far before a surname one is looked for behind initials.
_First = tuple[int, str, tuple[Owner, ...]] | None
_INITIALS = 12
# In capitals these part two names as well: "THIJMEN EN MEESTER MARK POSTMA".
_PARTING = frozenset("en of met ook juf meester mevrouw meneer".split())
_BREAK = re.compile(r"[\x1e\x1f]")
_SENTENCE = re.compile(r"[.!?][\"')]*\s|[;]")


class Span(NamedTuple):
    """A surname in a line: its words [first, end) without tussenvoegsel, whose it may be, and where tussenvoegsels begin.

    lead: first word of the run of tussenvoegsels before it (= first when there is none).
    """

    first: int
    end: int
    lead: int
    owners: tuple[Owner, ...]
    whole: bool
    glued: bool = False


def spans(line: Line, people: People) -> Sequence[Span]:
    """Every place where a surname of a child near the page stands, as words of its own."""
    # The rules ask for them one behind the other.
    if people.spans is None or people.spans[0] is not line:
        people.spans = line, tuple(_spans(line, people))
    return people.spans[1]


def _spans(line: Line, people: People) -> Iterator[Span]:
    wanted = line.vocabulary & people.forms
    if not wanted:
        return
    done = 0
    for index in line.places(wanted):
        if index < done:
            continue
        word = line.words[index]
        owners = people.children.get(word.low)
        if owners is None:
            joined = tuple(owner for owner in people.joined.get(word.low, ()) if owner.role == "child")
            glued = people.glued(word.low)
            if not joined and not glued:
                continue
            span = Span(index, index + 1, _lead(line, index), joined or glued, whole=bool(joined), glued=not joined)
            if span.glued and len(word.low) <= JOINED_FROM and not _first_directly(line, span):
                continue
        else:
            span = _extend(line, index, tuple(owners))
        done = span.end
        yield span


def _first_directly(line: Line, span: Span) -> bool:
    return span.lead > 0 and any(line.words[span.lead - 1].low in owner.parsed.firsts for owner in span.owners)


def _extend(line: Line, index: int, owners: tuple[Owner, ...]) -> Span:
    words = line.words
    first, end = index, index + 1
    taken = {words[index].low}
    while end < len(words):
        step = end
        while step < len(words) and step < end + 3 and words[step].low in PARTICLES and _WITHIN.match(line.gap(step - 1)) and not _BREAK.search(line.gap(step - 1)):
            step += 1
        if step >= len(words) or _BREAK.search(line.gap(step - 1)) or not _WITHIN.match(line.gap(step - 1)):
            break
        if words[step].low in taken or _SENTENCE.search(line.gap(step - 1)) and len(words[step - 1].low) > 3:
            # "… en Linde Roos. Roos Groen", "Suze van Dam op de Dam": no name says one word twice, or goes on behind a full stop.
            break
        same = tuple(owner for owner in owners if words[step].low in owner.parsed.spellings)
        if same:
            owners, end = same, step + 1
            taken.add(words[step].low)
        elif line.gap(end - 1) == "-" and line.text[words[step].start].isupper() and line.kind != "slug" and not any(words[step].low in owner.parsed.firsts for owner in owners):
            end = step + 1
        else:
            break
    while first > 0 and line.gap(first - 1) in {"-", " - "} and line.kind != "slug" and words[first - 1].low not in PARTICLES:
        previous = words[first - 1]
        named = any(previous.low in owner.parsed.firsts for owner in owners)
        if named or len(previous.low) == 1 or not line.text[previous.start].isupper() or line.gap(first - 1) != "-":
            break
        first -= 1
    covered = {word.low for word in words[first:end]}
    whole = any(all(not set(spelling).isdisjoint(covered) for spelling in _cores(owner)) for owner in owners)
    return Span(first, end, _lead(line, first), owners, whole)


def _cores(owner: Owner) -> list[frozenset[str]]:
    return [spelled(core) for core in owner.parsed.cores]


def _lead(line: Line, first: int) -> int:
    lead = first
    while lead > 0 and first - lead < 5:
        gap = line.gap(lead - 1)
        if _initial(line, lead - 1, first):
            break
        if not _particle(line, lead - 1) or not _INSIDE.match(gap) or _SENTENCE.search(gap.replace(". ", " ")) or ("\x1e" in gap):
            break
        lead -= 1
    return lead


def lead_start(line: Line, index: int) -> int:
    """Where word `index` begins, the apostrophe of 't, 's or 'n included."""
    start = line.words[index].start
    return start - 1 if line.words[index].low in {"t", "s", "n"} and line.text[start - 1 : start] == "'" else start


def own_lead(line: Line, span: Span) -> int:
    """Where the tussenvoegsels that belong to a lone surname begin: a preposition "van" before it is no part of it."""
    words = line.words
    prefixes = {part for owner in span.owners for part in owner.parsed.prefix}
    if not prefixes:
        return span.first
    letters = {part[0] for part in prefixes}
    lead = span.first
    while lead > span.lead:
        low = words[lead - 1].low
        joined = any("".join(owner.parsed.prefix) == low for owner in span.owners)
        # "Ter Horst" of Van der Veen-ter Horst.
        second = low in {"ter", "ten", "den", "der"} and line.text[words[lead - 1].start].isupper()
        if low in prefixes or joined or second or (len(low) <= 3 and low[0] in letters and low not in {"van", "te", "op", "in", "aan", "uit"}):
            lead -= 1
        else:
            break
    return lead


def first_before(line: Line, span: Span, lead: int) -> _First:
    """The first name or initial before the surname: (word index, "exact" or "initial", whose); None when there is none."""
    return _before(line, span, lead, max(0, lead - _INITIALS), {})


def _before(line: Line, span: Span, lead: int, lowest: int, known: dict[int, _First]) -> _First:
    # Behind each initial the search goes on; what was found there is kept, for in spaced-out letters it would be asked for in every possible order.
    if lead not in known:
        known[lead] = _sought(line, span, lead, lowest, known)
    return known[lead]


def _sought(line: Line, span: Span, lead: int, lowest: int, known: dict[int, _First]) -> _First:
    words = line.words
    at = lead - 1
    for step in range(4):
        if at < 0:
            return None
        gap = line.gap(at)
        if not _FIRST.match(gap) or (_SENTENCE.search(gap) and len(words[at].low) > 3) or (_BREAK.search(gap) and step):
            return None
        low = words[at].low
        exact = tuple(owner for owner in span.owners if low in owner.parsed.firsts)
        if exact:
            return at, "exact", exact
        if gap[:1] in {'"', "'"} and (opened := _before_quote(line, at)) is not None:
            # Bram "de kok" Kuiper.
            at = opened
            continue
        if ")" in gap:
            # "Lotte (groep 1/2) de Vries": what stands between brackets parts no name.
            at = _before_bracket(line, at)
            continue
        if low.isdigit() and len(low) < 3 and not gap.strip() and line.gap(at - 1) == "":
            at -= 1  # the note in "Ruben¹ Terpstra"
            continue
        # Initials: "S. de Vries", "S de Vries", "Ch. Bakker"; a bare letter only as a capital.
        if (len(low) == 1 or low in DIGRAPHS) and (line.kind == "slug" or line.text[words[at].start].isupper() or gap in {".", "_"}):
            initial = tuple(owner for owner in span.owners if low in owner.parsed.initials)
            further = _before(line, span, at, lowest, known) if at > lowest else None
            if further and further[1] == "exact":
                return further
            if initial:
                return further or (at, "initial", initial)
        elif line.kind != "slug" and not line.text[words[at].start].isupper() or low in LOOSE or low in _PARTING:
            return None
        at -= 1
    return None


def _before_bracket(line: Line, at: int) -> int:
    # The word before the bracket that closes behind word `at`; -1 when none opens near.
    for index in range(at, max(-1, at - 5), -1):
        if index and "(" in line.gap(index - 1):
            return index - 1
    return -1


def _single(line: Line, at: int) -> bool:
    # The T of "Hoekzema T." and of "Hoekzema, T." is an initial.
    word = line.words[at]
    return len(word.low) == 1 and line.text[word.start].isupper() and line.text[word.start - 1 : word.start] != "'"


def _before_quote(line: Line, at: int) -> int | None:
    # The word before the quote that closes behind word `at`; None when none opens near.
    mark = line.gap(at)[0]
    for index in range(at, max(0, at - 5), -1):
        if line.gap(index - 1) in {f" {mark}", f" ({mark}"}:
            return index - 1
    return None


def first_after(line: Line, span: Span) -> tuple[int, int, int, str, tuple[Owner, ...]] | None:
    """An inverted name, "Vries, Sanne de": (first name's word, end of first names, end of trailing tussenvoegsels, how, whose)."""
    words = line.words
    at = span.end
    if at >= len(words):
        return None
    gap = line.gap(at - 1)
    comma = re.fullmatch(r"\s*[,;:)]*\s*[,(\x1f\x1e]?\s*'?", gap)
    if line.kind == "slug" and gap in {"-", "_"}:
        comma = re.match("", gap)
    if not comma or "." in gap:
        return None
    while at < len(words) and words[at].low in PARTICLES and not _single(line, at) and at < span.end + 3 and re.fullmatch(r"[\s,.'/()\x1f]{0,3}", line.gap(at - 1)):
        at += 1
    if at >= len(words):
        return None
    low = words[at].low
    exact = tuple(owner for owner in span.owners if low in owner.parsed.firsts)
    how = "exact"
    if not exact:
        # "Hoekzema T." as a cell or an item of its own; whether it stands alone is for the caller to see.
        last = at + 1 == len(words) or line.gap(at).lstrip(".")[:1] in {"\x1e", "\x1f", "\n", ""}
        if not (len(low) == 1 and ("," in gap or gap == " " and last) and line.text[words[at].start].isupper()):
            return None
        exact = tuple(owner for owner in span.owners if low in owner.parsed.initials)
        how = "initial"
        if not exact:
            return None
    end = at + 1
    called = {first for owner in exact for first in owner.parsed.firsts}
    while how == "exact" and end < len(words) and words[end].low in called and line.gap(end - 1) == " ":
        end += 1  # "Groen, Matthijs Cornelis de"
    given = end
    while end < len(words) and words[end].low in PARTICLES and end < given + 4 and re.fullmatch(r"[\s,.'/(\x1f]{0,3}", line.gap(end - 1)) and not _opens_sentence(line, end):
        end += 1
    if _own_surname(line, at, end, exact):
        return None
    prefixes = {part for owner in exact for part in owner.parsed.prefix}
    if end > given and not prefixes and "," not in gap:
        end = given
    # What trails must be a tussenvoegsel, not the next words of the sentence: "Bakker, Noor van groep 3".
    if end > given and end < len(words) and not re.match(r"\s*[,;.)(\x1e\x1f\n:–-]", line.gap(end - 1)) and not (prefixes and words[given].low in prefixes):
        end = given
    return at, given, end, how, exact


def _opens_sentence(line: Line, index: int) -> bool:
    # The second "de" of "Groen, Thijs de. De beker ging naar Tess".
    return line.gap(index - 1)[:2] in {". ", ".\n"} and line.text[line.words[index].start].isupper()


def _own_surname(line: Line, at: int, end: int, owners: tuple[Owner, ...]) -> bool:
    # "Sem de Vries, Sanne de Vries": the first name behind the comma has a surname of its own.
    words = line.words
    if end >= len(words) or not re.fullmatch(r"[ ']{1,2}", line.gap(end - 1)):
        return False
    following = words[end]
    own = any(following.low in owner.parsed.spellings for owner in owners)
    return own or (line.text[following.start].isupper() and len(following.low) > 1)


def _particle(line: Line, index: int) -> bool:
    low = line.words[index].low
    if low in PARTICLES or (low == "h" and index > 0 and line.gap(index - 1) == "/"):
        return True
    # The first letter of "o/d", "u.d.", "i/h".
    return low in {"o", "u", "i", "a"} and line.gap(index) in {"/", "."} and line.text[line.words[index].start].islower() and line.words[index + 1].low in {"d", "h", "t"}


def _initial(line: Line, index: int, first: int) -> bool:
    # The D of "D. v.d. Boom" is no tussenvoegsel, nor is the L of "L. D'Angelo".
    word = line.words[index]
    if len(word.low) != 1 or not line.text[word.start].isupper() or not line.gap(index).startswith(". "):
        return False
    if index + 1 == first:
        return not (index and line.words[index - 1].low == "v")
    return line.text[line.words[index + 1].start].islower() or line.gap(index + 1) == "'"
