"""An export becomes the register: every file of `register/` is read by the importer that recognises its content.

`load` is the only function here that touches the disk; importers are pure functions of bytes (DESIGN, "importers").
"""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import within
from sitegen.importers import edexml, exceptions, table, workbook
from sitegen.importers.answers import Book, unanswered
from sitegen.importers.freshness import judge
from sitegen.importers.join import join
from sitegen.importers.part import Part
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:

    from sitegen.register import Register
    from sitegen.school import School

# Bytes, where they came from, and site.yaml's column names (header → meaning) become parts. Raises SiteError.
Importer = Callable[[bytes, Place, Mapping[str, str]], tuple[Part, ...]]

# (whether it recognises the content, reads it), asked in this order; the last takes all text that is left.
IMPORTERS: tuple[tuple[Callable[[bytes, str], bool], Importer], ...] = (
    (workbook.recognises, workbook.read),
    (edexml.recognises, edexml.read),
    (exceptions.recognises, exceptions.read),
    (table.recognises, table.read),
)
# What lies in a folder without belonging to the register.
_SKIPPED = (".", "~$", "README", "LEESMIJ")


@dataclass(frozen=True)
class Loaded:
    """The register of one day, with everything about how it came to be.

    snapshot: the day to which the consent overview goes, None without one. dropped: per file the fields that were not
    read. book: every recorded decision, also those not (any more) in force. parts: what each file was taken for.
    """

    register: Register
    problems: tuple[Problem, ...]
    snapshot: dt.date | None
    dropped: tuple[str, ...]
    decisions: Book
    parts: tuple[Part, ...]
    day: dt.date

    @cached_property
    def unanswered(self) -> Mapping[str, tuple[str, ...]]:
        """Group → numbers of present pupils whose parents left a question of the overview open: for a reminder."""
        asked = frozenset().union(*(part.asked for part in self.parts if part.snapshot)) or self.register.asked
        groups: dict[str, list[str]] = {}
        for pupil in self.register.pupils:
            if not pupil.left and pupil.number and unanswered(self.register.answers, asked, pupil.number):
                groups.setdefault(pupil.group, []).append(pupil.number)
        return {group: tuple(numbers) for group, numbers in sorted(groups.items())}


def load(folder: Path, school: School, day: dt.date) -> Loaded:
    """The register in `folder` as it stands on `day`. Never raises for what is wrong in it: see `problems`.

    A missing folder, or no pupils in it, is a fault: without knowing the children nothing may be published.
    """
    with _undisturbed():
        return _load(folder, school, day)


@contextmanager
def _undisturbed() -> Iterator[None]:
    # A table of 60,000 rows is 60,000 lists that all stay: letting the garbage collector look at them costs a quarter.
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _load(folder: Path, school: School, day: dt.date) -> Loaded:
    here = school.register.folder.rstrip("/") if not school.register.folder.startswith("/") else folder.name
    parts: list[tuple[Part, dt.date]] = []
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(_SKIPPED):
            continue
        place = Place(f"{here}/{path.name}")
        if path.is_dir():
            problems.append(Problem(place, "register-submap", "deze map in het register wordt niet gelezen.", "Zet de bestanden in het register zelf, of bewaar de map ergens anders.", "waarschuwing"))
            continue
        if path.is_symlink():
            problems.append(Problem(place, "register-koppeling", "dit is een koppeling (symlink) en wordt niet gevolgd: wie het bestand erachter verandert, verandert ongemerkt wie er beschermd wordt.", f"Zet het bestand zelf in {here}/, of wijs in site.yaml de map aan waar het staat: register: {{folder: …}}"))
            continue
        try:
            file_day = dt.date.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ012  the school's own clock
            parts += [(part, file_day) for part in read(within.read(folder, path.name), place, school.register.columns)]
        except OSError:
            problems.append(Problem(place, "register-onleesbaar", "dit bestand kan niet geopend worden.", "Sluit het in Excel of Word en kijk of u het mag lezen."))
        except SiteError as error:
            problems += error.problems
    joined = join(parts, school, day)
    if not any(part.children for part, _ in parts):
        fault = "de map van het register bestaat niet" if not folder.is_dir() else "er staan geen leerlingen in het register"
        problems.append(Problem(Place(f"{here}/"), "register-leeg", f"{fault}; zonder leerlingenlijst kan geen enkele naam beschermd worden en wordt er niets gepubliceerd.", "Zet een EDEXML-export of leerlingen.csv in de map, of wijs in site.yaml de goede map aan: register: {folder: …}"))
    snapshot, stale = judge(parts, school.windows, day, Place(f"{here}/"))
    found = tuple(part for part, _ in parts)
    return Loaded(
        joined.register,
        (*problems, *(problem for part in found for problem in part.problems), *joined.problems, *stale),
        snapshot,
        tuple(f"{part.place.file}: {', '.join(part.dropped)}" for part in found if part.dropped),
        joined.book,
        found,
        day,
    )


def read(data: bytes, place: Place, columns: Mapping[str, str]) -> tuple[Part, ...]:
    """What one file says: the first importer that recognises its content reads it. Raises SiteError when none can."""
    if not data and not place.file.lower().endswith(exceptions.ENDINGS):
        raise SiteError([Problem(place, "register-soort", "dit bestand is leeg.", "Maak de export opnieuw, of haal dit bestand weg.")])
    for recognises, importer in IMPORTERS:
        if recognises(data, place.file):
            return importer(data, place, columns)
    raise SiteError([Problem(place, "register-soort", "dit soort bestand hoort niet in het register.", "Bewaar de lijst als .xlsx of .csv (UTF-8), of maak een EDEXML-export; haal andere bestanden hier weg.")])
