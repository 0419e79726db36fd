"""Laws of consent that hold for all decisions, from single answers up to files on disk."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.consent import CATEGORIES, Decision, resolve
from sitegen.importers import load
from sitegen.school import School

DAY = dt.date(2026, 11, 24)
DAYS = st.dates(dt.date(2026, 8, 1), dt.date(2027, 3, 1))
CARERS = st.sampled_from(["", "Kim", "Bas", "kim", "Oma Riet"])


def decisions(allowed: st.SearchStrategy[bool] = st.booleans(), since: st.SearchStrategy[dt.date] = DAYS) -> st.SearchStrategy[Decision]:
    return st.builds(Decision, st.just("101"), st.just("foto website"), allowed, since, st.none() | DAYS, CARERS, st.sampled_from(["brief", "Parro"]))


LISTS = st.lists(decisions(), max_size=8)


@given(LISTS, decisions(allowed=st.just(False)), DAYS)
def test_adding_a_nee_never_publishes_more(known: list[Decision], nee: Decision, day: dt.date) -> None:
    assert resolve(known, day).may or not resolve([*known, nee], day).may


@given(LISTS.flatmap(lambda known: st.tuples(st.just(known), st.permutations(known))), DAYS)
def test_the_order_of_rows_is_irrelevant(both: tuple[list[Decision], list[Decision]], day: dt.date) -> None:
    known, shuffled = both
    assert resolve(known, day) == resolve(shuffled, day)


@given(LISTS, DAYS, st.integers(1, 400), st.data())
def test_a_decision_of_tomorrow_changes_nothing_today(known: list[Decision], day: dt.date, later: int, data: st.DataObject) -> None:
    tomorrow = data.draw(decisions(since=st.just(day + dt.timedelta(days=later))))
    assert resolve([*known, tomorrow], day) == resolve(known, day)


@given(LISTS, DAYS)
def test_without_a_yes_in_force_nothing_is_published(known: list[Decision], day: dt.date) -> None:
    in_force = [one for one in known if one.allowed and one.since <= day and (one.until is None or day <= one.until)]
    assert in_force or not resolve(known, day).may


@given(LISTS, DAYS)
def test_a_yes_rests_on_a_yes_in_force_and_says_so(known: list[Decision], day: dt.date) -> None:
    answer = resolve(known, day)
    if answer.may:
        assert answer.decision is not None
        assert answer.decision in known
        assert answer.decision.allowed
        assert answer.why.startswith("ja")


ROWS = st.lists(
    st.tuples(st.sampled_from(["101", "102", "0101", "103"]), st.sampled_from([*CATEGORIES, "alles"]), st.sampled_from(["ja", "nee"]), DAYS, st.none() | DAYS, CARERS),
    max_size=8,
)
OVERVIEW = st.lists(st.tuples(st.sampled_from(["101", "102"]), st.sampled_from(["ja", "nee", "", "Geen keuze"]), DAYS), max_size=4)


def publishable(rows: list[tuple], overview: list[tuple]) -> set[tuple[str, str]]:
    """What may be shown, from files: (number, category)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "leerlingen.csv").write_text("Leerlingnummer;Roepnaam;Achternaam;Uitstroomdatum\n101;Sanne;Vries;\n102;Noor;Bakker;\n103;Iris;Tol;01-11-2026\n")
        lines = [f"{number};{category};{verdict};{since:%d-%m-%Y};{f'{until:%d-%m-%Y}' if until else ''};{carer};brief" for number, category, verdict, since, until, carer in rows]
        (folder / "besluiten.csv").write_text("\n".join(["Leerlingnummer;Categorie;Besluit;Vanaf;Tot;Ouder;Bron", *lines]))
        (folder / "toestemming.csv").write_text("\n".join(["Leerlingnummer;Foto website;Gewijzigd op", *(f"{number};{value};{since:%Y-%m-%d}" for number, value, since in overview)]))
        register = load(folder, School("a", "a"), DAY).register
        return {(number, name) for number, answers in register.answers.items() for name, answer in answers.items() if answer.may}


@settings(max_examples=60, deadline=None)
@given(ROWS, OVERVIEW, st.sampled_from(["101", "102", "103"]), st.sampled_from([*CATEGORIES, "alles"]), DAYS, CARERS)
def test_a_row_with_nee_never_publishes_more(rows: list[tuple], overview: list[tuple], number: str, category: str, since: dt.date, carer: str) -> None:
    assert publishable([*rows, (number, category, "nee", since, None, carer)], overview) <= publishable(rows, overview)


@settings(max_examples=60, deadline=None)
@given(ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))), OVERVIEW.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_lines_is_irrelevant(rows: tuple[list[tuple], list[tuple]], overview: tuple[list[tuple], list[tuple]]) -> None:
    assert publishable(rows[0], overview[0]) == publishable(rows[1], overview[1])


@settings(max_examples=60, deadline=None)
@given(ROWS, OVERVIEW, st.sampled_from(["101", "102"]), st.sampled_from(["ja", "nee"]))
def test_a_line_of_tomorrow_changes_nothing_today(rows: list[tuple], overview: list[tuple], number: str, verdict: str) -> None:
    tomorrow = (number, "alles", verdict, DAY + dt.timedelta(days=1), None, "Kim")
    assert publishable([*rows, tomorrow], overview) == publishable(rows, overview)


@settings(max_examples=60, deadline=None)
@given(ROWS, OVERVIEW, st.sampled_from(["101", "102"]), st.sampled_from(["ja", "nee"]))
def test_a_line_of_tomorrow_in_the_overview_changes_nothing_today(rows: list[tuple], overview: list[tuple], number: str, value: str) -> None:
    assert publishable(rows, [*overview, (number, value, DAY + dt.timedelta(days=1))]) == publishable(rows, overview)


@settings(max_examples=60, deadline=None)
@given(ROWS, OVERVIEW, st.sampled_from(["101", "102"]), DAYS)
def test_a_nee_in_the_overview_never_publishes_more(rows: list[tuple], overview: list[tuple], number: str, since: dt.date) -> None:
    assert publishable(rows, [*overview, (number, "nee", since)]) <= publishable(rows, overview)
