"""YAML as schools write it, read strictly: no surprises in phone numbers, no bombs, every value with its line.

PyYAML follows YAML 1.1, which turns `0612345670` into an octal number, `12:30` into 750 and `NO` into false. Here only
whole numbers without a sign or zero before them, true, false and null are more than text; a date and `40.50` stay as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml

MAX_BYTES = 1_000_000
MAX_DEPTH = 20

# What a YAML file holds after reading.
Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]

_INT = re.compile(r"(?:0|-?[1-9][0-9]{0,14})\Z")
# What YAML allows nowhere, and no editor shows.
_UNSEEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FLAT = re.compile(r"([A-Za-z_][A-Za-z0-9_]*): +([^\s\"'\[\]{}>|*&!%#`@,?:-][^\"'\[\]{}#:]*?) *\Z")


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file's values, and the line on which each key stands: ("school", "phones") → 9."""

    values: dict[str, Plain]
    lines: dict[tuple[str | int, ...], int]


def read(text: str, file: str, first_line: int = 1) -> Document:
    """The mapping in `text`; an empty text is an empty mapping.

    `first_line` is the line of `file` on which `text` begins (front matter begins on line 2). Raises SiteError with
    place, fault and remedy: syntax, duplicate key, anchors, tags, too large or too deep, no mapping at the top.
    """
    if len(text) > MAX_BYTES:
        raise _error(Place(file), "yaml-te-groot", f"dit YAML-bestand is groter dan {MAX_BYTES // 1000} kB.", "Maak het kleiner of splits het.")
    unseen = _UNSEEN.search(text)
    if unseen:
        raise _error(Place(file, first_line + text.count("\n", 0, unseen.start())), "yaml-fout", "dit kan niet gelezen worden als YAML: er staat een onbekend teken in.", "Typ deze regel opnieuw, zonder te plakken.")
    flat = _flat(text, first_line)
    if flat is not None:
        return flat
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        stream = loader(text)
        _refuse_tricks(text, file, first_line)
        node = stream.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        if mark and any(one.startswith("\t") for one in text.split("\n")[mark.line : mark.line + 1]):
            raise _error(Place(file, line), "yaml-fout", "deze regel begint met een tab.", "Gebruik spaties in plaats van tabs.") from None
        raise _error(Place(file, line), "yaml-fout", f"dit kan niet gelezen worden als YAML ({_dutch(str(error.problem))}).", _remedy(str(error.problem))) from None
    except yaml.YAMLError:
        raise _error(Place(file, first_line), "yaml-fout", "dit kan niet gelezen worden als YAML.", "Typ de regels opnieuw, zonder te plakken.") from None
    lines: dict[tuple[str | int, ...], int] = {}
    value = None if node is None else _value(node, (), lines, file, first_line)
    if value is None:
        return Document({}, {})
    if not isinstance(value, dict):
        raise _error(Place(file, first_line), "yaml-vorm", "hier hoort een lijst van 'naam: waarde' te staan.", "Bijvoorbeeld: titel: Weekbericht 12")
    return Document(value, lines)


def _flat(text: str, first_line: int) -> Document | None:
    # Nine of ten front matters are flat "key: plain words": reading those by hand saves the start of PyYAML (13 ms).
    values: dict[str, Plain] = {}
    lines: dict[tuple[str | int, ...], int] = {}
    for number, line in enumerate(text.splitlines(), first_line):
        if not line.strip():
            continue
        found = _FLAT.match(line)
        if not found or found[1] in values:
            return None
        values[found[1]] = _scalar(found[2])
        lines[(found[1],)] = number
    return Document(values, lines)


def _scalar(text: str) -> Plain:
    if text in {"true", "True", "false", "False"}:
        return text in {"true", "True"}
    if text in {"null", "~", ""}:
        return None
    if _INT.match(text):
        return int(text)
    return text


def _refuse_tricks(text: str, file: str, first_line: int) -> None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    for event in _events(loader(text)):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _error(Place(file, line), "yaml-anker", "ankers en verwijzingen (& en *) worden niet gebruikt.", "Schrijf de waarde voluit, of zet aanhalingstekens om de tekst.")
        if getattr(event, "tag", None) and getattr(event, "implicit", (True,)) != (True, False) and not str(getattr(event, "tag", "")).startswith("tag:yaml.org,2002:str"):
            raise _error(Place(file, line), "yaml-tag", "een waarde die met ! begint wordt niet gebruikt.", "Zet aanhalingstekens om de tekst.")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _error(Place(file, line), "yaml-te-diep", "dit is te diep genest.", "Maak de opbouw eenvoudiger.")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _events(loader: yaml.SafeLoader) -> Iterator[yaml.Event]:
    while loader.check_event():
        yield loader.get_event()  # type: ignore[no-untyped-call]


def _value(node: yaml.Node, path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], file: str, first_line: int) -> Plain:
    import yaml

    lines.setdefault(path, first_line + node.start_mark.line)
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            line = first_line + key_node.start_mark.line
            if not isinstance(key_node, yaml.ScalarNode):
                raise _error(Place(file, line), "yaml-vorm", "een naam vóór de dubbele punt hoort gewone tekst te zijn.", "Zet aanhalingstekens om de naam.")
            key = str(key_node.value)
            if key in result:
                raise _error(Place(file, line), "yaml-dubbel", f"'{key}' staat er twee keer.", "Laat er één staan.")
            lines[(*path, key)] = line
            result[key] = _value(value_node, (*path, key), lines, file, first_line)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, index), lines, file, first_line) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode) and node.style in {'"', "'", "|", ">"}:
        return str(node.value)
    return _scalar(str(node.value))


def _dutch(problem: str) -> str:
    known = {
        "mapping values are not allowed": "een dubbele punt op een plek waar die niet mag",
        "could not find expected ':'": "er ontbreekt een dubbele punt",
        "found character '\\t'": "er staat een tab",
        "found unexpected end of stream": "een aanhalingsteken wordt niet gesloten",
        "did not find expected": "de opbouw klopt hier niet",
        "found undefined alias": "een * staat aan het begin van de tekst",
    }
    return next((dutch for english, dutch in known.items() if english in problem), "de opbouw klopt hier niet")


def _remedy(problem: str) -> str:
    if "mapping values" in problem:
        return 'Zet aanhalingstekens om de tekst, bijvoorbeeld titel: "Nieuws: week 12".'
    if "'\\t'" in problem:
        return "Gebruik spaties in plaats van tabs."
    return "Vergelijk de regel met het voorbeeld in de handleiding; zet bij twijfel aanhalingstekens om de tekst."


def _error(place: Place, code: str, fault: str, remedy: str) -> SiteError:
    return SiteError([Problem(place, code, fault, remedy)])
