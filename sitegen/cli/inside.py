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
    from collections.abc import Callable

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
    from sitegen.importers import load
    from sitegen.school import register_of
    from sitegen.siteyaml import parse

    root = options.root_of(arguments)
    school, _ = parse((root / "site.yaml").read_text("utf-8"))
    loaded = load(register_of(root, school), school, arguments.date or dt.date.today())  # noqa: DTZ011  the school's own day
    if complain:
        for problem in loaded.problems:
            if problem.severity == "fout" or not arguments.quiet:
                sys.stderr.write(f"{'FOUT  ' if problem.severity == 'fout' else 'let op'}  {problem}\n")
        if not loaded.register.pupils:
            raise SystemExit(1)
    return Desk(root, school, loaded, arguments.output or root / "public")


def washer(arguments: argparse.Namespace, root: Path, school: School) -> Callable[[str], str]:
    """What makes a text from the school's own files fit for the screen: without children's surnames and private data, unless `--names`."""
    from sitegen.importers import load
    from sitegen.privacy.gate import clear_text
    from sitegen.school import register_of

    if arguments.names:
        return lambda text: text
    register = load(register_of(root, school), school, arguments.date or dt.date.today()).register  # noqa: DTZ011  the school's own day

    def wash(text: str) -> str:
        lines = []
        for line in text.split("\n"):
            bare = line.strip()
            lines.append(line[: len(line) - len(line.lstrip())] + clear_text(bare, register, school)[0] if bare else line)
        return "\n".join(lines)

    return wash


def washed(value: object, wash: Callable[[str], str]) -> object:
    """Plain data with every text in it washed, names of files and keys apart."""
    if isinstance(value, str):
        return wash(value)
    if isinstance(value, dict):
        return {key: one if key in {"papier", "bestand"} else washed(one, wash) for key, one in value.items()}
    return [washed(one, wash) for one in value] if isinstance(value, list | tuple) else value


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
