"""Damaged and unusual files: shown, or withheld with a reason; never a traceback, never a stopped build."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.building import build_site
from tests.media.conftest import photo, saved

if TYPE_CHECKING:
    from tests.media.conftest import Site

DAMAGED = {
    "only its ends": b"\xff\xd8\xff\xd9",
    "a segment longer than the file": b"\xff\xd8\xff\xe1\xff\xff" + b"x" * 100,
    "a png cut off": saved(photo(1), "PNG")[:200],
    "a gif of nothing": b"GIF89a" + bytes(20),
    "a webp that promises more": b"RIFF\x10\0\0\0WEBPVP8 ",
    "an avif cut off": saved(photo(1), "AVIF")[:800],
    "an avif without a place for its pixels": saved(photo(1), "AVIF").replace(b"iloc", b"ilox"),
    "a bitmap": saved(photo(1), "BMP"),
    "a tiff": saved(photo(1), "TIFF"),
    "a program for a printer": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n",
}
UNUSUAL = {
    "printer's colours": saved(Image.new("CMYK", (500, 400), (10, 20, 30, 40))),
    "16 bits of grey": saved(Image.new("I;16", (500, 400), 3000), "PNG"),
    "black and white": saved(Image.new("1", (500, 400), 1), "PNG"),
    "a palette with a hole": saved(photo(1).convert("P"), "PNG", transparency=3),
    "see-through": saved(photo(1).convert("RGBA"), "PNG"),
    "a strip": saved(Image.new("RGB", (9000, 20), "red")),
    "a pole": saved(Image.new("RGB", (3, 4000), "red")),
    "one pixel": saved(Image.new("RGB", (1, 1))),
}


def _built(site: Site, data: bytes) -> tuple[int, int, int]:
    site.put("foto.jpg", data)
    site.letter("Vooraf.\n\n![Een foto](foto.jpg)\n\nErna.", "foto.jpg: {who: niemand}\n")
    result = build_site(site.root)
    page = site.page()
    assert "Vooraf." in page
    assert "Erna." in page
    return result.status, result.counts["tegengehouden"], page.count("<picture>")


@pytest.mark.parametrize("kind", DAMAGED)
def test_what_cannot_be_shown_is_withheld(site: Site, kind: str) -> None:
    assert _built(site, DAMAGED[kind]) == (0, 1, 0)


@pytest.mark.parametrize("kind", UNUSUAL)
def test_what_is_unusual_is_shown(site: Site, kind: str) -> None:
    assert _built(site, UNUSUAL[kind]) == (0, 0, 1)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
@pytest.mark.parametrize("seed", range(4))
def test_any_byte_may_be_wrong(site: Site, kind: str, seed: int) -> None:
    dice = random.Random(f"{kind}{seed}")
    data = bytearray(saved(photo(2, (300, 200)), kind))
    for _ in range(dice.randrange(1, 40)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    status, withheld, shown = _built(site, bytes(data))
    assert (status, withheld + shown) == (0, 1)
