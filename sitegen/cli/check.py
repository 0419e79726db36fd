"""sitegen check: everything a build does, except placing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.cli import build, options

if TYPE_CHECKING:
    import argparse

_EXAMPLES = """  sitegen check                        controleer alles
  sitegen check --strict               ook waarschuwingen tellen als fout"""


def parser() -> options.Parser:
    """The options of this command."""
    return options.shared(options.Parser("check", "Doet alles wat een bouw doet, maar plaatst niets.", _EXAMPLES))


def run(arguments: argparse.Namespace) -> int:
    """Check; gives the exit status a build would have."""
    return build.run(arguments, check=True)
