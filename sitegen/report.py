"""What the pass took out, where, why, and the line that would change it. Private: mode 0600, never in the output."""

from __future__ import annotations

import json
import os
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from sitegen import diskfault, dutch
from sitegen.problem import from_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from sitegen.privacy.finding import Finding
    from sitegen.problem import Plain

_HEADINGS = {
    "tegengehouden": "Tegengehouden foto's, werkjes en bijlagen",
    "nakijken": "Even nakijken",
    "verwijderd": "Verwijderd uit de tekst",
}


class Part(NamedTuple):
    """The findings of some pages, written out: as JSON objects, and as table rows of the page by verdict (see _HEADINGS).

    Sites keep thousands of findings from year to year: what didn't change is not written out again.
    """

    json: str
    html: tuple[str, ...]


class Summary(NamedTuple):
    """One build, told, but for its findings: problems (see `Problem.plain`), counts, consent freshness, what changed since the last.

    numbers: how many findings there are by verdict.
    """

    day: str
    school: str
    numbers: Mapping[str, int]
    problems: Sequence[Plain]
    counts: Mapping[str, int]
    snapshot: str = ""
    fictional: bool = False
    new: Sequence[str] = ()
    vanished: Sequence[str] = ()
    notes: Sequence[str] = ()


def write(found: Part, report: Summary, private: Path) -> None:
    """Write report.json and report.html in the private folder, readable by their owner only."""
    private.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_private(private / "report.json", as_json(found, report))
    write_private(private / "report.html", as_html(found, report))


def write_private(path: Path, text: str) -> None:
    """Write a private file with mode 0600, whole or not at all."""
    temporary = path.with_name(f"{path.name}.nieuw")
    descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with diskfault.named(path), os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
    os.replace(temporary, path)


def part(findings: Iterable[Finding]) -> Part:
    """The findings of some pages, written out in the order of page and line."""
    ordered = sorted(findings, key=lambda found: (found.place.file, found.place.line))
    plain = (
        {
            "bestand": one.place.file, "regel": one.place.line, "soort": one.rule, "oordeel": one.verdict, "wat": one.what,
            "waarom": one.why, "wat_te_doen": one.remedy, "voor": one.before, "na": one.after,
        }
        for one in ordered
    )
    return Part(",\n".join(json.dumps(one, ensure_ascii=False) for one in plain), tuple(_rows([one for one in ordered if one.verdict == verdict]) for verdict in _HEADINGS))


def joined(parts: Sequence[Part]) -> Part:
    """Several parts as one, in their order."""
    return Part(",\n".join([one.json for one in parts if one.json]), tuple("".join([one.html[index] for one in parts]) for index in range(len(_HEADINGS))))


