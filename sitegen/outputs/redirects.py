"""Moved pages: a small page at each old address, so that old links work on every host."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from sitegen.artifact import Artifact, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sitegen.edition import Edition
    from sitegen.privacy.cleared import Site
    from sitegen.school import School
    from sitegen.theme import Theme

# What an old address may look like; others can't be a file below the site.
_ADDRESS = re.compile(r"(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)+\Z")
# Folders that the site itself fills.
_TAKEN = ("assets/", "media/", "bestanden/", "zoek/", "zoeken/", "onderwerpen/", "kalender/", "nieuwsbrieven/", "schoolgids/")


def moved(edition: Edition[Site]) -> Mapping[str, str]:
    """Old address → new, both below the root: what pages say of themselves, and chapters that this year's schoolgids lacks.

    A chapter's address has no year; last year's links to it must lead on to its heir, or to the old edition.
    """
    pages = edition.pages.cards
    found = {old: new for old, new in edition.redirects.items() if old not in pages and _ADDRESS.match(old) and old not in _TAKEN}
    for group, cards in edition.chapters.items():
        if group == edition.current:
            continue
        heirs = {**edition.facts.get(group, {}), **edition.facts.get(edition.current, {})}
        for one in cards:
            name = one.url.rstrip("/").rpartition("/")[2]
            plain = f"schoolgids/{name}/"
            heir = f"schoolgids/{heirs.get(f'erfgenaam:{name}', '')}/"
            if plain not in pages and edition.current:
                found.setdefault(plain, heir if heir in pages else one.url)
    return dict(sorted(found.items()))


def redirects(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """A page an old address. The hosts' own forms are in `wellknown`."""
    school = edition.school
    for old, new in moved(edition).items():
        path = old.rstrip("/") if old.endswith((".html/", ".htm/", ".php/")) else f"{old}index.html"
        yield Artifact(path, partial(_page, theme, school, new), fingerprint(theme.key, school.base_path, school.base_url, school.language, new), "doorverwijzing")


def _page(theme: Theme, school: School, target: str) -> bytes:
    return theme.render("redirect.html", school=school, base=school.base_path, target=target, canonical=f"{school.base_url}/{target}" if school.base_url else "")
