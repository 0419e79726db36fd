"""A consent that is withdrawn and a surname that comes later: gone after one build (ECOSYSTEM C1.7 and 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import build_site, copy_site, snapshot
from tests.resilience import counting
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


def test_a_surname_that_comes_later_is_gone_at_the_next_build(site: Path) -> None:
    dice = counting.dice("late names")
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
    told(8, "surnames that came later", good, len(names))
