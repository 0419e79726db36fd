"""Which drawing goes with a page that shows no photograph: by what it is about, else by the season."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.edition import Card

# Words in a title → name of a drawing in the template beelden.html. The first that fits.
_ABOUT: Mapping[str, tuple[str, ...]] = {
    "mijter": ("sinterklaas", "schoen zetten", "pepernoot"),
    "ster": ("kerst", "advent"),
    "lampion": ("sint-maarten", "sint maarten", "lampion", "lichtjes"),
    "boek": ("boek", "voorlees", "voorlezen", "lezen", "bieb", "gids", "letter"),
    "bal": ("sport", "voetbal", "koningsspelen", "gym", "toernooi", "schaats"),
    "voeten": ("avondvierdaagse", "wandel", "avond4daagse"),
    "bus": ("schoolreis", "kamp", "uitje", "excursie", "op reis"),
    "masker": ("musical", "toneel", "voorstelling", "carnaval", "theater"),
    "bloem": ("lente", "kriebels", "tuin", "natuur", "paas", "pasen"),
    "praat": ("mr", "gmr", "medezeggenschap", "ouderavond", "gesprek", "ouders", "contact"),
    "groepen": ("groepsindeling", "groep", "team", "stamgroep"),
    "zon": ("vakantie", "zomer", "welkom terug"),
    "hart": ("verkiezing", "veilig", "afscheid", "feest", "jarig", "identiteit", "kinderen"),
}
_SEASONS = ("sneeuw", "sneeuw", "bloem", "bloem", "bloem", "zon", "zon", "zon", "blad", "blad", "blad", "sneeuw")


def motif(one: Card) -> str:
    """The name of the drawing: "boek" for the Kinderboekenweek, "blad" for a weekly letter of November."""
    words = f" {fold(one.title)} "
    for name, cues in _ABOUT.items():
        if any(cue in words if len(cue) > 3 else f" {cue} " in words for cue in cues):
            return name
    return _SEASONS[int(one.date[5:7]) - 1] if one.date else "huis"
