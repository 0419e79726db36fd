"""The picture that social media show of a page without a picture of its own: title and school in the school's colours, no people."""

from __future__ import annotations

import io
from functools import lru_cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

from sitegen.artifact import Artifact, fingerprint
from sitegen.digest import neutral

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

    from sitegen.school import School

SIZE = (1200, 630)
_EDGE = 80
_LINES = 4
_LARGE, _SMALL = 76, 34
_RECIPE = 1


def path(title: str, school: School) -> str:
    """Where the card with this (cleared) title lies below public/."""
    return f"media/kaart-{neutral(title, school.name, school.primary, school.accent, _RECIPE)}.png"


def artifact(title: str, school: School) -> Artifact:
    """The card as a file."""
    return Artifact(path(title, school), partial(card, title, school.name, school.primary, school.accent), fingerprint(title, school.name, school.primary, school.accent, _RECIPE), "deelkaart")


def card(title: str, name: str, primary: str, accent: str) -> bytes:
    """The PNG: the title in large letters, cut off after four lines, the school's name under it."""
    from PIL import Image, ImageColor, ImageDraw

    image = Image.new("RGB", SIZE, primary)
    pen = ImageDraw.Draw(image)
    ink = _ink(ImageColor.getrgb(primary))
    size, lines = _fitted(" ".join(title.split()))
    pen.rectangle((0, 0, 24, SIZE[1]), fill=accent)
    step = round(size * 1.22)
    top = max(_EDGE, (SIZE[1] - _EDGE - _SMALL - step * len(lines)) // 2)
    for number, line in enumerate(lines):
        pen.text((_EDGE, top + number * step), line, font=_font(size), fill=ink)
    pen.rectangle((_EDGE, SIZE[1] - _EDGE - _SMALL - 28, _EDGE + 120, SIZE[1] - _EDGE - _SMALL - 20), fill=accent)
    pen.text((_EDGE, SIZE[1] - _EDGE - _SMALL + 4), _cut(name, _SMALL), font=_font(_SMALL), fill=ink)
    stream = io.BytesIO()
    # Sixty-four colours hold two flats and the smooth edges of letters: a third of the bytes.
    image.quantize(64, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _fitted(title: str) -> tuple[int, list[str]]:
    for size in range(_LARGE, 43, -4):
        lines = _wrapped(title, size)
        if len(lines) <= _LINES:
            return size, lines
    lines = _wrapped(title, 44)[:_LINES]
    return 44, [*lines[:-1], _cut(f"{lines[-1]} …", 44)]


def _wrapped(text: str, size: int) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and _font(size).getlength(f"{lines[-1]} {word}") <= SIZE[0] - 2 * _EDGE:
            lines[-1] += f" {word}"
        else:
            lines.append(_cut(word, size))
    return lines or [""]


def _cut(text: str, size: int) -> str:
    while _font(size).getlength(text) > SIZE[0] - 2 * _EDGE:
        text = text.rstrip(" …")[:-1] + "…"
    return text


def _ink(ground: tuple[int, ...]) -> str:
    """White or near-black, whichever can be read best on `ground` (WCAG's relative luminance)."""
    red, green, blue = (value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in ground[:3])
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#ffffff" if 1.05 / (light + 0.05) >= (light + 0.05) / 0.055 else "#1a1a1a"


@lru_cache(maxsize=16)
def _font(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(io.BytesIO((files("sitegen") / "packaged" / "fonts" / "DejaVuSans-Bold.ttf").read_bytes()), size)
