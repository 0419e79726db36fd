"""sitegen parro: a message about a newsletter, ready to paste in Parro."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING

from sitegen.cli import options

if TYPE_CHECKING:
    import argparse

_EXAMPLES = """  sitegen parro                                                over de nieuwste nieuwsbrief
  sitegen parro newsletters/2026-11-20-weekbericht-12.md"""


def parser() -> options.Parser:
    """The options of this command."""
    result = options.shared(options.Parser("parro", "Schrijft een bericht voor Parro over een nieuwsbrief: gewone tekst met een link, om te plakken. Zonder bijlagen.", _EXAMPLES))
    result.add_argument("nieuwsbrief", nargs="?", default="", help="het bestand of de naam (standaard: de nieuwste)")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Print the message; gives the exit status."""
    from sitegen.social.parro import message

    text = message(options.root_of(arguments), arguments.nieuwsbrief, arguments.date or dt.date.today())  # noqa: DTZ011  the school's own day
    sys.stdout.write(json.dumps({"bericht": text}, ensure_ascii=False) + "\n" if arguments.json else text)
    return 0
