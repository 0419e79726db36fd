"""Files that come in halves, storms of events and drives that lie (ECOSYSTEM C1.11, 12 and 13)."""

from __future__ import annotations

import errno
import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sitegen import sources
from sitegen.watch.events import Watch
from sitegen.watch.quiet import Pace, Quiet, Seen
from tests.building import build_site, snapshot
from tests.resilience.counting import Loop, dice

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTER = "---\ntitel: Proef {0}\n---\n\nDe tekst van proef {0} is er helemaal, tot en met xyzzy{0}.\n"
PARTS = 10


@pytest.fixture
def heard(built: Path) -> Iterator[Watch]:
    watch = Watch(built, built / "public")
    watch.start()
    yield watch
    watch.stop()


def _rounds(watch: Watch, silence: float = 1.0) -> list[frozenset[str]]:
    """Every time it was time to build, until it stayed silent."""
    found = []
    while changed := watch.wait(silence):
        found.append(changed)
    return found


class Drive:
    """A file as a watcher sees it, on a clock that a test moves."""

    def __init__(self) -> None:
        self.seen: Seen = None
        self.quiet = Quiet(lambda _path: self.seen)
        self.now = 0.0

    def until_build(self, at_most: float) -> bool:
        """Let time go by; whether a build began."""
        end = self.now + at_most
        while self.now < end:
            wait = self.quiet.wait(self.now)
            self.now = end if wait is None else min(end, self.now + max(wait, 0.01))
            if self.quiet.ready(self.now):
                return True
        return False


@pytest.mark.parametrize("closes", [True, False], ids=["system tells of closing", "it doesn't"])
def test_a_writer_that_stops_after_each_tenth(closes: bool) -> None:
    """On a clock of our own: the builder never begins while a writer goes on within the quiet moment, and begins once after it."""
    loop = Loop(11, f"writers that stop after a tenth, one build each ({'told of closing' if closes else 'untold'})")
    for stop in range(1, PARTS + 1):
        drive = Drive()
        early = False
        for part in range(1, PARTS + 1):
            drive.seen = (part * 100, part)
            drive.quiet.note("brief.md", drive.now, whole=closes and part == PARTS)
            early |= drive.until_build(0.14 if part != stop else 0.1) and part < PARTS
        first, again = drive.until_build(5), drive.until_build(5)
        loop.count(not early and first and not again, f"stop after {stop}")
    loop.end()


