"""sitegen publish: the verified site to the school's host."""

from __future__ import annotations

import datetime as dt
import json
import sys
from functools import partial
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.cli import options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from sitegen.deliver.parcel import Delivered
    from sitegen.deliver.target import Target

_EXAMPLES = """  sitegen publish                                          zoals bij publish: in site.yaml staat
  sitegen publish --proef                                  zeg alleen wat er zou gebeuren
  sitegen publish --soort zip --naar website.zip           een zip, om zelf te uploaden
  sitegen publish --soort sftp --naar wij@host.example:/www"""


def parser() -> options.Parser:
    """The options of this command."""
    result = options.shared(options.Parser("publish", "Bouwt de website en zet haar bij uw host: eerst verwijderen wat weg moet, dan versturen wat veranderd is. Alleen wat de eindcontrole heeft gezien.", _EXAMPLES))
    result.add_argument("--soort", choices=("rsync", "sftp", "git", "zip"), default=None, help="wat voor host het is (standaard: uit site.yaml)")
    result.add_argument("--naar", default=None, metavar="ADRES", help="waar de website heen moet (standaard: uit site.yaml)")
    result.add_argument("--tak", default=None, metavar="NAAM", help="bij git: de tak waarop de website komt (standaard: publicatie)")
    result.add_argument("--proef", "--dry-run", action="store_true", help="zeg alleen wat er zou gebeuren")
    result.add_argument("--overnemen", action="store_true", help="de eerste keer, als er in die map al bestanden staan")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Build and publish; gives the exit status."""
    from sitegen.build import Request, build
    from sitegen.cli.build import tell

    root = options.root_of(arguments)
    output = arguments.output or root / "public"
    target = chosen(root, {"soort": arguments.soort, "naar": arguments.naar, "tak": arguments.tak})
    result = build(Request(root, output, arguments.date or dt.date.today(), strict=arguments.strict))  # noqa: DTZ011  the school's own day
    if not arguments.json and (result.status or not result.unchanged):
        tell(result, arguments, check=False)
    if result.status:
        sys.stderr.write("Er is niets verstuurd.\n")
        return result.status
    quiet = arguments.quiet or arguments.json
    delivered = send(root, output, target, (lambda _line: None) if quiet else _progress, take_over=arguments.overnemen, trial=arguments.proef)
    if arguments.json:
        sys.stdout.write(json.dumps({"status": 0, "proef": arguments.proef, "verstuurd": delivered.sent, "verwijderd": delivered.removed, "zelf_verwijderen": delivered.by_hand}, ensure_ascii=False) + "\n")
    elif not arguments.quiet or delivered.by_hand:
        _say(delivered, target.to, trial=arguments.proef)
    return 0


def chosen(root: Path, asked: dict[str, object]) -> Target:
    """The host that site.yaml and the options `asked` name. Raises SiteError with the remedy."""
    from sitegen.deliver.target import target
    from sitegen.watch.where import where

    found = where(root)
    return target(options_over(found.publish if found and found.publish else {}, asked))


def send(root: Path, output: Path, target: Target, told: Callable[[str], None], *, take_over: bool = False, trial: bool = False) -> Delivered:
    """Bring the verified site to the host. Raises SiteError."""
    from sitegen import lock
    from sitegen.build import placed
    from sitegen.deliver.hosting import Order, deliver

    private = root / ".sitegen"
    return deliver(target, Order(root, output, private, partial(placed.digests, private), partial(lock.only_one, private), told, take_over, trial))


def send_again(root: Path, output: Path) -> str:
    """Bring the site to the host that site.yaml names now; gives a line for the user, "" when nothing was new there."""
    target = chosen(root, {})
    delivered = send(root, output, target, lambda _line: None)
    lines = [f"Gepubliceerd bij {target.to}: {dutch.amount(len(delivered.sent), 'bestand', 'bestanden')} verstuurd, {len(delivered.removed)} verwijderd."] if delivered.sent or delivered.removed else []
    lines += [f"LET OP  {path} hoort niet meer op de website. Verwijder het zelf bij uw host." for path in delivered.by_hand]
    return "\n".join(lines)


def options_over(settings: dict[str, object] | object, asked: dict[str, object]) -> dict[str, object]:
    """Give the settings of site.yaml with the options that were given over them; another address is another host."""
    given = {key: value for key, value in asked.items() if value is not None}
    start = dict(settings) if isinstance(settings, dict) and "naar" not in given else {}
    return {**start, **given}


def _progress(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _say(delivered: Delivered, to: str, *, trial: bool) -> None:
    write = sys.stdout.write
    if trial:
        for word, paths in (("verwijderen", delivered.removed), ("versturen", delivered.sent)):
            write("".join(f"{word}: {path}\n" for path in paths))
        write(f"Proef: er is niets veranderd bij {to}.\n")
    elif delivered.sent or delivered.removed:
        write(f"Gepubliceerd bij {to}: {dutch.amount(len(delivered.sent), 'bestand', 'bestanden')} verstuurd, {len(delivered.removed)} verwijderd.\n")
    else:
        write(f"Bij {to} is alles al bij.\n")
    if delivered.by_hand:
        write("LET OP  Deze bestanden horen niet meer op de website. Verwijder ze zelf bij uw host:\n" + "".join(f"  {path}\n" for path in delivered.by_hand))
    if delivered.note:
        write(f"{delivered.note}\n")
