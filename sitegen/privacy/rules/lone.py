"""A surname without its child's first name goes only where something says that a child is meant (FORMATS §5.4-6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.late import late
from sitegen.privacy.finding import Match
from sitegen.privacy.lexicon import cues, roles
from sitegen.privacy.lexicon.famous import FAMOUS
from sitegen.privacy.lexicon.firstnames import FIRST_NAMES
from sitegen.privacy.lexicon.ordinary import COMMON, ENDINGS, ORDINARY, SURNAME_WORDS
from sitegen.privacy.lexicon.particles import PARTICLES
from sitegen.privacy.rules import context, evidence
from sitegen.privacy.rules.age import by_first_name
from sitegen.privacy.rules.carers import apposed
from sitegen.privacy.rules.columns import of_adults, of_bodies
from sitegen.privacy.rules.names import accept, adult_named, possessive, surname
from sitegen.privacy.rules.spans import Span, first_after, first_before, lead_start, own_lead, spans
from sitegen.privacy.shadow import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People
    from sitegen.school import School

_HOUSEHOLD = frozenset({"familie", "fam", "gezin", "families", "gezinnen", "huize"})
_COURTESY = frozenset({"mevrouw", "mevr", "mw", "meneer", "mijnheer", "heer", "dhr", "hr"})
_DETERMINERS = frozenset("de het een deze die dit dat onze ons mijn jouw zijn haar hun uw elke elk iedere ieder beide alle twee drie vier welke nieuwe oude grote kleine lieve beste onze".split())
_ARTICLES = frozenset("de het een deze die dit dat onze ons".split())
_PREPOSITIONS = frozenset("aan van voor bij met door namens naar op over tegen zonder dankzij en of".split())
_LITTLE = frozenset("en of na op in al ja is te nu om er zo we ze ik je u bij met ook dat die dan toen maar want".split())
_SCORED = late(r"\s*(?:\(\s*\d+\s*(?:x|×|keer|doelpunt|goal|punt|')?|\d+\s*(?:x|×|keer|punten|doelpunten|goals)\b|:\s*\d|\s\d+-\d+)")
_DID = frozenset(
    "scoorde scoorden won wonnen maakte schoot kopte benutte mocht werd kreeg speelde trakteerde las zong tekende knutselde haalde behaalde eindigde rende sprong verloor pakte stopte redde jarig zit zat tekenden maakten schoten kopten benutten haalden behaalden kregen speelden scoort scoren wint winnen maakt schiet kopt benut pakt haalt behaalt krijgt trakteert leest zingt tekent rent springt redt verliest antwoordt".split()
)
_PARENTED = late(r"\s*,?\s*[(,]?\s*(?:de\s+|zijn\s+|haar\s+|een\s+)?(?:moeder|vader|mama|papa|mam|pap|ouder|ouders|(?:over|bet|overover)?(?:groot(?:moeder|vader)|opa|oma)|stiefmoeder|stiefvader|pleegmoeder|pleegvader)\b", re.IGNORECASE)
# "drie kinderen met de achternaam De Vries"
_SURNAMED = late(r"\smet (?:de|als|dezelfde) achternaam\s(?:\w+\s){0,2}\Z")
_WHY = "achternaam die hier naar een kind of zijn familie wijst"
_DOUBT = "achternaam van een kind, maar hier staat niet bij om wie het gaat"


def lone(people: People, school: School) -> Finder:
    """Surnames of children near the page that stand alone, behind a stranger's first name, or behind "familie"."""
    del school

    def find(line: Line) -> Iterator[Match]:
        found = spans(line, people)
        bodies = [*of_bodies(line), *of_adults(line)] if found and line.cells else []
        for span in found:
            if bodies and any(start <= line.words[span.first].start < end for start, end in bodies) and not _household_of(line, span):
                continue
            if span.end == span.first + 1 and line.words[span.first].end == line.words[span.first].start + 1:
                continue  # "Zwemdiploma A": one letter alone is no surname, also where a child is called Tjon A Fat
            direct = first_before(line, span, span.lead)
            if direct or first_after(line, span) and not _household_of(line, span):
                continue
            other = _stranger(line, span, people)
            if other is not None and _described(line, other, people):
                continue
            if other is not None:
                yield from _with_stranger(line, span, other, people)
            else:
                yield from _alone(line, span, people)

    return find


