"""An overview older than the last closed window misses what parents said in it (P6)."""

from __future__ import annotations

import datetime as dt
import os

import pytest

from sitegen.importers.freshness import last_window
from tests.importers.conftest import Register, codes

WINDOWS = ("09-01/10-01", "02-01/02-21")


@pytest.mark.parametrize(("day", "window"), [
    ((2026, 11, 24), ((2026, 9, 1), (2026, 10, 1))), ((2026, 10, 1), ((2026, 2, 1), (2026, 2, 21))), ((2026, 10, 2), ((2026, 9, 1), (2026, 10, 1))),
    ((2027, 1, 5), ((2026, 9, 1), (2026, 10, 1))), ((2027, 2, 22), ((2027, 2, 1), (2027, 2, 21))),
])
def test_the_last_closed_window(day: tuple[int, int, int], window: tuple[tuple[int, int, int], tuple[int, int, int]]) -> None:
    assert last_window(WINDOWS, dt.date(*day)) == tuple(dt.date(*one) for one in window)


def test_a_window_over_new_year() -> None:
    assert last_window(("12-15/01-15",), dt.date(2027, 3, 1)) == (dt.date(2026, 12, 15), dt.date(2027, 1, 15))


def overview(*days: str) -> dict[str, str]:
    return {"toestemming.csv": "Leerlingnummer;Foto website;Gewijzigd op\n" + "".join(f"{101 + index};ja;{day}\n" for index, day in enumerate(days))}


@pytest.mark.parametrize(("days", "stale"), [
    (("28-08-2026", "30-08-2026"), True), (("28-08-2026", "12-09-2026"), False), (("03-11-2026",), False), (("01-10-2026",), False), (("01-10-2025",), True),
])
def test_warning_when_older_than_the_window(register: Register, days: tuple[str, ...], stale: bool) -> None:
    loaded = register(overview(*days))
    assert (codes(loaded) == ["register-verouderd"]) == stale
    assert loaded.snapshot == max(dt.datetime.strptime(day, "%d-%m-%Y").date() for day in days)
    assert all(problem.severity == "waarschuwing" for problem in loaded.problems)


def test_an_export_from_the_middle_of_the_window_is_stale_when_it_closes(register: Register, tmp_path) -> None:
    register(overview("12-09-2026"))
    stamp = dt.datetime(2026, 9, 15, 12).timestamp()
    os.utime(tmp_path / "register" / "toestemming.csv", (stamp, stamp))
    assert codes(register({})) == ["register-verouderd"]


def test_no_overview_at_all_is_a_warning(register: Register) -> None:
    loaded = register({})
    assert codes(loaded) == ["register-geen-toestemming"]
    assert loaded.snapshot is None
