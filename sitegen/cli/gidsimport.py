"""sitegen schoolgids import: a guide in one document becomes the chapters of an edition."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.cli import options
from sitegen.cli.schoolgids import tell
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from sitegen.gids.document import Document
    from sitegen.gids.plan import Plan, Step
    from sitegen.gids.split import Parts

_YEAR = re.compile(r"(20\d\d)\s?[-–/]\s?(20\d\d)")
_SIGNS = {"nieuw": "+", "veranderd": "~", "gelijk": "=", "weg": "-"}


def run(arguments: argparse.Namespace) -> int:
    """Read the document in, or only tell what would change; gives the exit status."""
    from sitegen.gids import plan, refs, split

    root = options.root_of(arguments)
    source = Path(arguments.waarvan[0])
    document = _document(source)
    parts = split.split(document.text)
    chapters, loose_ends = refs.resolve(parts.chapters, document, source.name)
    if not chapters:
        raise SiteError([Problem(Place(source.name), "gids-leeg", "in dit bestand staat geen tekst.", "Kijk of het het goede bestand is.")])
    year = _year(arguments, source, parts)
    folder = root / "schoolgids" / year
    existing = _existing(folder)
    made = plan.plan(chapters, existing, year, source.name)
    tell((*document.problems, *loose_ends, *_beside(source, folder)), quiet=arguments.quiet)
    again = any(step.was for step in made.steps)
    pictures = {name: data for name, data in document.pictures.items() if any(name in step.text for step in made.steps)}
    if not arguments.proef:
        _write(folder, made, pictures, existing)
    if arguments.json:
        sys.stdout.write(json.dumps({"schooljaar": year, "geschreven": not arguments.proef, "hoofdstukken": [_plain(step) for step in made.steps]}, ensure_ascii=False) + "\n")
    elif not arguments.quiet:
        sys.stdout.write(_told(made, parts, year, len(pictures), again=again, trial=arguments.proef))
    return _build(arguments) if arguments.bouw and not arguments.proef else 0


def _document(source: Path) -> Document:
    from sitegen.gids import document

    kind = source.suffix.lower()
    if kind not in {".docx", ".md", ".markdown"}:
        raise SiteError([Problem(Place(source.name), "gids-soort", "dit is geen Word-bestand (.docx) en geen tekst (.md).", "Bewaar de gids in Word als .docx. Een PDF kan niet: daar zijn de koppen en tabellen niet meer in te vinden.")])
    try:
        data = source.read_bytes()
    except OSError:
        raise SiteError([Problem(Place(str(source)), "gids-weg", "dit bestand is er niet of kan niet gelezen worden.", "Kijk de naam na, en sluit het bestand in Word.")]) from None
    if kind == ".docx":
        return document.from_word(source.name, data)

    def beside(name: str) -> bytes | None:
        try:
            path = (source.parent / name).resolve()
            return path.read_bytes() if path.is_relative_to(source.parent.resolve()) else None
        except (OSError, ValueError):
            return None

    return document.from_markdown(source.name, data, beside)


def _year(arguments: argparse.Namespace, source: Path, parts: Parts) -> str:
    from sitegen.readers.address import school_year

    if arguments.jaar:
        found = re.fullmatch(r"(\d{4})-(\d{4})", arguments.jaar)
        if not found or int(found[2]) != int(found[1]) + 1:
            raise SiteError([Problem(Place("--jaar"), "gids-jaar", f"'{arguments.jaar}' is geen schooljaar.", "Schrijf het als 2026-2027.")])
        return str(arguments.jaar)
    for words in (parts.title, source.stem, parts.cover):
        guess = _YEAR.search(words)
        if guess and int(guess[2]) == int(guess[1]) + 1:
            return f"{guess[1]}-{guess[2]}"
    day = arguments.date or dt.date.today()  # noqa: DTZ011  the school's own day
    raise SiteError([Problem(Place(source.name), "gids-jaar", "het schooljaar van deze gids is niet te vinden.", f"Geef het erbij: --jaar {school_year(day.isoformat())}")])


def _existing(folder: Path) -> dict[str, str]:
    from sitegen.decoding import decode
    from sitegen.gids.plan import FACTS, RECORD

    if not folder.is_dir():
        return {}
    result = {}
    for path in sorted(folder.iterdir()):
        if path.name.startswith("beeld-"):
            result[path.name] = ""
        elif path.suffix == ".md" or path.name in {FACTS, RECORD}:
            result[path.name] = decode(path.read_bytes(), path.name)
    return result


def _beside(source: Path, folder: Path) -> tuple[Problem, ...]:
    if source.resolve().parent != folder.resolve():
        return ()
    return (Problem(Place(source.name), "gids-dubbel", "dit bestand ligt tussen de hoofdstukken, en komt zo zelf ook als hoofdstuk op de website.", "Verplaats het naar een map buiten de site.", "waarschuwing"),)


def _write(folder: Path, made: Plan, pictures: Mapping[str, bytes], existing: Mapping[str, str]) -> None:
    from sitegen.gids.plan import FACTS, RECORD

    folder.mkdir(parents=True, exist_ok=True)
    for name, data in pictures.items():
        if name not in existing:
            _put(folder / name, data)
    # Everything is written under a passing name first: whatever happens, no chapter is gone before the new one is there.
    written = [(step, _beside_name(folder / step.file)) for step in made.steps if step.text and (step.kind != "gelijk" or step.renamed)]
    for step, temporary in written:
        temporary.write_text(step.text, encoding="utf-8", newline="\n")
    for step in made.steps:
        if step.was and (step.by_hand or step.kind == "weg"):
            _set_aside(folder / step.was)
        elif step.renamed:
            (folder / step.was).unlink(missing_ok=True)
    for step, temporary in written:
        temporary.replace(folder / step.file)
    if FACTS not in existing:
        _put(folder / FACTS, made.facts.encode())
    _put(folder / RECORD, made.record.encode())


def _beside_name(path: Path) -> Path:
    return path.with_name(f".{path.name}.nieuw")


def _put(path: Path, data: bytes) -> None:
    temporary = _beside_name(path)
    temporary.write_bytes(data)
    temporary.replace(path)


def _set_aside(path: Path) -> None:
    target = path.with_name(f"{path.name}.oud")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.oud-{number}")
    path.rename(target)


def _told(made: Plan, parts: Parts, year: str, pictures: int, *, again: bool, trial: bool) -> str:
    lines = [f"Schoolgids {year}: {sum(step.kind != 'weg' for step in made.steps)} hoofdstukken, verdeeld {parts.how}."]
    lines += [f"  {_SIGNS[step.kind]} {step.file}{_remark(step, 'wordt' if trial else 'is')}" for step in made.steps if not again or step.kind != "gelijk" or step.renamed]
    if again and not made.changes:
        lines.append("  Er is niets veranderd.")
    if parts.cover:
        lines.append(f"Niet overgenomen (omslag en inhoudsopgave): {_short(parts.cover)}")
    if pictures:
        lines.append(f"{dutch.amount(pictures, 'plaatje: dat komt', 'plaatjes: die komen')} pas op de website als is opgeschreven wie erop staat. Maak een lijst met: sitegen media")
    if made.loose:
        lines.append(f"Niet meer gebruikt (mag weg): {', '.join(made.loose)}")
    if trial:
        lines.append("Dit was een proef: er is niets geschreven. Zonder --proef gebeurt het echt.")
    elif not again:
        lines.append(f"Vul nu in wanneer de gids is vastgesteld: schoolgids/{year}/_gids.yaml")
    return "\n".join(lines) + "\n"


def _remark(step: Step, kept: str) -> str:
    told = []
    if step.renamed:
        told.append(f"was {step.was}")
    if step.kind == "veranderd":
        told.append(f"{dutch.amount(step.added, 'regel', 'regels')} erbij, {step.removed} eraf")
    if step.kind == "weg":
        told.append(f"staat niet meer in de gids; {kept} bewaard als {step.was}.oud")
    elif step.by_hand:
        told.append(f"was met de hand veranderd; dat {kept} bewaard als {step.was}.oud, kijk na wat u weer wilt")
    return f"  ({'; '.join(told)})" if told else ""


def _short(text: str) -> str:
    from sitegen.gids.split import plain

    words = plain(re.sub(r"!\[[^\]]*\]\([^)]*\)", "(plaatje)", text))
    return words if len(words) <= 120 else words[:120].rsplit(" ", 1)[0] + " …"


def _plain(step: Step) -> dict[str, object]:
    return {"bestand": step.file, "was": step.was, "soort": step.kind, "met_de_hand_veranderd": step.by_hand, "regels_erbij": step.added, "regels_eraf": step.removed}


def _build(arguments: argparse.Namespace) -> int:
    from sitegen.cli import build

    words = [f"--{name}={value}" for name in ("site", "output", "date") if (value := getattr(arguments, name)) is not None]
    words += [f"--{name}" for name in ("strict", "quiet", "names") if getattr(arguments, name)]
    return build.run(build.parser().parse_args(words))