def test_half_a_file_never_becomes_a_wrong_page(built: Path) -> None:
    """Should a builder begin in the middle: half a letter is placed as it is or refused, the last good page stays, the last byte wins."""
    whole = LETTER.format(0).encode()
    letter = built / "newsletters/2026-11-23-proef.md"
    letter.write_bytes(whole)
    assert build_site(built).status == 0
    wanted = snapshot(built / "public")
    loop = Loop(11, "builds in the middle of a file")
    for part in range(PARTS + 1):
        letter.write_bytes(whole[: len(whole) * part // PARTS])
        result = build_site(built)
        after = snapshot(built / "public")
        loop.count((result.status == 0 or after.keys() >= wanted.keys()) and "index.html" in after, f"{part * 10} %")
        letter.write_bytes(whole)
        build_site(built)
        loop.count(snapshot(built / "public") == wanted, f"after {part * 10} %")
    loop.end()


def _word(path: Path, data: bytes) -> None:
    path.with_name(f"~${path.name[2:]}").write_bytes(b"eigenaar")
    path.with_name("~WRD0001.tmp").write_bytes(data)
    if path.exists():
        os.replace(path, path.with_name("~WRL0002.tmp"))
    os.replace(path.with_name("~WRD0001.tmp"), path)
    for rest in (path.with_name("~WRL0002.tmp"), path.with_name(f"~${path.name[2:]}")):
        rest.unlink(missing_ok=True)


def _vim(path: Path, data: bytes) -> None:
    swap = path.with_name(f".{path.name}.swp")
    swap.write_bytes(b"b0VIM")
    path.with_name("4913").write_bytes(b"")
    path.with_name("4913").unlink()
    if path.exists():
        os.replace(path, f"{path}~")
    path.write_bytes(data)
    Path(f"{path}~").unlink(missing_ok=True)
    swap.unlink()


def _libreoffice(path: Path, data: bytes) -> None:
    lock = path.with_name(f".~lock.{path.name}#")
    lock.write_bytes(b"iemand")
    with path.open("wb") as stream:
        for start in range(0, len(data), 16):
            stream.write(data[start : start + 16])
            stream.flush()
    lock.unlink()


def _onedrive(path: Path, data: bytes) -> None:
    beside = path.with_name(f"{path.name}.tmp")
    beside.write_bytes(data[: len(data) // 2])
    with beside.open("ab") as stream:
        stream.write(data[len(data) // 2 :])
    os.utime(beside, (1_700_000_000, 1_700_000_000))
    os.replace(beside, path)


@pytest.mark.parametrize("save", [_word, _vim, _libreoffice, _onedrive])
def test_how_programs_save(built: Path, heard: Watch, save: Any) -> None:
    loop = Loop(11, f"saves as{save.__name__.replace('_', ' ')} does, one build each")
    for number in range(2):
        letter = built / "newsletters/2026-11-23-proef.md"
        save(letter, LETTER.format(number).encode())
        rounds = _rounds(heard)
        build_site(built)
        page = b"".join(data for name, data in snapshot(built / "public").items() if name.endswith(".html"))
        loop.count(len(rounds) == 1 and f"xyzzy{number}".encode() in page, f"{number}: {len(rounds)} builds")
    loop.end()


def test_a_storm_is_one_build_or_two(built: Path, heard: Watch) -> None:
    loop = Loop(12, "storms of 3,000 files: two builds at most, none for reading, none for the output")
    for number in range(3000):
        (built / f"newsletters/2026-01-{1 + number % 28:02}-storm-{number}.md").write_text("# Storm\n", "utf-8")
    rounds = _rounds(heard)
    loop.count(1 <= len(rounds) <= 2 and len(frozenset().union(*rounds)) == 3000, f"storm: {len(rounds)}")
    for path in (built / "newsletters").iterdir():
        path.read_bytes()
    loop.count(not _rounds(heard), "reading")
    for path in (built / "newsletters").glob("*-storm-*"):
        path.unlink()
    loop.count(1 <= len(_rounds(heard)) <= 2, "removing")
    (built / "content/nieuw.md").write_text("# Nieuw\n", "utf-8")
    _rounds(heard)
    assert build_site(built).written
    loop.count(not _rounds(heard), "the output and the private files lie in the watched folder")
    loop.end()


def test_a_clock_that_goes_back(built: Path) -> None:
    """Two seconds' grain, the same time, an older time, even the same size: the page is that of the last text."""
    chance = dice("clock")
    letter = built / "newsletters/2026-11-23-proef.md"
    loop = Loop(13, "changes on a drive whose clock stands still, jumps or goes back")
    stamp = time.time() // 2 * 2
    for number in range(10, 22):
        letter.write_text(LETTER.format(number), "utf-8")
        when = stamp + chance.choice([0, 0, -2, -3600, 2])
        os.utime(letter, (when, when))
        assert build_site(built).status == 0
        text = b"".join(data for name, data in snapshot(built / "public").items() if name.endswith(".html"))
        loop.count(f"xyzzy{number}".encode() in text and f"xyzzy{number - 1}".encode() not in text, str(number))
    loop.end()


@pytest.mark.parametrize("code", [errno.ENOENT, errno.EBUSY, errno.EACCES, errno.EIO], ids=lambda code: errno.errorcode[code])
def test_a_file_that_cannot_be_read_just_now(built: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Gone between the list and the reading, busy, forbidden, broken: the site stays, a message names the file, the next build is right."""
    letter = built / "newsletters/2026-11-23-proef.md"
    letter.write_text(LETTER.format(1), "utf-8")
    assert build_site(built).status == 0
    before = snapshot(built / "public")
    real = sources.read
    loop = Loop(13, f"unreadable at that moment ({errno.errorcode[code]}): named, and right the next time")
    for number in range(2, 6):
        letter.write_text(LETTER.format(number), "utf-8")

        def refuse(root: Path, path: str, *rest: Any, **more: Any) -> bytes:
            if path.endswith("proef.md"):
                raise OSError(code, os.strerror(code), str(root / path))
            return real(root, path, *rest, **more)

        with monkeypatch.context() as broken:
            broken.setattr(sources, "read", refuse)
            result = build_site(built)
        told = [problem for problem in result.problems if problem.place.file.endswith("proef.md")]
        loop.count(bool(result.status) and bool(told) and snapshot(built / "public") == before, f"{number}: {result.status} {[str(one) for one in result.problems]}")
        assert build_site(built).status == 0
        before = snapshot(built / "public")
        loop.count(any(f"xyzzy{number}".encode() in data for data in before.values()), f"{number} afterwards")
    loop.end()


def test_looking_for_oneself(site: Path) -> None:
    """Polling, as on a network drive: a change by another machine is seen, once."""
    watch = Watch(site, site / "public", polling=True, pace=Pace(quiet=0.05))
    watch.start()
    loop = Loop(13, "changes seen by looking again and again")
    try:
        for number in range(2):
            threading.Timer(0.1, (site / f"newsletters/2026-11-2{number}-p.md").write_text, ("# P\n", "utf-8")).start()
            loop.count(watch.wait(20), str(number))
    finally:
        watch.stop()
    loop.end()
