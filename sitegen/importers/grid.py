"""Rows and cells of a .csv file, whatever Excel or ParnasSys made of it: encodings, separators, quotes."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sitegen.problem import Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.problem import Place

DELIMITERS = (";", "\t", ",")
# A school of 5,000 pupils keeps about 5 MB; what is ten times as large isn't a class list.
MAX_BYTES = 50_000_000
_LOOK = 30


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in rows, with the line (or Excel row) of each; `sheet` is the name of the sheet, empty for .csv.

    `tidy`: no cell begins or ends with white space, so that nobody has to look at each of a million cells.
    """

    rows: Sequence[Sequence[str]]
    lines: Sequence[int]
    sheet: str = ""
    tidy: bool = False


def text_of(data: bytes) -> str:
    """The text in `data`: UTF-8 with or without BOM, UTF-16, else Windows-1252; accents composed (NFC)."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        text = data.decode("utf-16", "replace")
    elif data[1:2] == b"\0" or data[:1] == b"\0":
        text = data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def read(data: bytes, place: Place) -> Grid:
    """The grid in a .csv file. Raises SiteError when it is too large or a quotation mark is never closed."""
    if len(data) > MAX_BYTES:
        raise SiteError([Problem(place, "register-te-groot", f"dit bestand is groter dan {MAX_BYTES // 1_000_000} MB.", "Exporteer alleen de leerlingen van uw school.")])
    text = text_of(data)
    first = 1
    delimiter = ""
    if text[:4].lower() == "sep=":
        head, _, text = text.partition("\n")
        delimiter, first = head[4:5], 2
    if delimiter not in DELIMITERS:
        delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = list(reader)
        lines: Sequence[int] = range(first, first + len(rows))
        if reader.line_num != len(rows):
            lines = _lines(text, delimiter, first)
            _refuse_swallowed(rows, lines, delimiter, place, first)
    except csv.Error:
        raise _unclosed(place, first + reader.line_num) from None
    return Grid(rows, lines, tidy=_tidy(text, delimiter))


def _tidy(text: str, delimiter: str) -> bool:
    edges = [f" {delimiter}", f"{delimiter} ", " \n", " \r", "\n "]
    if '"' in text:
        edges += [' "', '" ']
    if not text.isascii():
        edges += ["\xa0", "\u202f", "\ufeff"]
    return text[:1] != " " and text[-1:] != " " and (delimiter == "\t" or "\t" not in text) and not any(edge in text for edge in edges)


def _refuse_swallowed(rows: Sequence[Sequence[str]], lines: Sequence[int], delimiter: str, place: Place, first: int) -> None:
    # Only a forgotten quotation mark swallows whole lines, separators and all.
    for index, row in enumerate(rows):
        before = lines[index - 1] if index else first - 1
        if lines[index] - before > 1 and any("\n" in cell and delimiter in cell.partition("\n")[2] for cell in row):
            raise _unclosed(place, before + 1)


def _delimiter(text: str) -> str:
    # The separator that cuts the most cells in the widest of the first lines; names hold commas, headers don't hold ";".
    lines = text[:20_000].splitlines()[:_LOOK]
    widths = [(max((len(row) for row in csv.reader(lines, delimiter=one)), default=0), -index, one) for index, one in enumerate(DELIMITERS)]
    return max(widths)[2]


def _lines(text: str, delimiter: str, first: int) -> list[int]:
    # The line on which each row ends; only needed when a cell holds a line break.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [first - 1 + reader.line_num for _ in reader]


def _unclosed(place: Place, line: int) -> SiteError:
    return SiteError([Problem(replace(place, line=line), "register-aanhaling", "hier begint een aanhalingsteken dat niet gesloten wordt; de regels daarna zijn niet te lezen.", 'Haal het teken " weg of sluit het.')])
