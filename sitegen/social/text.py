"""A post's text within a network's limit: title, sentences, link, hashtags. What doesn't fit is left off whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.social import graphemes
from sitegen.social.counting import fits, length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.social.networks import Network

_MORE = "Lees verder: "
_SENTENCES = 5


def fitted(title: str, sentences: Sequence[str], link: str, tags: Sequence[str], network: Network) -> str:
    """The longest text that fits: the title always (shortened if it must), then as many sentences as there is room for."""
    marks = " ".join(f"#{tag}" for tag in tags[: network.hashtags])
    where = f"{_MORE}{link}" if network.clickable else f"Lees verder op {_host(link)} (link in onze bio)"
    tail = "\n\n".join(part for part in (where if link else "", marks) if part)
    head = title
    while head and not _pleasant(_joined(head, [], tail), network):
        head = _shorter(head)
    if not head:
        # Not even a title goes beside the link and the hashtags: then without those.
        return fitted(title, sentences, "", (), network) if tail else ""
    text = _joined(head, [], tail)
    for number in range(1, min(len(sentences), _SENTENCES) + 1):
        longer = _joined(head, sentences[:number], tail)
        if not _pleasant(longer, network):
            break
        text = longer
    return text


def hashtag(text: str) -> str:
    """A hashtag of a topic or a school's name: "De Wilgenhof" → "DeWilgenhof"; "" when nothing is left, or only digits."""
    parts = ["".join(one for one in part if one.isalnum()) for part in text.split()]
    joined = "".join(part[:1].upper() + part[1:] for part in parts if part)
    return "" if joined.isdigit() else joined


def _shorter(head: str) -> str:
    """`head` without its last word, or without its last visible character when it is one word; "" when nothing is left."""
    bare = head.removesuffix("…").rstrip()
    words = bare.rpartition(" ")[0].rstrip(" ,;:-–")
    left = words or graphemes.without_last(bare)
    return f"{left}…" if left else ""


def _pleasant(text: str, network: Network) -> bool:
    return fits(text, network) and length(text, network) <= network.pleasant


def _joined(head: str, sentences: Sequence[str], tail: str) -> str:
    return "\n\n".join(part for part in (head, " ".join(sentences), tail) if part)


def _host(link: str) -> str:
    return link.rsplit("://", maxsplit=1)[-1].split("/", maxsplit=1)[0].removeprefix("www.")
