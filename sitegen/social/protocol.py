"""How the site stands against the school's own social media protocol, promise by promise: for the screen and for the meeting."""

from __future__ import annotations

import shutil
import textwrap
from html import escape
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.desk import papers
from sitegen.social import measures
from sitegen.social.measures import Promise

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

_STYLE = """
td, th { text-align: left; vertical-align: top; padding: 1.8mm 2mm; border-bottom: 0.5pt solid #bbb; }
.staat { white-space: nowrap; font-weight: 700; } .staat::before { display: inline-block; width: 1.2em; content: attr(data-teken); }
.ok .staat { color: #10523f; } .let .staat { color: #8a3b00; } .let td { background: #fff7e6; } .niet .staat { color: #555; font-weight: 400; }
code { font-size: 9pt; } .samen { font-size: 12pt; margin: 0 0 4mm; } .samen b { font-size: 15pt; }
"""
_SIGNS = {"ok": "✓", "let op": "!", "niet gemeten": "·"}
_MARK = 14


def promises(root: Path, day: dt.date, output: Path) -> tuple[Promise, ...]:
    """Every promise as it stands on `day`; `output` is the folder of the published site. Raises SiteError."""
    return tuple(measures.promises(measures.look(root, day, output)))


def as_text(found: Sequence[Promise]) -> str:
    """For the screen, as wide as it is."""
    width = max(50, min(110, shutil.get_terminal_size((100, 24)).columns))
    lines: list[str] = []
    for one in found:
        lines += textwrap.wrap(one.promise, width, initial_indent=f"{one.state:<{_MARK}}", subsequent_indent=" " * _MARK)
        lines += textwrap.wrap(one.seen, width, initial_indent=" " * _MARK, subsequent_indent=" " * _MARK)
        if one.mend and one.state != "ok":
            lines += textwrap.wrap(f"→ {one.mend}", width, initial_indent=" " * _MARK, subsequent_indent=" " * (_MARK + 2), break_on_hyphens=False)
    return "\n".join([*lines, "", _sum(found)]) + "\n"


def as_html(found: Sequence[Promise], school: str, day: dt.date) -> str:
    """For paper and for the meeting."""
    rows = "".join(
        f'<tr class="{one.state.split()[0]}"><td class="staat" data-teken="{_SIGNS[one.state]}">{escape(one.state)}</td><td>{escape(one.promise)}</td><td>{escape(one.seen[:1].upper() + one.seen[1:])}</td>'
        f'<td>{_mend(one)}</td></tr>'
        for one in found
    )
    head = f'<div class="kop"><h1>Socialmediaprotocol</h1><p>{escape(school)}<br>{escape(dutch.long_day(day.isoformat()))}</p></div><p class="samen">{escape(_sum(found))}</p>'
    table = f'<table><thead><tr><th scope="col">Staat</th><th scope="col">Wij beloven</th><th scope="col">Gezien</th><th scope="col">Zo lost u het op</th></tr></thead><tbody>{rows}</tbody></table>'
    return papers.html("Socialmediaprotocol", _STYLE, [head + table + '<p class="voet">Gemeten uit de map van de website. Dit is geen juridisch oordeel.</p>'])


def _mend(one: Promise) -> str:
    if not one.mend or one.state == "ok":
        return ""
    return f"<code>{escape(one.mend)}</code>" if one.mend.startswith("sitegen ") else escape(one.mend[:1].upper() + one.mend[1:])


def _sum(found: Sequence[Promise]) -> str:
    number = {state: sum(one.state == state for one in found) for state in _SIGNS}
    return f"{number['ok']} van de {len(found)} beloften {'is' if number['ok'] == 1 else 'zijn'} in orde, {dutch.amount(number['let op'], 'vraagt', 'vragen')} aandacht, {number['niet gemeten']} niet gemeten."
