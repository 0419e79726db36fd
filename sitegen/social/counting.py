"""How long a text is, as each network counts it: to the character, with links, emoji and combining marks.

X (docs.x.com, "Counting characters"): composed first (NFC); letters of Latin and near it weigh one, all others two, an emoji
of any make two, a link 23. Mastodon: visible characters (UAX 29), a link with https:// 23. Bluesky: visible characters, and
bytes. Facebook and Instagram: characters.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sitegen.social import graphemes
from sitegen.social.emoji import EMOJI, REGIONS

if TYPE_CHECKING:
    from sitegen.social.networks import Network

# Endings that make a link of a word without https://. Those of countries, and the general ones that a school meets; `example`
# belongs to invented schools. A rarer ending counts letter by letter here, as it does on X when X doesn't know it either.
_GENERAL = """
com org net edu gov mil int info biz name app dev online site shop store school schule academy amsterdam frl gent brussels vlaanderen email club
blog live news art games fun world today space website tech cloud page link social education training care community foundation ngo one kids
family museum theater sport run team events center support software video photo pictures xyz top pro coop jobs mobi travel example
"""
ENDINGS = "|".join(sorted({*_GENERAL.split(), *(region.lower() for region in REGIONS), "uk"}, key=lambda one: (-len(one), one)))
_HOST = rf"(?:[^\W_](?:[\w-]{{0,61}}[^\W_])?\.)+(?:{ENDINGS})(?![a-z0-9_@-])"
_PLAIN_HOST = rf"(?:[a-zà-ɏ0-9](?:[a-zà-ɏ0-9_-]{{0,61}}[a-zà-ɏ0-9])?\.)+(?:{ENDINGS})(?![a-z0-9_@-])"
_LETTER = "a-zà-ɏЀ-ӿ0-9_"
_PATH = (
    rf"(?::[0-9]+)?(?:/(?:[{_LETTER}!*';:=+,.$/%#\[\]–~@|&-]*(?:\([{_LETTER}!*';:=+,.$/%#~@|&-]*\)|[{_LETTER}+=#/-]))*)?"
    rf"(?:\?[{_LETTER}!?*'@();:&=+$/%#\[\].,~|-]*[{_LETTER}&=#/-])?"
)
_BEFORE = r"(?<![a-z0-9@＠$#＃])"
LINK = re.compile(rf"{_BEFORE}(?:https?://{_HOST}|(?<![_./-]){_PLAIN_HOST}){_PATH}", re.IGNORECASE)
# Letters that weigh one on X: Latin with its marks, Greek, Cyrillic and their neighbours, and the usual punctuation.
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def length(text: str, network: Network) -> int:
    """How much of the network's limit `text` takes."""
    if network.counting == "gewogen":
        return weighted(text, network.link)
    if network.counting == "grafemen":
        return visible(text, network.link)
    return len(text)


def fits(text: str, network: Network) -> bool:
    """Whether the network takes `text`: as long as it counts, and as many bytes as it stores."""
    return length(text, network) <= network.limit and (not network.bytes or len(text.encode()) <= network.bytes)


def weighted(text: str, link: int) -> int:
    """X's weighted length."""
    rest, links = LINK.subn("\n", unicodedata.normalize("NFC", text))
    # The line feed that stands for a link keeps its neighbours apart; it weighs one itself.
    rest, emoji = EMOJI.subn("", rest)
    return (link - 1) * links + 2 * emoji + sum(1 if any(low <= ord(one) <= high for low, high in _LIGHT) else 2 for one in rest)


def visible(text: str, link: int) -> int:
    """What a reader sees as single characters; when `link` isn't 0, a link with https:// as that many."""
    if not link:
        return graphemes.count(text)
    links = [found[0] for found in LINK.finditer(text) if found[0].lower().startswith("http")]
    for one in links:
        text = text.replace(one, "\n", 1)
    return graphemes.count(text) + (link - 1) * len(links)
