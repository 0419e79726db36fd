"""sitegen new: a newsletter, page or chapter to begin with, in the right place under the right name."""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.cli import options

if TYPE_CHECKING:
    import argparse

_EXAMPLES = """  sitegen new newsletter                       de nieuwsbrief van vandaag
  sitegen new newsletter "Sinterklaas" --date 2026-12-04
  sitegen new newsletter --uit brief.docx      schrijf verder in tekst; het Word-bestand blijft zoals het is
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
    result.add_argument("--uit", type=Path, default=None, metavar="BESTAND", help="een Word-bestand (.docx) om mee te beginnen; alleen bij een nieuwsbrief")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Make the file; gives the exit status."""
    from sitegen.readers.address import slugify

    root = options.root_of(arguments)
    day = arguments.date or dt.date.today()  # noqa: DTZ011  the school's own day
    sort = {"nieuwsbrief": "newsletter", "pagina": "page", "hoofdstuk": "chapter"}.get(arguments.soort, arguments.soort)
    if arguments.uit is not None:
        return _from_word(arguments, root, sort, day)
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


def _from_word(arguments: argparse.Namespace, root: Path, sort: str, day: dt.date) -> int:
    from sitegen.problem import Place, Problem, SiteError
    from sitegen.readers import wordtext
    from sitegen.readers.address import slugify

    source: Path = arguments.uit
    if sort != "newsletter" or source.suffix.lower() != ".docx":
        sys.stderr.write("sitegen new: --uit is voor een nieuwsbrief uit een Word-bestand: sitegen new newsletter --uit brief.docx\n")
        return 2
    try:
        data = source.read_bytes()
    except OSError:
        raise SiteError([Problem(Place(str(source)), "word-weg", "dit bestand is er niet of kan niet gelezen worden.", "Kijk de naam na, en sluit het bestand in Word.")]) from None
    title = arguments.titel.strip() or wordtext.title_of(wordtext.convert(source.name, data, "foto").text) or source.stem
    slug = slugify(title) or "nieuwsbrief"
    dated = re.match(r"\d{4}-\d{2}-\d{2}", source.name)
    if dated:
        day = options.day(dated[0])
    found = wordtext.convert(source.name, data, "foto")
    place = root / "newsletters" / (f"{day.isoformat()}-{slug}" if found.pictures else f"{day.isoformat()}-{slug}.md")
    target = place / "index.md" if found.pictures else place
    if place.exists():
        sys.stderr.write(f"sitegen new: {place.relative_to(root)} is er al en is niet veranderd.\n")
        return 1
    target.parent.mkdir(parents=True, exist_ok=True)
    for name, picture in found.pictures.items():
        (place / name).write_bytes(picture)
    front = f'---\ntitel: "{title.replace(chr(34), chr(39))}"\nsoort: {"wekelijks" if "week" in title.lower() else "thema"}\n---\n\n'
    target.write_text(front + found.text, encoding="utf-8")
    for problem in found.problems:
        sys.stderr.write(f"let op  {problem}\n")
    if not arguments.quiet:
        sys.stdout.write(f"Gemaakt: {target.relative_to(root)}. Het Word-bestand is niet veranderd.\n")
        if source.resolve().parent == (root / "newsletters").resolve():
            sys.stdout.write(f"Zet {source.name} nu ergens anders, anders staat deze brief er twee keer.\n")
        if found.pictures:
            sys.stdout.write(f"Van {dutch.amount(len(found.pictures), 'plaatje', 'plaatjes')} moet nog worden opgeschreven wie erop staat: sitegen media\n")
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
    earlier = [path.stem for path in (root / "newsletters").iterdir() if start <= path.name[:10] < day.isoformat() and "week" in path.name.lower()] if (root / "newsletters").is_dir() else []
    # The number goes on from last week's, whoever wrote it; without numbers it is a count.
    numbers = [int(found[1]) for name in earlier if (found := re.search(r"week\w*[-_ ]*(\d{1,2})\Z", name.lower()))]
    return f"Weekbericht {max([*numbers, len(earlier)]) + 1}"


def _next_tuesday(day: dt.date) -> str:
    from sitegen.agenda import MONTHS

    tuesday = day + dt.timedelta(days=(1 - day.weekday()) % 7 or 7)
    return f"{tuesday.day} {MONTHS[tuesday.month - 1]}"
