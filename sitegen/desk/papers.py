"""How papers are kept: below `.sitegen/`, readable by their owner only, and never below the output folder."""

from __future__ import annotations

import os
import re
from html import escape
from typing import TYPE_CHECKING

from sitegen.fold import fold
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_STYLE = """
@page { size: A4 portrait; margin: 14mm 14mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 210mm; padding: 8mm; color: #111; background: #fff; font: 10.5pt/1.4 "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 20pt; line-height: 1.15; margin: 0; letter-spacing: -0.01em; }
.kop { display: flex; justify-content: space-between; align-items: flex-end; gap: 8mm; border-bottom: 2.5pt solid #111; padding-bottom: 2.5mm; margin-bottom: 4mm; }
.kop p { margin: 0; text-align: right; font-size: 9.5pt; }
section + section { break-before: page; }
@media screen { section + section { margin-top: 14mm; padding-top: 10mm; border-top: 1px dashed #999; } }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.voet { margin: 5mm 0 0; padding-top: 2mm; border-top: 0.75pt solid #111; font-size: 9pt; }
.voet strong { font-size: 9.5pt; }
@media print { body { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } }
"""


def html(title: str, style: str, sections: Iterable[str]) -> str:
    """A page for the printer, complete in one file: nothing is fetched, so it can be opened from a stick."""
    return (
        f'<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<meta name="robots" content="noindex, nofollow">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n<style>{_STYLE}{style}</style>\n</head>\n<body>\n'
        + "\n".join(f"<section>\n{section}\n</section>" for section in sections)
        + "\n</body>\n</html>\n"
    )


def keep(path: Path, data: bytes, output: Path) -> None:
    """Write a paper to `path`, mode 0600. Raises SiteError when that is below `output`, or can't be written."""
    place = path.resolve()
    if place == output.resolve() or output.resolve() in place.parents:
        raise SiteError([Problem(Place(str(path)), "papier-openbaar", "dit papier is niet openbaar en mag niet in de map van de website komen.", "Laat --naar weg, of kies een map buiten de website.")])
    temporary = path.with_name(f".{path.name}.nieuw")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary.unlink(missing_ok=True)
        descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        temporary.replace(path)
    except OSError:
        raise SiteError([Problem(Place(str(path)), "papier-schrijven", "hier kan niet geschreven worden.", "Kies met --naar een andere map, en sluit het bestand als het in Excel openstaat.")]) from None


def file_name(*words: str) -> str:
    """A plain file name: "overzicht", "Groep 1/2 A" → overzicht-groep-1-2-a."""
    return re.sub(r"[^a-z0-9]+", "-", fold(" ".join(words))).strip("-")
