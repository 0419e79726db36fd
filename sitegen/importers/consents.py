"""Consent tables: the overview with a column per question, and the dated decisions, row by row."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sitegen.consent import CATEGORIES
from sitegen.importers.headings import question
from sitegen.importers.part import Rulings, Snapshot
from sitegen.importers.values import day, plain, verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.importers.headings import Question
    from sitegen.importers.sheet import Sheet

EVERYTHING = "alles"
_DAY = "Schrijf een dag als 12-09-2026."
_VALUES = "Vul ja of nee in, of laat de cel leeg als het niet bekend is."
# An unreadable refusal holds from here on.
_ALWAYS = dt.date.min


def snapshot(sheet: Sheet) -> Snapshot:
    """The overview of all answers. Two columns for one category (Facebook, Instagram): the strictest answer counts."""
    cells: dict[str, Sequence[bool | None]] = {}
    for place, asked in sheet.headings.questions.items():
        answers = _answers(sheet, place, asked)
        for name in asked.categories:
            cells[name] = [_strictest(one, other) for one, other in zip(cells[name], answers, strict=True)] if name in cells else answers
    since = sheet.read("changed", day, "register-datum", _DAY)
    return Snapshot(sheet.keys, cells, since, sheet.column("source"), sheet.column("carer"))


def _strictest(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return True if one and other else None


def _answers(sheet: Sheet, place: int, asked: Question) -> Sequence[bool | None]:
    cells = sheet.at(place)
    header = sheet.headings.headers[place]
    readings, unreadable, mixed = verdicts(set(cells), objection=asked.objection)
    for value in unreadable:
        sheet.unread(place, value)
        sheet.fault(sheet.lines_with(cells, value), "register-waarde", f"wat onder '{header}' staat is geen ja of nee; het telt als nee.", _VALUES)
    yes_no = any(plain(cell) in {"ja", "nee", "j", "n", "x", "1", "0", "✓"} for cell in readings)
    refused = mixed or (asked.unclear and yes_no)
    if mixed:
        sheet.fault((), "register-gemengd", f"in de kolom '{header}' staan ja/nee en (geen) bezwaar door elkaar; geen enkel ja daaruit telt.", "Gebruik in één kolom alleen ja en nee, of alleen bezwaar en geen bezwaar.")
    elif refused:
        sheet.fault((), "register-dubbelzinnig", f"bij de kop '{header}' is niet duidelijk of ja toestemming of bezwaar betekent; geen enkel antwoord daaruit telt als ja.", "Noem de kolom zonder 'geen' of 'niet', bijvoorbeeld 'Foto website'.")
    # In a column that can't be trusted an answer in whatever words is at most a refusal.
    found = {cell: (None if answer is None else answer and not refused) for cell, answer in readings.items()}
    return [found.get(cell, False) for cell in cells]


def rulings(sheet: Sheet) -> tuple[Rulings, frozenset[str]]:
    """The dated decisions, and the categories they name. A row that can't be read counts as a "nee" to everything."""
    categories = sheet.read("category", _categories, "register-categorie", f"Kies uit: {', '.join(CATEGORIES)} of {EVERYTHING}.")
    verdict = sheet.read("ruling", _verdict, "register-besluit", "Vul bij Besluit ja of nee in.")
    since = sheet.read("since", _since, "register-datum", f"{_DAY} Zonder 'Vanaf' is niet bekend wanneer het besluit ingaat.")
    until = sheet.read("until", day, "register-datum", f"{_DAY} Laat de cel leeg als het besluit blijft gelden.")
    faults = {problem.place.line for problem in sheet.problems if problem.severity == "fout"}
    if faults:
        broken = [one is None or two is None or three is None for one, two, three in zip(categories, verdict, since, strict=True)]
        ends = sheet.column("until")
        broken = [bad or (end is None and text not in {"", "-"}) for bad, end, text in zip(broken, until, ends, strict=True)]
    else:
        broken = [False] * len(sheet.lines)
    named = {name for group in set(categories) if group and group is not CATEGORIES for name in group}
    return Rulings(
        sheet.keys,
        [CATEGORIES if bad or group is None else group for bad, group in zip(broken, categories, strict=True)],
        [bool(allowed) and not bad for bad, allowed in zip(broken, verdict, strict=True)],
        [_ALWAYS if bad or start is None else start for bad, start in zip(broken, since, strict=True)],
        [None if bad else end for bad, end in zip(broken, until, strict=True)],
        sheet.column("carer"),
        sheet.column("source"),
    ), frozenset(named)


def _categories(text: str) -> tuple[str, ...]:
    if plain(text) == EVERYTHING:
        return CATEGORIES
    found: list[str] = []
    for part in text.split(","):
        if plain(part) in CATEGORIES:
            found.append(plain(part))
            continue
        asked = question(part)
        # A polarity hidden in the category ("bezwaar foto website") would be a guess.
        if asked is None or asked.objection or asked.unclear:
            raise ValueError(text)
        found.extend(asked.categories)
    return tuple(dict.fromkeys(found))


def _verdict(text: str) -> bool:
    readings, unreadable, _ = verdicts([text], objection=False)
    allowed = readings.get(text)
    if unreadable or allowed is None:
        raise ValueError(text)
    return allowed


def _since(text: str) -> dt.date:
    found = day(text)
    if found is None:
        raise ValueError(text)
    return found
