"""sitegen build: the site, from the authors' files to the output folder."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.cli import options

if TYPE_CHECKING:
    import argparse

    from sitegen.build import Result

_EXAMPLES = """  sitegen build                        bouw de website in deze map
  sitegen build --date 2026-12-01      alsof het 1 december is
  sitegen build --strict               niet plaatsen als er nog iets na te kijken is
  sitegen build --explain              zeg van elk bestand waarom het opnieuw is gemaakt"""


# More advice, and more problems in all, than this are read in the report.
_ADVICE = 12
_PROBLEMS = 60


def parser() -> options.Parser:
    """The options of this command."""
    result = options.shared(options.Parser("build", "Bouwt de website: leest de teksten, haalt eruit wat niet openbaar mag, controleert het resultaat en plaatst het.", _EXAMPLES))
    result.add_argument("--explain", action="store_true", help="zeg van elk bestand waarom het opnieuw is gemaakt")
    return result


def run(arguments: argparse.Namespace, *, check: bool = False) -> int:
    """Build; gives the exit status."""
    from sitegen.build import Request, build

    root = options.root_of(arguments)
    day = arguments.date or dt.date.today()  # noqa: DTZ011  the school's own day
    told = options.progress() if not (arguments.quiet or arguments.json) else None
    result = build(Request(root, arguments.output or root / "public", day, strict=arguments.strict, check=check, told=told))
    if arguments.json:
        sys.stdout.write(json.dumps(_as_json(result, names=arguments.names), ensure_ascii=False) + "\n")
    else:
        tell(result, arguments, check=check)
    return result.status


def tell(result: Result, arguments: argparse.Namespace, *, check: bool) -> None:
    """Say what came of a build: problems, leaks, what was remade, the summary."""
    # Advice on what was written years ago is for another day; it stands in the report.
    advice = [problem for problem in result.problems if problem.code.startswith("advies-") and (check or problem.place.file in result.remade or "." not in problem.place.file)]
    told = [
        problem for problem in sorted(result.problems, key=lambda problem: problem.severity != "fout")
        if (problem.severity == "fout" or not arguments.quiet) and (not problem.code.startswith("advies-") or problem in advice[:_ADVICE])
    ]
    # A build that could not begin writes no report: then everything is said here.
    most = len(told) if result.status == 2 else _PROBLEMS
    for problem in told[:most]:
        mark = {"fout": "FOUT", "waarschuwing": "let op", "nakijken": "nakijken"}[problem.severity]
        sys.stderr.write(f"{mark}  {problem}\n")
    if told[most:]:
        sys.stderr.write(f"… en nog {dutch.amount(len(told) - most, 'melding; zij staat', 'meldingen; zij staan')} in .sitegen/report.html.\n")
    for leak in result.leaks:
        made_from = f", gemaakt van {result.sources[leak.file]}" if leak.file in result.sources else ""
        sys.stderr.write(f"LEK   {leak.file}:{leak.line}{made_from}: {leak.kind}" + (f" ({leak.shown})" if arguments.names else "") + "\n")
    if len(advice) > _ADVICE and not arguments.quiet:
        sys.stderr.write(f"let op  En nog {dutch.amount(len(advice) - _ADVICE, 'advies over teksten; het staat', 'adviezen over teksten; zij staan')} in .sitegen/report.html.\n")
    if arguments.quiet:
        return
    if getattr(arguments, "explain", False):
        for path, why in sorted(result.remade.items()):
            sys.stdout.write(f"{path}: {why}\n")
    for path in result.foreign:
        sys.stderr.write(f"let op  {path}: dit bestand in de uitvoermap is niet van sitegen; het is blijven staan en niet gecontroleerd.\n")
    for note in result.notes:
        sys.stdout.write(f"{note}\n")
    sys.stdout.write(_summary(result, check=check))


def _summary(result: Result, *, check: bool) -> str:
    if result.stopped:
        return ""
    if result.unchanged:
        return "Er is niets veranderd; de website is bij.\n"
    # A check makes files, to have them read, and places none.
    numbers = dutch.counted({name: number for name, number in result.counts.items() if not check or name != "bestanden geschreven"})
    if result.status == 0:
        lead = "Alles is in orde; er is niets geplaatst." if check else "De website is geplaatst."
        return f"{lead} {numbers}.\nWat er is weggelaten en waarom: .sitegen/report.html\n"
    lead = {
        1: "De website is NIET geplaatst: verbeter eerst wat hierboven staat.",
        2: "De website is NIET gebouwd: verbeter eerst wat hierboven staat.",
        3: "De website is NIET geplaatst: de eindcontrole vond iets dat niet openbaar mag (met --names staat erbij wat). Haal het uit de tekst die erachter staat. Is het geen kind of geen privégegeven? Zet het dan in uitzonderingen.yaml. De automaat had dit eerder moeten zien: meld het ons.",
    }[result.status]
    doubts = result.counts.get("na te kijken", 0)
    if result.status == 1 and doubts and not any(problem.severity == "fout" for problem in result.problems):
        lead = f"De website is NIET geplaatst: met --strict moet eerst bekeken zijn wat hierboven staat, en {'het ene ding' if doubts == 1 else f'de {doubts} dingen'} onder 'Even nakijken' in .sitegen/report.html."
    if check:
        return f"{lead.replace('NIET geplaatst', 'nog niet goed')} De vorige website staat er nog.\n"
    return f"{lead} De vorige website staat er nog, ook wat in deze bouw werd ingetrokken.\n"


def _as_json(result: Result, *, names: bool) -> dict[str, object]:
    return {
        "status": result.status,
        "ongewijzigd": result.unchanged,
        "aantallen": result.counts,
        "meldingen": [{"bestand": one.place.file, "regel": one.place.line, "code": one.code, "ernst": one.severity, **({"fout": one.fault, "wat_te_doen": one.remedy} if names else {})} for one in result.problems],
        "lekken": [{"bestand": one.file, "regel": one.line, "soort": one.kind} for one in result.leaks],
        "geschreven": list(result.written),
        "verwijderd": list(result.removed),
        "vreemd": list(result.foreign),
    }
