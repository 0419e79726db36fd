"""The disk says no, or the computer stops, at the n-th call, for every n until it no longer fires (as SQLite tests itself).

The calls: write, rename, link, removal, folder, opening, flushing, a statement for cache.db (see `disk`).
"""

from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.building import DAY, copy_site, leaking, shared_build, snapshot
from tests.resilience.counting import Loop, dice
from tests.resilience.disk import KILL, Disk, run

if TYPE_CHECKING:
    from pathlib import Path

LETTER = "---\ntitel: Brief {0}\nsoort: wekelijks\n---\n\nTekst {0} over Sanne Hoekzema.\n"
CODES = {"full": errno.ENOSPC, "broken": errno.EIO, "denied": errno.EACCES, "readonly": errno.EROFS, "killed": KILL}
REMEDIES = ("Maak ", "Geef ", "Kies ", "Probeer ", "Zet ", "Kijk ", "Sluit ")


def _edit(root: Path, at: int) -> None:
    (root / "newsletters/2026-11-23-brief.md").write_text(LETTER.format(at), "utf-8")
    other = root / "newsletters/2026-11-22-weg.md"
    if at % 2:
        other.write_text(LETTER.format(at), "utf-8")
    else:
        other.unlink(missing_ok=True)


def _after_an_error(status: int, said: str, old: dict[str, bytes], now: dict[str, bytes], new: dict[str, bytes]) -> str:
    """What is wrong with how the program took it, in a word; nothing when all is well."""
    if status not in (0, 1, 2) or "Traceback" in said or "niet aan uw bestanden" in said:
        return f"status {status}: {said}"
    if status and not any(word in said for word in REMEDIES):
        return f"no remedy: {said}"
    if now not in (old, new) or (status == 0 and now != new):
        return f"status {status}, neither old nor new: {said}"
    if "De vorige website staat er nog" in said and now != old:
        return f"not the old site: {said}"
    return "Hoekzema" if "Hoekzema" in said else ""


def _after_a_kill(old: dict[str, bytes], now: dict[str, bytes], new: dict[str, bytes]) -> str:
    """Each file is whole: the old one, or the new one."""
    return next((name for name, data in now.items() if data not in (old.get(name), new.get(name)) and name != ".sitegen-bestanden"), "")


def _left(root: Path) -> list[Path]:
    return [*(root / ".sitegen").glob("klaar-*"), *root.rglob("*.nieuw")]


def _loop(root: Path, kind: str, share: float) -> None:
    """Strike at n = 1, 2, …, a share of them by the seed; the next build mends everything, and nothing is left behind."""
    chance = dice(f"faults-{kind}")
    words = ["build", "--site", str(root), "--date", DAY.isoformat(), "--quiet"]
    loop, whole = Loop(3 if CODES[kind] != KILL else 1, f"{kind} at the n-th call: old site or new, mended by the next build"), 0
    assert shared_build(root).status == 0
    at = 0
    while True:
        at += 1
        if chance.random() > share:
            continue
        _edit(root, at)
        old = snapshot(root / "public")
        disk = Disk(root, at, CODES[kind])
        status, said = run(words, disk)
        if disk.count < at:
            break
        now = snapshot(root / "public")
        assert not leaking(root)
        mended = shared_build(root)
        new = snapshot(root / "public")
        wrong = _after_a_kill(old, now, new) if status < 0 else _after_an_error(status, said, old, now, new)
        whole += now in (old, new)
        loop.count(mended.status == 0 and not wrong and not _left(root), f"call {at}: {wrong or _left(root) or mended.problems}")
    print(f"\n{kind}: {at} calls, byte for byte the old site or the new one before the next build: {whole} of {loop.total}")
    loop.end()
    fresh = shutil.copytree(root, root.with_name("clean"), ignore=shutil.ignore_patterns("public", ".sitegen"))
    shared_build(root)
    shared_build(fresh)
    assert snapshot(fresh / "public") == snapshot(root / "public")


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes of its own")


@needs_fork
@pytest.mark.parametrize("kind", ["full", "broken", "killed"])
def test_the_disk_says_no(tmp_path: Path, kind: str) -> None:
    _loop(copy_site(tmp_path / "site"), kind, 0.03)


@needs_fork
@pytest.mark.long
@pytest.mark.parametrize("kind", list(CODES))
def test_the_disk_says_no_at_every_call(tmp_path: Path, kind: str) -> None:
    _loop(copy_site(tmp_path / "site"), kind, 1)


def test_a_disk_without_second_names_is_built_on_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_site(tmp_path / "site")
    assert shared_build(root).status == 0

    def refused(*_: object, **_more: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refused)
    _edit(root, 1)
    assert shared_build(root).status == 0
    assert any(b"Tekst 1 over Sanne" in data for name, data in snapshot(root / "public").items() if name.endswith(".html"))
