"""Another machine, clock, language or folder order, and no network at all (ECOSYSTEM C1.22 and 25)."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.building import DAY, build_site, copy_site, snapshot
from tests.resilience.counting import dice, told

if TYPE_CHECKING:
    from pathlib import Path


MACHINES = ({"TZ": "Pacific/Kiritimati"}, {"TZ": "America/Anchorage"}, {"LC_ALL": "C", "LANG": "C"}, {"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "4242"}, {"PYTHONUTF8": "0"}, {"HOME": "/nonexistent"})


def test_another_machine_gives_the_same_bytes(tmp_path: Path) -> None:
    first = copy_site(tmp_path / "een")
    stamp = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC).timestamp()
    build_site(first)
    wanted = snapshot(first / "public")
    good = 0
    for number, machine in enumerate(MACHINES):
        other = copy_site(tmp_path / f"een andere map {number}")
        paths = sorted(path for path in other.rglob("*") if path.is_file())
        dice(f"machine {number}").shuffle(paths)
        for path in paths:
            os.utime(path, (stamp, stamp))
        old = os.umask(0o077 if number % 2 else 0o002)
        try:
            said = subprocess.run([sys.executable, "-m", "sitegen", "build", "--quiet", "--date", DAY.isoformat(), "--site", str(other)], env={**os.environ, **machine}, capture_output=True, text=True, check=False)
        finally:
            os.umask(old)
        assert said.returncode == 0, said.stderr
        good += snapshot(other / "public") == wanted
    told(22, "other machines, same bytes", good, len(MACHINES))


NO_NETWORK = """
import socket, sys
def refused(*words, **more):
    raise AssertionError("sitegen went on the network")
socket.socket.connect = refused
socket.create_connection = refused
socket.getaddrinfo = refused
from sitegen.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def test_nothing_goes_on_the_network(site: Path) -> None:
    commands = (["build"], ["check"], ["media"], ["overzicht"], ["klassenlijst"], ["register", "check"], ["social"], ["protocol"], ["mag", "10021"])
    good = 0
    for words in commands:
        said = subprocess.run([sys.executable, "-c", NO_NETWORK, *words, "--date", DAY.isoformat(), "--site", str(site)], capture_output=True, text=True, check=False)
        good += "network" not in said.stderr and "Traceback" not in said.stderr and said.returncode in {0, 1}
    told(25, "commands without a network", good, len(commands))
