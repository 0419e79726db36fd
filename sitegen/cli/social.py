"""sitegen social: drafts for social media, and writing down what was placed."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING

from sitegen.cli import options

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from sitegen.social.collect import Item
    from sitegen.social.networks import Network
    from sitegen.social.posted import Book

_EXAMPLES = """  sitegen social                                       maak het concept dat aan de beurt is
  sitegen social 2026-11-20-weekbericht-12             maak een concept van deze nieuwsbrief
  sitegen social geplaatst 2026-11-20-weekbericht-12   schrijf op dat het vandaag geplaatst is
  sitegen social geplaatst 2026-11-20-weekbericht-12 facebook --date 2026-11-23"""


def parser() -> options.Parser:
    """The options of this command."""
    about = (
        "Maakt concepten voor Facebook, Instagram en X, met de strengere toestemming van ouders: geen namen van kinderen, en alleen foto's die daar mogen. "
        "U plaatst ze zelf; sitegen plaatst niets en kent geen wachtwoorden."
    )
    result = options.shared(options.Parser("social", about, _EXAMPLES))
    result.add_argument("wat", nargs="*", help="niets, de naam van een concept, of: geplaatst NAAM [NETWERK …]")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Make drafts, or write down; gives the exit status."""
    from sitegen.desk import papers
    from sitegen.social import drafts, networks, page, posted
    from sitegen.social.collect import collect

    root = options.root_of(arguments)
    day = arguments.date or dt.date.today()  # noqa: DTZ011  the school's own day
    folder = root / ".sitegen" / "social"
    book = posted.read(folder)
    asked_for = arguments.wat[1] if arguments.wat[:1] == ["geplaatst"] and len(arguments.wat) > 1 else arguments.wat[0] if arguments.wat else ""
    found = collect(root, day, (*book.items, asked_for))
    asked = networks.chosen(found.school)
    if arguments.wat[:1] == ["geplaatst"]:
        return _placed(arguments, found.items, asked, book, folder, day.isoformat())
    queue = drafts.waiting(found.items, book, asked)
    first = next((one for one in found.items if one.id == asked_for), None) if asked_for else (queue[0] if queue else None)
    if asked_for and first is None:
        sys.stderr.write(f"sitegen social: '{asked_for}' ken ik niet. Kies uit: {', '.join(one.id for one in queue) or 'er is niets nieuws'}.\n")
        return 2
    made = drafts.draft(first, found.school, asked, book) if first else None
    down = drafts.withdrawn(found.items, book, root)
    silent = drafts.silence(book, day, found.school)
    rest = [one for one in queue if one is not first]
    place = folder / "index.html"
    output = arguments.output or root / "public"
    papers.keep(place, page.page(found.school, day.isoformat(), made, rest, down, silent).encode(), output)
    for post in made.posts if made else ():
        papers.keep(folder / made.item.id / f"{post.network.id}.txt", f"{post.text}\n".encode(), output)  # type: ignore[union-attr]
        papers.keep(folder / made.item.id / f"{post.network.id}.jpg", post.picture, output)  # type: ignore[union-attr]
    if arguments.json:
        sys.stdout.write(json.dumps({
            "concept": made.item.id if made else "", "berichten": {post.network.id: {"tekst": post.text, "lengte": post.length, "eigen_foto": post.own} for post in made.posts} if made else {},
            "let_op": list(made.warnings) if made else [], "wachtrij": [one.id for one in rest], "zelf_weghalen": [{"foto": one.picture, "op": dict(one.networks)} for one in down], "dagen_stil": silent,
        }, ensure_ascii=False) + "\n")
    elif not arguments.quiet:
        sys.stdout.write(_told(made, len(rest), len(down), silent))
    return 0


def _told(made: object, waiting: int, down: int, silent: int) -> str:
    lines = []
    if silent:
        lines.append(f"Er is al {silent} dagen niets geplaatst.")
    if down:
        lines.append(f"LET OP  {down} foto('s) in geplaatste berichten mogen niet meer. Welke en waar: zie de pagina.")
    lines.append("Concept gemaakt: .sitegen/social/index.html" if made else "Er is niets nieuws om te plaatsen. De pagina: .sitegen/social/index.html")
    if waiting:
        lines.append(f"Daarna wachten er nog {waiting}.")
    return "\n".join(lines) + "\n"


def _placed(arguments: argparse.Namespace, items: tuple[Item, ...], asked: tuple[Network, ...], book: Book, folder: Path, day: str) -> int:
    from sitegen.social import drafts, posted

    names = arguments.wat[2:] or [network.id for network in asked]
    item = next((one for one in items if len(arguments.wat) > 1 and one.id == arguments.wat[1]), None)
    unknown = [name for name in names if name not in {network.id for network in asked}]
    if item is None or unknown:
        sys.stderr.write(f"sitegen social: {'noem een concept: sitegen social geplaatst NAAM' if item is None else f'{unknown[0]} staat niet bij social: channels: in site.yaml'}.\n")
        return 2
    root = folder.parent.parent
    book.mark(item.id, tuple(names), day, tuple(drafts.site_path(one, root) for one in item.pictures[:1]))
    posted.write(book, folder)
    if not arguments.quiet:
        sys.stdout.write(f"Opgeschreven: {item.id} staat sinds {day} op {', '.join(names)}.\n")
    return 0
