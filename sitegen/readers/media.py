"""Who is on a picture: what media.yaml, an attribute or the photo program says about it (FORMATS §4).

Nothing is judged here: `privacy.files` decides what may appear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sitegen import faces, raster, svg, whom, yamlread
from sitegen.digest import digest
from sitegen.draft import Picture
from sitegen.problem import Place, Problem, SiteError, nearest
from sitegen.readers import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sitegen.draft import Draft

_KEYS = {"who": "who", "wie": "who", "kind": "kind", "soort": "kind", "taken": "taken", "gemaakt": "taken", "vervaag": "blur", "blur": "blur", "anderen": "others", "others": "others"}
_KINDS = {"photo": "foto", "foto": "foto", "work": "werk", "werk": "werk"}
# Among `anderen`: the faces on it are drawn, somebody looked.
DRAWN = "getekend"
_NAMES = re.compile(r"[,;]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_EXAMPLE = '{who: [10021, "Noor (groep 3)"]}'


@dataclass(frozen=True, slots=True)
class Declaration:
    """What media.yaml says about one file. `who` None: nothing usable. kind: "foto", "werk" or "foto+werk".

    blur: rectangles [x, y, width, height] in pixels of the upright picture. others: names in the file itself that a
    person has looked at and that are no pupils.
    """

    who: tuple[str, ...] | None = None
    kind: str = "foto"
    taken: str = ""
    blur: tuple[tuple[int, int, int, int], ...] = ()
    others: tuple[str, ...] = ()
    place: Place = field(default_factory=lambda: Place(""))


def declarations(text: str, file: str) -> tuple[Mapping[str, Declaration], tuple[Problem, ...]]:
    """Every file that a media.yaml declares, by name, and what is wrong with it.

    A faulty entry is a declaration without `who`, so that its picture stays out. A file that isn't YAML declares nothing.
    """
    try:
        document = yamlread.read(text, file)
    except SiteError as error:
        return {}, error.problems
    result: dict[str, Declaration] = {}
    problems: list[Problem] = []
    for name, value in document.values.items():
        place = Place(file, document.lines.get((name,), 0))
        fields = value if isinstance(value, dict) else {"who": value}
        result[name], found = _declaration(name, fields, place)
        problems += found
    return result, tuple(problems)


def describe(
    data: bytes, name: str, path: str, declaration: Declaration | None, *,
    attribute: str | None = None, place: Place | None = None, count: Callable[[bytes, Iterable[faces.Part]], int | None] = faces.count,
) -> Picture:
    """The picture in `data`, from its head and metadata alone.

    name: as in the page's HTML. path: where its bytes lie. attribute: the img's `who`. place: where the page shows it.
    count: finds faces outside the blurred parts where nobody should be recognisable; None when the guard is off.
    """
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    size, fault = (0, 0), ""
    try:
        if svg.is_svg(data):
            drawing = svg.read(data)
            size, words = drawing.size, drawing.texts
        else:
            head = raster.head(data)
            size = head.size
            names, words, broken = inside.people(head.xmp)
            words = (*words, *inside.exif_words(head.exif), *inside.iptc_words(head.iptc))
            fault = "de gegevens die een fotoprogramma in deze foto schreef zijn niet te lezen, dus ook niet wie erop staat. Bewaar de foto opnieuw als JPEG." if broken and declaration is None else ""
    except (raster.UnreadableError, svg.UnsafeError) as error:
        fault = str(error)
    blur = declaration.blur if declaration else ()
    if size != (0, 0) and any(x >= size[0] or y >= size[1] for x, y, _, _ in blur):
        fault = f"een rechthoek van 'vervaag' valt buiten de foto, die {size[0]} bij {size[1]} beeldpunten is. Verbeter de getallen in media.yaml."
    others = {one.casefold() for one in declaration.others} if declaration else set()
    names = tuple(one for one in names if one.casefold() not in others)
    who, origin = _who(declaration, attribute, names)
    look = bool(who) and not fault and DRAWN not in others and {whom.keyword(one) for one in who or ()} & {whom.NOBODY, whom.UNRECOGNISABLE}
    return Picture(
        name, path, digest(data), size, who, declaration.kind if declaration else "foto", origin, place, blur, names, fault,
        count(data, _shares(blur, size)) if look and not svg.is_svg(data) else None, words, declaration.taken if declaration else "",
    )


def asked(draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What the register must be asked about for a page's pictures and the photographs in its attachments (`Register.about`): numbers, groups, first names."""
    entries = [entry for picture in draft.pictures for entry in (*(picture.who or ()), *picture.names)]
    return whom.asked((*entries, *(entry for one in draft.attachments for entry in one.who or ())))


