"""Advice on a text: what keeps it from being read by everybody (WCAG 2.2), and what the protocol asks. Never stops a build.

It says where, and never what stands there: a console has no names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.late import late
from sitegen.problem import Place, Problem
from sitegen.readers import agreed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Every code of advice begins so: `--strict` lets advice pass.
PREFIX = "advies-"
_IMAGE = late(r'<img src="([^"]*)" alt=""')
_HEADING = late(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_LINK = late(r"<a\b[^>]*>(.*?)</a>", re.DOTALL)
_VAGUE = late(r"(?:klik\s+)?(?:hier|deze\s+(?:link|pagina)|link|lees\s+(?:hier\s+)?(?:meer|verder)|meer(?:\s+(?:info|informatie|lezen))?|klik(?:\s+hier)?)[\s.!:>»→]*\Z", re.IGNORECASE)
_PARAGRAPH = late(r"<p>(.*?)</p>", re.DOTALL)
_BOLD = late(r"<(strong|b)>([^<]{3,80})</\1>\s*\Z")
_COLOURS = ("rood", "groen", "geel", "blauw", "oranje", "paars", "rode", "gele")
_COLOUR = late(
    r"\b(?:(?:in|met)\s+(?:het\s+)?(?:rood|groen|geel|blauw|oranje|paars)\s+(?:gedrukt|gemarkeerd|aangegeven|gezet)|de\s+(?:rode|groene|gele|blauwe|oranje)\s+(?:vakjes?|dagen|data|regels?|woorden|tekst|letters))\b",
    re.IGNORECASE,
)
_TAG = late(r"<[^>]*>")


def advise(path: str, body: str, line_of: Callable[[str], int]) -> tuple[Problem, ...]:
    """Advice on the HTML `body` of the text at `path`; `line_of` gives the source line of a piece of text."""
    return tuple(
        Problem(Place(path, line_of(where)), f"{PREFIX}{code}", fault, _IN_WORD.get(code, remedy) if path.endswith(".docx") else remedy, "waarschuwing") for code, where, fault, remedy in (*_pictures(body, numbered=path.endswith(".docx")), *_headings(body), *_links(body), *_texts(body), *agreed.advise(body))
    )


# In Word there are no hashes and no square brackets.
_IN_WORD = {
    "alt": "Klik in Word met rechts op het plaatje, kies 'Alternatieve tekst' en schrijf wat erop te zien is. Noem geen achternamen.",
    "kopjes": "Geef het kopje in Word de stijl 'Kop 2', of 'Kop 3' voor wat daaronder hoort.",
    "kopje": "Geef deze regel in Word de stijl 'Kop 2'.",
    "lege-link": "Haal de link in Word weg, of typ er woorden voor.",
    "link": "Selecteer in Word woorden die zeggen waar de link heen gaat, en maak daar de link van.",
}
Advice = tuple[str, str, str, str]


def _pictures(body: str, *, numbered: bool) -> Iterator[Advice]:
    for found in _IMAGE.finditer(body):
        # In Word a picture has no name and stands on no line.
        which = f"plaatje {body.count('<img', 0, found.start()) + 1}" if numbered else "dit plaatje"
        yield "alt", found[1], f"bij {which} staat niet wat erop te zien is.", "Zet tussen de blokhaken een korte omschrijving: ![Kinderen op het plein](…). Noem geen achternamen."


def _headings(body: str) -> Iterator[Advice]:
    level = 1
    for found in _HEADING.finditer(body):
        depth, text = int(found[1]), _plain(found[2])
        if not text:
            yield "leeg-kopje", found[2] or "#", "er staat een kopje zonder tekst.", "Haal het weg."
        elif depth == 1 and found.start():
            yield "kopjes", text, "dit is een kop van de hoogste soort; die is er al, boven de pagina.", "Gebruik twee hekjes: ## Kopje"
        elif depth > level + 1:
            yield "kopjes", text, "hier wordt een soort kopje overgeslagen.", f"Gebruik {'#' * (level + 1)} in plaats van {'#' * depth}."
        level = max(depth, 1)


def _links(body: str) -> Iterator[Advice]:
    for found in _LINK.finditer(body):
        text = _plain(found[1])
        if not text and "<img" not in found[1]:
            yield "lege-link", "](", "er staat een link zonder tekst.", "Schrijf tussen de blokhaken waar de link heen gaat."
        elif _VAGUE.match(text):
            yield "link", f"[{text}]", f"'{text}' zegt niet waar de link heen gaat.", "Schrijf het uit, bijvoorbeeld: [de schoolgids](…)."


def _texts(body: str) -> Iterator[Advice]:
    for found in _PARAGRAPH.finditer(body):
        text = _plain(found[1])
        if text.isupper() and sum(map(str.isalpha, text)) >= 25:
            yield "hoofdletters", text, "deze alinea staat helemaal in hoofdletters; dat leest lastig.", "Schrijf gewone zinnen, en maak vet wat belangrijk is."
        bold = _BOLD.match(found[1].strip())
        if bold and not text.endswith((".", "!", "?", ",", ":")):
            yield "kopje", text, "deze regel is vet gemaakt als kopje.", "Maak er een echt kopje van, met twee hekjes: ## Kopje"
        colour = _COLOUR.search(text) if any(one in text.lower() for one in _COLOURS) else None
        if colour:
            yield "kleur", colour[0], f"'{colour[0]}' zegt niets aan wie geen kleuren ziet.", "Zet er ook een woord of teken bij."


def _plain(markup: str) -> str:
    return " ".join(_TAG.sub("", markup).split())
