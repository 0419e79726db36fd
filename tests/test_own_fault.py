"""What a user reads when a command meets what nobody foresaw."""

from __future__ import annotations

import errno
import tempfile
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from sitegen.cli import main as front

if TYPE_CHECKING:
    from pathlib import Path


def _fails(monkeypatch: pytest.MonkeyPatch, error: Exception) -> int:
    def run(_options: object) -> int:
        raise error

    command = SimpleNamespace(run=run, parser=lambda: SimpleNamespace(parse_args=lambda _words: None))
    monkeypatch.setattr(front, "import_module", lambda _name: command)
    return front.main(["build"])


def test_a_full_disk_is_called_a_full_disk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fails(monkeypatch, OSError(errno.ENOSPC, "No space left", "Sanne de Vries.md")) == 1
    said = capsys.readouterr().err
    assert "de schijf is vol" in said
    assert "Maak ruimte" in said
    assert "Vries" not in said


@pytest.mark.parametrize("code", ["ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "EIO", "EBUSY", "ENAMETOOLONG", "EMFILE", "ESTALE"])
def test_what_a_disk_answers_has_a_cause_a_place_and_a_remedy(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: str) -> None:
    number = getattr(errno, code)
    assert _fails(monkeypatch, OSError(number, "said by the system", "/srv/school/public/Sanne de Vries.html")) == 1
    first, state, remedy = capsys.readouterr().err.splitlines()
    assert first.startswith("sitegen: ")
    assert "/srv/school/public" in first
    assert "Vries" not in first
    assert "niet veranderd" in state
    assert remedy.split()[0] in {"Maak", "Geef", "Kies", "Probeer", "Sluit", "Kijk"}


def test_our_own_fault_promises_no_more_than_is_true(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fails(monkeypatch, ValueError("Sanne de Vries")) == 1
    said = capsys.readouterr().err
    assert "of wordt bij de volgende bouw afgemaakt" in said
    assert "Vries" not in said
    assert "Traceback" not in said


def test_the_details_are_for_this_user_only_and_do_not_pile_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for _ in range(12):
        assert _fails(monkeypatch, ValueError("Sanne de Vries")) == 1
    said = capsys.readouterr().err
    kept = list(tmp_path.iterdir())
    assert len(kept) == 5
    assert all(one.stat().st_mode & 0o777 == 0o600 and "Vries" not in one.read_text("utf-8") for one in kept)
    assert said.count("sitegen-fout-") == 12


def test_a_fault_of_our_own_on_a_full_disk_still_tells_the_details(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    assert _fails(monkeypatch, ValueError("Sanne de Vries")) == 1
    said = capsys.readouterr().err
    assert "test_own_fault.py:" in said
    assert "Vries" not in said
