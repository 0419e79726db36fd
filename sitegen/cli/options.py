"""The options that commands share, and argparse in Dutch."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

_DUTCH = (
    (r"the following arguments are required: (.*)", r"dit ontbreekt nog: \1"),
    (r"unrecognized arguments: (.*)", r"onbekend: \1"),
    (r"argument (.*): expected one argument", r"bij \1 hoort een waarde"),
    (r"argument (.*): expected at least one argument", r"bij \1 hoort minstens één waarde"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\2 kan niet bij \1; kies uit \3"),
    (r"argument (.*): (.*)", r"\1: \2"),
)


class Help(argparse.RawDescriptionHelpFormatter):
    """Help with Dutch headings."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, D102
        return super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser whose help and errors are Dutch; a usage error exits with 2."""

    def __init__(self, command: str, description: str, examples: str = "") -> None:
        super().__init__(
            prog=f"sitegen {command}".strip(),
            description=description,
            epilog=f"voorbeelden:\n{examples}" if examples else None,
            formatter_class=Help,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "wat"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        """Say in Dutch what is wrong with the command and stop with status 2."""
        for english, dutch in _DUTCH:
            if re.fullmatch(english, message):
                message = re.sub(english, dutch, message)
                break
        self.exit(2, f"{self.prog}: {message}\nMeer uitleg: {self.prog} --help\n")


def shared(parser: Parser) -> Parser:
    """Add the options that every command has (FORMATS §2)."""
    parser.add_argument("--site", type=Path, default=None, metavar="MAP", help="de map met site.yaml (standaard: de map waarin u staat)")
    parser.add_argument("--output", type=Path, default=None, metavar="MAP", help="waar de website komt (standaard: public/ in de site)")
    parser.add_argument("--date", type=day, default=None, metavar="JJJJ-MM-DD", help="de dag waarvoor toestemming, concepten en verloop gelden (standaard: vandaag)")
    parser.add_argument("--strict", action="store_true", help="ook bij waarschuwingen niet publiceren")
    parser.add_argument("--json", action="store_true", help="het resultaat als JSON, voor andere programma's")
    parser.add_argument("--quiet", action="store_true", help="alleen fouten tonen")
    parser.add_argument("--names", action="store_true", help="toon ook namen op het scherm (standaard alleen aantallen)")
    return parser


def day(text: str) -> dt.date:
    """A day written as 2026-11-27; raises what argparse expects, in Dutch."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        from sitegen.dutch import no_such_day

        why = no_such_day(text)
        message = f"'{text}' is geen dag: {why}" if why else f"'{text}' is geen dag; schrijf hem als 2026-11-27"
        raise argparse.ArgumentTypeError(message) from None


def root_of(arguments: argparse.Namespace) -> Path:
    """The site's folder: `--site`, else the nearest folder upwards that holds site.yaml; exits with 2 if there is none."""
    here = Path(arguments.site or os.curdir).resolve()
    for folder in (here,) if arguments.site else (here, *here.parents):
        if (folder / "site.yaml").is_file():
            return folder
    sys.stderr.write(f"sitegen: in {here} staat geen site.yaml. Ga naar de map van de website, of geef --site MAP.\nEen nieuwe website begint u met: sitegen init MAP\n")
    raise SystemExit(2)


def progress() -> Callable[[str, int, int], None] | None:
    """Tells on a terminal how far long work is, on one line that goes when it is done; None where nobody watches."""
    if not sys.stderr.isatty():
        return None
    import time

    last = [0.0]

    def told(what: str, done: int, total: int) -> None:
        now = time.monotonic()
        if total < _LONG or (now - last[0] < _OFTEN and done < total):
            return
        last[0] = now
        sys.stderr.write("\r\x1b[K" if done >= total else f"\r\x1b[K{what}: {done} van {total} ({100 * done // total}%)")
        sys.stderr.flush()

    return told


# Fewer pieces than this are done before anybody has read how many there are.
_LONG = 60
_OFTEN = 0.1
