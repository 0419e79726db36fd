"""A build killed at any moment leaves a site in which every file is whole and verified; the next build mends it (ECOSYSTEM C1.1)."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.building import DAY, copy_site, leaking, shared_build, snapshot
from tests.resilience import counting
from tests.resilience.counting import Loop

if TYPE_CHECKING:
    import random
    from pathlib import Path

LETTER = "---\ntitel: Brief {number}\nsoort: wekelijks\n---\n\nBeste ouders, in brief {number} staat dat {who} jarig is.\n\n## Kopje\n\nMeer nieuws.\n"


def _busy(root: Path, number: int) -> None:
    """Change much at once: letters added, changed and removed, and a page that moves."""
    dice = counting.dice(f"letters-{number}")
    letters = root / "newsletters"
    for index in range(40):
        day = dt.date(2026, 1, 5) + dt.timedelta(days=7 * index)
        path = letters / f"{day}-brief-{index}.md"
        if dice.random() < 0.15:
            path.unlink(missing_ok=True)
        else:
            path.write_text(LETTER.format(number=f"{index} van ronde {number}", who=dice.choice(["Sanne de Vries", "Noor Bakker", "juf Anouk"])), "utf-8")
    for old in (root / "content").glob("verhuisd-*.md"):
        old.unlink()
    (root / f"content/verhuisd-{number}.md").write_text(f"# Verhuisd {number}\n\nTekst van ronde {number}.\n", "utf-8")


def _unmended(root: Path) -> str:
    """What is wrong after the next build, which nobody helps: another site than a fresh one, or something left behind."""
    status = shared_build(root).status
    fresh = shutil.copytree(root, root.with_name("clean"), ignore=shutil.ignore_patterns("public", ".sitegen"))
    shared_build(fresh)
    alike = snapshot(fresh / "public") == snapshot(root / "public")
    shutil.rmtree(fresh)
    left = [path.name for path in (*(root / ".sitegen").glob("klaar-*"), *root.rglob("*.nieuw"))]
    return "" if status == 0 and alike and not left else f"status {status}, as fresh: {alike}, left: {left}"


def _kill_somewhere(root: Path, longest: float, dice: random.Random) -> bool:
    """Start a build and kill it and its workers; True when it was still running."""
    process = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "build", "--quiet", "--site", str(root), "--date", DAY.isoformat()],
        start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    time.sleep(dice.uniform(0.05, longest))
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running


def _times(root: Path, moments: int) -> None:
    """Kill again and again, and after one kill in three let a build mend it: the others come upon what a kill left."""
    dice = counting.dice("killed")
    _busy(root, 0)
    assert shared_build(root).status == 0
    _busy(root, 1)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "sitegen", "build", "--quiet", "--site", str(root), "--date", DAY.isoformat()], check=True)
    longest = time.perf_counter() - start
    sound = Loop(1, "sites sound after a kill at a random moment")
    mended = Loop(1, "sites as new at the first build after a kill")
    killed = 0
    for moment in range(moments):
        _busy(root, moment + 2)
        killed += _kill_somewhere(root, longest, dice)
        sound.count(not (leaks := leaking(root)), f"moment {moment}: {leaks}")
        if moment == moments - 1 or dice.random() < 1 / 3:
            mended.count(not (wrong := _unmended(root)), f"moment {moment}: {wrong}")
    print(f"\nkilled while running: {killed} of {moments}")
    sound.end()
    mended.end()
    assert killed > moments // 3


needs_groups = pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")


@needs_groups
def test_some_moments(tmp_path: Path) -> None:
    _times(copy_site(tmp_path / "site"), 6)


@needs_groups
@pytest.mark.long
def test_two_hundred_moments(tmp_path: Path) -> None:
    _times(copy_site(tmp_path / "site"), 200)
