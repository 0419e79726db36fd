"""Moved pages: a small page at each old address, so that old links work on every host."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sitegen import former
from sitegen.artifact import Artifact, fingerprint
from sitegen.gids.heirs import Outline, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sitegen.edition import Card, Edition
    from sitegen.privacy.cleared import Site
    from sitegen.school import School
    from sitegen.theme import Theme

# Folders that the site itself fills.
_TAKEN = ("assets/", "media/", "bestanden/", "zoek/", "zoeken/", "onderwerpen/", "kalender/", "nieuwsbrieven/", "schoolgids/")


class Heir(NamedTuple):
    """A chapter that this year's guide lacks: name, title and edition; where its address leads to (title and address).

    how: "gekozen" (in _gids.yaml), "lijkt" (found by its title and headings) or "oud" (no heir: the old edition itself).
    """

    name: str
    title: str
    group: str
    target_title: str
    target: str
    how: str


def moved(edition: Edition[Site]) -> Mapping[str, str]:
    """Old address → new, both below the root.

    What pages say of themselves; chapters that this year's schoolgids lacks, whose address without a year must lead on;
    and the addresses with a year of the edition in force, which it will have when it is old.
    """
    pages = edition.pages.cards
    found = {old: new for old, new in edition.redirects.items() if old not in pages and former.fits(old) and old not in _TAKEN}
    for gone in heirs(edition):
        found.setdefault(f"schoolgids/{gone.name}/", gone.target)
    # A guide that came out early: its new chapters have their lasting address already.
    for group, cards in edition.chapters.items():
        if group > edition.current:
            for one in cards:
                if f"schoolgids/{_name(one)}/" not in pages:
                    found.setdefault(f"schoolgids/{_name(one)}/", one.url)
    if edition.current:
        for one in edition.chapters.get(edition.current, ()):
            found.setdefault(f"schoolgids/{edition.current}/{_name(one)}/", one.url)
        found[f"schoolgids/{edition.current}/"] = "schoolgids/"
    return dict(sorted(found.items()))


def heirs(edition: Edition[Site]) -> tuple[Heir, ...]:
    """Where the chapters of older editions lead that are not in this year's, newest edition first."""
    found: dict[str, Heir] = {}
    now = {_name(one): one for one in edition.chapters.get(edition.current, ())}
    outlines = [Outline(name, one.title, one.headings) for name, one in now.items()]
    chosen = {key.removeprefix("erfgenaam:"): value for group in (*sorted(edition.chapters), edition.current) for key, value in edition.facts.get(group, {}).items() if key.startswith("erfgenaam:")}
    for group, cards in edition.chapters.items():
        if group >= edition.current:
            continue
        for one in cards:
            name = _name(one)
            if name in now or name in found:
                continue
            heir, how = _followed(name, chosen, now), "gekozen"
            if not heir:
                heir, how = nearest(Outline(name, one.title, one.headings), outlines)[0], "lijkt"
            target = now.get(heir)
            found[name] = Heir(name, one.title, group, target.title, target.url, how) if target else Heir(name, one.title, group, one.title, one.url, "oud")
    return tuple(found.values())


def _followed(name: str, chosen: Mapping[str, str], now: Mapping[str, Card]) -> str:
    # The heir of two years ago may have an heir itself.
    seen: set[str] = set()
    while name in chosen and name not in seen:
        seen.add(name)
        name = chosen[name]
        if name in now:
            return name
    return ""


def _name(one: Card) -> str:
    return one.url.rstrip("/").rpartition("/")[2]


def free(redirects: Mapping[str, str], taken: Iterable[str]) -> dict[str, str]:
    """Those of `redirects` whose page gets a place of its own among the files `taken`, also where capitals are no difference.

    An old address never takes the place of what the site has now ("contact/index.html" is the page itself), nor needs a
    folder where a file stands, or the other way round.
    """
    files = {path.lower() for path in taken}
    folders: set[str] = set()
    result = {}
    for old, new in sorted(redirects.items()):
        path = _file(old).lower()
        above = [path[:at] for at, character in enumerate(path) if character == "/"]
        if path not in files and path not in folders and files.isdisjoint(above):
            files.add(path)
            folders.update(above)
            result[old] = new
    return result


def redirects(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """A page an old address. The hosts' own forms are in `wellknown`."""
    school = edition.school
    for old, new in moved(edition).items():
        yield Artifact(_file(old), partial(_page, theme, school, new), fingerprint(theme.key, school.base_path, school.base_url, school.language, new), "doorverwijzing")


def _file(old: str) -> str:
    return old.rstrip("/") if old.endswith((".html/", ".htm/", ".php/")) else f"{old}index.html"


def _page(theme: Theme, school: School, target: str) -> bytes:
    return theme.render("redirect.html", school=school, base=school.base_path, target=target, canonical=f"{school.base_url}/{target}" if school.base_url else "")
