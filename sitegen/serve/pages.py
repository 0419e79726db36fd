"""The editor's pages as HTML: the list of pages, one page with what was taken out, the bar with the day above both."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from sitegen.dutch import amount, long_day
from sitegen.serve.marked import Look, marked, marked_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from sitegen.privacy.finding import Finding
    from sitegen.problem import Problem
    from sitegen.serve.editing import Line, Seen

MOST = 300
_WORDS = {"verwijderd": "Weggehaald", "tegengehouden": "Tegengehouden", "nakijken": "Even nakijken"}


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: the address of the site, the day that is shown, whether that is today."""

    base: str
    day: dt.date
    today: bool
    failing: int = 0


@dataclass(slots=True)
class Notes:
    """Numbers the findings in the order in which the page meets them."""

    findings: Sequence[Finding]
    used: list[Finding] = field(default_factory=list)

    def number(self, removed: str) -> int:
        """The number of the finding that explains a removed text; 0 when none does."""
        best = max(self.findings, key=lambda one: (_fits(one, removed), one not in self.used), default=None)
        if best is None or not _fits(best, removed):
            return 0
        return self.take(best)

    def take(self, finding: Finding) -> int:
        """The number of this finding."""
        if finding not in self.used:
            self.used.append(finding)
        return self.used.index(finding) + 1

    def rest(self) -> list[Finding]:
        """The findings that have no number: what isn't in the text itself."""
        return [one for one in self.findings if one not in self.used]


def _fits(finding: Finding, removed: str) -> int:
    if finding.verdict == "tegengehouden":
        return 0
    what, gone = finding.what.lower(), removed.lower()
    if what == gone:
        return 3
    if what in gone or gone in what:
        return 2
    return int(bool(set(what.split()) & set(gone.split())))


def one(seen: Seen, frame: Frame) -> str:
    """A page with what was removed struck through where it was, and the reasons beside it."""
    notes = Notes(seen.findings)
    withheld = {found.what: found for found in seen.findings if found.verdict == "tegengehouden"}
    look = Look(notes.number, _card_of(seen.source, withheld, notes), lambda key: f"foto?bron={quote(seen.source, safe='')}&sleutel={quote(key, safe='')}")
    title, *fields = seen.fields or (None,)
    head = marked_text(title.before or title.after, title.after, notes.number) if title else escape(seen.source)
    rows = "".join(f"<dt>{escape(one.name)}</dt><dd>{marked_text(one.before, one.after, notes.number)}</dd>" for one in fields if one)
    body = marked(seen.before, seen.after, look, seen.pictures)
    where = f'<a class="chip goed" href="{escape(frame.base + seen.url)}">Bekijk op de website</a>' if seen.url is not None else f'<span class="chip">Niet op de website: {escape(seen.why_not)}</span>'
    article = f'<article><p class="bron"><code>{escape(seen.source)}</code> {where}</p><h1>{head}</h1>' + (f'<dl class="kop">{rows}</dl>' if rows else "") + f'{_problems(seen.problems)}<div class="tekst">{body}</div></article>'
    return _whole("Redactie", frame, f'<main class="twee">{article}<aside aria-label="Wat is weggelaten en waarom">{_aside(notes)}</aside></main>')


def overview(lines: Sequence[Line], frame: Frame, wanted: str = "") -> str:
    """The list of pages, newest first; `wanted` are words that must be in title or file name."""
    words = wanted.lower().split()
    found = [line for line in lines if all(word in f"{line.title} {line.source}".lower() for word in words)]
    rows = "".join(_row(line, frame) for line in found[:MOST])
    more = f"<p class=dim>De eerste {MOST} van {len(found)} pagina's. Zoek op een woord om de andere te vinden.</p>" if len(found) > MOST else ""
    search = f'<form class="zoek" action="redactie"><label for="zoek">Zoek op titel of bestand</label> <input id="zoek" name="zoek" type="search" value="{escape(wanted)}"> <button>Zoek</button></form>'
    table = f'<table><thead><tr><th scope="col">Pagina</th><th scope="col">Stand</th><th scope="col" class="getal">Weggehaald</th><th scope="col" class="getal">Tegengehouden</th><th scope="col" class="getal">Nakijken</th></tr></thead><tbody>{rows}</tbody></table>'
    empty = '<p class="leeg">Er is nog niets gebouwd, of geen pagina past bij deze woorden.</p>'
    return _whole("Redactie", frame, f"<main><h1>Alle pagina's</h1><p class=dim>Met wat de privacycontrole heeft weggelaten. Dit ziet u alleen hier; bezoekers van de website zien het niet.</p>{search}{table if rows else empty}{more}</main>")


