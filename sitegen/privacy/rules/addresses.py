"""House numbers and postcodes of private addresses; a street without a number may stay (FORMATS §6)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sitegen.fold import squeeze
from sitegen.late import late
from sitegen.privacy.finding import Match
from sitegen.privacy.rules.columns import headed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Cell, Line
    from sitegen.privacy.people import People
    from sitegen.school import School

_POSTCODE = late(r"(?<![\w€.,-])([1-9]\d{3})[ \n_-]{0,2}([A-Z]{2})(?![\w])|(?<![\w€.,-])([1-9]\d{3})([a-z]{2})(?![\w])|(?<![\w€.,-])([1-9]\d{3})[ \n_-]{1,2}([a-z]{2})(?![\w])")
_SMALL = frozenset("is en of in op te ga af al er ze je ik he ha de om na bij tot als aan uit zo ja we nu km cm mm kg ml mb gb jr nr km st".split())
_NOT_LETTERS = frozenset({"SA", "SD", "SS"})
_STRONG = "straat|straatje|laan|laantje|weg|wegje|plein|pleintje|dijk|dijkje|kade|kaai|gracht|singel|steeg|steegje|pad|paadje|dreef|plantsoen|brink|allee|boulevard|wetering|meent|gaarde|hoeve|str"
# Endings that surnames and towns have too: a street only where an address is meant.
_WEAK = (
    "hof|hofje|park|markt|wal|wijk|baan|ring|burcht|akker|akkers|weide|kamp|es|esch|heide|veld|velden|bosch|bos|oord|horst|zijde|vaart|sluis|brug|kolk|"
    "dam|haven|poort|mient|gaard|erf|stee|stede|tuin|tuinen|ven|vliet|diep|kanaal|zoom|rand|rak|eind|einde|hoek|donk|loo|lo|berg|heuvel|terp|wierde|ln|wg|pln|molen|schans|werf|ooi|hout|meer|zicht|rode|wiek|kwartier"
)
_ENDINGS = f"{_STRONG}|{_WEAK}"
_NUMBER = r"(?:[1-9]\d{0,4})(?:[ ]?[-/]?[ ]?(?:[a-tvwyzA-WYZ]|hs|bis|huis|zwart|rood|[IVX]{1,4})(?![\w'/])|[ ]?[-/][ ]?[0-9]{1,3}(?![\w]))?(?:[ ]?[-/+][ ]?\d{1,3}(?:[a-z])?(?![\w:.,]\d))?(?:[ ](?:en|of)[ ]\d{1,4}[a-z]?(?=\s*(?:[.,;:!?)]|[\x1e\x1f\n]|\Z))|[ ]?(?:t/m|tot[ ]en[ ]met)[ ]?\d{1,4}[a-z]?(?!\w))?"
# What is counted is no house number: "Kerkstraat 3 punten".
_UNITS = "uur|km|meter|m|euro|kinderen|leerlingen|keer|x|jaar|minuten|punten|punt|bomen|huizen|kramen|rondjes|rondes|stappen|opdrachten|vragen|groepen|dagen|weken|maal|deelnemers|prijzen|bewoners|gezinnen|plekken|haltes|doelpunten|nieuwe|foto's|boeken|stuks|personen|mensen|ouders|teams|kilometers?|centimeter|cm|hectare|liter|kilo|kg|ton|procent|graden|seconden|uren|nachten|eenden|eendjes|ganzen|zwanen|vogels|kikkers|padden|egels|bijen|schapen|koeien|paarden|honden|katten|kippen|"
_UNITS += "fietsen|fietsers|auto's|wandelaars|lopers|kraampjes|tafels|stoelen|banken|bankjes|lantaarns|lichtjes|lampjes|lampionnen|vuurkorven|zakken|blikjes|flessen|tegels|plantjes|bloembollen|planten|stenen|treden|woningen|winkels|bussen|bedrijven|jongens|meisjes|kleuters|peuters|"
_UNITS += "juffen|meesters|vrijwilligers|spelers|ploegen|groepjes|klassen|schilderijen|tekeningen|borden|verkeersborden|ballen|ballonnen|vlaggen|vlaggetjes|bekers|medailles|euro's|ronden|oversteekplaatsen|drempels|paaltjes|hekken|nestkastjes|insectenhotels|speeltoestellen"
# "Kanaal O.Z. 15", "Zuideinde Noord 3".
_SIDE = r"[ ](?:[NOWZnowz]\.?[ ]?[Zz]\.?|Noord|Zuid|Oost|West|(?:noord|zuid|oost|west)(?:zijde|kant))(?![\w])"
_STREET = late(
    rf"(?<![\w])(?P<name>(?:[A-Z][\w'.-]*[ ]|'t[ ]|(?:van|de|den|der|het|ten|ter|op|aan|in)[ ]){{0,4}}[A-Z']?[\w'-]*(?i:{_ENDINGS}))(?:\.|(?P<side>{_SIDE}))?(?P<gap>[ \n]*(?:,|nr\.?|nummer|no\.?|huisnummer|:)?[ \n]*)(?P<number>{_NUMBER})(?![\w%€]|[.:,]\d|[ ]?(?:(?:{_UNITS})\b|t/m|en \d)|[ ]?[xX]\b)",
)
_BOX = late(r"\b(?P<name>postbus|antwoordnummer|antw\.? ?nr\.?|p\.? ?o\.? ?box|p\. ?b\.)(?: ?nr\.?| ?nummer)?[ \n:]*(?P<number>\d{1,5})\b", re.IGNORECASE)
_NAMES = r"(?:\d{1,2}(?:e|de)[ ])?(?:(?:de|het|'t|van|der|den|op|aan|achter)[ ])*[A-Z][\w'-]+\.?(?:[ ](?:(?:de|het|'t|van|der|den|naar|aan|op|in)[ ])*[A-Z][\w'-]+){0,3}"
_GAP = r"(?:,?[ \n]+(?:nr\.?[ ]?|(?:huis)?nummer[ ])?)"
_HOUSE = rf"(?P<number>(?!(?:19|20)\d\d(?!\d))[1-9]\d{{0,3}}(?:[ -]?[a-zA-Z](?!\w)|[ ](?:hs|bis)\b)?)(?<!\de(?= [a-z]))(?![\w%€]|[.:,]\d|[ ]?(?:{_UNITS})\b)"
# Whatever the street is called, where somebody lives, or where something must be brought.
_JOINT = r"(?:\b(?:op|aan|naar|is|in|bij|te|wordt|luidt)[ ]|[:,(=-][ ]?|[\x1e\x1f\n]+)"
_LIVES = late(
    rf"(?P<cue>(?i:\b(?:\w*adres|woont?|wonen|woonachtig|wonend|verhuis\w*|verhuizen|inleveren|ophalen|afgeven|afhalen|bezorgen|kaart\w*|post|pakjes?|brief|brieven|cadeau\w*|langs|stuur|sturen|breng|brengen)\b[^.\x1e]{{0,40}}?{_JOINT}|\bthuis(?:[,:(][ ]?|[ ](?:op|aan)[ ]))|\b[Bb]ij[ ])"
    rf"(?<![\w'-])(?P<name>{_NAMES}){_GAP}{_HOUSE}"
)
# Where something is brought, fetched or celebrated at somebody's house.
_ERRAND = late(r"inlever|ingelever|ophal|opgehaald|afgev|afgegeven|afhal|afgehaald|bezorg|verzamel|feest|loger|opgev|aanmeld|gebracht|brengen|thuis|wonen|woont|adres|kaart|cadeau|\bhaal|\bopa|\boma|\bfam")
# "Laan van de Vrijheid 1001", "Weg naar Laren 10".
_OF = late(rf"\b(?P<name>(?:Laan|Weg|Plein|Straat|Pad|Hof|Kade|Singel|Dreef|Erf|Steeg|Dijk)[ ](?:van|naar|der|des|tot|achter)[ ](?:(?:de|het|'t|den)[ ])?[A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)?){_GAP}{_HOUSE}")
_TOWNED = late(rf"(?<![\w'-])(?P<name>{_NAMES}){_GAP}{_HOUSE}(?:,|[ ]+te|[ ]*[\n\x1f(-]|[ ]+-)[ ]*(?P<town>[A-Z][\w'-]+)")
# "nummer 12 in de Prins Bernhardlaan": number and joint go, the street may stay.
_FIRST = late(rf"\b(?P<cut>(?:(?:huis)?nummer|nr\.?)[ ](?P<number>[1-9]\d{{0,3}}[a-zA-Z]?)(?:,[ ]|[ ](?:in|aan|op|van)[ ]))(?P<name>(?:de[ ]|het[ ]|'t[ ])?(?:[A-Z][\w'.-]*[ ]|(?:van|der|den)[ ]){{0,4}}[A-Z'][\w'-]*(?:{_ENDINGS})\b)|(?<=[ :])(?P<cut2>(?P<number2>[1-9]\d{{0,3}}[a-z]?),[ ])(?P<name2>(?:[A-Z][\w'.-]*[ ]){{0,3}}[A-Z'][\w'-]*(?:{_STRONG})\b)")
_LONE_NUMBER = late(r"\b(?P<name>huisnummer)[ :]+(?P<number>[1-9]\d{0,3}[a-zA-Z]?)\b(?![ ]?[A-Z]{2}\b)|\b(?:woont|wonen|woon)\b[^.\x1e]{0,30}?[ ](?P<name2>op nummer|op nr\.?)[ ](?P<number2>[1-9]\d{0,3}[a-zA-Z]?)(?!\w|[ ](?:in|aan|op|van)[ ])")
# Right before a postcode: a house number, whatever the street looks like ("1e Wijk 41, 9999 XT").
_CODED = late(rf"(?<![\w€])(?P<name>[^\W\d_][\w'.-]*)[ ,]*(?:[ ]nr\.?|[ ](?:huis)?nummer)?[ \n\x1f]*(?<![\d.,-])(?P<number>{_NUMBER})[ \n\x1e\x1f]*[,;(-]?[ \n\x1e\x1f]*(?:[Pp]ostcode:?[ ]*)?\Z")
# Behind postcode and town: "9998 KX Lindewold, Boslust 3".
_BEHIND = late(rf"[ ,]*(?:[A-Z][\w'-]+[ ]?){{1,3}}[,\n:][ ]*(?P<name>{_NAMES}){_GAP}{_HOUSE}")
# Behind a postcode without a street: "9998 KX 3".
_ALONE = late(rf"[ ,]{{1,2}}(?:(?:huis)?(?:nummer|nr\.?)[ :]*)?(?P<number>{_NUMBER})(?=\s*(?:[.,;)\x1e\x1f\n]|\Z))")
# In the address of a page: "molenlaan-17-9999-xt". A postcode alone can't be told there from a year and a small word.
_SLUGGED = late(r"(?<=[a-z][-_ ])(?P<number>[1-9]\d{0,3}[a-z]?)[-_ ]+(?P<code>(?!19|20)[1-9]\d{3}[-_ ]?(?P<letters>[a-z]{2}))(?!\w)")
# Words that are counted, and no streets: "Groep 3", "Zaal 4", "Mei 12".
_COUNTED = frozenset("""groep groepen klas unit lokaal zaal hal kamer etage verdieping poort bus lijn spoor perron halte deel les hoofdstuk week weken dag ronde team veld baan tafel kraam post
    station knooppunt kamp stap vraag opdracht som bladzijde blz pagina nummer nr no code versie fase niveau blok periode leerjaar cluster plek plaats rij vak regel artikel punt thema
    januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag telefoon tel iban bsn postbus antwoordnummer
    top route fietsroute vlucht formule channel radio nederland npo mavo havo cito avi kern editie jaargang aflevering seizoen sinterklaas kerst pasen minimaal maximaal totaal ongeveer
    score stand eindstand uitslag leeftijd aantal windkracht categorie poule fietsknooppunt gate terminal podium tent bijlage psalm gezang lied chrome windows android level""".split())


@lru_cache(maxsize=8)
def _own(addresses: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    # Squeezed street + number ("lindelaan1", "postbus12"), and squeezed postcodes, of what site.yaml lists.
    places, codes = set(), set()
    for address in addresses:
        for code in re.findall(r"\b[1-9]\d{3}\s?[A-Za-z]{2}\b", address):
            codes.add(squeeze(code))
        street = re.split(r",|\b[1-9]\d{3}\s?[A-Za-z]{2}\b", address)[0]
        places.add(squeeze(street))
        number = re.search(r"\d+\s?-?\w*\s*\Z", street)
        if number:
            places.update(code + squeeze(number[0]) for code in map(squeeze, re.findall(r"\b[1-9]\d{3}\s?[A-Za-z]{2}\b", address)))
    return frozenset(places - {""}), frozenset(codes)


class House(NamedTuple):
    """A house number in a text: [start, end) goes, the address begins at `name`; `place` is its canonical form."""

    name: int
    start: int
    end: int
    place: str


def addresses(people: People, school: School) -> Finder:
    """Street with house number, post box and postcode, unless the school or a listed body has that address."""
    listed = tuple(address for body in (school.own, *school.contacts) for address in body.addresses)
    if school.street:
        listed += (f"{school.street}, {school.postcode}",)
    places, codes = _own(listed)
    towns = frozenset({school.town, *(address.rsplit(" ", 1)[-1] for address in listed)} - {""})

    def find(line: Line) -> Iterator[Match]:
        if not line.numbers:
            return
        numbers: list[tuple[int, int]] = []
        postcodes = [found for start in _codes(line) if (found := _POSTCODE.match(line.text, start)) and not _measure(line.text, found)]
        for house in _houses(line, people.streets, towns, postcodes):
            if _listed(house.place, places):
                continue
            numbers.append((house.start, house.end))
            yield _match(line, house)
        if line.kind == "slug":
            for found in _SLUGGED.finditer(line.low):
                if found["letters"] not in _SMALL and squeeze(found["code"]) not in codes:
                    yield Match("adres", found.start("number"), found.end(), "", "huisnummer en postcode van een adres dat niet van de school of een vermelde instantie is", _remedy(found["code"]))
        for found in postcodes:
            if _private(line.text, found, codes, numbers):
                yield Match("adres", found.start(), found.end(), "", "postcode van een adres dat niet van de school of een vermelde instantie is", _remedy(line.seen[found.start() : found.end()]))

    return find


def _listed(place: str, places: frozenset[str]) -> bool:
    # "Lindelaan 1", "de Lindelaan 1", and of "Lindelaan 1 en 3" both.
    several = re.fullmatch(r"(.*?[^\W\d])(\d+[a-z]?)(?:en|of|tm)(\d+[a-z]?)", place)
    if several:
        return all(_listed(several[1] + number, places) for number in (several[2], several[3]))
    return place.endswith(tuple(places)) if places else False


def _private(text: str, found: re.Match[str], codes: frozenset[str], numbers: list[tuple[int, int]]) -> bool:
    letters = found[2] or found[4] or found[6]
    if letters.upper() in _NOT_LETTERS:
        return False
    close = any(0 <= found.start() - end < 6 and not text[end : found.start()].strip(" ,(;-\n\x1e\x1f") for _, end in numbers)
    if close:
        return True
    if squeeze(found[0]) in codes:
        return False
    # In small letters only where a postcode is due: behind a comma, in a cell or a line of its own.
    return not (found[4] or found[6]) or bool(re.search(r"[,\n\x1f\x1e]\s*\Z|postcode[: ]*\Z", text[max(0, found.start() - 12) : found.start()])) and not (found[6] and letters in _SMALL)


def _houses(line: Line, streets: Mapping[str, list[tuple[str, ...]]], towns: frozenset[str], postcodes: list[re.Match[str]]) -> Iterator[House]:
    text = line.text
    for found in _streets(line):
        if _is_street(found, text):
            yield _house(found, text)
    yield from _named(line, towns)
    if any(_number_word(line.low, start) for start, _ in line.numbers):
        for found in _BOX.finditer(text):
            yield House(found.start(), found.start(), found.end(), _place(found))
        for found in _LONE_NUMBER.finditer(text):
            number = "" if found["name"] else "2"
            yield House(found.start(), found.start(f"name{number}"), found.end(f"number{number}"), squeeze(found[f"number{number}"]))
    for near in _BEFORE_STREET.finditer(text) if _before_street(line) else ():
        for found in _FIRST.finditer(text, near.start(), near.end() + 60):
            number = "" if found["cut"] else "2"
            yield House(found.start(), found.start(f"cut{number}"), found.end(f"cut{number}"), squeeze(_ARTICLE.sub("", found[f"name{number}"]) + found[f"number{number}"]))
    for code in postcodes:
        # "geboren op 20 november 2026 om 4.12 uur": a year and a small word.
        if not (code[6] and code[6] in _SMALL):
            yield from _around(text, code)
    if streets:
        yield from _registered(line, streets)
    for cell in headed(line, _STREET_HEAD):
        lasts = re.search(rf"[A-Za-z'.] ?(?P<number>{_NUMBER})\s*\Z", text[cell.start : cell.end])
        if lasts:
            yield House(cell.start, cell.start + lasts.start("number"), cell.start + lasts.end("number"), squeeze(text[cell.start : cell.end]))
    for cell in headed(line, _NUMBER_HEAD, _STREET_HEAD):
        if _ANY_DIGIT.search(text, cell.start, cell.end):
            yield House(cell.start, cell.start, cell.end, _row_place(line, cell))


# Cheap looks at a page, before the long ones: where a name with a number stands, a postcode, a word for numbers.
_NAME_BEFORE = late(r"[A-Z][\w'-]*\.?,?[ \n]+(?:nr\.?[ ]?|(?:huis)?nummer[ ])?\Z")
_BEFORE_HOUSE = frozenset(" \n.r")
_HOUSE_DIGITS = 4
_CODEISH = late(r"[ \n_-]{0,2}(?:[A-Z]{2}|[a-z]{2})(?![\w])")
_CODE_DIGITS = 4
_WORDS_BEFORE = ("ummer ", "Nr ", "nr ", "Nr. ", "nr. ")
_COMMA_BEHIND = late(r"[a-z]?, [A-Z']")
# What all that is called a number or a box ends in.
_NUMBER_WORDS = ("nummer", "nr", "postbus", "box", "b")
_FAR = 40
_BEFORE_STREET = late(r"(?:[Nn]ummer|[Nn]r\.?) [1-9]\d{0,3}|[1-9]\d{0,3}[a-z]?, (?=[A-Z'])")


def _names(line: Line) -> Iterator[tuple[int, int]]:
    # Names with a number right behind them, of four digits at most: where the name begins, and the number ends.
    text = line.text
    for start, end in line.numbers:
        if end - start <= _HOUSE_DIGITS and text[start] in _FIRST_DIGIT and text[start - 1 : start] in _BEFORE_HOUSE:
            left = text.rfind(" ", 0, max(0, start - _FAR)) + 1
            found = _NAME_BEFORE.search(text, 0 if text[left:start].isspace() else left, start)
            if found:
                yield found.start(), end


def _number_word(low: str, start: int) -> bool:
    before = low[max(0, start - _FAR) : start].rstrip(" \n:.")
    return before.endswith(_NUMBER_WORDS) or not before and start >= _FAR


def _codes(line: Line) -> Iterator[int]:
    # Where four digits have two letters behind them.
    for start, end in line.numbers:
        if end - start >= _CODE_DIGITS and line.text[end - _CODE_DIGITS] in _FIRST_DIGIT and _CODEISH.match(line.text, end):
            yield end - _CODE_DIGITS


def _before_street(line: Line) -> bool:
    # Whether a number has a comma and a capital behind it, or the word before it: the long look finds nothing else.
    return any(line.text[max(0, start - 6) : start].endswith(_WORDS_BEFORE) or _COMMA_BEHIND.match(line.text, end) for start, end in line.numbers)


def _named(line: Line, towns: frozenset[str]) -> Iterator[House]:
    # A name with a number, where it is said that somebody lives there, or a town follows.
    text = line.text
    done = 0
    for begin, end in _names(line):
        if re.split(r"[ \n,.]", text[begin:end], maxsplit=1)[0].lower() in _COUNTED:
            continue
        left, right = max(done, begin - 110), end + 40
        for pattern in (_LIVES, _OF, _TOWNED):
            for found in pattern.finditer(text, left, right):
                if pattern is _OF or _addressed(found, line, towns):
                    done = max(done, found.end("number"))
                    yield _house(found, text)


def _addressed(found: re.Match[str], line: Line, towns: frozenset[str]) -> bool:
    if not _countable(found):
        return False
    if "town" in found.groupdict():
        return found["town"] in towns
    beside = len(found["cue"]) == 4
    return bool(_GOES_ON.match(line.text, found.end("number"))) and (not beside or bool(_ERRAND.search(line.low, *line.sentence(*found.span()))))


_STREET_HEAD = late(r"\s*(?:woon|huis|thuis|post|bezoek)?(?:adres(?:sen)?|straat(?:naam)?|postcode)\b")
_NUMBER_HEAD = late(r"\s*(?:huis(?:nummer|nr\.?)|nr\.?|nummer|toevoeging|huisnr\.?\s*toev\.?)\s*\Z")
_GOES_ON = late(r"\s*(?:[.,;:!?)(\x1e\x1f\n-]|\Z|(?:of|en|om|in|te|op|tot|vanaf|tussen|voor|na|worden|wordt|woont|wonen|klaar|waar|en|dan|kan|kunnen|mag|mogen|moet|moeten|is|zijn|gebracht|ingeleverd|afgegeven|thuis)\b)")
_ARTICLE = late(r"\A(?:de|het|'t) ")


def _row_place(line: Line, cell: Cell) -> str:
    # Street and number in cells of their own, side by side.
    return squeeze("".join(line.text[one.start : one.end] for one in line.cells if (one.table, one.row) == (cell.table, cell.row) and one.column in {cell.column - 1, cell.column}))


def _countable(found: re.Match[str]) -> bool:
    return not any(word.strip(".").lower() in _COUNTED for word in found["name"].split())


def _around(text: str, code: re.Match[str]) -> Iterator[House]:
    # The house number right before a postcode, and the street behind its town.
    left = max(0, code.start() - 60)
    before = _CODED.search(text[left : code.start()])
    if before and before["name"].lower() not in _COUNTED:
        yield House(left + before.start("name"), left + before.start("number"), left + before.end("number"), squeeze(text[max(0, left + before.start("name") - 25) : left + before.end("number")]))
    alone = _ALONE.match(text, code.end())
    if alone:
        yield House(code.start(), alone.start("number"), alone.end("number"), squeeze(code[0] + alone["number"]))
    behind = _BEHIND.match(text, code.end())
    if behind and _countable(behind):
        yield _house(behind, text)


def _house(found: re.Match[str], text: str) -> House:
    start = found.end("name") + (text[found.end("name") : found.end("name") + 1] == ".")
    return House(found.start("name"), start, found.end("number"), _place(found))


_MEASURES = frozenset("KB MB GB TB KM CM MM KG ML CL DL IS EN OF IN OP TE GA MAG AF AL ER UW WE ZE JE IK HE HA DE EU PK".split())


def _measure(text: str, found: re.Match[str]) -> bool:
    # "1200 MB", "In 2026 IS alles anders": letters that are a unit or a word, and no town behind them or street before.
    if (found[2] or found[4] or found[6]).upper() not in _MEASURES:
        return False
    town = re.match(r"[ \n,]*[A-Z][a-z']", text[found.end() : found.end() + 6])
    street = re.search(r"(?:\d[a-zA-Z]?\s*[,\n\x1e\x1f]\s*|[Pp]ostcode(?:\s+is)?[: ]*)\Z", text[max(0, found.start() - 16) : found.start()])
    return not town and not street


# A number behind a word: only where the word ends as streets do, the long look is worth it.
_ANY_DIGIT = late(r"\d")
_FIRST_DIGIT = frozenset("123456789")
_BEFORE_NUMBER = frozenset(" \n,:.abcdefghijklmnopqrstuvwxyz")
_SIDE_ENDS = ("z", "noord", "zuid", "oost", "west", "zijde", "kant")
_SIDES = late(r" (?:[nowz]\.? ?z|(?:noord|zuid|oost|west)(?:zijde|kant)?)\Z")
_TAILS = tuple(_ENDINGS.split("|"))
_TAIL_ENDS = frozenset(tail[-2:] for tail in _TAILS)
_LABELS = ("nummer", "nr", "no")


def _streets(line: Line) -> Iterator[re.Match[str]]:
    text, low = line.text, line.low
    done = 0
    for start, end in line.numbers:
        if start < done or text[start] not in _FIRST_DIGIT or text[start - 1 : start] not in _BEFORE_NUMBER:
            continue
        before = low[max(0, start - 34) : start].rstrip(" \n,:.")
        if before.endswith(_SIDE_ENDS):
            before = _SIDES.sub("", before)
        if before[-2:] not in _TAIL_ENDS and not before.endswith(_LABELS):
            continue
        if before.removesuffix("huisnummer").removesuffix("nummer").removesuffix("nr").removesuffix("no").rstrip(" \n,:.").endswith(_TAILS):
            for found in _STREET.finditer(text, max(done, start - 70), min(end, start + 5) + 24):
                done = found.end()
                yield found


def _place(found: re.Match[str]) -> str:
    return squeeze(found["name"] + found["number"])


# "…, Brinklaan), 9/12 studiedag", "Kom naar de Brinklaan, 9 december is er feest": what stands behind the comma is a day.
_A_DAY = late(r"\d{1,2}(?:[/-]\d{1,2}(?!\d)|[ ](?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))")


def _is_street(found: re.Match[str], text: str) -> bool:
    if "," in found["gap"] and _A_DAY.match(text, found.start("number")):
        return False
    words = found["name"].split()
    last = words[-1]
    low = last.lower()
    before = text[max(0, found.start("name") - 25) : found.start("name")]
    if re.search(r"\b(?:tegen|[Tt]eam)\s\Z", before) or words[0] == "Team":
        return False
    if found["side"] or (low in _BARE and text[found.start() - 1 : found.start()] == "(" and text[found.end() : found.end() + 1] == ")"):
        return last[0].isupper()
    if len(words) == 1 and re.search(r"\b\d{1,2}(?:e|de|ste) \Z", text[max(0, found.start("name") - 6) : found.start("name")]):
        return last[0].isupper()  # "1e Wijk 41"
    if re.search(rf"(?:{_STRONG})\Z", low) and not (len(words) == 1 and low in _BARE):
        return last[0].isupper() or last[0] == "'" or len(low) > 6
    if not last[0].isupper():
        return False
    behind = text[found.end("number") : found.end("number") + 14]
    if low in _TAILS:  # "Park 4", "Horst 2": words of their own, and no more
        return bool(re.match(r",?\s*[1-9]\d{3}\s?[A-Z]{2}\b", behind) or _addressed_as(found, text))
    if re.match(r",\s+[A-Z][^,.;\n\x1e]{2,24} \d{1,2}(?:[,.;\n\x1e]|\Z)", text[found.end("number") : found.end("number") + 36]):
        return _addressed_as(found, text)  # "Ties Hoekzema 5, Karim El Bakkali 4": scores
    return bool(re.match(r"[a-z]?,?\s*(?:[1-9]\d{3}\s?[A-Z]{2}\b|(?:te|in) [A-Z])|\s?,\s+[A-Z][a-z]", behind) or _addressed_as(found, text))


def _addressed_as(found: re.Match[str], text: str) -> bool:
    # What stands before the name says that it is an address; "aan de" may have been taken for a part of the name.
    start = found.start("name")
    if _ADDRESSED.search(text[max(0, start - 25) : start]):
        return True
    leads = _LEADS.match(found["name"])
    return bool(leads and _GOES_ON.match(text, found.end("number")) and _ADDRESSED.search(leads[0]))


_BARE = frozenset({"plein", "weg", "pad", "dijk", "brink", "str", "laan", "straat", "singel", "kade", "gracht"})
_LEADS = re.compile(r"(?:aan|op) (?:(?:de|het|'t) )?", re.IGNORECASE)
_ADDRESSED = late(r"(?:adres\b[^.!?\x1e]{0,20}[ :-]|\b(?:aan|op)\s(?:de|het|'t)|\baan|\b(?:woon)?adres(?:\sis)?:?|\bwoont\s\w+|\bwonen\s\w+|\bwoonachtig\s\w+)\s*\Z", re.IGNORECASE)


_COUNTED_BEHIND = late(rf"[ ](?:{_UNITS})\b")
_ADDITION = late(r"[ -]?(?:[a-zA-Z]|hs|bis)(?![\w/])|[ ]?[-/][ ]?\d{1,3}(?!\d)|[ ]?(?:t/m|tot[ ]en[ ]met|en|of|-)[ ]?\d{1,4}[a-z]?(?!\w|[ ](?:uur|jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))")
# Three signs at most, whatever they are: "Wilgenpad ~5".
_NEAR_HOUSE = late(r"[^\x1e\x1f]{0,3}|[ \n]*[,:]?[ \n]*")


def _registered(line: Line, streets: Mapping[str, list[tuple[str, ...]]]) -> Iterator[House]:
    # Streets of people in the register, whatever their name looks like: "Turfschipper 18".
    words = line.words
    for index in line.places(streets.keys() & line.vocabulary):
        word, number = words[index], _number_behind(line, index)
        if number < 0:
            continue
        for parts in streets[word.low]:
            if tuple(one.low for one in words[max(0, index + 1 - len(parts)) : index + 1]) == parts:
                end = words[number].end
                if _COUNTED_BEHIND.match(line.text, end):
                    break  # "Op het Wilgenpad 30 eenden"
                addition = _ADDITION.match(line.text, end)
                place = squeeze("".join(parts) + words[number].low + (addition[0] if addition else ""))
                yield House(words[index + 1 - len(parts)].start, word.end, addition.end() if addition else end, place)
                break


# "aan het Oosterdiep, op 88."
_ON = late(r",? op (?:nr\.? |nummer )?(?P<number>\d{1,4})(?=[a-z]?\s*(?:[.,;:!?)](?!\d)|[\x1e\x1f\n]|\Z))")


def _number_behind(line: Line, index: int) -> int:
    # The word of a house number right behind word `index`; -1 when none is there.
    words = line.words
    if index + 1 == len(words):
        return -1
    behind = words[index + 1]
    if behind.low.isdecimal() and _NEAR_HOUSE.fullmatch(line.gap(index)):
        return -1 if _A_DAY.match(line.text, behind.start) and not {",", ")"}.isdisjoint(line.gap(index)) else index + 1
    found = _ON.match(line.text, words[index].end) if behind.low == "op" else None
    return line.word_at(found.start("number")) if found else -1


def _match(line: Line, house: House) -> Match:
    return Match("adres", house.start, house.end, "", "huisnummer van een adres dat niet van de school of een vermelde instantie is", _remedy(line.seen[house.name : house.end]))


def _remedy(address: str) -> str:
    plain = " ".join(address.split()).replace('"', "'")
    return f'site.yaml, onder contacts: - {{name: …, addresses: ["{plain}"]}}'
