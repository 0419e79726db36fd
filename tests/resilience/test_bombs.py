"""YAML, zip, XML and picture bombs: an answer within a gibibyte, nothing read from outside, nothing evaluated (ECOSYSTEM C1.16 to 18)."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.building import DAY, snapshot, twin
from tests.media.conftest import photo, saved
from tests.resilience.counting import Loop, dice
from tests.word.test_word import letter
from tests.word.test_word import saved as word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    # A bomb, or what makes it: some take seconds, and the quick form draws few.
    Charge = bytes | Callable[[], bytes]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process's memory can't be limited here")

# How many of each kind the quick form draws; every bomb is a process of its own.
QUICK = 5
FORMS = pytest.mark.parametrize("quick", [True, pytest.param(False, marks=pytest.mark.long)], ids=["quick", "all"])
# The scenario's 200 to 500 MB come on top of the interpreter with its libraries; a bomb asks for many times this.
LIMITED = "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)); from sitegen.cli.main import main; sys.exit(main(sys.argv[1:]))"
MEDIA = "newsletters/2026-11-23-map"
ENTITY = '<?xml version="1.0"?><!DOCTYPE x [{}]><EDEX><leerlingen><leerling key="1"><roepnaam>{}</roepnaam></leerling></leerlingen></EDEX>'


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(bytes(width * 3 + 1) * 40, 9)) + chunk(b"IEND", b"")


def _stuffed(data: bytes, name: str, size: int) -> bytes:
    """A Word or Excel file of which one part unpacks to `size` bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        with new.open(name, "w") as part:
            for _ in range(size >> 20):
                part.write(b" " * (1 << 20))
    return stream.getvalue()


def _frames() -> bytes:
    stream = io.BytesIO()
    Image.new("P", (8, 8)).save(stream, "GIF", save_all=True, append_images=[Image.new("P", (8, 8), n % 200) for n in range(2000)], duration=10)
    return stream.getvalue()


def _nested(levels: int) -> bytes:
    data = bytes(1 << 20)
    for _ in range(levels):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(4):
                archive.writestr(f"{number}.docx", data)
        data = stream.getvalue()
    return data


YAML: Mapping[str, bytes] = {
    "alias bomb": b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9)), "10,000 levels": b"a: " + b"[" * 10_000 + b"]" * 10_000, "30 MB": b"title: " + b"x" * 30_000_000, "python": b"title: !!python/object/apply:os.system ['touch GEKRAAKT']\n",
    "python name": b"title: !!python/name:os.system\n", "twice": b"title: a\ntitle: b\n", "octal": b"title: 0612345670\n", "sixty": b"title: 12:30\n", "NO": b"title: NO\n", "tab": b"title:\n\t- a\n", "mark": b"\xef\xbb\xbftitle: Proef\n", "merge": b"<<: {a: 1}\ntitle: x\n", "endless": b"title: &a [*a]\n",
}  # fmt: skip


def _run(site: Path) -> str:
    """What a build with little memory says; fails when it doesn't end as a build ends."""
    said = subprocess.run([sys.executable, "-c", LIMITED, "build", "--quiet", "--date", DAY.isoformat(), "--site", str(site)], capture_output=True, text=True, check=False, timeout=300, cwd=site)
    fine = said.returncode in {0, 1, 2, 3} and "Traceback" not in said.stderr and "niet aan uw bestanden" not in said.stderr and "MemoryError" not in said.stderr
    return said.stderr if fine else ""


