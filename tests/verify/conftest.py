"""One invented school for all tests of the verifier."""

from __future__ import annotations

import pytest

from sitegen import verify
from sitegen.register import Accepted, Carer, Member, Name, Private, Pupil, Register, Staff
from sitegen.school import Contact, School

PUPILS = """
Sanne|de|Vries; Bram||Bos; Noor|de|Groen; Zoë||Özdemir; Ruben||Hoekzema; Fleur||Jansen-Boer; Fleur||Visser; Lieke|'t|Hart
Bilal||El Idrissi; Aylin||Yılmaz; Jan-Pieter||Li; Sem||Vos; Fenne|van der|Wal; Daan|van den|Boom; Noor||Thomas; Thomas||Smit
Emma||Kok; Mats||Dijkema; Roos||Jansen; Max||Roos; Jip||Dijkstra; Tess||Zuidema; Lotte|de|Lange; Max||Groen; Noud|van|Dam
Saar||Bakker; Mees||Wolf; Bo||Storm; Finn||Berg; Lars||Veldkamp; Isa|van der|Meer; Guus||Haverkamp; Anne||Kuiper; Evi||Winter
Jesse|de|Boer; Liv||Terpstra; Hugo||Maas; Julia||Nowak; Abel||Prins; Yara||Haile
"""
OFFICIAL = {"Thijs": ("Matthijs Cornelis",), "Ruben": ("Ruben Johannes",)}
CARERS = (
    Carer("O1", Name("Dennis", "", "Hoekzema"), ("10004",), Private(("06-12345339",), ("d.hoekzema@post.example",), "Kanaalstraat 46", "9999 XE", "Wilgenveen", ("NL44 BANK 0999 9000 04",))),
    Carer("O2", Name("Kim", "", "Visser-Boerema"), ("10006",), Private(("+31 6 1234 5921",), ("kim74@thuis.example",), "De Lange Akkers 120a", "9999 XJ", "Wilgenveen")),
    Carer("O3", Name("Jun", "", "Li"), ("10010",), Private(("0599-123 987",), (), "'t Zandpad 11", "9999 XS", "Wilgenveen")),
)
STAFF = (
    Staff("T1", Name("Anouk", "", "Visser"), "leerkracht", "juf", "a.visser@school.example", Private(("06-1234 5068",), ("anouk.visser@thuis.example",), "Turfschipper 18", "9999 XN", "Wilgenveen", birth="11-06-1991")),
    Staff("T2", Name("Harm", "", "Zuidema"), "leerkracht", "meester", "h.zuidema@school.example"),
    Staff("T3", Name("Willem", "", "Bos"), "conciërge", "meester"),
    Staff("T4", Name("Karin", "van den", "Berg"), "intern begeleider", "juf"),
)
MEMBERS = (Member("MR", Name("Dennis", "", "Hoekzema"), "voorzitter", "O1"), Member("AC", Name("Tess", "", "Bakker")))
SCHOOL = School(
    "Kindcentrum De Wilgenhof",
    "Kindcentrum De Wilgenhof",
    base_url="https://www.school.example",
    street="Lindelaan 1",
    postcode="9999 ZZ",
    town="Wilgenveen",
    email_domain="school.example",
    own=Contact("Kindcentrum De Wilgenhof", ("0599-123 450",), ("info@school.example",), ("Lindelaan 1, 9999 ZZ Wilgenveen",), ("NL00 BANK 0123 4567 89",)),
    contacts=(Contact("Stichting Lindeborg", ("0599-123 400",), ("info@lindeborg.example",), ("Postbus 12, 9999 ZX Wilgenveen",), ()),),
)


def pupils() -> tuple[Pupil, ...]:
    """The children of the table above, numbered from 10000; the last one left."""
    names = [row.strip().split("|") for row in PUPILS.replace("\n", ";").split(";") if row.strip()]
    children = [Pupil(str(10000 + place), Name(first, prefix, last, OFFICIAL.get(first, ()))) for place, (first, prefix, last) in enumerate(names)]
    return (*children, Pupil("9702", Name("Koen", "", "Hofsteenge"), left=True))


def register(*accepted: Accepted) -> Register:
    """The whole register, with these exceptions."""
    return Register(pupils=pupils(), carers=CARERS, staff=STAFF, members=MEMBERS, accepted=accepted, first_names=frozenset({"emma", "willem"}))


@pytest.fixture(scope="session")
def known() -> verify.Knowledge:
    """What the verifier knows of the invented school."""
    return verify.knowledge(register(), SCHOOL)
