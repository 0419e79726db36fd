"""Output folders that could harm, and paths that lead outside (ECOSYSTEM C1.5 and 14)."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.building import DAY, build_site, command, snapshot, write_letter
from tests.resilience.counting import Loop, dice, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


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


# A folder up and a stroke, written in every way that some program somewhere has taken for it.
UP = ("..", "%2e%2e", ".%2E", "%252e%252e", "%25252e%25252e", "%u002e%u002e", "%c0%ae%c0%ae", "&#46;&#46;", "\uff0e\uff0e", "\u2025", "\u2024\u2024", ".\u00ad.", ".\u200b.", ".. ", "..;", "...")
STROKES = ("/", "\\", "//", "\\/", "%2f", "%5C", "%252f", "%255c", "%c0%af", "\uff0f", "\uff3c", "\u2044", "\u2215", "\u29f5")
WAYS = (
    *(f"{up}{stroke}{up}{stroke}buiten.jpg" for up in UP for stroke in STROKES),
    "../../buiten.jpg\0", "../../buiten.jpg\0.png", "\0../../buiten.jpg", "..\0/../buiten.jpg", "%00../../buiten.jpg", "../../buiten.jpg%2500.png", "../../buiten.jpg%u0000",
    "../" * 3000 + "etc/hostname", "a/" * 3000 + "../" * 3002 + "buiten.jpg", "../../buiten.jpg" + "a" * 5000, "a" * 70_000, "%2e%2e%2f" * 3000 + "buiten.jpg",
    "../../BUITEN.JPG", "../../Buiten.jpg", "../register/leerlingen.csv", "../Register/leerlingen.csv", "../REGISTER/LEERLINGEN.CSV", "..\\register\\leerlingen.csv", "/register/leerlingen.csv",
    "../site.yaml", "../.sitegen/report.json", "../public/index.html", "\\\\server\\map\\buiten.jpg", "\\\\?\\C:\\buiten.jpg", "C:buiten.jpg", "C:/buiten.jpg", "~/buiten.jpg", "$HOME/buiten.jpg", "%HOME%/buiten.jpg",
    "../../buiten.md", "/etc/hostname", "a/../../../buiten.jpg", "....//....//buiten.jpg", "./.././../buiten.jpg", "file:../../buiten.jpg", "FILE:///etc/hostname", "//etc/hostname", "/proc/self/environ", "http:../../buiten.jpg", "newsletters:../../buiten.jpg", "../../buiten.jpg::$DATA",
    "../../buiten.jpg?x=1", "../../buiten.jpg#x", "..\t/..\t/buiten.jpg", "..\n/..\n/buiten.jpg", "..\r\n/../buiten.jpg", "..\u2028/../buiten.jpg", "\u202e../../buiten.jpg", "\ufeff../../buiten.jpg", "\x1b[2J../../buiten.jpg",
)
IN_A_TEXT = {
    "picture": "![x]({})", "picture in <>": "![x](<{}>)", "link": "[x](<{}>)", "reference": "[x][r]\n\n[r]: <{}>", "img": '<img src="{}" alt="x">', "a": '<a href="{}">x</a>',
    "others": '<object data="{0}"></object><iframe src="{0}"></iframe><video src="{0}" poster="{0}"></video><embed src="{0}"><picture><source srcset="{0}"></picture>',
}
SETTINGS = ("slug", "redirect_from", "oude_adressen", "bron", "image", "title", "tags", "menu_title", "summary", "permalink", "map", "url", "aliases", "layout", "template", "include", "bestand", "output", "path")
SECRETS = (b"GEHEIM-VAN-BUITEN", b"GEHEIM-NUMMER", b"fictional:")
_opened: list[str] = []


@pytest.fixture
def guarded(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site beside a file that nobody may open, with a secret in its register; built in one process, so that every opening is seen."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    for name in ("buiten.jpg", "buiten.md"):
        (tmp_path / name).write_text("GEHEIM-VAN-BUITEN", encoding="utf-8")
    with (site / "register/leerlingen.csv").open("a", encoding="utf-8") as stream:
        stream.write("GEHEIM-NUMMER;Tjorven;;Buitenpostma;Groep 4\n")
    if not _opened:
        _opened.append("")
        sys.addaudithook(_noting)
    _outside(site)
    return site


def _noting(event: str, arguments: Sequence[object]) -> None:
    if event == "open" and isinstance(arguments[0], str | bytes):
        _opened.append(os.fsdecode(arguments[0]))


def _outside(site: Path) -> list[str]:
    """What was opened beside the site, or in /etc and /proc, since the last time."""
    found = [path for path in map(os.path.normpath, _opened[1:]) if path.startswith((f"{site.parent}{os.sep}", "/etc/", "/proc/", "..")) and not path.startswith(f"{site}{os.sep}") and path != str(site)]
    del _opened[1:]
    return found


def _letters(ways: Sequence[str]) -> Iterator[tuple[str, str]]:
    """For every place in a text and every setting above it, each of the ways: a name and the letter."""
    for place, text in IN_A_TEXT.items():
        for way in ways:
            yield f"{place}: {way[:40]!r}", f"# Proef\n\n{text.format(way)}\n"
    for key in SETTINGS:
        for way in ways:
            yield f"{key}: {way[:40]!r}", f"---\n{key}: {json.dumps(way)}\n---\n\n# Proef\n\nTekst van deze week.\n"


def _roads(site: Path, letters: Sequence[tuple[str, str]], what: str) -> None:
    """One build of them all, and one of those that were not refused: each refused with its file and line, or harmless."""
    paths = {f"newsletters/2026-11-23-weg-{number}.md": one for number, one in enumerate(letters)}
    for path, (_which, text) in paths.items():
        (site / path).write_bytes(text.encode())
    _outside(site)
    # Two on one address, and a file that is no text (NUL), are told of the whole file.
    refused = {problem.place.file: problem.place.line or int(problem.code in {"adres-dubbel", "tekst-onleesbaar"}) for problem in build_site(site).problems if problem.severity == "fout"}
    for path in refused:
        (site / path).unlink()
    result = build_site(site)
    opened = _outside(site)
    leaking = {name for name, data in snapshot(site / "public").items() if any(secret in data for secret in SECRETS)}
    beside = {path.name for path in site.parent.iterdir()} - {"site", "buiten.jpg", "buiten.md"}
    loop = Loop(14, what)
    for path, (which, _text) in paths.items():
        loop.count(refused[path] > 0 if path in refused else result.status == 0, which)
    loop.count(not opened, f"opened: {opened[:3]}")
    loop.count(not leaking, f"leaking: {leaking}")
    loop.count(not beside, f"written outside: {beside}")
    loop.end()


def test_no_way_of_writing_leads_outside(guarded: Path) -> None:
    every = list(_letters(WAYS))
    _roads(guarded, dice("outside").sample(every, 80), "ways of writing a path that leads outside, a sample")


@pytest.mark.long
def test_no_way_of_writing_leads_outside_from_anywhere(guarded: Path) -> None:
    _roads(guarded, list(_letters(WAYS)), "ways of writing a path that leads outside, everywhere in a text and above it")


def _setting(line: str) -> Callable[[Path, str], None]:
    def put(site: Path, way: str) -> None:
        path = site / "site.yaml"
        path.write_text(path.read_text("utf-8").replace("folder: register/", line.format(json.dumps(way)) if line.startswith("folder") else "folder: register/") + ("" if line.startswith("folder") else line.format(json.dumps(way)) + "\n"), "utf-8")

    return put


def _in(file: str, line: str) -> Callable[[Path, str], None]:
    def put(site: Path, way: str) -> None:
        with (site / file).open("a", encoding="utf-8") as stream:
            stream.write("\n" + line.format(json.dumps(way)) + "\n")

    return put


OTHER_SETTINGS = {
    "register": _setting("folder: {}"), "tiles": _setting("tiles: [{{title: x, url: {}}}]"), "publish": _setting("publish: {{naar: {}}}"), "security": _setting("security: {{contact: {}}}"),
    "media": _setting("media: {{map: {}}}"), "calendar": _setting("calendar: {{url: {}}}"), "a key": _setting("{}: x"),
    "media.yaml": _in("newsletters/media.yaml", "{}: {{who: niemand}}"), "heir": _in("schoolgids/2026-2027/_gids.yaml", "erfgenamen: {{oud: {}}}"),
    "exceptions": _in("register/uitzonderingen.yaml", "- {{tekst: Jan, pagina: {}, reden: x}}"), "calendar.yaml": _in("content/kalender.yaml", "- {{datum: 2026-12-01, titel: {}}}"),
}
FEW = ("../../buiten", "..\\..\\buiten", "%252e%252e/buiten", "\uff0e\uff0e\uff0fbuiten", "..\0/../buiten", "\0", "~niemand/buiten", "a/" * 3000, "\x1b[2Jbuiten")


def _settings(site: Path, pairs: Sequence[tuple[str, str]], what: str) -> None:
    """Refused with its file, or harmless; never a fault of our own."""
    loop = Loop(14, what)
    kept = {name: data for name, data in snapshot(site).items() if name.endswith(".yaml")}
    for place, way in pairs:
        OTHER_SETTINGS[place](site, way)
        write_letter(site, f"Iets nieuws: {place}.")
        result = build_site(site)
        opened = _outside(site)
        good = not opened and all(problem.place.file for problem in result.problems) and not any("\x1b" in str(problem) for problem in result.problems)
        loop.count(good and {path.name for path in site.parent.iterdir()} == {"site", "buiten.jpg", "buiten.md"}, f"{place} {way[:20]!r}: {result.status} {opened[:2]}")
        for path in [path for path in site.rglob("*.yaml") if path.relative_to(site).as_posix() not in kept]:
            path.unlink()
        for name, data in kept.items():
            (site / name).write_bytes(data)
    loop.end()


PAIRS = [(place, way) for place in OTHER_SETTINGS for way in FEW]


def test_no_other_setting_leads_outside(guarded: Path) -> None:
    _settings(guarded, dice("settings").sample(PAIRS, 24), "settings of other files that lead outside, a sample")


@pytest.mark.long
def test_none_of_the_other_settings_leads_outside(guarded: Path) -> None:
    _settings(guarded, PAIRS, "settings of other files that lead outside")


# As bytes: not each is text. What stands at the end of a name in a zip of an old computer, what a screen obeys, what some system takes for a way.
ODD_NAMES = (b"\xff\xfe", b"caf\x82", b"\xed\xa0\x80", b"\x1b[2J", b"a\nFOUT nep", b"\x7f", b"a\\..\\..\\b", b"..%2f..%2fbuiten", b"%2e%2e", "\uff0e\uff0e".encode(), b"...", b"$(id)", b"CON", b"a" * 240)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names themselves")
def test_odd_names_of_files_and_folders(guarded: Path) -> None:
    """Told, or given a harmless address: a text, a picture, a folder, a file of the register, of the theme and in the output."""
    loop = Loop(14, "odd names of files and folders, told or made safe")
    assert build_site(guarded).status == 0
    for name in ODD_NAMES:
        made = []
        for where, end in (("content", b".md"), ("newsletters", b".jpg"), ("content", b"/x.md"), ("register", b".csv"), ("theme/templates", b".html"), ("public", b".txt")):
            path = Path(os.fsdecode(os.fsencode(guarded) + b"/" + where.encode() + b"/" + name + end))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"# Proef\n\nTekst van deze week.\n" if where == "content" else b"x")
            made.append(path)
        write_letter(guarded, f"Iets nieuws: {len(name)}.")
        said = "\n".join(map(str, build_site(guarded).problems))
        made.pop(3).unlink()
        result = build_site(guarded)
        said += "\n".join(map(str, result.problems))
        said.encode()
        # A name without a letter is an address without one: the home page's, which is told.
        sound = result.status == 0 or {problem.code for problem in result.problems if problem.severity == "fout"} == {"adres-dubbel"}
        loop.count(sound and not re.search(r"\x1b|^FOUT", said, re.MULTILINE) and {one.name for one in guarded.parent.iterdir()} == {"site", "buiten.jpg", "buiten.md"}, f"{name!r}: {said[:200]}")
        for path in made:
            shutil.rmtree(path.parent) if path.name == "x.md" else path.unlink(missing_ok=True)
        shutil.rmtree(guarded / "theme")
    loop.end()


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


# What a former address may not become: a page, a list or a file that the site has now, also where capitals are no difference.
STANDING = ("/contact/", "/contact/index.html", "/CONTACT/", "/Contact/Index.html", "/index.html", "/INDEX.HTML", "/404.html", "/feed.xml", "/robots.txt", "/.htaccess", "/nieuwsbrieven/", "/nieuwsbrieven/2026-2027/", "/Nieuwsbrieven/2026-2027/index.html", "/schoolgids/", "/schoolgids/voorwoord/", "/assets/stijl.css", "/assets/stijl.css/x/", "/contact/index.html/x/", "/oud/oud.html, /oud/oud.html/x/", "/Oud/, /oud/, /OUD/index.html")


def test_a_former_address_never_takes_the_place_of_what_stands(built: Path) -> None:
    loop = Loop(14, "former addresses that would take the place of a file of the site")
    before = snapshot(built / "public")
    for old in STANDING:
        (built / "content/nieuw.md").write_text(f"---\noude_adressen: [{old}]\nmenu: nee\n---\n\n# Nieuw\n\nTekst.\n", "utf-8")
        result = build_site(built)
        after = snapshot(built / "public")
        moved = [name for name in before if name.endswith(".html") and (b"http-equiv" in after.get(name, b"") and b"http-equiv" not in before[name])]
        low = [name.lower() for name in after]
        loop.count(result.status == 0 and before.keys() <= after.keys() and not moved and len(low) == len(set(low)), f"{old}: {result.status} {moved[:3]}")
    loop.end()
