"""sitegen mag: whether a photo, or a child, may be shown somewhere."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli import inside, options
from sitegen.consent import discreet

if TYPE_CHECKING:
    import argparse

    from sitegen.draft import Picture

_EXAMPLES = """  sitegen mag newsletters/2026-09-30-sportdag/sportdag.jpg
  sitegen mag foto.jpg --kanaal social
  sitegen mag 10021 "Noor (groep 3)" --kanaal website
  sitegen mag 10022 --werk"""


def parser() -> options.Parser:
    """The options of this command."""
    result = options.shared(options.Parser("mag", "Zegt of een foto, of een groepje kinderen samen, ergens geplaatst mag worden, en waarom (niet). Stopt met 0 bij ja en 1 bij nee.", _EXAMPLES))
    result.add_argument("wat", nargs="+", help="een foto van de site, of namen en leerlingnummers van wie erop staan")
    result.add_argument("--kanaal", choices=("website", "nieuwsbrief", "schoolgids", "social"), help="waar het zou komen (standaard: alle vier)")
    result.add_argument("--werk", action="store_true", help="het gaat om werk van een kind, niet om een foto")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Answer; 0 when everything asked may, 1 when something may not."""
    from sitegen.desk.declared import PICTURES
    from sitegen.desk.mag import CHANNELS, ruling
    from sitegen.draft import Picture

    desk = inside.open_register(arguments)
    files = [word for word in arguments.wat if word.lower().endswith(PICTURES)]
    names = tuple(word for word in arguments.wat if word not in files)
    asked = [Picture("", "", "", who=names)] if names else []
    asked += [picture_of(word, desk) for word in files]
    if arguments.werk:
        asked = [replace(one, kind="werk") for one in asked]
    channels = [arguments.kanaal] if arguments.kanaal else list(CHANNELS)
    rulings = [(one.path or "dit", ruling(one, channel, desk.loaded.register, desk.school)) for one in asked for channel in channels]
    if not arguments.names:
        rulings = [(what, replace(one, reasons=tuple(map(discreet, one.reasons)))) for what, one in rulings]
    if arguments.json:
        sys.stdout.write(json.dumps([{"wat": what, "kanaal": one.channel, "mag": one.may, "waarom": one.reasons, "zonder_voornaam": one.nameless} for what, one in rulings], ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("".join(f"{one.told(what)}\n" for what, one in rulings))
    return 0 if all(one.may for _, one in rulings) else 1


def picture_of(word: str, desk: inside.Desk) -> Picture:
    """The picture that somebody means: by path, or by name when only one picture of the site has it."""
    from sitegen.desk.declared import opened, pictures
    from sitegen.problem import Place, Problem, SiteError

    found, problems = pictures(desk.root)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    here = Path(word).resolve()
    exact = [one for one in found if (desk.root / one.path).resolve() in {here, (desk.root / word).resolve()}]
    named = exact or [one for one in found if one.path.rpartition("/")[2] == word]
    if len(named) > 1:
        raise SiteError([Problem(Place(word), "mag-welke", f"er zijn {len(named)} foto's die zo heten.", f"Schrijf de map erbij, bijvoorbeeld {named[0].path}.")])
    if not named:
        raise SiteError([Problem(Place(word), "mag-geen-foto", "deze foto staat niet in content, newsletters of schoolgids.", "Zet de foto eerst in de site, of noem wie erop staan: sitegen mag 10021 10022.")])
    return opened(desk.root, named[0])