def _household_of(line: Line, span: Span) -> bool:
    # "de familie Van der Wal (Mila, groep 6)": what stands between the brackets is not the rest of the name.
    return any(word in _HOUSEHOLD for word in context.before(line, own_lead(line, span), 1))


def _stranger(line: Line, span: Span, people: People) -> int | None:
    # The word of another first name (or initial) right before the surname: "Jan de Vries", "J. de Vries"; None for a lone one.
    words = line.words
    at = span.lead - 1
    if at < 0 or line.kind == "slug" and words[at].low not in FIRST_NAMES:
        return None
    gap = line.gap(at)
    word = words[at]
    raw = line.text[word.start : word.end]
    if word.low in roles.BODIES:
        return None
    if word.low in _LITTLE:
        return None  # "En Terpstra antwoordt": no initials
    if len(word.low) <= 2 and raw[0].isupper() and re.fullmatch(r"\.? ?\.?", gap):
        return at
    if not re.fullmatch(r"[ \n]{1,2}|[-_]" if line.kind == "slug" else r"[ \n]{1,2}", gap) or not (raw[0].isupper() or line.kind == "slug"):
        return None
    if word.low.endswith(context.BODY_ENDINGS):
        return None
    if word.low in PARTICLES or word.low in roles.TITLES or word.low in cues.FAMILY or word.low in cues.PUPIL or word.low in cues.PARENT:
        return None
    if people.calls(word.low):
        return None if word.low in ORDINARY and _starts(line, at) else at
    return None if word.low in ORDINARY or word.low.endswith(ENDINGS) or len(word.low) < 2 else at


def _described(line: Line, at: int, people: People) -> bool:
    """Whether word `at` only says which one: "de Gouden Appel", "onze Grote Bos" are names of things."""
    low = line.words[at].low
    return at > 0 and low.endswith(("e", "en")) and line.words[at - 1].low in _ARTICLES and line.gap(at - 1) == " " and not people.calls(low)


def _starts(line: Line, index: int) -> bool:
    return index == 0 or bool(re.search(r"[.!?:\x1e\x1f\n]", line.gap(index - 1)))


def name_start(line: Line, at: int, people: People) -> int:
    """The first word of the first names and initials that end at word `at`."""
    words = line.words
    while at > 0 and re.fullmatch(r"\.? ?|-", line.gap(at - 1)):
        low = words[at - 1].low
        raw = line.text[words[at - 1].start]
        if not raw.isupper() or not (len(low) <= 2 or people.calls(low)) or (_starts(line, at - 1) and low in ORDINARY):
            break
        at -= 1
    return at


# "een boekbespreking over 'Honderd jaar eenzaamheid' van Gabriel García Márquez"; a child's own work has a title as well.
_OF_TITLE = late(r"['\"]\s+(?:van|door)\s+\Z")
_OF_BOOK = late(r"\b(?:over|uit|boek|boeken|film)\s+['\"][^'\"]{2,60}['\"]\s+(?:van|door)\s+\Z")


def _by_author(line: Line, start: int, end: int) -> bool:
    at = line.words[start].start
    if not _OF_TITLE.search(line.text, max(0, at - 8), at):
        return False
    return evidence.lean(line, start, end) <= 0 or bool(_OF_BOOK.search(line.text, max(0, at - 90), at))


