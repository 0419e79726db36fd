"""The law of the ledger: after any sequence of changes, an incremental build gives the bytes of a clean one (ECOSYSTEM C1.6)."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from sitegen.build import CONTENT, PUBLISHED
from tests.building import DAY, copy_site, shared_build, snapshot
from tests.resilience.counting import SEED, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = ("Sanne Hoekzema", "Daan van der Meulen", "groep 3", "de fietsenstalling", "Kinderboekenweek", "[contact](/contact/)", "juf Anouk")


class World:
    """A site that things happen to, one at a time, all drawn from one seed."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.dice = random.Random(seed)
        self.day = DAY
        self.count = 0
        self.deck: list[Callable[[], None]] = []

    def step(self) -> str:
        # A shuffled deck: chance in the order, and every kind of happening before one comes twice.
        if not self.deck:
            self.deck = [
                self.add, self.add, self.edit, self.edit, self.rename, self.delete, self.consent, self.pupil, self.template,
                self.settings, self.clock, self.touch, self.interrupt, self.corrupt, self.upgrade, self.picture, self.chapter,
            ]
            self.dice.shuffle(self.deck)
        happening = self.deck.pop()
        happening()
        return happening.__name__

    def newsletters(self) -> list[Path]:
        return sorted((self.root / "newsletters").glob("*.md"))

    def text(self) -> str:
        lines = [" ".join(self.dice.choices(WORDS, k=6)) + "." for _ in range(3)]
        return f"# Nieuws {self.dice.randint(1, 99)}\n\n" + "\n\n".join(lines) + "\n"

    def add(self) -> None:
        self.count += 1
        day = dt.date(2025, 9, 1) + dt.timedelta(days=self.dice.randint(0, 400))
        (self.root / f"newsletters/{day}-bericht-{self.count}.md").write_text(self.text(), encoding="utf-8")

    def edit(self) -> None:
        for path in self.newsletters()[:1]:
            path.write_text(self.text(), encoding="utf-8")

    def rename(self) -> None:
        self.count += 1
        for path in self.newsletters()[-1:]:
            path.rename(path.with_name(f"{path.name[:10]}-hernoemd-{self.count}.md"))

    def delete(self) -> None:
        if len(self.newsletters()) > 2:
            self.dice.choice(self.newsletters()).unlink()

    def consent(self) -> None:
        path = self.root / "register/toestemming.csv"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Ja;Nee;Ja", "Nee;Nee;Nee") if "Ja;Nee;Ja" in text else text.replace("Nee;Nee;Nee", "Ja;Nee;Ja"), encoding="utf-8")

    def pupil(self) -> None:
        path = self.root / "register/leerlingen.csv"
        number = 20000 + self.dice.randint(0, 999)
        name = self.dice.choice(["Anouk;;Fietsenstalling", "Bram;de;Vries", "Noor;;Kinderboek"])
        if f"\n{number};" not in path.read_text(encoding="utf-8"):
            with path.open("a", encoding="utf-8") as stream:
                stream.write(f"{number};{name};Groep 4\n")

    def template(self) -> None:
        theme = self.root / "theme"
        if theme.exists():
            shutil.rmtree(theme)
        else:
            (theme / "assets").mkdir(parents=True)
            (theme / "eigen.css").write_text(f"/* {self.dice.random()} */\n", encoding="utf-8")

    def settings(self) -> None:
        path = self.root / "site.yaml"
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("colours")]
        path.write_text("\n".join([*lines, f'colours: {{primary: "#1f{self.dice.randint(10, 99)}5c"}}']) + "\n", encoding="utf-8")

    def clock(self) -> None:
        self.day = DAY + dt.timedelta(days=self.dice.randint(0, 300))

    def touch(self) -> None:
        for path in self.newsletters():
            path.touch()

    def picture(self) -> None:
        from PIL import Image

        Image.new("RGB", (64, 48), (self.dice.randint(0, 255), 9, 9)).save(self.root / "newsletters/plein.png")
        (self.root / "newsletters/media.yaml").write_text(f"plein.png: {{who: {self.dice.choice(['niemand', '10021', '10022'])}}}\n", encoding="utf-8")
        (self.root / "newsletters/2026-10-01-plein.md").write_text("# Plein\n\nEen nieuw plein voor ons allemaal, kijk maar.\n\n![Het plein](plein.png)\n", encoding="utf-8")

    def chapter(self) -> None:
        (self.root / "schoolgids/2026-2027/02-schooltijden.md").write_text(self.text(), encoding="utf-8")

    def interrupt(self) -> None:
        self.add()
        run = subprocess.Popen([sys.executable, "-m", "sitegen", "build", "--quiet", "--site", str(self.root), "--date", self.day.isoformat()], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(self.dice.random() * 0.6)
        run.send_signal(signal.SIGKILL)
        run.wait()

    def corrupt(self) -> None:
        ledger = self.root / ".sitegen/cache.db"
        if ledger.exists():
            data = bytearray(ledger.read_bytes())
            for _ in range(20):
                data[self.dice.randrange(len(data))] ^= 0xFF
            ledger.write_bytes(bytes(data))

    def upgrade(self) -> None:
        import sqlite3

        ledger = self.root / ".sitegen/cache.db"
        if ledger.exists():
            try:
                connection = sqlite3.connect(ledger)
                with connection:
                    connection.execute("UPDATE section SET value = x'00' WHERE name = 'program'")
                connection.close()
            except sqlite3.DatabaseError:
                pass  # a damaged one is for the build to find


def live(seed: int, steps: int, folder: Path) -> list[str]:
    """Do `steps` things to a site; after each, its bytes are those of a clean build. Gives what was done."""
    world = World(copy_site(folder / "site"), seed)
    history = []
    known: tuple[object, int, dict[str, bytes]] = (None, 0, {})
    for number in range(steps):
        history.append(world.step())
        result = shared_build(world.root, world.day)
        clean = folder / f"clean-{number}"
        shutil.copytree(world.root, clean, ignore=shutil.ignore_patterns(".sitegen", "public"))
        # A damaged ledger or another version changes no source: the clean build is the one before it.
        sources = (world.day, snapshot(clean))
        if known[0] != sources:
            known = (sources, shared_build(clean, world.day).status, snapshot(clean / "public"))
        _, status, theirs = known
        assert result.status == status, (seed, history, [str(problem) for problem in result.problems])
        assert result.status in {PUBLISHED, CONTENT}
        if result.status == PUBLISHED:
            ours = snapshot(world.root / "public")
            assert sorted(ours) == sorted(theirs), (seed, history)
            assert [path for path in ours if ours[path] != theirs[path]] == [], (seed, history)
        shutil.rmtree(clean)
    return history


def test_incremental_is_clean(tmp_path: Path) -> None:
    _lives(tmp_path, 1, 17)


@pytest.mark.long
def test_five_hundred_steps(tmp_path: Path) -> None:
    _lives(tmp_path, 20, 25)


def _lives(folder: Path, lives: int, steps: int) -> None:
    kinds: set[str] = set()
    for number in range(lives):
        kinds |= set(live(SEED * 1000 + number, steps, folder / str(number)))
        shutil.rmtree(folder / str(number))
    total = lives * steps
    told(6, f"steps after which incremental = clean, of {len(kinds)} kinds", total, total)
