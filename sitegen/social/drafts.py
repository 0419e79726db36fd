"""From items to drafts: which one is next, its text and picture for each network, and what must come down again."""

from __future__ import annotations

import datetime as dt
import io
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.outputs import pictures, sharecard
from sitegen.social.counting import length
from sitegen.social.networks import Network
from sitegen.social.text import fitted
from sitegen.social.warn import warnings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sitegen.privacy.cleared import ClearedPicture
    from sitegen.school import School
    from sitegen.social.collect import Item
    from sitegen.social.posted import Book

REMIND_DAYS = 10


@dataclass(frozen=True, slots=True)
class Post:
    """A draft for one network: its text and length, the JPEG that goes along, and that picture's alternative text."""

    network: Network
    text: str
    length: int
    picture: bytes
    alt: str
    own: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """An item's drafts. placed: network → day for those where it stands already."""

    item: Item
    posts: tuple[Post, ...]
    warnings: tuple[str, ...]
    placed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A picture that was posted and may not be shown any more: where it must be taken down by hand."""

    item: str
    picture: str
    networks: Mapping[str, str]


def waiting(items: Sequence[Item], book: Book, asked: Sequence[Network]) -> tuple[Item, ...]:
    """What isn't placed on every network yet, oldest first."""
    return tuple(one for one in items if not {network.id for network in asked} <= set(book.items[one.id].networks if one.id in book.items else ()))


def silence(book: Book, day: dt.date, school: School) -> int:
    """How many days nothing was placed, when that is longer than the setting; else 0."""
    settings = school.settings.get("social")
    limit = settings.get("reminder_days", REMIND_DAYS) if isinstance(settings, dict) else REMIND_DAYS
    last = book.last()
    days = (day - last).days if last else 0
    return days if isinstance(limit, int) and days > limit else 0


def withdrawn(items: Sequence[Item], book: Book, root: Path) -> tuple[Withdrawn, ...]:
    """Pictures that went along with a post and may not be shown any more."""
    may = {item.id: {site_path(one, root) for one in item.pictures} for item in items}
    return tuple(
        Withdrawn(name, picture, posted.networks) for name, posted in book.items.items() for picture in posted.pictures if picture not in may.get(name, set())
    )


def site_path(picture: ClearedPicture, root: Path) -> str:
    """Where a picture lies in the site."""
    return os.path.relpath(picture.path, root).replace(os.sep, "/")


def draft(item: Item, school: School, asked: Sequence[Network], book: Book) -> Draft:
    """The item's posts for each network."""
    first = item.pictures[0] if item.pictures else None
    posts = []
    for network in asked:
        text = fitted(item.title, item.sentences, item.url, item.tags, network)
        alt = (first.alt if first and first.alt else "")[: network.alt] if first else f"Kaart met de tekst: {item.title}"[: network.alt]
        posts.append(Post(network, text, length(text, network), _picture(first, item.title, school, network.sizes[0]), alt, first is not None))
    longest = max((post.text for post in posts), key=len, default="")
    more = [f"{item.doubt} keer is er iets na te kijken in de tekst; zie .sitegen/report.html."] if item.doubt else []
    if item.lost:
        more.append(f"{item.lost} foto{'' if item.lost == 1 else 's'} uit de tekst mag niet op social media, of nergens staat wie erop staat.")
    placed = book.items[item.id].networks if item.id in book.items else {}
    return Draft(item, tuple(posts), (*warnings(longest), *more), placed)


def _picture(own: ClearedPicture | None, title: str, school: School, size: tuple[int, int]) -> bytes:
    from PIL import Image, ImageColor, ImageOps

    if own is None:
        card = Image.open(io.BytesIO(sharecard.card(title, school.name, school.primary, school.accent))).convert("RGB")
        fit = ImageOps.pad(card, size, color=ImageColor.getrgb(school.primary))
    else:
        # The site's own derivative: upright, without metadata, blurred where somebody must not be known.
        made = next(one for one in pictures.artifacts(own) if one.path.endswith(".jpg"))
        with Image.open(io.BytesIO(made.call())) as opened:
            fit = ImageOps.fit(opened.convert("RGB"), size, centering=(0.5, 0.4))
    fit.info = {}
    stream = io.BytesIO()
    fit.save(stream, "JPEG", quality=86, optimize=True)
    return stream.getvalue()