def _with_stranger(line: Line, span: Span, at: int, people: People) -> Iterator[Match]:
    words = line.words
    start = name_start(line, at, people)
    if line.kind != "slug" and not line.text[words[span.lead].start].isupper() and not line.text[words[span.first].start].isupper():
        return
    full = " ".join(word.low for word in words[start : span.end])
    beside = context.child_beside(line, start, span.end)
    tail = words[span.end - 1].end
    parent = bool(_PARENTED.match(line.text, tail)) or any(word in cues.PARENT for word in context.before(line, start, 1))
    if full in FAMOUS or adult_named(line, span, at, people) or context.in_street(line, span.lead, span.end, people.streets):
        return
    if len(words[at].low) <= 2 and not beside and not parent and evidence.in_minutes(line, words[start].start):
        return
    if parent:
        yield surname(line, span, span.lead, at, span.owners, "kind", why=_WHY)
        return
    carer = _carer(line, span, at, people)
    whose = bool(carer) and not beside and _own_child_named(line, words[start].start, tail, carer, people)
    if whose:
        # A parent by name is an adult, also with a title; but here the sentence says whose parent.
        yield surname(line, span, span.lead, at, span.owners, "kind", why=_WHY)
        return
    if context.titled(line, start) or not beside and (context.has_function(line, span.end) or context.body_around(line, start, span.end)):
        return
    low = words[at].low
    if not beside and _by_author(line, start, span.end):
        return
    if carer and not beside:
        match = surname(line, span, span.lead, at, span.owners, "kind", doubt=True, why="naam van een ouder; de achternaam is ook die van een kind")
        yield Match(match.rule, match.start, match.end, "", match.why, match.remedy, doubt=True, keep=True)
        return
    alike = any(_alike(low, owner.parsed.called) for owner in span.owners)
    lean = evidence.lean(line, start, span.end)
    listed = context.of_children(line, words[start].start) or context.labelled(line, words[start].start) and not evidence.team_list(line, words[start].start, people)
    age = by_first_name(line, start, span.end, low, people)
    if beside or alike or lean > 0 or listed or _shared(line, words[start].start, span) or lean == 0 and evidence.company(line, start, span.end, people) or (len(low) <= 2 and lean >= 0 and span.whole and not any(word.low in COMMON for word in words[span.first : span.end])) or age == "child":
        yield surname(line, span, span.lead, at, span.owners, "kind", why=_WHY)
    elif lean == 0:
        if not people.calls(low) and (not span.whole or any(word.low in COMMON or word.low in SURNAME_WORDS for word in words[span.first : span.end])):
            return
        rare = not any(word.low in COMMON or word.low in SURNAME_WORDS for word in words[span.first : span.end]) and span.whole
        match = surname(line, span, span.lead, at, span.owners, "kind", doubt=True, why=_DOUBT)
        yield match if rare or age else Match(match.rule, match.start, match.end, "", _DOUBT, match.remedy, doubt=True, keep=True)


# "Jochem en Mirre", "Tijn, Mirre & Bo" before a surname that they share.
_ROW_BEFORE = late(r"((?:[A-Z][\w'-]+(?: ?[,&+/] ?| en |, en ))+)\Z")


def _shared(line: Line, start: int, span: Span) -> bool:
    found = _ROW_BEFORE.search(line.text, max(0, start - 60), start)
    firsts = {first for owner in span.owners for first in owner.parsed.firsts}
    return bool(found) and not firsts.isdisjoint(re.findall(r"[a-z]+", found[1].lower() if found else ""))


def _own_child_named(line: Line, start: int, end: int, numbers: frozenset[str], people: People) -> bool:
    left, right = line.sentence(start, end)
    firsts = {pupil.name.first for pupil in people.register.pupils if pupil.number in numbers}
    return any(re.search(rf"\b{re.escape(plain(first))}\b", line.text[left:right]) for first in firsts)


def _carer(line: Line, span: Span, at: int, people: People) -> frozenset[str]:
    # The numbers of the children of the carer who bears this name; empty when no carer does.
    low = line.words[at].low
    named = {owner.name for word in line.words[span.first : span.end] for owner in people.adults.get(word.low, ()) if owner.role == "carer" and low in owner.parsed.firsts and len(low) > 1}
    return frozenset(number for carer in people.register.carers if carer.name in named for number in carer.pupils) if named else frozenset()


def _alike(one: str, other: str) -> bool:
    """Whether two first names may be the same child's: Sanne, San, Sannie, Sannetje, Sana."""
    if len(one) < 3 or len(other) < 3:
        return False
    if one[:3] == other[:3]:
        return True
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    return sum(a != b for a, b in zip(one, other, strict=False)) + abs(len(one) - len(other)) <= 1


