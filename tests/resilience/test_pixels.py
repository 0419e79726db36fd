"""Picture bombs and junk, each looked at and made smaller by itself with little memory and time (ECOSYSTEM C1.18)."""

from __future__ import annotations

import io
import struct
import sys
import zlib
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from sitegen import raster, svg
from sitegen.problem import Place, Problem, SiteError
from tests.media.conftest import photo, saved
from tests.resilience.counting import Loop

if TYPE_CHECKING:
    from collections.abc import Mapping

if sys.platform == "win32":
    pytest.skip("a process's memory can't be limited here", allow_module_level=True)

from tests.resilience.fenced import each

# The scenario: less than 500 MB.
MEGABYTES, SECONDS = 500, 5
SCRIPT = b"<script>window.__x=1</script>"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, more: bytes = b"", rows: int = 40) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + more + _chunk(b"IDAT", zlib.compress(bytes(min(width, 1 << 20) * 3 + 1) * rows, 9)) + _chunk(b"IEND", b"")


def _sized(jpeg: bytes, width: int, height: int) -> bytes:
    """The JPEG, with another size in its head."""
    start = next(at for at in range(len(jpeg)) if jpeg[at : at + 2] in {b"\xff\xc0", b"\xff\xc2"})
    return jpeg[: start + 5] + struct.pack(">HH", height, width) + jpeg[start + 9 :]


def _pictures() -> Mapping[str, bytes]:
    whole, packed = saved(photo(1)), zlib.compress(b" " * (300 << 20), 9)
    frames = io.BytesIO()
    Image.new("P", (8, 8)).save(frames, "GIF", save_all=True, append_images=[Image.new("P", (8, 8), n % 200) for n in range(10_000)], duration=10)
    exif = whole[:2] + b"".join(b"\xff\xe1" + struct.pack(">H", 65_535) + b"Exif\0\0" + b"x" * 65_527 for _ in range(200)) + whole[2:]
    pictures = {
        "30,000 squared": _png(30_000, 30_000), "two million wide": _png(2_000_000, 1), "2^31 wide": _png(2**31 - 1, 2**31 - 1), "no size": _png(0, 0), "rows that are missing": _png(7_000, 7_000), "a JPEG that says 65,500 squared": _sized(whole, 65_500, 65_500), "a JPEG that says 7,000 squared": _sized(whole, 7_000, 7_000),
        "10,000 frames": frames.getvalue(), "200 blocks of EXIF": exif, "EXIF that points at itself": whole[:2] + b"\xff\xe1\x00\x28Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0" + bytes(6) + whole[2:],
        "packed text": _png(9, 9, _chunk(b"zTXt", b"a\0\0" + packed), 9), "packed international text": _png(9, 9, _chunk(b"iTXt", b"a\0\1\0\0\0" + packed), 9), "packed profile": _png(9, 9, _chunk(b"iCCP", b"a\0\0" + packed), 9), "a page behind it": whole + SCRIPT, "a page in its comment": whole[:2] + b"\xff\xfe" + struct.pack(">H", len(SCRIPT) + 2) + SCRIPT + whole[2:],
        "an archive behind it": whole + b"PK\x03\x04" + bytes(100), "a page": b"<!doctype html>" + SCRIPT, "a PDF": b"%PDF-1.4\n%%EOF", "one byte": b"\xff", "nothing": b"", "only a head": whole[:20], "zeros": bytes(10_000), "a wrong checksum": _png(9, 9, rows=9)[:-20] + bytes(20), "TIFF": b"II*\0" + bytes(100), "EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "an icon": b"\0\0\1\0\1\0" + bytes(60),
    }  # fmt: skip
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "AVIF"):
        data = saved(photo(2), kind)
        pictures |= {f"{kind}, {tenth} tenths": data[: len(data) * tenth // 10] for tenth in range(1, 10)}
    return pictures


def _small(data: bytes) -> bytes:
    """What the site would show of it; refused as the site would."""
    try:
        raster.head(data)
        stream = io.BytesIO()
        raster.decode(data, (480, 480)).convert("RGB").save(stream, "JPEG")
    except raster.UnreadableError as error:
        fault, _, remedy = str(error).rstrip(".").rpartition(". ")
        raise SiteError([Problem(Place("p.jpg"), "plaatje", fault, remedy)]) from None
    return stream.getvalue()


def test_picture_bombs() -> None:
    loop = Loop(18, "picture bombs, half pictures and junk: refused with a remedy or made anew, in 500 MB")
    _small(saved(photo(1)))  # what is imported late takes nothing of theirs
    pictures = _pictures()
    for what, found in zip(pictures, each([partial(_small, data) for data in pictures.values()], MEGABYTES, SECONDS), strict=True):
        made = isinstance(found.value, bytes) and not any(sign in found.value for sign in (b"script", b"PK\x03\x04", b"Exif"))
        loop.count(not found.fault and (made or all(one.remedy for one in found.problems)) and (made or found.problems), f"{what}: {found!r}"[:300])
    loop.end()


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
DRAWINGS = (
    "<script>KWAAD</script>", "<circle r='3' onload='KWAAD'/>", "<a href='javascript:KWAAD'><text>x</text></a>", "<a xlink:href='javascript:KWAAD'><text>x</text></a>", "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml' onclick='KWAAD'>x</p></foreignObject>", "<image href='https://kwaad.example/KWAAD.png'/>",
    "<use href='data:image/svg+xml,KWAAD#x'/>", "<use href='https://kwaad.example/KWAAD.svg#x'/>", "<style>@import url(https://kwaad.example/KWAAD.css);</style>", "<style>* { background: url(javascript:KWAAD) }</style>", "<rect style='fill:url(https://kwaad.example/KWAAD)'/>", "<animate attributeName='href' to='javascript:KWAAD'/>", "<set attributeName='onload' to='KWAAD'/>",
    "<handler>KWAAD</handler>", "<iframe src='KWAAD'/>", "<rect fill='url(https://kwaad.example/KWAAD)'/>", "<feImage href='https://kwaad.example/KWAAD.png'/>", "<metadata>KWAAD</metadata>", "<!-- KWAAD -->", "<?kwaad KWAAD?>", "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>KWAAD</x:script>", "<defs><script>KWAAD</script></defs>",
)  # fmt: skip


def test_drawings_that_run_or_fetch() -> None:
    loop = Loop(18, "drawings (SVG) with scripts, links out and entities: refused or cleaned")
    laughs = '<!DOCTYPE svg [<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)) + "]>"
    grown = "".join(f"<g id='a{n + 1}'>" + f"<use href='#a{n}'/>" * 10 + "</g>" for n in range(12))
    whole = [_SVG.format(one) for one in DRAWINGS] + [laughs + _SVG.format("<text>&m;</text>"), '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + _SVG.format("<text>&a;</text>"), _SVG.format(f"<g id='a0'><circle r='1'/></g>{grown}"), _SVG.format("<g>" * 50_000 + "</g>" * 50_000), _SVG.format("<use id='a' href='#a'/>")]
    for text, found in zip(whole, each([partial(_drawn, text) for text in whole], MEGABYTES, SECONDS), strict=True):
        loop.count(not found.fault and (found.problems or not any(sign in bytes(found.value) for sign in (b"KWAAD", b"root:", b"kwaad.example"))), f"{text[:120]}: {found!r}"[:300])  # type: ignore[arg-type]
    loop.end()


def _drawn(text: str) -> bytes:
    try:
        return svg.read(text.encode()).data
    except svg.UnsafeError as error:
        raise SiteError([Problem(Place("p.svg"), "plaatje", str(error))]) from None
