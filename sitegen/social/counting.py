"""How long a text is, as each network counts it: to the character, with links, emoji and combining marks.

X: NFC; letters of Latin and near it weigh one, all others two, an emoji of any make two, a link 23 (docs.x.com, "Counting
characters"). Mastodon: characters, a link 23. Bluesky: what a reader sees as one character (UAX 29).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.social.networks import Network

_URL = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]]|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|be|de|example|school)(?:/[^\s<>\"]*[^\s<>\".,;:!?)\]])?(?![\w.])", re.IGNORECASE)
_PICTOGRAPH = "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f004-\U0001faff]"
_ONE_EMOJI = f"{_PICTOGRAPH}(?:\ufe0f)?[\U0001f3fb-\U0001f3ff]?(?:[\U000e0020-\U000e007e]+\U000e007f)?"
_EMOJI = re.compile(f"[#*0-9]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]{{2}}|{_ONE_EMOJI}(?:\u200d{_ONE_EMOJI})*")
# Letters that weigh one on X: Latin with its marks, Greek, Cyrillic, and the usual punctuation.
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def length(text: str, network: Network) -> int:
    """How much of the network's limit `text` takes."""
    if network.counting == "gewogen":
        return weighted(text, network.link)
    if network.counting == "grafemen":
        return graphemes(text)
    return characters(text, network.link)


def weighted(text: str, link: int) -> int:
    """X's weighted length."""
    text = unicodedata.normalize("NFC", text)
    rest, links = _URL.subn("", text)
    rest, emoji = _EMOJI.subn("", rest)
    return link * links + 2 * emoji + sum(1 if any(low <= ord(one) <= high for low, high in _LIGHT) else 2 for one in rest)


def characters(text: str, link: int) -> int:
    """Characters, each link as `link` when that isn't 0."""
    if not link:
        return len(text)
    rest, links = _URL.subn("", text)
    return len(rest) + link * links


def graphemes(text: str) -> int:
    """What a reader sees as single characters."""
    rest, emoji = _EMOJI.subn("", text.replace("\r\n", "\n"))
    return emoji + sum(1 for one in rest if not unicodedata.combining(one) and unicodedata.category(one) not in {"Mn", "Me", "Cf"})
