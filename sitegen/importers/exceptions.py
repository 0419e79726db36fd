"""`uitzonderingen.yaml`: hits that a human looked at and accepted, with why, who and until when."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sitegen.dutch import no_such_day
from sitegen.importers import bounded, damaged
from sitegen.importers.grid import text_of
from sitegen.importers.part import Part
from sitegen.importers.values import day
from sitegen.problem import Problem, SiteError, nearest
from sitegen.register import Accepted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sitegen.problem import Place
    from sitegen.yamlread import Plain

_ENTRY = re.compile(rb"^\s*-\s*[\{\"']?\s*(?:text|pattern|tekst|patroon)[\"']?\s*:", re.MULTILINE)
_KEYS = {"text": "text", "tekst": "text", "pattern": "pattern", "patroon": "pattern", "page": "page", "pagina": "page", "why": "why", "waarom": "why", "who": "who", "wie": "who", "until": "until", "tot": "until"}
_DUTCH = {"text": "tekst", "pattern": "patroon", "page": "pagina", "why": "waarom", "who": "wie", "until": "tot"}
# An entry stands near the top; searching the whole of a long table for one costs more than reading it.
_LOOK = 4_000
_TOP = "uitzonderingen"
# An empty file of this name excepts nothing, and is no fault.
ENDINGS = (".yaml", ".yml")


def recognises(data: bytes, file: str) -> bool:
    """A list of entries with `text` or `pattern`; an empty .yaml as well."""
    return bool(_ENTRY.search(data[:_LOOK])) or file.lower().endswith(ENDINGS)


def read(data: bytes, place: Place, _columns: Mapping[str, str]) -> tuple[Part, ...]:
    """The accepted hits. One that is wrong in any way is left out and named: then the pass simply keeps its hit."""
    from sitegen.yamlread import read as read_yaml

    text = text_of(data)
    # A list at the top is what people write; the strict reader wants a mapping, and gets one on an extra line 0.
    bare = not re.search(rf"^{_TOP}\s*:", text, re.MULTILINE)
    if bare and not re.sub(r"(?m)^\s*(#.*|---\s*)?$", "", text).strip():
        return (Part(place, _TOP),)
    if bare:
        text = re.sub(r"\A(?:[^\S\n]*(?:#[^\n]*)?\n)*---[ \t]*\n", lambda found: "\n" * found[0].count("\n"), text)
    document = read_yaml(f"{_TOP}:\n{text}" if bare else text, place.file, 0 if bare else 1)
    entries = document.values.get(_TOP)
    if not isinstance(entries, list):
        line = document.lines.get((_TOP,)) or min((line for line in document.lines.values() if line), default=1)
        raise SiteError([Problem(replace(place, line=line), "uitzondering-vorm", "hier hoort een lijst te staan.", 'Begin elke uitzondering met een streepje: - text: "…"')])
    accepted: list[tuple[Accepted, dt.date | None]] = []
    problems: list[Problem] = []
    for index, entry in enumerate(entries):
        at = replace(place, line=document.lines.get((_TOP, index), 0))
        one = _entry(entry, at, problems)
        if one is not None:
            accepted.append(one)
    return (Part(place, _TOP, len(entries), accepted=tuple(accepted), problems=tuple(problems)),)


def _entry(entry: Plain, place: Place, problems: list[Problem]) -> tuple[Accepted, dt.date | None] | None:
    if not isinstance(entry, dict):
        problems.append(Problem(place, "uitzondering-vorm", "deze uitzondering heeft geen 'text' of 'pattern'.", 'Schrijf - text: "…" met daaronder why, who en until.'))
        return None
    values: dict[str, str] = {}
    # Who writes Dutch keys is told of Dutch ones.
    called = _DUTCH if any(key.lower() in _DUTCH.values() for key in entry) else {key: key for key in _DUTCH}
    for key, value in entry.items():
        known = _KEYS.get(key.lower())
        if known is None:
            problems.append(Problem(place, "uitzondering-sleutel", f"'{key}' is bij een uitzondering niet bekend.", f"Bedoelde u '{nearest(key, _KEYS) or 'text'}'?", "waarschuwing"))
        elif value is not None:
            values[known] = str(value).strip()
    fault = _fault(values, called)
    if fault:
        problems.append(Problem(place, "uitzondering-onvolledig", f"{fault} De uitzondering telt niet mee.", f'Schrijf haar zo, met de laatste dag waarop zij geldt: - {{{called["text"]}: "Anna Woltz", {called["why"]}: "schrijfster", {called["who"]}: "MH", {called["until"]}: 2027-07-31}}', "waarschuwing"))
        return None
    fault = bounded.fault(values.get("pattern", ""))
    if fault:
        problems.append(Problem(place, "uitzondering-patroon", f"{fault} De uitzondering telt niet mee.", "Schrijf de woorden zelf, bijvoorbeeld " + called["text"] + ': "Anna Woltz", of begrens elke herhaling: \\w{1,20} in plaats van (\\w+)+.', "waarschuwing"))
        return None
    if damaged.misread(values.get("text", "") + values.get("pattern", "")):
        problems.append(Problem(place, "uitzondering-letters", "hier staat een teken dat bij het bewaren in de plaats van een letter kwam (zoals \ufffd, of Ã¶ waar ö hoort). De uitzondering telt niet mee.", "Schrijf de woorden opnieuw en bewaar het bestand als UTF-8."))
        return None
    until = day(values["until"])
    return Accepted(values.get("text", ""), values.get("pattern", ""), values.get("page", ""), values.get("why", ""), values.get("who", "")), until


def _fault(values: Mapping[str, str], called: Mapping[str, str]) -> str:
    if bool(values.get("text")) == bool(values.get("pattern")):
        return f"er staat geen {called['text']} of {called['pattern']}, of allebei."
    missing = [called[name] for name in ("why", "who", "until") if not values.get(name)]
    if missing:
        return f"{', '.join(missing)} ontbreekt."
    try:
        if day(values["until"]) is None:
            return f"bij {called['until']} staat geen dag."
    except ValueError:
        why = no_such_day(values["until"])
        return f"de dag bij {called['until']} bestaat niet: {why}." if why else f"bij {called['until']} staat geen dag."
    return ""
