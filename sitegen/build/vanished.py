"""Addresses that are gone from the site: they stay in the report until they lead somewhere again or a person is done with them.

Kept beside the report and not in the ledger: what was asked of search engines must outlive a new version of sitegen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.report import write_private

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

NAME = "verdwenen.txt"
_HEAD = "# Adressen die van de website verdwenen, met de dag. Afgehandeld (of niet nodig)? Haal de regel weg.\n"
# What search engines keep: pages, pictures and attachments; not styles, indexes, feeds and the cards for networks.
_KEPT, _CARD = ("media/", "bestanden/"), "media/kaart-"


def known(private: Path, now: Collection[str]) -> dict[str, str]:
    """Address → the day it vanished, as far as the file says; without what stands on the site (`now`) again."""
    try:
        lines = (private / NAME).read_text("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return {}
    pairs = (line.split(maxsplit=1) for line in lines if not line.startswith("#"))
    found = {pair[1].strip().lstrip("/"): pair[0] for pair in pairs if len(pair) == 2}
    return {path: day for path, day in found.items() if _file(path) not in now}


def keep(private: Path, gone: Iterable[str], now: Collection[str], day: str) -> tuple[str, ...]:
    """Write down what is `gone` from the site since `day`; gives all addresses that are."""
    before = known(private, now)
    fresh = {path.removesuffix("index.html"): day for path in gone if path not in now and (path.endswith(".html") or path.startswith(_KEPT) and not path.startswith(_CARD))}
    found = {**fresh, **before}
    place = private / NAME
    if fresh or not found and place.exists():
        _write(place, found)
    return tuple(sorted(found))


def _write(place: Path, found: Mapping[str, str]) -> None:
    if found:
        write_private(place, _HEAD + "".join(f"{since} /{path}\n" for path, since in sorted(found.items())))
    else:
        place.unlink()


def _file(path: str) -> str:
    return f"{path}index.html" if not path or path.endswith("/") else path