def missing(wanted: str, frame: Frame) -> str:
    """What to say when an address has no source of its own: a list, a feed, the calendar."""
    return _whole("Redactie", frame, f"<main><h1>Deze pagina schrijft sitegen zelf</h1><p>Bij <code>/{escape(wanted)}</code> hoort geen tekst van u: het is een overzicht dat uit de andere pagina's wordt gemaakt. Wat er op die pagina's is weggelaten, ziet u in <a href=\"redactie\">de lijst</a>.</p></main>")


def fault(text: str, frame: Frame) -> str:
    """A page that says what went wrong."""
    return _whole("Redactie", frame, f"<main><h1>Dit lukte niet</h1><p>{escape(text)}</p></main>")


def _row(line: Line, frame: Frame) -> str:
    state = f'<a class="chip goed" href="{escape(frame.base + line.url)}">op de website</a>' if line.url is not None else f'<span class="chip">{escape(line.why_not)}</span>'
    if line.faults:
        state += ' <span class="chip fout">te verbeteren</span>'
    numbers = "".join(f'<td class="getal">{number or "<span class=dim>–</span>"}</td>' for number in (line.removed, line.withheld, line.doubts))
    return f'<tr><td><a href="pagina?adres={quote(line.source, safe="")}">{escape(line.title)}</a><br><code>{escape(line.source)}</code></td><td>{state}</td>{numbers}</tr>'


def _card_of(source: str, withheld: dict[str, Finding], notes: Notes) -> Callable[[str, str], str]:
    def card(name: str, alt: str) -> str:
        found = withheld.get(posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(name))))
        number = notes.take(found) if found else 0
        why = found.why if found else "niet getoond"
        remedy = _remedy(found.remedy) if found else ""
        described = f"<p>Beschrijving: {escape(alt)}</p>" if alt else ""
        return (f'<figure class="kaart" id="plek-{number}"><span class="merk" aria-hidden="true"></span><figcaption><b>Niet op de website: {escape(posixpath.basename(unquote(name)))}</b>'
                f"<p>{escape(_sentence(why))}</p>{described}{remedy}</figcaption></figure>")

    return card


def _aside(notes: Notes) -> str:
    if not notes.findings:
        return '<h2>Niets weggelaten</h2><p class="dim">Op deze pagina staat niets dat niet openbaar mag zijn.</p>'
    parts = ["<h2>Wat en waarom</h2><ol class=noten>"]
    parts += [_note(found, number) for number, found in enumerate(notes.used, 1)]
    parts += [_note(found, 0) for found in notes.rest()]
    parts.append("</ol>")
    return "".join(parts)


def _note(found: Finding, number: int) -> str:
    mark = f'<a class="nummer" href="#plek-{number}">{number}</a>' if number else '<span class="nummer leeg" aria-hidden="true">·</span>'
    what = f"<del>{escape(found.what)}</del>" if found.verdict == "verwijderd" else f"<b>{escape(found.what)}</b>"
    line = f" · regel {found.place.line}" if found.place.line else ""
    return f'<li class="{escape(found.verdict)}"' + (f' id="noot-{number}"' if number else "") + f'>{mark}<div><p class="dim">{_WORDS[found.verdict]}{line}</p><p>{what}</p><p>{escape(_sentence(found.why))}</p>{_remedy(found.remedy)}</div></li>'


def _remedy(text: str) -> str:
    return f'<div class="toch"><span class="dim">Toch plaatsen?</span> <code>{escape(text)}</code> <button type="button" class="kopieer" hidden>Kopieer</button></div>' if text else ""


def _problems(problems: Iterable[Problem]) -> str:
    items = "".join(f"<li><code>{escape(str(one.place))}</code> {escape(one.fault)} <em>{escape(one.remedy)}</em></li>" for one in problems)
    return f'<ul class="meldingen">{items}</ul>' if items else ""


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) or not text else ".")


def _whole(title: str, frame: Frame, main: str) -> str:
    note = "" if frame.today else f'<p class="dag" role="status">U bekijkt de website zoals op <b>{long_day(frame.day.isoformat())}</b>. De echte website verandert hier niet door.</p>'
    failing = f'<p class="dag fout" role="status">De laatste bouw lukte niet: {amount(frame.failing, "melding", "meldingen")}. U ziet de vorige versie.</p>' if frame.failing else ""
    back = "" if frame.today else '<button name="dag" value="" formnovalidate>Vandaag</button>'
    return f"""<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>{title}</title>
<link rel="stylesheet" href="/_sitegen/redactie.css"><script src="/_sitegen/redactie.js" defer></script></head>
<body><header><a class="naam" href="redactie">Redactie</a><nav aria-label="Redactie"><a href="redactie">Alle pagina's</a><a href="rapport">Rapport</a><a href="{escape(frame.base)}">Naar de website</a></nav>
<form method="post" action="dag"><label for="dag">Bekijk als op</label><input id="dag" type="date" name="dag" value="{frame.day.isoformat()}" required><button>Toon</button>{back}</form></header>
{note}{failing}{main}</body></html>
"""
