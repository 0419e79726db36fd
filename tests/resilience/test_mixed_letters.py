"""Any school's children against any school's sentences: what the pass lets through, the verifier lets through.

A verifier that finds more than the pass blocks a school's website on a Friday; a pass that finds less is a leak. Children get
surnames that are words, colours, trades, places and first names as well, and the letters are the demo school's sentences
in any order, in paragraphs and lists.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen import verify
from sitegen.draft import Draft
from sitegen.privacy import gate
from sitegen.privacy.cleared import Site
from sitegen.problem import Place
from sitegen.readers import markdown
from sitegen.register import Name, Pupil, Register
from sitegen.siteyaml import parse
from tests.resilience.counting import SEED, told

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parents[2]
SURNAMES = """Bakker, Visser, de Boer, Groen, Bos, Vos, Kok, Prins, Koning, de Jong, de Wit, Zwart, de Haan, de Leeuw, van den Berg, van Dam,
van den Brink, van Beek, van den Heuvel, Molenaar, Smit, Mulder, Kuiper, Jansen, Willems, Hendriks, Peters, Maas, Post, de Winter, Zomer, van der Zon,
Kamp, Wolf, de Vries, Meijer, Schipper, van Vliet, Postma, Hoekstra, Dijkstra, Veenstra, van der Meer, Brouwer, de Graaf, van Leeuwen, Bosch, Huisman,
Schouten, van der Laan, Blom, Kramer, Hermans, Sanders, van Wijk, Klein, Groot, Lange, de Lange, van den Bosch, Timmer, Boon, Appel, Roos, Linde, Stam,
van der Horst, Jacobs, Karsten, Simons, Klaver, Bloem, de Bruin, Mol, Spoor, Plas, van 't Hof, Hof, Oost, Noord, Kerk, Molen, Dekker, Snel, de Kleine,
Vrolijk, Zwaan, Vogel, Haas, Nijhuis, El Amrani, Yilmaz, Tesfay, Nguyen, de Ridder, School, Meester, Schrijver, Veen, Bergsma, Winkel, Vis, Licht,
Storm, Sterk, Goud, van der Steen, Berk, van der Weide, Duin, Loos, Engel, Mars, Zaal, Buurman, Boek, Baas, Potter, Zijlstra""".replace("\n", " ").split(", ")
FIRSTS = (
    "Sem Noor Daan Emma Lucas Yara Finn Tess Bram Saar Levi Julia Mees Lotte Thijs Evi Mila Jesse Sophie Adam Fenna Roos Jurre Isa Pim Jochem Lars Jelmer Rinke Eline Judith "
    "Marijke Sander Folkert Siebe Elise Jasmine Rayan Sanne Ruben Linde Suze Tijn Sara Anna Max Tom Tim Bo Mike Jan Lente Bloem Storm"
).split()
SEEDS = (SEED, SEED + 1)


def _sentences() -> list[str]:
    files = sorted(path for folder in ("newsletters", "schoolgids", "content") for path in (HERE / folder).rglob("*.md"))
    parts = (one for path in files for one in re.split(r"(?<=[.!?])\s+|\n\n", path.read_text("utf-8").split("---", 2)[-1]))
    return [one for one in parts if 20 < len(one) < 300 and not set(one) & set("[]{}|#<>")]


def _register(dice: random.Random) -> Register:
    pupils = []
    for number in range(400):
        *particles, last = dice.choice(SURNAMES).split()
        pupils.append(Pupil(str(70000 + number), Name(dice.choice(FIRSTS), " ".join(particles), last), f"Groep {dice.randint(1, 8)}"))
    return Register(pupils=tuple(pupils), first_names=frozenset(first.lower() for first in FIRSTS))


def _letters(dice: random.Random, count: int) -> Iterator[str]:
    sentences = _sentences()
    for _ in range(count):
        paragraphs = [" ".join(dice.choices(sentences, k=dice.randint(1, 5))) for _ in range(4)]
        yield "\n\n".join((*paragraphs, "\n".join(f"- {one}" for one in dice.choices(sentences, k=3))))


def _agree(seed: int, count: int) -> tuple[int, list[str]]:
    dice = random.Random(seed)
    register = _register(dice)
    school, _ = parse((HERE / "site.yaml").read_text("utf-8"))
    knowledge = verify.knowledge(register, school)
    leaks = []
    done = 0
    for text in _letters(dice, count):
        draft = Draft(Place("newsletters/x.md"), "newsletter", ("2026-2027", "x"), {"title": "Brief", "date": dt.date(2026, 11, 20).isoformat()}, markdown.convert(text), text)
        cleared, _ = gate.clear(draft, register.about(draft.page_words), school, Site)
        found = verify.examine("nieuwsbrieven/x/index.html", f"<!doctype html><h1>{cleared.title}</h1>{cleared.body}".encode(), knowledge)
        leaks += [f"seed {seed}: {leak.kind} ({leak.shown}) in: {text}" for leak in found]
        done += 1
    return done, leaks


@pytest.mark.parametrize("seed", SEEDS)
def test_pass_and_verifier_agree_on_any_mix(seed: int) -> None:
    done, leaks = _agree(seed, 120)
    assert not leaks, "\n\n".join(leaks)
    told("letters", f"any children in any order of sentences, draw {seed}: pass and verifier agree", done - len(leaks), done)


@pytest.mark.long
def test_pass_and_verifier_agree_on_very_many() -> None:
    leaks: list[str] = []
    total = 0
    for seed in range(100, 140):
        done, found = _agree(seed, 500)
        total += done
        leaks += found
    assert not leaks, "\n\n".join(leaks)
    told("letters", "any children in any order of sentences: pass and verifier agree", total - len(leaks), total)
