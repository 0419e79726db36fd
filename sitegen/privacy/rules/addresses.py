"""House numbers and postcodes of private addresses; a street without a number may stay (FORMATS §6)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sitegen.fold import squeeze
from sitegen.privacy.finding import Match

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People
    from sitegen.school import School

_POSTCODE = re.compile(r"(?<![\w€.,-])([1-9]\d{3})[ \n_-]{0,2}([A-Z]{2})(?![\w])|(?<![\w€.,-])([1-9]\d{3})([a-z]{2})(?![\w])")
_NOT_LETTERS = frozenset({"SA", "SD", "SS"})
_STRONG = "straat|straatje|laan|laantje|weg|wegje|plein|pleintje|dijk|dijkje|kade|kaai|gracht|singel|steeg|steegje|pad|paadje|dreef|plantsoen|brink|allee|boulevard|wetering|meent|gaarde|hoeve|str"
# Endings that surnames and towns have too: a street only where an address is meant.
_WEAK = (
    "hof|hofje|park|markt|wal|wijk|baan|ring|burcht|akker|akkers|weide|kamp|es|esch|heide|veld|velden|bosch|bos|oord|horst|zijde|vaart|sluis|brug|kolk|"
    "dam|haven|poort|mient|gaard|erf|stee|stede|tuin|tuinen|ven|vliet|diep|kanaal|zoom|rand|rak|eind|einde|hoek|donk|loo|lo|berg|heuvel|terp|wierde|ln|wg|pln|molen|schans|werf|ooi|hout|meer|zicht|rode|wiek|kwartier"
)
_ENDINGS = f"{_STRONG}|{_WEAK}"
_NUMBER = r"(?:[1-9]\d{0,4})(?:[ ]?[-/]?[ ]?(?:[a-tvwyzA-WYZ]|hs|bis|huis|zwart|rood|[IVX]{1,4})(?![\w'])|[ ]?[-/][ ]?[0-9]{1,3}(?![\w]))?(?:[ ]?[-/+][ ]?\d{1,3}(?:[a-z])?(?![\w:.,]\d))?"
_STREET = re.compile(
    rf"(?<![\w])(?P<name>(?:[A-Z][\w'.-]*[ ]|'t[ ]|(?:van|de|den|der|het|ten|ter|op|aan|in)[ ]){{0,4}}[A-Z']?[\w'-]*(?:{_ENDINGS}))\.?(?P<gap>[ \n]*(?:,|nr\.?|nummer|no\.?|huisnummer|:)?[ \n]*)(?P<number>{_NUMBER})(?![\w%€]|[.:,]\d|[ ]?(?:uur|km|meter|euro|kinderen|leerlingen|keer|x\b|jaar|minuten|t/m|en \d)|[ ]?[xX]\b)",
)
_BOX = re.compile(r"\b(?P<name>postbus|antwoordnummer)[ \n:]*(?P<number>\d{1,5})\b", re.IGNORECASE)
_LIVES = re.compile(r"(?:\b(?:adres|woonadres|huisadres|woont|wonen|woonachtig|wonend|bezorgadres|thuis|verhuisd|verhuizen|inleveren|ophalen|afgeven|bij)\b[^.\x1e\x1f]{0,40}?)\b(?P<name>(?:(?:de|het|'t|van|der|den|op|aan)[ ])*[A-Z][\w'-]+(?:[ ](?:(?:de|het|'t|van|der|den)[ ])*[A-Z][\w'-]+){0,3})[ ](?P<number>[1-9]\d{0,3}(?:[ -]?[a-zA-Z](?!\w))?)(?![\w%€]|[.:,]\d|[ ]?(?:uur|km|meter|euro|kinderen|keer))")


@lru_cache(maxsize=8)
def _own(addresses: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    # Squeezed street + number ("lindelaan1", "postbus12"), and squeezed postcodes, of what site.yaml lists.
    places, codes = set(), set()
    for address in addresses:
        for code in re.findall(r"\b[1-9]\d{3}\s?[A-Za-z]{2}\b", address):
            codes.add(squeeze(code))
        street = re.split(r",|\b[1-9]\d{3}\s?[A-Za-z]{2}\b", address)[0]
        places.add(squeeze(street))
    return frozenset(places - {""}), frozenset(codes)


def addresses(people: People, school: School) -> Finder:
    """Street with house number, post box and postcode, unless the school or a listed body has that address."""
    listed = tuple(address for body in (school.own, *school.contacts) for address in body.addresses)
    if school.street:
        listed += (f"{school.street}, {school.postcode}",)
    places, codes = _own(listed)

    def find(line: Line) -> Iterator[Match]:
        text = line.text
        if not _ANY_DIGIT.search(text):
            return
        numbers: list[tuple[int, int]] = []
        for pattern in (_STREET, _BOX, _LIVES):
            for found in _streets(text) if pattern is _STREET else pattern.finditer(text):
                if pattern is _STREET and not _is_street(found, text):
                    continue
                place = _place(found)
                if place in places or any(place.endswith(own) and len(place) - len(own) < 12 for own in places):
                    continue
                start = found.end("name") + (1 if text[found.end("name") : found.end("name") + 1] == "." else 0)
                if pattern is _BOX:
                    start = found.start("name")
                numbers.append((start, found.end("number")))
                yield _match(line, start, found.end("number"), found.start("name"))
        if people.streets:
            for match in _registered(line, people.streets, places):
                numbers.append((match.start, match.end))
                yield match
        for found in _POSTCODE.finditer(text):
            letters = found[2] or found[4]
            if _measure(text, found):
                continue
            private = any(0 <= found.start() - end < 6 and not text[end : found.start()].strip(" ,\n\x1e\x1f") for _, end in numbers)
            if (squeeze(found[0]) in codes and not private) or letters.upper() in _NOT_LETTERS:
                continue
            if found[4] and not re.search(r"[,\n\x1f\x1e]\s*\Z|postcode[: ]*\Z", text[max(0, found.start() - 12) : found.start()]):
                continue
            yield Match("adres", found.start(), found.end(), "", "postcode van een adres dat niet van de school of een vermelde instantie is", _remedy(line.seen[found.start() : found.end()]))

    return find


_MEASURES = frozenset("KB MB GB TB KM CM MM KG ML CL DL IS EN OF IN OP TE GA MAG AF AL ER UW WE ZE JE IK HE HA DE".split())


def _measure(text: str, found: re.Match[str]) -> bool:
    # "1200 MB", "In 2026 IS alles anders": letters that are a unit or a word, and no town behind them or street before.
    if (found[2] or found[4]).upper() not in _MEASURES:
        return False
    town = re.match(r"[ \n,]*[A-Z][a-z']", text[found.end() : found.end() + 6])
    street = re.search(r"(?:\d[a-zA-Z]?\s*[,\n\x1e\x1f]\s*|[Pp]ostcode(?:\s+is)?[: ]*)\Z", text[max(0, found.start() - 16) : found.start()])
    return not town and not street


# A number behind a word: only where the word ends as streets do, the long look is worth it.
_ANY_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"(?<=[ \n,:.a-z])[1-9]\d{0,4}")
_TAILS = tuple(_ENDINGS.split("|"))


def _streets(text: str) -> Iterator[re.Match[str]]:
    done = 0
    for near in _NUMBERS.finditer(text):
        before = text[max(0, near.start() - 34) : near.start()].lower()
        if near.start() >= done and before.rstrip(" \n,:.").removesuffix("huisnummer").removesuffix("nummer").removesuffix("nr").removesuffix("no").rstrip(" \n,:.").endswith(_TAILS):
            for found in _STREET.finditer(text, max(done, near.start() - 70), near.end() + 24):
                done = found.end()
                yield found


def _place(found: re.Match[str]) -> str:
    return squeeze(found["name"] + found["number"])


def _is_street(found: re.Match[str], text: str) -> bool:
    words = found["name"].split()
    last = words[-1]
    low = last.lower()
    if re.search(rf"(?:{_STRONG})\Z", low) and not (len(words) == 1 and low in _BARE):
        return last[0].isupper() or last[0] == "'" or len(low) > 6
    if not last[0].isupper():
        return False
    behind = text[found.end("number") : found.end("number") + 14]
    before = text[max(0, found.start("name") - 25) : found.start("name")]
    return bool(re.match(r"[a-z]?,?\s*(?:[1-9]\d{3}\s?[A-Z]{2}\b|(?:te|in) [A-Z])|\s?,\s+[A-Z][a-z]", behind) or _ADDRESSED.search(before))


_BARE = frozenset({"plein", "weg", "pad", "dijk", "brink", "str", "laan", "straat", "singel", "kade", "gracht"})
_ADDRESSED = re.compile(r"(?:\b(?:aan|op)\s(?:de|het|'t)|\baan|\b(?:woon)?adres(?:\sis)?:?|\bwoont\s\w+|\bwonen\s\w+|\bwoonachtig\s\w+)\s*\Z", re.IGNORECASE)


def _registered(line: Line, streets: Mapping[str, list[tuple[str, ...]]], places: frozenset[str]) -> Iterator[Match]:
    # Streets of people in the register, whatever their name looks like: "Turfschipper 18".
    words = line.words
    for index, word in enumerate(words[:-1]):
        if word.low in streets and words[index + 1].low.isdigit() and line.gap(index).strip(" \n") in {"", ",", "nr", "nr.", ":"}:
            for parts in streets[word.low]:
                if tuple(one.low for one in words[max(0, index + 1 - len(parts)) : index + 1]) == parts:
                    end = words[index + 1].end
                    addition = re.match(r"[ -]?(?:[a-zA-Z]|hs|bis)(?!\w)", line.text[end : end + 5])
                    if squeeze("".join(parts) + words[index + 1].low + (addition[0] if addition else "")) not in places:
                        yield _match(line, word.end, end + (addition.end() if addition else 0), words[index + 1 - len(parts)].start)
                    break


def _match(line: Line, start: int, end: int, name: int) -> Match:
    return Match("adres", start, end, "", "huisnummer van een adres dat niet van de school of een vermelde instantie is", _remedy(line.seen[name:end]))


def _remedy(address: str) -> str:
    plain = " ".join(address.split()).replace('"', "'")
    return f'site.yaml, onder contacts: - {{name: …, addresses: ["{plain}"]}}'
