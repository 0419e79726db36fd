"""Links in the file system: anywhere an author can put one, in the output, and swapped in while the build looks (ECOSYSTEM C1.15)."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from sitegen import sources
from sitegen.build import Request, build, state
from tests.building import DAY, build_site, copy_site, snapshot
from tests.media.conftest import photo, saved
from tests.resilience.counting import Loop, dice, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sitegen.build import Result

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights here")

SECRET = b"GEHEIM-VAN-BUITEN"
GUIDE = "schoolgids/2026-2027"
# What stands outside, by the kind of file that a place expects: as good as anything the author could have put there himself.
OUTSIDE = {
    ".md": b"# Lijst\n\nGEHEIM-VAN-BUITEN\n", ".txt": b"GEHEIM-VAN-BUITEN\n", ".jpg": saved(photo(7)), ".svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>GEHEIM-VAN-BUITEN</title><circle cx="4" cy="4" r="3"/></svg>',
    ".css": b"/* GEHEIM-VAN-BUITEN */\n", ".html": b"<p>GEHEIM-VAN-BUITEN</p>\n", "media.yaml": b"foto.jpg: {who: niemand}\n", "kalender.yaml": b"- {van: 2026-11-27, titel: GEHEIM-VAN-BUITEN, soort: activiteit}\n",
    "_gids.yaml": b"schooljaar: 2026-2027\nfeiten: {bijdrage: GEHEIM-VAN-BUITEN}\n", ".csv": b"leerlingnummer;roepnaam;tussenvoegsel;achternaam;groep\n77777;GEHEIM-VAN-BUITEN;;Buitenstra;Groep 5\n",
}
# Every place that the program reads, with the page that shows it.
PLACES = {
    "content/lijst.md": "", "newsletters/2026-11-20-brief.md": "", "newsletters/2026-11-20-map/index.md": "", "content/foto.jpg": "![Plein](foto.jpg)", "content/tekening.svg": "![Plein](tekening.svg)", "content/bijlage.txt": "[Bijlage](bijlage.txt)",
    "content/media.yaml": "![Plein](foto.jpg)", "content/kalender.yaml": "", f"{GUIDE}/_gids.yaml": "", f"{GUIDE}/01-hoofdstuk.md": "", "theme/page.html": "", "theme/assets/eigen.css": "", "register/extra.csv": "",
}  # fmt: skip


def _outside(name: str) -> bytes:
    return next(data for end, data in OUTSIDE.items() if name.endswith(end))


def _furnished(site: Path, place: str) -> Path:
    """The site with a page that shows what is at `place`, and what it needs beside it; gives the place."""
    path = site / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if PLACES.get(place):
        (site / "content/toont.md").write_text(f"# Toont\n\nTekst van deze week.\n\n{PLACES[place]}\n", "utf-8")
        if "foto.jpg" in PLACES[place] and place.endswith("yaml"):
            (site / "content/foto.jpg").write_bytes(OUTSIDE[".jpg"])
        elif place.endswith((".jpg", ".svg")):
            (site / "content/media.yaml").write_text("{foto.jpg: {who: niemand}, tekening.svg: {who: niemand}}\n", "utf-8")
    return path


def _calm(site: Path, result: Result, foreign: dict[str, bytes], elsewhere: Path) -> bool:
    """Nothing from outside is in the site, what stands outside is untouched, and the answer is no fault of our own."""
    placed = snapshot(site / "public") if (site / "public").exists() else {}
    pictures = [path for path in placed if path.startswith("beeld/") or "/foto" in path or path.endswith(".avif")]
    return result.status in {0, 1, 2, 3} and not pictures and not any(SECRET in data or b"root:" in data or b"Buitenstra" in data or b"Leerlingnummer" in data for data in placed.values()) and snapshot(elsewhere) == foreign


def _told(result: Result, place: str) -> bool:
    return any(place.startswith(problem.place.file.rstrip("/")) and "koppeling" in problem.fault and problem.remedy for problem in result.problems)


@pytest.mark.parametrize("drawn", [2, pytest.param(6, marks=pytest.mark.long)])
def test_a_link_anywhere_is_not_followed_and_told(tmp_path: Path, drawn: int) -> None:
    """To a file as good as the author's own, to the register, to the system, to itself, to nothing, and a folder of it all."""
    loop = Loop(15, "links in every place, not followed and told")
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    for place in PLACES:
        name = place.replace("/", "-")
        (elsewhere / name).write_bytes(_outside(place))
        (elsewhere / f"map-{name}").mkdir()
        (elsewhere / f"map-{name}" / place.rpartition("/")[2]).write_bytes(_outside(place))
    foreign = snapshot(elsewhere)
    chance = dice("links")
    for number, place in enumerate(PLACES):
        site = copy_site(tmp_path / f"site-{number}")
        path = _furnished(site, place)
        name = place.replace("/", "-")
        for target in chance.sample((elsewhere / name, site / "register/leerlingen.csv", "/etc/passwd", "/dev/zero", path, tmp_path / "nergens"), drawn):
            path.symlink_to(target)
            result = build_site(site)
            loop.count(_told(result, place) and _calm(site, result, foreign, elsewhere), f"{place} to {target}: {[str(one) for one in result.problems]}")
            path.unlink()
        if place.startswith("register/"):  # the register may lie elsewhere: its folder is a road that the school points out
            continue
        shutil.rmtree(path.parent)
        path.parent.symlink_to(elsewhere / f"map-{name}")
        result = build_site(site)
        loop.count(_told(result, place) and _calm(site, result, foreign, elsewhere), f"folder of {place}: {[str(one) for one in result.problems]}")
    for place in ("site.yaml", "register/leerlingen.csv", "content/rond"):
        site = copy_site(tmp_path / place.replace("/", "-"))
        path = site / place
        target = site / "content" if place == "content/rond" else shutil.move(path, tmp_path / f"verhuisd-{path.name}")
        path.symlink_to(target)
        result = build_site(site)
        loop.count(_told(result, place) and (result.status != 0) == (place != "content/rond"), f"{place}: {result.status}, {[str(one) for one in result.problems]}")
    loop.end()


