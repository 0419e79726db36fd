"""Home, and the lists: newsletters by school year and kind, chapters of an edition, pages with the same tag.

Archives are by school year, so an added newsletter touches the list of its own year and no other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from sitegen import dutch
from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs.frame import Frame, frame
from sitegen.outputs.pages import body
from sitegen.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.edition import Card, Edition, Event
    from sitegen.privacy.cleared import Site
    from sitegen.theme import Theme

LATEST = 4
SORTS = {"weekly": ("wekelijks", "Weekberichten"), "thematic": ("thema", "Themabrieven")}


def home(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """The front page: who we are, the latest news, the first dates. The only page that knows what day it is."""
    around = frame(edition, theme)
    own = edition.pages.cards.get("")
    latest = edition.newsletters[:LATEST]
    soon = _soon(edition)
    key = fingerprint(around.key, own.key if own else b"", *(one.key for one in latest), repr(soon), edition.day, repr(edition.facts.get(edition.current)))
    yield Artifact("index.html", partial(_home, edition, around, latest, soon), key, "voorpagina")


def _home(edition: Edition[Site], around: Frame, latest: Sequence[Card], soon: Sequence[Event]) -> bytes:
    own = edition.pages.cards.get("")
    facts = {key.removeprefix("feit:").replace("_", " ").capitalize(): value for key, value in edition.facts.get(edition.current, {}).items() if key.startswith("feit:")}
    free = next((event for event in soon if event.kind in {"vakantie", "studiedag"}), None)
    return around.render(
        "home.html", url="", title=own.title if own else edition.school.name, summary=own.summary if own else "",
        body=body(edition.pages[""], edition) if own else Markup(""), latest=latest, soon=soon[:5], free=free, facts=facts,
        tiles=_tiles(edition),
    )


def _tiles(edition: Edition[Site]) -> list[tuple[str, str]]:
    wanted = (("Ziek melden", ("ouders/ziek-melden/", "ziek-melden/")), ("Vakanties", ("vakanties/", "kalender/")), ("Nieuwsbrief", ("nieuwsbrieven/",)), ("Aanmelden", ("nieuwe-ouders/aanmelden/", "aanmelden/")))
    known = {*edition.pages.cards, "nieuwsbrieven/" if edition.newsletters else "", "kalender/" if edition.calendar else ""}
    return [(title, url) for title, urls in wanted if (url := next((one for one in urls if one in known), ""))]


def _soon(edition: Edition[Site]) -> list[Event]:
    return [event for event in edition.calendar if event.last >= edition.day][:12]


def lists(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """Newsletters: an overview, a list a school year, and one a kind in it."""
    around = frame(edition, theme)
    years: dict[str, list[Card]] = defaultdict(list)
    for one in edition.newsletters:
        years[one.group].append(one)
    if not years:
        return
    overview = [(year, len(cards)) for year, cards in years.items()]
    latest = edition.newsletters[:6]
    yield Artifact("nieuwsbrieven/index.html", partial(_overview, around, overview, latest), fingerprint(around.key, repr(overview), *(one.key for one in latest)), "lijst")
    for year, cards in years.items():
        key = fingerprint(around.key, *(one.key for one in cards))
        yield Artifact(f"nieuwsbrieven/{year}/index.html", partial(_year, around, year, cards), key, "lijst")
        for sort, (path, title) in SORTS.items():
            chosen = [one for one in cards if one.sort == sort]
            if chosen:
                yield Artifact(f"nieuwsbrieven/{year}/{path}/index.html", partial(_sort, around, year, path, title, chosen), fingerprint(around.key, b"sort", *(one.key for one in chosen)), "lijst")


def _overview(around: Frame, years: list[tuple[str, int]], latest: Sequence[Card]) -> bytes:
    return around.render("newsletters.html", url="nieuwsbrieven/", title="Nieuwsbrieven", summary=f"Alle nieuwsbrieven van {around.school.name}.", years=years, latest=latest)


def _year(around: Frame, year: str, cards: Sequence[Card]) -> bytes:
    sorts = [(title, f"nieuwsbrieven/{year}/{path}/") for sort, (path, title) in SORTS.items() if any(one.sort == sort for one in cards)]
    return around.render("list.html", url=f"nieuwsbrieven/{year}/", title=f"Nieuwsbrieven {year}", months=_months(cards), sorts=sorts, crumbs=(("Nieuwsbrieven", "nieuwsbrieven/"),))


def _sort(around: Frame, year: str, path: str, title: str, cards: Sequence[Card]) -> bytes:
    return around.render("list.html", url=f"nieuwsbrieven/{year}/{path}/", title=f"{title} {year}", months=_months(cards), sorts=(), crumbs=(("Nieuwsbrieven", "nieuwsbrieven/"), (year, f"nieuwsbrieven/{year}/")))


def _months(cards: Sequence[Card]) -> list[tuple[str, list[Card]]]:
    months: dict[str, list[Card]] = {}
    for one in cards:
        months.setdefault(f"{dutch.MONTHS[int(one.date[5:7]) - 1]} {one.date[:4]}", []).append(one)
    return list(months.items())


def guides(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """The contents of each edition of the schoolgids."""
    around = frame(edition, theme)
    editions = tuple(edition.chapters)
    for group, cards in edition.chapters.items():
        url = "schoolgids/" if group == edition.current else f"schoolgids/{group}/"
        colophon = edition.facts.get(group, {})
        key = fingerprint(around.key, url, repr(colophon), repr(editions), *(one.key for one in cards))
        yield Artifact(f"{url}index.html", partial(_guide, around, url, group, cards, colophon, editions, edition.current), key, "lijst")


def _guide(around: Frame, url: str, group: str, cards: Sequence[Card], colophon: dict[str, str], editions: Sequence[str], current: str) -> bytes:  # noqa: PLR0913
    return around.render("schoolgids.html", url=url, title=f"Schoolgids {group}", summary=f"De schoolgids van {around.school.name}, {group}.", noindex=group != current, chapters=cards, colophon=colophon, group=group, editions=editions, current=current)


def tags(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """A page for each tag that two or more pages share."""
    around = frame(edition, theme)
    found: dict[str, tuple[str, list[Card]]] = {}
    for one in (*edition.newsletters, *(card for card in edition.pages.cards.values() if card.kind == "page")):
        for tag in one.tags:
            found.setdefault(_slug(tag), (tag, []))[1].append(one)
    for path, (tag, cards) in sorted(found.items()):
        if path and len(cards) > 1:
            yield Artifact(f"onderwerpen/{path}/index.html", partial(_tag, around, path, tag, cards), fingerprint(around.key, tag, *(one.key for one in cards)), "lijst")


def _tag(around: Frame, path: str, tag: str, cards: Sequence[Card]) -> bytes:
    return around.render("list.html", url=f"onderwerpen/{path}/", title=f"Onderwerp: {tag}", months=[("", list(cards))], sorts=())


def _slug(tag: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(tag)).strip("-")
