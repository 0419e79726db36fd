"""The disk says no: at the n-th write, rename or flush, for every n until it no longer fires (as SQLite tests itself)."""

from __future__ import annotations

import builtins
import errno
import os
from typing import TYPE_CHECKING, Any

import pytest

from sitegen import importers, verify
from sitegen.cli.main import main
from sitegen.siteyaml import parse
from tests.building import DAY, build_site, copy_site, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LETTER = "---\ntitel: Brief {0}\nsoort: wekelijks\n---\n\nTekst {0} over Sanne Hoekzema.\n"


class Fault:
    """Raises on the n-th call that touches the output, the stage or the ledger's folder."""

    def __init__(self, root: Path, at: int, code: int) -> None:
        self.root, self.at, self.code, self.count = str(root), at, code, 0

    def strike(self, path: object) -> None:
        if str(path).startswith((f"{self.root}/public", f"{self.root}/.sitegen/klaar", f"{self.root}/.sitegen/report")):
            self.count += 1
            if self.count == self.at:
                raise OSError(self.code, os.strerror(self.code), str(path))


def _armed(monkeypatch: pytest.MonkeyPatch, fault: Fault) -> None:
    def wrap(owner: Any, name: str, wanted: Callable[..., bool] = lambda *_: True) -> None:
        real = getattr(owner, name)

        def faulty(path: Any, *rest: Any, **more: Any) -> Any:
            if wanted(path, *rest):
                fault.strike(path)
            return real(path, *rest, **more)

        monkeypatch.setattr(owner, name, faulty)

    wrap(os, "replace")
    wrap(os, "unlink")
    wrap(os, "makedirs")
    wrap(builtins, "open", lambda _path, mode="r", *_: "w" in mode or "x" in mode)


def _sound(root: Path) -> None:
    school = parse((root / "site.yaml").read_text("utf-8"))[0]
    known = verify.knowledge(importers.load(root / "register", school, DAY).register, school)
    for name, data in snapshot(root / "public").items():
        assert verify.examine(name, data, known) == (), name
    assert (root / "public/index.html").is_file()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO], ids=["full", "broken"])
def test_the_disk_says_no(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: int) -> None:
    root = copy_site(tmp_path / "site")
    assert build_site(root).status == 0
    words = ["build", "--site", str(root), "--date", DAY.isoformat(), "--quiet"]
    fired = 0
    for at in range(1, 400):
        (root / "newsletters/2026-11-23-brief.md").write_text(LETTER.format(at), "utf-8")
        (root / "newsletters/2026-11-22-weg.md").write_text(LETTER.format(at), "utf-8") if at % 2 else (root / "newsletters/2026-11-22-weg.md").unlink(missing_ok=True)
        fault = Fault(root, at, code)
        with monkeypatch.context() as armed:
            _armed(armed, fault)
            status = main(words)
        said = capsys.readouterr().err
        assert "Traceback" not in said
        _sound(root)
        if fault.count < at:
            break
        fired += 1
        assert status != 0, f"fault {at} went unnoticed"
        assert "Hoekzema" not in said
        assert main(words) == 0
    else:
        pytest.fail("the faults never ended")
    print(f"{fired} of {fired} faults survived")
    assert fired > 5
