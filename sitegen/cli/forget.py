"""sitegen forget: take a child out of every private file."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.cli import inside, options

if TYPE_CHECKING:
    import argparse

_EXAMPLES = """  sitegen forget 10021            wat zou er verdwijnen?
  sitegen forget 10021 --ja       doe het"""


def parser() -> options.Parser:
    """The options of this command."""
    about = "Haalt een kind uit alle bestanden die sitegen bewaart: het register (csv), de rapporten, het geheugen en de papieren. Zegt ook wat u zelf moet weghalen."
    result = options.shared(options.Parser("forget", about, _EXAMPLES))
    result.add_argument("leerling", help="het leerlingnummer")
    result.add_argument("--ja", action="store_true", help="doe het echt; zonder dit wordt alleen gezegd wat er zou gebeuren")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Show or forget; gives the exit status."""
    from sitegen.desk.forget import forget, look
    from sitegen.school import register_of

    desk = inside.open_register(arguments)
    pupil = next((one for one in desk.loaded.register.pupils if one.number == arguments.leerling), None)
    if pupil is None:
        sys.stderr.write(f"sitegen forget: leerling {arguments.leerling} staat niet in het register.\n")
        return 1
    register = register_of(desk.root, desk.school)
    found = look(desk.root, register, pupil)
    if arguments.json:
        sys.stdout.write(json.dumps({"teksten": found.texts, "bestanden": found.private, "tabellen": found.tables, "zelf_doen": found.byhand, "gedaan": arguments.ja and not found.texts}, ensure_ascii=False) + "\n")
    else:
        _tell(found.texts, found.tables, len(found.private), found.byhand, done=arguments.ja and not found.texts)
    if found.texts:
        return 1
    if arguments.ja:
        forget(desk.root, register, pupil, desk.output)
    return 0


def _tell(texts: tuple[str, ...], tables: dict[str, int], private: int, byhand: tuple[str, ...], *, done: bool) -> None:
    write = sys.stdout.write
    if texts:
        write("De volledige naam staat nog in deze teksten. Zonder het register zou de achternaam daar niet meer beschermd zijn.\nHaal de naam er eerst uit, en probeer het dan opnieuw:\n" + "".join(f"  {one}\n" for one in texts))
        return
    write(f"{'Gedaan' if done else 'Dit zou er gebeuren'}:\n" + "".join(f"  register/{name}: {dutch.amount(number, 'rij', 'rijen')} weg of aangepast\n" for name, number in tables.items()))
    write(f"  .sitegen/: {dutch.amount(private, 'bestand', 'bestanden')} weg (rapporten, geheugen, papieren); de volgende bouw maakt nieuwe\n")
    write("Dit moet u zelf doen:\n" + "".join(f"  {one}\n" for one in byhand))
    if not done:
        write("Doe het met: --ja\n")
