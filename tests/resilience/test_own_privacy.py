"""Privacy of the program itself: its screen, its log, its private files."""

from __future__ import annotations

import contextlib
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from sitegen.cli.main import COMMANDS as ALL
from sitegen.cli.main import main
from tests.building import DAY, build_site, copy_site, twin, write_letter
from tests.resilience.counting import Loop, dice, told
from tests.resilience.test_bad_inputs import TARGETS, breakages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tests.serve.test_preview import Served


# Every command with words that make it work, and some that make it stumble; serve and watch run until they are stopped, and
# their log is looked through below.
COMMANDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "init": ((), ("--help",), ("Kwabbelveer",)), "new": (("newsletter",), ("page",), ("page", "Kwabbelveer"), ("iets",)), "build": ((), ("--explain",), ("--json",), ("--strict",), ("--onzin",)), "check": ((), ("--json",), ("--explain",)),
    "publish": (("--soort", "zip", "--naar", "{tmp}/site.zip"), ("--soort", "git", "--naar", "{tmp}/niets.git"), ()), "schoolgids": (("check",), ("diff", "2025-2026", "2026-2027"), ("import", "newsletters/2026-11-23-word.docx"), ("import", "niets.docx"), ()),
    "register": (("check",), ("impact", "10021"), ("impact", "99999"), ()), "overzicht": ((), ("--json",)), "mag": (("10021",), ("10021", "10022"), ("99999",), ("foto.jpg",)), "klassenlijst": ((),), "social": ((), ("--json",)),
    "parro": (("weekbericht-12",), ("niets",)), "protocol": ((), ("--json",)), "forget": (("10021",), ("99999",)), "build-many": (("{site}",), ("{tmp}",)), "media": ((), ("--json",)),
}  # fmt: skip
CANARIES = ("kwabbelveer", "zompelstra", "12345611", "12345622", "kwabbel.thuis")
NOT_HERE = {"serve", "watch"}


def _school_of_canaries(folder: Path) -> Path:
    """The small site, in which every child, parent and text bears a name that no program would ever say by itself."""
    site = copy_site(folder)
    for path in [*site.rglob("*.csv"), *site.rglob("*.md")]:
        path.write_text(path.read_text("utf-8").replace("Hoekzema", "Kwabbelveer").replace("Meulen", "Zompelstra"), "utf-8")
    (site / "register/ouders.csv").write_text("Leerlingnummer;Voornaam;Achternaam;Telefoon;E-mail\n10021;Jopie;Kwabbelveer;06-12345611;kwabbel.thuis@post.example\n", "utf-8")
    write_letter(site, "Sanne Kwabbelveer won; haar moeder Jopie Kwabbelveer (06-12345611) was blij. Bel 06-12345622.")
    return site


def _said(capsys: pytest.CaptureFixture[str], words: list[str]) -> str:
    """What a command says, to the screen and in the file with details that it may leave."""
    with contextlib.suppress(SystemExit):
        main(words)
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err, words
    return (out + err).lower()


def _shown(said: str, asked: Sequence[str]) -> list[str]:
    # What a person typed may be said back to that person.
    typed = " ".join(asked).lower()
    return [canary for canary in CANARIES if canary in said and canary not in typed]


def test_every_command_is_swept() -> None:
    assert set(COMMANDS) | NOT_HERE == set(ALL)


def test_no_command_says_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    site = _school_of_canaries(tmp_path / "site")
    monkeypatch.chdir(site)
    loop = Loop("eigen", "runs of every command, whole and with slips, that say no name")
    for name, ways in COMMANDS.items():
        for words in ways:
            asked = [word.format(tmp=tmp_path, site=site) for word in words]
            loop.count(not _shown(_said(capsys, [name, *asked]), asked), " ".join([name, *asked]))
    loop.end()


def _with_broken_inputs(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, runs: int) -> None:
    """Every kind of file of an author, broken, with the canary in what is broken: what is told of it tells no name."""
    chance = dice("own privacy")
    good = _school_of_canaries(tmp_path / "goed")
    assert build_site(good).status == 0
    kinds = [(target, name, data) for target, make in TARGETS.items() for name, data in breakages(make(good).replace(b"Hoekzema", b"Kwabbelveer") + b"\nKwabbelveer 06-12345622\n", chance, 2)]
    ways = [(name, words) for name, all_words in COMMANDS.items() for words in all_words if name not in {"init", "new"}]
    loop = Loop("eigen", "runs on broken files that say no name")
    for number in range(runs):
        target, kind, data = kinds[number] if runs > len(kinds) and number < len(kinds) else chance.choice(kinds)
        name, words = chance.choice(ways)
        site = tmp_path / "site"
        shutil.rmtree(site, ignore_errors=True)
        twin(good, site)
        (site / target).parent.mkdir(parents=True, exist_ok=True)
        (site / target).write_bytes(data)
        monkeypatch.chdir(site)
        asked = [word.format(tmp=tmp_path, site=site) for word in words]
        loop.count(not _shown(_said(capsys, [name, *asked]), asked), f"{name} {' '.join(words)} with {target} {kind}")
    loop.end()


def test_no_command_says_a_name_of_what_is_broken(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _with_broken_inputs(tmp_path, capsys, monkeypatch, 60)


@pytest.mark.long
def test_no_command_says_a_name_of_anything_broken(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _with_broken_inputs(tmp_path, capsys, monkeypatch, 2000)


def test_the_log_of_the_preview_says_no_name(served: Served) -> None:
    (served.root / "newsletters/2026-11-18-kapot.md").write_text("---\ntitel: [Hoekzema\n---\n\nSanne Hoekzema 06-12345622\n", "utf-8")
    served.until(lambda: "kapot" in served.said(), "de fout in het log")
    (served.root / "newsletters/2026-11-18-kapot.md").unlink()
    said = served.said().lower()
    told("eigen", "signs of a name in the log of the preview that aren't there", sum(sign not in said for sign in ("hoekzema", "meulen", "12345622")), 3)


def test_nothing_private_lies_open_and_no_name_lies_in_the_cache(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_letter(site, "Sanne Hoekzema won.")
    build_site(site)
    for words in (["overzicht"], ["klassenlijst"], ["media"], ["social"], ["protocol"]):
        _said(capsys, [*words, "--date", DAY.isoformat(), "--site", str(site)])
    files = [path for path in (site / ".sitegen").rglob("*") if path.is_file()]
    loop = Loop("eigen", "private files of mode 0600 without a name in their own name")
    for path in files:
        loop.count(path.stat().st_mode & 0o077 == 0 and not re.search("hoekzema|meulen", path.as_posix().lower()), path.name)
    loop.end()
    # The ledger remembers what was found on a page, for the report; never the register.
    ledger = (site / ".sitegen/cache.db").read_bytes().lower()
    others = [line.split(";")[3].lower() for line in (site / "register/leerlingen.csv").read_text("utf-8").splitlines()[1:] if line.count(";") > 3]
    assert not [last for last in others if last != "hoekzema" and len(last) > 5 and last.encode() in ledger]
