"""The judge itself: a pass that does nothing and a pass that cuts everything must both be found out."""

import pytest

from tests.scoring.adapter import Page, render, untouched
from tests.scoring.casefile import Case, cases, parse
from tests.scoring.judge import judge
from tests.scoring.registers import world
from tests.scoring.score import failures, table
from tests.scoring.visible import everything, fold

_CASES = cases()
# Enough to see that the judge is no rubber stamp; what the cases say of themselves is asked of each.
_SOME = _CASES[::4]


def _one(text: str) -> Case:
    return parse(f"# register: school\n== one\n{text}\n", "names")[0]


def _page(body: str) -> Page:
    return Page(body, "Weekbericht 13", "weekbericht-13")


def test_a_pass_that_does_nothing_fails_wherever_something_must_go() -> None:
    # One of the acceptable results may be the text itself: "First name + initial(s) may stay".
    changed = [case for case in _SOME if (case.gone or case.becomes) and case.text not in case.becomes]
    assert [case.id for case in changed if judge(case, untouched(case.text, case.fields, html=case.html)).passed] == []


def test_a_pass_that_cuts_everything_fails_wherever_something_must_stay() -> None:
    demanding = [case for case in _SOME if case.stays or case.acceptable]
    assert [case.id for case in demanding if judge(case, Page("", "", "")).passed] == []


def test_each_acceptable_result_passes() -> None:
    stained = []
    for case in _CASES:
        raw = untouched(case.text, case.fields, html=case.html)
        for text in case.acceptable:
            page = Page(render(text, html=case.html), case.results.get("title", raw.title), case.results.get("slug", raw.slug))
            stained += [(case.id, remark) for remark in judge(case, page).remarks]
    assert stained == []


def test_what_must_go_is_there_at_first() -> None:
    absent = []
    for case in _CASES:
        raw = untouched(case.text, case.fields, html=case.html)
        source = everything(raw.body, raw.title, raw.slug, raw.words)
        absent += [(case.id, part) for part in case.gone if fold(part) not in source and _run_together(part) not in _run_together(source)]
    assert absent == []


def _run_together(text: str) -> str:
    """`text` as in a hashtag, a file name or a number without its spaces: a case may also name what those would read as."""
    return "".join(letter for letter in fold(text) if letter.isalnum())


def test_a_leak_counts_against_must_go_only() -> None:
    verdict = judge(_one("Sem de Vries wint.\n-- becomes\nSem wint."), _page("<p>Sem de Vries wint.</p>"))
    assert (verdict.go, verdict.stay, verdict.reads) == ((0, 1), (1, 1), False)


def test_a_word_too_many_counts_against_must_stay_only() -> None:
    verdict = judge(_one("Sem de Vries wint.\n-- becomes\nSem wint."), _page("<p>Sem.</p>"))
    assert (verdict.go, verdict.stay, verdict.reads) == ((1, 1), (0, 1), False)


def test_a_dangling_tussenvoegsel_counts_against_reading_only() -> None:
    verdict = judge(_one("Sem de Vries wint.\n-- becomes\nSem wint."), _page("<p>Sem de wint.</p>"))
    assert (verdict.go, verdict.stay, verdict.reads) == ((1, 1), (1, 1), False)


def test_a_surname_in_an_attribute_is_a_leak() -> None:
    case = _one("Bel Sem.\n-- gone: Vries\n-- stays: Bel Sem")
    assert judge(case, _page('<p id="sem-de-vries">Bel Sem.</p>')).go == (0, 1)


def test_structure_counts_in_html_cases_only() -> None:
    assert judge(_one("Hoera **Sem**."), _page("<p>Hoera Sem.</p>")).passed
    assert not judge(_one("@html\n<p>Hoera <b>Sem</b>.</p>"), _page("<p>Hoera Sem.</p>")).passed


def test_a_title_that_changed_without_need_fails() -> None:
    assert not judge(_one("@title Juf Anouk Visser\na"), Page("<p>a</p>", "Juf Anouk", "weekbericht-13")).passed


def test_the_table_counts_demands_and_the_list_tells_what_failed() -> None:
    good, bad = (judge(_one("Sem de Vries wint.\n-- becomes\nSem wint."), _page(f"<p>{text}</p>")) for text in ("Sem wint.", "Sem de Vries wint."))
    total = table([good, bad]).splitlines()[-1].split()
    assert total == ["total", "2", "1/2", "0.5000", "2/2", "1.0000", "1/2", "0.5000"]
    assert "names/one" in failures([good, bad])
    assert failures([good]) == ""


@pytest.mark.parametrize(("name", "pupils", "staff"), [("school", 69, 18), ("woorden", 64, 4)])
def test_the_registers_are_read_whole(name: str, pupils: int, staff: int) -> None:
    register = world(name).register
    assert (len(register.pupils), len(register.staff)) == (pupils, staff)
