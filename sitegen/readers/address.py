"""From a file's path to the raw parts of a page's address, its order and its date.

Raw: the words are the author's. They go through the pass before anybody sees them in an address.
"""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from dataclasses import dataclass

from sitegen import dutch
from sitegen.fold import fold
from sitegen.late import late
from sitegen.problem import Place, Problem, SiteError

_DATED = late(r"(\d{4}-\d{2}-\d{2})[-_ ]*(.*)\Z")
_NUMBERED = late(r"(\d{1,3})[-_. ]+(.+)\Z")
_MAIL = late(r"[\w.+-]+ ?@ ?[\w.-]+")
_EDITION = late(r"\d{4}-\d{4}\Z")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
MAX_SLUG = 80
# What a director calls the letter every Friday.
_EVERY_WEEK = frozenset(
    "nieuwsbrief nieuwsbrieven nieuws nieuwsflits weekbericht weekbrief weeknieuws week brief ouderbrief infobrief info vrijdagbrief maandbrief bericht mededelingen newsletter themabrief".split()
)


@dataclass(frozen=True, slots=True)
class Address:
    """Kind of page, raw address parts, order from a number in front of the name, ISO date from the name."""

    kind: str
    parts: tuple[str, ...]
    order: int
    date: str
    name: str


def of(path: str, slug: str = "", date: str = "") -> Address:
    """The address of the source at `path` ("content/over-ons/identiteit.md"); `slug` and `date` from the front matter win.

    Raises SiteError for a file outside the three folders or a chapter that lies in no edition.
    """
    top, _, rest = path.partition("/")
    stem, _ = posixpath.splitext(rest)
    *folders, name = stem.split("/")
    if name == "index" and folders:
        *folders, name = folders
    if top == "content":
        order, bare = _numbered(name)
        parts = tuple(part for part in (*(slugify(_numbered(folder)[1]) for folder in folders), slugify(slug or bare)) if part)
        if stem == "index":
            return Address("home", (), 0, "", "")
        return Address("page", parts, order, "", bare)
    if top == "newsletters":
        dated = _DATED.match(name)
        day = date or (dated[1] if dated and _is_day(dated[1]) else "")
        bare = (dated[2] if dated else name) or name
        own = slugify(slug or bare)
        if day and not slug and own in _EVERY_WEEK:
            # The day tells this week's letter from last week's; in a school year each day comes once.
            own = slugify(f"{own} {dutch.day_and_month(day)}")
        parts = (school_year(day) if day else "", own)
        return Address("newsletter", parts, 0, day, bare)
    if top == "schoolgids":
        if len(folders) != 1 or not _EDITION.match(folders[0]):
            raise SiteError([Problem(Place(path), "gids-map", "een hoofdstuk hoort in een map met het schooljaar te staan.", "Zet het bestand in bijvoorbeeld schoolgids/2026-2027/.")])
        order, bare = _numbered(name)
        return Address("chapter", (folders[0], slugify(slug or bare)), order, "", bare)
    raise SiteError([Problem(Place(path), "map-onbekend", "dit bestand staat niet in content/, newsletters/ of schoolgids/.", "Verplaats het naar een van die mappen.")])


def slugify(text: str) -> str:
    """Lower-case words with hyphens, fit for an address and for every file system: "IJsvrij & kou!" → "ijsvrij-kou"."""
    # Without its sign a mail address is three words that no rule can know again: in an address of a page it never stands.
    slug = re.sub(r"[^a-z0-9]+", "-", fold(_MAIL.sub(" ", text) if "@" in text else text)).strip("-")[:MAX_SLUG].rstrip("-")
    return f"{slug}-pagina" if slug in _RESERVED else slug


def school_year(day: str) -> str:
    """The school year that holds an ISO day; it turns on 1 August (WPO art. 1): 2026-11-27 → "2026-2027"."""
    year, month = int(day[:4]), int(day[5:7])
    start = year if month >= 8 else year - 1
    return f"{start}-{start + 1}"


def _numbered(name: str) -> tuple[int, str]:
    found = _NUMBERED.match(name)
    return (int(found[1]), found[2]) if found and not re.match(r"\d{4}-\d", name) else (0, name)


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
