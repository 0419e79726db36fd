"""Finds telephone numbers, mail addresses, bank accounts, home addresses and other private numbers in plain text.

Written from what Dutch numbers look like, not from the pass's rules: what the school lists in site.yaml may stand,
anything else of these kinds is a leak (FORMATS §6).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.verify import leak
from sitegen.verify.knowing import national, squeezed
from sitegen.verify.letters import spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.verify.knowing import Knowledge

_SEP = r"[ \t\n./()\-\x1f]{0,3}"
_PHONE = re.compile(
    rf"(?<![\w@])(?<![\d][.,/\-])(?:"
    rf"(?:\+|00)(?:{_SEP}31|[1-9]){_SEP}(?:\(0\){_SEP})?(?:\d{_SEP}){{6,12}}\d"
    rf"|\(?0{_SEP}6(?:{_SEP}\d){{8}}"
    rf"|\(?0(?:[1-57]\d{{1,2}}|8[4-79]\d?|9[1-9]\d?)\)?{_SEP}\d(?:{_SEP}\d){{5,6}}"
    rf"|0[1-57]\d(?:[ .\-]\d\d){{3}}[ .\-]?\d"
    rf"|31[1-57-9]\d{{8}}|316\d{{8}}"
    rf")(?!\d)(?![.,/\-]\d{{4}})"
)
_DATE = re.compile(r"\(?[0-3]?\d[ ./\-]{1,3}[01]?\d[ ./\-]{1,3}(?:19|20)\d\d(?!\d)|0?\d[.:]\d\d\s*-\s*[012]?\d[.:]\d\d")
_NUMBERED = re.compile(r"(?:isbn|issn|artikel\w*|art|bestel\w*|order\w*|polis\w*|kvk|btw|rsin|lot|ean|barcode|serie\w*|dossier\w*|factuur\w*)[\s.:#nr\-]{0,12}\Z", re.I)
_FILE = re.compile(r"[\w\-]*\.(?:jpe?g|png|webp|avif|gif|svg|css|js|woff2?|json)\b", re.IGNORECASE)
_EMAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~\-]{1,64}@(?:[a-z0-9\-]{1,63}\.)+[a-z]{2,24}(?![a-z0-9\-@])", re.IGNORECASE)
_SPACED_EMAIL = re.compile(r"[a-z0-9._+\-]+ ?@ ?(?:[a-z0-9\-]+ ?\. ?)+[a-z]{2,24}", re.IGNORECASE)
_NOT_DOMAINS = frozenset({"png", "jpg", "jpeg", "webp", "avif", "gif", "svg", "js", "css", "mjs", "ts", "json", "html"})
_HIDDEN_AT = re.compile(r"\s*[\[({<]\s*(?:at|apenstaart(?:je)?|@)\s*[\])}>]\s*|\s+apenstaartje\s+|\s+at\s+(?=[\w\-]+\s*(?:[\[({]\s*)?(?:dot|punt)\b)", re.I)
_HIDDEN_DOT = re.compile(r"\s*[\[({]\s*(?:dot|punt|\.)\s*[\])}]\s*|(?<=\w)\s+(?:dot|punt)\s+(?=\w)", re.IGNORECASE)
_MAY_HIDE = re.compile(r"[\[({<]\s*(?:at|apen|dot|punt)|apenstaart|\bat\b.{1,40}\b(?:dot|punt)\b", re.IGNORECASE)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}[ .\-]?\d{2}(?:[ .\-]?[A-Z0-9]){11,30}(?![A-Za-z0-9])", re.IGNORECASE)
_DUTCH_IBAN = re.compile(r"NL\d\d[A-Z]{4}\d{10}\Z")
_BSN = re.compile(r"\b(?:bsn|burger\s?service\s?nummer|sofi\s?-?nummer|onderwijsnummer|pgn|persoonsgebonden nummer)\b[^\d\x1e]{0,30}((?:\d[ .\-]?){8}\d)(?!\d)", re.I)
_POSTCODE = re.compile(r"(?<![\w])([1-9]\d{3})[ \t\n\-]{0,2}([A-Z]{2}|[a-z]{2})(?![A-Za-z0-9])")
_HOUSE = re.compile(rb"(?<= )\d{1,4}(?: ?[a-z]{1,3}(?= )|(?= ))")
_BIRTH = re.compile(r"(?<!\d)([0-3]?\d)[\s./\-]{1,3}(1?\d|[a-z]{3,9})\.?[\s./\-]{1,3}((?:19|20)\d\d)(?!\d)|((?:19|20)\d\d)-([01]\d)-([0-3]\d)(?!\d)", re.IGNORECASE)
_MONTHS = {name: str(number) for number, name in enumerate("jan feb maa apr mei jun jul aug sep okt nov dec".split(), 1)} | {"mrt": "3"}


@dataclass(frozen=True, slots=True)
class Number:
    """A private thing found in a text: where, and what kind it is."""

    start: int
    end: int
    kind: str


def find(text: str, known: Knowledge) -> Iterator[Number]:
    """All contact data in plain `text` that nobody allowed, minus what a human accepted."""
    for number in _all(text, known):
        low = max(0, number.start - 80)
        around = text[low : number.end + 80]
        if not any(
            low + hit.start() < number.end and low + hit.end() > number.start for one in known.accepted for hit in one.finditer(around)
        ):
            yield number


def suspicious(code: str, seen: str, known: Knowledge) -> bool:
    """Whether an HTML page may hold contact data: `code` is its source, `seen` its visible text, 0x1f between its pieces."""
    visible = seen.replace("\x1f", " ")
    if visible.count("@") > sum(1 for _ in _EMAIL.finditer(visible)):
        return True
    return next(_all(code, known), None) is not None or next(_all(visible, known), None) is not None


def _all(text: str, known: Knowledge) -> Iterator[Number]:
    yield from _ibans(text, known)
    yield from _phones(text, known)
    if "@" in text or _MAY_HIDE.search(text):
        yield from _emails(text, known)
    for found in _BSN.finditer(text):
        yield Number(found.start(1), found.end(1), leak.BSN)
    if known.streets or known.postcodes:
        yield from _places(text, known)
    if known.births:
        yield from _births(text, known)


def _phones(text: str, known: Knowledge) -> Iterator[Number]:
    for found in _PHONE.finditer(text):
        number = national(found[0])
        if number in known.open_phones or _public(found[0], number):
            continue
        if number in known.phones:
            yield Number(found.start(), found.end(), leak.PHONE)
        elif not _lookalike(text, found):
            yield Number(found.start(), found.end(), leak.PHONE)


def _public(shown: str, number: str) -> bool:
    """0800, 0900, 0906, 0909 and 088: never of a private person; a text with fewer than nine digits is no number of ours."""
    return number.startswith(("800", "900", "906", "909", "88")) or len(number) < 9 and not shown.startswith(("+", "00"))


def _lookalike(text: str, found: re.Match[str]) -> bool:
    shown, before = found[0], text[max(0, found.start() - 24) : found.start()]
    if _DATE.match(shown) or _NUMBERED.search(before) or re.search(r"[A-Za-z]{2}\d\d[ .]?[A-Za-z]{4}[ .]?\Z", before):
        return True
    if "/" in text[max(0, found.start() - 40) : found.start()] and shown.isdigit() and _FILE.match(text, found.end()):
        return True
    return "\n\n" in shown


def _emails(text: str, known: Knowledge) -> Iterator[Number]:
    searched = _HIDDEN_DOT.sub(".", _HIDDEN_AT.sub("@", text)) if _MAY_HIDE.search(text) else text
    for found in _EMAIL.finditer(searched):
        address = found[0].lower().strip(".'*_`")
        local, _, domain = address.partition("@")
        if not local or domain.rsplit(".", 1)[-1] in _NOT_DOMAINS or searched[found.start() - 1 : found.start()] == "@":
            continue
        if _open_address(address, domain, known):
            continue
        start = found.start() if searched is text else 0
        yield Number(start, start + len(found[0]), leak.EMAIL)
    for found in _SPACED_EMAIL.finditer(searched) if known.emails else ():
        address = found[0].lower().replace(" ", "")
        if " " in found[0] and address in known.emails:
            yield Number(found.start(), found.end(), leak.EMAIL)


def _open_address(address: str, domain: str, known: Knowledge) -> bool:
    if address in known.open_emails or any(address.endswith(one) and not address[-len(one) - 1].isalnum() for one in known.open_emails if len(address) > len(one)):
        return True
    return any(domain == own or domain.endswith("." + own) for own in known.school_domains)


def _ibans(text: str, known: Knowledge) -> Iterator[Number]:
    for found in _IBAN.finditer(text):
        shown = squeezed(found[0])
        for size in range(15, len(shown) + 1):
            number = shown[:size]
            if number in known.open_ibans:
                break
            if number in known.ibans or ((size == 18) == number.startswith("nl") and (not number.startswith("nl") or _DUTCH_IBAN.match(number.upper())) and _checks(number)):
                yield Number(found.start(), found.end(), leak.IBAN)
                break


def _checks(number: str) -> bool:
    """ISO 13616: moved, letters as numbers, the remainder after division by 97 is one."""
    if not number[:2].isalpha() or not number[2:4].isdigit() or sum(letter.isdigit() for letter in number) < 10:
        return False
    return int("".join(str(int(letter, 36)) for letter in number[4:] + number[:4])) % 97 == 1


def _places(text: str, known: Knowledge) -> Iterator[Number]:
    folded = spaced(text)
    for found in _HOUSE.finditer(folded):
        words = folded[max(0, found.start() - 50) : found.start()].split()
        house = found[0].replace(b" ", b"")
        bare = house.rstrip(b"abcdefghijklmnopqrstuvwxyz")
        joined = b""
        for word in reversed(words[-5:]):
            joined = word + joined
            if (joined + house).decode() in known.streets or (joined + bare).decode() in known.streets:
                around = folded[max(0, found.start() - 60) : found.end() + 1]
                if not any(place.rstrip().encode() in around for place in known.open_places):
                    yield Number(max(0, found.start() - len(joined) - 1), found.end(), leak.ADDRESS)
                break
    for place in _POSTCODE.finditer(text):
        if place[1] + place[2].lower() in known.postcodes and not (place[2].islower() and place[0][4] == " "):
            yield Number(place.start(), place.end(), leak.POSTCODE)


def _births(text: str, known: Knowledge) -> Iterator[Number]:
    if not any(year in text for year in known.birth_years):
        return
    for found in _BIRTH.finditer(text):
        day, month, year = (found[1], found[2], found[3]) if found[3] else (found[6], found[5], found[4])
        month = _MONTHS.get(month[:3].lower(), month.lstrip("0"))
        for numbers, names in known.births:
            if numbers == (day.lstrip("0"), month, year):
                near = spaced(text[max(0, found.start() - 200) : found.end() + 200]).decode().split()
                if names & set(near):
                    yield Number(found.start(), found.end(), leak.BIRTH)
                    break
