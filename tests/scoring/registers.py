"""The fictional schools of `tests/cases/registers`, read by the program's own importers."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.scoring.casefile import FOLDER

if TYPE_CHECKING:
    from sitegen.register import Register
    from sitegen.school import School

DAY = dt.date(2026, 11, 27)
# Our short field names → the headers of FORMATS §3; each block becomes one CSV file.
_HEADERS = {
    "number": "Leerlingnummer", "first": "Roepnaam", "prefix": "Voorvoegsel", "last": "Achternaam", "official": "Voornamen", "group": "Groep",
    "id": "Id", "pupils": "Leerlingen", "phone": "Telefoon", "email": "E-mail", "street": "Straat", "postcode": "Postcode", "town": "Plaats",
    "iban": "IBAN", "role": "Functie", "form": "Aanspreekvorm", "workmail": "Werkmail", "birth": "Geboortedatum", "committee": "Commissie", "person": "Persoon",
}
_FILES = {"pupils": "leerlingen", "former": "oud-leerlingen", "carers": "ouders", "staff": "team", "committees": "commissies"}
# A committee has roles where a team has functions.
_COMMITTEE = {"role": "Rol"}


@dataclass(frozen=True, slots=True)
class World:
    """A school and everyone it knows."""

    school: School
    register: Register


@cache
def world(name: str) -> World:
    """The school in `registers/NAME.yaml`. Raises AssertionError when the importers refuse anything in it."""
    import yaml

    from sitegen import importers, siteyaml

    values = yaml.safe_load((FOLDER / "registers" / f"{name}.yaml").read_text(encoding="utf-8"))
    school, _ = siteyaml.parse(yaml.safe_dump(values["site"], allow_unicode=True, width=1000))
    with tempfile.TemporaryDirectory() as folder:
        for block, file in _FILES.items():
            (Path(folder) / f"{file}.csv").write_text(_csv(block, values[block]), encoding="utf-8")
        loaded = importers.load(Path(folder), school, DAY)
    faults = [problem for problem in loaded.problems if problem.severity == "fout"]
    assert not faults, faults
    return World(school, loaded.register)


def _csv(block: str, table: str) -> str:
    rows = [line.split(";") for line in table.strip().splitlines()]
    headers = {**_HEADERS, **(_COMMITTEE if block == "committees" else {})}
    width = len(rows[0])
    assert all(len(row) == width for row in rows), f"{block}: {[row for row in rows if len(row) != width]}"
    return "\n".join(";".join(row) for row in ([headers[name] for name in rows[0]], *[["" if cell == "-" else cell for cell in row] for row in rows[1:]]))
