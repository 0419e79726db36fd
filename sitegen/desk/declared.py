"""Which pictures say that a child is on them: media.yaml beside them, and attributes in the texts that show them."""

from __future__ import annotations

import os
import posixpath
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sitegen.consent import Kind
from sitegen.problem import Place, Problem, SiteError
from sitegen.yamlread import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Top folder → kind of page, for the rule of site.yaml that counts there.
PAGES = {"content": "page", "newsletters": "newsletter", "schoolgids": "schoolgids"}
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".heic", ".avif", ".bmp")
DECLARATIONS = ("media.yaml", "media.yml")
_MARKDOWN = re.compile(r"!\[[^\]]*\]\(\s*<?([^)>\s]+)>?[^)]*\)(?:\{([^}]*)\})?")
_HTML = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(src|who|wie|kind|soort)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>}]+))""", re.IGNORECASE)
_FRONT = re.compile(r"^(?:image|afbeelding)\s*:\s*[\"']?([^\"'\n]+?)[\"']?\s*$", re.MULTILINE)
_WORK = {"work", "werk"}


@dataclass(frozen=True, slots=True)
class Declared:
    """A picture of the site: who it says is on it (None when it doesn't say), where that stands, which texts show it."""

    path: str
    who: tuple[str, ...] | None = None
    kind: Kind = Kind.PHOTO
    place: Place | None = None
    shown_in: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """The kind of page it belongs to."""
        return PAGES[self.path.partition("/")[0]]


def pictures(root: Path) -> tuple[tuple[Declared, ...], tuple[Problem, ...]]:
    """All pictures below the site's folders that are declared or shown, by path, and declarations that can't be read."""
    found: dict[str, Declared] = {}
    problems: list[Problem] = []
    for path in _files(root):
        name = posixpath.basename(path)
        if name.lower().endswith(PICTURES):
            found.setdefault(path, Declared(path))
        elif name in DECLARATIONS:
            try:
                _declarations((root / path).read_text("utf-8-sig"), path, found)
            except (SiteError, UnicodeDecodeError) as error:
                problems += error.problems if isinstance(error, SiteError) else (Problem(Place(path), "media-onleesbaar", "dit bestand is niet te lezen.", "Bewaar het als UTF-8."),)
        elif name.endswith(".md"):
            _shown((root / path).read_text("utf-8", "replace"), path, found)
    return tuple(found[path] for path in sorted(found)), tuple(problems)


def _files(root: Path) -> Iterator[str]:
    for top in PAGES:
        for folder, folders, names in os.walk(root / top):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                yield posixpath.join(os.path.relpath(folder, root).replace(os.sep, "/"), name)


def _declarations(text: str, path: str, found: dict[str, Declared]) -> None:
    document = read(text, path)
    for name, value in document.values.items():
        picture = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
        known = found.get(picture, Declared(picture))
        fields = value if isinstance(value, dict) else {"who": value}
        who = fields.get("who", fields.get("wie"))
        listed = who if isinstance(who, list) else [who]
        names = tuple(str(one).strip() for one in listed if one is not None and str(one).strip())
        kind = str(fields.get("kind", fields.get("soort")) or "")
        found[picture] = replace(known, who=names or known.who, kind=Kind.WORK if kind.lower() in _WORK else known.kind, place=Place(path, document.lines.get((name,), 0)))


def _shown(text: str, path: str, found: dict[str, Declared]) -> None:
    for source, attributes in _images(text):
        picture = posixpath.normpath(posixpath.join(posixpath.dirname(path), source))
        if picture.partition("/")[0] not in PAGES or not picture.lower().endswith(PICTURES):
            continue
        known = found.get(picture, Declared(picture))
        names = tuple(part.strip() for part in re.split(r"[,;]", attributes.get("who", attributes.get("wie", ""))) if part.strip())
        kind = attributes.get("kind", attributes.get("soort", ""))
        found[picture] = replace(
            known, who=tuple(dict.fromkeys((*(known.who or ()), *names))) or None, kind=Kind.WORK if kind.lower() in _WORK else known.kind,
            shown_in=tuple(dict.fromkeys((*known.shown_in, path))),
        )


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
