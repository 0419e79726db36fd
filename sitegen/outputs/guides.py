"""The contents of each edition of the schoolgids, and its colophon."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs import book
from sitegen.outputs.frame import Frame, frame
from sitegen.outputs.guidebook import documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sitegen.edition import Card, Edition
    from sitegen.privacy.cleared import Site
    from sitegen.theme import Theme


def guides(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """One page of contents an edition; that of the edition in force has an address without a year."""
    if not edition.chapters:
        return
    around = frame(edition, theme)
    editions = tuple(edition.chapters)
    for group, cards in edition.chapters.items():
        url = "schoolgids/" if group == edition.current else f"schoolgids/{group}/"
        about = edition.facts.get(group, {})
        whole = documents(edition) if group == edition.current else ()
        key = fingerprint(around.key, url, repr(whole), edition.current, repr(about), repr(editions), repr([(one.title, one.url, one.summary) for one in cards]))
        yield Artifact(f"{url}index.html", partial(_guide, around, url, group, cards, about, editions, edition.current, whole), key, "lijst")


def _guide(around: Frame, url: str, group: str, cards: Sequence[Card], about: Mapping[str, str], editions: Sequence[str], current: str, whole: Sequence[tuple[str, str]]) -> bytes:
    facts = dict(book.facts(about))
    colophon = [("Schooljaar", group), *book.dates(about)]
    others = [(one, "schoolgids/" if one == current else f"schoolgids/{one}/") for one in editions if one != group]
    return around.render(
        "schoolgids.html", url=url, title=f"Schoolgids {group}", summary=f"De schoolgids van {around.school.name}, schooljaar {group}.", noindex=group != current,
        chapters=cards, facts=facts, colophon=colophon, group=group, others=others, current=current, whole=whole,
        crumbs=() if group == current else (("Schoolgids", "schoolgids/"),),
    )
