"""What the director reads before a new guide goes out: which chapters and sentences are different."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from sitegen.cli.main import main
from tests.building import copy_site

if TYPE_CHECKING:
    from pathlib import Path

OLD = {
    "01-voorwoord": "# Voorwoord\n\nWelkom. Wij zijn met 181 leerlingen.\n",
    "02-zorg": "# Zorg en begeleiding\n\n## De intern begeleider\n\nZij helpt.\n\n## Passend onderwijs\n\nIn het dorp.\n",
    "03-verbouwing": "# Verbouwing\n\n## Wanneer\n\nIn de zomer.\n",
    "04-verlof": "# Verlof\n\nVraag het op tijd aan, o.a. via Parro. Dat is alles.\n",
    "05-bijdrage": "# Bijdrage\n\n| Wat | Euro |\n| --- | --- |\n| reis | 20 |\n| feest | 5 |\n",
}
NEW = {
    "01-voorwoord": "# Voorwoord\n\nWelkom. Wij zijn met 186 leerlingen. Kom kijken.\n",
    "02-bijdrage": "# Bijdrage\n\n| Wat | Euro |\n| --- | --- |\n| reis | 22 |\n| feest | 5 |\n",
    "03-ondersteuning": "# Ondersteuning\n\n## De intern begeleider\n\nZij helpt.\n\n## Passend onderwijs\n\nIn de regio.\n",
    "04-verlof": OLD["04-verlof"],
    "05-telefoons": "# Telefoons\n\nIn de tas.\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = copy_site(tmp_path / "site")
    for year, chapters, pupils in (("2024-2025", OLD, 181), ("2025-2026", NEW, 186)):
        folder = root / "schoolgids" / year
        folder.mkdir()
        (folder / "_gids.yaml").write_text(f"schooljaar: {year}\nfeiten:\n  aantal_leerlingen: {pupils}\n", "utf-8")
        for name, text in chapters.items():
            (folder / f"{name}.md").write_text(text, "utf-8")
    return root


def diff(site: Path, *more: str) -> int:
    return main(["schoolgids", "diff", "2024-2025", "2025-2026", "--site", str(site), *more])


def test_every_kind_of_change_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(site, "--json") == 0
    found = {one["nu"] or one["was"]: one for one in json.loads(capsys.readouterr().out)["hoofdstukken"]}
    assert {name: one["soort"] for name, one in found.items()} == {
        "Voorwoord": "gewijzigd", "Bijdrage": "gewijzigd", "Ondersteuning": "gewijzigd", "Verlof": "gelijk", "Telefoons": "nieuw", "Verbouwing": "weg",
    }
    assert [name for name, one in found.items() if one["verplaatst"]] == ["Bijdrage"]
    assert found["Ondersteuning"]["was"] == "Zorg en begeleiding"
    assert found["Voorwoord"]["zinnen"] == [
        {"kop": "", "was": "Wij zijn met 181 leerlingen.", "nu": "Wij zijn met 186 leerlingen."}, {"kop": "", "was": "", "nu": "Kom kijken."},
    ]
    assert found["Bijdrage"]["zinnen"] == [{"kop": "", "was": "reis | 20", "nu": "reis | 22"}]
    assert found["Ondersteuning"]["zinnen"] == [{"kop": "Passend onderwijs", "was": "In het dorp.", "nu": "In de regio."}]


def test_the_screen_reads_as_a_summary(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    diff(site)
    told = capsys.readouterr().out
    for line in (
        "1 nieuw, 1 weg, 3 gewijzigd, 1 niet veranderd, 1 verplaatst", "    - aantal leerlingen: 181\n    + aantal leerlingen: 186",
        "Ondersteuning  [gewijzigd, heette Zorg en begeleiding]", "    - Wij zijn met 181 leerlingen.\n    + Wij zijn met 186 leerlingen.",
        "Bijdrage  [gewijzigd, verplaatst]", "Verbouwing  [weg]",
    ):
        assert line in told
    assert "Verlof" not in told


def test_the_paper_is_private_and_marks_the_words(site: Path) -> None:
    diff(site)
    paper = site / ".sitegen/schoolgids-2024-2025-2025-2026.html"
    assert stat.S_IMODE(paper.stat().st_mode) == 0o600
    text = paper.read_text("utf-8")
    assert "Wij zijn met <del>181</del> <ins>186</ins> leerlingen." in text
    assert "Niet voor de website" in text


def test_the_paper_never_goes_into_the_website(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(site, "--naar", str(site / "public/papier")) == 2
    assert "mag niet in de map van de website" in capsys.readouterr().err


def test_an_edition_that_is_not_there_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schoolgids", "diff", "2024-2025", "2025-2027", "--site", str(site)]) == 2
    assert "geen schoolgids van 2025-2027. Bedoelde u 2026-2027?" in capsys.readouterr().err
