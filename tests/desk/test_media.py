"""`sitegen media`: pictures without a declaration, and writing one down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sitegen.readers import media

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.conftest import Run

SPORT = "newsletters/2026-11-20-sport"


def test_lists_what_nobody_declared_with_a_private_sheet(run: Run, site: Path) -> None:
    said = run("media")
    assert said.status == 1
    assert "wie.jpg" in said.out
    assert "sport.jpg" not in said.out
    sheet = site / ".sitegen/fotos-zonder-verklaring.html"
    assert sheet.stat().st_mode & 0o077 == 0
    text = sheet.read_text("utf-8")
    assert "wie.jpg: {who: }" in text
    assert "data:image/jpeg;base64," in text
    assert [one["foto"] for one in json.loads(run("media", "--json").out)] == ["content/wie.jpg"]


def test_a_sheet_never_lands_in_the_website(run: Run, site: Path) -> None:
    said = run("media", "--naar", str(site / "public"))
    assert said.status == 2
    assert "niet openbaar" in said.err
    assert not (site / "public").exists()


def test_the_form_admits_nothing_until_it_is_filled_in() -> None:
    from sitegen.desk.media import form

    found, _ = media.declarations(form(["wie.jpg", "IMG 1 (2).JPG"]), "media.yaml")
    assert {name: one.who for name, one in found.items()} == {"wie.jpg": None, "IMG 1 (2).JPG": None}


def test_writes_down_who_is_on_it_and_keeps_the_rest(run: Run, site: Path) -> None:
    declared = site / SPORT / "media.yaml"
    declared.write_text("# eigen woorden\nsport.jpg:\n  who: [101, 103]\n  vervaag: [[1, 1, 2, 2]]\nveld.jpg: {who: niemand}  # leeg veld\ntekening.png: {who: 101, kind: work}\n", "utf-8")
    assert run("media", "set", "sport.jpg", "101", "Noor (groep 3)").status == 0
    text = declared.read_text("utf-8")
    assert text == '# eigen woorden\nsport.jpg: {who: [101, "Noor (groep 3)"], vervaag: [[1, 1, 2, 2]]}\nveld.jpg: {who: niemand}  # leeg veld\ntekening.png: {who: 101, kind: work}\n'
    assert run("media", "set", "wie.jpg", "niemand").status == 0
    assert "wie.jpg: {who: niemand}" in (site / "content/media.yaml").read_text("utf-8")
    assert run("media").status == 0


def test_work_of_a_child(run: Run, site: Path) -> None:
    assert run("media", "set", "tekening.png", "102", "--werk").status == 0
    assert "tekening.png: {who: [102], kind: work}" in (site / SPORT / "media.yaml").read_text("utf-8")


def test_refuses_whom_it_cannot_tell_apart(run: Run, site: Path) -> None:
    said = run("media", "set", "sport.jpg", "Fleur")
    assert said.status == 2
    assert "leerlingnummer" in said.err
    assert "[101, 103]" in (site / SPORT / "media.yaml").read_text("utf-8")


def test_helps_with_a_slip(run: Run) -> None:
    for words in (("media", "zet", "sport.jpg"), ("media", "set", "sport.jpg")):
        said = run(*words)
        assert said.status == 2
        assert "sitegen media set" in said.err
