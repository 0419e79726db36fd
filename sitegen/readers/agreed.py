"""What the school's own protocol asks of a text: no appgroups as a channel of the school, no private accounts of staff, and no
photos of children by mail or app. Advice: it says where, in the protocol's sense but never what stands there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.late import late

if TYPE_CHECKING:
    from collections.abc import Iterator

# Codes, as they follow the prefix of advice. A link to a closed group is a fault of its own (readers.links).
CODES = ("app", "account", "fotos")

_BLOCK = late(r"<(p|li|td|th|dd|dt|h[1-6])\b[^>]*>(.*?)(?=</\1>|<(?:p|li|ul|ol)\b)", re.DOTALL)
_TAG = late(r"<[^>]*>")
_SENTENCE = late(r"(?<=[.!?])\s+")
# "Wij doen niet mee aan groepsapps": whoever says so does as the protocol asks.
_DENIED = late(r"\b(?:geen|niet|nooit|buiten de school|liever geen)\b", re.IGNORECASE)
# Said anywhere in the paragraph, it holds for all of it.
_APART = late(r"\bbuiten de school\b|\bniet van (?:de school|ons)\b|\b(?:er|daar)(?:aan)? niet aan mee\b|\bdaaraan niet mee\b", re.IGNORECASE)
_MESSENGER = r"(?:whats\s?app|telegram|signal)"
_APP = late(
    rf"\bouders?\s?-?(?:{_MESSENGER}(?:-?groep)?|app-?groep)\b|\b(?:klassen?|groeps|groep\s*\d(?:/\d)?\w?\s?)\s?-?(?:{_MESSENGER}|app)(?:-?groep|kanaal)?\b|\b{_MESSENGER}\s?-?(?:groep|kanaal|community)\w*|\bapp-?groep\b"
    rf"|\b(?:via|in|op|met|per)\s+(?:de\s+)?{_MESSENGER}\b|\bchat\.whatsapp\.com\b",
    re.IGNORECASE,
)
_NETWORK = r"(?:facebook|instagram|insta|tiktok|snapchat|linkedin|youtube|x|twitter)"
_STAFF = r"(?:juf|juffrouw|meester|leerkracht|mevrouw|meneer|directeur|mij|me)"
_ACCOUNT = late(
    rf"\b(?:priv[eé]|persoonlijke?|eigen)[\s-]?(?:{_NETWORK}[\s-]?)?(?:account|profiel|pagina|nummer|mail(?:adres)?)\b[^.!?]{{0,60}}\b(?:juf|meester|leerkracht|directeur|mij)\b"
    rf"|\b(?:juf|meester|leerkracht|directeur|mijn)\b[^.!?]{{0,60}}\b(?:priv[eé]|persoonlijke)[\s-]?(?:{_NETWORK}[\s-]?)?(?:account|profiel|pagina|nummer|telefoon|mail(?:adres)?)\b"
    rf"|\b(?:volg|vind|bericht)\s+{_STAFF}\b[^.!?]{{0,40}}\bop\s+{_NETWORK}\b|\bvrienden?\s+(?:worden\s+)?(?:met\s+)?{_STAFF}\b[^.!?]{{0,40}}\bop\s+{_NETWORK}\b"
    rf"|\b(?:app|whatsapp|sms)\s+(?:gerust\s+|even\s+)?(?:naar\s+)?{_STAFF}\b",
    re.IGNORECASE,
)
_PICTURES = r"(?:foto|film|video)(?:'s|’s|pjes|pje|s|tjes|tje)?"
_PHOTOS = late(
    rf"\b(?:stuur|mail|app|deel|lever)\w*\b[^.!?]{{0,40}}\b{_PICTURES}\b[^.!?]{{0,60}}(?:@|\b(?:mail|e-mail|app|whatsapp|wetransfer|06)\b)"
    rf"|\b(?:mail|app)\w*\s+(?:uw|je|jullie|de|een|ons|alle|leuke|mooie|gerust)\b[^.!?]{{0,30}}\b{_PICTURES}\b"
    rf"|\b{_PICTURES}\b[^.!?]{{0,60}}\b(?:mailen|appen|ge?maild|doorsturen|sturen|delen|insturen)\b[^.!?]{{0,40}}(?:@|\b(?:06|mail|e-mail|app|whatsapp|wetransfer)\b|[.!?]|\Z)",
    re.IGNORECASE,
)
_SAFE = late(r"\bparro\b", re.IGNORECASE)
# code, the words without which a text can't be meant, the pattern, what is wrong, what to do.
_RULES = (
    ("app", ("app", "telegram", "signal"), _APP, "hier staat een appgroep van ouders, of WhatsApp, als weg naar de school.", "Volgens het protocol vallen zulke groepen buiten de school: wij verwijzen er niet naar en praten met ouders in Parro. Schrijf: meld het in Parro."),
    ("account", ("priv", "persoonlijk", "eigen", "volg", "vind", "vriend", "bericht", "app", "sms"), _ACCOUNT, "hier wordt een privéaccount of privénummer van een medewerker genoemd.", "Volgens het protocol staan er geen persoonlijke gegevens van medewerkers op de website. Noem Parro, de telefoon van school of het werkadres."),
    ("fotos", ("foto", "film", "video"), _PHOTOS, "hier wordt gevraagd om foto's te mailen of te appen.", "Foto's van kinderen gaan via Parro of op een stick naar school: dan kijkt iemand eerst na of de ouders het goedvinden."),
)


def advise(body: str) -> Iterator[tuple[str, str, str, str]]:
    """Each place in the HTML `body` that goes against the protocol: code, the words to find it by, what is wrong, what to do."""
    for block in _BLOCK.finditer(body):
        text = " ".join(_TAG.sub("", block[2]).split())
        low = text.lower()
        rules = [(code, pattern, fault, remedy) for code, signs, pattern, fault, remedy in _RULES if any(sign in low for sign in signs)]
        if not rules:
            continue
        apart = bool(_APART.search(text))
        for sentence in _SENTENCE.split(text):
            if _DENIED.search(sentence):
                continue
            for code, pattern, fault, remedy in rules:
                found = pattern.search(sentence)
                if found and not (code != "account" and _SAFE.search(sentence)) and not (code == "app" and apart):
                    yield code, found[0], fault, remedy
