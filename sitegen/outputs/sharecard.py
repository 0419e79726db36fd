"""The picture that social media show of a page without a picture of its own: title and school in the school's colours, no people.

Pages, chapters of the guide in force and the latest newsletters have a card with their title. Older newsletters share one
a school year, older guides one an edition: hardly anybody shares a letter of years ago, and ten thousand cards would take
longer than all the rest of a first build and weigh 200 MB (a card takes 6 ms to make and 4 to verify).
"""

from __future__ import annotations

import io
from functools import lru_cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

from sitegen.artifact import Artifact, fingerprint
from sitegen.digest import neutral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

    from sitegen.edition import Card, Edition
    from sitegen.privacy.cleared import Site
    from sitegen.school import School

SIZE = (1200, 630)
_EDGE = 80
_LINES = 4
_LARGE, _SMALL = 76, 34
_RECIPE = 2
# A school year and a half of weekly letters.
RECENT = 60
# A palette of sixteen colours fits in half a byte: from ground to ink, and the accent last.
_SHADES = 15
_PACKING = 3


def title(one: Card, current: str, *, recent: bool) -> str:
    """What stands on the card of a page. `current`: the guide in force; `recent`: of a newsletter, whether it is one of the latest."""
    if one.kind == "newsletter" and not recent:
        return f"Nieuwsbrieven {one.group}"
    if one.kind == "chapter" and one.group != current:
        return f"Schoolgids {one.group}"
    return one.title


def artifacts(edition: Edition[Site]) -> Iterator[Artifact]:
    """Every card once: the school's own, and those of its pages."""
    latest, older = edition.newsletters[:RECENT], edition.newsletters[RECENT:]
    own = (*(title(one, edition.current, recent=False) for one in edition.pages.others if one.kind != "home"), *(one.title for one in latest))
    years = (f"Nieuwsbrieven {group}" for group in sorted({one.group for one in older}))
    for words in dict.fromkeys((edition.school.name, *own, *years)):
        yield _artifact(words, edition.school)


def path(title: str, school: School) -> str:
    """Where the card with this (cleared) title lies below public/."""
    return f"media/kaart-{neutral(title, school.name, school.primary, school.accent, _RECIPE)}.png"


def _artifact(title: str, school: School) -> Artifact:
    return Artifact(path(title, school), partial(card, title, school.name, school.primary, school.accent), fingerprint(title, school.name, school.primary, school.accent, _RECIPE), "deelkaart")


def address(title: str, school: School) -> str:
    """The web address of the card with this title; "" for a school without one."""
    return f"{school.base_url}/{path(title, school)}" if school.base_url else ""


def card(title: str, name: str, primary: str, accent: str) -> bytes:
    """The PNG: the title in large letters, cut off after four lines, the school's name under it."""
    from PIL import Image, ImageColor, ImageDraw

    sheet = Image.new("L", SIZE, 0)
    pen = ImageDraw.Draw(sheet)
    size, lines = _fitted(" ".join(title.split()))
    step = round(size * 1.22)
    top = max(_EDGE, (SIZE[1] - _EDGE - _SMALL - step * len(lines)) // 2)
    for number, line in enumerate(lines):
        pen.text((_EDGE, top + number * step), line, font=_font(size), fill=255)
    pen.text((_EDGE, SIZE[1] - _EDGE - _SMALL + 4), _cut(" ".join(name.split()), _SMALL), font=_font(_SMALL), fill=255)
    ground = ImageColor.getrgb(primary)
    return _png(sheet, ground, ImageColor.getrgb(_ink(ground)), ImageColor.getrgb(accent))


def _png(sheet: Image, ground: tuple[int, ...], ink: tuple[int, ...], accent: tuple[int, ...]) -> bytes:
    """White letters on black as a PNG in the school's colours, with its two accents. A palette costs a tenth of full colour."""
    from PIL import Image as Images
    from PIL import ImageDraw

    shades = sheet.point([(level * (_SHADES - 1) + 127) // 255 for level in range(256)])
    image = Images.frombytes("P", SIZE, shades.tobytes())
    mixed = [round(ground[part] + (ink[part] - ground[part]) * shade / (_SHADES - 1)) for shade in range(_SHADES) for part in range(3)]
    image.putpalette([*mixed, *accent[:3]])
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 24, SIZE[1]), fill=_SHADES)
    pen.rectangle((_EDGE, SIZE[1] - _EDGE - _SMALL - 28, _EDGE + 120, SIZE[1] - _EDGE - _SMALL - 20), fill=_SHADES)
    stream = io.BytesIO()
    image.save(stream, "PNG", bits=4, compress_level=_PACKING)
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