def _shares(blur: Iterable[tuple[int, int, int, int]], size: tuple[int, int]) -> tuple[faces.Part, ...]:
    """Rectangles in pixels as parts of the whole."""
    wide, high = size
    return tuple((x / wide, y / high, min(1, (x + width) / wide), min(1, (y + height) / high)) for x, y, width, height in blur)


def _who(declaration: Declaration | None, attribute: str | None, names: tuple[str, ...]) -> tuple[tuple[str, ...] | None, str]:
    written = tuple(part.strip() for part in _NAMES.split(attribute or "") if part.strip())
    declared = declaration.who if declaration else None
    if declared and written and {one.casefold() for one in declared} != {one.casefold() for one in written}:
        # Both count: everyone that either names must have said yes.
        return tuple(dict.fromkeys((*declared, *written))), "media.yaml en attribuut"
    if declared:
        return declared, "media.yaml"
    if written:
        return written, "attribuut"
    if names and declaration is None:
        return names, "foto"
    return None, ""


def _declaration(name: str, fields: Mapping[str, yamlread.Plain], place: Place) -> tuple[Declaration, list[Problem]]:
    problems: list[Problem] = []
    values: dict[str, yamlread.Plain] = {}
    written = {"who": "who"}
    for key, value in fields.items():
        known = _KEYS.get(key.lower())
        if known is None:
            close = nearest(key, _KEYS)
            problems.append(Problem(place, "media-sleutel", f"'{key}' bij {name} is niet bekend.", f"Bedoelde u '{close}'?" if close else "Bekend zijn who, kind, taken, vervaag en anderen.", "waarschuwing"))
        else:
            values[known] = value
            written[known] = key
    who = _texts(values.get("who"))
    kinds = {_KINDS.get(one.lower(), "") for one in _texts(values.get("kind")) or ("foto",) for one in re.split(r"\s*(?:\+|\ben\b|,)\s*", one)}
    blur = _rectangles(values.get("blur"))
    taken = str(values.get("taken") or "")
    faults = [
        (values.get("who") is not None and not who, "er staat niet wie erop staat", f"Schrijf {name}: {_EXAMPLE}, of {{who: niemand}}."),
        ("" in kinds, f"'{written.get('kind')}' is photo (foto) of work (werk)", f"Schrijf {name}: {{{written['who']}: …, {written.get('kind')}: work}}."),
        (blur is None, f"'{written.get('blur')}' is een lijst van rechthoeken", f"Schrijf {name}: {{{written['who']}: …, {written.get('blur')}: [[x, y, breedte, hoogte]]}} met hele getallen in beeldpunten."),
        (bool(taken) and not _DAY.match(taken), f"'{taken}' is geen dag", "Schrijf hem als 2026-10-02."),
    ]
    for wrong, fault, remedy in faults:
        if wrong:
            problems.append(Problem(place, "media-waarde", f"bij {name}: {fault}.", remedy))
            who = None
    return Declaration(who or None, "+".join(sorted(kinds - {""})) or "foto", taken, blur or (), _texts(values.get("others")) or (), place), problems


def _texts(value: yamlread.Plain) -> tuple[str, ...] | None:
    if value is None or isinstance(value, dict):
        return None
    found = value if isinstance(value, list) else [value]
    if any(isinstance(one, list | dict | bool) for one in found):
        return None
    return tuple(str(one).strip() for one in found if one is not None and str(one).strip())


def _rectangles(value: yamlread.Plain) -> tuple[tuple[int, int, int, int], ...] | None:
    if value is None:
        return ()
    if not isinstance(value, list):
        return None
    listed = [value] if value and not isinstance(value[0], list) else value  # one rectangle without the outer brackets
    result = []
    for one in listed:
        if not (isinstance(one, list) and len(one) == 4 and all(isinstance(number, int) and not isinstance(number, bool) and number >= 0 for number in one)):
            return None
        x, y, width, height = (number for number in one if isinstance(number, int))
        if not (width and height):
            return None
        result.append((x, y, width, height))
    return tuple(result)
