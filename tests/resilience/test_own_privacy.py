"""Privacy of the program itself: its screen, its log, its private files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.building import DAY, build_site, command, copy_site
from tests.resilience.counting import told

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site(tmp_path / "site")


def _letter(site: Path, text: str, name: str = "2026-11-23-proef") -> Path:
    path = site / f"newsletters/{name}.md"
    path.write_text(f"# Proef\n\n{text}\n", encoding="utf-8")
    return path


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
        told("eigen", "commands that show no name", len(commands) - len(shown), len(commands))


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
    told("eigen", "private files closed", len(files), len(files))
