"""Favicons in the school's colours: a house with a heart, as in the header of every page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sitegen.outputs import colours

if TYPE_CHECKING:
    from PIL.Image import Image

    from sitegen.school import School

SIZES = {"apple-touch-icon.png": 180, "icoon-192.png": 192, "icoon-512.png": 512}
RECIPE = 1
_ROOF = ((11, 24), (24, 13), (37, 24))
_WALLS = ((15, 22), (15, 35), (33, 35), (33, 22))
# Drawn four times too large and scaled down, so that edges are smooth.
_SHARP = 4


def drawing(school: School) -> bytes:
    """favicon.svg."""
    ground, mark = colours.written(colours.light(school)["school"]), school.accent
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="14" fill="{ground}"/>'
        '<path d="M11 24 24 13l13 11M15 22v13h18V22" fill="none" stroke="#fff" stroke-width="3.500" stroke-linecap="round" stroke-linejoin="round"/>'
        f'<path d="M24 33.500c-4-2.600-6-4.600-6-7a3 3 0 0 1 6-1 3 3 0 0 1 6 1c0 2.400-2 4.400-6 7z" fill="{mark}"/></svg>\n'
    ).encode()


def png(school: School, size: int) -> bytes:
    """The icon as a square PNG of `size` pixels; without rounded corners, which telephones make themselves."""
    stream = io.BytesIO()
    _image(school, size, 0).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def ico(school: School) -> bytes:
    """favicon.ico, for browsers that ask for it unasked."""
    stream = io.BytesIO()
    _image(school, 32, 14).save(stream, "ICO", sizes=[(32, 32)])
    return stream.getvalue()


def _image(school: School, size: int, corner: int) -> Image:
    from PIL import Image, ImageDraw

    large = size * _SHARP
    image = Image.new("RGBA", (large, large), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    unit = large / 48
    pen.rounded_rectangle((0, 0, large - 1, large - 1), radius=corner * unit, fill=colours.light(school)["school"])
    for line in (_ROOF, _WALLS):
        points = [(x * unit, y * unit) for x, y in line]
        pen.line(points, fill="white", width=round(3.5 * unit), joint="curve")
        for x, y in points:
            pen.ellipse((x - 1.75 * unit, y - 1.75 * unit, x + 1.75 * unit, y + 1.75 * unit), fill="white")
    heart = colours.parse(school.accent)
    for x in (21, 27):
        pen.ellipse(((x - 3) * unit, 23.2 * unit, (x + 3) * unit, 29.2 * unit), fill=heart)
    pen.polygon([(18.2 * unit, 27.4 * unit), (29.8 * unit, 27.4 * unit), (24 * unit, 33.5 * unit)], fill=heart)
    return image.resize((size, size), Image.Resampling.LANCZOS)
