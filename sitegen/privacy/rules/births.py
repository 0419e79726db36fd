"""Dates of birth with a year: the year goes, the birthday may stay (FORMATS §6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.late import late
from sitegen.privacy.finding import Match
from sitegen.privacy.lexicon import cues, words
from sitegen.privacy.lexicon.famous import FAMOUS
from sitegen.privacy.rules.columns import headed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Line, Word
    from sitegen.privacy.people import People
    from sitegen.school import School

_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec)\.?"
# Whoever was born before 1930 is in the history books.
_YEAR = r"(?:19[3-9]\d|20[0-4]\d)"
_DAY = r"\d{1,2}(?:e|ste|de)?|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|[a-z]{4,9}tiende|[a-z]{0,9}(?:twintig|dertig)ste"
_ONES = r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|(?:[a-z]{3,8}en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig))"
_DATE = late(
    rf"(?<!\d)(?:(?P<day>{_DAY})\s+(?:van\s)?(?P<month>{_MONTH})(?P<y1>,?\s*(?:van\s+|in\s+)?(?:'\d\d|{_YEAR}|(?:tweeduizend|negentienhonderd|negentien)\s?(?:en\s)?{_ONES}\b))"
    rf"|(?P<d2>\d{{1,2}}\s?[-/.]\s?\d{{1,2}})(?P<y2>\s?[-/.]\s?(?:{_YEAR}|'?\d\d))|(?P<iso>(?P<y3>{_YEAR}[-/])\d{{2}}[-/]\d{{2}})|(?P<y4>{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])))(?!\d|-\d)"
)
_BORN = late(r"(?:geboren|geboortedat(?:um|a)|geb\.?(?:\s?dat\.?|datum)?|geboorte\b|ter wereld|het levenslicht|[*°†])[^.!?\x1e]{0,45}\Z|(?:geboortedatum|geboren|verjaardag)\s?:?\s*\x1e\s*\Z|\bverjaardag\b[^.!?\x1e]{0,25}[:(-]\s?\Z|jarig[^.!?\x1e\x1f]{0,25}\(\Z")
_BORN_AFTER = late(r"\s*(?:\)|,)?\s*(?:is|werd|zijn|kwam|zag)?\s*(?:[^\s.!?\x1e\x1f]+\s){0,6}?(?:geboren|ter wereld|het levenslicht)")
_NAMED = late(r"[A-Z][\w'-]+(?:\s*[,(:*-]\s*|\s|\sis van(?: het jaar)?\s)\Z")
_CLOSED = late(r"\s*(?:[),.;\x1e\x1f\n]|-\s|\Z)")
_COLUMN = late(r"\s*(?:geb|geboorte|verjaardag|jarig)")
# Who is spoken of with these is no private person; with the others, he is somebody of the school.
_PUBLIC = words("koning koningin prins prinses keizer president premier minister schrijver schrijfster auteur dichter dichteres schilder schilderes componist uitvinder wetenschapper astronaut ruimtevaarder zanger zangeres acteur actrice illustrator illustratrice tekenaar voetballer wielrenner schaatser kunstenaar kunstenares ontdekkingsreiziger verzetsheld filosoof popster")
_OURS = cues.PARENT | cues.FAMILY | cues.PUPIL | words("juf juffrouw meester collega leerkracht directeur conciërge concierge oom tante buurvrouw buurman vrijwilliger stagiaire stagiair gezin leerlingen kinderen ons onze")


def births(people: People, school: School) -> Finder:
    """The year in a date of birth, unless a public figure's."""
    del school

    def find(line: Line) -> Iterator[Match]:
        low = line.low
        columns: list[tuple[int, int]] | None = None
        for found in _dates(line):
            start, end = found.span()
            if columns is None:
                columns = [(cell.start, cell.end) for cell in headed(line, _COLUMN)]
            born = _born(low, start, end)
            if not (born or (not found["y4"] and _beside(line, found, people)) or any(left <= start < right for left, right in columns)):
                continue
            if _public(line, start, end, people):
                continue
            group = next(name for name in ("y1", "y2", "y3", "y4") if found[name])
            low_at, high_at = found.span(group)
            yield Match("geboortedatum", low_at, high_at, "", "geboortedatum met jaartal", f'uitzonderingen.yaml: - {{text: "{found[0]}", why: "…", who: "…", until: "…"}}')

    return find


# Where a year may be; the long look for a date is worth it only there.
_YEARISH = late(r"19[3-9]\d|20[0-4]\d|'\d\d|tweeduizend|negentien")
_NUMERIC = late(r"\d\d?\s?[-/.]\s?\d\d?\s?[-/.]\s?'?\d\d")


def _yearish(line: Line) -> bool:
    # Whether the first look can find anything: asked of the digits alone.
    if "tweeduizend" in line.low or "negentien" in line.low:
        return True
    text = line.text
    return any(text[start - 1 : start] == "'" or end - start >= 4 and ("19" in (run := text[start:end]) or "20" in run) for start, end in line.numbers)


def _numeric(line: Line) -> bool:
    # Whether the second can: three numbers with hardly anything between them, that in the middle of two digits at most.
    numbers = line.numbers
    return any(third[0] - first[1] < 10 and end - start < 3 for first, (start, end), third in zip(numbers, numbers[1:], numbers[2:], strict=False))


def _dates(line: Line) -> Iterator[re.Match[str]]:
    low = line.low
    looks = [look for look, due in ((_YEARISH, _yearish(line)), (_NUMERIC, _numeric(line))) if due]
    done = 0
    for start, end in sorted([near.span() for look in looks for near in look.finditer(low)]):
        if start >= done:
            for found in _DATE.finditer(low, max(done, start - 40), end + 40):
                done = found.end()
                yield found


def _born(low: str, start: int, end: int) -> bool:
    return bool(_BORN.search(low, max(0, start - 70), start) or _BORN_AFTER.match(low, end))


def _beside(line: Line, found: re.Match[str], people: People) -> bool:
    # "Sem (3-3-2016)", "Sem 03-03-2016": a whole date right behind a person, with a year that is no event of these days.
    start, end = found.span()
    year = re.search(r"\d{4}", found[0])
    if year and int(year[0]) >= 2024 or not _CLOSED.match(line.low, end) or not _NAMED.search(line.text, max(0, start - 45), start):
        return False
    last = line.word_at(start) - 1
    return any(_person(word, line, people) for word in line.words[max(0, last - 5) : last + 1] if "\x1e" not in line.text[word.end : start] and "." not in line.text[word.end : start])


def _person(word: Word, line: Line, people: People) -> bool:
    low = word.low
    return line.text[word.start].isupper() and (people.calls(low) or low in people.seen_firsts or low in people.adults)


def _public(line: Line, start: int, end: int, people: People) -> bool:
    left, right = line.sentence(start, end)
    first, last = line.word_at(left), line.word_at(right)
    lows = [word.low for word in line.words[first:last] if not word.low.isdigit()]
    if any(" ".join(lows[at : at + length]) in FAMOUS for at in range(len(lows)) for length in (2, 3, 4)):
        return True
    if not _OURS.isdisjoint(lows) or any(low in people.adults or low in people.children or low in people.seen for low in lows):
        return False
    if not _PUBLIC.isdisjoint(lows):
        return True
    # A full name that the school doesn't know, of somebody who is past the age of its people.
    year = re.search(r"19\d\d", line.text[start:end])
    return bool(year and int(year[0]) < 1955 and re.search(r"[A-Z][\w'-]+ (?:(?:van|de|der|den|ter|ten|van de|van der) )?[A-Z]", line.text[left:right]))
