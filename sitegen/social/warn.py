"""What a page administrator must look at twice before placing a post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHEN = re.compile(r"\b(?:maandag|dinsdag|woensdag|donderdag|vrijdag|morgen|overmorgen|volgende week|aanstaande|\d{1,2}\s+(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*)\b", re.IGNORECASE)
_HOUR = re.compile(r"\b\d{1,2}[.:]\d{2}\b|\b\d{1,2}\s*uur\b", re.IGNORECASE)
_GROUP = re.compile(r"\bgroep(?:en)?\s*[1-8]|\b(?:onder|midden|boven)bouw\b|\bkleuters\b|\bpeuters\b|\bklas\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|bij|naar|op)\s+(?:het|de)\s+(?:zwembad|bos|park|museum|station|sporthal|strand|speeltuin|kinderboerderij|bibliotheek|theater|kerk|dorpshuis)\b", re.IGNORECASE)
_HEALTH = re.compile(r"\b(?:ziek|ziekenhuis|operatie|allergie|diabetes|medicijn\w*|gebroken|gips|autisme|adhd|overleden|begrafenis|scheiding|gescheiden|pleeggezin|uithuisgeplaatst)\b", re.IGNORECASE)
_TAG = re.compile(r"(?<!\w)@\w+")
_SPOT = re.compile(r"📍|\b(?:ingecheckt|check(?:t|en)? in|locatie toegevoegd)\b", re.IGNORECASE)
_CLOSED = re.compile(r"\bparro\.(?:com|nl|education)|chat\.whatsapp\.com|wa\.me/|//t\.me/|signal\.group|facebook\.com/groups|classroom\.google|teams\.microsoft", re.IGNORECASE)


def closed(text: str) -> bool:
    """Whether `text` holds a link to Parro or to a group that isn't for everybody: no post may."""
    return bool(_CLOSED.search(text))


def warnings(text: str) -> tuple[str, ...]:
    """What may harm in `text`, each as a Dutch line."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[str]:
    if _GROUP.search(text) and _WHEN.search(text) and (_HOUR.search(text) or _PLACE.search(text)):
        yield "Er staat in waar en wanneer een groep straks is. Plaats dit liever achteraf, of zonder tijd en plaats."
    if _HEALTH.search(text):
        yield "Er staat iets in over gezondheid of thuis. Is dat nodig?"
    if _TAG.search(text):
        yield "Er wordt iemand getagd (@). Tag geen ouders en geen kinderen."
    if _SPOT.search(text):
        yield "Er staat een locatie in. Laat niet zien waar kinderen nu zijn, en zet de locatie van de foto uit."
