"""The front page: who we are, the latest news, this week. The only page that knows what day it is."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs import jsonld, sharecard
from sitegen.outputs.body import body, shown
from sitegen.outputs.frame import Frame, frame
from sitegen.outputs.motif import motif
from sitegen.outputs.pages import share

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.edition import Card, Edition, Event
    from sitegen.privacy.cleared import Site
    from sitegen.theme import Theme

LATEST = 3
WEEK = 5


class Tile(NamedTuple):
    """A large button: what it says, where it leads, its drawing."""

    title: str
    url: str
    icon: str


class News(NamedTuple):
    """A newsletter as a card: its picture, or the drawing that stands in for one."""

    card: Card
    picture: Markup
    motif: str


_TILES = (
    ("Ziek melden", "thermometer", ("ouders/ziek-melden/", "ziek-melden/")),
    ("Vakanties", "zon", ("vakanties/", "ouders/vakanties/", "kalender/")),
    ("Nieuwsbrief", "brief", ("nieuwsbrieven/",)),
    ("Aanmelden", "hand", ("nieuwe-ouders/aanmelden/", "aanmelden/", "nieuwe-ouders/")),
)
_ROUTES = (("Nieuwe ouders", ("nieuwe-ouders/", "aanmelden/")), ("Ouders van onze school", ("ouders/", "voor-ouders/")))
_VISIT = (("Kom kijken", ("nieuwe-ouders/rondleiding/", "rondleiding/", "open-dag/")), ("Aanmelden", ("nieuwe-ouders/aanmelden/", "aanmelden/")))


def home(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """The front page; also of a site without content/index.md."""
    around = frame(edition, theme)
    own = edition.pages.cards.get("")
    latest = edition.newsletters[:LATEST]
    soon = _soon(edition)
    known = _addresses(edition)
    routes = tuple((title, edition.pages.cards[url]) for title, urls in _ROUTES if (url := next((one for one in urls if one in edition.pages.cards), None)))
    facts = _facts(edition)
    key = fingerprint(
        around.key, own.key if own else b"", *(one.key for one in latest), repr(soon), edition.day, repr(facts),
        repr([(title, one.url, one.summary) for title, one in routes]), repr(known),
    )
    yield Artifact("index.html", partial(_home, edition, around, latest, soon, routes, facts, known), key, "voorpagina")


def _home(edition: Edition[Site], around: Frame, latest: Sequence[Card], soon: Sequence[Event], routes: Sequence[tuple[str, Card]], facts: dict[str, str], known: tuple[str, ...]) -> bytes:
    own = edition.pages.cards.get("")
    school = edition.school
    free = next((event for event in soon if event.kind in {"vakantie", "studiedag"}), None)
    return around.render(
        "home.html", url="", title=own.title if own else school.name, summary=own.summary if own else "",
        body=body(edition.pages[""].fetch(), school) if own else Markup(""), news=[_news(edition, one) for one in latest],
        week=[event for event in soon if event is not free][:WEEK], free=free, until=_until(free, edition.day), day=edition.day, facts=facts, routes=routes,
        tiles=_tiles(edition, known), visits=[(title, url) for title, urls in _VISIT if (url := next((one for one in urls if one in known), ""))],
        share=share(school, edition.pages[""].fetch(), school.name) if own else sharecard.address(school.name, school), hours=school.hours or facts.get("Schooltijden", ""), ld=(jsonld.school(school),),
    )


def _news(edition: Edition[Site], one: Card) -> News:
    return News(one, picture(edition, one), motif(one))


def picture(edition: Edition[Site], one: Card) -> Markup:
    """The first picture of a page, small and without words beside its title; empty when it has none."""
    found = tuple(picture for picture in edition.pictures if picture.key == one.image) if one.image else ()
    if not found:
        return Markup("")
    return Markup(shown(str(Markup('<img src="{}" alt="">').format(found[0].key)), found, edition.school.base_path))  # noqa: S704  cleared


def _addresses(edition: Edition[Site]) -> tuple[str, ...]:
    wanted = {url for _, _, urls in _TILES for url in urls} | {url for _, urls in _VISIT for url in urls}
    made = {"nieuwsbrieven/": bool(edition.newsletters), "kalender/": bool(edition.calendar), "schoolgids/": bool(edition.current)}
    return tuple(sorted(url for url in wanted if url in edition.pages.cards or made.get(url)))


def _tiles(edition: Edition[Site], known: tuple[str, ...]) -> list[Tile]:
    own = edition.school.settings.get("tiles")
    if isinstance(own, list):
        return [Tile(str(one["title"]), str(one["url"]).strip("/") + "/", str(one.get("icon", "huis"))) for one in own if isinstance(one, dict) and "title" in one and "url" in one]
    return [Tile(title, url, icon) for title, icon, urls in _TILES if (url := next((one for one in urls if one in known), ""))]


def _facts(edition: Edition[Site]) -> dict[str, str]:
    found = edition.facts.get(edition.current, {})
    return {key.removeprefix("feit:").replace("_", " ").capitalize(): value for key, value in found.items() if key.startswith("feit:")}


def _soon(edition: Edition[Site]) -> tuple[Event, ...]:
    coming = [event for event in edition.calendar if event.last >= edition.day]
    free = next((event for event in coming if event.kind in {"vakantie", "studiedag"}), None)
    # What lasts for weeks says nothing about this week, unless it begins in it. One line a day and title.
    near, seen = [], set()
    for event in coming:
        if event.first < edition.day and event.kind == "activiteit":
            continue
        mark = (event.first, event.title.casefold())
        if mark not in seen:
            seen.add(mark)
            near.append(event)
    first = near[: WEEK + 2]
    return tuple(first if free is None or free in first else [*first, free])


def _until(free: Event | None, day: str) -> str:
    if free is None:
        return ""
    days = (dt.date.fromisoformat(free.first) - dt.date.fromisoformat(day)).days
    if days <= 0:
        return "nu"
    return "morgen" if days == 1 else f"over {days} dagen"
