"""sitegen social: drafts for social media, and writing down what became of them."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING

from sitegen.cli import options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping
    from pathlib import Path

    from sitegen.social.collect import Collected
    from sitegen.social.drafts import Draft
    from sitegen.social.networks import Network
    from sitegen.social.page import Board
    from sitegen.social.posted import Book

_EXAMPLES = """  sitegen social                                                       maak de concepten; open daarna .sitegen/social/index.html
  sitegen social 2026-11-20-weekbericht-12                             zet deze nieuwsbrief vooraan
  sitegen social geplaatst 2026-11-20-weekbericht-12.sinterklaas       schrijf op dat het vandaag geplaatst is
  sitegen social geplaatst 2026-11-20-weekbericht-12.sinterklaas facebook --op 2026-11-23
  sitegen social overslaan 2026-11-20-weekbericht-12.gevonden          dit hoeft niet op social media

Leerkrachten zetten tekst en foto's in de map inbox/: een tekstbestand, en foto's met dezelfde naam of in dezelfde map.
Wie op een foto staat, komt net als overal in media.yaml."""
# More drafts than this are made when somebody asks for them.
_AHEAD = 5
_DEEDS = ("geplaatst", "overslaan")


def parser() -> options.Parser:
    """The options of this command."""
    about = (
        "Maakt concepten voor Facebook, Instagram en X, met de strengere toestemming van ouders: geen namen van kinderen, en alleen foto's die daar mogen. "
        "U plaatst ze zelf; sitegen plaatst niets en kent geen wachtwoorden."
    )
    result = options.shared(options.Parser("social", about, _EXAMPLES))
    result.add_argument("wat", nargs="*", help="niets, de naam van een concept, geplaatst NAAM [NETWERK …] of overslaan NAAM")
    result.add_argument("--op", type=options.day, default=None, metavar="DATUM", help="de dag waarop het geplaatst is (standaard: vandaag)")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Make drafts, or write down; gives the exit status."""
    from sitegen.social import choose, drafts, networks, page, posted, schooldays
    from sitegen.social.collect import collect

    root = options.root_of(arguments)
    day = arguments.date or dt.date.today()  # noqa: DTZ011  the school's own day
    folder = root / ".sitegen" / "social"
    book = posted.read(folder)
    deed = arguments.wat[0] if arguments.wat[:1] and arguments.wat[0] in _DEEDS else ""
    name = arguments.wat[1] if deed and len(arguments.wat) > 1 else "" if deed else (arguments.wat[0] if arguments.wat else "")
    found = collect(root, day, (*book.items, name))
    asked = networks.chosen(found.school)
    _complain(found, asked, arguments)
    if deed:
        return _write_down(deed, name, arguments, found, asked, book, folder)
    queue = list(choose.waiting(found.items, book, asked, day))
    if name:
        wanted = [one for one in found.items if name in {one.id, one.letter}]
        if not wanted:
            sys.stderr.write(f"sitegen social: '{name}' ken ik niet. Kies uit: {', '.join(one.id for one in queue) or 'er is niets nieuws'}.\n")
            return 2
        queue = wanted + [one for one in queue if one not in wanted]
    made = [drafts.draft(one, found.school, asked, book) for one in queue[: _AHEAD + 1]]
    board = page.Board(
        found.school, day, made[0] if made else None, made[1:], queue[_AHEAD + 1 :], choose.withdrawn(found.items, book, root), found.loose, book.last(), choose.silence(book, day, found.school, schooldays.holidays(root)),
    )
    _keep(board, made, folder, root, arguments.output or root / "public", book)
    if arguments.json:
        sys.stdout.write(json.dumps(_as_json(board), ensure_ascii=False) + "\n")
    elif not arguments.quiet:
        sys.stdout.write(_told(board))
    return 0


def _complain(found: Collected, asked: tuple[Network, ...], arguments: argparse.Namespace) -> None:
    from sitegen.social import networks

    settings = found.school.settings.get("social")
    named = settings.get("channels") if isinstance(settings, dict) else None
    for one in named if isinstance(named, list) else ():
        if str(one) not in {network.id for network in asked}:
            sys.stderr.write(f"let op  site.yaml: '{one}' bij social: channels: is geen bekend netwerk. Kies uit {', '.join(networks.networks())}.\n")
    if not arguments.quiet:
        for problem in found.problems:
            if problem.severity == "fout":
                sys.stderr.write(f"let op  {problem} Deze tekst doet nu niet mee.\n")


