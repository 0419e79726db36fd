"""No child is named in a post, in whatever form; adults and ordinary words don't silence a sentence."""

from __future__ import annotations

import pytest

from sitegen.consent import Answer
from sitegen.register import Name, Pupil, Register, Staff
from sitegen.siteyaml import parse
from sitegen.social.names import Names

PUPILS = tuple(Pupil(str(number), Name(first, "", last)) for number, (first, last) in enumerate([("Sanne", "Hoekzema"), ("Mare-Lynn", "Hulzebos"), ("Roos", "Timmer"), ("Mei", "Li"), ("Bo", "Kamphuis"), ("Ömer", "Yılmaz")], 1))
REGISTER = Register(PUPILS, staff=(Staff("m1", Name("Anouk", "", "Visser")),), first_names=frozenset(one.name.first.lower() for one in PUPILS))
SITE = "title: De Proef\nschool: {name: De Proef}\n"
NAMES = Names(REGISTER, parse(SITE)[0])


@pytest.mark.parametrize("text", [
    "Sanne won de wedstrijd.", "sanne won de wedstrijd.", "De tekening van SANNE hangt in de hal.", "Sannes tekening hangt in de hal.", "Sanne’s tekening", "Hup #HupSanne!",
    "Mare-Lynn en Mare lazen voor.", "Goed gedaan, Lynn!", "Kleine Sannetje sliep.", "Omer wint.", "O\u0308mer wint.", "Roos plukte een bloem.", "Op de foto staat Bo.",
    # Children that the school doesn't know.
    "Fleur en Teun kwamen op bezoek.", "Behalve Teun: die noemt hem anders.", "Wij feliciteren Noortje.", "Fleur Postma kwam op bezoek.",
])
def test_a_child_is_named(text: str) -> None:
    assert NAMES.named(text)


@pytest.mark.parametrize("text", [
    "De roos bloeit in mei.", "In het bos ligt een egel.", "Juf Anouk Visser en meester Harm lazen voor.", "Anouk las voor uit een boek van Roald Dahl.", "Met Sint-Maarten liepen wij langs de deuren.",
    "Sint Maarten komt!", "Schrijver Jan Terlouw vertelde.", "De Sint en zijn Pieten waren er.", "Wij lazen over Anne Frank.", "Burgemeester Ingrid opende het plein.",
    "De kinderen van groep 6 lazen 300 uur.",
])
def test_nobody_is_named_who_is_a_child(text: str) -> None:
    assert not NAMES.named(text)


def test_joined_words_of_an_address_or_a_hashtag() -> None:
    assert NAMES.joined("sanne-naar-de-finale")
    assert NAMES.joined("SanneWint")
    assert not NAMES.joined("weekbericht-12")
    assert not NAMES.joined("KindcentrumDeProef")


def test_a_name_is_free_when_the_school_and_the_parents_of_all_its_bearers_say_so() -> None:
    school = parse(SITE + "social: {first_names: true}\n")[0]
    yes, no = {"voornaam": Answer("ja", "", "")}, {"voornaam": Answer("nee", "", "")}
    two = (*PUPILS, Pupil("7", Name("Sanne", "", "Postma")))
    assert Names(Register(PUPILS), school).named("Sanne won.")
    assert not Names(Register(PUPILS, answers={"1": yes}), school).named("Sanne won.")
    assert Names(Register(two, answers={"1": yes, "7": no}), school).named("Sanne won.")
    assert not Names(Register(two, answers={"1": yes, "7": yes}), school).named("Sanne won.")
    assert Names(Register(PUPILS, answers={"1": yes}), parse(SITE)[0]).named("Sanne won.")
