"""`sitegen watch` as a process of its own: a director's folder, with all that happens in it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.building import copy_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LETTER = "---\ntitel: {title}\nsoort: wekelijks\n---\n\nBeste ouders,\n\nMorgen gaan wij naar het bos.\n"


class Watched:
    """A site that is being watched."""

    def __init__(self, root: Path, process: subprocess.Popen[str]) -> None:
        self.root, self.process = root, process

    def page(self, name: str) -> Path:
        return self.root / "public/nieuwsbrieven/2026-2027" / name / "index.html"

    def until(self, true: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + 40
        while not true():
            assert self.process.poll() is None, "de wachter stopte"
            assert time.monotonic() < end, what
            time.sleep(0.05)


@pytest.fixture(params=["events", "polling"])
def watched(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Watched]:
    root = copy_site(tmp_path / "site")
    words = ["--polling"] if request.param == "polling" else []
    log = (tmp_path / "log.txt").open("w")
    process = subprocess.Popen([sys.executable, "-m", "sitegen", "watch", "--site", str(root), *words], stdout=log, stderr=log, text=True)
    site = Watched(root, process)
    site.until((root / "public/index.html").is_file, "de eerste bouw")
    yield site
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    log.close()
    assert "Traceback" not in (tmp_path / "log.txt").read_text("utf-8")


def test_a_day_at_school(watched: Watched) -> None:
    letters = watched.root / "newsletters"
    # Word's lock file, an editor's temporary file and a browser's download are nobody's newsletter.
    (letters / "~$brief.docx").write_bytes(b"x")
    (letters / "half.crdownload").write_bytes(b"x")
    # Written beside and renamed, as editors save.
    (letters / ".nieuw.tmp").write_text(LETTER.format(title="Eerste"), "utf-8")
    os.replace(letters / ".nieuw.tmp", letters / "2026-11-20-eerste.md")
    watched.until(watched.page("eerste").is_file, "de eerste brief")
    # In two halves, as a slow copy comes in.
    text = LETTER.format(title="Tweede")
    with (letters / "2026-11-23-tweede.md").open("w", encoding="utf-8") as stream:
        stream.write(text[:30])
        stream.flush()
        time.sleep(0.05)
        stream.write(text[30:])
    watched.until(watched.page("tweede").is_file, "de tweede brief")
    assert "Tweede" in watched.page("tweede").read_text("utf-8")
    # A broken letter: the site stays, a note says what to do, and goes when it is mended.
    broken = letters / "2026-11-24-derde.md"
    note = Path(f"{broken}.fout.txt")
    broken.write_text("---\ntitel: [\n---\n\nTekst.\n", "utf-8")
    watched.until(note.is_file, "het briefje")
    assert "Wat te doen:" in note.read_text("utf-8")
    assert watched.page("tweede").is_file()
    assert not watched.page("derde").exists()
    broken.write_text(LETTER.format(title="Derde"), "utf-8")
    watched.until(lambda: watched.page("derde").is_file() and not note.exists(), "de verbeterde brief")
    # Removed and renamed.
    (letters / "2026-11-20-eerste.md").unlink()
    os.replace(broken, letters / "2026-11-24-vierde.md")
    watched.until(lambda: watched.page("vierde").is_file() and not watched.page("eerste").exists() and not watched.page("derde").exists(), "wissen en hernoemen")


def test_a_note_of_the_author_stays(tmp_path: Path) -> None:
    from sitegen.problem import Place, Problem
    from sitegen.watch import notes

    root = copy_site(tmp_path / "site")
    mine = root / "content/index.md.fout.txt"
    mine.write_text("Mijn eigen aantekening.\n", "utf-8")
    assert notes.leave(root, [Problem(Place("content/index.md", 3), "x", "dit is fout.", "Doe dit.")]) == ("content/index.md.fout.txt",)
    assert mine.read_text("utf-8") == "Mijn eigen aantekening.\n"
    notes.leave(root, [])
    assert mine.exists()
