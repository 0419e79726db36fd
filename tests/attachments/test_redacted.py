"""Texts, tables and calendars lose what may not be read, and stay what they were; where that can't be, they stay in."""

from __future__ import annotations

import csv
import io
import json
import random
from typing import TYPE_CHECKING

import pytest

from sitegen import plaintext
from tests.attachments.test_attachments import _site
from tests.building import build_site, snapshot

if TYPE_CHECKING:
    from pathlib import Path

SECRETS = (b"Hoekzema", b"06-12345688", b"sanne@thuis.example", "Sanne Hoekzema".encode("utf-16-le"))
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//school//nl\r\nBEGIN:VEVENT\r\n{}\r\nDTSTART;VALUE=DATE:20261127\r\nSUMMARY:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def _published(root: Path) -> dict[str, bytes]:
    return {name: data for name, data in snapshot(root / "public").items() if name.startswith("bestanden/")}


def _out(tmp_path: Path, name: str, data: bytes) -> bytes:
    """The published file; b"" when it stayed in. Nothing secret is in any file, whatever became of it."""
    root = _site(tmp_path, {name: data})
    assert build_site(root).status == 0
    for path, found in snapshot(root / "public").items():
        assert not [one for one in SECRETS if one in found], path
    return next(iter(_published(root).values()), b"")


def test_a_text_keeps_its_other_lines_as_they_were(tmp_path: Path) -> None:
    before = "Uitslag van de sprint\r\n=====================\r\n\r\n  1.  Sanne Hoekzema   9,1\r\n\r\nVragen? Bel 06-12345688.\r\n\r\n  2.  Groep 5      9,4\r\n"
    after = _out(tmp_path, "uitslag.txt", before.encode("cp1252")).decode()
    assert "Uitslag van de sprint\n=====================\n" in after
    assert "  2.  Groep 5      9,4" in after
    assert "Sanne" in after


def test_a_name_cut_by_the_end_of_a_line_goes_too(tmp_path: Path) -> None:
    assert b"Sanne" in _out(tmp_path, "a.txt", b"Gewonnen door Sanne\nHoekzema uit groep 6.\n")


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_a_table_keeps_its_rows_and_cells(tmp_path: Path, sign: str) -> None:
    rows = [["Voornaam", "Achternaam", "Groep"], ["Sanne", "Hoekzema", "6"], ["Wie, wat", 'een "citaat"', "7"]]
    data = _out(tmp_path, "lijst.csv", ("sep=;\r\n" if sign == ";" else "").encode() + plaintext.written(rows, sign).encode())
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=sign)) == [rows[0], ["Sanne", "", "6"], rows[2]]


def test_a_calendar_keeps_its_days(tmp_path: Path) -> None:
    told = 'UID:sanne-hoekzema@school.example\r\nATTENDEE;CN=Sanne Hoekzema:mailto:sanne@thuis.example\r\nX-NOTE:Sanne Hoekzema\r\nDESCRIPTION;ALTREP="x":Met Sanne Hoekzema\\, en met heel groep 6 die mee'
    data = _out(tmp_path, "dag.ics", CALENDAR.format(told + "\r\n doet aan alles wat er die dag te doen is op het plein\\; komt allen", "Sprint van Sanne Hoekzema").encode()).decode()
    lines = plaintext.unfolded(data)
    assert "SUMMARY:Sprint van Sanne" in lines
    assert "DTSTART;VALUE=DATE:20261127" in lines
    assert [line for line in lines if line.startswith("DESCRIPTION:Met Sanne\\, en met heel groep 6 die meedoet")]
    assert not [line for line in lines if line.startswith(("ATTENDEE", "X-NOTE", "UID:sanne"))]
    assert sum(line.startswith("UID:") for line in lines) == 1
    assert max(len(line.encode()) for line in data.split("\r\n")) <= 75


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("leeg.ics", CALENDAR.format("UID:1", "06-12345688").encode()),
        ("rol.ics", CALENDAR.format("TZNAME:Sanne Hoekzema", "Dag").encode()),
        ("lang.txt", b"Sanne Hoekzema wint.\n\n" + b"De sprint begint om negen uur.\n" * 3000),
        ("rest.txt", b"06-12345688"),
    ],
)
def test_where_doubt_remains_it_stays_in(tmp_path: Path, name: str, data: bytes) -> None:
    assert _out(tmp_path, name, data) == b""


def test_the_report_says_what_was_done(tmp_path: Path) -> None:
    root = _site(tmp_path, {"a.txt": b"Sanne Hoekzema wint.\n\nTekst.\n"})
    result = build_site(root)
    assert result.counts["tegengehouden"] == 0
    found = [one for one in json.loads((root / ".sitegen/report.json").read_text("utf-8"))["bevindingen"] if one["soort"] == "bijlage"]
    assert len(found) == 1
    assert "eruit gehaald" in found[0]["waarom"]


def test_calendars_and_tables_come_back_as_they_went() -> None:
    dice = random.Random(5)
    for _ in range(200):
        lines = ["".join(dice.choice("abcé €🎈;,\\") for _ in range(dice.randrange(1, 200))).strip() or "x" for _ in range(5)]
        again = plaintext.folded(lines)
        assert [line.rstrip() for line in plaintext.unfolded(again)] == lines
        assert max(len(line.encode()) for line in again.split("\r\n")) <= 75
        assert plaintext.unescaped(plaintext.escaped(lines[0])) == lines[0]
        table = [[line, "x"] for line in lines]
        assert plaintext.rows(plaintext.written(table, ";")) == table or plaintext.separator(plaintext.written(table, ";")) != ";"
