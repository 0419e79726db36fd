"""_gids.yaml: which edition of the schoolgids this is, its colophon and its facts ("in het kort")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen import yamlread
from sitegen.problem import Place, Problem, nearest
from sitegen.readers.frontmatter import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_EDITION = re.compile(r"schoolgids/(\d{4}-\d{4})/")
_DATES = ("vastgesteld_op", "instemming_mr_op", "uitgegeven_op")
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
                problems.append(Problem(place, "gids-datum", f"'{value}' is geen datum.", "Schrijf hem als 2026-06-30."))
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


def in_force(found: Iterable[str], day: str) -> str:
    """The edition in force on an ISO day: the newest whose school year (from 1 August) has begun, else the oldest; "" for none."""
    known = sorted(found, reverse=True)
    return next((edition for edition in known if f"{edition[:4]}-08-01" <= day), known[-1] if known else "")


def facts(colophon: Mapping[str, str]) -> dict[str, str]:
    """Only the facts, by name."""
    return {key.removeprefix("feit:"): value for key, value in colophon.items() if key.startswith("feit:")}
