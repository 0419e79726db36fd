"""Newsletters by school year and kind. An added newsletter touches the lists of its own year and no other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs.frame import Frame, frame
from sitegen.outputs.home import picture
from sitegen.outputs.motif import motif

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.edition import Card, Edition
    from sitegen.privacy.cleared import Site
    from sitegen.theme import Theme

LATEST = 6
# A year with more letters than this goes on on further pages, numbered from its oldest letter.
PER_PAGE = 100
SORTS = {"weekly": ("wekelijks", "Weekberichten"), "thematic": ("thema", "Themabrieven")}


def lists(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """An overview of the years, a list a school year, and one a kind in it."""
    years: dict[str, list[Card]] = {}
    for one in edition.newsletters:
        years.setdefault(one.group, []).append(one)
    if not years:
        return
    around = frame(edition, theme)
    overview = tuple((year, len(cards)) for year, cards in years.items())
    latest = edition.newsletters[:LATEST]
    key = fingerprint(around.key, repr(overview), *(one.key for one in latest))
    yield Artifact("nieuwsbrieven/index.html", partial(_overview, edition, around, overview, latest), key, "lijst")
    for year, cards in years.items():
        sorts = tuple((title, f"nieuwsbrieven/{year}/{path}/") for sort, (path, title) in SORTS.items() if any(one.sort == sort for one in cards))
        top = f"nieuwsbrieven/{year}/"
        if len(sorts) < 2:
            sorts = ()
        yield from _paged(around, top, f"Nieuwsbrieven {year}", cards, sorts, year)
        for sort, (path, title) in SORTS.items():
            chosen = [one for one in cards if one.sort == sort]
            if chosen and sorts:
                others = (("Alle nieuwsbrieven", top), *(other for other in sorts if other[0] != title))
                yield from _paged(around, f"{top}{path}/", f"{title} {year}", chosen, others, year)


def _overview(edition: Edition[Site], around: Frame, years: tuple[tuple[str, int], ...], latest: Sequence[Card]) -> bytes:
    return around.render(
        "newsletters.html", url="nieuwsbrieven/", title="Nieuwsbrieven", summary=f"Alle nieuwsbrieven van {around.school.name}, per schooljaar.", years=years,
        news=[(one, picture(edition, one), motif(one)) for one in latest],
    )


def _paged(around: Frame, top: str, title: str, cards: list[Card], others: tuple[tuple[str, str], ...], year: str) -> Iterator[Artifact]:
    # Full pages are cut from the oldest end and never change again; the newest letters stand on the list itself.
    full = max(0, (len(cards) - 1) // PER_PAGE)
    newest = len(cards) - full * PER_PAGE
    for number in range(full + 1):
        start = 0 if number == full else newest + (full - 1 - number) * PER_PAGE
        part = cards[start : newest if number == full else start + PER_PAGE]
        url = top if number == full else f"{top}{number + 1}/"
        parts = tuple((f"{number + 1}", f"{top}{number + 1}/") for number in range(full)) if number == full else (("De nieuwste", top),)
        crumbs = (("Nieuwsbrieven", "nieuwsbrieven/"), *(((year, f"nieuwsbrieven/{year}/"),) if url != f"nieuwsbrieven/{year}/" else ()))
        key = fingerprint(around.key, url, repr(others), repr(parts), *(one.key + one.url.encode() for one in part))
        yield Artifact(f"{url}index.html", partial(_list, around, url, title, part, others, parts, crumbs), key, "lijst")


def _list(around: Frame, url: str, title: str, cards: Sequence[Card], others: tuple[tuple[str, str], ...], parts: tuple[tuple[str, str], ...], crumbs: tuple[tuple[str, str], ...]) -> bytes:
    return around.render(
        "list.html", url=url, title=title, summary=f"{title} van {around.school.name}.", months=_months(cards), others=others, parts=parts, crumbs=crumbs,
    )


def _months(cards: Sequence[Card]) -> tuple[tuple[str, list[Card]], ...]:
    months: dict[str, list[Card]] = {}
    for one in cards:
        months.setdefault(dutch.month_and_year(one.date), []).append(one)
    return tuple(months.items())
