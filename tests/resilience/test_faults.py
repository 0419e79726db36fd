"""The disk says no: at the n-th write, rename, link, removal or folder, for every n until it no longer fires (as SQLite tests itself)."""

from __future__ import annotations

import builtins
import errno
import os
import random
from typing import TYPE_CHECKING, Any

import pytest

from sitegen import importers, verify
from sitegen.cli.main import main
from sitegen.siteyaml import parse
from tests.building import DAY, build_site, copy_site, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEED = int(os.environ.get("SITEGEN_LOOP_SEED", "4"))
LETTER = "---\ntitel: Brief {0}\nsoort: wekelijks\n---\n\nTekst {0} over Sanne Hoekzema.\n"
CODES = {"full": errno.ENOSPC, "broken": errno.EIO, "denied": errno.EACCES, "readonly": errno.EROFS}


class Fault:
    """Raises on the n-th call that touches the output, the stage, the report or (for reading) a source; never with n = 0."""

    def __init__(self, root: Path, at: int, code: int) -> None:
        self.root, self.at, self.code, self.count = str(root), at, code, 0

    def strike(self, path: object, places: tuple[str, ...]) -> None:
        if str(path).startswith(tuple(f"{self.root}/{place}" for place in places)):
            self.count += 1
            if self.count == self.at:
                raise OSError(self.code, os.strerror(self.code), str(path))


def _armed(monkeypatch: pytest.MonkeyPatch, fault: Fault) -> None:
    ours = ("public", ".sitegen/klaar", ".sitegen/report")

    def wrap(owner: Any, name: str, wanted: Callable[..., bool] = lambda *_: True, places: tuple[str, ...] = ours) -> None:
        real = getattr(owner, name)

        def faulty(path: Any, *rest: Any, **more: Any) -> Any:
            if wanted(path, *rest):
                fault.strike(path, places)
            return real(path, *rest, **more)

        monkeypatch.setattr(owner, name, faulty)

    for name in ("replace", "unlink", "makedirs", "link"):
        wrap(os, name)
    wrap(builtins, "open", lambda _path, mode="r", *_: "w" in mode or "x" in mode)


def _sound(root: Path) -> None:
    school = parse((root / "site.yaml").read_text("utf-8"))[0]
    known = verify.knowledge(importers.load(root / "register", school, DAY).register, school)
    for name, data in snapshot(root / "public").items():
        assert verify.examine(name, data, known) == (), name


def _edit(root: Path, at: int) -> None:
    (root / "newsletters/2026-11-23-brief.md").write_text(LETTER.format(at), "utf-8")
    other = root / "newsletters/2026-11-22-weg.md"
    if at % 2:
        other.write_text(LETTER.format(at), "utf-8")
    else:
        other.unlink(missing_ok=True)


def _strikes(root: Path, words: list[str], at: int, code: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, Fault]:
    fault = Fault(root, at, code)
    with monkeypatch.context() as armed:
        _armed(armed, fault)
        return main(words), fault


def _loop(root: Path, chosen: Callable[[int], bool], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> int:
    """Faults that fired, one by one; after each the site is byte for byte the old one or the new one."""
    words = ["build", "--site", str(root), "--date", DAY.isoformat(), "--quiet"]
    assert build_site(root).status == 0
    fired = 0
    for at in range(1, 400):
        if not chosen(at):
            continue
        _edit(root, at)
        old = snapshot(root / "public")
        status, fault = _strikes(root, words, at, code, monkeypatch)
        said = capsys.readouterr().err
        new = snapshot(root / "public")
        assert "Traceback" not in said
        if fault.count < at:
            return fired
        fired += 1
        assert status != 0, f"fault {at} went unnoticed"
        assert "Hoekzema" not in said
        assert any(line.startswith(("Maak", "Geef", "Kies", "Probeer")) for line in said.splitlines()), said
        _sound(root)
        assert main(words) == 0
        built = snapshot(root / "public")
        assert new in (old, built), f"fault {at}: neither the old site nor the new one"
        assert not list((root / ".sitegen").glob("klaar-*"))
        assert not list((root / "public").rglob("*.nieuw"))
    pytest.fail("the faults never ended")


@pytest.mark.parametrize("kind", ["full", "broken"])
def test_the_disk_says_no(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    dice = random.Random(SEED)
    skipped = {at for at in range(1, 200) if dice.random() < 0.4}
    fired = _loop(copy_site(tmp_path / "site"), lambda at: at not in skipped, CODES[kind], monkeypatch, capsys)
    print(f"{kind}: {fired} of {fired} faults survived, old site or new (seed {SEED})")
    assert fired > 5


@pytest.mark.long
@pytest.mark.parametrize("kind", list(CODES))
def test_the_disk_says_no_at_every_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    fired = _loop(copy_site(tmp_path / "site"), lambda _at: True, CODES[kind], monkeypatch, capsys)
    print(f"{kind}: {fired} of {fired} faults survived, old site or new")
    assert fired > 5


def test_a_disk_without_second_names_is_built_on_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_site(tmp_path / "site")
    assert build_site(root).status == 0

    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refused)
    _edit(root, 1)
    assert build_site(root).status == 0
    assert any(b"Tekst 1 over Sanne" in data for name, data in snapshot(root / "public").items() if name.endswith(".html"))
