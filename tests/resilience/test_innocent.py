"""Two thousand innocent sentences through the pass: the false alarms are counted, and their number is pinned (ECOSYSTEM C1.10)."""

from __future__ import annotations

import pytest

from tests.resilience.counting import SEED, dice
from tests.scoring.adapter import clear, untouched
from tests.scoring.casefile import cases
from tests.scoring.registers import world

SENTENCES = 2000
# False alarms in the quick form with seed 1, all of them with a note in the report. Fewer is welcome; more is a fault of the pass.
PINNED = 0

# Surnames that are words, trades, streets and things; none of these sentences is about a person of the register.
TRADES = "bakker slager visser kok boer timmerman schilder smid molenaar kuiper meester schipper herder jager kapper tuinman dokter brandweerman".split()
THINGS = "bos berg vos wolf haan vogel roos bloem boom stok brug dijk veld molen winter zomer storm regen wind zee".split()
COLOURS = "groen blauw geel rood wit zwart bruin oranje".split()
STREETS = ("de Vriesstraat", "de Jan de Vrieslaan", "de Bakkerstraat", "het Vossenpad", "de Willem Alexanderweg", "het Kerkplein", "de Boslaan", "de Van der Meulenkade", "de Dorpsstraat", "de Molenweg")
DAYS = ("maandag 3 mei", "dinsdag 12 januari", "vrijdag 27 november", "woensdag 1 april", "donderdag 30 september 2027", "zaterdag 6 december")
NUMBERS = ("drie", "12", "25", "vierentwintig", "honderd", "1.250")
GROUPS = ("groep 3", "groep 8", "de kleuters", "groep 5/6", "de bovenbouw", "alle kinderen")
PATTERNS = (
    "De {trade} kwam op school en vertelde over zijn werk.", "{Group} ging naar de {trade} in het dorp.", "In {street} wordt tot {day} aan de weg gewerkt.", "Wij zagen een {thing} en een {thing2} tijdens de wandeling.",
    "Op {day} zijn {group} vrij.", "De {thing} is {colour}, de {thing2} is {colour2}.", "Neem {number} eieren mee voor de {trade}.", "{Group} maakte een {thing} van klei, helemaal {colour}.", "Wie wil er {number} keer rond de {thing} rennen?",
    "De school aan {street} is op {day} dicht.", "Het thema is '{thing}', en {group} doet mee.", "Vanaf {day} kunt u {number} flessen inleveren.", "Een {trade} en een {trade2} bouwden samen een {thing}.", "{Day} leest de {trade} voor aan {group}.",
    "Let op: {street} is eenrichtingsverkeer.", "Er zijn nog {number} plaatsen voor de {thing}-les.", "Lekker buiten: {thing}, {thing2} en {colour} gras!", "Tussen {number} en {number2} uur is de {trade} er.", "Het liedje van de {trade} kennen {group} nu.", "Kom in het {colour}, met een {thing} op uw trui.",
)  # fmt: skip


def _sentences(count: int) -> list[str]:
    chance = dice("innocent")
    lines = [line for case in cases() if case.category == "innocent" and not (case.fields or case.html) and not (case.becomes or case.gone or case.stays) for line in [case.text]]
    while len(lines) < count:
        words = {name: chance.choice(list(some)) for name, some in {"trade": TRADES, "trade2": TRADES, "thing": THINGS, "thing2": THINGS, "colour": COLOURS, "colour2": COLOURS, "street": STREETS, "day": DAYS, "number": NUMBERS, "number2": NUMBERS, "group": GROUPS}.items()}
        words |= {"Group": words["group"][0].upper() + words["group"][1:], "Day": words["day"][0].upper() + words["day"][1:]}
        lines.append(chance.choice(PATTERNS).format(**words))
    return lines[:count]


def _alarms(count: int) -> list[str]:
    """The sentences that come out otherwise than they went in; the registers are those of the cases, with surnames that are words."""
    schools = [world(name) for name in ("school", "woorden")]
    found = []
    for number, text in enumerate(_sentences(count)):
        school = schools[number % 2]
        if clear(text, school.register, school.school, {}, html=False).body != untouched(text, {}, html=False).body:
            found.append(text)
    return found


def test_two_thousand_innocent_sentences() -> None:
    alarms = _alarms(SENTENCES)
    print(f"\n[10] innocent sentences that stay as they are (false alarms pinned at {PINNED}): {SENTENCES - len(alarms)} of {SENTENCES} (seed {SEED})")
    assert len(alarms) <= PINNED, alarms[:10]


@pytest.mark.long
def test_a_hundred_thousand_innocent_sentences() -> None:
    alarms = _alarms(100_000)
    print(f"\n[10] innocent sentences, long form: {100_000 - len(alarms)} of 100000 (seed {SEED})")
    assert len(alarms) <= 50, alarms[:10]
