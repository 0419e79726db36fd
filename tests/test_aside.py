"""A small build shares its work with processes aside: the same site, the same guards, and nothing lost when one of them dies."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from sitegen.build import aside, crew, knower
from tests.building import DAY, copy_site, leaking, shared_build, snapshot, write_letter

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes of its own")
NAMED = "Sanne Hoekzema won de voorleeswedstrijd van groep 6."


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that was built once, on a machine with two cores."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    root = copy_site(tmp_path / "site")
    assert shared_build(root).status == 0
    return root


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Of each build: whether its work was shared."""
    found: list[bool] = []
    few = aside._few

    def noting(now: aside.state.Inputs, known: aside.state.Known) -> bool:
        found.append(few(now, known))
        return found[-1]

    monkeypatch.setattr(aside, "_few", noting)
    return found


def _clean(root: Path, target: Path) -> dict[str, bytes]:
    copy = target / "clean"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("public", ".sitegen"))
    assert shared_build(copy).status == 0
    return snapshot(copy / "public")


def test_one_letter_more_is_byte_for_byte_a_clean_build(site: Path, shared: list[bool], tmp_path: Path) -> None:
    write_letter(site, NAMED)
    result = shared_build(site)
    assert shared == [True]
    assert result.status == 0
    assert result.counts["nieuwsbrieven"] == 2
    assert snapshot(site / "public") == _clean(site, tmp_path)
    assert "Hoekzema" in (site / ".sitegen/report.json").read_text("utf-8")


def test_another_register_or_day_is_not_shared(site: Path, shared: list[bool]) -> None:
    write_letter(site, NAMED)
    with (site / "register/leerlingen.csv").open("a", encoding="utf-8") as stream:
        stream.write("\n")
    assert shared_build(site).status == 0
    write_letter(site, "Nog een brief.", "2026-11-22-nog-een")
    assert shared_build(site, DAY + dt.timedelta(days=1)).status == 0
    assert shared == [False, False]


def _die(*_: object) -> object:
    os._exit(1)


@pytest.mark.parametrize("who", [(aside, "_answers"), (aside, "_knows"), (knower, "_read"), (knower, "_knowledge")], ids=["clears", "knows", "reads", "prepares"])
def test_when_one_of_them_dies_the_site_is_the_same(who: tuple[object, str], site: Path, shared: list[bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*who, _die)
    write_letter(site, NAMED)
    assert shared_build(site).status == 0
    assert shared == [True]
    assert snapshot(site / "public") == _clean(site, tmp_path)


@pytest.mark.parametrize("dies", [False, True], ids=["reads", "dies"])
def test_what_the_pass_leaves_is_refused(dies: bool, site: Path, shared: list[bool], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.privacy.gate.RULES", (lambda _people, _school: lambda _line: iter(()),))
    if dies:
        monkeypatch.setattr(knower, "_read", _die)
    before = snapshot(site / "public")
    write_letter(site, NAMED)
    result = shared_build(site)
    assert shared == [True]
    assert result.status == 3
    assert {leak.kind for leak in result.leaks} == {"achternaam van een kind"}
    assert snapshot(site / "public") == before
    assert not leaking(site)


def test_a_file_that_nobody_read_is_read_here(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.privacy.gate.RULES", (lambda _people, _school: lambda _line: iter(()),))
    monkeypatch.setattr(aside.Aside, "read", lambda _self, _path, _file: None)
    write_letter(site, NAMED)
    assert shared_build(site).status == 3


def test_a_partner_answers_in_order_and_is_gone_afterwards() -> None:
    with crew.partner(lambda asked: ((number * 2, os.getpid()) for (number,) in asked)) as partner:
        for number in (1, 2, 3):
            partner.tell((number,))
        answers = [partner.answer() for _ in range(3)]
    assert [double for double, _child in answers] == [2, 4, 6]
    (child,) = {child for _double, child in answers}
    assert child != os.getpid()
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_an_answer_of_a_megabyte_comes_whole() -> None:
    with crew.partner(lambda asked: (said[0] * 2 for said in asked)) as partner:
        partner.tell(("x" * 1_000_000,))
        assert partner.answer() == "x" * 2_000_000


def test_a_partner_that_fails_is_noticed() -> None:
    with crew.partner(lambda asked: (1 // said[0] for said in asked)) as partner:
        partner.tell((0,))
        with pytest.raises(crew.WorkerDiedError):
            partner.answer()
        with pytest.raises(crew.WorkerDiedError):
            for _ in range(100):
                partner.tell(("x" * 100_000,))
