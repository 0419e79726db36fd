"""The class list for parents: contact data of the families who said yes; others are absent without a trace (P8)."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from sitegen.consent import CLASS_LIST
from sitegen.desk import papers
from sitegen.desk.groups import children, school_year, spoken

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from sitegen.register import Carer, Register
    from sitegen.school import School

FIELDS = ("telefoon", "e-mail", "adres")
_STYLE = """
table { font-size: 9.5pt; line-height: 1.35; }
th, td { padding: 0.3mm 3mm 0.3mm 0; text-align: left; vertical-align: top; }
thead th { font-size: 8.5pt; font-weight: 600; border-bottom: 1.5pt solid #111; padding-bottom: 1mm; }
tbody tr:first-child > * { padding-top: 1.8mm; }
tbody tr:last-child > *, tbody > tr > [rowspan] { padding-bottom: 1.8mm; }
tbody + tbody tr:first-child > * { border-top: 0.5pt solid #999; }
tbody { break-inside: avoid; }
tbody th { font-weight: 700; font-size: 10.5pt; line-height: 1.25; width: 19%; }
tfoot { display: table-footer-group; } tfoot td { border-top: 0.75pt solid #111; padding-top: 2mm; }
td span { display: block; } .tel { white-space: nowrap; } .mail { font-size: 9pt; } .adres { width: 22%; padding-right: 0; } .ouder { width: 20%; }
"""


@dataclass(frozen=True, slots=True)
class Household:
    """One address of a child's family, with the people who live there and how to reach each."""

    people: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    address: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A child on the list, with its family: one household, or two when the parents live apart."""

    name: str
    households: tuple[Household, ...]


def entries(register: Register, group: str, fields: Sequence[str] = FIELDS) -> tuple[Entry, ...]:
    """The children of `group` whose family said yes to the class list, by first name, with only the chosen `fields`."""
    carers: dict[str, list[Carer]] = {}
    for carer in register.carers:
        for number in carer.pupils:
            carers.setdefault(number, []).append(carer)
    return tuple(
        Entry(pupil.name.full, _households(carers.get(pupil.number, []), fields))
        for pupil in children(register, group) if register.answer(pupil.number, CLASS_LIST).may
    )


def _households(carers: Sequence[Carer], fields: Sequence[str]) -> tuple[Household, ...]:
    homes: dict[str, list[Carer]] = {}
    for carer in carers:
        private = carer.private
        where = ", ".join(filter(None, (private.street, f"{private.postcode} {private.town}".strip()))) if "adres" in fields else ""
        homes.setdefault(where, []).append(carer)
    return tuple(
        Household(tuple((one.name.full, tuple(map(_phone, one.private.phones)) if "telefoon" in fields else (), one.private.emails if "e-mail" in fields else ()) for one in people), where)
        for where, people in homes.items()
    )


def _phone(text: str) -> str:
    """A Dutch mobile number in one notation, so that a column of them reads well; any other number as it was written."""
    digits = re.sub(r"\D", "", text)
    national = "0" + digits.removeprefix("00").removeprefix("31").removeprefix("0") if digits.startswith(("0031", "31")) else digits
    return f"06-{national[2:]}" if re.fullmatch(r"06\d{8}", national) else text


def footer(group: str, day: dt.date) -> str:
    """The line under every page: for whom, which school year, and not to be passed on."""
    return f"Alleen voor ouders van {spoken(group)}, schooljaar {school_year(day)}. Niet verder verspreiden."


def as_html(lists: Sequence[tuple[str, Sequence[Entry]]], school: School, day: dt.date, fields: Sequence[str] = FIELDS) -> str:
    """The lists for the printer, each group on its own page."""
    title = f"Klassenlijst {spoken(lists[0][0])}" if len(lists) == 1 else "Klassenlijsten"
    return papers.html(title, _STYLE, [_section(group, found, school, day, fields) for group, found in lists])


def _section(group: str, found: Sequence[Entry], school: School, day: dt.date, fields: Sequence[str]) -> str:
    heads = ["Kind", "Ouder of verzorger", *(name.capitalize() for name in FIELDS if name in fields)]
    bodies = "\n".join(_family(entry, fields) for entry in found)
    return (
        f'<div class="kop"><h1>Klassenlijst {escape(spoken(group))}</h1><p>{escape(school.name)}<br>schooljaar {school_year(day)}</p></div>\n'
        f"<table>\n<thead><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></thead>\n{bodies}\n"
        # In the table's foot, so that it stands under every printed page.
        f'<tfoot><tr><td colspan="{len(heads)}" class="voet"><strong>{escape(footer(group, day))}</strong></td></tr></tfoot>\n</table>'
    )


def _family(entry: Entry, fields: Sequence[str]) -> str:
    lines = []
    total = sum(len(home.people) for home in entry.households) or 1
    head = f'<th scope="rowgroup" rowspan="{total}">{escape(entry.name)}</th>'
    for home in entry.households:
        for index, (name, phones, emails) in enumerate(home.people):
            cells = f'<td class="ouder">{escape(name)}</td>'
            if "telefoon" in fields:
                cells += f'<td class="tel">{_spans(phones)}</td>'
            if "e-mail" in fields:
                cells += f'<td class="mail">{_spans(emails)}</td>'
            if "adres" in fields and not index:
                cells += f'<td class="adres" rowspan="{len(home.people)}">{_spans(home.address.split(", "))}</td>'
            lines.append(f"<tr>{head}{cells}</tr>")
            head = ""
    return f"<tbody>{''.join(lines) or f'<tr>{head}</tr>'}</tbody>"


def _spans(texts: Sequence[str]) -> str:
    # A long mail address may only break after its "@".
    return "".join(f"<span>{escape(text).replace('@', '@<wbr>')}</span>" for text in texts if text)


def as_xlsx(lists: Sequence[tuple[str, Sequence[Entry]]], school: School, day: dt.date, fields: Sequence[str] = FIELDS) -> bytes:
    """The lists as a workbook, a sheet a group, ready to print."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for group, found in lists:
        _fill(book.create_sheet(_sheet_name(group)), _rows(group, found, school, day, fields), [name for name in FIELDS if name in fields], footer(group, day))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _sheet_name(group: str) -> str:
    return "".join("-" if sign in "[]:*?/\\" else sign for sign in group)[:31] or "Groep"


def _rows(group: str, found: Sequence[Entry], school: School, day: dt.date, fields: Sequence[str]) -> list[list[str]]:
    shown = [name for name in FIELDS if name in fields]
    rows: list[list[str]] = [[f"Klassenlijst {spoken(group)}, {school.name}, schooljaar {school_year(day)}"], [], ["Kind", "Ouder of verzorger", *(name.capitalize() for name in shown)]]
    for entry in found:
        people = [(person, home.address) for home in entry.households for person in home.people]
        for index, ((name, phones, emails), address) in enumerate(people or [(("", (), ()), "")]):
            cells = {"telefoon": " / ".join(phones), "e-mail": " / ".join(emails), "adres": address}
            rows.append(["" if index else entry.name, name, *(cells[field] for field in shown)])
    return [*rows, [], [footer(group, day)]]


def _fill(sheet: Worksheet, rows: Sequence[Sequence[str]], shown: Sequence[str], foot: str) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column, text)
            # A name or address that begins with "=" is text, never a formula.
            cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=number > 3 and number < len(rows))
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.cell(len(rows), 1).font = Font(bold=True)
    for column in range(1, len(shown) + 3):
        sheet.cell(3, column).font = Font(bold=True)
    for letter, width in zip("ABCDE", (26, 28, *({"telefoon": 18, "e-mail": 34, "adres": 38}[name] for name in shown)), strict=False):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", 9, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(foot.replace("&", "&&")))