def _alone(line: Line, span: Span, people: People) -> Iterator[Match]:
    words = line.words
    lead = own_lead(line, span)
    start, tail = lead_start(line, lead), words[span.end - 1].end
    capital = line.text[start].isupper() or line.text[words[span.first].start].isupper()
    near = context.before(line, lead, 4)
    gap = line.gap(lead - 1) if lead else "\x1e"
    close = bool(near) and bool(re.fullmatch(r"[ \n.'\"]{1,3}|[-_]", gap))
    remedy = accept(line.seen[start:tail])
    if line.kind != "slug" and context.quoted_title(line, start):
        return
    if close and near[0] in _HOUSEHOLD:
        yield _household(line, lead, tail, remedy)
        return
    if line.kind == "slug":
        if _seen(line, span, people) and not any(word.low in SURNAME_WORDS for word in words[span.first : span.end]):
            yield Match("kind", start, tail, "", _WHY, remedy)
        return
    if not capital or context.in_street(line, lead, span.end, people.streets):
        return
    raw = line.text[words[span.first].start : words[span.first].end]
    if len(raw) < 4 and raw.isupper() and not line.text.isupper():
        return
    if _initial_behind(line, span):
        # "Terpstra R. – Mulder M. 2-1": the initial may stay.
        yield Match("kind", start, words[span.end].start, "", _WHY, remedy)
        return
    plural = family_plural(line, span, lead, near)
    if plural:
        yield plural
        return
    one, tail = tail, _plural(line, span, tail)
    if (line.text[one:tail] == "s" or span.glued and words[span.first].low.endswith("s")) and words[span.first].low.removesuffix("s") in SURNAME_WORDS:
        return  # "Jagers en vissen"
    if close and near[0] in cues.FAMILY | cues.PARENT and not (near[0] in _SINGLE and _first_name(line, span, people)):
        yield Match("kind", words[lead - 1].end, tail, "", _WHY, remedy)
        return
    named = _SURNAMED.search(line.text, max(0, start - 30), start)
    if named:
        yield Match("kind", named.start(), tail, "", _WHY, remedy)
        return
    courtesy = close and near[0] in _COURTESY
    if courtesy and _mother(line, lead, span):
        yield from _courtesy(line, lead, tail, remedy)
        return
    if close and near[0] in cues.PUPIL:
        yield _pupil(line, lead, tail, near, remedy)
        return
    if context.titled(line, lead) or context.has_function(line, span.end) or context.body_around(line, lead, span.end):
        return
    if len(raw) < 4 and span.end < len(words) and line.gap(span.end - 1) == " " and line.text[words[span.end].start].isupper():
        return  # "Li Wei" is somebody's first name
    if _articled(line, lead) or _toys(line, span, people) or _before_first(line, tail, people):
        return
    if _place(line, span, lead):
        return
    if _behind_children(line, lead):
        only = _only(span) if near[:1] == ["van"] else "?"
        yield _replaced(line, start, tail, "" if only == "?" else only, remedy, subject=False)
        return
    known = _seen(line, span, people)
    if _in_rota(line, start, people):
        yield _replaced(line, start, tail, known or _only(span), remedy, subject=False)
        return
    adult = any(owner.role == "staff" for word in words[span.first : span.end] for owner in people.adults.get(word.low, ()))
    wordy = any(len(word.low) < 3 or word.low in SURNAME_WORDS or people.calls(word.low) for word in words[span.first : span.end])
    opening = _starts(line, lead)
    following = context.after(line, span.end, 2)
    active = bool(following) and following[0] in _DID and not (opening and wordy)
    scored = bool(_SCORED.match(line.text, tail)) or active or _score_list(line, lead, span.end)
    listed = context.labelled(line, start) and bool(re.fullmatch(r"\)?[:,;/ \n]+|\)?\s*en\s*|[\s\x1e\x1f]+", gap))
    if any(word.low in FIRST_NAMES for word in words[span.first : span.end]) and near[:1] != ["van"]:
        return
    own = "" if wordy else _own_first(line, span)
    if own or context.child_beside(line, lead, span.end) or not wordy and not adult and _among_children(line, span, lead, people):
        yield _replaced(line, start, tail, own or known or _only(span), remedy, subject=True)
    elif scored or listed:
        # A list of surnames without a name left would say nothing: the first name stands in, where it is sure whose.
        yield _replaced(line, start, tail, known or _only(span), remedy, subject=active)
    elif known and not adult and not wordy and not (opening and wordy) and not (wordy and near and near[0] in {"de", "een", "het"}):
        yield _replaced(line, start, tail, known, remedy, subject=active)
    elif not opening and not wordy and span.whole and not adult and not any(word.low in COMMON for word in words[span.first : span.end]):
        yield Match("kind", start, tail, "", _DOUBT, remedy, doubt=True, keep=True)


