"""What a user reads when a command meets what nobody foresaw."""

from __future__ import annotations

import errno
from types import SimpleNamespace

import pytest

from sitegen.cli import main as front


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
