"""A table of the register (.csv, or a sheet of a workbook): its columns say what it is, its name is only a hint."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.fold import fold, squeeze
from sitegen.importers import consents, damaged, grid, people
from sitegen.importers.headings import FIELDS, LABELS, Headings, find
from sitegen.importers.part import Part
from sitegen.importers.sheet import Sheet, below
from sitegen.problem import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.importers.grid import Grid
    from sitegen.importers.part import Child
    from sitegen.problem import Place
    from sitegen.register import Carer, Member, Staff

_NAME = frozenset({"first", "prefix", "last"})
_PRIVATE = frozenset({"phone", "email", "street", "house", "house_extra", "postcode", "town", "iban"})
# What is read of each table; all other columns are dropped at the door (UWLR's idea of a narrow profile).
USED: Mapping[str, frozenset[str]] = {
    "leerlingen": _NAME | {"number", "id", "official", "group", "left"},
    "oud-leerlingen": _NAME | {"number", "id", "official", "group", "left"},
    "toestemming": _NAME | {"number", "id", "group", "changed", "source", "carer"},
    "besluiten": _NAME | {"number", "id", "category", "ruling", "since", "until", "carer", "source"},
    "ouders": _NAME | _PRIVATE | {"id", "pupils"},
    "team": _NAME | _PRIVATE | {"id", "role", "form", "work_email", "birth"},
    "commissies": _NAME | _PRIVATE | {"committee", "person", "role", "birth"},
}
_BSN = frozenset({"bsn", "burgerservicenummer", "sofinummer", "sofi", "onderwijsnummer", "bsnonderwijsnummer"})
# How PDF, pictures, Word and zip files begin.
_BINARY = (b"%PDF", b"PK", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
# A whole name in one column tells nothing that the number doesn't tell better.
_WHOLE_NAME = frozenset({"leerling", "naam", "naamleerling", "leerlingnaam", "volledigenaam", "naamkind", "kind", "kindnaam"})
_NINE = re.compile(r"\d{9}\Z")


def recognises(data: bytes, _file: str) -> bool:
    """Any text that isn't something else: a table may have every name and every separator."""
    return not data.startswith(_BINARY)


def read(data: bytes, place: Place, columns: Mapping[str, str]) -> tuple[Part, ...]:
    """The table in a .csv file. `columns`: header → meaning, of site.yaml. Raises SiteError when it can't be read at all."""
    return parts(grid.read(data, place), place, columns)


def parts(cells: Grid, place: Place, columns: Mapping[str, str]) -> tuple[Part, ...]:
    """One grid as a part of the register; a pupil list with consent columns is two."""
    headings = find(cells.rows, columns)
    kinds = () if headings is None else kinds_of(headings, f"{place.file} {cells.sheet}")
    if headings is None or not kinds:
        where = f"blad {cells.sheet}: " if cells.sheet else ""
        problem = Problem(place, "register-onbekend", f"{where}hier staat geen tabel die bij het register hoort.", "Er is een kolom Leerlingnummer nodig, of Roepnaam en Achternaam in eigen kolommen. Heten ze anders, zet dat dan in site.yaml onder register: columns:. Hoort dit bestand hier niet, haal het dan weg.")
        return (Part(place, "", len(cells.rows), cells.sheet, problems=(problem,)),)
    sheets = [below(cells, headings, place) for _ in kinds]
    _damaged(sheets[0])
    return tuple(map(_part, kinds, sheets))


def kinds_of(headings: Headings, hint: str) -> tuple[str, ...]:
    """What a table is, by its columns; `hint` (file and sheet name) only tells former pupils from pupils."""
    has = headings.has
    if has("category", "ruling"):
        return ("besluiten",)
    if has("committee"):
        return ("commissies",)
    if has("pupils") and (has("first") or has("last")):
        return ("ouders",)
    if has("form") or has("work_email") or (has("role") and has("last")):
        return ("team",)
    keyed = has("number") or has("id")
    list_of_pupils = keyed and (has("first") or has("last"))
    former = "oudleerling" in squeeze(hint)
    if headings.questions and (keyed or has("first")):
        # A pupil list with the answers beside it says so by what only a pupil list has.
        whole = list_of_pupils and (has("left") or has("official") or "leerlingen" in fold(hint))
        return (("oud-leerlingen" if former else "leerlingen", "toestemming") if whole else ("toestemming",))
    if list_of_pupils:
        return ("oud-leerlingen",) if former else ("leerlingen",)
    return ()


