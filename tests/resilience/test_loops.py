"""Ways to break a build, each in a loop that prints n of n: readers during publishing, builders at once, wrong folders, late names,
paths that lead outside, templates in content, other clocks, other machines.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import re
import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from tests.building import DAY, build_site, command, copy_site, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEED = int(os.environ.get("SITEGEN_LOOP_SEED", "1"))


def _told(what: str, good: int, total: int) -> None:
    print(f"{what}: {good} of {total} (seed {SEED})")
    assert good == total


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site(tmp_path / "site")


def _letter(site: Path, text: str, name: str = "2026-11-23-proef") -> Path:
    path = site / f"newsletters/{name}.md"
    path.write_text(f"# Proef\n\n{text}\n", encoding="utf-8")
    return path


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
    _told("whole pages during publishing", rounds, rounds)


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
    _told("sites built by three at once", good, rounds)


def test_an_output_folder_that_could_harm_is_refused(site: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "van-iemand-anders"
    foreign.mkdir()
    (foreign / "scriptie.docx").write_text("belangrijk", encoding="utf-8")
    link = tmp_path / "koppeling"
    link.symlink_to(foreign)
    file = tmp_path / "bestand"
    file.write_text("x", encoding="utf-8")
    folders = (site, site / "content", site / "content/onder", site / "newsletters", site / "register", site / ".sitegen", site.parent, foreign, link, file)
    before = {str(path): snapshot(path) for path in (site, foreign)}
    good = 0
    for folder in folders:
        said = command("build", "--quiet", "--date", DAY.isoformat(), "--output", str(folder), root=site)
        good += said.returncode == 2 and "FOUT" in said.stderr and "Traceback" not in said.stderr
        shutil.rmtree(site / ".sitegen", ignore_errors=True)
    assert {str(path): snapshot(path) for path in (site, foreign)} == before
    _told("harmful output folders refused", good, len(folders))


def test_a_surname_that_comes_later_is_gone_at_the_next_build(site: Path) -> None:
    dice = random.Random(SEED)
    names = [(f"Wim{chr(97 + number)}", f"Zwart{''.join(dice.choices('aeioklmnrst', k=5))}stra") for number in range(6)]
    for number, (first, last) in enumerate(names):
        _letter(site, f"Op de foto staat {first} {last}, die voor de klas vertelde. Ook #{first}{last} en {last.upper()}, {first}.", f"2026-10-{10 + number}-brief-{number}")
    assert build_site(site).status == 0
    good = 0
    for number, (first, last) in enumerate(names):
        with (site / "register/leerlingen.csv").open("a", encoding="utf-8") as stream:
            stream.write(f"{90000 + number};{first};;{last};Groep 5\n")
        assert build_site(site).status == 0
        left = [path for path, data in snapshot(site / "public").items() if last.lower().encode() in data.lower()]
        good += not left
    _told("surnames that came later", good, len(names))


OUTSIDE = ("../../buiten.md", "%2e%2e/%2e%2e/buiten.jpg", "..\\..\\buiten.jpg", "/etc/hostname", "C:\\buiten.jpg", "a/../../../buiten.png", "....//buiten.jpg", "buiten.jpg%00.png", "file:///etc/hostname")


def test_no_way_leads_outside(site: Path, tmp_path: Path) -> None:
    for name in ("buiten.md", "buiten.jpg", "buiten.png"):
        (tmp_path / name).write_text("GEHEIM-VAN-BUITEN", encoding="utf-8")
    good = total = 0
    for path in OUTSIDE:
        for text in (f"![plaatje]({path})", f"[bijlage]({path})", f'<img src="{path}" alt="x">'):
            _letter(site, text)
            build_site(site)
            total += 1
            good += all(b"GEHEIM-VAN-BUITEN" not in data and b"root:" not in data for data in snapshot(site / "public").values()) and not list(tmp_path.glob("*.html"))
        for key in ("slug", "redirect_from", "bron", "image"):
            (site / "newsletters/2026-11-23-proef.md").write_text(f'---\n{key}: "{path}"\n---\n\n# Proef\n\nTekst van deze week.\n'.replace("\\", "\\\\"), encoding="utf-8")
            build_site(site)
            total += 1
            inside = {one.relative_to(tmp_path).parts[0] for one in tmp_path.rglob("*")}
            good += inside <= {"site", "buiten.md", "buiten.jpg", "buiten.png"} and all(b"GEHEIM-VAN-BUITEN" not in data for data in snapshot(site / "public").values())
    _told("ways that lead outside", good, total)


def test_a_link_in_the_file_system_is_never_followed(site: Path, tmp_path: Path) -> None:
    secret = tmp_path / "geheim"
    secret.mkdir()
    (secret / "lijst.md").write_text("# Lijst\n\nGEHEIM-VAN-BUITEN\n", encoding="utf-8")
    (secret / "foto.jpg").write_bytes(b"\xff\xd8\xffGEHEIM-VAN-BUITEN")
    links = {
        "content/lijst.md": secret / "lijst.md", "newsletters/2026-11-20-map": secret, "content/rond": site / "content", "newsletters/2026-11-19-r.md": site / "register/leerlingen.csv", "theme": secret, "content/foto.jpg": secret / "foto.jpg",
    }
    good = 0
    for name, target in links.items():
        path = site / name
        path.symlink_to(target)
        result = build_site(site)
        told = any("koppeling" in problem.fault for problem in result.problems) or name == "theme"
        good += told and all(b"GEHEIM-VAN-BUITEN" not in data and b"Leerlingnummer" not in data for data in snapshot(site / "public").values())
        path.unlink()
    _told("links that are not followed", good, len(links))


TEMPLATES = (
    "{{ 7 * 191 }}", "{% set x = 7 %}{{ x * 191 }}", "{{ ''.__class__.__mro__ }}", "{{ config }}", "{{ school.register }}", "{% include 'base.html' %}", "{% extends 'base.html' %}", "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{{ lipsum.__globals__ }}", "{# weg #}zichtbaar", "{%- raw -%}{{ 7 * 191 }}{%- endraw -%}", "${7*191}", "#{7*191}", "<%= 7*191 %>", "{{ [].__class__ }}", "{% for x in range(191) %}7{% endfor %}",
    "{{ request }}", "{{ url_for }}", "{{ joiner.__init__ }}",
)


def test_a_template_in_a_text_is_text(site: Path) -> None:
    good = 0
    for number, payload in enumerate(TEMPLATES):
        (site / f"newsletters/2026-11-23-proef-{number}.md").write_text(f"---\ntitel: 'Proef {number} {payload.replace(chr(39), chr(39) * 2)}'\nsamenvatting: '{payload.replace(chr(39), chr(39) * 2)}'\n---\n\nAlinea {payload} einde.\n", encoding="utf-8")
        build_site(site)
        pages = b"".join(data for path, data in snapshot(site / "public").items() if path.endswith((".html", ".xml", ".json")))
        good += not any(sign in pages for sign in (b"1337", b"7777777", b"uid=", b"&lt;class &#39;", b"<class '", b"&lt;module"))
        (site / f"newsletters/2026-11-23-proef-{number}.md").unlink()
    _told("templates in texts", good, len(TEMPLATES))


def test_what_is_not_due_is_nowhere(site: Path) -> None:
    cases: list[tuple[str, Callable[[dt.date], bool]]] = [
        ("concept: ja", lambda _day: False),
        ("publiceren_op: 2026-12-31", lambda day: day >= dt.date(2026, 12, 31)),
        ("publiceren_op: 2027-03-28", lambda day: day >= dt.date(2027, 3, 28)),
        ("verloopt_op: 2026-12-31", lambda day: day < dt.date(2026, 12, 31)),
        ("publiceren_op: 2026-12-30\nverloopt_op: 2027-01-01", lambda day: dt.date(2026, 12, 30) <= day < dt.date(2027, 1, 1)),
    ]
    for number, (front, _due) in enumerate(cases):
        (site / f"newsletters/2026-11-2{number}-klok.md").write_text(f"---\ntitel: Klok nummer {number}\n{front}\nslug: klokproef{number}\n---\n\nDe tekst van klokproef{number} zegt xyzzy{number}.\n", encoding="utf-8")
    days = [dt.date(2026, 12, 29), dt.date(2026, 12, 30), dt.date(2026, 12, 31), dt.date(2027, 1, 1), dt.date(2027, 3, 27), dt.date(2027, 3, 28), dt.date(2026, 12, 29)]
    good = total = 0
    for day in days:
        assert build_site(site, day).status == 0
        files = snapshot(site / "public")
        for number, (_front, due) in enumerate(cases):
            where = [path for path, data in files.items() if f"klokproef{number}" in path or f"klokproef{number}".encode() in data or f"xyzzy{number}".encode() in data]
            total += 1
            good += bool(where) == due(day)
    _told("what is not due is nowhere", good, total)


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
        random.Random(SEED + number).shuffle(paths)
        for path in paths:
            os.utime(path, (stamp, stamp))
        old = os.umask(0o077 if number % 2 else 0o002)
        try:
            said = subprocess.run([sys.executable, "-m", "sitegen", "build", "--quiet", "--date", DAY.isoformat(), "--site", str(other)], env={**os.environ, **machine}, capture_output=True, text=True, check=False)
        finally:
            os.umask(old)
        assert said.returncode == 0, said.stderr
        good += snapshot(other / "public") == wanted
    _told("other machines, same bytes", good, len(MACHINES))


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
    _told("commands without a network", good, len(commands))


@pytest.mark.parametrize("names", ["", "--names"])
def test_no_name_on_the_screen_unless_asked(site: Path, names: str) -> None:
    _letter(site, "Sanne Hoekzema won, en Daan van der Meulen werd tweede. Bel 06-12345678.")
    commands = (["build"], ["build", "--explain"], ["build", "--json"], ["check"], ["media"], ["overzicht"], ["register", "check"], ["register", "impact", "10021"], ["social"], ["social", "--json"], ["protocol"], ["parro", "weekbericht-12"], ["mag", "10021"], ["forget", "10021"])
    shown = []
    for words in commands:
        said = command(*words, "--date", DAY.isoformat(), *([names] if names else []), root=site)
        if re.search("hoekzema|meulen|12345678", (said.stdout + said.stderr).lower()):
            shown.append(" ".join(words))
    if not names:
        _told("commands that show no name", len(commands) - len(shown), len(commands))


def test_nothing_private_lies_open_and_no_name_lies_in_the_cache(site: Path) -> None:
    _letter(site, "Sanne Hoekzema won.")
    build_site(site)
    for words in (["overzicht"], ["klassenlijst"], ["media"], ["social"], ["protocol"]):
        command(*words, "--date", DAY.isoformat(), root=site)
    files = [path for path in (site / ".sitegen").rglob("*") if path.is_file()]
    assert all(path.stat().st_mode & 0o077 == 0 for path in files), [path.name for path in files if path.stat().st_mode & 0o077]
    assert not [path.name for path in files if "hoekzema" in path.name.lower()]
    # The ledger remembers what was found on a page, for the report; never the register.
    ledger = (site / ".sitegen/cache.db").read_bytes().lower()
    others = [line.split(";")[3].lower() for line in (site / "register/leerlingen.csv").read_text("utf-8").splitlines()[1:] if line.count(";") > 3]
    assert not [last for last in others if last != "hoekzema" and len(last) > 5 and last.encode() in ledger]
    _told("private files closed", len(files), len(files))
