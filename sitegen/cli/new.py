"""sitegen new: a newsletter, page or chapter to begin with, in the right place under the right name."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from sitegen.cli import options

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

_EXAMPLES = """  sitegen new newsletter                       de nieuwsbrief van vandaag
  sitegen new newsletter "Sinterklaas" --date 2026-12-04
  sitegen new page "Praktische zaken"          content/praktische-zaken.md
  sitegen new chapter "Ouderbijdrage"          in de nieuwste schoolgids"""

_NEWSLETTER = """---
titel: "{title}"
soort: {sort}
---

Beste ouders/verzorgers,

Schrijf hier het nieuws van deze week.

## Agenda

- di {next_day} 8.30 uur: koffieochtend
"""

_PAGE = """---
titel: "{title}"
samenvatting: ""
---

Schrijf hier de tekst.
"""


def parser() -> options.Parser:
    """The options of this command."""
    result = options.shared(options.Parser("new", "Maakt een nieuw bestand met een begin erin. Een bestand dat er al is, blijft zoals het is.", _EXAMPLES))
    result.add_argument("soort", choices=("newsletter", "page", "chapter", "nieuwsbrief", "pagina", "hoofdstuk"), metavar="SOORT", help="newsletter (nieuwsbrief), page (pagina) of chapter (hoofdstuk)")
    result.add_argument("titel", nargs="?", default="", metavar="TITEL", help="de titel; een nieuwsbrief zonder titel wordt het weekbericht")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Make the file; gives the exit status."""
    from sitegen.readers.address import slugify

    root = options.root_of(arguments)
    day = arguments.date or dt.date.today()  # noqa: DTZ011  the school's own day
    sort = {"nieuwsbrief": "newsletter", "pagina": "page", "hoofdstuk": "chapter"}.get(arguments.soort, arguments.soort)
    title = arguments.titel.strip() or (_week_title(root, day) if sort == "newsletter" else "")
    if not title or not slugify(title):
        sys.stderr.write(f'sitegen new: geef een titel, bijvoorbeeld: sitegen new {arguments.soort} "Praktische zaken"\n')
        return 2
    path = _path(root, sort, slugify(title), day)
    if path is None:
        sys.stderr.write("sitegen new: er is nog geen schoolgids. Maak eerst een map, bijvoorbeeld schoolgids/2026-2027/\n")
        return 2
    text = _NEWSLETTER if sort == "newsletter" else _PAGE
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(text.format(title=title.replace('"', "'"), sort="wekelijks" if "week" in title.lower() else "thema", next_day=_next_tuesday(day)))
    except FileExistsError:
        sys.stderr.write(f"sitegen new: {path.relative_to(root)} is er al en is niet veranderd.\n")
        return 1
    if not arguments.quiet:
        sys.stdout.write(f"Gemaakt: {path.relative_to(root)}\nSchrijf de tekst en bouw de website met: sitegen build\n")
    return 0


def _path(root: Path, sort: str, slug: str, day: dt.date) -> Path | None:
    if sort == "newsletter":
        return root / "newsletters" / f"{day.isoformat()}-{slug}.md"
    if sort == "page":
        return root / "content" / f"{slug}.md"
    editions = sorted(path for path in (root / "schoolgids").glob("????-????") if path.is_dir())
    if not editions:
        return None
    numbers = [int(path.name[:2]) for path in editions[-1].glob("[0-9][0-9]-*.md")]
    return editions[-1] / f"{max(numbers, default=0) + 1:02}-{slug}.md"


def _week_title(root: Path, day: dt.date) -> str:
    from sitegen.readers.address import school_year

    year = school_year(day.isoformat())
    start = f"{year[:4]}-08-01"
    earlier = [path.name for path in (root / "newsletters").glob("????-??-??-*week*") if start <= path.name[:10] < day.isoformat()]
    return f"Weekbericht {len(earlier) + 1}"


def _next_tuesday(day: dt.date) -> str:
    from sitegen.agenda import MONTHS

    tuesday = day + dt.timedelta(days=(1 - day.weekday()) % 7 or 7)
    return f"{tuesday.day} {MONTHS[tuesday.month - 1]}"