def _part(kind: str, sheet: Sheet) -> Part:
    problems = sheet.problems
    children: tuple[Child, ...] = ()
    carers: tuple[Carer, ...] = ()
    staff: tuple[Staff, ...] = ()
    members: tuple[Member, ...] = ()
    snapshot = rulings = None
    asked: frozenset[str] = frozenset()
    if kind in {"leerlingen", "oud-leerlingen"}:
        children = people.pupils(sheet, gone=kind == "oud-leerlingen")
    elif kind == "toestemming":
        snapshot = consents.snapshot(sheet)
        asked = frozenset(snapshot.cells)
    elif kind == "besluiten":
        rulings, asked = consents.rulings(sheet)
    elif kind == "ouders":
        carers = people.carers(sheet)
    elif kind == "team":
        staff = people.staff(sheet)
    else:
        members = people.members(sheet)
    explained, dropped = sheet.explained(USED[kind])
    _unknown_columns(kind, sheet)
    problems.extend(_bsn(sheet))
    return Part(
        sheet.place, kind, len(sheet.lines), sheet.grid.sheet, children, carers, staff, members, (), snapshot, rulings, asked,
        tuple(problems), dropped, explained,
    )


def _damaged(sheet: Sheet) -> None:
    # Also where only the number counts: what went wrong in one file of a school went wrong in the next.
    lines: set[int] = set()
    for field in ("first", "prefix", "last", "official"):
        for place in sheet.headings.fields.get(field, ()):
            cells = sheet.at(place)
            # One search through all of them: nearly always there is nothing.
            if damaged.harmed("\n".join(cells)):
                lines.update(line for line, cell in zip(sheet.lines, cells, strict=True) if damaged.harmed(cell))
    if lines:
        sheet.fault(sorted(lines), "register-letters", damaged.FAULT, damaged.REMEDY)


def _unknown_columns(kind: str, sheet: Sheet) -> None:
    # In a consent table an unknown column may be a question to parents; elsewhere what isn't needed is just dropped.
    if kind != "toestemming":
        return
    for place in sheet.headings.unknown:
        header = sheet.headings.headers[place]
        if squeeze(header) in _BSN or squeeze(header) in _WHOLE_NAME or nearest(fold(header), _ELSEWHERE):
            continue
        sheet.fault((), "register-kolom", f"de kolom '{header}' is niet herkend en telt niet mee.", f'Zet in site.yaml onder register: columns: de regel "{header}": {proposal(header)}')


_ELSEWHERE = ("geboortedatum", "geslacht", "leerjaar", "opmerking", "opmerkingen", "voorletters", "jaargroep", "leerkracht")


def proposal(header: str) -> str:
    """The meaning that an unknown header most likely has, or "overslaan"."""
    words = fold(header)
    for word, meaning in (("site", "website"), ("internet", "website"), ("web", "website"), ("face", "social"), ("insta", "social"), ("twit", "social"), ("soc", "social"), ("brief", "nieuwsbrief"), ("gids", "schoolgids")):
        if word in words:
            return f"{'werk' if 'werk' in words else 'foto'} {meaning}"
    known = {word: LABELS[field] for field, words_of in FIELDS.items() for word in words_of}
    return known.get(nearest(squeeze(header), known), "overslaan")


def _bsn(sheet: Sheet) -> list[Problem]:
    for place, header in enumerate(sheet.headings.headers):
        if squeeze(header) in _BSN and any(_NINE.match(cell) for cell in sheet.at(place)):
            return [bsn_problem(sheet.place, header)]
    for field in ("number", "id"):
        cells = [cell for cell in sheet.column(field) if cell]
        if cells and all(_NINE.match(cell) and _passes(cell) for cell in cells):
            return [bsn_problem(sheet.place, sheet.header(field))]
    return []


def _passes(number: str) -> bool:
    # The eleven test of a BSN; a list of numbers that all pass it isn't chance.
    return sum(int(digit) * weight for digit, weight in zip(number, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0


def bsn_problem(place: Place, field: str) -> Problem:
    """The loud word about a citizen service number in a file that a website reads."""
    return Problem(
        place, "register-bsn", f"LET OP: dit bestand bevat volledige burgerservicenummers ({field}). De export was te ruim; een website mag deze nummers niet kennen.",
        "Maak een export zonder BSN, zet die hier neer en verwijder dit bestand ook uit de prullenbak en uit e-mail.", "waarschuwing",
    )
