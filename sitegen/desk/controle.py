"""The register looked through: how files are understood, and what doesn't fit together, with file, line and remedy."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.fold import squeeze
from sitegen.importers.table import proposal
from sitegen.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sitegen.importers import Loaded
    from sitegen.importers.part import Child, Keys, Part


def check(loaded: Loaded) -> tuple[Problem, ...]:
    """Everything that `load` found, and what only a person can judge: double rows, missing rows, same names, two roles."""
    found = list(loaded.problems)
    for part in loaded.parts:
        found += _double_rows(part)
    found += _without_row(loaded)
    found += _same_names(loaded)
    found += _two_roles(loaded)
    return tuple(found)


def _double_rows(part: Part) -> Iterable[Problem]:
    if part.snapshot:
        yield from _double(part.place, part.snapshot.keys, "deze leerling heeft meer dan één regel met toestemming; het strengste antwoord telt.", "Laat één regel staan, of zet in een kolom Ouder wie het antwoord gaf.")
    if part.children:
        lines: dict[str, list[int]] = {}
        for child in part.children:
            if child.pupil.number:
                lines.setdefault(child.pupil.number, []).append(child.line)
        for number, where in lines.items():
            if len(where) > 1:
                yield Problem(Place(part.place.file, where[1]), "register-dubbele-regel", f"leerlingnummer {number} staat ook op regel {where[0]}.", "Haal de dubbele regel weg.", "waarschuwing")


def _double(place: Place, keys: Keys, fault: str, remedy: str) -> Iterable[Problem]:
    counts = Counter(number for number in keys.numbers if number)
    seen: set[str] = set()
    for number, line in zip(keys.numbers, keys.lines, strict=True):
        if counts[number] > 1 and number in seen:
            yield Problem(Place(place.file, line), "register-dubbele-regel", fault, remedy, "waarschuwing")
        seen.add(number)


def _without_row(loaded: Loaded) -> Iterable[Problem]:
    answered = {number for table in loaded.decisions.told for number in table}
    if not loaded.decisions.snapshots:
        return
    for part, child in _present(loaded):
        number = child.pupil.number
        if number and number not in answered:
            yield Problem(Place(part.place.file, child.line), "register-zonder-toestemming", f"leerling {number} heeft geen regel in het toestemmingsoverzicht; alles telt als nee.", "Vraag de ouders hun keuzes in te vullen en maak een nieuwe export.", "nakijken")


def _same_names(loaded: Loaded) -> Iterable[Problem]:
    names: dict[str, list[tuple[Part, Child]]] = {}
    for part, child in _present(loaded):
        name = child.pupil.name
        names.setdefault(squeeze(name.first) + "/" + squeeze(name.last), []).append((part, child))
    for same in names.values():
        if len({child.pupil.number for _, child in same}) > 1:
            part, child = same[1]
            numbers = ", ".join(sorted({one.pupil.number for _, one in same}))
            yield Problem(Place(part.place.file, child.line), "register-zelfde-naam", f"de leerlingen {numbers} heten hetzelfde.", "Gebruik bij foto's van deze kinderen altijd het leerlingnummer.", "nakijken")


def _two_roles(loaded: Loaded) -> Iterable[Problem]:
    register = loaded.register
    parents = {(squeeze(one.name.first), squeeze(one.name.last)): one.id for one in register.carers if one.name.first and one.name.last}
    for part in loaded.parts:
        for person in part.staff:
            other = parents.get((squeeze(person.name.first), squeeze(person.name.last)))
            if other:
                yield Problem(part.place, "register-twee-rollen", f"{person.id} (team) en {other} (ouder) lijken dezelfde persoon; de naam blijft als medewerker staan.", "Klopt dat niet, meld het dan bij de uitzonderingen.", "nakijken")


def _present(loaded: Loaded) -> Iterable[tuple[Part, Child]]:
    left = loaded.decisions.left
    return ((part, child) for part in loaded.parts for child in part.children if not child.gone and child.pupil.number not in left)


def understood(parts: Sequence[Part]) -> str:
    """How a file is understood, in words, with the mapping to add for columns that weren't."""
    lines = []
    for part in parts:
        if not part.what:
            continue
        where = f", blad {part.sheet}" if part.sheet else ""
        lines.append(f"{part.place.file}{where}: gelezen als {part.what}, {dutch.amount(part.rows, 'regel', 'regels')}.")
        width = max((len(column.header) for column in part.columns), default=0)
        for column in part.columns:
            lines.append(f"  {column.header.ljust(width)}  {column.meaning or 'niet gebruikt'} ({column.filled} ingevuld)")
            if column.unreadable:
                lines.append(f"  {''.ljust(width)}  niet te lezen: {', '.join(column.unreadable[:8])}{' …' if len(column.unreadable) > 8 else ''}")
        if part.what == "edexml":
            gone = sum(1 for child in part.children if child.gone or child.left_on)
            lines.append(f"  {dutch.amount(len(part.children), 'leerling', 'leerlingen')} (waarvan {gone} met een uitstroomdatum), {dutch.amount(len(part.staff), 'medewerker', 'medewerkers')}, {dutch.amount(len(part.carers), 'helpende ouder', 'helpende ouders')}")
        if part.snapshot:
            for name, cells in part.snapshot.cells.items():
                counts = Counter(cells)
                lines.append(f"  {name}: {counts[True]} ja, {counts[False]} nee, {counts[None]} niet ingevuld")
        if part.dropped:
            lines.append(f"  niet ingelezen: {', '.join(part.dropped)}")
        lines += _mapping(part)
        lines.append("")
    return "\n".join(lines)


def _mapping(part: Part) -> list[str]:
    unknown = [problem for problem in part.problems if problem.code == "register-kolom"]
    headers = [column.header for column in part.columns if not column.meaning and any(f"'{column.header}'" in problem.fault for problem in unknown)]
    if not headers:
        return []
    lines = ["  voorstel voor site.yaml (kijk na of het klopt):", "    register:", "      columns:"]
    return [*lines, *(f'        "{header}": {proposal(header)}' for header in headers)]
