"""The theme's files: one style sheet in the school's colours, letters, the search script, and icons."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs import colours, icons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.edition import Edition
    from sitegen.privacy.cleared import Site
    from sitegen.school import School
    from sitegen.theme import Theme

STYLE, OWN_STYLE = "assets/stijl.css", "assets/eigen.css"


def appearance(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """Style sheet, other assets as they are, favicons and the web manifest."""
    school = edition.school
    style, own = theme.assets.get(STYLE, b""), theme.assets.get(OWN_STYLE, b"")
    yield Artifact(STYLE, partial(_style, school, style, own), fingerprint(style, own, school.primary, school.accent, _RECIPE), "opmaak")
    for name, data in theme.assets.items():
        if name not in {STYLE, OWN_STYLE}:
            yield Artifact(name, partial(_same, data), fingerprint(data), "opmaak")
    look = fingerprint(school.primary, school.accent, icons.RECIPE)
    yield Artifact("favicon.svg", partial(icons.drawing, school), look, "icoon")
    yield Artifact("favicon.ico", partial(icons.ico, school), look, "icoon")
    for name, size in icons.SIZES.items():
        yield Artifact(name, partial(icons.png, school, size), look, "icoon")
    yield Artifact("site.webmanifest", partial(_manifest, school), fingerprint(school.title, school.name, school.base_path, school.language, school.primary), "icoon")


_RECIPE = 1


def _style(school: School, style: bytes, own: bytes) -> bytes:
    return colours.css(school).encode() + style + own


def _same(data: bytes) -> bytes:
    return data


def _manifest(school: School) -> bytes:
    base = school.base_path
    values = {
        "name": school.title, "short_name": school.name.removeprefix("Kindcentrum ").removeprefix("Basisschool ")[:30], "lang": school.language, "start_url": base, "scope": base, "display": "browser",
        "background_color": colours.written(colours.light(school)["grond"]), "theme_color": colours.written(colours.light(school)["school"]),
        "icons": [{"src": f"{base}{name}", "sizes": f"{size}x{size}", "type": "image/png"} for name, size in icons.SIZES.items() if size >= 192] + [{"src": f"{base}favicon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()
