"""sitegen register: how files are understood, what doesn't fit, and what a withdrawal would take away."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli import inside, options
from sitegen.consent import discreet

if TYPE_CHECKING:
    import argparse

    from sitegen.importers.part import Part
    from sitegen.problem import Problem

_EXAMPLES = """  sitegen register check                      klopt het register?
  sitegen register inspect export.xlsx        hoe wordt dit bestand begrepen?
  sitegen register impact 10021               wat verdwijnt er als deze ouders nee zeggen?"""
_MARKS = {"fout": "FOUT    ", "waarschuwing": "let op  ", "nakijken": "nakijken"}


def parser() -> options.Parser:
    """The options of this command."""
    result = options.shared(options.Parser("register", "Bekijkt het register: inspect (een bestand), check (alles) of impact (een kind).", _EXAMPLES))
    result.add_argument("wat", choices=("inspect", "check", "impact"), help="inspect BESTAND, check, of impact LEERLINGNUMMER")
    result.add_argument("waarvan", nargs="*", help="bij inspect: bestanden; bij impact: een leerlingnummer")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; 0 when all is well, 1 when there are faults."""
    if arguments.wat == "check":
        return _check(arguments)
    if not arguments.waarvan:
        parser().error("noem een bestand, bijvoorbeeld: sitegen register inspect register/toestemming.csv" if arguments.wat == "inspect" else "noem een leerlingnummer, bijvoorbeeld: sitegen register impact 10021")
    return _inspect(arguments) if arguments.wat == "inspect" else _impact(arguments)


def _check(arguments: argparse.Namespace) -> int:
    from sitegen.desk.controle import check

    desk = inside.open_register(arguments, complain=False)
    problems = check(desk.loaded)
    register = desk.loaded.register
    counts = {
        "leerlingen": sum(not pupil.left for pupil in register.pupils), "oud-leerlingen": sum(pupil.left for pupil in register.pupils),
        "ouders": len(register.carers), "medewerkers": len(register.staff), "commissieleden": len(register.members),
    }
    silent = {group: len(numbers) for group, numbers in desk.loaded.unanswered.items()}
    if arguments.json:
        sys.stdout.write(json.dumps({"aantallen": counts, "overzicht_tot": str(desk.loaded.snapshot or ""), "niet_ingevuld": desk.loaded.unanswered, "niet_ingelezen": desk.loaded.dropped, "meldingen": [_plain(problem) for problem in problems]}, ensure_ascii=False) + "\n")
    else:
        _tell(problems, quiet=arguments.quiet)
        if not arguments.quiet:
            sys.stdout.write(f"In het register: {', '.join(f'{number} {name}' for name, number in counts.items())}.\n")
            sys.stdout.write(f"Het overzicht van de toestemmingen gaat tot {desk.loaded.snapshot or 'onbekend'}.\n")
            if silent:
                groups = ", ".join(f"{group or 'zonder groep'}: {number}" for group, number in silent.items())
                sys.stdout.write(f"Nog niet (helemaal) ingevuld: {groups}. {'' if arguments.names else 'Namen: --names.'}".rstrip() + "\n")
            if arguments.names:
                names = {pupil.number: pupil.name.full for pupil in register.pupils}
                sys.stdout.writelines(f"  {group or 'zonder groep'}: {', '.join(names[number] for number in numbers)}\n" for group, numbers in desk.loaded.unanswered.items())
            sys.stdout.writelines(f"Niet ingelezen uit {line}\n" for line in desk.loaded.dropped)
    return 1 if any(problem.severity == "fout" or (arguments.strict and problem.severity == "waarschuwing") for problem in problems) else 0


def _inspect(arguments: argparse.Namespace) -> int:
    from sitegen.desk.controle import understood
    from sitegen.importers import read
    from sitegen.problem import Place, SiteError
    from sitegen.siteyaml import parse

    try:
        columns = parse((options.root_of(arguments) / "site.yaml").read_text("utf-8"))[0].register.columns
    except SystemExit:
        # A file can be looked at before there is a site.
        columns = {}
    parts: list[Part] = []
    problems: list[Problem] = []
    for name in arguments.waarvan:
        path = Path(name)
        if not path.is_file():
            parser().error(f"het bestand {name} bestaat niet")
        try:
            parts += read(path.read_bytes(), Place(name), columns)
        except SiteError as error:
            problems += error.problems
    problems += [problem for part in parts for problem in part.problems]
    if arguments.json:
        files = [{"bestand": part.place.file, "blad": part.sheet, "soort": part.what, "regels": part.rows, "kolommen": [column._asdict() for column in part.columns], "niet_ingelezen": part.dropped} for part in parts]
        sys.stdout.write(json.dumps({"bestanden": files, "meldingen": [_plain(problem) for problem in problems]}, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(understood(parts))
        _tell(problems, quiet=arguments.quiet)
    return 1 if any(problem.severity == "fout" for problem in problems) else 0


def _impact(arguments: argparse.Namespace) -> int:
    from sitegen.desk.declared import opened, pictures
    from sitegen.desk.impact import as_text, impact
    from sitegen.register import pupil_number

    desk = inside.open_register(arguments, complain=False)
    listed, problems = pictures(desk.root)
    _tell(problems, quiet=False)
    found = [(one, opened(desk.root, one)) for one in listed]
    register = desk.loaded.register
    status = 0
    for word in arguments.waarvan:
        pupil = next((one for one in register.pupils if one.number == pupil_number(word)), None)
        if pupil is None:
            sys.stderr.write(f"sitegen: leerlingnummer {word} staat niet in het register.\n")
            status = 1
            continue
        result = impact(pupil, found, desk.loaded, desk.school)
        recorded = [f"{name}: {answer.why if arguments.names else discreet(answer.why)}" for name, answer in register.answers.get(pupil.number, {}).items() if name in register.asked]
        if arguments.json:
            paths = {name: [one.path for one in getattr(result, name)] for name in ("vanishing", "withheld", "uncertain", "social")}
            sys.stdout.write(json.dumps({"leerling": pupil.number, "verdwijnt": paths["vanishing"], "nu_al_tegengehouden": paths["withheld"], "onduidelijk": paths["uncertain"], "social": paths["social"], "klassenlijst": result.listed}, ensure_ascii=False) + "\n")
        else:
            sys.stdout.write(as_text(result, recorded=recorded))
    return status


def _tell(problems: tuple[Problem, ...] | list[Problem], *, quiet: bool) -> None:
    for problem in problems:
        if problem.severity == "fout" or not quiet:
            sys.stderr.write(f"{_MARKS[problem.severity]}  {problem}\n")


def _plain(problem: Problem) -> dict[str, object]:
    return {"bestand": problem.place.file, "regel": problem.place.line, "code": problem.code, "ernst": problem.severity, "fout": problem.fault, "wat_te_doen": problem.remedy}
