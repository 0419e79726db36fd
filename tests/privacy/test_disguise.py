"""A random child's name, in a random disguise, in a random sentence on a page of innocent text: gone, and all else untouched."""

from __future__ import annotations

import html
import random
import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from sitegen.draft import Draft
from sitegen.privacy import gate
from sitegen.privacy.cleared import Site
from sitegen.problem import Place
from tests.scoring.registers import world

if TYPE_CHECKING:
    from collections.abc import Callable

    from sitegen.register import Name

INNOCENT = (
    "Morgen gaan we met de hele groep naar het bos.", "Vergeet de gymtas niet.", "De gevonden voorwerpen liggen in de hal.", "Op woensdag is er geen school.",
    "We lezen elke dag een kwartier.", "Het schoolplein krijgt nieuwe tegels.", "Wie helpt er mee met versieren?", "De luizencontrole is op dinsdag.", "Denkt u aan een jas en laarzen?",
)
FRAMES = (
    "Gisteren was {} jarig.", "Van harte gefeliciteerd, {}!", "De tekening is van {}, knap gedaan.", "In de krant stond een stukje over {} en de kikkers.", "Jarig deze week: {}.",
    "{} vond een egel onder de schommel.", "Wij wensen {} veel beterschap.", "De eerste prijs ging naar {}.",
)


def _full(name: Name) -> str:
    return " ".join(part for part in (name.first, name.prefix, name.last) if part)


def _inside(text: str, sign: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(text))
    return text[:at] + sign + text[at:]


def _entities(name: Name, dice: random.Random) -> str:
    return "".join(f"&#{ord(one)};" if dice.random() < 0.5 else html.escape(one) for one in _full(name))


_STROKES = str.maketrans("ĐđØøŁłı", "DdOoLli")
DISGUISES: dict[str, Callable[[Name, random.Random], str]] = {
    "plain": lambda name, _: html.escape(_full(name), quote=False),
    "capitals": lambda name, _: html.escape(_full(name).upper(), quote=False),
    "decomposed": lambda name, _: html.escape(unicodedata.normalize("NFD", _full(name)), quote=False),
    "no accents": lambda name, _: "".join(one for one in unicodedata.normalize("NFKD", _full(name).translate(_STROKES)) if one.isascii()),
    "soft hyphen": lambda name, dice: html.escape(f"{name.first} {name.prefix} {_inside(name.last, chr(0xAD), dice)}", quote=False),
    "zero width": lambda name, dice: html.escape(f"{name.first} {name.prefix} {_inside(name.last, chr(0x200B), dice)}", quote=False),
    "no-break": lambda name, _: html.escape(_full(name).replace(" ", "\u00a0"), quote=False),
    "entities": _entities,
    "bold inside": lambda name, dice: f"{html.escape(name.first)} {html.escape(name.prefix)} {_inside(name.last, '<b></b>', dice) if name.last.isalpha() else html.escape(name.last)}",
    "bold surname": lambda name, _: f"{html.escape(name.first)} <strong>{html.escape(name.prefix)} {html.escape(name.last)}</strong>",
    "line break": lambda name, _: html.escape(_full(name), quote=False).replace(" ", "\n", 1),
    "inverted": lambda name, _: html.escape(f"{name.last}, {name.first} {name.prefix}".strip(), quote=False),
    "initial": lambda name, _: html.escape(f"{name.first[0]}. {name.prefix} {name.last}".replace("  ", " "), quote=False),
    "full width": lambda name, _: "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in _full(name)),
    "link": lambda name, _: f'<a href="https://foto.example/{quote(_full(name))}">{html.escape(_full(name), quote=False)}</a>',
    "title": lambda name, _: f'<abbr title="{html.escape(_full(name))}">hij</abbr>',
}
# A surname that is a word, a first name or that of somebody on the staff is judged by its sentence: other tests do that.
NAMES = tuple(
    pupil.name
    for pupil in world("school").register.pupils
    if len(pupil.name.last) > 5 and pupil.name.last not in {one.name.last for one in (*world("school").register.staff, *world("school").register.members, *world("school").register.carers)}
)


def _letters(text: str) -> str:
    text = html.unescape(re.sub(r"<(?!abbr|a\b)[^>]*>", "", text))
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one)).casefold()
    return re.sub(r"[^a-z]", "", plain.replace("ı", "i").replace("ø", "o").replace("đ", "d").replace("ł", "l").replace("ß", "ss"))


@pytest.mark.parametrize("disguise", DISGUISES)
def test_gone_and_all_else_untouched(disguise: str) -> None:
    school = world("school")
    dice = random.Random(disguise)
    for _ in range(40):
        name = dice.choice(NAMES)
        shown = DISGUISES[disguise](name, dice)
        before, after = dice.sample(INNOCENT, 2)
        body = f"<p>{before}</p>\n<p>{dice.choice(FRAMES).format(shown)}</p>\n<p>{after}</p>"
        draft = Draft(Place("newsletters/2026-11-27-brief.md"), "newsletter", ("2026-2027", "brief"), {"title": "Brief"}, body, body)
        cleared, findings = gate.clear(draft, school.register.about(draft.page_words), school.school, Site)
        assert _letters(name.last.rpartition("-")[2] or name.last) not in _letters(str(cleared.body)), (body, cleared.body)
        assert before in cleared.body
        assert after in cleared.body
        assert findings
