"""sitegen schoolgids: read a guide in, compare two editions, look for the legal topics."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli import options

if TYPE_CHECKING:
    import argparse

    from sitegen.problem import Problem

_EXAMPLES = """  sitegen schoolgids import gids.docx --jaar 2026-2027 --proef   wat zou er veranderen?
  sitegen schoolgids import gids.docx --jaar 2026-2027           splits de gids in hoofdstukken
  sitegen schoolgids diff 2025-2026 2026-2027                    wat is er anders? ook als papier
  sitegen schoolgids check                                       komen de wettelijke onderwerpen aan bod?"""
# What → module in this package.
_PARTS = {"import": "gidsimport", "diff": "gidsdiff", "check": "gidscheck"}


def parser() -> options.Parser:
    """The options of this command."""
    result = options.shared(options.Parser("schoolgids", "Werkt aan de schoolgids: import (een Word- of tekstbestand in hoofdstukken), diff (twee edities vergelijken) of check (de wettelijke onderwerpen).", _EXAMPLES))
    result.add_argument("wat", choices=tuple(_PARTS), help="import BESTAND, diff OUD NIEUW, of check [JAAR]")
    result.add_argument("waarvan", nargs="*", help="bij import: gids.docx of gids.md; bij diff: twee schooljaren; bij check: een schooljaar (standaard: de gids van nu)")
    result.add_argument("--jaar", default="", metavar="JJJJ-JJJJ", help="bij import: het schooljaar van de gids, bijvoorbeeld 2026-2027")
    result.add_argument("--proef", action="store_true", help="bij import: alleen zeggen wat er zou veranderen")
    result.add_argument("--bouw", action="store_true", help="bij import: bouw daarna meteen de website")
    result.add_argument("--naar", type=Path, default=None, metavar="MAP", help="bij diff en check: zet het papier in deze map (standaard: .sitegen/ in de site)")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; gives the exit status."""
    wanted = {"import": (1, 1, "noem het bestand: sitegen schoolgids import gids.docx --jaar 2026-2027"), "diff": (2, 2, "noem twee schooljaren: sitegen schoolgids diff 2025-2026 2026-2027"), "check": (0, 1, "noem hoogstens één schooljaar: sitegen schoolgids check 2026-2027")}
    least, most, remedy = wanted[arguments.wat]
    if not least <= len(arguments.waarvan) <= most:
        parser().error(remedy)
    return int(import_module(f"sitegen.cli.{_PARTS[arguments.wat]}").run(arguments))


def tell(problems: tuple[Problem, ...], *, quiet: bool) -> None:
    """What was noticed on the way, on the error stream."""
    for problem in problems:
        if problem.severity == "fout" or not quiet:
            sys.stderr.write(f"{'FOUT  ' if problem.severity == 'fout' else 'let op'}  {problem}\n")
