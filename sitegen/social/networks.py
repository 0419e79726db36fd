"""The networks and their limits, from one data file with its sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.school import School

# The three that the school's protocol names.
_USUAL = ("facebook", "instagram", "x")


@dataclass(frozen=True, slots=True)
class Network:
    """One network: what it allows, as networks.yaml explains it.

    limit: the network's own; pleasant: what a draft keeps to. counting: "gewogen", "grafemen" or "tekens". link: what a link
    counts for; 0 when it counts letter by letter. bytes, weight: limits of the text and of one picture in bytes. pictures:
    how many go along. sizes: of pictures, in pixels. even: all pictures of a post have
    the shape of the first. clickable: whether a link in the text can be followed.
    """

    id: str
    name: str
    limit: int
    pleasant: int
    counting: str
    link: int
    bytes: int
    hashtags: int
    alt: int
    pictures: int
    sizes: tuple[tuple[int, int], ...]
    even: bool
    weight: int
    clickable: bool
    source: str


@cache
def networks() -> Mapping[str, Network]:
    """Every network that sitegen knows, by its id."""
    import yaml

    values = yaml.safe_load(files("sitegen.social").joinpath("networks.yaml").read_text("utf-8"))
    return {
        name: Network(
            name, one["naam"], one["tekens"], one["prettig"], one["telling"], one["link"], one["bytes"], one["hashtags"], one["alt"], one["beelden"],
            tuple((wide, high) for wide, high in one["maten"]), one["gelijk"], one["beeld_bytes"], one["klikbaar"], one["bron"],
        )
        for name, one in values.items()
    }


def chosen(school: School) -> tuple[Network, ...]:
    """The networks that site.yaml names under `social: channels:`; else the three of the protocol."""
    settings = school.settings.get("social")
    names = settings.get("channels") if isinstance(settings, dict) else None
    known = networks()
    return tuple(known[str(name)] for name in (names if isinstance(names, list) else _USUAL) if str(name) in known)
