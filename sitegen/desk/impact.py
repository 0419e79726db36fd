"""What would vanish from the site if the parents of one child said no today: pictures, the texts that show them, papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.consent import CLASS_LIST, category, combine
from sitegen.desk.mag import ruling, shown
from sitegen.desk.overzicht import needs
from sitegen.desk.whom import meant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.desk.declared import Declared
    from sitegen.importers import Loaded
    from sitegen.register import Pupil
    from sitegen.school import School

_CHANNEL = {"page": "website", "newsletter": "nieuwsbrief", "schoolgids": "schoolgids"}


@dataclass(frozen=True, slots=True)
class Impact:
    """For one child: pictures that would vanish, pictures that are withheld already, and the class list.

    uncertain: pictures whose declaration could mean this child. social: of `vanishing`, those that may be on social media.
    """

    child: str
    vanishing: tuple[Declared, ...]
    withheld: tuple[Declared, ...]
    uncertain: tuple[Declared, ...]
    social: tuple[Declared, ...]
    listed: bool


def impact(pupil: Pupil, pictures: Sequence[Declared], loaded: Loaded, school: School) -> Impact:
    """What a withdrawal for this child would take away, from the pictures that name it."""
    register = loaded.register
    vanishing: list[Declared] = []
    withheld: list[Declared] = []
    uncertain: list[Declared] = []
    social: list[Declared] = []
    for picture in pictures:
        readings = [meant(entry, register) for entry in picture.who or ()]
        if any(reading.fault and pupil in reading.pupils for reading in readings):
            uncertain.append(picture)
        elif any(pupil in reading.pupils for reading in readings):
            may = ruling(picture.who, picture.kind, _CHANNEL[picture.page], register, school).may
            (vanishing if may else withheld).append(picture)
            needed = [category(picture.kind, channel) for channel in needs(school, "social")]
            if combine(register.answers.get(pupil.number, {}), needed).may:
                social.append(picture)
    return Impact(shown(pupil), tuple(vanishing), tuple(withheld), tuple(uncertain), tuple(social), not pupil.left and register.answer(pupil.number, CLASS_LIST).may)


def as_text(one: Impact, *, recorded: Sequence[str]) -> str:
    """The impact in words, with `recorded`: the decisions on which today's answers rest."""
    lines = [f"Als de ouders van {one.child} vandaag nee zeggen, verdwijnt bij de volgende bouw:", ""]
    if one.vanishing:
        for picture in one.vanishing:
            texts = ", ".join(picture.shown_in) or "staat nu in geen enkele tekst"
            lines.append(f"  {picture.path} ({'werk' if picture.kind == 'werk' else 'foto'}) uit {texts}" if picture.shown_in else f"  {picture.path}: {texts}")
        lines += ["", "Met elke foto gaan ook de bijschriften, de verkleinde versies, de deelafbeelding en de vermelding in lijsten en feed weg."]
    else:
        lines.append("  geen enkele foto en geen werk: er staat nu niets van dit kind op de website.")
    if one.listed:
        lines += ["", "Op de klassenlijst: het gezin vervalt; maak de lijst opnieuw met sitegen klassenlijst."]
    if one.social:
        lines += ["", "Mocht op social media, dus zoek en verwijder daar zelf:", *(f"  {picture.path}" for picture in one.social)]
    if one.uncertain:
        lines += ["", "Onduidelijk wie erop staat (zet het leerlingnummer in de verklaring):", *(f"  {picture.path}, {picture.place or ', '.join(picture.shown_in)}" for picture in one.uncertain)]
    if one.withheld:
        lines += ["", "Wordt nu al tegengehouden:", *(f"  {picture.path}" for picture in one.withheld)]
    lines += ["", "Let op: zoekmachines, sociale netwerken en gedrukte uitgaven vergeten niet vanzelf; het bouwverslag noemt straks de adressen die verdwenen."]
    if recorded:
        lines += ["", "Vastgelegd is nu:", *(f"  {line}" for line in recorded)]
    return "\n".join(lines) + "\n"
