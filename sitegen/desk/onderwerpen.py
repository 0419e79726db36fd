"""Which topics a guide covers, told to the director: on the screen and on paper. It never says that the law is satisfied."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sitegen.desk import papers
from sitegen.gids.topics import MISSING, OK, UNCLEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.gids.topics import Verdict

CAVEAT = "Dit is een hulpmiddel dat naar woorden zoekt. Of de tekst klopt en volledig is, beoordelen de directie en het bestuur."
_STYLE = """
td, th { text-align: left; vertical-align: top; padding: 1.5mm 2mm; border-bottom: 0.5pt solid #bbb; }
td:first-child { white-space: nowrap; font-weight: 600; }
.bron { font-size: 8.5pt; color: #444; }
"""
_LONGEST = 160


def summary(verdicts: Sequence[Verdict]) -> str:
    """One line: 18 ok, 2 onduidelijk, 1 ontbreekt."""
    return ", ".join(f"{number} {kind}" for kind in (OK, UNCLEAR, MISSING) if (number := sum(one.verdict == kind for one in verdicts)))


def as_text(year: str, verdicts: Sequence[Verdict]) -> str:
    """For the screen: what is missing first, then what is unclear."""
    lines = [f"Schoolgids {year}: {summary(verdicts)}.", ""]
    for kind in (MISSING, UNCLEAR, OK):
        for one in (verdict for verdict in verdicts if verdict.verdict == kind):
            lines.append(f"{kind:<12} {one.name}")
            lines += [f"{'':<12}   {line}" for line in _lines(one)]
    return "\n".join([*lines, "", CAVEAT]) + "\n"


def as_html(year: str, school: str, verdicts: Sequence[Verdict]) -> str:
    """For paper."""
    rows = "".join(
        f'<tr><td>{escape(one.verdict)}</td><td>{escape(one.name)}<br><span class="bron">{escape(one.source)}</span></td><td>{"<br>".join(escape(line) for line in _lines(one))}</td></tr>'
        for kind in (MISSING, UNCLEAR, OK) for one in verdicts if one.verdict == kind
    )
    page = (
        f'<div class="kop"><h1>Onderwerpen in de schoolgids {escape(year)}</h1><p>{escape(school)}</p></div><p>{escape(summary(verdicts))}.</p>'
        f"<table><thead><tr><th>Oordeel</th><th>Onderwerp</th><th>Waar het staat, of wat ontbreekt</th></tr></thead><tbody>{rows}</tbody></table>"
        f'<p class="voet"><strong>{escape(CAVEAT)}</strong></p>'
    )
    return papers.html(f"Onderwerpen in de schoolgids {year}", _STYLE, [page])


def _lines(one: Verdict) -> Iterator[str]:
    if one.spot is None:
        yield f"Er is geen hoofdstuk of kop over gevonden ({one.source})."
    else:
        where = "" if one.spot.text == one.spot.chapter else f", bij: {_short(one.spot.text)}"
        yield f"{one.spot.file.rpartition('/')[2]}: {one.spot.chapter}{where}"
    if one.spot is not None and one.verdict == UNCLEAR and not one.lacking and one.contrary is None:
        yield "Er is geen kop over; het staat misschien alleen terloops genoemd. Geef het een eigen kop."
    yield from (f"{what}: {_short(text)}" for what, text in one.shown)
    if one.lacking:
        yield f"Niet gevonden: {'; '.join(one.lacking)}."
    if one.contrary is not None:
        yield f"Kijk naar deze zin, die het tegendeel lijkt te zeggen: {_short(one.contrary.text)}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
