"""sitegen klassenlijst: contact list of a group, for parents, with only the families who want to be on it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from sitegen.cli import inside, options

if TYPE_CHECKING:
    import argparse

_EXAMPLES = """  sitegen klassenlijst 3               groep 3, om te printen en voor Excel
  sitegen klassenlijst                 alle groepen, elk op een eigen blad
  sitegen klassenlijst 3 --velden telefoon"""


def parser() -> options.Parser:
    """The options of this command."""
    result = options.shared(options.Parser("klassenlijst", "Maakt per groep een contactlijst voor ouders: alleen gezinnen die daar ja op zeiden. De lijst komt in .sitegen/ en nooit op de website.", _EXAMPLES))
    result.add_argument("groep", nargs="?", help='de groep: 3, "groep 3" of "1/2 A" (standaard: alle, elk apart)')
    result.add_argument("--velden", default="telefoon,e-mail,adres", help="wat erop komt, met komma's (standaard: telefoon,e-mail,adres)")
    return inside.target(result)


def run(arguments: argparse.Namespace) -> int:
    """Write the lists: for the printer and as a workbook. A group's list holds no other group."""
    from sitegen.consent import CLASS_LIST
    from sitegen.desk import groups, klassenlijst, papers

    fields = tuple(field.strip().lower().replace("email", "e-mail") for field in arguments.velden.split(",") if field.strip())
    unknown = [field for field in fields if field not in klassenlijst.FIELDS]
    if unknown or not fields:
        parser().error(f"'{', '.join(unknown)}' kan niet bij --velden; kies uit {', '.join(klassenlijst.FIELDS)}")
    desk = inside.open_register(arguments)
    register = desk.loaded.register
    if CLASS_LIST not in register.asked:
        sys.stderr.write("sitegen: er is nog aan geen enkel gezin gevraagd of het op de klassenlijst wil. Zet een kolom 'Klassenlijst' in toestemming.csv.\n")
        return 1
    written = []
    for group in groups.chosen(register, arguments.groep):
        lists = [(group, klassenlijst.entries(register, group, fields))]
        if not lists[0][1]:
            continue
        for suffix, data in ((".html", klassenlijst.as_html(lists, desk.school, desk.loaded.day, fields).encode()), (".xlsx", klassenlijst.as_xlsx(lists, desk.school, desk.loaded.day, fields))):
            path = inside.place(arguments, desk, papers.file_name("klassenlijst", group), suffix)
            papers.keep(path, data, desk.output)
            written.append(inside.shown(path, desk))
    if arguments.json:
        sys.stdout.write(json.dumps({"bestanden": written}, ensure_ascii=False) + "\n")
    elif written:
        sys.stdout.write("Gemaakt (deel een lijst alleen met de ouders van die groep):\n" + "".join(f"  {name}\n" for name in written))
    else:
        sys.stdout.write("Er is geen gezin dat op de klassenlijst wil; er is niets gemaakt.\n")
    return 0
