"""What was placed where and when: a small file that the page administrator keeps, `.sitegen/social/geplaatst.yaml`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "geplaatst.yaml"


@dataclass(frozen=True, slots=True)
class Posted:
    """One item that was placed: on which networks and days (ISO), and the pictures that went along, by path in the site."""

    networks: Mapping[str, str]
    pictures: tuple[str, ...] = ()


@dataclass(slots=True)
class Book:
    """Everything that was placed, by item."""

    items: dict[str, Posted] = field(default_factory=dict)

    def last(self) -> dt.date | None:
        """The latest day on which anything was placed."""
        days = [day for one in self.items.values() for day in one.networks.values()]
        return dt.date.fromisoformat(max(days)) if days else None

    def mark(self, item: str, networks: tuple[str, ...], day: str, pictures: tuple[str, ...]) -> None:
        """Write down that `item` was placed."""
        known = self.items.get(item, Posted({}))
        self.items[item] = Posted({**known.networks, **dict.fromkeys(networks, day)}, tuple(dict.fromkeys((*known.pictures, *pictures))))


def read(folder: Path) -> Book:
    """The book in `folder`; empty when there is none. Raises SiteError when it can't be read."""
    import yaml

    path = folder / FILE
    if not path.exists():
        return Book()
    try:
        values = yaml.safe_load(path.read_text("utf-8")) or {}
        return Book({str(item): Posted({str(name): str(day) for name, day in one.get("op", {}).items()}, tuple(map(str, one.get("fotos", ())))) for item, one in values.items()})
    except (yaml.YAMLError, AttributeError, TypeError, OSError):
        raise SiteError([Problem(Place(f".sitegen/social/{FILE}"), "social-geplaatst", "dit bestand is niet te lezen.", "Herstel de laatste wijziging, of hernoem het bestand en begin opnieuw.")]) from None


def write(book: Book, folder: Path) -> None:
    """Keep the book, for its owner only."""
    import yaml

    from sitegen.report import write_private

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    plain = {item: {"op": dict(one.networks), **({"fotos": list(one.pictures)} if one.pictures else {})} for item, one in sorted(book.items.items())}
    write_private(folder / FILE, yaml.safe_dump(plain, allow_unicode=True, sort_keys=False))