def test_what_is_no_file_does_not_hold_up_the_build(tmp_path: Path) -> None:
    """A pipe into which nobody writes, in every place: the build ends, with the site or with a message."""
    loop = Loop(15, "pipes that do not hold up the build")
    for number, place in enumerate(PLACES):
        site = copy_site(tmp_path / f"site-{number}")
        os.mkfifo(_furnished(site, place))
        loop.count(build_site(site).status in {0, 1, 2}, place)
    loop.end()


def test_a_link_in_the_output_leads_nobody_out(tmp_path: Path) -> None:
    """Somebody put a link in the place of a folder or file of the site: what it points at stays as it is."""
    loop = Loop(15, "links in the output: nothing written or removed behind them")

    def attempt(what: str, link: str, change: Callable[[Path], object], *, refused: bool) -> None:
        site = copy_site(tmp_path / what)
        assert build_site(site).status == 0
        elsewhere = tmp_path / f"{what}-elders"
        path = site / "public" / link
        if path.is_dir():
            shutil.move(path, elsewhere)
        else:
            elsewhere.mkdir()
            (elsewhere / path.name).write_text("van een ander", "utf-8")
            path.unlink(missing_ok=True)
        path.symlink_to(elsewhere if elsewhere.joinpath("index.html").exists() or not elsewhere.joinpath(path.name).exists() else elsewhere / path.name)
        foreign = snapshot(elsewhere)
        change(site)
        result = build_site(site)
        said = any(problem.code == "uitvoer-koppeling" and problem.remedy for problem in result.problems)
        loop.count(snapshot(elsewhere) == foreign and (said if refused else result.status == 0 and not path.is_symlink()), f"{what}: {result.status} {[str(one) for one in result.problems]}")

    letter = "newsletters/2026-11-20-weekbericht-12.md"

    def edit(site: Path) -> None:
        with (site / letter).open("a", encoding="utf-8") as stream:
            stream.write("\nEn nog een zin.\n")

    attempt("changed page", "nieuwsbrieven", edit, refused=True)
    attempt("withdrawn page", "nieuwsbrieven", lambda site: (site / letter).unlink(), refused=True)
    attempt("one page", "index.html", lambda site: (site / "content/index.md").write_text("# Welkom\n\nEen nieuwe tekst.\n", "utf-8"), refused=False)
    attempt("list", ".sitegen-bestanden", edit, refused=False)
    for name in ("content", ".sitegen"):
        site = copy_site(tmp_path / f"in-{name}")
        (site / "public/map").mkdir(parents=True)
        shutil.rmtree(site / name, ignore_errors=True)
        (site / name).symlink_to(site / "public/map")
        result = build_site(site)
        loop.count(result.status == 2 and "koppeling" in result.problems[0].fault and not (site / "public/index.html").exists(), f"{name} in the output: {[str(one) for one in result.problems]}")
    loop.end()


