"""The parts of all files become one register: joined on the pupil number, resolved for one day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sitegen.fold import fold, squeeze, tokens
from sitegen.importers.answers import Answers, Book, Dated
from sitegen.importers.whose import Whose
from sitegen.problem import Problem
from sitegen.register import Member, Name, Pupil, Register, Staff

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sitegen.importers.part import Part
    from sitegen.school import School


@dataclass(frozen=True, slots=True)
class Joined:
    """The register, the decisions it rests on, and what didn't fit together."""

    register: Register
    book: Book
    problems: tuple[Problem, ...]


def join(parts: Sequence[tuple[Part, dt.date]], school: School, day: dt.date) -> Joined:
    """One register of all `parts`, each with the day of its file. Fails closed: what doesn't fit is a no."""
    pupils, left, blocked, problems = _pupils(parts, day)
    whose = Whose.of(pupils)
    snapshots = [(part, Dated(part.snapshot, file_day, part.place.file.rpartition("/")[2])) for part, file_day in parts if part.snapshot]
    rulings = [(part, part.rulings) for part, _ in parts if part.rulings]
    told, ruled = [], []
    for part, dated in snapshots:
        rows, misfits = whose.rows(dated.table.keys, part.place, blocked)
        told.append(rows)
        problems += misfits
    for part, table in rulings:
        rows, misfits = whose.rows(table.keys, part.place, blocked)
        ruled.append(rows)
        problems += misfits
    book = Book([dated for _, dated in snapshots], [table for _, table in rulings], told, ruled, left, blocked)
    staff = [_with_mail(one, school) for part, _ in parts for one in part.staff]
    carers = [one for part, _ in parts for one in part.carers]
    members, unnamed = _named([one for part, _ in parts for one in part.members], {one.id: one.name for one in carers} | {one.id: one.name for one in staff}, parts)
    # Only numbers with an answer or a refusal need an entry; all other questions are answered with "onbekend".
    numbers = dict.fromkeys(number for table in (*told, *ruled, left, blocked) for number in table)
    return Joined(
        Register(
            pupils=tuple(pupils),
            carers=tuple(carers),
            staff=tuple(staff),
            members=tuple(members),
            accepted=tuple(one for part, _ in parts for one, until in part.accepted if until is None or day <= until),
            answers={number: Answers(book, number, day) for number in numbers},
            first_names=_first_names(pupils),
            asked=frozenset().union(*(part.asked for part, _ in parts)),
        ),
        book,
        (*problems, *unnamed),
    )


def _first_names(pupils: Sequence[Pupil]) -> frozenset[str]:
    called = {pupil.name.first for pupil in pupils}
    # "Hanna Zofia" in full as well: two first names in a row are no first name and a surname.
    official = {" ".join(pupil.name.official) for pupil in pupils if len(pupil.name.official) > 1}
    return frozenset(word for first in called for word in (fold(first), *tokens(first)) if len(word) > 1) | frozenset(map(fold, official))


def _pupils(parts: Sequence[tuple[Part, dt.date]], day: dt.date) -> tuple[list[Pupil], dict[str, dt.date | None], dict[str, str], list[Problem]]:
    pupils: dict[str, Pupil] = {}
    others: list[Pupil] = []
    left: dict[str, dt.date | None] = {}
    blocked: dict[str, str] = {}
    problems: list[Problem] = []
    for part, _ in parts:
        for child in part.children:
            pupil, number = child.pupil, child.pupil.number
            gone = child.gone or (child.left_on is not None and child.left_on <= day)
            if gone != pupil.left:
                pupil = pupil._replace(left=gone)
            if gone and number:
                left[number] = child.left_on
            known = pupils.get(number) if number else None
            if known is None:
                pupils[number or f"zonder nummer, {part.place.file}:{child.line}"] = pupil
                continue
            same = _same(known.name, pupil.name)
            place = replace(part.place, line=child.line)
            if not same:
                others.append(pupil)
                blocked[number] = f"leerlingnummer {number} staat bij twee verschillende namen"
                problems.append(Problem(place, "register-dubbel", f"leerlingnummer {number} staat ook bij een andere naam; van dit nummer wordt niets geplaatst.", "Zet bij elk kind het eigen nummer."))
            elif gone != known.left:
                pupils[number] = known._replace(left=True)
                problems.append(Problem(place, "register-vertrokken", f"leerling {number} staat als leerling en als oud-leerling; het kind telt als vertrokken.", "Haal het kind weg uit de lijst waarin het niet meer hoort.", "waarschuwing"))
            else:
                others += [pupil] if known.name != pupil.name and squeeze(known.name.last) != squeeze(pupil.name.last) else []
                pupils[number] = known._replace(group=known.group or pupil.group, also=known.also or pupil.also)
    return [*pupils.values(), *others], left, blocked, problems


def _same(one: Name, other: Name) -> bool:
    # One of both may be written another way (married name, official first name); both different is another child.
    return squeeze(one.first) == squeeze(other.first) or squeeze(one.last) == squeeze(other.last)


def _with_mail(one: Staff, school: School) -> Staff:
    # An address outside the school's domain is private, whatever the column is called (FORMATS §6).
    domain = school.email_domain
    if not one.work_email or not domain or one.work_email.lower().endswith((f"@{domain}", f".{domain}")):
        return one
    return one._replace(work_email="", private=one.private._replace(emails=(*one.private.emails, one.work_email)))


def _named(members: Iterable[Member], names: dict[str, Name], parts: Sequence[tuple[Part, dt.date]]) -> tuple[list[Member], list[Problem]]:
    named, unknown = [], []
    for member in members:
        if member.person and not member.name.last and not member.name.first:
            if member.person in names:
                named.append(member._replace(name=names[member.person]))
            else:
                unknown.append(member.person)
        else:
            named.append(member)
    place = next((part.place for part, _ in parts if part.members), None)
    if not unknown or place is None:
        return named, []
    return named, [Problem(place, "register-persoon", f"deze personen staan niet bij team of ouders: {', '.join(sorted(unknown))}.", "Verbeter het Id onder Persoon, of vul de naam in.", "waarschuwing")]
