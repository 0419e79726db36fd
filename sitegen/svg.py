"""A drawing in SVG, made safe: only shapes, colours and words stay; scripts, links, pictures and metadata go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.late import late

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SVG = "http://www.w3.org/2000/svg"
_MAX_BYTES = 2_000_000
_MAX_ELEMENTS = 20_000
_ELEMENTS = {
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker", "style", "switch",
}
_ATTRIBUTES = set(
    "id class x y x1 y1 x2 y2 cx cy r rx ry d points width height viewBox preserveAspectRatio transform fx fy fr offset dx dy rotate "
    "gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform "
    "markerWidth markerHeight markerUnits refX refY orient version pathLength textLength lengthAdjust style "
    "fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset "
    "stroke-opacity opacity color display visibility clip-path clip-rule mask stop-color stop-opacity font-family font-size font-weight "
    "font-style text-anchor dominant-baseline letter-spacing word-spacing text-decoration paint-order vector-effect mix-blend-mode "
    "marker-start marker-mid marker-end overflow".split()
)  # fmt: skip
_PHOTOS = {"image", "feImage", "foreignObject", "video", "audio", "canvas", "iframe"}
_LOCAL = late(r"url\(\s*['\"]?#[\w.:-]+['\"]?\s*\)")
_UNSAFE_STYLE = late(r"url\s*\(|@|\\|expression|javascript|import|<|behavior", re.IGNORECASE)
_NUMBER = late(r"\s*([0-9]*\.?[0-9]+)\s*(?:px)?\s*\Z")
_DEFAULT = (300, 150)
# Attributes that a drawing program fills with names of layers and fonts.
_NAMING = ("id", "class", "font-family")


class UnsafeError(Exception):
    """This drawing can't be shown. The message is the Dutch reason, with the remedy."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A safe drawing: its size in pixels, the words a reader sees in it and those that name its parts, and its new bytes."""

    size: tuple[int, int]
    texts: tuple[str, ...]
    data: bytes


def is_svg(data: bytes) -> bool:
    """Whether `data` looks like an SVG drawing."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<") and (b"<svg" in start.lower() or (start.startswith((b"<?xml", b"<!")) and b"<svg" in data[:20_000].lower()))


def read(data: bytes) -> Drawing:
    """The drawing in `data` with all but shapes, colours and words left out. Raises UnsafeError."""
    try:
        return _read(data)
    except RecursionError:
        raise UnsafeError("deze tekening heeft te veel lagen in elkaar. Bewaar haar als PNG.") from None


def _read(data: bytes) -> Drawing:
    from xml.etree import ElementTree as ET

    from defusedxml import ElementTree

    if len(data) > _MAX_BYTES:
        raise UnsafeError("deze tekening is te groot. Bewaar haar als PNG.")
    try:
        # A DTD (as Illustrator writes) may stand there as long as it declares no entity.
        root: Element = ElementTree.fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except Exception:  # noqa: BLE001  not well-formed, or an entity
        raise UnsafeError("deze SVG-tekening kan niet veilig gelezen worden. Bewaar haar als PNG.") from None
    if root.tag != f"{{{_SVG}}}svg":
        raise UnsafeError("dit is geen gewone SVG-tekening. Bewaar haar als PNG.")
    if sum(1 for _ in root.iter()) > _MAX_ELEMENTS:
        raise UnsafeError("deze tekening heeft te veel onderdelen. Bewaar haar als PNG.")
    photo = next((local for local in (_local(one.tag) for one in root.iter()) if local in _PHOTOS), "")
    if photo:
        raise UnsafeError(f"in deze tekening zit een ander beeld (<{photo}>), en daarvan is niet bekend wie erop staat. Bewaar haar als PNG.")
    _clean(root)
    size = _size(root)
    root.set("width", str(size[0]))
    root.set("height", str(size[1]))
    if _grown(root) > _MAX_ELEMENTS:
        raise UnsafeError("deze tekening herhaalt onderdelen te vaak. Bewaar haar als PNG.")
    seen = (" ".join("".join(one.itertext()).split()) for one in root.iter(f"{{{_SVG}}}text"))
    names = (one.get(name, "") for one in root.iter() for name in _NAMING)
    texts = tuple(dict.fromkeys(filter(None, (*seen, *names, *(one.text or "" for one in root.iter(f"{{{_SVG}}}style"))))))
    ET.register_namespace("", _SVG)
    return Drawing(size, texts, ET.tostring(root, encoding="utf-8", xml_declaration=False))


def _grown(root: Element) -> int:
    """How many elements a browser draws once every `<use>` is what it refers to; more than the most when one refers to itself."""
    named = {one.get("id", ""): one for one in root.iter()}
    known: dict[int, int] = {}

    def size(element: Element, above: frozenset[int]) -> int:
        mark = id(element)
        if mark in above:
            return _MAX_ELEMENTS + 1
        if mark not in known:
            inner = above | {mark}
            other = named.get(element.get("href", "#")[1:]) if _local(element.tag) == "use" else None
            known[mark] = min(_MAX_ELEMENTS + 1, 1 + sum(size(child, inner) for child in element) + (size(other, inner) if other is not None else 0))
        return known[mark]

    return size(root, frozenset())


def _clean(element: Element) -> None:
    for child in list(element):
        namespace, _, local = str(child.tag).rpartition("}")
        if namespace != f"{{{_SVG}" or local not in _ELEMENTS:
            element.remove(child)
        else:
            _clean(child)
    if _local(element.tag) == "style":
        if len(element) or _unsafe(element.text or ""):
            raise UnsafeError("de opmaak van deze SVG-tekening haalt iets van buiten. Bewaar haar als PNG.")
    elif _local(element.tag) not in {"text", "tspan"}:
        element.text = None
    if _local(element.tag) not in {"text", "tspan"}:
        for child in element:
            child.tail = None
    for name, value in list(element.attrib.items()):
        target = _local(name) == "href" and _local(element.tag) in {"use", "linearGradient", "radialGradient", "pattern"} and re.fullmatch(r"#[\w.:-]+", value)
        if target:
            del element.attrib[name]
            element.set("href", value)
        elif name not in _ATTRIBUTES or _unsafe(value):
            del element.attrib[name]


def _unsafe(value: str) -> bool:
    return bool(_UNSAFE_STYLE.search(_LOCAL.sub("", value)))


def _size(root: Element) -> tuple[int, int]:
    sides = [_NUMBER.match(root.get(side, "")) for side in ("width", "height")]
    box = [float(part) for part in re.findall(r"-?[0-9]*\.?[0-9]+", root.get("viewBox", ""))]
    if sides[0] and sides[1]:
        width, height = float(sides[0][1]), float(sides[1][1])
    elif len(box) == 4:
        width, height = box[2], box[3]
    else:
        width, height = _DEFAULT
    if len(box) != 4 and width > 0 and height > 0:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    if not (0 < width <= 10_000 and 0 < height <= 10_000):
        raise UnsafeError("deze SVG-tekening heeft geen bruikbare maat. Bewaar haar als PNG.")
    return max(1, round(width)), max(1, round(height))


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]
