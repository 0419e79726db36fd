"""Which pictures say that a child is on them: media.yaml beside them, and attributes in the texts that show them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sitegen import sources
from sitegen.readers import media

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sitegen.draft import Picture
    from sitegen.problem import Problem

# Top folder → kind of page, for the rule of site.yaml that counts there.
PAGES = {"content": "page", "newsletters": "newsletter", "schoolgids": "schoolgids"}
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".heic", ".avif", ".bmp", ".svg")
DECLARATIONS = "media.yaml"
_MARKDOWN = re.compile(r"!\[[^\]]*\]\(\s*<?([^)>\s]+)>?[^)]*\)(?:\{([^}]*)\})?")
_HTML = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(src|who|wie)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>}]+))""", re.IGNORECASE)
_FRONT = re.compile(r"^(?:image|afbeelding)\s*:\s*[\"']?([^\"'\n]+?)[\"']?\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Declared:
    """A picture of the site, unopened: what media.yaml says of it, what the texts that show it say, and which texts those are."""

    path: str
    declaration: media.Declaration | None = None
    attributes: tuple[str, ...] = ()
    shown_in: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """The kind of page it belongs to."""
        return PAGES[self.path.partition("/")[0]]

    @property
    def silent(self) -> bool:
        """Whether no text and no media.yaml says anything of it, so that only the file itself can."""
        return self.declaration is None and not self.attributes


def pictures(root: Path) -> tuple[tuple[Declared, ...], tuple[Problem, ...]]:
    """All pictures below the site's folders, by path, and what is wrong with their declarations."""
    found: dict[str, Declared] = {}
    there = sources.find(root)
    problems: list[Problem] = list(there.problems)
    for path in there.files:
        name = posixpath.basename(path)
        if name.lower().endswith(PICTURES):
            found.setdefault(path, Declared(path))
        elif name == DECLARATIONS:
            declarations, faults = media.declarations(sources.read(root, path).decode("utf-8-sig", "replace"), path)
            problems += faults
            for beside, one in declarations.items():
                picture = posixpath.normpath(posixpath.join(posixpath.dirname(path), beside))
                found[picture] = replace(found.get(picture, Declared(picture)), declaration=one)
        elif name.endswith(".md"):
            _shown(sources.read(root, path).decode("utf-8", "replace"), path, found)
    # A declaration or text may speak of a picture that isn't there (any more): nothing of it can be shown.
    return tuple(found[path] for path in sorted(found) if path in there.files), tuple(problems)


def opened(root: Path, one: Declared) -> Picture:
    """The picture as the judge of the build sees it: with what its file says, and everybody whom anything names."""
    name = posixpath.basename(one.path)
    return media.describe(sources.read(root, one.path), name, one.path, one.declaration, attribute=", ".join(one.attributes))


def _shown(text: str, path: str, found: dict[str, Declared]) -> None:
    for source, attributes in _images(text):
        picture = posixpath.normpath(posixpath.join(posixpath.dirname(path), source))
        if picture.partition("/")[0] in PAGES and picture.lower().endswith(PICTURES):
            known = found.get(picture, Declared(picture))
            who = attributes.get("who", attributes.get("wie", ""))
            found[picture] = replace(known, attributes=(*known.attributes, who) if who else known.attributes, shown_in=tuple(dict.fromkeys((*known.shown_in, path))))


def _images(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for image in _MARKDOWN.finditer(text):
        yield image[1], _attributes(image[2] or "")
    for tag in _HTML.finditer(text):
        attributes = _attributes(tag[0])
        if attributes.get("src"):
            yield attributes["src"], attributes
    for front in _FRONT.finditer(text):
        yield front[1], {}


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): one or two or three for name, one, two, three in _ATTRIBUTE.findall(text)}
