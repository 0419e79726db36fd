"""sitegen serve: the site on this computer, with what was left out beside it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sitegen.cli import options

if TYPE_CHECKING:
    import argparse

    from sitegen.build import Result

_EXAMPLES = """  sitegen serve                        bouw de website en bekijk haar
  sitegen serve --no-open              zonder de browser te openen
  sitegen serve --port 9000            op een andere poort
  sitegen serve --date 2026-12-01      alsof het 1 december is (de uitvoermap blijft van vandaag)"""


def parser() -> options.Parser:
    """The options of this command."""
    result = options.shared(options.Parser("serve", "Bouwt de website, toont haar in uw browser en werkt haar bij zodra u een bestand bewaart. Niemand anders kan meekijken.", _EXAMPLES))
    result.add_argument("--port", type=port, default=8000, metavar="POORT", help="de poort (standaard 8000, of de eerste vrije daarna)")
    result.add_argument("--no-open", action="store_true", help="open de browser niet")
    result.add_argument("--polling", action="store_true", help="kijk steeds zelf of er iets veranderd is (voor netwerkschijven die dat niet melden)")
    return result


def port(text: str) -> int:
    """A port number; raises what argparse expects, in Dutch."""
    import argparse

    if not text.isdecimal() or not 1024 <= int(text) <= 65_500:
        message = f"'{text}' is geen poort; kies een getal van 1024 tot 65500"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped; gives the exit status."""
    from sitegen.serve.running import Options, run

    root = options.root_of(arguments)
    asked = Options(root, arguments.output or root / "public", arguments.port, arguments.date, not arguments.no_open, arguments.polling)
    return run(asked, _tell, lambda result: _said(result, arguments))


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _said(result: Result, arguments: argparse.Namespace) -> None:
    from sitegen.cli.build import tell

    tell(result, arguments, check=False)
    sys.stdout.flush()
