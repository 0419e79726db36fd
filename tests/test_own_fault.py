"""What a user reads when a command meets what nobody foresaw."""

from __future__ import annotations

import errno
from types import SimpleNamespace
from typing import TYPE_CHECKING

from sitegen.cli import main as front

if TYPE_CHECKING:
    import pytest


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


def test_our_own_fault_promises_no_more_than_is_true(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fails(monkeypatch, ValueError("Sanne de Vries")) == 1
    said = capsys.readouterr().err
    assert "of wordt bij de volgende bouw afgemaakt" in said
    assert "Vries" not in said
    assert "Traceback" not in said
