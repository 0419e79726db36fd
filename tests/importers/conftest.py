"""A register in a temporary folder, from a few lines that stand in the test."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.importers import Loaded, load
from sitegen.school import RegisterPolicy, School

DAY = dt.date(2026, 11, 24)
PUPILS = """\
Leerlingnummer;Roepnaam;Voorvoegsel;Achternaam;Groep
101;Sanne;de;Vries;Groep 3
102;Noor;;Bakker;Groep 3
103;Fleur;;Visser;Groep 8
104;Fleur;;Jansen-Boer;Groep 8
"""

Register = Callable[..., Loaded]


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """Write the files (text as UTF-8, bytes as they are) and load them; `leerlingen.csv` is there unless given."""

    def make(files: Mapping[str, str | bytes], day: dt.date = DAY, columns: Mapping[str, str] | None = None, *, pupils: bool = True) -> Loaded:
        folder = tmp_path / "register"
        folder.mkdir(exist_ok=True)
        for name, content in {**({"leerlingen.csv": PUPILS} if pupils else {}), **files}.items():
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        school = School("De Wilgenhof", "De Wilgenhof", email_domain="dewilgenhof.example", register=RegisterPolicy(columns=columns or {}))
        return load(folder, school, day)

    return make


@pytest.fixture
def data() -> Path:
    """The folder with exports."""
    return Path(__file__).parent / "data"


def codes(loaded: Loaded) -> list[str]:
    """The codes of what went wrong, in order."""
    return [problem.code for problem in loaded.problems]
