"""A post's text within a network's limit: title, sentences, hashtags, link. What doesn't fit is left off whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.social.counting import fits, length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.social.networks import Network

_MORE = "Lees verder: "
_SENTENCES = 4


def fitted(title: str, sentences: Sequence[str], link: str, tags: Sequence[str], network: Network) -> str:
    """The longest text that fits: the title always (shortened if it must), then as many sentences as there is room for."""
    marks = " ".join(f"#{tag}" for tag in tags[: network.hashtags])
    where = f"{_MORE}{link}" if network.clickable else f"Lees verder op {_host(link)} (link in onze bio)"
    tail = "\n\n".join(part for part in (where if link else "", marks) if part)
    head = title
    text = _joined(head, [], tail)
    while not _pleasant(text, network) and len(head) > 1:
        head = head[:-2].rstrip() + "…"
        text = _joined(head, [], tail)
    for number in range(1, min(len(sentences), _SENTENCES) + 1):
        longer = _joined(head, sentences[:number], tail)
        if not _pleasant(longer, network):
            break
        text = longer
    return text


def hashtag(text: str) -> str:
    """A hashtag of a topic or a school's name: "De Wilgenhof" → "DeWilgenhof"; "" when nothing is left."""
    parts = ["".join(one for one in part if one.isalnum()) for part in text.split()]
    return "".join(part[:1].upper() + part[1:] for part in parts if part)


def _pleasant(text: str, network: Network) -> bool:
    return fits(text, network) and length(text, network) <= network.pleasant


def _joined(head: str, sentences: Sequence[str], tail: str) -> str:
    return "\n\n".join(part for part in (head, " ".join(sentences), tail) if part)


def _host(link: str) -> str:
    return link.rsplit("://", maxsplit=1)[-1].split("/", maxsplit=1)[0].removeprefix("www.")