def _bombs(scenario: int, what: str, standing: Path, folder: Path, bombs: Mapping[str, tuple[str, Charge]], quick: bool) -> None:
    chosen = dice(what).sample(sorted(bombs), QUICK) if quick else list(bombs)
    loop = Loop(scenario, f"{what}: answered within a gibibyte")
    stood = snapshot(standing / "public")
    for name in chosen:
        path, charge = bombs[name]
        data = charge if isinstance(charge, bytes) else charge()
        site = folder / "site"
        shutil.rmtree(site, ignore_errors=True)
        twin(standing, site)
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
        if path.startswith(MEDIA):
            file = path.rpartition("/")[2]
            (site / MEDIA / "index.md").write_text(f"# Map\n\n![Plaatje]({file})\n" if not file.endswith("x") else f"# Map\n\n[Bijlage]({file})\n", "utf-8")
            (site / MEDIA / "media.yaml").write_text(f"{file}: {{who: niemand}}\n", "utf-8")
        said = _run(site)
        stands = snapshot(site / "public")
        out = b"".join(stands.values())
        # It is named, or it is harmless and was placed.
        named = path.rpartition("/")[2] in said or MEDIA in said or "LEK" in said or stands != stood
        loop.count(named and b"root:" not in out and b"<script>window.__x" not in out and not (site / "GEKRAAKT").exists(), f"{name}: {said[:200]}")
    loop.end()


@FORMS
def test_yaml(standing: Path, tmp_path: Path, quick: bool) -> None:
    settings = (standing / "site.yaml").read_bytes().replace(b"title: Basisschool De Proef\n", b"")
    assert b"title:" not in settings
    bombs = {f"settings, {name}": ("site.yaml", data + b"\n" + settings) for name, data in YAML.items()}
    bombs |= {f"letter, {name}": ("newsletters/2026-11-23-bom.md", b"---\n" + data.replace(b"title", b"titel") + b"\n---\n\nTekst.\n") for name, data in YAML.items()}
    _bombs(16, "YAML bombs and traps", standing, tmp_path, bombs, quick)


@FORMS
def test_archives_and_xml(standing: Path, tmp_path: Path, quick: bool) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    xml = {"laughs": ENTITY.format(laughs, "&a11;"), "outside": ENTITY.format('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"), "quadratic": ENTITY.format(f'<!ENTITY a "{"x" * 50_000}">', "&a;" * 20_000), "parameter": ENTITY.format('<!ENTITY % a SYSTEM "http://127.0.0.1:9/x"> %a;', "x")}
    bombs = {f"EDEXML, {name}": ("register/export.xml", data.encode()) for name, data in xml.items()}
    plain = word(letter())
    for place in ("newsletters/2026-11-23-bom.docx", f"{MEDIA}/bijlage.docx"):
        bombs |= {f"{place} stuffed": (place, partial(_stuffed, plain, "word/document.xml", 300 << 20)), f"{place} nested": (place, partial(_nested, 4)), f"{place} entities": (place, _with_part(plain, xml["laughs"])), f"{place} outside": (place, _with_part(plain, xml["outside"]))}
    bombs["register stuffed"] = ("register/lijst.xlsx", partial(_stuffed, plain, "xl/worksheets/sheet1.xml", 300 << 20))
    _bombs(17, "zip and XML bombs", standing, tmp_path, bombs, quick)


def _with_part(data: bytes, text: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, text if entry == "word/document.xml" else old.read(entry))
    return stream.getvalue()


@FORMS
def test_pictures(standing: Path, tmp_path: Path, quick: bool) -> None:
    whole = saved(photo(1))
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">%s</svg>'
    pictures = {
        "30,000 squared": ("p.png", _png(30_000, 30_000)), "wide": ("p.png", _png(2_000_000, 1)), "half": ("p.jpg", whole[: len(whole) // 2]), "frames": ("p.gif", _frames), "script": ("p.svg", svg % b"<script>window.__x=1</script>"),
        "entity": ("p.svg", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg % b"<text>&a;</text>"), "handler": ("p.svg", svg % b"<circle onload='window.__x=1' r='3'/>"), "polyglot": ("p.jpg", whole + b"<script>window.__x=1</script>"), "archive behind": ("p.jpg", whole + _nested(1)),
        "wrong name": ("p.png", whole), "page as picture": ("p.jpg", b"<!doctype html><script>window.__x=1</script>"), "empty": ("p.jpg", b""),
    }  # fmt: skip
    _bombs(18, "picture bombs and junk", standing, tmp_path, {name: (f"{MEDIA}/{file}", data) for name, (file, data) in pictures.items()}, quick)