def _articled(line: Line, lead: int) -> bool:
    # "dierentuin De Vlieger", "in 't Hof": behind an article that is no tussenvoegsel of the child's, a first name would read on nowhere.
    word = line.words[lead - 1] if lead else None
    return word is not None and word.low in {"de", "het", "t"} and line.gap(lead - 1) == " " and line.text[lead_start(line, lead - 1)] in "DH'"


_FIRST_BEHIND = late(r", ([A-Z][\w'-]+)(?: (?:van|de|der|den|ten|ter|'t|te|el|al|v\.d\.|v/d|vd|v\.))*\s*(?:[-;(\n\x1e\x1f]|\.(?!\w)|groep|\Z)")


def _before_first(line: Line, tail: int, people: People) -> bool:
    # "Wal, Hugo v.d. – goochelen": the first name is behind it, and no other child's may stand in.
    found = _FIRST_BEHIND.match(line.text, tail)
    return found is not None and people.calls(found[1].lower()) and found[1].lower() not in people.children


# "Iris van Groningen zwom in Groningen": where somebody is, lives or goes to.
_WHERE = late(r"\b(?:in|te|uit|vanuit|nabij|omgeving|richting|rondom)\s+\Z")
_TRAVELS = late(r"\b(?:reis|reisden?|reizen|reist|verhuis\w*|fiets\w*|wandel\w*|rijden|rijdt|reden|reed|liep|lopen|vlieg\w*|vlogen|vloog|vertrek\w*|vertrok\w*|bus|trein|boot|excursie|uitje|uitstapje|terug|afgereisd|toe|tocht)\b[^.!?;\x1e]{0,30}\bnaar\s+\Z")
_TO = late(r"\bnaar\s+\Z")
_FROM = frozenset({"van", "uit", "von"})


def _place(line: Line, span: Span, lead: int) -> bool:
    # A surname without the "van" that its bearers have before it is where they came from once.
    start = line.words[lead].start
    if line.text[line.words[span.end - 1].end : line.words[span.end - 1].end + 1] == "'":
        return False
    before = max(0, start - 60)
    if _WHERE.search(line.low, before, start) or _TRAVELS.search(line.low, before, start):
        return True
    bare = lead == span.first and all(_FROM.intersection(owner.parsed.prefix) for owner in span.owners)
    return bare and bool(_TO.search(line.low, before, start))


_TOYS = late(r"\b(?:mascottes?|knuffels?|pluchen?|knuffeldier\w*|handpop\w*|poppen|poppetjes|fabel\w*|verhaalfigu\w*|stripfigu\w*|cavia's|konijnen|goudvissen|hamsters)\b")


def _toys(line: Line, span: Span, people: People) -> bool:
    # "Bos en Vos wonnen: twee pluchen mascottes".
    wordy = any(word.low in SURNAME_WORDS or people.calls(word.low) for word in line.words[span.first : span.end])
    return wordy and bool(_TOYS.search(line.low, *line.sentence(line.words[span.first].start, line.words[span.end - 1].end)))


def _initial_behind(line: Line, span: Span) -> bool:
    words = line.words
    if span.end >= len(words) or line.gap(span.end - 1) != " " or len(words[span.end].low) != 1:
        return False
    low = words[span.end].low
    dotted = line.text[words[span.end].start].isupper() and line.text[words[span.end].end : words[span.end].end + 1] == "."
    return dotted and any(low in owner.parsed.initials for owner in span.owners)


_SINGLE = frozenset({"zusje", "zus", "broertje", "broer", "baby", "opa", "oma", "oom", "tante", "kinderen", "zonen", "dochters", "moeder", "vader", "mama", "papa", "ouders"})


