"""What the commands for inside the school share: the register of the day, and where a paper may be put."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli import options

if TYPE_CHECKING:
    import argparse

    from sitegen.importers import Loaded
    from sitegen.school import School


@dataclass(frozen=True, slots=True)
class Desk:
    """The site's folder, its school, the register of the day and the output folder that papers stay out of."""

    root: Path
    school: School
    loaded: Loaded
    output: Path


def open_register(arguments: argparse.Namespace, *, complain: bool = True) -> Desk:
    """Load the register of the site, for `--date` or today.

    `complain`: what is wrong in it goes to the error stream, and a register without pupils ends the command with 1.
    """
    from sitegen.importers import folder_of, load
    from sitegen.siteyaml import parse

    root = options.root_of(arguments)
    school, _ = parse((root / "site.yaml").read_text("utf-8"))
    loaded = load(folder_of(root, school), school, arguments.date or dt.date.today())  # noqa: DTZ011  the school's own day
    if complain:
        for problem in loaded.problems:
            if problem.severity == "fout" or not arguments.quiet:
                sys.stderr.write(f"{'FOUT  ' if problem.severity == 'fout' else 'let op'}  {problem}\n")
        if not loaded.register.pupils:
            raise SystemExit(1)
    return Desk(root, school, loaded, arguments.output or root / "public")


def target(parser: options.Parser) -> options.Parser:
    """Add `--naar`, the folder for papers."""
    parser.add_argument("--naar", type=Path, default=None, metavar="MAP", help="zet het papier in deze map (standaard: .sitegen/ in de site)")
    return parser


def place(arguments: argparse.Namespace, desk: Desk, name: str, suffix: str) -> Path:
    """Where a paper goes."""
    return (arguments.naar or desk.root / ".sitegen") / f"{name}{suffix}"


def shown(path: Path, desk: Desk) -> str:
    """A path as people see it: from the site's folder when it lies there."""
    try:
        return str(path.resolve().relative_to(desk.root.resolve()))
    except ValueError:
        return str(path)
