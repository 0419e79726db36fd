"""What became of each item: a small file that the page administrator keeps, `.sitegen/social/geplaatst.yaml`.

    2026-11-20-weekbericht-12.sinterklaas:
      op: {facebook: 2026-11-23}                              placed, where and when
      fotos: [newsletters/2026-11-20-weekbericht-12/boot.jpg] went along
      klaar: [newsletters/2026-11-20-weekbericht-12/boot.jpg] lay ready in a draft
    2026-11-20-weekbericht-12.gevonden:
      overslaan: 2026-11-23                                   nobody will place it
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "geplaatst.yaml"


@dataclass(frozen=True, slots=True)
class Posted:
    """One item. networks: where it was placed and on which day (ISO). pictures: which went along, by path in the site; ready:
    which lay ready in a draft. skipped: the day on which somebody said not to place it, or "".
    """

    networks: Mapping[str, str] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()
    ready: tuple[str, ...] = ()
    skipped: str = ""


@dataclass(slots=True)
class Book:
    """Every item of which something was written down."""

    items: dict[str, Posted] = field(default_factory=dict)

    def of(self, item: str) -> Posted:
        """What is known of `item`."""
        return self.items.get(item, Posted())

    def last(self) -> dt.date | None:
        """The latest day on which anything was placed."""
        days = [day for one in self.items.values() for day in one.networks.values()]
        return dt.date.fromisoformat(max(days)) if days else None

    def draft(self, item: str, pictures: tuple[str, ...]) -> None:
        """Write down which pictures lie ready: whoever places the draft later places these."""
        known = self.of(item)
        if set(pictures) - set(known.ready):
            self.items[item] = replace(known, ready=tuple(dict.fromkeys((*known.ready, *pictures))))

    def mark(self, item: str, networks: tuple[str, ...], day: str) -> None:
        """Write down that `item` was placed, with the pictures that lay ready."""
        known = self.of(item)
        self.items[item] = replace(known, networks={**known.networks, **dict.fromkeys(networks, day)}, pictures=tuple(dict.fromkeys((*known.pictures, *known.ready))))

    def skip(self, item: str, day: str) -> None:
        """Write down that nobody will place `item`."""
        self.items[item] = replace(self.of(item), skipped=day)


def read(folder: Path) -> Book:
    """The book in `folder`; empty when there is none. Raises SiteError when it can't be read."""
    import yaml

    path = folder / FILE
    if not path.exists():
        return Book()
    try:
        values = yaml.safe_load(path.read_text("utf-8")) or {}
        return Book({str(item): _posted(one) for item, one in values.items()})
    except (yaml.YAMLError, AttributeError, TypeError, ValueError, OSError):
        remedy = "Schrijf een dag als 2026-11-23, herstel de laatste wijziging, of hernoem het bestand en begin opnieuw."
        raise SiteError([Problem(Place(f".sitegen/social/{FILE}"), "social-geplaatst", "dit bestand is niet te lezen.", remedy)]) from None


def _posted(one: Mapping[str, object]) -> Posted:
    networks = one.get("op") or {}
    if not isinstance(networks, dict):
        raise TypeError
    days = {str(name): dt.date.fromisoformat(str(day)).isoformat() for name, day in networks.items()}
    skipped = one.get("overslaan")
    return Posted(days, _paths(one.get("fotos")), _paths(one.get("klaar")), str(skipped or ""))


def _paths(value: object) -> tuple[str, ...]:
    if value is not None and not isinstance(value, list):
        raise TypeError
    return tuple(str(one) for one in value or ())


def write(book: Book, folder: Path) -> None:
    """Keep the book, for its owner only."""
    import yaml

    from sitegen.report import write_private

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    plain = {}
    for item, one in sorted(book.items.items()):
        values = {"op": dict(one.networks), "fotos": list(one.pictures), "klaar": list(one.ready), "overslaan": one.skipped}
        plain[item] = {key: value for key, value in values.items() if value}
    write_private(folder / FILE, yaml.safe_dump(plain, allow_unicode=True, sort_keys=False))
