"""Every case of `tests/cases` against the pass, and the list of what is known to fail."""

import pytest

from tests.scoring.casefile import Case, cases
from tests.scoring.judge import judge
from tests.scoring.known import known

_CASES = cases()
_KNOWN = known()


@pytest.mark.parametrize("case", _CASES, ids=[case.id for case in _CASES])
def test_case(case: Case) -> None:
    verdict = judge(case)
    if case.id in _KNOWN:
        assert not verdict.passed, f"{case.id} passes: take it out of tests/cases/known_failures.txt"
    else:
        assert verdict.passed, f"\nin:  {case.text}\nout: {verdict.output}\n{'; '.join(verdict.remarks)}"


def test_the_known_failures_exist() -> None:
    assert sorted(_KNOWN - {case.id for case in _CASES}) == []
