"""Regular expressions that are compiled at their first use, and what makes the ledger of another program."""

from __future__ import annotations

import re
import sys

import pytest

from sitegen.build import state
from sitegen.late import late, late_bytes


def test_it_answers_as_the_compiled_pattern_does():
    pattern = late(r"(\w)(\d)", re.IGNORECASE)
    assert [found[0] for found in pattern.finditer("a1 B2 c")] == ["a1", "B2"]
    assert pattern.sub("-", "x9y") == "-y"
    assert pattern.flags == re.compile(r"(\w)(\d)", re.IGNORECASE).flags
    assert late_bytes(rb"\d+").findall(b"1 22") == [b"1", b"22"]


def test_a_wrong_pattern_shows_itself_when_it_is_asked():
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("x")


def test_another_version_of_a_library_is_another_program(tmp_path, monkeypatch):
    programs = set()
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("markdown-3.6.dist-info", "markdown-3.7.dist-info"):
        (tmp_path / name).mkdir()
        monkeypatch.setattr(state, "_PROGRAM", [])
        programs.add(state.program())
        (tmp_path / name).rmdir()
    assert str(tmp_path) in sys.path
    assert len(programs) == 2
