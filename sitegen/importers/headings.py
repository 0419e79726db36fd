"""What a column is about: its header, in the words schools use for it, becomes a field or a question to parents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.consent import CLASS_LIST, FIRST_NAME, Channel, Kind, category
from sitegen.fold import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Field → headers (folded, only letters and digits) that mean it, FORMATS §3 first and then what exports call it.
FIELDS: Mapping[str, frozenset[str]] = {
    field: frozenset(words.split())
    for field, words in {
        "number": "leerlingnummer leerlingnr llnr llnummer leerlingid leerlingkey",
        "id": "id key",
        "first": "roepnaam voornaam",
        "prefix": "voorvoegsel tussenvoegsel voorvoegsels tussenvoegsels tussenv",
        "last": "achternaam naam geslachtsnaam",
        "official": "voornamen officielevoornamen doopnamen",
        "group": "groep klas klasnaam groepsnaam groepnaam stamgroep",
        "left": "uitstroomdatum uitschrijfdatum uitschrijvingsdatum datumuitstroom",
        "changed": "gewijzigdop gewijzigd wijzigingsdatum laatstgewijzigd laatstgewijzigdop datumgewijzigd",
        "source": "bron herkomst",
        "category": "categorie",
        "ruling": "besluit beslissing",
        "since": "vanaf ingangsdatum geldigvanaf",
        "until": "tot totenmet tm einddatum geldigtot",
        "carer": "ouder verzorger ouderverzorger",
        "pupils": "leerlingen leerlingnummers kinderen",
        "phone": "telefoon telefoonnummer tel mobiel mobielnummer telefoon1 telefoon2 telefoonprive",
        "email": "email emailadres mail mailadres email1 email2 emailprive priveemail privemail",
        "street": "straat straatnaam adres straatenhuisnummer straathuisnummer",
        "house": "huisnummer huisnr",
        "house_extra": "toevoeging huisnummertoevoeging",
        "postcode": "postcode",
        "town": "plaats woonplaats plaatsnaam",
        "iban": "iban rekeningnummer bankrekening banknummer",
        "role": "functie rol",
        "form": "aanspreekvorm aanspreektitel",
        "work_email": "werkmail werkemail werkemailadres mailwerk emailwerk schoolmail",
        "birth": "geboortedatum geboren",
        "committee": "commissie raad",
        "person": "persoon persoonid",
    }.items()
}
LABELS: Mapping[str, str] = {
    "number": "leerlingnummer", "id": "id", "first": "roepnaam", "prefix": "voorvoegsel", "last": "achternaam", "official": "voornamen",
    "group": "groep", "left": "uitstroomdatum", "changed": "gewijzigd op", "source": "bron", "category": "categorie", "ruling": "besluit",
    "since": "vanaf", "until": "tot", "carer": "ouder", "pupils": "leerlingen", "phone": "telefoon", "email": "e-mail", "street": "straat",
    "house": "huisnummer", "house_extra": "toevoeging", "postcode": "postcode", "town": "plaats", "iban": "iban", "role": "functie",
    "form": "aanspreekvorm", "work_email": "werkmail", "birth": "geboortedatum", "committee": "commissie", "person": "persoon",
}
IGNORE = "overslaan"
_BY_WORD = {word: field for field, words in FIELDS.items() for word in words}
# Questions that schools ask and that have nothing to do with this website.
_OTHER_QUESTIONS = re.compile(r"onderzoek|stage|pers\b|krant|klassenfoto|afscheidsfoto|schoolfotograaf")

_CHANNELS: Mapping[str, Channel] = {
    "website": Channel.WEBSITE, "schoolwebsite": Channel.WEBSITE, "site": Channel.WEBSITE, "schoolsite": Channel.WEBSITE,
    "social": Channel.SOCIAL, "sociale": Channel.SOCIAL, "socials": Channel.SOCIAL, "socialmedia": Channel.SOCIAL, "facebook": Channel.SOCIAL,
    "instagram": Channel.SOCIAL, "twitter": Channel.SOCIAL, "x": Channel.SOCIAL,
    "nieuwsbrief": Channel.NEWSLETTER, "nieuwsbrieven": Channel.NEWSLETTER, "schoolgids": Channel.SCHOOLGIDS, "parro": Channel.PARRO,
}
_KINDS: Mapping[str, Kind] = {
    "foto": Kind.PHOTO, "fotos": Kind.PHOTO, "beeldmateriaal": Kind.PHOTO, "beeld": Kind.PHOTO, "werk": Kind.WORK, "werkje": Kind.WORK, "werkjes": Kind.WORK,
}
_FILLERS = frozenset(["van", "op", "de", "het", "een", "in", "bij", "voor", "of", "en", "leerling", "leerlingen", "kind", "kinderen", "media", "school", "onze", "s", "toestemming", "akkoord", "tegen", "plaatsen", "plaatsing", "gebruik"])
_PUBLIC = (Channel.WEBSITE, Channel.SOCIAL, Channel.NEWSLETTER, Channel.SCHOOLGIDS)
_NEGATIONS = frozenset({"geen", "niet", "zonder", "wel", "weigering", "weigert"})
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Question:
    """A consent column: the categories it answers. `objection`: ja means no. `unclear`: ja and nee mean nothing here."""

    categories: tuple[str, ...]
    objection: bool = False
    unclear: bool = False


def question(header: str) -> Question | None:
    """The question to parents that a header or a `Categorie` names; None when it is none that sitegen knows.

    "Geen bezwaar website" is `unclear`: whether ja means "no objection" or "objection" can't be known.
    """
    words = _WORD.findall(fold(header).replace("foto's", "fotos"))
    negated = any(word in _NEGATIONS for word in words)
    objection = any(word.startswith("bezwa") for word in words)
    words = [word for word in words if word not in _NEGATIONS and not word.startswith("bezwa")]
    if words[:2] == ["voornaam", "bij"]:
        named: tuple[str, ...] = (FIRST_NAME,) if all(word in _KINDS or word in _FILLERS for word in words[2:]) else ()
    elif words and words[-1] in {"klassenlijst", "adreslijst"} and all(word in _FILLERS or word == "contactgegevens" for word in words[:-1]):
        named = (CLASS_LIST,)
    else:
        named = _picture_question(words)
    return Question(named, objection, negated) if named else None


def _picture_question(words: Sequence[str]) -> tuple[str, ...]:
    kinds = dict.fromkeys(_KINDS[word] for word in words if word in _KINDS)
    channels = dict.fromkeys(_CHANNELS[word] for word in words if word in _CHANNELS)
    if any(word not in _KINDS and word not in _CHANNELS and word not in _FILLERS for word in words):
        return ()
    if not channels:
        # "Werk van leerling" asks for all channels at once; nobody asks that about photos.
        return tuple(category(Kind.WORK, channel) for channel in _PUBLIC) if list(kinds) == [Kind.WORK] else ()
    return tuple(category(kind, channel) for kind in (kinds or (Kind.PHOTO,)) for channel in channels)


@dataclass(frozen=True, slots=True)
class Headings:
    """A table's header: at which columns each field and each question stand. `unknown`: not understood; `other`: not for us."""

    row: int
    headers: tuple[str, ...]
    fields: Mapping[str, tuple[int, ...]]
    questions: Mapping[int, Question]
    unknown: tuple[int, ...]
    other: tuple[int, ...]

    def has(self, *fields: str) -> bool:
        """Whether all these fields have a column."""
        return all(field in self.fields for field in fields)


