"""sitegen media: pictures of which nobody wrote down who is on them, and writing it down."""

from __future__ import annotations

import json
import posixpath
import re
import shlex
import sys
from typing import TYPE_CHECKING

from sitegen.cli import inside, options

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

_EXAMPLES = """  sitegen media                                        welke foto's missen nog een verklaring?
  sitegen media set sportdag.jpg "Noor (groep 3)" 10021
  sitegen media set content/plein.jpg niemand
  sitegen media set tekening.png 10022 --werk"""


def parser() -> options.Parser:
    """The options of this command."""
    about = "Toont welke foto's nog niemand noemen (die komen nergens op de website) met een overzichtsblad om in te vullen, of schrijft met 'set' op wie er op een foto staat."
    result = options.shared(options.Parser("media", about, _EXAMPLES))
    result.add_argument("wat", nargs="*", help="niets, of: set FOTO WIE [WIE …]")
    result.add_argument("--werk", action="store_true", help="bij set: het is werk van een kind (tekening, tekst), geen foto")
    return inside.target(result)


def run(arguments: argparse.Namespace) -> int:
    """List, or write down; 0 when every picture has its declaration."""
    if not arguments.wat:
        return _list(arguments)
    if arguments.wat[0] != "set":
        parser().error(f"'{arguments.wat[0]}' ken ik niet; bedoelde u: sitegen media set FOTO WIE")
    if len(arguments.wat) < 3:
        parser().error('noem een foto en wie erop staan, bijvoorbeeld: sitegen media set sportdag.jpg "Noor (groep 3)" 10021')
    return _set(arguments)


def _list(arguments: argparse.Namespace) -> int:
    from sitegen.desk import media, papers

    root = options.root_of(arguments)
    found, problems = media.undeclared(root)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if arguments.json:
        sys.stdout.write(json.dumps([{"foto": one.path, "in": one.shown_in, "fout": picture.fault} for one, picture in found], ensure_ascii=False) + "\n")
        return 1 if found else 0
    if not found:
        sys.stdout.write("Van elke foto is opgeschreven wie erop staat.\n")
        return 0
    desk = inside.open_register(arguments, complain=False)
    place = inside.place(arguments, desk, "fotos-zonder-verklaring", ".html")
    papers.keep(place, media.sheet(root, desk.school.name, found), desk.output)
    if not arguments.quiet:
        for folder, ones in media.by_folder(found).items():
            sys.stdout.write(f"{folder}/\n" + "".join(f"  {posixpath.basename(one.path)}{f'  ({picture.fault})' if picture.fault else ''}\n" for one, picture in ones))
    lead = f"Van {len(found)} foto's is niet opgeschreven wie erop staat; zij komen" if len(found) > 1 else "Van één foto is niet opgeschreven wie erop staat; zij komt"
    sys.stdout.write(f"{lead} nergens op de website.\nOverzichtsblad met de regels om in te vullen: {inside.shown(place, desk)}\n")
    return 1


def _set(arguments: argparse.Namespace) -> int:
    from sitegen import whom
    from sitegen.cli.mag import picture_of
    from sitegen.desk import media, papers
    from sitegen.desk.declared import DECLARATIONS
    from sitegen.problem import SiteError
    from sitegen.readers.media import declarations

    desk = inside.open_register(arguments)
    path = _in_word(arguments.wat[1], desk.root) or picture_of(arguments.wat[1], desk).path
    who = [one.strip() for one in arguments.wat[2:] if one.strip()]
    faults = media.unclear((whom.resolve(one, desk.loaded.register) for one in who), path)
    if faults:
        raise SiteError(faults)
    folder, name = posixpath.split(path)
    place = desk.root / folder / DECLARATIONS
    text = place.read_text("utf-8-sig") if place.exists() else ""
    mode = place.stat().st_mode & 0o777 if text else 0o644  # no secret: it lies among the sources, for whoever edits them
    file = posixpath.join(folder, DECLARATIONS)
    before = declarations(text, file)[0].get(name)
    papers.keep(place, media.declare(text, name, who, "werk" if arguments.werk else "foto", file).encode(), desk.output)
    place.chmod(mode)
    if not arguments.quiet:
        sys.stdout.write(f"Opgeschreven in {file}: op {name} staat {', '.join(who)}.\nOf zij geplaatst mag worden: sitegen mag {path}\n")
        if before and before.who and set(before.who) != set(who):
            sys.stdout.write(f"Er stond: {', '.join(before.who)}. Staan die er ook op, noem dan allen: sitegen media set {name} {' '.join(shlex.quote(one) for one in dict.fromkeys((*before.who, *who)))}\n")
    return 0


def _in_word(word: str, root: Path) -> str:
    """Where a picture inside a Word file is declared: beside that file, under the file's name and a number ("brief-1.jpg"); "" for any other picture."""
    from sitegen import sources

    name = posixpath.basename(word)
    found = re.fullmatch(r"(.+)-\d+\.[A-Za-z]+", name)
    files = sources.find(root).files
    if not found or any(posixpath.basename(path) == name for path in files):
        return ""
    return next((posixpath.join(posixpath.dirname(path), name) for path in files if path.lower().endswith(".docx") and posixpath.basename(path)[:-5] == found[1]), "")
