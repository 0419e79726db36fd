"""What reads and builds while a build publishes (ECOSYSTEM C1.2 and 4)."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from tests.building import DAY, copy_site, shared_build, snapshot
from tests.resilience.counting import Loop

if TYPE_CHECKING:
    from pathlib import Path

# What a browser fetches with a page, on the site itself.
_WITH_IT = re.compile(r'(?:<link rel="(?:stylesheet|icon|preload)"[^>]*href|<script[^>]*src|<img[^>]*src)="/([^"?#]+)"')
_NUMBER = re.compile(r"Dit is bouw (\d+)\.")


class _Reader(threading.Thread):
    """A visitor who keeps coming: the page, whole and never older than the one before, and every file that it asks for."""

    def __init__(self, public: Path) -> None:
        super().__init__()
        self.public, self.stop = public, threading.Event()
        self.faults: list[str] = []
        self.pages = self.files = self.last = 0

    def run(self) -> None:
        while not self.stop.is_set():
            text = self._read("index.html").decode("utf-8")
            if not text.startswith("<!doctype html>") or not text.rstrip().endswith("</html>"):
                self.faults.append("half a page")
                continue
            self.pages += 1
            now = int(found.group(1)) if (found := _NUMBER.search(text)) else -1
            if now < self.last:
                self.faults.append(f"page {now} after page {self.last}")
            self.last = now
            for path in _WITH_IT.findall(text):
                self.files += bool(self._read(path))

    def _read(self, path: str) -> bytes:
        try:
            return (self.public / path).read_bytes()
        except FileNotFoundError:
            self.faults.append(f"missing: {path}")
            return b""


def _published(site: Path, rounds: int) -> None:
    def write(number: int) -> None:
        (site / "content/index.md").write_text(f"# Welkom\n\nDit is bouw {number}. {'En nog een zin. ' * 200 * (number % 2)}\n", encoding="utf-8")
        assert shared_build(site).status == 0

    write(0)
    loop = Loop(2, "publishings, with a visitor who met no half, older or missing file")
    reader = _Reader(site / "public")
    reader.start()
    try:
        for number in range(1, rounds + 1):
            before = len(reader.faults)
            write(number)
            loop.count(len(reader.faults) == before, f"publishing {number}: {reader.faults[before:][:3]}")
    finally:
        reader.stop.set()
        reader.join()
    print(f"\n{reader.pages:,} pages and {reader.files:,} files fetched")
    assert not reader.faults
    assert reader.pages > rounds
    assert reader.files > rounds, "a page that asks for nothing tries nothing"
    loop.end()


def _at_once(folder: Path, builders: int, rounds: int) -> None:
    loop, waited = Loop(4, f"sites built by {builders} at once, as by one alone"), 0
    site, alone = copy_site(folder / "site"), copy_site(folder / "alone")
    words = [sys.executable, "-m", "sitegen", "build", "--quiet", "--site", str(site), "--date", DAY.isoformat()]
    for number in range(rounds):
        for one in (site, alone):
            (one / "content/index.md").write_text(f"# Welkom\n\nDit is bouw {number}.\n", encoding="utf-8")
            (one / f"content/pagina-{number - 1}.md").unlink(missing_ok=True)
            (one / f"content/pagina-{number}.md").write_text(f"# Pagina {number}\n\nTekst.\n", encoding="utf-8")
        running = [subprocess.Popen(words, stderr=subprocess.PIPE, text=True) for _ in range(builders)]
        outcomes = [(process.communicate(timeout=300)[1], process.returncode) for process in running]
        assert shared_build(alone).status == 0
        waited += sum(status != 0 for _said, status in outcomes)
        polite = all(status == 0 or "er loopt al een bouw" in said for said, status in outcomes)
        built = any(status == 0 for _said, status in outcomes)
        loop.count(polite and built and snapshot(site / "public") == snapshot(alone / "public"), f"round {number}: {outcomes}")
    print(f"\nsent away with 'er loopt al een bouw': {waited} of {rounds * builders}")
    loop.end()


def test_a_reader_during_publishing_never_meets_half_a_page(tmp_path: Path) -> None:
    _published(copy_site(tmp_path / "site"), 12)


@pytest.mark.long
def test_a_reader_during_a_hundred_publishings(tmp_path: Path) -> None:
    _published(copy_site(tmp_path / "site"), 100)


def test_builders_at_once_give_one_good_site(tmp_path: Path) -> None:
    _at_once(tmp_path, 3, 3)


@pytest.mark.long
def test_two_builders_a_hundred_times(tmp_path: Path) -> None:
    _at_once(tmp_path, 2, 100)
