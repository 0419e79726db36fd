"""What the next build does with the notes that a stopped one left: also when the power took half of them, or a stranger wrote them."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.building import DAY, copy_site, shared_build, snapshot
from tests.resilience.counting import Loop, dice
from tests.resilience.disk import KILL, Disk, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = copy_site(tmp_path / "site")
    assert shared_build(root).status == 0
    return root


def _note(root: Path, name: str, text: str) -> Path:
    work = root / ".sitegen/klaar-halverwege"
    (work / "nieuw").mkdir(parents=True, exist_ok=True)
    (work / "oud").mkdir(exist_ok=True)
    (work / name).write_text(text, "utf-8")
    return work


def _plan(output: str, removed: list[str], written: list[str], made: list[str] | None = None) -> str:
    return json.dumps([output, ".sitegen-bestanden", removed, written, False, [], made or []])


def test_a_note_of_which_the_power_took_a_part_stops_no_build(site: Path) -> None:
    whole = _plan("../../public", ["weg.html"], ["nieuw.html"])
    before = snapshot(site / "public")
    loop = Loop(1, "half or broken notes of a placing, and the next build succeeds")
    for name in ("plan", "terug"):
        for text in ("", *(whole[:end] for end in range(1, len(whole), 9)), "[]", "{}", "3", "null", '["../../public"]', "[1, 2, 3, 4, 5, 6, 7]"):
            work = _note(site, name, text)
            result = shared_build(site)
            loop.count(result.status == 0 and not work.exists() and snapshot(site / "public") == before, f"{name} {text!r}: {result.problems}")
    loop.end()


def test_a_check_places_nothing_that_a_stopped_build_left(site: Path) -> None:
    work = _note(site, "plan", _plan("../../public", ["index.html"], []))
    before = snapshot(site / "public")
    assert shared_build(site, check=True).status == 0
    assert snapshot(site / "public") == before
    assert shared_build(site).status == 0
    assert snapshot(site / "public") == before
    assert not work.exists()


def test_a_note_that_points_elsewhere_touches_nothing(site: Path, tmp_path: Path) -> None:
    outside = tmp_path / "buiten"
    outside.mkdir()
    (outside / "kostbaar.txt").write_text("van iemand anders", "utf-8")
    (site / "content/kostbaar.md").write_text("# Kostbaar\n\nTekst.\n", "utf-8")
    assert shared_build(site).status == 0
    notes = {
        "a foreign folder": _plan("../../../buiten", ["kostbaar.txt"], []),
        "a foreign folder, to write": _plan("../../../buiten", [], ["kostbaar.txt"]),
        "above the output": _plan("../../public", ["../../buiten/kostbaar.txt"], []),
        "above the output, to write": _plan("../../public", [], ["../../buiten/kostbaar.txt"]),
        "an absolute path": _plan("../../public", [str(outside / "kostbaar.txt")], []),
        "the sources": _plan("../../content", ["kostbaar.md"], []),
    }
    loop = Loop(14, "notes of a placing that point outside the output, and nothing there changes")
    for name in ("plan", "terug"):
        for which, text in notes.items():
            work = _note(site, name, text)
            (work / "nieuw/kostbaar.txt").write_text("kwaad", "utf-8")
            result = shared_build(site)
            safe = snapshot(outside) == {"kostbaar.txt": b"van iemand anders"} and (site / "content/kostbaar.md").is_file()
            loop.count(safe and result.status == 0 and not work.exists(), f"{name}, {which}: {result.problems}")
            (outside / "kostbaar.txt").write_text("van iemand anders", "utf-8")
            (site / "content/kostbaar.md").write_text("# Kostbaar\n\nTekst.\n", "utf-8")
    loop.end()


def _first_builds(folder: Path, moments: int) -> None:
    words = ["build", "--date", DAY.isoformat(), "--quiet", "--site"]
    whole = Disk(copy_site(folder / "whole"), 0, KILL)
    assert run([*words, str(folder / "whole")], whole)[0] == 0
    good = snapshot(folder / "whole/public")
    loop = Loop(1, "first builds killed at the n-th call, and the next build succeeds")
    for at in sorted(dice("first").sample(range(1, whole.count), min(moments, whole.count - 1))):
        root = copy_site(folder / "site")
        killed, _said = run([*words, str(root)], Disk(root, at, KILL))
        result = shared_build(root)
        left = [*(root / ".sitegen").glob("klaar-*")]
        loop.count(killed < 0 and result.status == 0 and snapshot(root / "public") == good and not left, f"call {at}: {result.problems}, {left}")
        shutil.rmtree(root)
    loop.end()


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes of its own")


@needs_fork
def test_a_first_build_that_is_killed_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    _first_builds(tmp_path, 6)


@needs_fork
@pytest.mark.long
def test_a_first_build_killed_at_every_call(tmp_path: Path) -> None:
    _first_builds(tmp_path, 100_000)


def test_empty_folders_that_a_stopped_first_build_left_are_no_stranger(tmp_path: Path) -> None:
    root = copy_site(tmp_path / "site")
    (root / "public/nieuwsbrieven/2026").mkdir(parents=True)
    assert shared_build(root).status == 0


def test_a_link_in_an_empty_output_is_a_stranger(tmp_path: Path) -> None:
    root = copy_site(tmp_path / "site")
    (tmp_path / "elders").mkdir()
    (root / "public").mkdir()
    (root / "public/nieuwsbrieven").symlink_to(tmp_path / "elders")
    assert [problem.code for problem in shared_build(root).problems] == ["uitvoer-vreemd"]
    assert not list((tmp_path / "elders").iterdir())