def _first_name(line: Line, span: Span, people: People) -> bool:
    return any(people.calls(word.low) for word in line.words[span.first : span.end])


_PLURAL_CUES = frozenset(word for word in cues.PUPIL | cues.FAMILY | _HOUSEHOLD if word.endswith(("en", "s")) and word != "keepers") | {"leerlingen"}
_ROW_GAP = late(r"\s*(?:,|&|\ben\b|\bof\b)\s*(?:en\s+)?\Z")


def _behind_children(line: Line, lead: int) -> bool:
    # "de leerlingen Terpstra en Zandstra", "families Zandstra, Hoekzema en Bos": the word before the row speaks of all in it.
    words = line.words
    at = lead
    for _ in range(8):
        gap = line.text[words[at - 1].end : words[at].start] if at else "\x1e"
        if at and words[at - 1].low in {"en", "of"}:
            at -= 1
            gap = line.gap(at - 1) if at else "\x1e"
        if at == 0 or "\x1e" in gap or "." in gap:
            return False
        before = words[at - 1]
        if before.low in _PLURAL_CUES:
            return at != lead
        if not line.text[before.start].isupper() and before.low not in PARTICLES:
            return False
        at -= 1
    return False


def _own_first(line: Line, span: Span) -> str:
    # The first name of a bearer of this surname that stands in the same block: "Alle Zandstra's, Tibbe en Wende dus".
    left = max(line.text.rfind("\x1e", 0, line.words[span.first].start), 0)
    right = line.text.find("\x1e", line.words[span.end - 1].end)
    block = line.text[left : right if right >= 0 else len(line.text)]
    for owner in span.owners:
        first = plain(owner.name.first)
        if len(first) > 2 and first.lower() not in ORDINARY and re.search(rf"(?<![\w-]){re.escape(first)}(?![\w-])", block):
            return owner.name.first
    return ""


def _among_children(line: Line, span: Span, lead: int, people: People) -> bool:
    # "Fokkema en Wiersma", "Lieke, Olivia en Dijkhuis": in one row with another child of the register.
    words = line.words
    firsts = {first for owner in people.owners if owner.role == "child" for first in owner.parsed.firsts} | people.seen_firsts | people.register.first_names
    for token, at in evidence.beside_in_row(line, words[lead].start, words[span.end - 1].end):
        low = token.lower()
        surname_too = low in people.children and low not in SURNAME_WORDS and not any(owner.role in {"staff", "member"} for owner in people.adults.get(low, ()))
        if (low in firsts and low not in ORDINARY or surname_too) and not context.titled(line, line.word_at(at)):
            return True
    return False


# "ma Kuiper", "15.10 Dijkstra", "Wiersma 2 kroppen", "3. Fokkema": one entry of a rota of surnames.
_ENTRY = late(
    r"\s*(?:(?:ma|di|wo|do|vr|za|zo)(?:\.|andag|nsdag|ensdag|nderdag|ijdag)?\s+|\d{1,2}[.:]\d\d(?:\s*u(?:ur)?\.?)?[ :-]*|\d{1,2}[.)]\s+)?(?:(?:[Vv]an|[Dd]e[nr]?|[Tt]e[nr]?|'t)\s+)*([A-Z][\w'-]+)(?:\s+\d+(?:\s*[a-z]+)?|\s*\([^)]{1,12}\))?\s*\Z"
)


def _in_rota(line: Line, position: int, people: People) -> bool:
    """Whether `position` stands in a row of surnames with days, times or numbers, two of them of children and of no colleague."""
    left = max(line.text.rfind(mark, 0, position) for mark in "\x1e\x1f.!?\n") + 1
    while left > 1 and line.text[left - 1] == "." and line.text[left : left + 1].isdigit():
        left = max(line.text.rfind(mark, 0, left - 1) for mark in "\x1e\x1f.!?\n") + 1
    right = min((at for mark in "\x1e\x1f!?\n" if (at := line.text.find(mark, position)) >= 0), default=len(line.text))
    row = line.text[left:right].rstrip(".")
    label, colon, entries = row.rpartition(": ")
    if colon and evidence.of_team(label):
        return False
    names = [found[1].lower() if (found := _ENTRY.match(entry)) else "" for entry in re.split(r"[,;]", entries)]
    if len(names) < 2 or names.count("") > len(names) // 3 or not re.search(r"\d|\b(?:ma|di|wo|do|vr)\b", row):
        return False
    staff = {word for word, owners in people.adults.items() if any(owner.role == "staff" for owner in owners)}
    return len({name for name in names if name in people.children and name not in staff and name not in SURNAME_WORDS}) >= 2


