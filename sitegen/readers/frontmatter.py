"""The lines between --- at the top of a file: English or Dutch keys, every mistake with its line (FORMATS §1)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen import former, yamlread
from sitegen.dutch import no_such_day
from sitegen.problem import Place, Problem, SiteError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.draft import Value

ALIASES: Mapping[str, str] = {
    "titel": "title", "datum": "date", "soort": "kind", "samenvatting": "summary", "concept": "draft",
    "publiceren_op": "publish_on", "verloopt_op": "expires_on", "onderwerpen": "tags", "afbeelding": "image",
    "volgorde": "order", "oude_adressen": "redirect_from", "menu_titel": "menu_title", "noindex": "noindex",
}
KEYS = frozenset({*ALIASES.values(), "slug", "bron", "menu"})
SORTS = {"weekly": "weekly", "wekelijks": "weekly", "weekbericht": "weekly", "thematic": "thematic", "thema": "thematic"}
_DATES = ("date", "publish_on", "expires_on")
_TRUTH = {"ja": True, "nee": False, "true": True, "false": False}
_DUTCH_DATE = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})\Z")
_FENCE = re.compile(r"---[ \t]*\n(.*?)(?:^|\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Front:
    """Front matter with English keys and checked values, the body, and the line on which the body begins."""

    words: dict[str, Value]
    body: str
    first_line: int
    problems: tuple[Problem, ...]


def split(text: str, file: str) -> Front:
    """Take the front matter off `text`. A file needs none. Raises SiteError for unreadable YAML or an unclosed block."""
    if not text.startswith("---"):
        return Front({}, text, 1, ())
    block = _FENCE.match(text)
    if not block:
        if text.startswith(("---\n", "--- \n")) and _looks_like_front(text):
            raise SiteError([Problem(Place(file, 1), "voorblad-open", "het blok met --- bovenaan wordt niet gesloten.", "Zet een regel met --- onder de laatste instelling.")])
        return Front({}, text, 1, ())
    document = yamlread.read(block[1], file, 2)
    words, problems = _check(document, file)
    return Front(words, text[block.end():], text.count("\n", 0, block.end()) + 1, tuple(problems))


def _looks_like_front(text: str) -> bool:
    second = text.split("\n", 2)[1] if "\n" in text else ""
    return bool(re.match(r"[A-Za-z_]+:", second))


def _check(document: yamlread.Document, file: str) -> tuple[dict[str, Value], list[Problem]]:
    words: dict[str, Value] = {}
    problems: list[Problem] = []
    for written, value in document.values.items():
        key = ALIASES.get(written.lower(), written.lower())
        place = Place(file, document.lines.get((written,), 1))
        if key not in KEYS:
            close = nearest(written, [*KEYS, *ALIASES])
            problems.append(Problem(place, "voorblad-sleutel", f"'{written}' is geen bekende instelling en wordt overgeslagen.", f"Bedoelde u '{close}'?" if close else "", "waarschuwing"))
            continue
        if key in words:
            problems.append(Problem(place, "voorblad-dubbel", f"'{written}' staat er twee keer (ook onder een andere naam).", "Laat er één staan."))
            continue
        checked = _value(key, written, value, place, problems)
        if checked is not None:
            words[key] = checked
    return words, problems


def _value(key: str, written: str, value: yamlread.Plain, place: Place, problems: list[Problem]) -> Value:
    # `written`: the key as the author wrote it, in English or in Dutch, is the one to name.
    if value is None:
        return None
    if key in _DATES:
        day = iso_day(str(value))
        if not day:
            why = no_such_day(str(value))
            problems.append(Problem(place, "voorblad-datum", f"'{value}' bij '{written}' is geen datum{why and ': '}{why}.", "Schrijf hem als 2026-11-27 of 27-11-2026."))
        return day or None
    if key in {"tags", "redirect_from"}:
        items = value if isinstance(value, list) else str(value).split(",")
        texts = tuple(str(item).strip() for item in items if str(item).strip())
        if key == "redirect_from":
            problems += [_no_address(number, place) for number, text in enumerate(texts, 1) if not former.fits(text)]
        return texts
    if key in {"draft", "noindex", "menu"}:
        truth = value if isinstance(value, bool) else _TRUTH.get(str(value).lower())
        if truth is None:
            problems.append(Problem(place, "voorblad-janee", f"bij '{written}' hoort ja of nee, niet '{value}'.", "Schrijf ja of nee."))
            return key == "draft"  # fail closed: a page that may be a draft is one
        return truth
    if key == "order":
        try:
            return int(str(value))
        except ValueError:
            problems.append(Problem(place, "voorblad-getal", f"bij '{written}' hoort een getal, niet '{value}'.", f"Schrijf bijvoorbeeld {written}: 3."))
            return None
    if key == "kind":
        sort = SORTS.get(str(value).lower())
        if not sort:
            problems.append(Problem(place, "voorblad-soort", f"'{value}' bij '{written}' is geen soort nieuwsbrief.", "Kies wekelijks of thema."))
        return sort
    if isinstance(value, (list, dict)):
        problems.append(Problem(place, "voorblad-vorm", f"bij '{written}' hoort één tekst.", f"Bijvoorbeeld {written}: tekst"))
        return None
    return str(value).strip()


def _no_address(number: int, place: Place) -> Problem:
    # Not with the address itself: it may hold a name, and this is told before the pass has read it.
    return Problem(place, "voorblad-adres", f"oud adres {number} kan geen adres op deze website zijn en wordt overgeslagen.", "Schrijf alleen het deel na de naam van de website, met letters, cijfers, - en /: /over-ons/team/", "waarschuwing")


def iso_day(text: str) -> str:
    """A day as ISO text from "2026-11-27" or "27-11-2026"; an empty string when it is no day."""
    dutch = _DUTCH_DATE.match(text.strip())
    try:
        return (dt.date(int(dutch[3]), int(dutch[2]), int(dutch[1])) if dutch else dt.date.fromisoformat(text.strip())).isoformat()
    except ValueError:
        return ""
