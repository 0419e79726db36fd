"""What the words around a name say: a child, an adult in a role, or a body, shop or street."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.late import late
from sitegen.privacy.lexicon import cues, roles
from sitegen.privacy.lexicon.particles import PARTICLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.privacy.passage import Line

# Behind these a full stop ends no sentence.
ABBREVIATIONS = frozenset("fam mevr mw dhr hr dr drs ir ing mr prof ds gr nr tel st zr br jl jr sr bijv evt ca o a m i".split())
_STOP = late(r"[\x1e\x1f;]|(?<![A-Z])[.!?](?=\s|$)")
_BREAK = late(r"[\x1e\x1f]")
_GROUP_AFTER = late(
    r"""[\s"']*[,(\[–-]*\s*(?:(?:nu|die|toen|zit|uit|van|in|onze|de|het|eveneens|ook|allebei|beiden?)\s+)*
    (?:(?:groep|gr\.?|klas|unit|leerjaar|jaargroep|brugklas|onderbouw|middenbouw|bovenbouw)\s*(?:1[0-2]|[1-9](?:[a-d]\b)?|/|\s|en|,|$)|
      groep\s+(?:een|twee|drie|vier|vijf|zes|zeven|acht)\b|(?:kleuters?|peuters?|peutergroep|kleutergroep)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
# "Sjoerd Wapstra uit zijn klas"; "Dirk Haan (De Bron)": a school.
_OWN_CLASS_AFTER = late(r"\s+uit\s+(?:zijn|haar|onze|mijn|hun|de|dezelfde)\s+(?:klas|groep)\b")
_IN_BRACKETS_AFTER = late(r"\s*\((?:[Dd]e|[Hh]et|'t)\s+[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?\)")
_AGE_AFTER = late(r"""[\s"']*[,(\[–-]*\s*(?:(?:is|wordt|werd|van|nu|net|al|pas|bijna|en|ik|ben)\s+)*(1[0-4]|[1-9])(?:[\s-]*(?:jaar|jr\.?|jarige?|maanden|weken)\b|\s*[)\]])|\s+en\s+(?:ik\s+)?ben\s+(?:vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b""", re.IGNORECASE)
_CODE_AFTER = late(r"\s*[(\[](?:gr\.?\s*)?[1-8](?:[a-d]|\s*/\s*[1-8])?[)\]]", re.IGNORECASE)
# "Sylvana Lont en Quinten Bruggeman uit groep 7"
_WITH_AFTER = late(r"(?: en | & |, )[A-Z][\w'-]+(?: (?:(?:van|de|der|den|ten|ter|el|al|'t) ){0,2}[A-Z][\w'-]+)? (?:uit|van) groep [1-8]\b")
_BORN_AFTER = late(r"[\s\"']*[,(\[]*\s*(?:geboren|geb\.|\*)", re.IGNORECASE)
_OWN_AFTER = late(r"\s*[,(]\s*(?:(?:het|de|een|haar|zijn|ons|onze|grote|kleine)\s+)*(?:broer(?:tje)?|zus(?:je)?|zoon(?:tje)?|dochter(?:tje)?|tweeling|leerlinge?|oud-leerlinge?|kleuter|peuter|klasgeno|nichtje|neefje|winna|kampioen)", re.IGNORECASE)
_SCHOOL_AFTER = late(r"\s*[,(\[–-]*\s*(?:(?:van|uit|op)\s+)?(?:de\s+)?(?:basisschool|obs|cbs|pcbs|rkbs|kbs|ods|ikc|school|daltonschool|montessorischool|jenaplanschool|[A-Z]?[a-z]+school)\b")
_AGE_BEFORE = late(r"(?:\b(?:1[0-4]|[1-9])[\s-]*jarige?|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)jarige|groep\s*[1-8](?:[\s-]*(?:leerlinge?|er|'er))|groepachter|achtstegroeper)\s*\Z", re.IGNORECASE)
# Behind the colon of a label: no end of a sentence, and no other colon.
_LISTING = late(r":(?:[^.!?:]|(?<=\d)\.|(?<=\b\w)\.){0,400}\Z")
_PARTS = late(r"[\x1e\x1f.!?;]")
_LONGEST_LABEL = 60
# Before the colon: "De drie van groep 7".
_OF_GROUP = late(r"\b(?:van|uit|in) groep \d[\d/]*\s*\Z")
_AS_ROLE = late(r"\s+(?:[a-z]+\s+){0,4}als\s+(?:onze\s+|de\s+|nieuwe\s+|vaste\s+)*([a-z'-]+)")
# "De chauffeur is nog steeds Jan Bakker", "Onze conciërge heet Bart Boom".
_STILL = r"\s(?:is|was|wordt|werd|blijft|heet|heette)\s+(?:nog|steeds|altijd|nu|ook|weer|voortaan|natuurlijk|al|jaren|onze|\s)*\Z"
_AS = late(rf"\b(?:{'|'.join(sorted(roles.TITLES - {'sint', 'heer'}, key=len, reverse=True))})\s*{_STILL}")
# Cheap, and so asked first.
_IS = late(_STILL)
_ROW = late(r"\b([A-Za-z]+(?:s|en))[ :]+(?:[A-Z][\w'-]*(?: [A-Z]\.)?(?: (?:van|de|der|den|'t|te|ter|ten|el))*(?: [A-Z][\w'-]*)*(?:, | en |, en ))*\Z")
# What a plural, "en" and a comma end in; empty, where nothing but blanks stands before.
_BEFORE_ROW = frozenset({"s", "n", ",", ""})
_IS_ROLE = late(r"\s+(?:is|was|wordt|werd|werkt|blijft)\s+(?:(?:al|sinds|per|met|ingang|nu|ook|jarenlang|onze|de|het|een|nieuwe|als|ons|vaste|tot|van|vanaf|jaren?|lang|\d+|[a-z]+\s+jaar)\s+){0,6}([a-z'-]+)")


def before(line: Line, index: int, limit: int = 4) -> list[str]:
    """Up to `limit` words before word `index` in its own sentence, nearest first."""
    found: list[str] = []
    words = line.words
    while index > 0 and len(found) < limit:
        gap = line.gap(index - 1)
        index -= 1
        if _STOP.search(gap) and not (gap[0] == "." and words[index].low in ABBREVIATIONS and not _BREAK.search(gap)):
            break
        found.append(words[index].low)
    return found


def after(line: Line, index: int, limit: int = 4) -> list[str]:
    """Up to `limit` words from word `index` on in the same sentence."""
    found: list[str] = []
    words = line.words
    while index < len(words) and len(found) < limit and not (index and _STOP.search(line.gap(index - 1))):
        found.append(words[index].low)
        index += 1
    return found


def titled(line: Line, index: int) -> bool:
    """Whether a title or profession stands right before the name that begins at word `index`."""
    words = line.words
    if _IS.search(line.low, max(0, words[index].start - 60), words[index].start) and _AS.search(line.low, max(0, words[index].start - 60), words[index].start):
        return True
    if _plural_title(line, index):
        return True
    for step in range(1, 4):
        at = index - step
        if at < 0:
            return False
        gap = line.gap(at)
        if _BREAK.search(gap) or not re.fullmatch(r"[\s\"'(.,:/-]{0,4}", gap):
            return False
        low = words[at].low
        if "." in gap and gap.rstrip() != gap and len(low) > 4:
            return False  # a sentence ends here
        joined = f"{words[at - 1].low}{line.gap(at - 1)}{low}" if at and line.gap(at - 1) in {"-", "'"} else low
        if low in cues.CHILDS_TITLES or low in cues.PUPIL or ":" in gap and at and words[at - 1].low in {"jonge", "jongste", "kleine"}:
            return False
        # "Roos Wielemaker, Tim …" ends as a profession does.
        if low in roles.TITLES or joined in roles.TITLES or low.endswith(roles.TITLE_ENDINGS) and not ("," in gap and line.text[words[at].start].isupper()):
            if "\n" in gap and at and line.gap(at - 1).startswith(","):
                return False  # "Marijke Hofstee, directeur", and on the next line somebody else
            return not ("," in gap and step == 1 and low in {"bakker", "slager", "kok", "boer", "heks", "prins", "prinses", "ridder"})
        if low not in {"en", "onze", "nieuwe", "oud"} and not (len(low) <= 3 and "." in gap) and low not in PARTICLES:
            return False
    return False


def _plural_title(line: Line, index: int) -> bool:
    # "de scheidsrechters Bert Wolters en Janneke Klein": one title for all names in the row.
    start = line.words[index].start
    before = line.text[max(0, start - 90) : start]
    bare = before.rstrip(" :")
    if bare == before or bare[-1:] not in _BEFORE_ROW:
        return False
    found = _ROW.search(line.text, max(0, start - 90), start)
    if not found or singular(found[1].lower()) not in roles.TITLES:
        return False
    # "onze jonge redacteuren Philine …"
    return not line.low[: found.start()].endswith(("jonge ", "jongste ", "kleine "))


def singular(noun: str) -> str:
    """The title of which `noun` is the plural: "scheidsrechters" → scheidsrechter; empty when it is none."""
    for ending, letters in (("ssen", "s"), ("tten", "t"), ("gen", "g"), ("ren", "r"), ("en", ""), ("s", "")):
        if noun.endswith(ending) and noun[: -len(ending)] + letters in roles.TITLES:
            return noun[: -len(ending)] + letters
    return noun if noun in roles.TITLES and noun.endswith(("s", "en")) else ""


def in_street(line: Line, first: int, end: int, streets: Mapping[str, list[tuple[str, ...]]]) -> bool:
    """Whether words `first` to before `end` lie in the name of a street that the register knows: "De Lange Akkers"."""
    words = line.words
    for at in range(first, end):
        for street in streets.get(words[at].low, ()):
            begin = at - street.index(words[at].low)
            if begin >= 0 and tuple(word.low for word in words[begin : begin + len(street)]) == street and (
                len(street) > 1 or (at + 1 < len(words) and words[at + 1].low.isdigit()) or before(line, at, 1)[:1] in (["het"], ["de"], ["t"], ["aan"], ["op"])
            ):
                return True
    return False


_OTHER = late(r"\s*,\s*([A-Z][\w'-]+)(?:\s+(?:van|de|der|den|het|'t|te|ter|ten|el|al))*\s+[A-Z][\w'-]+\s*[(,]")
_COUNCILS = r"\b(?:leerlingenraad|leerlingraad|kinderraad|kindergemeenteraad|jeugdraad|jeugdgemeenteraad|kinderparlement|kinderbestuur|kinderredactie|jeugdredactie|kinderjury|groepsraad|klassenraad)\b"
_COUNCIL = late(_COUNCILS + r"[^.!?\x1e]{0,160}\Z")
_COUNCIL_NAMED = late(_COUNCILS)
_OFFICES = frozenset("voorzitter voorzitster secretaris penningmeester notulist notuliste woordvoerder woordvoerster lid leden redacteur redacteuren hoofdredacteur fotograaf vicevoorzitter".split())


def in_council(line: Line, position: int) -> bool:
    """Whether `position` stands behind the name of a council of children, in its sentence or as a heading: its chair is a child."""
    if _COUNCIL.search(line.low, max(0, position - 180), position):
        return True
    above = [bounds for bounds in line.headings if bounds[1] <= position]
    return bool(above) and bool(_COUNCIL_NAMED.search(line.low, *above[-1]))


def holds_office(line: Line, index: int) -> bool:
    """Whether the title before word `index` is an office in a council of children."""
    near = before(line, index, 1)
    return bool(near) and near[0] in _OFFICES and in_council(line, line.words[index].start)


_JOINED = late(r",|\ben\s+(?:hun|haar|zijn|juf|meester)\b")


def has_function(line: Line, index: int) -> bool:
    """Whether a function follows the name that ends before word `index`: ", wethouder", "(directeur)", "is onze conciërge"."""
    words = line.words
    if index > len(words) or index == 0:
        return False
    end = words[index - 1].end
    gap = line.text[end : end + 3]
    other = _OTHER.match(line.text, end)
    if other and other[1].lower() not in roles.FUNCTIONS:
        return False  # "Bas Oldenhof, Sarina Ramdin (voorzitter)": the function is of the next name
    if "(" in gap and _OF_SHOP.match(line.low, end):
        return True
    if re.match(r"\s*[,(\[/:–-]|\x1f", gap):
        rest = re.split(r"[.!?;)\x1e]", line.low[end + 1 : end + 70].lstrip("\x1f ,(-/:"))[0]
        # "Sofie Lanting, Elif en hun begeleidster": somebody else's.
        head = _JOINED.split(rest, maxsplit=1)[0]
        return any(word.strip("',()-") in roles.FUNCTIONS or any(part in roles.FUNCTIONS for part in word.split("-")) for word in head.split()[:6])
    told = _NEXT_SAYS.match(line.text, end)
    if told and not roles.FUNCTIONS.isdisjoint(told[1].split()):
        return True
    role = _IS_ROLE.match(line.text, end) or _AS_ROLE.match(line.text, end)
    return bool(role and role[1] in roles.FUNCTIONS)


# "Leesmoeder Olga …", "de klusopa's Freerk … en …": what a parent does for the school; a pleegmoeder does nothing but that.
_VOLUNTEER = late(r"(?!(?:pleeg|stief|groot|schoon|bonus|adoptie|over|bet|draag|peet)[mvo])[a-z]{3,}(?:moeder|vader|ouder|opa|oma)\Z")
_VOLUNTEERS = late(r"\b(?!(?:pleeg|stief|groot|schoon|bonus|adoptie|over|bet|peet)[mvo])[a-z]{3,}(?:moeders|vaders|ouders|opa's|oma's)\s+(?:[a-z' ]*[A-Z][\w'-]*(?:,\s+|\s+en\s+|\s+)){0,6}\Z")


def volunteer(low: str) -> bool:
    """Whether a word (lower case) says what a parent or grandparent does for the school: leesmoeder, klusopa."""
    return low.endswith(("er", "pa", "ma")) and bool(_VOLUNTEER.match(low))


def volunteers(line: Line, index: int) -> bool:
    """Whether the words before the name that begins at word `index` say what a parent or grandparent does for the school."""
    if not index:
        return False
    words = line.words
    if line.gap(index - 1) == " " and volunteer(words[index - 1].low):
        return True
    before = line.text[max(0, words[index].start - 90) : words[index].start]
    return ("ers " in before or "a's " in before) and bool(_VOLUNTEERS.search(before))


# "Otto Krol (boekhandel)": for whom he came.
_OF_SHOP = late(
    r"\s*\((?:(?:van|namens)\s+)?(?:(?:de|het)\s+)?(?:[\w'-]+\s+){0,2}?[\w'-]*(?:boekhandel|handel|bedrijf|winkel|kantoor|praktijk|kwekerij|makelaardij|opvang|bank|bureau|bakkerij|slagerij|bibliotheek|bieb|gemeente|politie|brandweer|ggd|museum|supermarkt|kapsalon|garage|apotheek|drogisterij|kerk|uitgeverij|waterschap|natuurmonumenten|staatsbosbeheer)\b[^)]{0,30}\)"
)
_NEXT_SAYS = late(r"[^.!?A-Z\x1e\x1f]{0,60}[.!?]\s+(?:Hij|Zij|Ze)\s+(?:is|was|werkt\s+als)\s+((?:[a-z'-]+\s+){0,3}[a-z'-]+)")


# "Olympisch kampioen": no champion of the schoolyard.
OF_THE_WORLD = frozenset("olympisch olympische wereld europees europese nederlands nederlandse paralympisch".split())


def helps(near: list[str]) -> bool:
    """Whether the nearest words before a name (nearest first) say what a grandparent does for the school: "leesvrijwilliger opa"."""
    return len(near) > 1 and near[0] in {"opa", "oma"} and (near[1] in roles.TITLES or near[1].endswith(roles.TITLE_ENDINGS))


def child_beside(line: Line, first: int, end: int) -> bool:
    """Whether the words right beside a name (from word `first` to before word `end`) say that it is a child's."""
    words = line.words
    tail = words[end - 1].end
    text = line.text
    if any(pattern.match(text, tail) for pattern in (_OWN_CLASS_AFTER, _IN_BRACKETS_AFTER, _GROUP_AFTER, _AGE_AFTER, _CODE_AFTER, _BORN_AFTER, _OWN_AFTER, _SCHOOL_AFTER, _WITH_AFTER)):
        return True
    near = before(line, first, 3)
    beside = first > 0 and bool(re.fullmatch(r"[\s\"':(-]{1,3}", line.gap(first - 1)))
    if near and beside and near[0] in cues.PUPIL | cues.FAMILY and not (len(near) > 1 and near[1] in OF_THE_WORLD) and not helps(near):
        return True
    if len(near) > 1 and beside and near[0] in {"van", "heet", "is", "onze", "heten", "genaamd"} and near[1] in cues.PUPIL | cues.FAMILY | cues.PARENT:
        return True
    return bool(_AGE_BEFORE.search(text, max(0, words[first].start - 30), words[first].start))


def of_school(line: Line, position: int) -> bool:
    """Whether a school's name follows at `position`, in any case: "van OBS De Wegwijzer"."""
    return bool(_SCHOOL_AFTER.match(line.low, position))


# Between two names of a list: a comma, a number, a day. "Jarig: 4 december Lio …, vrijdag 9-12: …"
_ITEM = late(
    r"(?:[:,;&/+\n\x1e\x1f-]|\ben|\bof|\)(?=\s*\d))\s*(?:v\.?l\.?n\.?r\.?:?\s*)?(?:(?:op\s+)?(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+|(?:ma|di|wo|do|vr|za|zo)\.?\s+)?"
    r"(?:\d{1,2}(?:[.)e]?|[-/]\d{1,2})\s*(?:(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?)?[:,]?\s*(?:-\s*)?)?\Z"
)


def _label(line: Line, position: int) -> str:
    # What stands before the last colon before `position`, in lower case, when a list may go on from there; empty otherwise.
    lowest = max(0, position - 460)
    colon = line.low.rfind(":", lowest, position)
    if colon < 0 or not _LISTING.match(line.low, colon, position):
        return ""
    said: str = line.low[max(lowest, colon - _LONGEST_LABEL) : colon]
    said = _PARTS.split(said[said.rfind(":") + 1 :])[-1]
    return said if len(said) > 1 else ""


def labelled(line: Line, position: int) -> bool:
    """Whether the text at `position` stands in a list behind a label for children: "Jarig deze week: …"."""
    said = _label(line, position)
    if not said:
        return False
    if not _ITEM.search(line.low, max(0, position - 34), position):
        return False
    label = re.findall(r"[a-z'-]+", said)
    if _OF_GROUP.search(said) and not any(word in roles.TITLES or word in roles.ADULT for word in label):
        return True
    return any(word in cues.LABELS for word in label) and not any(word in roles.FUNCTIONS for word in label)


_OF_CHILDREN = late(r"(?:\A|[.!?\x1e\x1f\n]\s*)(?:de\s+|onze\s+)?(?:kinderen|leerlingen|kleuters|peuters)\b[^.!?;:\x1e\x1f]{0,60}:[^.!?:\x1e\x1f]{0,160}\Z")


def of_children(line: Line, position: int) -> bool:
    """Whether `position` stands in a list whose label begins with children: "Kinderen die bij de gemeente op bezoek mochten: …"."""
    return bool(_OF_CHILDREN.search(line.low, max(0, position - 230), position))


def body_around(line: Line, first: int, end: int) -> bool:
    """Whether words `first` to before `end` are the name of a shop, club, street, building or the like."""
    near = before(line, first, 2)
    words = line.words
    if near and first and re.fullmatch(r"[\s\"']+|\s*['\"(]\s*", line.gap(first - 1)):
        if near[0] in roles.BODIES or near[0].endswith(BODY_ENDINGS):
            return True
        if len(near) > 1 and near[0] in {"de", "het", "t", "van", "der"} and near[1] in roles.BODIES:
            return True
    if end < len(words):
        gap = line.gap(end - 1)
        low = words[end].low
        if re.fullmatch(r"[ -]", gap) and (low in roles.BODIES_AFTER or (gap == "-" and low in roles.BODIES)):
            return True
        if re.fullmatch(r" ?& ?", gap) and low in {"zn", "zonen", "co", "partners", "van", "de"}:
            return True
    return False


_TITLE_CUE = late(r"\b(?:lees|lezen|leest|las|voorlezen|voorgelezen|boek|prentenboek|film|musical|toneelstuk|stuk|lied|liedje|serie|voorstelling|titel|verhaal|gedicht|strip|spel|heet|zingen|zong|speelt|spelen|kijken|keken)\b[^.!?\x1e]{0,25}\Z")


def quoted_title(line: Line, position: int) -> bool:
    """Whether `position` lies in a title between quotation marks: a book, a film, a song."""
    left = max(line.text.rfind(mark, max(0, position - 90), position) for mark in ("\x1e", "\n"))
    before = line.text[max(left + 1, position - 90, 0) : position]
    mark = before.rfind('"')
    if mark < 0 or before.count('"') % 2 == 0 or '"' not in line.text[position : position + 90].split("\x1e")[0]:
        return False
    return bool(_TITLE_CUE.search(before[:mark].lower()))


BODY_ENDINGS = (
    "straat", "laan", "weg", "plein", "park", "bedrijf", "winkel", "handel", "vereniging", "stichting", "school", "kantoor", "zaak",
    "museum", "gebouw", "therapie", "verband", "dienst", "reizen", "bus", "groep", "hal", "centrum", "fonds", "praktijk", "huis", "kwekerij", "makelaardij", "markt", "toernooi", "bokaal", "cup",
)
