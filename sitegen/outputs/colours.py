"""The school's two colours become the site's palette: every pair of text and ground readable, by day and by night.

Contrast is that of WCAG 2.2 (1.4.3 text 4.5:1, 1.4.11 shapes 3:1). A colour that fails is darkened or lightened just as
far as it must; its hue stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.school import School

Colour = tuple[int, int, int]

TEXT, SHAPE = 4.5, 3.0
# A little above the limit: the browser rounds too.
_MARGIN = 0.1
_WHITE: Colour = (255, 255, 255)
_BLACK: Colour = (0, 0, 0)
_INK: Colour = (34, 38, 42)
_CREAM: Colour = (252, 249, 244)
_NIGHT: Colour = (18, 22, 25)


def parse(text: str) -> Colour:
    """ "#1f6f5c" or "#fa3" as three numbers."""
    digits = text.lstrip("#")
    if len(digits) == 3:
        digits = "".join(letter * 2 for letter in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def written(colour: Colour) -> str:
    """As CSS has it: "#1f6f5c"."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with `share` (0–1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: Colour, grounds: tuple[Colour, ...], ratio: float = TEXT) -> Colour:
    """The colour nearest to `colour` that has `ratio` on each ground: darker on light grounds, lighter on dark ones."""
    end = _BLACK if _luminance(grounds[0]) > 0.18 else _WHITE
    for step in range(51):
        found = mix(colour, end, step / 50)
        if all(contrast(found, ground) >= ratio + _MARGIN for ground in grounds):
            return found
    return end


def light(school: School) -> dict[str, Colour]:
    """The palette by day."""
    primary, accent = parse(school.primary), parse(school.accent)
    soft, warm = mix(primary, _WHITE, 0.9), mix(accent, _WHITE, 0.82)
    own = readable(primary, (_CREAM, soft, warm, _WHITE))
    return {
        "grond": _CREAM, "vlak": _WHITE, "tekst": _INK, "zacht": readable((92, 98, 104), (_CREAM, soft, _WHITE)), "lijn": mix(_CREAM, _INK, 0.13),
        "rand": readable(mix(primary, _INK, 0.35), (_CREAM, _WHITE), SHAPE),
        "school": own, "op-school": _WHITE, "diep": mix(own, _BLACK, 0.35), "licht": soft,
        "accent": accent, "op-accent": _on(accent), "warm": warm, "op-warm": readable(mix(accent, _INK, 0.75), (warm,)),
        "lucht": mix(primary, _WHITE, 0.78), "ver": mix(primary, _WHITE, 0.55), "dichtbij": mix(primary, _WHITE, 0.25), "muur": mix(accent, _WHITE, 0.72), "hemellicht": accent,
    }


def dark(school: School) -> dict[str, Colour]:
    """The palette by night."""
    primary, accent = parse(school.primary), parse(school.accent)
    ground, plane = mix(_NIGHT, primary, 0.06), mix(_NIGHT, primary, 0.16)
    soft, warm = mix(_NIGHT, primary, 0.3), mix(_NIGHT, accent, 0.2)
    own = readable(primary, (plane, ground, soft, warm), 5.5)
    return {
        "grond": ground, "vlak": plane, "tekst": (236, 234, 229), "zacht": readable((170, 178, 178), (ground, plane, soft)), "lijn": mix(plane, _WHITE, 0.14),
        "rand": readable(mix(primary, _WHITE, 0.3), (ground, plane), SHAPE),
        "school": own, "op-school": _on(own), "diep": mix(own, _WHITE, 0.3), "licht": soft,
        "accent": accent, "op-accent": _on(accent), "warm": warm, "op-warm": readable(mix(accent, _WHITE, 0.3), (warm,)),
        "lucht": mix(_NIGHT, primary, 0.35), "ver": mix(_NIGHT, primary, 0.55), "dichtbij": mix(_NIGHT, primary, 0.75), "muur": mix(_NIGHT, accent, 0.55), "hemellicht": (247, 238, 205),
    }


def css(school: School) -> str:
    """Both palettes as custom properties; printed pages are black on white."""
    day, night = _properties(light(school)), _properties(dark(school))
    paper = "--grond:#fff;--vlak:#fff;--tekst:#000;--zacht:#333;--lijn:#999;--rand:#555;--school:#000;--op-school:#fff;--diep:#000;--licht:#fff;--warm:#fff;--op-warm:#000;"
    return (
        f":root{{color-scheme:light dark;{day}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}\n"
        f"@media print{{:root{{color-scheme:light;{paper}}}}}\n"
    )


def _properties(palette: dict[str, Colour]) -> str:
    return "".join(f"--{name}:{written(colour)};" for name, colour in palette.items())


def _on(colour: Colour) -> Colour:
    return _INK if contrast(_INK, colour) >= contrast(_WHITE, colour) else _WHITE


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