def _score_list(line: Line, lead: int, end: int) -> bool:
    # "(Bakker, Visser)" behind a score, "doelpunten van Bakker en Hoekzema".
    near = context.before(line, lead, 3)
    if "van" in near[:1] and len(near) > 1 and near[1] in {"doelpunt", "doelpunten", "goal", "goals", "treffer", "treffers", "hattrick", "assist", "tekening", "spreekbeurt", "schot"}:
        return True
    del end
    return bool(re.search(r"\d-\d\s*\([^)]*\Z", line.text[max(0, line.words[lead].start - 40) : line.words[lead].start]))


def _seen(line: Line, span: Span, people: People) -> str:
    # The first name to put instead of the surname, when just one child of that name was found on the page; "?" for more.
    firsts = {owner.name.first for word in line.words[span.first : span.end] for owner in people.seen.get(word.low, ())}
    return next(iter(firsts)) if len(firsts) == 1 else "?" if firsts else ""


def _only(span: Span) -> str:
    names = {owner.name for owner in span.owners}
    return next(iter(names)).first if len(names) == 1 else "?"


def _replaced(line: Line, start: int, tail: int, known: str, remedy: str, *, subject: bool) -> Match:
    mark = re.match(r"'s\b|'(?=\s)", line.text[tail : tail + 3])
    tail += mark.end() if mark else 0
    owned = bool(re.search(r"'s?\Z", line.text[start:tail]))
    if known and known != "?":
        whole = known + possessive(known) if owned else known
        return Match("kind", start, tail, whole.upper() if line.text[start:tail].isupper() else whole, _WHY, remedy)
    if known or subject or owned:
        opening = start == 0 or bool(re.search(r"(?:[.!?]\s+|[\x1e\x1f])\Z", line.text[max(0, start - 3) : start]))
        return Match("kind", start, tail, "Een leerling" if opening else "een leerling", _WHY, remedy)
    # "Beste ouders van Hoekzema": the preposition has nothing left to hold.
    van = re.search(r"\b([A-Za-z]+)( van )\Z", line.text[max(0, start - 30) : start])
    if van and van[1].lower() in cues.PARENT | cues.FAMILY:
        start -= len(van[2])
    return Match("kind", start, tail, "", _WHY, remedy)


_NAMED = late(r",\s+[A-Z][\w'-]+(?:,| en )")


def family_plural(line: Line, span: Span, lead: int, near: list[str]) -> Match | None:
    """A family in the plural: "de Pawłowski's" → "de familie", "de drie Hoekzema's" → "de drie kinderen", "de Oosterhofjes" → "de familie"."""
    words = line.words
    tail = words[span.end - 1].end
    found = re.match(r"'s\b|'tjes\b", line.text[tail : tail + 5])
    if span.glued and words[lead].low == "de" and lead < span.first:
        # "De Vriesjes zijn op vakantie": the tussenvoegsel is the article.
        opening = _starts(line, lead)
        return Match("kind", words[lead].start, tail, "De kinderen" if opening else "de kinderen", _WHY, accept(line.seen[words[lead].start : tail]))
    if not near or not (found or span.glued) or line.gap(lead - 1).strip(" \n"):
        return None
    if found and re.match(r"\s+[a-z]+", line.text[tail + 2 : tail + 12]) and near[0] not in {"de", "alle", "beide", "twee", "drie", "vier"}:
        return None
    end = tail + (len(found[0]) if found else 0)
    verb = context.after(line, span.end + bool(found), 1)  # the "s" of "Hoekzema's" is a word of its own
    several = bool(verb) and verb[0] != "en" and (verb[0].endswith("en") or verb[0] in {"zijn", "gaan", "staan", "doen"})
    noun = ("kinderen" if several else "familie") if near[0] == "de" else "kinderen" if near[0] in {"drie", "vier", "twee", "beide", "alle", "jonge", "kleine"} else ""
    if noun == "familie" and _NAMED.match(line.text, end):
        noun = "kinderen"  # "de Hoekzema's, Ties en Femke"
    return Match("kind", words[lead].start, end, noun, _WHY, accept(line.seen[words[lead].start : end])) if noun else None


