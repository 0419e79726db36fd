"""Tables about children: the columns of surnames and tussenvoegsels go, in a column of names the first name stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.late import late
from sitegen.privacy.finding import Match
from sitegen.privacy.lexicon.firstnames import FIRST_NAMES
from sitegen.privacy.lexicon.particles import PARTICLES
from sitegen.privacy.rules import context, evidence
from sitegen.privacy.rules.names import accept
from sitegen.register import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Cell, Line
    from sitegen.privacy.people import People
    from sitegen.school import School

_LAST = late(r"\s*(?:achternaam|achternamen|familienaam|geslachtsnaam)\b")
_PREFIX = late(r"\s*(?:tussenvoegsels?|tussenv\.?|tv|tsv|tvgl|tussen|voorvoegsels?|voorv\.?|vv)(?![\w])")
_NAME = late(r"\s*(?:naam|namen|wie|leerling(?:en)?|kind(?:eren)?|speler|spelers|deelnemer|deelnemers|winnaar|winnaars|jarige|jarigen|door|gespeeld door|voor- en achternaam|volledige naam)\b")
# A column of these holds children and nobody else.
_SURE = late(r"\s*(?:leerling(?:en)?|kind(?:eren)?|speler|spelers|deelnemers?|winnaars?|jarigen?)\s*\Z")
_ADULT = late(r"\b(?:functie|taak|taken|werkmail|werkdagen|medewerkers?|leerkracht(?:en)?|begeleiders?|commissie|geleding|organisatie|instantie|bedrijf|telefoonnummer school|beroep|auteur|schrijver|teamlid|bereikbaar|zittingsperiode|aftredend|namens|ouders?|chauffeurs?|rijouders?)\b")
_CHILD = late(r"\b(?:groep|klas|leerling(?:en)?|kind(?:eren)?|jarig(?:en)?|leeftijd|verjaardag|geboortedatum|geb\.?\s?datum|score|punten|plaats|uitslag|speler|winnaars?|diploma|rol|afstand|tijd)\b")
_INVERTED = late(rf"\s*((?:[\w'-]+\s)*[\w'-]+),\s*([\w-]+(?: [A-Z][\w-]+)?)((?:[\s.'/]+(?:{'|'.join(sorted(PARTICLES, key=len, reverse=True))}))*)[\s.]*\Z", re.IGNORECASE)
_PARTS = late(r"(,\s*|\s+en\s+|\s*&\s*|\s*/\s*|\s*\+\s*|\n|\s*;\s*)")
_WHY = "achternaam in een tabel over kinderen"


def tables(people: People, school: School) -> Finder:
    """Surnames by the structure of a table, whether or not the register knows the child."""
    del school

    def find(line: Line) -> Iterator[Match]:
        if not line.cells:
            return
        for table in sorted({cell.table for cell in line.cells}):
            cells = [cell for cell in line.cells if cell.table == table]
            yield from _table(line, cells, people)

    return find


def _table(line: Line, cells: list[Cell], people: People) -> Iterator[Match]:
    heads = {cell.column: line.low[cell.start : cell.end] for cell in cells if cell.row == 0}
    body = [cell for cell in cells if cell.row > 0]
    top = " ".join(heads.values())
    adult = bool(_ADULT.search(top)) or evidence.about_adults(line, cells[0].start) or any(_staff(line, cell, people) for cell in body)
    if adult and not re.search(r"\b(?:leerling|kind)", top):
        return
    child = bool(_CHILD.search(top)) or any(word in people.seen_firsts for cell in body for word in _lows(line, cell)[:3]) or _about_children(line, cells[0].start)
    turned = {cell.column for cell in body if (one := _INVERTED.match(line.text, cell.start, cell.end)) and not _known(one[1].split()[-1], people)}
    for cell in body:
        head = heads.get(cell.column, "")
        text = line.text[cell.start : cell.end].strip()
        if not text:
            continue
        if _LAST.match(head) or _PREFIX.match(head):
            start = cell.start + len(line.text[cell.start : cell.end]) - len(line.text[cell.start : cell.end].lstrip())
            yield Match("tabel", start, cell.end, "", _WHY, accept(text))
        elif child and _NAME.match(head):
            sure = bool(_SURE.match(head))
            yield from _alone(line, cell, people) if sure and len(_lows(line, cell)) == 1 else _name(line, cell, people, sure=sure, turned=cell.column in turned)


def _lows(line: Line, cell: Cell) -> list[str]:
    first = line.word_at(cell.start)
    result = []
    while first < len(line.words) and line.words[first].start < cell.end:
        result.append(line.words[first].low)
        first += 1
    return result


def _staff(line: Line, cell: Cell, people: People) -> bool:
    lows = _lows(line, cell)
    return any(owner.role == "staff" and not owner.parsed.firsts.isdisjoint(lows) for low in lows for owner in people.adults.get(low, ()))


def _about_children(line: Line, position: int) -> bool:
    title = evidence.heading(line, position)
    return bool(re.search(r"\b(?:jarig|leerling|kind|winnaar|deelnemer|speler|rolverdeling|uitslag|groepsverdeling|verjaardag)", title)) and not re.search(r"\bteam\b", title)


def _alone(line: Line, cell: Cell, people: People) -> Iterator[Match]:
    # A surname of the register alone in a column of children: the first name stands in when it is sure whose it is.
    index = line.word_at(cell.start)
    word = line.words[index]
    owners = people.children.get(word.low, ())
    if owners and not _known(word.low, people) and line.text[word.start].isupper():
        firsts = {owner.name.first for owner in owners}
        yield Match("tabel", word.start, word.end, next(iter(firsts)) if len(firsts) == 1 else "", _WHY, accept(line.seen[word.start : word.end]))


def _name(line: Line, cell: Cell, people: People, *, sure: bool, turned: bool) -> Iterator[Match]:
    text = line.text[cell.start : cell.end]
    if any(letter.isdigit() for letter in text):
        return
    inverted = _INVERTED.match(text)
    if inverted and not (" " in inverted[1].strip() and _known(inverted[1].split()[0], people)) and not _two_children(inverted[1], inverted[2], people, turned=turned):
        remedy = accept(line.seen[cell.start : cell.end].strip())
        yield Match("tabel", cell.start + inverted.start(1), cell.start + inverted.start(2), "", _WHY, remedy)
        if inverted[3].strip():
            yield Match("tabel", cell.start + inverted.end(2), cell.end, "", _WHY, remedy)
        return
    at = cell.start
    for part in _PARTS.split(text):
        if part.strip() and not _PARTS.fullmatch(part):
            yield from _single(line, at, at + len(part), people, sure=sure)
        at += len(part)


def _two_children(one: str, other: str, people: People, *, turned: bool) -> bool:
    # "Femke, Lieke": two pupils whose surnames are gone, not somebody called Femke; "Stijn, Jelle Dijkhuis": the second has hers behind.
    low, first, *rest = one.strip().lower(), *other.lower().split()
    if low in people.children or not _known(low, people) or not _known(first, people):
        return False
    firsts = people.register.first_names | people.seen_firsts
    return bool(rest) and not people.calls(rest[0]) or not turned or low in firsts and first in firsts


def _single(line: Line, left: int, right: int, people: People, *, sure: bool) -> Iterator[Match]:
    # One name, first name first.
    words = line.words
    index = line.word_at(left)
    end = index
    while end < len(words) and words[end].start < right:
        end += 1
    if end - index < 2 or context.titled(line, index + 1) or not (sure or _known(words[index].low, people)):
        return
    lead = index + 1
    # Double first names and a second first name stay together: "Jan-Pieter Li", "Anna Maria Postma".
    while lead < end and (line.gap(lead - 1) == "-" or (words[lead].low in FIRST_NAMES and lead + 1 < end and line.gap(lead) == " ")):
        lead += 1
    if lead >= end or line.gap(lead - 1).strip(" '.\n"):
        return
    stop = lead
    while stop + 1 < end and re.fullmatch(r"[ '.\-/]{0,3}", line.gap(stop)):
        stop += 1
    if len(words[stop].low) == 1:
        return
    name = Name(line.seen[words[index].start : words[lead - 1].end], "", line.seen[words[lead].start : words[stop].end])
    yield Match("tabel", words[lead - 1].end, words[stop].end, "", _WHY, accept(line.seen[words[index].start : words[stop].end]), child=name)


def _known(first: str, people: People) -> bool:
    low = first.lower()
    return people.calls(low) or low in people.seen_firsts