def _keep(board: Board, made: list[Draft], folder: Path, root: Path, output: Path, book: Book) -> None:
    """The page and each draft's files; older drafts go, for their pictures may not be allowed any more."""
    from sitegen.desk import papers
    from sitegen.social import choose, drafts, page, posted

    kept = set()
    papers.keep(folder / "index.html", page.page(board).encode(), output)
    for one in made:
        for post in one.posts:
            text = folder / one.item.id / f"{post.network.id}.txt"
            papers.keep(text, f"{post.text}\n".encode(), output)
            kept.add(text)
            for number, visual in enumerate(post.visuals, 1):
                picture = folder / one.item.id / f"{post.network.id}{f'-{number}' if number > 1 else ''}.jpg"
                papers.keep(picture, visual.data, output)
                kept.add(picture)
        book.draft(one.item.id, tuple(choose.site_path(shown.picture, root) for shown in one.item.pictures))
    drafts.sweep(folder, kept)
    posted.write(book, folder)


def _as_json(board: Board) -> dict[str, object]:
    first = board.first
    return {
        "concept": first.item.id if first else "",
        "berichten": {post.network.id: {"tekst": post.text, "lengte": post.length, "grens": post.network.limit, "eigen_foto": post.visuals[0].own, "alt": [one.alt for one in post.visuals]} for post in first.posts} if first else {},
        "let_op": list(first.warnings) if first else [],
        "wachtrij": [*(one.item.id for one in board.others), *(one.id for one in board.rest)],
        "zelf_weghalen": [{"bericht": one.item, "foto": one.picture, "op": dict(one.networks)} for one in board.down],
        "losse_fotos": list(board.loose),
        "dagen_stil": board.silent,
    }


def _told(board: Board) -> str:
    lines = []
    if board.silent:
        lines.append(f"Er is al {board.silent} dagen niets geplaatst; het protocol zegt: ongeveer elke week.")
    lines.extend(f"LET OP  Haal zelf weg: {one.picture} staat in {one.item}, op {_where(one.networks)}, en mag daar niet meer." for one in board.down)
    if board.first:
        lines += [f"Aan de beurt: {board.first.item.id}", *(f"  let op: {one}" for one in board.first.warnings)]
    else:
        lines.append("Er is niets nieuws om te plaatsen.")
    waiting = len(board.others) + len(board.rest)
    if waiting:
        lines.append(f"Daarna {'wacht' if waiting == 1 else 'wachten'} er nog {waiting}.")
    inbox = [one.id for one in (*(draft.item for draft in board.others), *board.rest) if one.source.startswith("inbox/")]
    if inbox:
        lines.append(f"Uit inbox/ wacht: {', '.join(inbox)}. Wilt u dat eerst? sitegen social {inbox[0]}")
    if board.loose:
        lines.append(f"Foto's in inbox/ zonder tekst: {len(board.loose)}.")
    return "\n".join([*lines, "Open de pagina om te kijken en te kopiëren: .sitegen/social/index.html"]) + "\n"


def _where(networks: Mapping[str, str]) -> str:
    return ", ".join(f"{name} (geplaatst op {when})" for name, when in networks.items())


def _write_down(deed: str, name: str, arguments: argparse.Namespace, found: Collected, asked: tuple[Network, ...], book: Book, folder: Path) -> int:
    from sitegen.social import choose, posted

    names = arguments.wat[2:] or [network.id for network in asked]
    known = {network.id for network in asked}
    item = next((one for one in found.items if name and one.id == name), None)
    if item is None:
        sys.stderr.write(f"sitegen social: {_which(deed, name, found)}.\n")
        return 2
    unknown = [one for one in names if one not in known]
    if unknown:
        sys.stderr.write(f"sitegen social: {unknown[0]} staat niet bij social: channels: in site.yaml. Kies uit {', '.join(sorted(known))}.\n")
        return 2
    today = arguments.date or dt.date.today()  # noqa: DTZ011  the school's own day
    if arguments.op and arguments.op > today:
        sys.stderr.write(f"sitegen social: {arguments.op} moet nog komen. Schrijf de dag waarop het bericht geplaatst is, bijvoorbeeld --op {today}.\n")
        return 2
    day = (arguments.op or today).isoformat()
    if deed == "overslaan":
        book.skip(item.id, day)
        told = f"Opgeschreven: {item.id} komt niet op social media."
    else:
        book.draft(item.id, tuple(choose.site_path(shown.picture, folder.parent.parent) for shown in item.pictures))
        book.mark(item.id, tuple(names), day)
        told = f"Opgeschreven: {item.id} staat sinds {day} op {', '.join(names)}."
    posted.write(book, folder)
    if not arguments.quiet:
        sys.stdout.write(f"{told}\n")
    return 0


def _which(deed: str, name: str, found: Collected) -> str:
    """Why a name is no concept."""
    near = ", ".join(one.id for one in found.items if one.letter == name)
    if not name:
        return f"noem een concept: sitegen social {deed} NAAM"
    return f"'{name}' heeft meer onderwerpen; noem er een: {near}" if near else f"'{name}' ken ik niet; de namen staan op .sitegen/social/index.html"