def find(rows: Sequence[Sequence[str]], columns: Mapping[str, str], look: int = 25) -> Headings | None:
    """The header among the first rows (titles and blank rows may stand above it): the row with most known columns.

    `columns` is `register: columns:` of site.yaml, header → meaning. None when no row has two known columns.
    """
    mapped = {squeeze(header): meaning for header, meaning in columns.items()}
    best: Headings | None = None
    most = 1
    for index, row in enumerate(rows[:look]):
        headings = _understand(index, row, mapped)
        known = sum(len(places) for places in headings.fields.values()) + len(headings.questions)
        if known > most:
            best, most = headings, known
    return best


def _understand(index: int, row: Sequence[str], mapped: Mapping[str, str]) -> Headings:
    fields: dict[str, list[int]] = {}
    questions: dict[int, Question] = {}
    unknown: list[int] = []
    other: list[int] = []
    for column, cell in enumerate(row):
        header = cell.strip()
        if not header:
            continue
        meaning = mapped.get(squeeze(header), header)
        field = _BY_WORD.get(squeeze(meaning))
        if field:
            fields.setdefault(field, []).append(column)
        elif asked := question(meaning):
            questions[column] = asked
        elif plainly_other(meaning):
            other.append(column)
        else:
            unknown.append(column)
    headers = tuple(cell.strip() for cell in row)
    return Headings(index, headers, {field: tuple(places) for field, places in fields.items()}, questions, tuple(unknown), tuple(other))


def plainly_other(meaning: str) -> bool:
    """Whether a column is known to be none of ours: a question about something else, or one that site.yaml skips."""
    return meaning == IGNORE or bool(_OTHER_QUESTIONS.search(fold(meaning)))
