"""From an item to drafts: its text and pictures for each network, and what to look at before placing it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.outputs import pictures, sharecard
from sitegen.social.counting import length
from sitegen.social.text import fitted
from sitegen.social.warn import warnings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PIL.Image import Image

    from sitegen.privacy.cleared import ClearedPicture
    from sitegen.school import School
    from sitegen.social.items import Item
    from sitegen.social.networks import Network
    from sitegen.social.posted import Book

_QUALITIES = (88, 82, 76, 68, 58, 45, 30)


@dataclass(frozen=True, slots=True)
class Visual:
    """A picture as a network wants it: JPEG without metadata, its size and its alternative text. own: a photo or work, no card."""

    data: bytes
    size: tuple[int, int]
    alt: str
    own: bool


@dataclass(frozen=True, slots=True)
class Post:
    """A draft for one network: its text, what that counts for, and the pictures that go along."""

    network: Network
    text: str
    length: int
    visuals: tuple[Visual, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An item's drafts, of this school. placed: network → day for those where it stands already."""

    item: Item
    school: School
    posts: tuple[Post, ...]
    warnings: tuple[str, ...]
    placed: Mapping[str, str]


def draft(item: Item, school: School, asked: Sequence[Network], book: Book) -> Draft:
    """The item's posts for each network."""
    posts = []
    for network in asked:
        text = fitted(item.title, item.sentences, item.url, item.tags, network)
        posts.append(Post(network, text, length(text, network), _visuals(item, school, network)))
    longest = max((post.text for post in posts), key=len, default="")
    words = "\n".join((longest, *(shown.alt for shown in item.pictures)))
    return Draft(item, school, tuple(posts), (*warnings(words), *_told(item)), book.of(item.id).networks)


def _told(item: Item) -> list[str]:
    """What this item lost, and what is left to a person."""
    told = []
    if item.left:
        told.append(f"{dutch.amount(item.left, 'zin noemt', 'zinnen noemen')} een kind (of misschien een kind) en {'is' if item.left == 1 else 'zijn'} weggelaten. Lees of het bericht nog klopt.")
    if item.closed:
        told.append(f"{dutch.amount(item.closed, 'zin', 'zinnen')} met een link naar Parro of een gesloten groep {'is' if item.closed == 1 else 'zijn'} weggelaten; die is niet voor iedereen.")
    if item.lost:
        told.append(f"In deze tekst {'staat 1 foto die' if item.lost == 1 else f'staan {item.lost} foto’s die'} niet op social media {'mag' if item.lost == 1 else 'mogen'}, of nergens staat wie erop staat. Zie: sitegen media")
    if any(not shown.alt for shown in item.pictures):
        told.append("Bij een foto ontbreekt de beschrijving, of er staat een naam in. Schrijf er zelf een, zonder namen.")
    if item.doubt:
        told.append(f"{item.doubt} keer is er iets na te kijken in de tekst; zie .sitegen/report.html.")
    return told


def _visuals(item: Item, school: School, network: Network) -> tuple[Visual, ...]:
    made: list[Visual] = []
    for shown in item.pictures[: network.pictures]:
        made.append(_photo(shown.picture, shown.alt, network, made[0].size if made and network.even else None))
    return tuple(made) or (_card(item.title, school, network),)


def _photo(picture: ClearedPicture, alt: str, network: Network, size: tuple[int, int] | None) -> Visual:
    """A photo in `size`, or in that of the network's sizes that cuts least off it."""
    from PIL import Image, ImageOps

    # The site's own derivative: upright, without metadata, blurred where somebody must not be known.
    with Image.open(io.BytesIO(pictures.plain(picture))) as opened:
        shape = opened.width / opened.height
        size = size or max(network.sizes, key=lambda one: min(shape / (one[0] / one[1]), one[0] / one[1] / shape))
        # People stand in the upper half more often than in the lower.
        fit = ImageOps.fit(opened.convert("RGB"), size, centering=(0.5, 0.4))
    return Visual(_jpeg(fit, network.weight), size, alt[: network.alt], own=True)


def _card(title: str, school: School, network: Network) -> Visual:
    from PIL import Image, ImageColor, ImageOps

    size = network.sizes[0]
    with Image.open(io.BytesIO(sharecard.card(title, school.name, school.primary, school.accent))) as opened:
        fit = ImageOps.pad(opened.convert("RGB"), size, color=ImageColor.getrgb(school.primary))
    return Visual(_jpeg(fit, network.weight), size, f"Kaart met de tekst: {title}"[: network.alt], own=False)


def _jpeg(image: Image, most: int) -> bytes:
    image.info = {}
    for quality in _QUALITIES:
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=quality, optimize=True)
        if stream.tell() <= most:
            break
    return stream.getvalue()


def sweep(folder: Path, kept: set[Path]) -> None:
    """Take away every draft in `folder` that this run didn't make: its picture may not be allowed any more."""
    for path in sorted(folder.glob("*/*")):
        if path.suffix in {".txt", ".jpg"} and path not in kept:
            path.unlink(missing_ok=True)
    for path in folder.glob("*"):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()
