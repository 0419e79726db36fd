"""The consent overview of a group: child × category, legible in black and white, for the wall of the staff room (P10)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from sitegen.consent import CLASS_LIST, FIRST_NAME, Channel, Kind, category, combine, in_words
from sitegen.desk import papers
from sitegen.desk.groups import called, children, school_year, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.consent import Verdict
    from sitegen.importers import Loaded
    from sitegen.school import School

_SHOWN: dict[str, dict[str, str]] = {
    "Foto": {category(Kind.PHOTO, channel): "Parro" if channel is Channel.PARRO else str(channel) for channel in Channel},
    "Werk": {category(Kind.WORK, channel): str(channel) for channel in Channel if channel is not Channel.PARRO},
    "En verder": {FIRST_NAME: "voornaam bij foto", CLASS_LIST: "klassenlijst"},
}
# (what the line is about, kind of page whose rule counts): teachers ask for these when they hold a camera.
_PLACES = (("de website", "page"), ("de nieuwsbrief", "newsletter"), ("de schoolgids", "schoolgids"), ("social media", "social"))
_SOON = dt.timedelta(days=31)
_STYLE = """
table { font-size: 10pt; }
th, td { height: 6.6mm; padding: 0 1mm; border-bottom: 0.5pt solid #aaa; text-align: center; line-height: 1.15; }
thead th { height: auto; padding-bottom: 1mm; font-weight: 600; font-size: 8pt; vertical-align: bottom; }
thead tr:first-child th { border-bottom: 0; font-size: 10pt; padding-bottom: 0.5mm; }
thead tr:last-child th, thead .kind { border-bottom: 1.5pt solid #111; }
th.kind { text-align: left; white-space: nowrap; padding-left: 0; font-weight: 600; }
.begin { border-left: 0.75pt solid #111; }
.nee, .onbekend { display: inline-block; min-width: 10mm; padding: 0.4mm 1mm; border-radius: 1mm; font-weight: 700; line-height: 1.1; }
.nee { border: 1.2pt solid #111; background: #111; color: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.onbekend { border: 1pt dashed #111; }
.ja { color: #333; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.6mm 4mm; margin: 0 0 4mm; padding: 2.5mm 4mm; border: 1.5pt solid #111; border-radius: 2mm; }
dt { font-weight: 700; } dd { margin: 0; }
ul { margin: 1mm 0 0; padding-left: 5mm; } .na { margin-top: 3.5mm; break-inside: avoid; }
"""


@dataclass(frozen=True, slots=True)
class Overview:
    """One group: who may not be shown where, every answer by child, who didn't answer, which answers end soon.

    rows: a child, the answers by column, and the columns whose yes does not count, because its page needs another yes too.
    """

    group: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Verdict, ...], frozenset[str]], ...]
    banned: tuple[tuple[str, tuple[str, ...]], ...]
    unanswered: tuple[str, ...]
    ending: tuple[str, ...]


def overview(loaded: Loaded, school: School, group: str) -> Overview:
    """The overview of one group as things stand on the loaded day."""
    register = loaded.register
    pupils = children(register, group)
    names = called(pupils)
    columns = tuple(name for table in _SHOWN.values() for name in table if name in register.asked)
    rows = tuple((names[pupil.number], tuple(register.answer(pupil.number, name).verdict for name in columns), _barred(loaded, school, pupil.number, columns)) for pupil in pupils)
    banned = []
    for place, page in _PLACES:
        needed = [category(Kind.PHOTO, channel) for channel in needs(school, page)]
        banned.append((place, tuple(names[pupil.number] for pupil in pupils if not combine(register.answers.get(pupil.number, {}), needed).may)))
    silent = {number for numbers in loaded.unanswered.values() for number in numbers}
    ending = []
    for pupil in pupils:
        for name in columns:
            answer = register.answer(pupil.number, name)
            until = answer.decision.until if answer.may and answer.decision else None
            if until is not None and until - loaded.day <= _SOON:
                ending.append(f"{names[pupil.number]}: {name} tot en met {in_words(until)}")
    return Overview(group, columns, rows, tuple(banned), tuple(names[pupil.number] for pupil in pupils if pupil.number in silent), tuple(ending))


def _barred(loaded: Loaded, school: School, number: str, columns: Sequence[str]) -> frozenset[str]:
    # A bare "ja" under "nieuwsbrief" would say that the picture may go in, while the rule (FORMATS §4) keeps it out.
    answers = loaded.register.answers.get(number, {})
    barred = set()
    for kind in Kind:
        for channel, page in _PAGES.items():
            name = category(kind, channel)
            if name in columns and loaded.register.answer(number, name).may and not combine(answers, [category(kind, one) for one in needs(school, page)]).may:
                barred.add(name)
    return frozenset(barred)


_PAGES = {Channel.WEBSITE: "page", Channel.NEWSLETTER: "newsletter", Channel.SCHOOLGIDS: "schoolgids", Channel.SOCIAL: "social"}
STAR = "nee*: de ouders zeiden hier ja, maar niet bij de website, waar dit ook komt; dus niet plaatsen."
BOTH = "Een foto in de nieuwsbrief of schoolgids komt ook op de website; daarom is daar meer dan één ja nodig."
_DEFAULT = {"page": (Channel.WEBSITE,), "newsletter": (Channel.WEBSITE, Channel.NEWSLETTER), "schoolgids": (Channel.WEBSITE, Channel.SCHOOLGIDS), "social": (Channel.SOCIAL,)}


def needs(school: School, page: str) -> tuple[Channel, ...]:
    """The channels that a kind of page needs at this school."""
    return school.consent.get(page) or _DEFAULT[page]


def as_html(overviews: Sequence[Overview], loaded: Loaded, school: School) -> str:
    """The overviews for the printer, a page a group."""
    title = "Toestemming" + (f" {spoken(overviews[0].group)}" if len(overviews) == 1 else " per groep")
    return papers.html(title, _STYLE, [_section(one, loaded, school) for one in overviews])


def _section(one: Overview, loaded: Loaded, school: School) -> str:
    fresh = f"antwoorden van ouders tot en met {in_words(loaded.snapshot)}" if loaded.snapshot else "er is geen overzicht van de ouders ingelezen"
    parts = [f'<div class="kop"><h1>Toestemming {escape(spoken(one.group))}</h1><p>{escape(school.name)}, schooljaar {school_year(loaded.day)}<br>stand op {in_words(loaded.day)}<br>{fresh}</p></div>', "<dl>"]
    for place, banned in one.banned:
        parts.append(f"<dt>Niet op foto’s voor {place}:</dt><dd>{escape(', '.join(banned)) or 'iedereen mag'}</dd>")
    parts += ["</dl>", _table(one)]
    for intro, lines in (("Nog niet (helemaal) ingevuld door de ouders:", [", ".join(one.unanswered)] if one.unanswered else []), ("Loopt binnenkort af:", list(one.ending))):
        if lines:
            body = f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>" if len(lines) > 1 else f" {escape(lines[0])}"
            parts.append(f'<div class="na"><strong>{intro}</strong>{body}</div>')
    parts.append('<p class="voet"><strong>Alleen voor het team. Niet kopiëren of doorsturen.</strong> „?” betekent: geen geldig antwoord, dus niet plaatsen. ' + (f"{STAR} " if any(barred for *_, barred in one.rows) else "") + BOTH + "</p>")
    return "\n".join(parts)


def _table(one: Overview) -> str:
    heads, subheads = ['<th rowspan="2" class="kind">Kind</th>'], []
    starts = set()
    for title, table in _SHOWN.items():
        shown = [name for name in table if name in one.columns]
        if shown:
            starts.add(shown[0])
            heads.append(f'<th colspan="{len(shown)}" class="begin">{title}</th>')
            subheads += [f"<th{_begin(name in starts)}>{escape(table[name])}</th>" for name in shown]
    lines = []
    for name, verdicts, barred in one.rows:
        cells = "".join(f"<td{_begin(column in starts)}>{_BARRED if column in barred else _MARK[verdict]}</td>" for column, verdict in zip(one.columns, verdicts, strict=True))
        lines.append(f'<tr><th scope="row" class="kind">{escape(name)}</th>{cells}</tr>')
    return f"<table>\n<thead>\n<tr>{''.join(heads)}</tr>\n<tr>{''.join(subheads)}</tr>\n</thead>\n<tbody>\n" + "\n".join(lines) + "\n</tbody>\n</table>"


_MARK: dict[Verdict, str] = {"ja": '<span class="ja">ja</span>', "nee": '<span class="nee">nee</span>', "onbekend": '<span class="onbekend">?</span>'}

_BARRED = '<span class="nee">nee*</span>'


def _begin(yes: bool) -> str:
    return ' class="begin"' if yes else ""


def as_text(one: Overview, loaded: Loaded) -> str:
    """The overview for the terminal."""
    labels = [name.replace("nieuwsbrief", "nieuwsbr.").split(" ") for name in one.columns]
    heads = ["\n".join((*([""] * (2 - len(label))), *label)).split("\n") for label in labels]
    widths = [max(len(line) for line in head) for head in heads]
    first = max([len(name) for name, *_ in one.rows], default=4) + 2
    lines = [f"{one.group}, stand op {in_words(loaded.day)}", ""]
    lines += [" " * first + "  ".join(head[row].ljust(width) for head, width in zip(heads, widths, strict=True)).rstrip() for row in (0, 1)]
    shown = {"ja": "ja", "nee": "NEE", "onbekend": "?"}
    for name, verdicts, barred in one.rows:
        cells = ["NEE*" if column in barred else shown[verdict] for column, verdict in zip(one.columns, verdicts, strict=True)]
        lines.append(name.ljust(first) + "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())
    lines.append("")
    lines += [f"Niet op foto's voor {place}: {', '.join(banned) or 'iedereen mag'}" for place, banned in one.banned]
    lines += [STAR.replace("nee*", "NEE*")] if any(barred for *_, barred in one.rows) else []
    lines.append(f"({BOTH})")
    if one.unanswered:
        lines.append(f"Nog niet (helemaal) ingevuld: {', '.join(one.unanswered)}")
    lines += [f"Loopt binnenkort af: {line}" for line in one.ending]
    return "\n".join(lines) + "\n"
