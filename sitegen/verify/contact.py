"""Finds telephone numbers, mail addresses, bank accounts, home addresses and other private numbers in plain text.

Written from what Dutch numbers look like, not from the pass's rules: what the school lists in site.yaml may stand,
anything else of these kinds is a leak (FORMATS §6). Each search begins with something rare (a zero before eight digits, an
@, two letters before two digits), so that a page without contact data costs next to nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.late import late, late_bytes
from sitegen.verify import leak
from sitegen.verify.knowing import Look, Sense, national, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.verify.knowing import Knowledge

_SHAPE = bytes(48 if 48 <= byte <= 57 else 97 if 97 <= byte <= 122 else 32 for byte in range(256))
_SEP = r"[ \t\n./()\-]{0,3}"
_MAYBE_PHONE = (late_bytes(rb"0(?: {0,3}\d){8}"), late_bytes(rb"31(?: {0,3}\d){9}"))
_PHONE = late(
    rf"(?<![\w@])(?<![\d][.,/\-])(?:"
    rf"(?:\+|00)(?:{_SEP}31|[1-9]){_SEP}(?:\(0\){_SEP})?(?:\d{_SEP}){{6,12}}\d"
    rf"|\(?0{_SEP}6(?:{_SEP}\d){{8}}"
    rf"|\(?0(?:[1-57]\d{{1,2}}|8[4-79]\d?|9[1-9]\d?)\)?{_SEP}\d(?:{_SEP}\d){{5,6}}"
    rf"|0[1-57]\d(?:[ .\-]\d\d){{3}}[ .\-]?\d"
    rf"|31[1-57-9]\d{{8}}|316\d{{8}}"
    rf")(?!\d)(?![.,/\-]\d{{4}})"
)
_DATE = late(
    r"\(?[0-3]?\d[ ./\-]{1,3}[01]?\d[ ./\-]{1,3}(?:19|20)\d\d(?!\d)|0?\d[.:]\d\d\s*-\s*[012]?\d[.:]\d\d|(?:0\d[ ./\-]){5}|0{4}"
)
_NUMBERED = late(
    r"(?:isbn|issn|artikel\w*|art|bestel\w*|order\w*|polis\w*|kvk|btw|rsin|lot|ean|barcode|serie\w*|dossier\w*|factuur\w*)[\s.:#nr\-]{0,12}\Z",
    re.IGNORECASE,
)
_FILE = late(r"[\w\-]*\.(?:jpe?g|png|webp|avif|gif|svg|css|js|woff2?|json|pdf)\b", re.IGNORECASE)
_BEFORE_AT = late(r"[a-z0-9.!#$%&*+/=?^_`{|}~\-]{1,64}", re.IGNORECASE)
_AFTER_AT = late(r"(?:[a-z0-9\-]{1,63}\.)+[a-z]{2,24}(?![a-z0-9\-@])", re.IGNORECASE)
_SPACED_EMAIL = late(r"[a-z0-9._+\-]+ ?@ ?(?:[a-z0-9\-]+ ?\. ?)+[a-z]{2,24}", re.IGNORECASE)
_NOT_DOMAINS = frozenset({"png", "jpg", "jpeg", "webp", "avif", "gif", "svg", "js", "css", "mjs", "ts", "json", "html"})
_HIDDEN_AT = late(
    r"\s*[\[({<]\s*(?:at|apenstaart(?:je)?|@)\s*[\])}>]\s*|\s+apenstaart(?:je)?\s+|\s+at\s+(?=[\w\-]+\s*(?:[\[({]\s*)?(?:dot|punt)\b)", re.IGNORECASE
)
_HIDDEN_DOT = late(r"\s*[\[({]\s*(?:dot|punt|\.)\s*[\])}]\s*|(?<=\w)\s+(?:dot|punt)\s+(?=\w)", re.IGNORECASE)
_MAYBE_IBAN = (b" aa00", b" aa 00 ")
_IBAN = late(r"(?<![A-Za-z0-9])[A-Z]{2}[ .\-]?\d{2}(?:[ .\-]?[A-Z0-9]){11,30}(?![A-Za-z0-9])", re.IGNORECASE)
_IBAN_DIGITS = 10
# How many signs a country's numbers have.
_LENGTHS = {
    code: int(length)
    for code, length in (
        pair.split(":")
        for pair in """ad:24 ae:23 al:28 at:20 az:28 ba:20 be:16 bg:22 bh:22 br:29 by:28 ch:21 cr:22 cy:28 cz:24 de:22 dk:18 do:28 ee:20 eg:29 es:24 fi:18 fo:18
        fr:27 gb:22 ge:22 gi:23 gl:18 gr:27 gt:28 hr:21 hu:28 ie:22 il:23 iq:23 is:26 it:27 jo:30 kw:30 kz:20 lb:28 li:21 lt:20 lu:20 lv:21 mc:27 md:24 me:22 mk:19
        mr:27 mt:31 mu:30 nl:18 no:15 pk:24 pl:28 ps:29 pt:25 qa:29 ro:24 rs:22 sa:24 se:24 si:19 sk:24 sm:27 tn:24 tr:26 ua:29 va:22 vg:24 xk:20""".split()
    )
}
_BSN = late(
    r"\b(?:bsn|burger\s?service\s?nummer|sofi\s?-?nummer|onderwijsnummer|pgn|persoonsgebonden nummer)\b[^\d\x1e]{0,30}((?:\d[ .\-]?){8}\d)(?!\d)",
    re.IGNORECASE,
)
_HOUSE = late_bytes(rb" {1,3}(\d{1,4}) ?([a-z]{1,3}(?= )|(?= ))")
# What is counted lives nowhere: "op het Wilgenpad 30 eenden".
_THINGS = late_bytes(
    rb" ?(?:kilometers?|kilo|kg|meter|centimeter|hectare|liter|ton|procent|graden|seconden|minuten|uren|uur|nachten|dagen|weken|jaar|keer|euro|punten|eenden|eendjes|ganzen|zwanen|vogels|kikkers|padden|egels|bijen|schapen|koeien|paarden|honden|katten|kippen"
    rb"|fietsen|fietsers|wandelaars|lopers|kramen|kraampjes|tafels|stoelen|banken|bankjes|lantaarns|lichtjes|lampjes|lampionnen|vuurkorven|zakken|blikjes|flessen|tegels|plantjes|bloembollen|planten|bomen|stenen|treden|huizen|woningen|winkels|bussen|bedrijven"
    rb"|kinderen|leerlingen|jongens|meisjes|kleuters|peuters|juffen|meesters|ouders|vrijwilligers|deelnemers|spelers|mensen|personen|bewoners|gezinnen|ploegen|teams|groepen|groepjes|klassen|schilderijen|tekeningen|borden|verkeersborden|ballen|ballonnen|vlaggen"
    rb"|vlaggetjes|bekers|medailles|prijzen|rondes|ronden|rondjes|stappen|opdrachten|vragen|doelpunten|boeken|stuks|plekken|haltes|oversteekplaatsen|drempels|paaltjes|hekken|nestkastjes|insectenhotels|speeltoestellen) "
)
_MAYBE_POSTCODE = late_bytes(rb"0000 {0,3}aa(?= )")
_BIRTH = late(
    r"(?<!\d)([0-3]?\d)[\s./\-]{1,3}([01]?\d|[a-z]{3,9})\.?[\s./\-]{1,3}((?:19|20)\d\d)(?!\d)|((?:19|20)\d\d)-([01]\d)-([0-3]\d)(?!\d)",
    re.IGNORECASE,
)
_MONTHS = {name: str(number) for number, name in enumerate("jan feb maa apr mei jun jul aug sep okt nov dec".split(), 1)} | {"mrt": "3"}


@dataclass(frozen=True, slots=True)
class Number:
    """A private thing found in a text: where, and what kind it is."""

    start: int
    end: int
    kind: str


def find(look: Look, known: Knowledge) -> Iterator[Number]:
    """All contact data in a text that nobody allowed, minus what a human accepted."""
    shape = look.folded.translate(_SHAPE)
    searches = [_phones(look, known), _ibans(look, shape, known), _emails(look, known), _postcodes(look, shape, known)]
    if look.has(Sense.STATE):
        searches.append(_numbers_of_state(look))
    if look.has(Sense.STREET):
        searches.append(_homes(look, known))
    if look.has(Sense.YEAR):
        searches.append(_births(look, known))
    for search in searches:
        for number in search:
            if not known.accepts(look.text, number.start, number.end):
                yield number


def _phones(look: Look, known: Knowledge) -> Iterator[Number]:
    text = look.text
    starts = {hit.start() - 1 for search in _MAYBE_PHONE for hit in search.finditer(look.folded)}
    if "+" in text:
        starts |= {hit.start() for hit in re.finditer(r"\+\d", text)}
    done = 0
    for start in sorted(starts):
        if start < done:
            continue
        stop = start + 34
        for found in _PHONE.finditer(text, max(0, start - 6), stop):
            if found.end() == stop < len(text):
                continue  # another number that our look broke off; it has a look of its own
            done = found.end()
            number = national(found[0])
            if not found[0].startswith(("+", "00", "31")):
                number = number[:9]  # what follows is no part of it: "0599-123 460. 8.30 uur: …"
            if number in known.open_phones or _public(found[0], number):
                continue
            if number in known.phones or not _lookalike(text, found):
                yield Number(found.start(), found.end(), leak.PHONE)


def _public(shown: str, number: str) -> bool:
    """0800, 0900, 0906, 0909 and 088: never of a private person; and a Dutch number has nine digits after its zero."""
    return number.startswith(("800", "900", "906", "909", "88")) or (len(number) < 9 and not shown.startswith(("+", "00")))


def _lookalike(text: str, found: re.Match[str]) -> bool:
    shown, before = found[0], text[max(0, found.start() - 24) : found.start()]
    if _DATE.match(shown) or _NUMBERED.search(before) or re.search(r"[A-Za-z]{2}\d\d[ .]?[A-Za-z]{4}[ .]?\Z", before):
        return True
    if "/" in text[max(0, found.start() - 60) : found.start()] and shown.isdigit() and _FILE.match(text, found.end()):
        return True
    return "\n\n" in shown


def _emails(look: Look, known: Knowledge) -> Iterator[Number]:
    text = look.text
    yield from _addresses(text, known)
    if look.has(Sense.AT) or "[" in text or "(at" in text:
        undone = _HIDDEN_DOT.sub(".", _HIDDEN_AT.sub("@", text))
        if undone != text:
            yield from (Number(0, 0, found.kind) for found in _addresses(undone, known))


def _addresses(text: str, known: Knowledge) -> Iterator[Number]:
    place = text.find("@")
    while place >= 0:
        local, domain = _BEFORE_AT.match(text[max(0, place - 64) : place][::-1]), _AFTER_AT.match(text, place + 1)
        if local and domain and any(map(str.isalnum, local[0])) and text[place - local.end() - 1 : place - local.end()] != "@":
            if not _open_address(local[0][::-1], domain[0].lower(), known):
                yield Number(place - local.end(), domain.end(), leak.EMAIL)
        elif " " in text[place - 1 : place + 2]:
            low = max(0, place - 64)
            for found in _SPACED_EMAIL.finditer(text, low, place + 64):
                if found[0].lower().replace(" ", "") in known.emails:
                    yield Number(found.start(), found.end(), leak.EMAIL)
        place = text.find("@", place + 1)


def _open_address(local: str, domain: str, known: Knowledge) -> bool:
    if domain.rsplit(".", 1)[-1] in _NOT_DOMAINS:
        return True
    if any(domain == own or domain.endswith("." + own) for own in known.school_domains):
        return True
    return f"{re.split(r'[^A-Za-z0-9._+-]', local)[-1].lower().strip('.')}@{domain}" in known.open_emails


def _ibans(look: Look, shape: bytes, known: Knowledge) -> Iterator[Number]:
    for start in (hit for sign in _MAYBE_IBAN for hit in _everywhere(sign, shape)):
        found = _IBAN.match(look.text, start)
        if found is None:
            continue
        shown = squeezed(found[0])
        if sum(map(str.isdigit, shown)) < _IBAN_DIGITS:
            continue
        for size in range(15, len(shown) + 1):
            number = shown[:size]
            if number in known.open_ibans:
                break
            if number in known.ibans or _checks(number):
                yield Number(found.start(), found.end(), leak.IBAN)
                break


def _everywhere(sign: bytes, shape: bytes) -> Iterator[int]:
    place = shape.find(sign)
    while place >= 0:
        yield place
        place = shape.find(sign, place + 1)


def _checks(number: str) -> bool:
    """ISO 13616: as long as its country's are; moved, letters as numbers, the remainder after division by 97 is one.

    Without the length every second sentence with "op 06-…" would hold some beginning that happens to check.
    """
    if len(number) != _LENGTHS.get(number[:2]) or number.startswith("nl") and not (number[4:8].isalpha() and number[8:].isdigit()):
        return False
    if not number[2:4].isdigit():
        return False
    return int("".join(str(int(letter, 36)) for letter in number[4:] + number[:4])) % 97 == 1


def _numbers_of_state(look: Look) -> Iterator[Number]:
    for found in _BSN.finditer(look.text):
        yield Number(found.start(1), found.end(1), leak.BSN)


def _homes(look: Look, known: Knowledge) -> Iterator[Number]:
    folded = look.folded
    for pattern, start, end in look.signs:
        house = _HOUSE.match(folded, end) if pattern.sense is Sense.STREET else None
        if house is None or _THINGS.match(folded, house.end(1)):
            continue
        joined = ""
        for word in reversed(folded[max(0, start - 40) : end].decode().split()[-5:]):
            joined = word + joined
            number, letters = house[1].decode(), house[2].decode()
            if (joined + number + letters) in known.homes or (joined + number) in known.homes:
                around = f" {' '.join(folded[max(0, start - 60) : house.end() + 60].decode().split())} "
                if not any(place in around for place in known.open_places):
                    yield Number(start, min(house.end() - 1, len(look.text)), leak.ADDRESS)
                break


def _postcodes(look: Look, shape: bytes, known: Knowledge) -> Iterator[Number]:
    for found in _MAYBE_POSTCODE.finditer(shape) if known.postcodes else ():
        start, end = found.start() - 1, found.end() - 1
        shown = look.text[start:end]
        if shape[start : start + 1].strip() or squeezed(shown) not in known.postcodes:
            continue
        if shown[-2:].isupper() or not shown[4].isspace():
            yield Number(start, end, leak.POSTCODE)


def _births(look: Look, known: Knowledge) -> Iterator[Number]:
    for found in _BIRTH.finditer(look.text):
        day, month, year = (found[1], found[2], found[3]) if found[3] else (found[6], found[5], found[4])
        date = (day.lstrip("0"), _MONTHS.get(month[:3].lower(), month.lstrip("0")), year)
        near = set(look.folded[max(0, found.start() - 200) : found.end() + 200].decode().split())
        if any(numbers == date and names & near for numbers, names in known.births):
            yield Number(found.start(), found.end(), leak.BIRTH)
