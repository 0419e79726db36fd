"""The networks and their limits, from one data file with its sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Network:
    """One network: how long a text may be and how that is counted, hashtags, alt text, and the size of its pictures in pixels.

    link: what a link counts for; 0 when it counts letter by letter. clickable: whether a link in the text can be followed.
    """

    id: str
    name: str
    limit: int
    counting: str
    link: int
    hashtags: int
    alt: int
    picture: tuple[int, int]
    clickable: bool
    source: str


@cache
def networks() -> Mapping[str, Network]:
    """Every network that sitegen knows, by its id."""
    import yaml

    values = yaml.safe_load(files("sitegen.social").joinpath("networks.yaml").read_text("utf-8"))
    return {
        name: Network(name, one["naam"], one["tekens"], one["telling"], one["link"], one["hashtags"], one["alt"], tuple(one["beeld"]), one["klikbaar"], one["bron"])
        for name, one in values.items()
    }
