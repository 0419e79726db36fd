"""Another machine, clock, language, folder order or number of processes, and no network at all (ECOSYSTEM C1.22 and 25)."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sitegen.outputs import pdf
from tests.attachments.test_attachments import CLEAN, MAY
from tests.attachments.test_pdf import _pdf
from tests.building import DAY, copy_site, shared_build, snapshot, write_letter
from tests.gids.printer import PRINTER
from tests.media.conftest import photo, saved
from tests.resilience.counting import SEED, dice, told
from tests.word.test_word import letter
from tests.word.test_word import saved as word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


MACHINES = ({"TZ": "Pacific/Kiritimati"}, {"TZ": "America/Anchorage"}, {"LC_ALL": "C", "LANG": "C"}, {"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "4242"}, {"PYTHONUTF8": "0"}, {"HOME": "/nonexistent"})
# The command on a clock that is years ahead, and in folders that list their files in another order.
ELSEWHERE = """
import os, random, sys, time
dice, clock, listed, scanned = random.Random(int(sys.argv.pop(1))), time.time, os.listdir, os.scandir
time.time = lambda: clock() + dice.randrange(10 ** 8)

class shuffled:
    def __init__(self, folder="."):
        with scanned(folder) as entries:
            found = list(entries)
        self.entries = iter(dice.sample(found, len(found)))
    def __iter__(self):
        return self.entries
    def __next__(self):
        return next(self.entries)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass

os.scandir = shuffled
os.listdir = lambda folder=".": (lambda found: dice.sample(found, len(found)))(listed(folder))
from sitegen.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def furnish(site: Path) -> None:
    """Give a site one of everything that goes out as a file of its own: attachments, a photo, a letter from Word, and the guide as a PDF where it can be made."""
    folder = site / "newsletters/2026-11-23-sportdag"
    folder.mkdir()
    files = {**MAY, "brief.pdf": _pdf(CLEAN)}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "foto.jpg").write_bytes(saved(photo(3)))
    (folder / "media.yaml").write_text("foto.jpg: {who: niemand}\n", "utf-8")
    links = "\n".join(f"- [Bijlage {number}]({name})" for number, name in enumerate(files))
    (folder / "index.md").write_text(f"# Sportdag\n\n{links}\n\n![Het veld](foto.jpg)\n", "utf-8")
    (site / "newsletters/2026-11-22-word.docx").write_bytes(word(letter()))
    with (site / "site.yaml").open("a", encoding="utf-8") as stream:
        stream.write("\nschoolgids: {pdf: ja}\n")


@PRINTER
@pytest.mark.parametrize("machines", [dice("machines").sample(MACHINES, 2), pytest.param(MACHINES, marks=pytest.mark.long)], ids=["quick", "long"])
def test_another_machine_gives_the_same_bytes(tmp_path: Path, machines: Sequence[dict[str, str]]) -> None:
    """The guide as PDF and e-book, attachments and pictures as well."""
    first = copy_site(tmp_path / "een")
    furnish(first)
    stamp = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC).timestamp()
    shared_build(first)
    wanted = snapshot(first / "public")
    assert {name.rpartition(".")[2] for name in wanted} >= {"pdf", "epub", "webp", "docx", "xlsx", "ics", "csv"}, sorted(wanted)
    good = 0
    for number, machine in enumerate(machines):
        other = tmp_path / f"een andere map {number}"
        shutil.copytree(first, other, ignore=shutil.ignore_patterns("public", ".sitegen"))
        for path in other.rglob("*"):
            os.utime(path, (stamp, stamp))
        old = os.umask(0o077 if number % 2 else 0o002)
        try:
            said = subprocess.run([sys.executable, "-c", ELSEWHERE, str(SEED * 100 + number), "build", "--quiet", "--date", DAY.isoformat(), "--site", str(other)], env={**os.environ, **machine}, capture_output=True, text=True, check=False)
        finally:
            os.umask(old)
        assert said.returncode == 0, said.stderr
        good += snapshot(other / "public") == wanted
    told(22, "other machines, same bytes", good, len(machines))


def test_one_process_or_several_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Enough letters to be worth sharing; how many processes really worked is counted."""
    first = copy_site(tmp_path / "een")
    furnish(first)
    for number in range(70):
        write_letter(first, f"Sanne Hoekzema en Daan van der Meulen zagen {number} vogels.", f"2026-0{1 + number % 9}-{10 + number // 9}-vogels-{number}")
    forks: list[int] = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: forks.append(0) or fork())
    found: dict[int, dict[str, bytes]] = {}
    for cores in (1, 2, 5):
        forks.clear()
        other = tmp_path / str(cores)
        shutil.copytree(first, other)
        monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
        assert shared_build(other).status == 0
        assert len(forks) >= 2 * cores if cores > 1 else not forks, "texts and artifacts are shared"
        found[cores] = snapshot(other / "public")
    assert not pdf.available() or any(name.endswith(".pdf") and "schoolgids" in name for name in found[1])
    told(22, "numbers of processes, same bytes", sum(one == found[1] for one in found.values()), len(found))


# What asks anything of a network is heard by Python itself, in whatever library; a process that was forked hears it too.
NO_NETWORK = """
import os, sys
def heard(event, words):
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg", "urllib.Request"}:
        os.write(2, f"sitegen went on the network: {event}".encode())
        os._exit(9)
sys.addaudithook(heard)
from sitegen.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def test_nothing_goes_on_the_network(site: Path) -> None:
    """Nor does anything that a build uses to print the guide or to read an attachment."""
    furnish(site)
    commands = (["build"], ["check"], ["media"], ["overzicht"], ["klassenlijst"], ["register", "check"], ["social"], ["protocol"], ["mag", "10021"])
    good = 0
    for words in commands:
        said = subprocess.run([sys.executable, "-c", NO_NETWORK, *words, "--date", DAY.isoformat(), "--site", str(site)], capture_output=True, text=True, check=False)
        good += "network" not in said.stderr and "Traceback" not in said.stderr and said.returncode in {0, 1}
    told(25, "commands without a network", good, len(commands))
    caught = subprocess.run([sys.executable, "-c", NO_NETWORK.replace("from sitegen", "import socket; socket.create_connection(('127.0.0.1', 9))\nfrom sitegen")], capture_output=True, text=True, check=False)
    assert (caught.returncode, caught.stderr) == (9, "sitegen went on the network: socket.getaddrinfo")
