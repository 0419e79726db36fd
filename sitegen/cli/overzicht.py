"""sitegen overzicht: who may be shown where, per group, on the screen and on paper."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from sitegen.cli import inside, options

if TYPE_CHECKING:
    import argparse

_EXAMPLES = """  sitegen overzicht                    alle groepen, een bladzijde per groep
  sitegen overzicht 3                  alleen groep 3
  sitegen overzicht "1/2 A" --date 2026-12-01"""


def parser() -> options.Parser:
    """The options of this command."""
    result = options.shared(options.Parser("overzicht", "Laat per groep zien wie waar op foto's mag, met wat ouders nog niet invulden. Maakt ook een pagina om te printen, in .sitegen/.", _EXAMPLES))
    result.add_argument("groep", nargs="?", help='de groep: 3, "groep 3" of "1/2 A" (standaard: alle)')
    return inside.target(result)


def run(arguments: argparse.Namespace) -> int:
    """Show the overview and write it for printing."""
    from sitegen.desk import groups, overzicht, papers

    desk = inside.open_register(arguments)
    found = [overzicht.overview(desk.loaded, desk.school, group) for group in groups.chosen(desk.loaded.register, arguments.groep)]
    path = inside.place(arguments, desk, papers.file_name("overzicht", found[0].group if arguments.groep else ""), ".html")
    papers.keep(path, overzicht.as_html(found, desk.loaded, desk.school).encode(), desk.output)
    if arguments.json:
        rows = [{"groep": one.group, "categorieen": one.columns, "kinderen": [{"naam": name, "antwoorden": dict(zip(one.columns, verdicts, strict=True)), "telt_niet": sorted(barred)} for name, verdicts, barred in one.rows], "niet_ingevuld": one.unanswered} for one in found]
        sys.stdout.write(json.dumps({"bestand": str(path), "groepen": rows}, ensure_ascii=False) + "\n")
        return 0
    if not arguments.quiet:
        sys.stdout.write("\n\n".join(overzicht.as_text(one, desk.loaded) for one in found))
    sys.stdout.write(f"\nOm te printen: {inside.shown(path, desk)} (alleen voor het team)\n")
    return 0