def _household(line: Line, lead: int, tail: int, remedy: str) -> Match:
    # "Dank aan familie Hoekzema" → "Dank aan de familie"; "de familie Hoekzema" → "de familie".
    words = line.words
    noun = words[lead - 1]
    near = context.before(line, lead - 1, 1)
    raw = line.text[noun.start : noun.end]
    plural = re.match(r"s\b|'s\b", line.text[tail : tail + 2])
    tail += plural.end() if plural else 0
    verb = re.match(r"\s+[a-z]", line.text[tail : tail + 3])
    if line.kind == "slug":
        return Match("kind", noun.end, tail, "", _WHY, remedy)
    if raw.lower() in {"fam", "familie", "gezin", "huize"} and not (near and near[0] in _DETERMINERS):
        article = "het" if raw.lower() in {"gezin", "huize"} else "de"
        full = {"fam": "familie", "huize": "gezin"}.get(raw.lower(), raw.lower())
        if near and near[0] in _PREPOSITIONS and line.gap(lead - 2).strip(" \n") == "":
            return Match("kind", noun.start, tail, f"{article} {full}", _WHY, remedy)
        if (not near or re.search(r"[:;.!?]", line.gap(lead - 2))) and (verb or re.match(r",\s+(?:die|dat)\b", line.text[tail : tail + 7])):
            return Match("kind", noun.start, tail, f"{article.capitalize() if raw[0].isupper() else article} {full}", _WHY, remedy)
        opens = not near or line.gap(lead - 2).endswith(("'", '"'))
        return Match("kind", noun.start, tail, full.capitalize() if raw[0].isupper() and opens else full, _WHY, remedy)
    if raw.lower() == "fam":
        return Match("kind", noun.start, tail, "familie", _WHY, remedy)
    return Match("kind", noun.end, tail, "", _WHY, remedy)


def _pupil(line: Line, lead: int, tail: int, near: list[str], remedy: str) -> Match:
    # "Leerling Bakker won" → "Een leerling won"; "de leerling Bakker" → "de leerling".
    noun = line.words[lead - 1]
    raw = line.text[noun.start : noun.end]
    if len(near) > 1 and near[1] in _DETERMINERS or raw.lower().endswith("en") or line.gap(lead - 2).startswith("-") if lead > 1 else False:
        return Match("kind", noun.end, tail, "", _WHY, remedy)
    article = "een" if raw[0].islower() else "Een"
    return Match("kind", noun.start, tail, f"{article} {raw.lower()}", _WHY, remedy)


def _mother(line: Line, lead: int, span: Span) -> bool:
    # "mevrouw Tesfay, de moeder van Yonatan", "de moeder van Yonatan, mevrouw Tesfay".
    words = line.words
    if _PARENTED.match(line.text, words[span.end - 1].end):
        return True
    left, _ = line.sentence(words[lead].start, words[lead].end)
    said = line.low[left : words[lead - 1].start]
    return bool(re.search(r"\b(?:moeder|vader|mama|papa|ouders?|opa|oma)\b(?:\s+van)?[^.!?]{0,40},?\s*\(?\Z", said))


def _courtesy(line: Line, lead: int, tail: int, remedy: str) -> Iterator[Match]:
    words = line.words
    at = lead - 1
    if at > 0 and words[at].low == "heer" and words[at - 1].low == "de":
        at -= 1
    yield from apposed(line, words[at].start, tail, remedy, _WHY)


def _plural(line: Line, span: Span, tail: int) -> int:
    found = re.match(r"'?(?:s|tjes|jes|en)\b", line.text[tail : tail + 5])
    del span
    return tail + (found.end() if found and found[0] != "en" else 0)
