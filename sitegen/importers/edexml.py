"""EDEXML 1.0.3, 2.0 and 2.1, alone or inside UWLR and SOAP wrappers: only what a website needs is ever kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sitegen.importers import damaged
from sitegen.importers.grid import text_of
from sitegen.importers.names import name_of
from sitegen.importers.part import Child, Part
from sitegen.importers.sheet import also
from sitegen.importers.table import bsn_problem
from sitegen.importers.values import day
from sitegen.problem import Problem, SiteError
from sitegen.register import Carer, Name, Private, Pupil, Staff, pupil_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sitegen.problem import Place

MAX_BYTES = 50_000_000
MAX_DEPTH = 40

# What is read of a person; every other field is dropped at the door, text and all (UWLR "smalle set").
_NAME = frozenset({"achternaam", "voorvoegsel", "tussenvoegsel", "voornamen", "roepnaam"})
_PUPIL = _NAME | {"jaargroep", "groep", "samengestelde_groep", "uitstroomdatum"}
_STAFF = _NAME | {"emailadres", "rol", "rolomschrijving"}
_CONTAINERS = frozenset({"samengestelde_groepen", "groepen", "groep", "samengestelde_groep"})
_SKIPPED = frozenset({"toevoegingen"})
_BSN = frozenset({"bsn", "sofinummer", "onderwijsnummer", "rijksregisternummer"})
_PARENT_ROLES = frozenset({"OUD", "OWA"})
_ROLES = {
    "ADJ": "adjunct-directeur", "ADM": "administratief medewerker", "CON": "conciërge", "DIR": "directeur", "ICT": "ICT-coördinator",
    "IB": "intern begeleider", "KLA": "klassenassistent", "LRK": "leerkracht", "LOS": "logopedist", "RT": "remedial teacher",
    "SMW": "schoolmaatschappelijk werker", "STA": "stagiair", "TAL": "taalcoördinator", "VAK": "vakleerkracht",
}
# Year groups without a class of that name; "H" (historisch) is a former pupil.
_YEARS = {"0": "Peuters", "B": "Baby's", "D": "Dreumesen"}
_LEFT = "H"
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_OSO = re.compile(r"oso|overstap", re.IGNORECASE)


@dataclass(slots=True)
class _Person:
    key: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    roles: list[str] = field(default_factory=list)
    group: str = ""
    composed: list[str] = field(default_factory=list)


class _Export:
    """The target of the parser: keeps pupils, staff and groups, and of anything else only the name of the field."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.groups: dict[str, tuple[str, str]] = {}
        self.pupils: list[_Person] = []
        self.staff: list[_Person] = []
        self.dropped: dict[str, None] = {}
        self.bsn = ""
        self.line: Callable[[], int] = lambda: 0
        self._path: list[str] = []
        self._person: _Person | None = None
        self._wanted: frozenset[str] = _PUPIL
        self._group = ""
        self._text: list[str] | None = None
        self._skip = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        namespace, _, name = tag.rpartition("}")
        if len(self._path) >= MAX_DEPTH:
            raise _refused(self.place, self.line(), "dit XML-bestand is te diep genest.", "Maak een nieuwe EDEXML-export.")
        if len(self._path) < 3 and (_OSO.search(name) or _OSO.search(namespace.rpartition("/")[2]) or _OSO.search(namespace)):
            raise _refused(self.place, self.line(), "dit is een overstapdossier (OSO) met vertrouwelijke gegevens; een website mag dat niet lezen.", "Haal het hier weg en gebruik een EDEXML-export.")
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if self._skip or name in _SKIPPED:
            self._skip += 1
            return
        key = attributes.get("key", "").strip()
        if name == "leerling" and parent == "leerlingen":
            self._person, self._wanted = _Person(key, self.line()), _PUPIL
        elif name == "leerkracht" and parent == "leerkrachten":
            self._person, self._wanted = _Person(key, self.line()), _STAFF
        elif self._person is not None:
            self._inside(name, key, self._person)
        elif name in {"groep", "samengestelde_groep"} and parent == "groepen":
            self._group = key
            self.groups[key] = ("", "")
        elif self._group and name in {"naam", "jaargroep"}:
            self._text = []

    def _inside(self, name: str, key: str, person: _Person) -> None:
        if name == "groep" and key:
            person.group = key
        elif name == "samengestelde_groep" and key:
            person.composed.append(key)
        if name in self._wanted:
            self._text = []
        elif name in _BSN:
            self._text = []
            self.dropped[name] = None
        elif name not in _CONTAINERS:
            self.dropped[name] = None

    def data(self, text: str) -> None:
        if self._text is not None and not self._skip:
            self._text.append(text)

    def end(self, _tag: str) -> None:
        name = self._path.pop()
        if self._skip:
            self._skip -= 1
            return
        text, self._text = " ".join("".join(self._text or ()).split()), None
        if name == "leerling" and self._person is not None:
            self.pupils.append(self._person)
            self._person = None
        elif name == "leerkracht" and self._person is not None:
            self.staff.append(self._person)
            self._person = None
        elif self._person is not None:
            self._field(name, text, self._person)
        elif name in {"groep", "samengestelde_groep"}:
            self._group = ""
        elif self._group and text and name in {"naam", "jaargroep"}:
            known = self.groups[self._group]
            self.groups[self._group] = (text, known[1]) if name == "naam" else (known[0], text)

    def _field(self, name: str, text: str, person: _Person) -> None:
        if name in {"rol", "rolomschrijving"} and text:
            person.roles.append(text)
        elif name in _BSN:
            # Only that there is one; the number itself is forgotten here.
            self.bsn = self.bsn or (name if text else "")
        elif text:
            person.fields.setdefault("voorvoegsel" if name == "tussenvoegsel" else name, text)

    def close(self) -> _Export:
        return self


