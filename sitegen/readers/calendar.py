"""content/kalender.yaml becomes calendar entries: holidays, study days, activities; every nonsense date is a problem."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen import yamlread
from sitegen.dutch import amount, no_such_day
from sitegen.problem import Place, Problem
from sitegen.readers.frontmatter import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = {"vakantie": "vakantie", "studiedag": "studiedag", "vrij": "studiedag", "activiteit": "activiteit"}
# Shortest and longest a school holiday of that name can be, in days (domain §3.6: upstream data had one of 36 days).
_HOLIDAYS = {"zomer": (35, 47), "herfst": (7, 17), "kerst": (7, 18), "voorjaar": (7, 17), "mei": (7, 17)}
_TIME = re.compile(r"(\d{1,2})[.:](\d{2})(?:\s*(?:-|–|tot)\s*(\d{1,2})[.:](\d{2}))?\Z")


class Entry(NamedTuple):
    """One entry as written: ISO days (last inclusive), title, kind, times "8.30" or ""; the title is not cleared yet."""

    first: str
    last: str
    title: str
    kind: str
    start: str
    end: str
    line: int


def read(text: str, file: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of a calendar file: a list under `kalender:` or at the top level. Raises SiteError for broken YAML."""
    prefix = "" if re.search(r"^kalender\s*:", text, re.MULTILINE) else "kalender:\n"
    document = yamlread.read(prefix + text, file, 0 if prefix else 1)
    problems: list[Problem] = []
    entries = []
    items = document.values.get("kalender")
    for index, item in enumerate(items if isinstance(items, list) else []):
        place = Place(file, document.lines.get(("kalender", index), 1))
        found = list(_entry(item, place, problems))
        entries.extend(found)
    return tuple(entries), tuple(problems)


def _entry(item: yamlread.Plain, place: Place, problems: list[Problem]) -> Iterator[Entry]:
    example = "Bijvoorbeeld - {van: 2026-10-10, tot: 2026-10-18, titel: Herfstvakantie, soort: vakantie}"
    if not isinstance(item, dict):
        problems.append(Problem(place, "kalender-vorm", "deze regel is geen kalenderregel.", example))
        return
    first = iso_day(str(item.get("van") or item.get("datum") or item.get("op") or ""))
    last = iso_day(str(item["tot"])) if item.get("tot") else first
    title = str(item.get("titel") or "").strip()
    kind = KINDS.get(str(item.get("soort") or "activiteit").lower())
    for key in ("van", "datum", "op", "tot"):
        if why := no_such_day(str(item.get(key) or "")):
            problems.append(Problem(place, "kalender-datum", f"'{item[key]}' bij '{key}' is geen datum: {why}.", example))
            return
    if not first or not last or not title:
        problems.append(Problem(place, "kalender-datum", "deze kalenderregel mist een goede datum of een titel.", example))
        return
    if kind is None:
        problems.append(Problem(place, "kalender-soort", f"'{item.get('soort')}' is geen soort.", f"Kies uit: {', '.join(KINDS)}."))
        return
    if last < first:
        problems.append(Problem(place, "kalender-omgekeerd", f"'{title}' eindigt ({last}) voor het begint ({first}).", "Verwissel van en tot, of verbeter het jaar."))
        return
    days = (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days + 1
    low, high = next((span for name, span in _HOLIDAYS.items() if kind == "vakantie" and name in title.lower()), (1, 70))
    if not low <= days <= high:
        problems.append(Problem(place, "kalender-lengte", f"'{title}' duurt {amount(days, 'dag', 'dagen')}; dat kan haast niet.", "Kijk de data na op rijksoverheid.nl/schoolvakanties.", "waarschuwing"))
    time = _TIME.match(str(item.get("tijd") or "").replace(" uur", ""))
    if item.get("tijd") and not time:
        problems.append(Problem(place, "kalender-tijd", f"'{item['tijd']}' is geen tijd.", 'Schrijf tijd: "8.30" of "8.30-9.15".'))
        return
    start = f"{int(time[1])}.{time[2]}" if time else ""
    end = f"{int(time[3])}.{time[4]}" if time and time[3] else ""
    yield Entry(first, last, title, kind, start, end, place.line)
