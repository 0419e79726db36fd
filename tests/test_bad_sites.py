"""Every broken site gives its Dutch message, with the right exit status, and places nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import SITES, build_site, copy_site

BAD = sorted((SITES / "bad").iterdir())


@pytest.mark.parametrize("site", BAD, ids=lambda path: path.name)
def test_a_broken_site_says_what_and_where(site: Path, tmp_path: Path) -> None:
    status, *messages = (site / "verwacht.txt").read_text(encoding="utf-8").splitlines()
    root = copy_site(tmp_path / "site", site)
    result = build_site(root)
    said = "\n".join(str(problem) for problem in result.problems)
    for message in messages:
        assert message in said
    assert result.status == int(status)
    assert not (root / "public").exists()


def test_there_are_enough_of_them() -> None:
    assert len(BAD) >= 25