@pytest.mark.parametrize("drawn", [6, pytest.param(len(PLACES), marks=pytest.mark.long)])
def test_a_link_swapped_in_between_the_look_and_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawn: int) -> None:
    """The listing saw a file or a folder; before it is read, at the very call that opens it, or before what was read is made, a link stands there."""
    loop = Loop(15, "links swapped in between the listing and the reading, at the opening, or before the making")
    opening: list[tuple[str, Callable[[], None]]] = []

    def opens(event: str, words: tuple[object, ...]) -> None:
        # Python tells this just before it asks the system: after every look that the program had at the name.
        if event == "open" and opening and str(words[0]).endswith(opening[0][0]):
            opening.pop()[1]()

    sys.addaudithook(opens)
    look = state.look

    def swap(path: Path, target: Path) -> None:
        path.rename(path.with_name(f".was-{path.name}"))
        path.symlink_to(target)

    for number, place in enumerate(dice("swapped").sample(tuple(PLACES), drawn)):
        name = place.rpartition("/")[2]
        for what in ("opening", "folder", "made"):
            site = copy_site(tmp_path / f"site-{number}-{what}")
            path = _furnished(site, place)
            elsewhere = tmp_path / f"elders-{number}-{what}"
            elsewhere.mkdir()
            (elsewhere / name).write_bytes(_outside(place))
            foreign = snapshot(elsewhere)
            good = _outside(place).replace(SECRET, b"van de school").replace(b"Buitenstra", b"Binnenstra")
            path.write_bytes(saved(photo(8)) if place.endswith("jpg") else good)
            swapped: list[Path] = []

            def once(path: Path = path, elsewhere: Path = elsewhere, what: str = what, swapped: list[Path] = swapped) -> None:
                if not swapped:
                    swapped.append(path.parent if what == "folder" else path)
                    swap(swapped[0], elsewhere if what == "folder" else elsewhere / path.name)

            def looked(*words: object, once: Callable[[], None] = once, what: str = what) -> object:
                found = look(*words)  # type: ignore[arg-type]
                if what == "folder":
                    once()
                return found

            def step_told(step: str, _done: int, _total: int, once: Callable[[], None] = once, what: str = what) -> None:
                if what == "made" and step != "teksten":
                    once()

            with monkeypatch.context() as patched:
                patched.setattr(state, "look", looked)
                opening[:] = [(f"/{name}", once)] if what == "opening" else []
                result = build(Request(site, site / "public", DAY, told=step_told))
            placed = b"".join(snapshot(site / "public").values()) if (site / "public").exists() else b""
            answered = result.status in {0, 1, 2} and all(problem.place.file and problem.fault for problem in result.problems)
            # What the theme had at the listing is the packaged one's now, and the next build tells why; the register's folder may be a link.
            stopped = result.status != 0 or what == "made" or (what == "folder" and place.startswith("register/")) or (place.startswith("theme/") and _told(build_site(site), place))
            loop.count(swapped and answered and stopped and SECRET not in placed and b"Buitenstra" not in placed and snapshot(elsewhere) == foreign, f"{place}, {what}: {result.status} {[str(one) for one in result.problems]}")
    loop.end()


def _flip(path: str, target: str, inside: str) -> None:
    """Forever: what is at `path` is a good file, a link to `target`, a good file …"""
    spare = f"{path}.wissel"
    while True:
        with suppress(OSError):
            os.symlink(target, spare)
            os.replace(spare, path)
            os.link(inside, spare)
            os.replace(spare, path)


def _flip_folder(path: str, target: str, inside: str) -> None:
    """Forever: the folder at `path` is the good one, a link to `target`, the good one …"""
    spare = f"{path}.wissel"
    os.symlink(target, spare)
    while True:
        with suppress(OSError):
            os.rename(path, inside)
            os.rename(spare, path)
            os.rename(path, spare)
            os.rename(inside, path)


@pytest.mark.parametrize("readings", [5_000, pytest.param(1_000_000, marks=pytest.mark.long)])
def test_a_race_for_the_moment_between(tmp_path: Path, readings: int) -> None:
    """Another process swaps file and link, or folder and link, as fast as it can, while we read: not one reading is of what is outside."""
    total = wrong = 0
    site = tmp_path / "site"
    (site / "content/map").mkdir(parents=True)
    (tmp_path / "elders").mkdir()
    for path, text in ((tmp_path / "elders/tekst.md", SECRET), (site / "content/map/tekst.md", b"van de school"), (site / "content/goed", b"van de school"), (site / "content/tekst.md", b"van de school")):
        path.write_bytes(text)
    for flip, path, target, inside, asked in (
        (_flip, site / "content/tekst.md", tmp_path / "elders/tekst.md", site / "content/goed", "content/tekst.md"), (_flip_folder, site / "content/map", tmp_path / "elders", site / "content/.map", "content/map/tekst.md"),
    ):
        other = multiprocessing.get_context("spawn").Process(target=flip, args=(str(path), str(target), str(inside)), daemon=True)
        other.start()
        read = refused = 0
        end = time.monotonic() + 60
        while read + refused < readings or not (read and refused):
            try:
                data = sources.read(site, asked)
            except OSError:
                refused += 1
                assert read or time.monotonic() < end, "the other process swaps nothing"
                continue
            read += 1
            wrong += data != b"van de school"
            assert refused or time.monotonic() < end, "the other process swaps nothing"
        other.kill()
        other.join()
        total += read + refused
    told(15, "readings while another process swaps links in, none from outside", total - wrong, total)