def recognises(data: bytes, _file: str) -> bool:
    """Anything that begins as XML."""
    head = data[:400]
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or text_of(head[: len(head) // 2 * 2]).lstrip("\ufeff \t\r\n").startswith("<")


def read(data: bytes, place: Place, _columns: Mapping[str, str]) -> tuple[Part, ...]:
    """The pupils and staff of an EDEXML file.

    Raises SiteError: an OSO dossier, a DTD or entity, too large, too deep, no XML, or no pupils in it.
    """
    if len(data) > MAX_BYTES:
        raise _refused(place, 0, f"dit XML-bestand is groter dan {MAX_BYTES // 1_000_000} MB.", "Exporteer alleen de leerlingen van uw school.")
    export = _parse(data, place)
    if not export.pupils and not export.staff:
        raise _refused(place, 0, "in dit XML-bestand staan geen leerlingen volgens EDEXML.", "Maak in uw leerlingadministratie een EDEXML-export (bij ParnasSys: Exports, EDEX & UWLR).")
    problems: list[Problem] = []
    children = tuple(_child(person, export.groups, place, problems) for person in export.pupils if person.fields.get("achternaam") or person.fields.get("roepnaam"))
    if any(child.pupil.number.startswith("#") for child in children):
        problems.append(Problem(place, "register-hekje", "deze export geeft leerlingen nummers met een # die bij elke export veranderen; toestemming kan daar niet aan hangen.", "Vul in de administratie de leerlingnummers in en exporteer opnieuw.", "waarschuwing"))
    if export.bsn:
        problems.append(bsn_problem(place, export.bsn))
    carers = tuple(Carer(person.key, _name(person)) for person in export.staff if _is_parent(person))
    staff = tuple(_staff(person) for person in export.staff if not _is_parent(person))
    problems += _damaged(export, place)
    dropped = tuple(export.dropped)
    return (Part(place, "edexml", len(children), children=children, carers=carers, staff=staff, problems=tuple(problems), dropped=dropped),)


def _parse(data: bytes, place: Place) -> _Export:
    from xml.parsers.expat import ExpatError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    export = _Export(place)
    text = _text(data)
    parser = DefusedXMLParser(target=export, encoding="utf-8", forbid_dtd=True)
    export.line = lambda: parser.parser.CurrentLineNumber
    try:
        parser.feed(text.encode("utf-8", "replace"))
        parser.close()
    except DefusedXmlException:
        raise _refused(place, export.line(), "dit XML-bestand bevat een DTD of entiteiten; die worden om veiligheidsredenen niet gelezen.", "Maak een nieuwe EDEXML-export; een export heeft zoiets niet nodig.") from None
    except (ParseError, ExpatError) as error:
        line = getattr(error, "position", (getattr(error, "lineno", 0), 0))[0]
        raise _refused(place, line, "dit is geen geldige XML (het bestand is misschien afgebroken).", "Maak de export opnieuw.") from None
    return export


def _text(data: bytes) -> str:
    declared = _ENCODING.search(data[:200])
    name = declared[1].decode("ascii").lower() if declared else ""
    if name not in {"", "utf-8", "utf8", "utf-16"}:
        try:
            return data.decode(name, "replace")
        except (LookupError, UnicodeError):  # no such coding, or one that is none of texts ("idna", "undefined")
            pass
    return text_of(data)


def _child(person: _Person, groups: Mapping[str, tuple[str, str]], place: Place, problems: list[Problem]) -> Child:
    fields = person.fields
    year = fields.get("jaargroep", "")
    naam, group_year = groups.get(person.group, ("", ""))
    year = year or group_year
    group = naam or _YEARS.get(year, f"Groep {year}" if year.isdigit() and 1 <= int(year) <= 8 else "")
    also = tuple(groups[key][0] for key in person.composed if groups.get(key, ("", ""))[0])
    gone, left_on = year == _LEFT, None
    if fields.get("uitstroomdatum"):
        try:
            left_on = day(fields["uitstroomdatum"])
        except ValueError:
            gone = True
            problems.append(Problem(replace(place, line=person.line), "register-datum", "de uitstroomdatum van deze leerling is niet te lezen; het kind telt als vertrokken.", "Verbeter de datum in de administratie en exporteer opnieuw.", "waarschuwing"))
    return Child(Pupil(pupil_number(person.key), _name(person), group, gone, also), left_on, gone, person.line)


def _damaged(export: _Export, place: Place) -> list[Problem]:
    people = (*export.pupils, *export.staff)
    lines = [person.line for person in people if any(damaged.harmed(person.fields.get(field, "")) for field in _NAME)]
    return [Problem(replace(place, line=lines[0]), "register-letters", f"{damaged.FAULT}{also(lines)}", damaged.REMEDY)] if lines else []


def _name(person: _Person) -> Name:
    fields = person.fields
    return name_of(fields.get("roepnaam", ""), fields.get("voorvoegsel", ""), fields.get("achternaam", ""), tuple(fields.get("voornamen", "").split()))


def _is_parent(person: _Person) -> bool:
    # An OUD or OWA row is a parent who helps; somebody with a post as well is staff.
    roles = set(person.roles)
    return bool(roles & _PARENT_ROLES) and not any(role in _ROLES for role in roles)


def _staff(person: _Person) -> Staff:
    roles = dict.fromkeys(_ROLES.get(role, role) for role in person.roles if role not in _PARENT_ROLES)
    return Staff(person.key, _name(person), ", ".join(roles), work_email=person.fields.get("emailadres", ""), private=Private())


def _refused(place: Place, line: int, fault: str, remedy: str) -> SiteError:
    return SiteError([Problem(replace(place, line=line), "register-xml", fault, remedy)])
