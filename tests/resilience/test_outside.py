"""Output folders that could harm, and paths that lead outside (ECOSYSTEM C1.5 and 14)."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from tests.building import DAY, build_site, command, snapshot, write_letter
from tests.resilience.counting import Loop, told

if TYPE_CHECKING:
    from pathlib import Path


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
    told(5, "harmful output folders refused", good, len(folders))


OUTSIDE = ("../../buiten.md", "%2e%2e/%2e%2e/buiten.jpg", "..\\..\\buiten.jpg", "/etc/hostname", "C:\\buiten.jpg", "a/../../../buiten.png", "....//buiten.jpg", "buiten.jpg%00.png", "file:///etc/hostname")


def test_no_way_leads_outside(site: Path, tmp_path: Path) -> None:
    for name in ("buiten.md", "buiten.jpg", "buiten.png"):
        (tmp_path / name).write_text("GEHEIM-VAN-BUITEN", encoding="utf-8")
    good = total = 0
    for path in OUTSIDE:
        for text in (f"![plaatje]({path})", f"[bijlage]({path})", f'<img src="{path}" alt="x">'):
            write_letter(site, text)
            build_site(site)
            total += 1
            good += all(b"GEHEIM-VAN-BUITEN" not in data and b"root:" not in data for data in snapshot(site / "public").values()) and not list(tmp_path.glob("*.html"))
        for key in ("slug", "redirect_from", "bron", "image"):
            (site / "newsletters/2026-11-23-proef.md").write_text(f'---\n{key}: "{path}"\n---\n\n# Proef\n\nTekst van deze week.\n'.replace("\\", "\\\\"), encoding="utf-8")
            build_site(site)
            total += 1
            inside = {one.relative_to(tmp_path).parts[0] for one in tmp_path.rglob("*")}
            good += inside <= {"site", "buiten.md", "buiten.jpg", "buiten.png"} and all(b"GEHEIM-VAN-BUITEN" not in data for data in snapshot(site / "public").values())
    told(14, "ways that lead outside", good, total)


# Names that some systems read otherwise, or can't hold: devices, ends that vanish, too long, only a letter's case apart.
NAMES = ("CON", "nul.jpg", "COM1", "aux.html", "punt.", "spatie ", "a" * 300, "..", ".", "a:b", "a|b", "a?b", "a*b", "a<b", "a/../../b", "\u202ea", "é" * 150)


def test_names_that_some_systems_cannot_hold(site: Path, tmp_path: Path) -> None:
    """As an address or a former address: every file that is placed can lie on Windows, and nothing lies outside."""
    loop = Loop(14, "names that some system can't hold, refused or made safe")
    letter = site / "newsletters/2026-11-23-proef.md"
    for name in NAMES:
        for key in ("slug", "redirect_from"):
            quoted = name.replace("'", "''")
            letter.write_text(f"---\n{key}: '{quoted}'\n---\n\n# Proef\n\nTekst van deze week.\n", "utf-8")
            build_site(site)
            parts = [part for path in (site / "public").rglob("*") for part in path.relative_to(site / "public").parts]
            bad = [part for part in parts if re.search(r'[<>:"|?*\\\x00-\x1f\u202a-\u202e]|[. ]$', part) or re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", part) or len(part.encode()) > 255]
            loop.count(not bad and {path.name for path in tmp_path.iterdir()} == {"site"}, f"{key} {name[:20]}: {bad[:3]}")
    loop.end()


def test_twins_that_differ_in_case_only(site: Path) -> None:
    """Two texts whose addresses are one on Windows: refused with the file, or given addresses that differ in more than case."""
    loop = Loop(14, "twins that differ in case only, or in how an accent is written")
    for one, other in (("Feest", "feest"), ("FEEST", "fEEST"), ("caf\u00e9", "cafe\u0301"), ("Stra\u00dfe", "STRASSE")):
        for number, slug in enumerate((one, other)):
            (site / f"newsletters/2026-11-23-tweeling-{number}.md").write_text(f"---\nslug: '{slug}'\n---\n\n# Tweeling {number}\n\nTekst.\n", "utf-8")
        result = build_site(site)
        paths = [path.lower() for path in snapshot(site / "public")] if result.status == 0 else []
        refused = any("tweeling" in problem.place.file for problem in result.problems)
        loop.count(len(paths) == len(set(paths)) and (result.status == 0 or refused), f"{one} {other}: {result.status}")
    loop.end()
