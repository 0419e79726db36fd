"""A page for each topic that two or more pages share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sitegen.artifact import Artifact, fingerprint
from sitegen.fold import tokens
from sitegen.outputs.frame import Frame, frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sitegen.edition import Card, Edition
    from sitegen.privacy.cleared import Site
    from sitegen.theme import Theme


def address(tag: str) -> str:
    """Where the topic's page lies: "Open dag" → "onderwerpen/open-dag/"."""
    return f"onderwerpen/{'-'.join(tokens(tag))}/"


def shared(edition: Edition[Site]) -> Mapping[str, tuple[Card, ...]]:
    """The topics with two or more pages, as written on each; cards newest first."""
    found: dict[str, list[Card]] = {}
    written: dict[str, set[str]] = {}
    for one in edition.pages.cards.values():
        if one.tags and (one.kind != "chapter" or one.group == edition.current):
            for tag in one.tags:
                where = address(tag)
                if where != "onderwerpen//":
                    found.setdefault(where, []).append(one)
                    written.setdefault(where, set()).add(tag)
    return {
        tag: tuple(sorted(cards, key=lambda one: (one.date, one.title), reverse=True))
        for where, cards in found.items() if len(cards) > 1
        for tag in written[where]
    }


def topics(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """The pages of all shared topics."""
    around = frame(edition, theme)
    done: set[str] = set()
    for tag, cards in sorted(shared(edition).items()):
        where = address(tag)
        if where not in done:
            done.add(where)
            key = fingerprint(around.key, tag, *(part for one in cards for part in (one.title, one.url, one.date, one.summary)))
            yield Artifact(f"{where}index.html", partial(_topic, around, where, tag, cards), key, "lijst")


def _topic(around: Frame, where: str, tag: str, cards: tuple[Card, ...]) -> bytes:
    return around.render(
        "list.html", url=where, title=f"Onderwerp: {tag}", summary=f"Alles op deze website over {tag}.", months=(("", cards),), others=(), parts=(), crumbs=(("Zoeken", "zoeken/"),),
    )
