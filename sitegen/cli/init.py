"""sitegen init: a fresh school site to begin with, its register kept out of git."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli import options

if TYPE_CHECKING:
    import argparse
    from importlib.abc import Traversable

_EXAMPLES = """  sitegen init mijn-school             maak een nieuwe website in de map mijn-school
  cd mijn-school && sitegen build      en bouw haar"""


def parser() -> options.Parser:
    """The options of this command."""
    result = options.Parser("init", "Begint een nieuwe website: instellingen, een paar pagina's en een lege plek voor het register.", _EXAMPLES)
    result.add_argument("map", type=Path, metavar="MAP", help="de map waarin de website komt; ze mag nog niet bestaan of is leeg")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Make the site; gives the exit status."""
    target: Path = arguments.map
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        sys.stderr.write(f"sitegen init: {target} is niet leeg; daar wordt niets in veranderd. Kies een nieuwe map.\n")
        return 2
    _copy(files("sitegen") / "packaged" / "starter", target)
    (target / "gitignore").rename(target / ".gitignore")
    (target / "register").chmod(0o700)
    sys.stdout.write(f"Gemaakt: {target}\nPas site.yaml aan, zet uw exports in register/ en bouw: cd {target} && sitegen build\n")
    return 0


def _copy(source: Traversable, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for item in source.iterdir():
        if item.is_dir():
            _copy(item, target / item.name)
        else:
            (target / item.name).write_bytes(item.read_bytes())
