"""sitegen watch: build again and again, and publish; for the school's server or NAS."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from sitegen.cli import options

if TYPE_CHECKING:
    import argparse

    from sitegen.build import Result

_EXAMPLES = """  sitegen watch                        bouw zodra er iets verandert
  sitegen watch --publish              en zet de website meteen bij uw host (publish: in site.yaml)
  sitegen watch --polling              voor een netwerkschijf die niet meldt wat er verandert"""


def parser() -> options.Parser:
    """The options of this command."""
    about = (
        "Let op de map van de website en bouwt opnieuw zodra een bestand erbij komt, verandert of weggaat. Gaat er iets mis, dan blijft "
        "de vorige website staan en ligt er naast het bestand een briefje NAAM.fout.txt met wat u kunt doen."
    )
    result = options.shared(options.Parser("watch", about, _EXAMPLES))
    result.add_argument("--publish", action="store_true", help="zet de website na elke bouw bij uw host")
    result.add_argument("--polling", action="store_true", help="kijk steeds zelf of er iets veranderd is (voor netwerkschijven die dat niet melden)")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Watch until stopped; gives the exit status."""
    from sitegen.cli import publish
    from sitegen.watch.running import Options, run

    root = options.root_of(arguments)
    output = arguments.output or root / "public"
    if arguments.date:
        sys.stderr.write("sitegen watch: --date kan hier niet; er wordt altijd voor vandaag gebouwd.\n")
        return 2
    if arguments.publish:
        publish.chosen(root, {})  # a fault in site.yaml is told now, not after the first build
    send = partial(publish.send_again, root, output) if arguments.publish else None
    return run(Options(root, output, arguments.strict, arguments.polling, send), _tell, lambda result: _said(result, arguments))


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _said(result: Result, arguments: argparse.Namespace) -> None:
    from sitegen.cli.build import tell

    tell(result, arguments, check=False)
    sys.stdout.flush()
