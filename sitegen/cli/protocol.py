"""sitegen protocol: how the site stands against the school's own protocol."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING

from sitegen.cli import inside, options

if TYPE_CHECKING:
    import argparse

_EXAMPLES = """  sitegen protocol                     hoe staan wij ervoor?
  sitegen protocol --date 2027-02-01   en op die dag"""


def parser() -> options.Parser:
    """The options of this command."""
    about = "Laat van elke belofte uit het socialmediaprotocol zien hoe het ermee staat: ok, let op of niet gemeten, met de opdracht die het oplost. Maakt ook een pagina om te printen."
    return inside.target(options.shared(options.Parser("protocol", about, _EXAMPLES)))


def run(arguments: argparse.Namespace) -> int:
    """Show it; 0 when nothing needs attention, else 1."""
    from sitegen.desk import papers
    from sitegen.social import protocol

    desk = inside.open_register(arguments, complain=False)
    day = arguments.date or dt.date.today()  # noqa: DTZ011  the school's own day
    found = protocol.promises(desk.root, day, desk.output)
    place = inside.place(arguments, desk, "protocol", ".html")
    papers.keep(place, protocol.as_html(found, desk.school.name, day).encode(), desk.output)
    if arguments.json:
        sys.stdout.write(json.dumps([{"belofte": one.promise, "staat": one.state, "gezien": one.seen, "oplossing": one.mend} for one in found], ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(protocol.as_text(found) + f"Om te printen: {inside.shown(place, desk)}\n")
    return 1 if any(one.state == "let op" for one in found) else 0
