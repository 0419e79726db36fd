"""What the ledger remembers of one source: enough to know that nothing changed, and what to do when something did."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen import problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.edition import Card
    from sitegen.problem import Problem
    from sitegen.sources import Stamp

# What the pass says of what it found, in the order in which a row counts them.
VERDICTS = ("verwijderd", "tegengehouden", "nakijken")


class Looked(NamedTuple):
    """A file that reading a source looked at: its stamp and digest, both None when it was not there."""

    path: str
    stamp: Stamp | None
    digest: bytes | None


class Pointed(NamedTuple):
    """A picture or file that a page points at: who is said to stand on it (folded; "" for nobody), whether it is shown, and blurred."""

    path: str
    digest: str
    people: str
    shown: bool
    blurred: bool


class Row(NamedTuple):
    """One source, read and cleared.

    looked: every file that was looked at, the source first. near: fingerprint of the people near. key: of the cleared
    page. when: draft, publish_on, expires_on. asked: pupils' numbers, groups and first names in picture declarations.
    links: internal addresses the page points at. events: agenda entries. pictures, files: what the page shows, as plain
    tuples. pointed: every picture and file that the page
    points at, each a plain Pointed. findings: how many were removed, withheld, to be looked at. asks: whether it
    has pictures or attachments, and so asks what parents allow.
    """

    path: str
    looked: tuple[Looked, ...]
    near: bytes
    key: bytes
    card: Card | None
    when: tuple[bool, str, str]
    asked: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]
    links: tuple[str, ...]
    events: tuple[tuple[str, ...], ...]
    pictures: tuple[tuple[object, ...], ...]
    files: tuple[tuple[object, ...], ...]
    pointed: tuple[tuple[object, ...], ...]
    findings: tuple[int, int, int]
    asks: bool

    def visible(self, day: str) -> bool:
        """Whether the page is due on `day`: no draft, published, not expired. Time stops here (DESIGN)."""
        draft, publish_on, expires_on = self.when
        return self.card is not None and not draft and (not publish_on or publish_on <= day) and (not expires_on or day < expires_on)

    def plain(self) -> tuple[object, ...]:
        """As nested plain tuples, for the ledger."""
        return (
            self.path,
            tuple(tuple(one) for one in self.looked),
            self.near,
            self.key,
            None if self.card is None else tuple(self.card),
            self.when,
            self.asked,
            tuple(one.plain() for one in self.problems),
            *self[8:],
        )


def from_plain(rows: Iterable[tuple[object, ...]]) -> list[Row]:
    """The rows that `plain` took apart."""
    # Late: a build without changes reads no row.
    from sitegen.edition import Card

    result = []
    for path, looked, near, key, card, when, asked, problems, *rest in rows:
        result.append(Row(
            path,  # type: ignore[arg-type]
            tuple([Looked._make(one) for one in looked]),  # type: ignore[attr-defined]
            near,  # type: ignore[arg-type]
            key,  # type: ignore[arg-type]
            None if card is None else Card._make(card),  # type: ignore[arg-type]
            when,  # type: ignore[arg-type]
            asked,  # type: ignore[arg-type]
            problem.from_plain(problems) if problems else (),  # type: ignore[arg-type]
            *rest,  # type: ignore[arg-type]
        ))
    return result
