"""What bears on a file tells when it must be read again: never too seldom, and not for a child that has nothing to do with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sitegen import verify
from sitegen.register import Accepted, Name, Private, Pupil, Register, Staff
from tests.verify.conftest import CARERS, MEMBERS, SCHOOL, STAFF, pupils
from tests.verify.test_sweep import CHILDREN, INNOCENT, PLACES, _filled

if TYPE_CHECKING:
    from collections.abc import Callable

ALL = Register(pupils=pupils(), carers=CARERS, staff=STAFF, members=MEMBERS)
FULL = verify.knowledge(ALL, SCHOOL)
FILES = [(_filled(file, *child), _filled(template, *child).encode()) for _, file, template in PLACES for child in CHILDREN[::2]]
FILES += [("index.html", f"<p>{text}</p>".encode()) for text in INNOCENT]
FILES += [("index.html", f"<p>Bel {shown}.</p>".encode()) for shown in ("06-12345339", "Kanaalstraat 46", "9999 XE", "kim74@thuis.example", "Anouk Visser van 11-06-1991", "0599-123 450")]


def _without(*surnames: str) -> Register:
    return replace(ALL, pupils=tuple(one for one in ALL.pupils if one.name.last not in surnames))


OTHERS = {
    "a child less": lambda: _without("Hoekzema", "Özdemir"),
    "most children less": lambda: replace(ALL, pupils=ALL.pupils[::3]),
    "an adult less": lambda: replace(ALL, staff=()),
    "an adult of that name": lambda: replace(ALL, staff=(*STAFF, Staff("T9", Name("Ruben", "", "Hoekzema"), "leerkracht"))),
    "another first name": lambda: replace(ALL, pupils=(*_without("Hoekzema").pupils, Pupil("10004", Name("Pleun", "", "Hoekzema")))),
    "another number": lambda: replace(ALL, pupils=tuple(one._replace(number=f"2{one.number}") for one in ALL.pupils)),
    "accepted": lambda: replace(ALL, accepted=(Accepted(text="Ruben Hoekzema"), Accepted(pattern="S[a-z]+ de Vries"))),
    "no telephone": lambda: replace(ALL, carers=tuple(one._replace(private=Private()) for one in CARERS)),
    "a surname that is a first name": lambda: replace(ALL, pupils=(*ALL.pupils, Pupil("10999", Name("Hoekzema", "", "Groot")))),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS.keys())
def test_where_nothing_else_bears_on_a_file_the_verdict_is_the_same(other: Callable[[], Register]) -> None:
    now = verify.knowledge(other(), SCHOOL)
    differ = 0
    for name, data in FILES:
        leaks, words = verify.looked(name, data, FULL)
        assert leaks == verify.examine(name, data, FULL)
        again, same_words = verify.looked(name, data, now)
        assert set(words.split()) == set(same_words.split())
        if leaks != again:
            differ += 1
            assert FULL.bearing(words, pictures=False) != now.bearing(words, pictures=False), name
    assert differ


def test_a_new_child_bears_on_the_files_that_name_it() -> None:
    more = verify.knowledge(replace(ALL, pupils=(*ALL.pupils, Pupil("10999", Name("Pleun", "", "Zwanenburgh")))), SCHOOL)
    touched = [data for name, data in FILES if FULL.bearing(words := verify.looked(name, data, FULL)[1], pictures=False) != more.bearing(words, pictures=False)]
    assert touched == []
    _, words = verify.looked("x/index.html", b"<p>Pleun uit de Zwanenburghstraat.</p>", FULL)
    assert FULL.bearing(words, pictures=False) != more.bearing(words, pictures=False)


def test_withheld_pictures_bear_on_files_with_pictures_alone() -> None:
    hidden = verify.knowledge(ALL, SCHOOL, [("newsletters/foto.jpg", bytes(range(32)))])
    assert FULL.bearing(b"", pictures=False) == hidden.bearing(b"", pictures=False)
    assert FULL.bearing(b"", pictures=True) != hidden.bearing(b"", pictures=True)
