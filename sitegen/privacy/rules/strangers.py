"""Children the register does not know, named otherwise than "Lieve Dalstra": turned round, behind a family word, in a hashtag."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sitegen.late import late
from sitegen.privacy.finding import Match
from sitegen.privacy.lexicon import cues, roles
from sitegen.privacy.lexicon.ages import ELDER
from sitegen.privacy.lexicon.famous import FAMOUS
from sitegen.privacy.lexicon.ordinary import ENDINGS, ORDINARY, SURNAME_WORDS
from sitegen.privacy.lexicon.particles import PARTICLES
from sitegen.privacy.rules import context, evidence
from sitegen.privacy.rules.names import accept
from sitegen.privacy.shadow import plain
from sitegen.register import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People
    from sitegen.school import School

_WHY = "achternaam van iemand die hier als kind genoemd wordt, maar niet in het register staat"
_EITHER_WHY = "achternaam in een hashtag, van iemand die niet in het register staat en van wie niets zegt dat het een volwassene is"
_LEAD = r"(?:(?:van|von|de|der|den|te|ten|ter|'t|el|al|ben|in|op|la|le|di|da|dos)[ ]){0,3}"


def strangers(people: People, school: School) -> Finder:
    """Surnames of unknown children in lists of turned names, behind "drieling" or "familie", and in hashtags."""
    own = _words(school.name, school.town)

    def find(line: Line) -> Iterator[Match]:
        if line.kind == "slug":
            return
        yield from _turned(line, people)
        if not _FAMILY_CUES.isdisjoint(line.vocabulary):
            yield from _families(line, people, own)
        if "#" in line.text:
            yield from _hashtags(line, people)
            yield from _small_hashtags(line, people)
        if "(" in line.text:
            yield from _bracketed(line, people)

    return find


@lru_cache(maxsize=8)
def _words(name: str, town: str) -> frozenset[str]:
    return frozenset(part.lower() for part in re.findall(r"[A-Za-z]{4,}", f"{plain(name)} {plain(town)}"))


# "Dalstra, Lieve; Poelman, Quinten van", "1. WIEGMAN Melle, De Kievit".
_COMMA_LOOK = late(r", [A-Z][a-z][\w'-]*(?=[ ]?(?:[;.(\n\x1e\x1f-]|\Z|(?:van|de|der|den|ten|ter|el)\b))")
_COMMA = late(
    rf"(?:\A|(?<=[;:\n\x1e\x1f(])|(?<=[;:\n)] )|(?<=\d[.)] )|(?<=\d ))(?P<last>(?i:{_LEAD})[A-Z][\w'-]+(?:[ -]{{1,3}}(?:van|de|der|den)?[ ]?[A-Z][\w'-]+){{0,2}}), (?P<first>[A-Z][a-z][\w'-]*)"
    r"(?P<trail>(?: (?:van|de|der|den|ten|ter|'t|te|el|al|v\.d\.|v/d|vd|v\.)){0,3})(?=[ ]?(?:[;(\n\x1e\x1f]|\.(?!\w)|-[ ]|\Z))"
)
# "ging naar Scholtens, Lynn (groep 4)": in the middle of a sentence only before a group.
_WITHIN_LOOK = late(r"[A-Z][\w'-]+, [A-Z][\w'-]+(?: \w+)? \((?:groep|gr\b)")
_WITHIN = late(r"(?<=[a-z] )(?P<last>(?:van (?:der|den) |ten |ter |te |el |al )?[A-Z][\w'-]+), (?P<first>[A-Z][a-z][\w'-]*)(?P<trail>(?: (?:van|de|der|den|ten|ter|te|el|al)){0,3})(?= \((?:groep|gr\b))")
_SHOUT_LOOK = late(r"[A-Z][A-Z]{2}[A-Z'-]* [A-Z][a-z]")
_SHOUT = late(r"(?<![\w'-])(?P<last>(?:(?:VAN|VON|DE|DER|DEN|TEN|TER|TE|'T|EL|AL|BEN|V\.D\.|VD)[ ]){0,3}[A-Z]{2}[A-Z'-]+(?:[ -][A-Z]{3}[A-Z'-]+)?) (?P<first>[A-Z][a-z][\w'-]*)(?P<trail>)(?=[ ]?(?:[,;(:\n\x1e\x1f\d&-]|en[ ]|\.(?!\w)|\Z))")
# No further apart than this two turned names belong to one list.
_NEXT = 90
_NO_CHILDREN = late(r"\b(?:auteurs?|schrijvers?|schrijfsters?|boekenlijst|boeken|literatuur|bronnen|illustraties?|redactie|componisten|schilders)\b")


def _turned(line: Line, people: People) -> Iterator[Match]:
    text = line.text
    for look, pattern in ((_COMMA_LOOK, _COMMA), (_WITHIN_LOOK, _WITHIN), (_SHOUT_LOOK, _SHOUT)):
        if look is _WITHIN_LOOK and " (gr" not in text or look is _SHOUT_LOOK and b"AAA" not in line.shape or not look.search(text):
            continue
        turned = [found for found in pattern.finditer(text) if _pair(line, found, people) or _registered(found, people)]
        for at, found in enumerate(turned):
            if _registered(found, people):
                continue
            row = _row(turned, at)
            near, certain = len(row) > 1, any(_registered(other, people) for other in row)
            # One alone must look like a surname: "Liefs, Pleun (groep 2)" does not.
            shaped = near or " " in found["last"] or found["last"].isupper() or evidence.shaped(found["last"].lower())
            if shaped and _of_children(line, found, people) or near and not _of_adults(line, found, people, young=certain):
                yield from _turn(line, found)


_NO_SURNAME = roles.BODIES | (roles.TITLES - SURNAME_WORDS) | cues.PUPIL | cues.FAMILY | cues.PARENT | ORDINARY


def _row(turned: list[re.Match[str]], at: int) -> list[re.Match[str]]:
    # The turned names around `turned[at]`, each near the next.
    first, last = at, at
    while first and turned[first].start() - turned[first - 1].start() < _NEXT:
        first -= 1
    while last + 1 < len(turned) and turned[last + 1].start() - turned[last].start() < _NEXT:
        last += 1
    return turned[first : last + 1]


def _pair(line: Line, found: re.Match[str], people: People) -> bool:
    # Whether this can be a surname and a first name; those of the register are another rule's.
    first = found["first"].split()[0].split("-")[0].lower()
    core = _core(found)
    lead = found["last"].lower() != core
    if " " in found["last"] and found["last"][0].isupper() and first in people.seen_firsts and not evidence.begins_item(line, found.start()):
        return False  # "Tand eruit: Vive Hulzebos, Ravi (twee tegelijk!)": two children, and the surname of the second is gone already
    if not people.calls(first) or any(first in owner.parsed.firsts for owner in people.children.get(core, ())) or people.calls(core) and not lead and not found["last"].isupper():
        return False
    if any(first in owner.parsed.firsts for owner in people.adults.get(core, ()) if owner.role != "carer"):
        return False
    if core in _NO_SURNAME or evidence.is_cue(core) or (core in SURNAME_WORDS or core.endswith(ENDINGS)) and not lead and found["last"].isupper():
        return False
    return f"{first} {' '.join(re.findall(r'[a-z]+', found['last'].lower()))}" not in FAMOUS


def _registered(found: re.Match[str], people: People) -> bool:
    # "Keizer, Loïs" in the register: another rule's, but whoever stands beside it is turned too.
    first = found["first"].split()[0].split("-")[0].lower()
    return any(first in owner.parsed.firsts for owner in people.children.get(_core(found), ()))


def _core(found: re.Match[str]) -> str:
    return str(re.findall(r"[a-z]+", found["last"].lower())[-1])


def _of_children(line: Line, found: re.Match[str], people: People) -> bool:
    start = found.start("last")
    if _OWN_GROUP.match(line.text, found.end()):
        return True
    label = line.low[max(0, start - 200) : start]
    label = label[max(label.rfind("\x1e"), label.rfind(". ")) + 1 :]
    if _NO_CHILDREN.search(label):
        return False
    if (context.labelled(line, start) or bool(_LISTED.search(label))) and not evidence.team_list(line, start, people, _core(found)):
        return True
    title = evidence.heading(line, start)
    return bool(title) and not evidence.TEAM.search(title) and (evidence.of_children(title) or bool(_LISTED.search(title)))


_OWN_GROUP = late(r"\s*(?:[,(-]\s*)?(?:groep|gr\.?)\s*[1-8]|\s*\((?:1[0-4]|[1-9])(?: jaar)?\)")
_LISTED = late(r"\b(?:groep(?:en)?\s*[1-8]|aanmelding(?:en)?|aangemeld|inschrijving(?:en)?|ingeschreven|instroom|uitslag(?:en)?|leerlingenlijst|klassenlijst|presentielijst|jarig(?:en)?|deelnemers?|leerlingen|kinderen|jongens|meisjes|zwemlijst|kluisjes|plaatsingen|wachtlijst)\b")


def _of_adults(line: Line, found: re.Match[str], people: People, *, young: bool) -> bool:
    # `young`: a child of the register stands beside it, so that a name of elder people says nothing.
    start = found.start("last")
    if not young and found["first"].split()[0].lower() in ELDER or _NO_CHILDREN.search(line.low, max(0, start - 200), start) or _NO_CHILDREN.search(evidence.heading(line, start)):
        return True
    return evidence.team_list(line, start, people, _core(found)) or evidence.about_adults(line, start) or context.has_function(line, line.word_at(found.end()))


def _turn(line: Line, found: re.Match[str]) -> Iterator[Match]:
    remedy = accept(line.seen[found.start() : found.end()])
    first, last = line.seen[slice(*found.span("first"))], line.seen[slice(*found.span("last"))]
    yield Match("onbekend", found.start("last"), found.start("first"), "", _WHY, remedy, child=Name(first, "", last))
    if found["trail"]:
        yield Match("onbekend", found.start("trail"), found.end("trail"), "", _WHY, remedy)


_FAMILY_CUES = frozenset("tweeling drieling vierling familie fam gezin leerling leerlinge kleuter peuter broers zussen zusjes broertjes neefjes nichtjes jongens meisjes".split())
_FAMILY = late(
    rf"\b(?P<cue>[Tt]weeling|[Dd]rieling|[Vv]ierling|[Ff]amilie|[Ff]am\.?|[Gg]ezin|[Ll]eerlinge?|[Kk]leuter|[Pp]euter|[Bb]roers|[Zz]ussen|[Zz]usjes|[Bb]roertjes|[Nn]eefjes|[Nn]ichtjes|[Jj]ongens|[Mm]eisjes)[ ]"
    rf"(?P<name>(?P<lead>(?i:{_LEAD}))(?P<core>[A-Z][\w'-]+)(?:-[A-Z][\w-]+)?)(?!['\w]|[ ](?!De[ ]|Het[ ]|'t[ ])(?:[A-Z]|(?:van|de|der|den|ten|ter|el)[ ](?!De[ ]|Het[ ]|'t[ ])[A-Z]))"
)
_SPEAKS = late(
    r"\b(?:dochters?|dochtertjes?|zoon|zonen|zoontjes?|baby|geboorte|geboren|kindje|kinderen|zusjes?|broertjes?|tweeling|drieling|kraamtijd|beschuit|muisjes|leerlingen?|groep\s*[1-8]|kleuters?|peuters?|kindjes|spruit|wolk van een|gezinsuitbreiding|klasgenoot|klasgenootje|verhuis\w*|afscheid|welkom)\b"
)
_NO_FAMILY = late(
    r"\b(?:sponsor\w*|onderduik\w*|ondergedoken|achterhuis|oorlog|eeuw|boek|boeken|film|serie|museum|bedrijf\w*|winkel|restaurant|boerderij|kwekerij|camping|manege|bakkerij|slagerij|koninklijke?|koning|toneelstuk|musical|voorstelling|strip|stinkdier|molen|landgoed|beschikbaar gesteld|geschonken|gedoneerd)\b"
)


def _families(line: Line, people: People, own: frozenset[str]) -> Iterator[Match]:
    for found in _FAMILY.finditer(line.text):
        core, cue = found["core"].lower(), found["cue"].lower()
        core = core.split("-")[0].removesuffix("'s")
        if core in own or core in _STORIED or core in people.children or core in ORDINARY or core in roles.TITLES or core in roles.BODIES or people.calls(core) and not found["lead"]:
            continue
        if found["lead"][:4].lower() in {"van ", "in "} and found["lead"][0].islower() and cue in {"leerling", "leerlinge", "kleuter", "peuter"}:
            continue  # "een leerling van Montessori", "leerling in Utrecht"
        if any(owner.role != "carer" for owner in people.adults.get(core, ())):
            continue
        left, right = line.sentence(*found.span())
        sentence = line.low[left:right]
        if _NO_FAMILY.search(sentence):
            continue
        named = bool(found["lead"]) or evidence.shaped(core)
        if cue in {"familie", "fam", "fam.", "gezin"}:
            if _SPEAKS.search(line.low[left : found.start()]) or _SPEAKS.search(line.low[found.end() : right]):
                yield _household(line, found)
        elif cue in {"tweeling", "drieling", "vierling"}:
            if named or _LISTING.match(line.text, found.end()):
                yield _bare(line, found)
        elif cue in {"leerling", "leerlinge", "kleuter", "peuter"}:
            if named:
                yield _pupil(line, found)
        elif named and (_LISTING.match(line.text, found.end()) or cue not in {"jongens", "meisjes"} and not found["lead"].startswith("van ") and _ALL.search(line.low, max(0, found.start() - 24), found.start())):
            yield _bare(line, found)


# Families of books, films and palaces.
_STORIED = frozenset("grimm wright montgolfier eyck lumiere bronte limburg jonas dalton kazan duck frank flodder simpson addams robinson oranje windsor knots weasley wemel duffeling bever doorzon flintstone barbapapa von trapp kardashian darling banks incredible madrigal".split())
# "Alle drie de broertjes Wolters stonden op het podium: …".
_ALL = late(r"\b(?:alle|beide|twee|drie|vier|vijf|de|onze|jonge|kleine|lieve)\s+\Z")
_LISTING = late(r"\s*(?::|\(|,)\s*(?:[A-Z][\w'-]+)(?:,| en )")
_ARTICLED = late(r"\b(?:de|het|een|onze|deze|die|dit|dat|ons|mijn|jullie|hele|lieve|beste|jonge|nieuwe)\s+\Z", re.IGNORECASE)
_BEHIND = late(r"\b(?:aan|van|voor|bij|met|door|namens|naar|over|en)\s+\Z")


def _remedy(line: Line, found: re.Match[str]) -> str:
    return accept(line.seen[found.start() : found.end()])


def _bare(line: Line, found: re.Match[str]) -> Match:
    return Match("onbekend", found.start("name") - 1, found.end(), "", _WHY, _remedy(line, found))


def _household(line: Line, found: re.Match[str]) -> Match:
    # "Dank aan familie Rietberg" → "Dank aan de familie".
    cue = found["cue"]
    before = line.text[max(0, found.start() - 16) : found.start()]
    if _ARTICLED.search(before) and "." not in cue:
        return _bare(line, found)
    noun = "gezin" if cue.lower() == "gezin" else "familie"
    article = "het" if noun == "gezin" else "de"
    if _BEHIND.search(before):
        noun = f"{article} {noun}"
    elif cue[0].isupper():
        noun = noun.capitalize() if not re.match(r"\s+[a-z]", line.text[found.end() : found.end() + 3]) else f"{article.capitalize()} {noun}"
    return Match("onbekend", found.start(), found.end(), noun, _WHY, _remedy(line, found))


def _pupil(line: Line, found: re.Match[str]) -> Match:
    # "Het was leerling Wubbels die …" → "Het was een leerling die …".
    if _ARTICLED.search(line.text[max(0, found.start() - 16) : found.start()]):
        return _bare(line, found)
    cue = found["cue"]
    article = "Een" if cue[0].isupper() else "een"
    return Match("onbekend", found.start(), found.end(), f"{article} {cue.lower()}", _WHY, _remedy(line, found))


_HASHTAG = late(r"#[A-Z]\w*[a-z][A-Z]\w*")


def _hashtags(line: Line, people: People) -> Iterator[Match]:
    # "#SterkteDavidHoogland": read as the same words apart.
    words = line.words
    for found in _HASHTAG.finditer(line.text):
        first, end = line.word_at(found.start()), line.word_at(found.end())
        for at in range(first, end - 1):
            if not people.calls(words[at].low) or words[at].low in ORDINARY or words[at].low in ELDER:
                continue
            stop = at + 1
            while stop < end and words[stop].low in PARTICLES:
                stop += 1
            if stop < end and _tagged(line, first, at, stop, end, people):
                name = line.seen[words[at].start : words[end - 1].end]
                yield Match("onbekend", words[at].end, words[end - 1].end, "", _EITHER_WHY, accept(name), doubt=True)
            break


_SMALL_TAG = late(r"#([a-z]{8,})")


def _small_hashtags(line: Line, people: People) -> Iterator[Match]:
    # "#sterktedavidhoogland": only of a child whose full name stood on the page.
    for found in _SMALL_TAG.finditer(line.text):
        for owner in {owner for owners in people.seen.values() for owner in owners}:
            for first in owner.parsed.firsts:
                last = next((last for last in sorted(owner.parsed.joined | owner.parsed.spellings, key=len, reverse=True) if len(first) > 2 and first + last in found[1]), "")
                if last:
                    start = found.start(1) + found[1].index(first + last) + len(first)
                    yield Match("onbekend", start, start + len(last), "", _WHY, accept(found[0]))


def _tagged(line: Line, first: int, at: int, core: int, end: int, people: People) -> bool:
    words = line.words
    lows = [word.low for word in words[at:end]]
    if end - core > 2 or any(" ".join(lows[:length]) in FAMOUS for length in range(2, len(lows) + 1)):
        return False
    low = words[core].low
    if low in people.children or people.calls(low) or any(words[at].low in owner.parsed.firsts for owner in people.adults.get(low, ()) if owner.role != "carer"):
        return False
    if any(word.low in ORDINARY or word.low.endswith(ENDINGS) and core == at + 1 or word.low in roles.BODIES or word.low in cues.CHILD or word.low.isdigit() for word in words[core:end]):
        return False
    return not any(word.low in roles.TITLES or word.low in roles.ADULT or word.low in roles.BODIES or word.low.endswith(roles.TITLE_ENDINGS) for word in words[first:at])


_BRACKETED = late(rf"(?<![\w'-])(?P<first>[A-Z][a-z][\w'-]*) \((?P<last>(?P<lead>(?i:{_LEAD}))(?P<core>[A-Z][\w'-]+))\)")


def _bracketed(line: Line, people: People) -> Iterator[Match]:
    # "Sophie (Tillema), die vorig jaar nog in groep 8 zat".
    for found in _BRACKETED.finditer(line.text):
        first, core = found["first"].lower(), found["core"].lower()
        if not people.calls(first) or first in ELDER or core in people.children or people.calls(core) or not (found["lead"] and found["lead"][:2] not in {"De", "He", "'t"} or evidence.shaped(core)) or core in ORDINARY:
            continue
        start, end = line.word_at(found.start()), line.word_at(found.end())
        if not context.titled(line, start) and (evidence.lean(line, start, end) > 0 or _STILL.match(line.low, found.end())):
            yield Match("onbekend", found.end("first"), found.end(), "", _WHY, accept(found[0]))


_STILL = late(r",?\s+(?:die|dat)\s[^.!?\x1e]{0,60}\b(?:groep\s*[1-8]|zat|klas|school)\b|,?\s+(?:uit|van)\s+groep\s*[1-8]")

__all__ = ["strangers"]
