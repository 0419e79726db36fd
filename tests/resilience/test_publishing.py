"""What reads and builds while a build publishes (ECOSYSTEM C1.2 and 4)."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from tests.building import DAY, build_site, copy_site, snapshot
from tests.resilience.counting import told

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site(tmp_path / "site")


def test_a_reader_during_publishing_never_meets_half_a_page(site: Path) -> None:
    build_site(site)
    page = site / "public/index.html"
    faults: list[str] = []
    seen = 0
    stop = threading.Event()

    def read() -> None:
        nonlocal seen
        while not stop.is_set():
            try:
                text = page.read_text("utf-8")
            except FileNotFoundError:
                faults.append("missing")
                continue
            seen += 1
            if not text.rstrip().endswith("</html>") or not text.startswith("<!doctype html>"):
                faults.append("half a page")

    reader = threading.Thread(target=read)
    reader.start()
    rounds = 12
    for number in range(rounds):
        (site / "content/index.md").write_text(f"# Welkom\n\nDit is bouw {number}. {'En nog een zin. ' * 200 * (number % 2)}\n", encoding="utf-8")
        assert build_site(site).status == 0
    stop.set()
    reader.join()
    assert not faults
    assert seen > rounds
    told(2, "whole pages during publishing", rounds, rounds)


def test_builders_at_once_give_one_good_site(tmp_path: Path) -> None:
    rounds, good = 3, 0
    for number in range(rounds):
        site = copy_site(tmp_path / f"site-{number}")
        words = [sys.executable, "-m", "sitegen", "build", "--quiet", "--site", str(site), "--date", DAY.isoformat()]
        running = [subprocess.Popen(words, stderr=subprocess.PIPE, text=True) for _ in range(3)]
        outcomes = [(process.communicate(timeout=120)[1], process.returncode) for process in running]
        alone = copy_site(tmp_path / f"alone-{number}")
        build_site(alone)
        assert all(status == 0 or "er loopt al een bouw" in said for said, status in outcomes), outcomes
        good += snapshot(site / "public") == snapshot(alone / "public")
    told(4, "sites built by three at once", good, rounds)
