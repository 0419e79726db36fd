"""_gids.yaml: which edition of the schoolgids this is, its colophon and its facts ("in het kort")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen import yamlread
from sitegen.dutch import no_such_day
from sitegen.problem import Place, Problem, nearest
from sitegen.readers.address import school_year
from sitegen.readers.frontmatter import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_EDITION = re.compile(r"schoolgids/(\d{4}-\d{4})/")
_DATES = ("vastgesteld_op", "instemming_mr_op", "uitgegeven_op")
_ISSUED = re.compile(r"^uitgegeven_op:[ \t]*[\"']?([0-9-]+)", re.MULTILINE)
_KEYS = {"schooljaar", "titel", *_DATES, "feiten", "erfgenamen"}


def read(text: str, file: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The colophon and facts of an edition: "schooljaar", the three dates as ISO text, and each fact as "feit:NAAM".

    Not cleared yet. Raises SiteError for broken YAML.
    """
    document = yamlread.read(text, file)
    problems: list[Problem] = []
    result: dict[str, str] = {}
    for key, value in document.values.items():
        place = Place(file, document.lines.get((key,), 1))
        if key not in _KEYS:
            problems.append(Problem(place, "gids-sleutel", f"'{key}' is geen bekende instelling.", f"Bedoelde u '{nearest(key, _KEYS) or 'feiten'}'?", "waarschuwing"))
        elif key in _DATES:
            day = iso_day(str(value))
            if not day:
                why = no_such_day(str(value))
                problems.append(Problem(place, "gids-datum", f"'{value}' bij '{key}' is geen datum{why and ': '}{why}.", "Schrijf hem als 2026-06-30."))
            result[key] = day
        elif key == "feiten":
            if isinstance(value, dict):
                result.update({f"feit:{name}": ", ".join(map(str, fact)) if isinstance(fact, list) else str(fact) for name, fact in value.items()})
        elif key == "erfgenamen":
            if isinstance(value, dict):
                result.update({f"erfgenaam:{old}": str(new) for old, new in value.items()})
        else:
            result[key] = str(value)
    return result, tuple(problems)


def editions(paths: Iterable[str]) -> tuple[str, ...]:
    """The editions among source paths, newest first: ("2026-2027", "2025-2026")."""
    return tuple(sorted({found[1] for path in paths if (found := _EDITION.match(path))}, reverse=True))


def issued(texts: Mapping[str, str]) -> dict[str, str]:
    """Edition → the day on which it was or will be issued, of those whose _gids.yaml (edition → text) says so."""
    found = {edition: _ISSUED.search(text) for edition, text in texts.items()}
    return {edition: day for edition, line in found.items() if line and (day := iso_day(line[1]))}


def is_out(edition: str, day: str, when: Mapping[str, str]) -> bool:
    """Whether an edition may be read on an ISO day: from the day it is issued (`when`), else from its school year on."""
    return when.get(edition, _start(edition)) <= day


def in_force(found: Iterable[str], day: str, when: Mapping[str, str] | None = None) -> str:
    """The edition in force on an ISO day; "" when there is none.

    That is the newest that is out and whose school year (from 1 August) has begun; else the newest that is out, for a
    school's first guide; else the oldest. `when` is what `issued` gives.
    """
    known = sorted(found, reverse=True)
    out = [edition for edition in known if is_out(edition, day, when or {})]
    return next((edition for edition in out if _start(edition) <= day), out[0] if out else known[-1] if known else "")


def overdue(current: str, known: Iterable[str], day: str, when: Mapping[str, str]) -> Problem | None:
    """What to say when a new school year has begun and the guide in force is still an old one, or None."""
    year = school_year(day)
    if not current or current >= year:
        return None
    fault = f"het schooljaar {year} is begonnen, maar de schoolgids op de website is nog die van {current}."
    if year in known:
        return Problem(Place(f"schoolgids/{year}/_gids.yaml"), "gids-oud", fault, f"De nieuwe komt er op {when.get(year, '')} op, de dag bij uitgegeven_op. Is hij er al, verander dan die dag.", "waarschuwing")
    return Problem(Place("schoolgids/"), "gids-oud", fault, f"Lees de nieuwe in: sitegen schoolgids import gids.docx --jaar {year}", "waarschuwing")


def _start(edition: str) -> str:
    return f"{edition[:4]}-08-01"


def facts(colophon: Mapping[str, str]) -> dict[str, str]:
    """Only the facts, by name."""
    return {key.removeprefix("feit:"): value for key, value in colophon.items() if key.startswith("feit:")}
