"""Tables of people: pupils, carers, staff and committees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.importers.part import Child
from sitegen.importers.values import day, verdicts
from sitegen.register import Carer, Member, Pupil, Staff, pupil_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.importers.sheet import Sheet

_NUMBERS = re.compile(r"[\s,;/+&]+")


def pupils(sheet: Sheet, *, gone: bool) -> tuple[Child, ...]:
    """The pupils; `gone`: the table lists former pupils. A row without number or without any name is a problem."""
    numbers, lines = sheet.numbers, sheet.lines
    if "" in numbers:
        sheet.fault([line for line, number in zip(lines, numbers, strict=True) if not number], "register-nummer", "hier ontbreekt het leerlingnummer; de toestemming van dit kind kan niet gevonden worden.", "Vul het leerlingnummer in.")
    for field, label in (("first", "Roepnaam"), ("last", "Achternaam")):
        if not sheet.headings.has(field):
            # A whole name in one column would be guarded as a surname that nobody ever writes.
            sheet.fault((), "register-kolommen", f"er is geen kolom {label}; namen kunnen alleen beschermd worden als roepnaam en achternaam apart staan.", "Maak de export opnieuw met roepnaam, voorvoegsel en achternaam in eigen kolommen.")
    names = sheet.names()
    nameless = [line for line, name in zip(lines, names, strict=True) if not name.first and not name.last]
    if nameless:
        sheet.fault(nameless, "register-naam", "hier staat geen roepnaam en geen achternaam.", "Vul de naam in of haal de regel weg.")
    left = sheet.read("left", day, "register-datum", "Schrijf een dag als 12-09-2026, of laat de cel leeg.")
    # An unreadable day of leaving is a day of leaving: the child may be gone.
    texts = sheet.column("left")
    rows = zip(numbers, names, sheet.column("group"), left, texts, lines, strict=True)
    return tuple(
        Child(Pupil(number, name, group, gone), on, gone or (on is None and text not in {"", "-"}), line)
        for number, name, group, on, text, line in rows if name.first or name.last
    )


def carers(sheet: Sheet) -> tuple[Carer, ...]:
    """The parents and guardians, with the numbers of their children."""
    children = [tuple(pupil_number(number) for number in _NUMBERS.split(cell) if number) for cell in sheet.column("pupils")]
    return tuple(Carer(*row) for row in zip(sheet.column("id"), sheet.names(), children, sheet.private(), strict=True))


def staff(sheet: Sheet) -> tuple[Staff, ...]:
    """The people who work here, with their own answer to "Foto website"."""
    photos: Sequence[bool | None] = [None] * len(sheet.lines)
    for place, asked in sheet.headings.questions.items():
        if "foto website" in asked.categories:
            readings, unreadable, mixed = verdicts(set(sheet.at(place)), objection=asked.objection)
            for value in unreadable:
                sheet.unread(place, value)
                sheet.fault(sheet.lines_with(sheet.at(place), value), "register-waarde", f"wat onder '{sheet.headings.headers[place]}' staat is geen ja of nee; het telt als nee.", "Vul ja of nee in.")
            photos = [False if mixed or asked.unclear else readings.get(cell, False) for cell in sheet.at(place)]
    columns = (sheet.column("id"), sheet.names(), sheet.column("role"), sheet.column("form"), sheet.column("work_email"), sheet.private(), photos)
    return tuple(Staff(*row) for row in zip(*columns, strict=True))


def members(sheet: Sheet) -> tuple[Member, ...]:
    """The members of committees; one that is only named by `Persoon` gets its name when the register is joined."""
    columns = (sheet.column("committee"), sheet.names(), sheet.column("role"), sheet.column("person"), sheet.private())
    return tuple(Member(*row) for row in zip(*columns, strict=True))
