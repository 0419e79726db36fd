"""How long the register of a very large school takes: 5,000 pupils, 60,000 answers in the overview, 60,000 decisions.

Run it by hand: python -m tests.bench.bench_register. Prints milliseconds; the best of five, so with warm file caches.
"""

from __future__ import annotations

import datetime as dt
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.importers import load
from sitegen.school import School

if TYPE_CHECKING:
    from collections.abc import Callable

PUPILS = 5_000
DECISIONS = 60_000
DAY = dt.date(2026, 11, 24)
_SYLLABLES = ("van", "ter", "mo", "le", "ka", "ri", "do", "sa", "be", "wil", "hof", "dijk", "stra", "ma", "jan", "no", "fe", "lo", "ti", "um")
_QUESTIONS = (
    "Beeldmateriaal website", "Beeldmateriaal social media", "Beeldmateriaal nieuwsbrief", "Beeldmateriaal schoolgids", "Beeldmateriaal Parro",
    "Werk website", "Werk social media", "Werk nieuwsbrief", "Werk schoolgids", "Voornaam bij foto", "Klassenlijst", "Deelname aan onderzoeken",
)
_CATEGORIES = ("foto website", "foto social", "foto nieuwsbrief", "werk website", "klassenlijst", "alles")


def write(folder: Path, seed: int = 1) -> None:
    """A register of invented pupils in `folder`."""
    pick = random.Random(seed)
    name = lambda: "".join(pick.choices(_SYLLABLES, k=3)).capitalize()
    people = [(str(10_000 + index), name(), pick.choice(("", "de", "van der", "van 't")), name(), f"Groep {1 + index % 8}") for index in range(PUPILS)]
    _table(folder / "leerlingen.csv", ["Leerlingnummer;Roepnaam;Voorvoegsel;Achternaam;Voornamen;Groep;Uitstroomdatum", *(f"{';'.join(one[:4])};;{one[4]};" for one in people)])
    _table(folder / "toestemming.csv", [
        f"Leerlingnummer;Roepnaam;Voorvoegsel;Achternaam;Groep;{';'.join(_QUESTIONS)};Gewijzigd op;Bron",
        *(f"{';'.join(one)};{';'.join(pick.choices(('Ja', 'Nee', ''), (8, 2, 1), k=len(_QUESTIONS)))};{pick.randint(1, 28):02}-09-2026;Parro" for one in people),
    ])
    _table(folder / "besluiten.csv", [
        "Leerlingnummer;Categorie;Besluit;Vanaf;Tot;Ouder;Bron",
        *(f"{pick.choice(people)[0]};{pick.choice(_CATEGORIES)};{pick.choice(('ja', 'nee'))};{pick.randint(1, 28):02}-{pick.randint(1, 12):02}-2026;;{name()} {name()};brief" for _ in range(DECISIONS)),
    ])
    _table(folder / "ouders.csv", [
        "Id;Voornaam;Voorvoegsel;Achternaam;Leerlingen;Telefoon;E-mail;Straat;Postcode;Plaats;IBAN",
        *(f"O{index};{name()};;{one[3]};{one[0]};06-12345{index % 1000:03};{index}@mail.example;Lindelaan {index};9999 ZZ;Wilgenveen;" for index, one in enumerate(people * 2)),
    ])


def _table(path: Path, lines: list[str]) -> None:
    path.write_text("\r\n".join(lines) + "\r\n", "utf-8")


def best(call: Callable[[], object], times: int = 5) -> float:
    """The shortest of a few runs, in milliseconds."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begin)
    return 1_000 * min(taken)


def main() -> None:
    """Print what loading costs, and what resolving every single answer of everybody costs on top."""
    school = School("Kindcentrum De Wilgenhof", "Kindcentrum De Wilgenhof")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder)
        print(f"laden: {best(lambda: load(folder, school, DAY)):.0f} ms ({PUPILS} leerlingen, {PUPILS * len(_QUESTIONS)} antwoorden, {DECISIONS} besluiten, {2 * PUPILS} ouders)")
        for path in folder.iterdir():
            if path.stem in {"ouders", "besluiten"}:
                path.unlink()
        print(f"laden zonder besluiten en ouders: {best(lambda: load(folder, school, DAY)):.0f} ms")
        write(folder)
        loaded = load(folder, school, DAY)
        print(f"alle antwoorden van iedereen: {best(lambda: [dict(one) for one in loaded.register.answers.values()], 1):.0f} ms, eenmalig; een bouw vraagt alleen wie op een pagina staat")


if __name__ == "__main__":
    main()
