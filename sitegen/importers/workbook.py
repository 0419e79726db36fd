"""Excel workbooks (.xlsx) become grids, one per visible sheet; checked as a zip file before openpyxl may open them."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING

from sitegen.importers import table
from sitegen.importers.grid import Grid
from sitegen.importers.part import Part
from sitegen.problem import Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from sitegen.problem import Place

MAX_BYTES = 20_000_000
MAX_UNPACKED = 100_000_000
MAX_FILES = 500
MAX_ROWS = 200_000
MAX_COLUMNS = 200
_BLANK_ROWS = 1_000

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# A formula that Excel never calculated: openpyxl would silently give an empty cell.
_UNCALCULATED = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*>\s*<f(?:/>|[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>')
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def recognises(data: bytes, _file: str) -> bool:
    """A zip file, or the Excel of before 2007 (to refuse it with the remedy)."""
    return data.startswith((_ZIP, _OLD))


def read(data: bytes, place: Place, columns: Mapping[str, str]) -> tuple[Part, ...]:
    """Every visible sheet with cells as a table. Raises SiteError: not a workbook, old, locked, or made to explode."""
    if data.startswith(_OLD):
        raise _refused(place, "dit is een Excel-bestand van het oude soort, of met een wachtwoord.", "Open het in Excel en bewaar het zonder wachtwoord als .xlsx.")
    problems = _inspect(data, place)
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
        grids = [_grid(sheet, len(sheets) > 1) for sheet in sheets]
    except SiteError:
        raise
    except Exception:  # noqa: BLE001  openpyxl raises nearly everything on broken files; the cause could hold names
        raise _refused(place, "dit Excel-bestand kan niet gelezen worden.", "Open het in Excel en bewaar het opnieuw als .xlsx.") from None
    if hidden:
        problems.append(Problem(place, "register-verborgen", f"verborgen bladen worden niet gelezen: {', '.join(hidden)}.", "Maak het blad zichtbaar als het mee moet tellen.", "waarschuwing"))
    filled = [grid for grid in grids if any(any(row) for row in grid.rows)]
    found = [part for grid in filled for part in table.parts(grid, place, columns)]
    if any(part.what for part in found):
        # Beside a real table a sheet with remarks does no harm.
        found = [part for part in found if part.what]
    return (*found, Part(place, "", problems=tuple(problems))) if problems or not found else tuple(found)


def _inspect(data: bytes, place: Place) -> list[Problem]:
    # 297 kB can unpack to 600 MB: look at the sizes before anything is unpacked.
    if len(data) > MAX_BYTES:
        raise _refused(place, f"dit Excel-bestand is groter dan {MAX_BYTES // 1_000_000} MB.", "Bewaar alleen de lijst zelf, zonder plaatjes.")
    import zipfile
    import zlib

    from sitegen.archive import promised

    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise _refused(place, "dit Excel-bestand is beschadigd.", "Open het in Excel en bewaar het opnieuw als .xlsx.") from None
    entries = archive.infolist()
    if "xl/workbook.xml" not in archive.namelist():
        raise _refused(place, "dit is geen Excel-bestand.", "In het register horen alleen lijsten (.csv of .xlsx) en EDEXML.")
    if len(entries) > MAX_FILES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise _refused(place, "dit Excel-bestand wordt uitgepakt veel te groot; het wordt niet geopend.", "Kopieer alleen de lijst naar een nieuw werkblad en bewaar dat.")
    problems = []
    for entry in entries:
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        try:
            content = promised(archive, entry)
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib.error):
            raise _refused(place, "dit Excel-bestand is beschadigd of versleuteld.", "Open het in Excel en bewaar het zonder wachtwoord als .xlsx.") from None
        if _DECLARATION.search(content):
            raise _refused(place, "dit Excel-bestand bevat een DTD of entiteiten; dat wordt om veiligheidsredenen niet gelezen.", "Kopieer de lijst naar een nieuw werkblad en bewaar dat.")
        if entry.filename.startswith("xl/worksheets/") and (cells := _UNCALCULATED.findall(content)):
            names = ", ".join(cell.decode() for cell in cells[:5]) + (" en verder" if len(cells) > 5 else "")
            problems.append(Problem(place, "register-formule", f"in deze cellen staat een formule zonder uitkomst: {names}.", "Open het bestand in Excel, bewaar het opnieuw, of plak de waarden in plaats van de formules."))
    return problems


def _grid(sheet: Worksheet, named: bool) -> Grid:
    rows: list[Sequence[str]] = []
    lines: list[int] = []
    for number, row in _rows(sheet):
        rows.append(row)
        lines.append(number)
    width = max((len(row) for row in rows), default=0)
    return Grid([[*row, *[""] * (width - len(row))] for row in rows], lines, sheet.title if named else "")


def _rows(sheet: Worksheet) -> Iterator[tuple[int, list[str]]]:
    blank = 0
    for number, cells in enumerate(sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS, values_only=True), 1):
        row = [_text(cell) for cell in cells]
        while row and not row[-1]:
            row.pop()
        blank = 0 if row else blank + 1
        if row:
            yield number, row
        elif blank > _BLANK_ROWS:
            return


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _refused(place: Place, fault: str, remedy: str) -> SiteError:
    return SiteError([Problem(place, "register-excel", fault, remedy)])
