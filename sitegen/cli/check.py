"""sitegen check: everything a build does, except placing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sitegen.cli import build, options

if TYPE_CHECKING:
    import argparse

_EXAMPLES = """  sitegen check                        controleer alles
  sitegen check --strict               ook waarschuwingen tellen als fout
  sitegen check --links                ook kijken of links naar andere websites nog werken (gaat het internet op)"""


def parser() -> options.Parser:
    """The options of this command."""
    result = options.shared(options.Parser("check", "Doet alles wat een bouw doet, maar plaatst niets.", _EXAMPLES))
    result.add_argument("--links", action="store_true", help="bezoek ook elke website waar een tekst naar verwijst")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Check; gives the exit status a build would have."""
    status = build.run(arguments, check=True)
    if not arguments.links:
        return status
    return max(status, _outside(arguments))


def _outside(arguments: argparse.Namespace) -> int:
    from sitegen import dutch, sources, weblinks
    from sitegen.siteyaml import parse

    root = options.root_of(arguments)
    school, _ = parse(sources.read(root, "site.yaml").decode("utf-8", "replace"))
    links = weblinks.found(root, school.base_url)
    problems = weblinks.check(links, told=None if arguments.quiet or arguments.json else options.progress())
    for problem in problems:
        sys.stderr.write(f"let op  {problem}\n")
    if not (arguments.quiet or arguments.json):
        sys.stdout.write(f"{dutch.amount(len(links), 'link', 'links')} naar andere websites bekeken; " + (f"bij {len(problems)} is iets te doen.\n" if problems else "alles werkt.\n"))
    return 1 if problems and arguments.strict else 0