def as_json(found: Part, report: Summary) -> str:
    """The report as JSON, with stable names."""
    values: dict[str, object] = {
        "datum": report.day,
        "school": report.school,
        "fictief_register": report.fictional,
        "toestemming_van": report.snapshot,
        "aantallen": dict(report.counts),
        "meldingen": [
            {"bestand": file, "regel": line, "code": code, "ernst": severity, "fout": fault, "wat_te_doen": remedy}
            for file, line, code, fault, remedy, severity in report.problems
        ],
        "nieuw": list(report.new),
        "verdwenen": list(report.vanished),
        "opmerkingen": list(report.notes),
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "{\n" + ",\n".join(lines) + f',\n"bevindingen": [\n{found.json}\n]\n}}\n'


def as_html(found: Part, report: Summary) -> str:
    """The report as one page that a director can read: what needs attention first, one block a page."""
    lines = [_HEAD.format(school=escape(report.school)), f"<h1>Privacyrapport</h1><p class=dim>{escape(report.school)} · gebouwd voor {escape(report.day)}</p>"]
    if report.fictional:
        lines.append("<p class=note>Het register van deze website is verzonnen (<code>fictional: true</code>).</p>")
    lines.append("<p class=warn>Dit rapport bevat namen. Bewaar het op school en deel het niet.</p><ul class=counts>")
    lines += [f"<li><b>{number}</b> {escape(dutch.noun(number, name))}</li>" for name, number in report.counts.items()]
    lines.append("</ul>")
    lines += [f"<p class=note>{escape(note)}</p>" for note in report.notes]
    if report.problems:
        lines.append("<h2>Meldingen</h2><ul>")
        lines += [f"<li class={escape(one.severity)}><code>{escape(str(one.place))}</code> {escape(one.fault)} <em>{escape(one.remedy)}</em></li>" for one in from_plain(report.problems)]
        lines.append("</ul>")
    if report.vanished:
        lines.append("<h2>Verdwenen adressen</h2><p>Deze adressen staan niet meer op de website. Zoekmachines bewaren soms een kopie: vraag zo nodig verwijdering aan. Is een pagina verhuisd, zet dan op de nieuwe bij <code>oude_adressen:</code> het oude adres. Afgehandeld? Haal de regel weg uit <code>.sitegen/verdwenen.txt</code>; tot dan blijft het adres hier staan.</p><ul>")
        lines += [f"<li><code>/{escape(path)}</code></li>" for path in report.vanished]
        lines.append("</ul>")
    for index, (verdict, heading) in enumerate(_HEADINGS.items()):
        if report.numbers.get(verdict):
            lines.append(f"<h2>{escape(heading)} ({report.numbers[verdict]})</h2><table><thead>{_COLUMNS}</thead><tbody>{found.html[index]}</tbody></table>")
    lines.append("</main></html>\n")
    return "\n".join(lines)


def _rows(findings: Sequence[Finding]) -> str:
    rows = []
    page = ""
    for one in findings:
        if one.place.file != page:
            page = one.place.file
            rows.append(f"<tr class=page><th colspan=4 scope=rowgroup>{escape(page)}</th></tr>")
        what = f"<s>{escape(one.what)}</s>" if one.verdict == "verwijderd" else escape(one.what)
        context = f"<div class=ctx>{escape(one.before)}<br>→ {escape(one.after)}</div>" if one.before else ""
        remedy = f"<code>{escape(one.remedy)}</code>" if one.remedy else ""
        rows.append(f"<tr><td>{one.place.line or ''}</td><td>{what}{context}</td><td>{escape(one.why)}</td><td>{remedy}</td></tr>")
    return "".join(rows)


_COLUMNS = "<tr><th scope=col>Regel</th><th scope=col>Wat</th><th scope=col>Waarom</th><th scope=col>Toch plaatsen? Zet dan</th></tr>"
_HEAD = """<!doctype html>
<html lang=nl><meta charset=utf-8><meta name=viewport content="width=device-width"><meta name=robots content=noindex>
<title>Privacyrapport {school}</title>
<style>
body{{font:16px/1.5 system-ui,sans-serif;margin:0;color:#222;background:#fafaf7}}main{{max-width:72rem;margin:auto;padding:1.5rem}}
h1{{margin:0}}h2{{margin-top:2.5rem}}.dim{{color:#555}}.warn{{background:#fff3cd;border-left:4px solid #b7791f;padding:.6rem 1rem}}
.note{{background:#eef5f2;border-left:4px solid #1f6f5c;padding:.6rem 1rem}}.counts{{display:flex;flex-wrap:wrap;gap:1rem 2rem;list-style:none;padding:0}}.counts b{{font-size:1.6rem}}
table{{border-collapse:collapse;width:100%;background:#fff}}th,td{{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid #ddd}}
.page th{{background:#eef1ee}}code{{font-size:.85em;overflow-wrap:anywhere;white-space:pre-wrap}}.ctx{{color:#555;font-size:.9em}}s{{background:#fde2e2}}
.fout{{color:#8a1c1c}}@media print{{body{{background:#fff}}}}
</style><main>"""
