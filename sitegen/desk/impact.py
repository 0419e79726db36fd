"""What would vanish from the site if the parents of one child said no today: pictures, the texts that show them, papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen import whom
from sitegen.consent import CLASS_LIST
from sitegen.desk.mag import ruling, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.desk.declared import Declared
    from sitegen.draft import Picture
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


def impact(pupil: Pupil, pictures: Sequence[tuple[Declared, Picture]], loaded: Loaded, school: School) -> Impact:
    """What a withdrawal for this child would take away, from `pictures` with what the judge needs to know of each."""
    register = loaded.register
    vanishing: list[Declared] = []
    withheld: list[Declared] = []
    uncertain: list[Declared] = []
    social: list[Declared] = []
    for one, picture in pictures:
        readings = [whom.resolve(entry, register) for entry in picture.who or ()]
        if any(reading.fault and pupil in reading.pupils for reading in readings):
            uncertain.append(one)
        elif any(pupil in reading.pupils for reading in readings):
            (vanishing if ruling(picture, _CHANNEL[one.page], register, school).may else withheld).append(one)
            if ruling(picture, "social", register, school).may:
                social.append(one)
    return Impact(shown(pupil), tuple(vanishing), tuple(withheld), tuple(uncertain), tuple(social), not pupil.left and register.answer(pupil.number, CLASS_LIST).may)


def as_text(one: Impact, *, recorded: Sequence[str]) -> str:
    """The impact in words, with `recorded`: the decisions on which today's answers rest."""
    lines = [f"Als de ouders van {one.child} vandaag nee zeggen, verdwijnt bij de volgende bouw:", ""]
    if one.vanishing:
        lines += [
            f"  {picture.path}, uit {', '.join(picture.shown_in)}" if picture.shown_in else f"  {picture.path} (staat nu in geen enkele tekst)" for picture in one.vanishing
        ]
        lines += ["", "Met elke foto gaan ook de bijschriften, de verkleinde versies, de deelafbeelding en de vermelding in lijsten en feed weg."]
    else:
        lines.append("  geen enkele foto en geen werk: er staat nu niets van dit kind op de website.")
    if one.listed:
        lines += ["", "Op de klassenlijst: het gezin vervalt; maak de lijst opnieuw met sitegen klassenlijst."]
    if one.social:
        lines += ["", "Mocht op social media, dus zoek en verwijder daar zelf:", *(f"  {picture.path}" for picture in one.social)]
    if one.uncertain:
        lines += ["", "Onduidelijk wie erop staat (zet het leerlingnummer in de verklaring):", *(f"  {picture.path}, {picture.declaration.place if picture.declaration else ', '.join(picture.shown_in)}" for picture in one.uncertain)]
    if one.withheld:
        lines += ["", "Wordt nu al tegengehouden:", *(f"  {picture.path}" for picture in one.withheld)]
    lines += ["", "Let op: zoekmachines, sociale netwerken en gedrukte uitgaven vergeten niet vanzelf; het bouwverslag noemt straks de adressen die verdwenen."]
    if recorded:
        lines += ["", "Vastgelegd is nu:", *(f"  {line}" for line in recorded)]
    return "\n".join(lines) + "\n"
