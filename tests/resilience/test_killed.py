"""A build killed at any moment leaves a site in which every file was verified, and nothing withdrawn; the next build mends it."""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitegen import importers, verify
from sitegen.siteyaml import parse
from tests.building import DAY, build_site, copy_site, snapshot

LETTER = "---\ntitel: Brief {number}\nsoort: wekelijks\n---\n\nBeste ouders, in brief {number} staat dat {who} jarig is.\n\n## Kopje\n\nMeer nieuws.\n"


def _busy(root: Path, number: int) -> None:
    """Change much at once: letters added, changed and removed, and a page that moves."""
    dice = random.Random(number)
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


def _verified(root: Path) -> None:
    """Every file that is there can be read by anybody."""
    school = parse((root / "site.yaml").read_text("utf-8"))[0]
    known = verify.knowledge(importers.load(root / "register", school, DAY).register, school)
    for path in sorted((root / "public").rglob("*")):
        if path.is_file():
            assert verify.examine(path.relative_to(root / "public").as_posix(), path.read_bytes(), known) == ()


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


def _times(root: Path, moments: int, seed: int) -> None:
    dice = random.Random(seed)
    _busy(root, 0)
    assert build_site(root).status == 0
    _busy(root, 1)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "sitegen", "build", "--quiet", "--site", str(root), "--date", DAY.isoformat()], check=True)
    longest = time.perf_counter() - start
    killed = 0
    for moment in range(moments):
        _busy(root, moment + 2)
        killed += _kill_somewhere(root, longest, dice)
        _verified(root)
        if moment % 10 == 9:
            assert build_site(root).status == 0
            after = snapshot(root / "public")
            fresh = root.with_name("schoon")
            shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("public", ".sitegen"))
            build_site(fresh)
            assert snapshot(fresh / "public") == after
            shutil.rmtree(fresh)
    print(f"killed while running: {killed} of {moments}, seed {seed}")
    assert killed > moments // 3


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_twenty_moments(tmp_path: Path) -> None:
    _times(copy_site(tmp_path / "site"), 20, 1)


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_two_hundred_moments(tmp_path: Path) -> None:
    _times(copy_site(tmp_path / "site"), 200, 2)
