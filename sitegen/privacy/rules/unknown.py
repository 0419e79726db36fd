"""Children the register does not know: a full name goes when what stands around it says that it is a child's (FORMATS §5.3)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sitegen.late import late
from sitegen.privacy.finding import Match
from sitegen.privacy.lexicon import cues
from sitegen.privacy.lexicon.famous import FAMOUS
from sitegen.privacy.lexicon.firstnames import FIRST_NAMES, PAIRS, PATRONYMS, SECOND_NAMES
from sitegen.privacy.lexicon.ordinary import ENDINGS, ORDINARY, SURNAME_ADJECTIVES, SURNAME_WORDS
from sitegen.privacy.lexicon.particles import STRONG
from sitegen.privacy.lexicon.roles import BODIES, BODIES_AFTER, SCHOOLS, TITLE_ENDINGS, TITLES
from sitegen.privacy.people import low_words
from sitegen.privacy.rules import context, evidence, told
from sitegen.privacy.rules.age import by_first_name, elder_of_body
from sitegen.privacy.rules.columns import of_adults, of_bodies, of_staff
from sitegen.privacy.rules.names import accept, possessive
from sitegen.privacy.shadow import plain
from sitegen.register import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People
    from sitegen.school import School

_WHY = "achternaam van iemand die hier als kind genoemd wordt, maar niet in het register staat"
_DOUBT = "volledige naam van iemand die niet in het register staat; een kind of een volwassene?"
_YOUNG_WHY = "achternaam van iemand met een voornaam die bijna alleen kinderen dragen, en die niet in het register staat"
_EITHER_WHY = "achternaam van iemand met een voornaam die kinderen en volwassenen dragen, die niet in het register staat en van wie niets zegt dat het een volwassene is"
# A capital, and not far behind it another, is all a candidate needs: most pages have few.
_LOOK = late(r"[A-Z](?<![\w'-].)(?=[\w'-]*\.?[ \n]+(?:(?:[A-Z]\.[ ]?)+[ \n]*)?(?:'?[a-zA-Z]{1,4}[ .'/\n]+){0,3}'?[A-Z])")
_GAP = late(r"[ \n]{1,2}\Z")
# Ordinary words that people are often called, behind a first name: "Tess Prins", "Hugo Winter".
_BORNE = (SURNAME_WORDS & ORDINARY) - BODIES - frozenset("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus kerk school lente".split()) | {"bos"}
# Behind a surname these are no second surname.
_NO_SURNAME = ORDINARY | BODIES | BODIES_AFTER | TITLES | (FIRST_NAMES - PATRONYMS)
# What a sentence begins with when it asks something of the reader.
_IMPERATIVES = frozenset("let kijk kom doe ga geef neem lees luister schrijf stuur mail bel vraag zoek maak zet leg breng haal denk".split())
# Right behind these stands a child's name.
_DIRECTLY = frozenset(word for word in cues.PUPIL - cues.CHILDS_TITLES if not word.endswith("en")) | {"zusje", "broertje", "zus", "broer", "dochter", "zoon", "dochtertje", "zoontje"}
# Words that end so say who somebody is.
_WHO = ("juf", "meester", "moeder", "vader", "docent", "leraar", "trainer", "coach", "kind", "meisje", "jongen", "zusje", "broertje", "leider", "begeleider", "directeur", "kampioen", "winnaar", "speler", "vriendin", "vriend")
# Nor does a surname end so, whatever stands before: "het Simon Stevinplein".
_PLACES = ("straat", "laan", "plein", "school", "museum", "feest", "krant", "vereniging", "ziekenhuis", "stichting", "toernooi", "bokaal")
_INITIAL = late(r"\.? ?\.?\Z")


class Candidate(NamedTuple):
    """A full name in a line: words [start, end); the last first name at `first`; tussenvoegsels from `lead`, surname from `core`."""

    start: int
    first: int
    lead: int
    core: int
    end: int


def unknown(people: People, school: School) -> Finder:
    """Full names that nobody in the register bears, where the context speaks of a child."""
    own = _words(school.name, school.town)
    # "Ria Tuinstra (extern vertrouwenspersoon)" under contacts: is no child, whatever she does.
    listed = "|".join(f" {' '.join(re.findall(r'[a-z]+', plain(contact.name).lower()))} " for contact in school.contacts)

    def find(line: Line) -> Iterator[Match]:
        if line.kind == "slug":
            return
        yield from _initialled(line, people)
        bodies = [*of_bodies(line), *of_adults(line), *of_staff(line, people)] if line.cells else []
        done = 0
        for look in _LOOK.finditer(line.text):
            index = line.word_at(look.start())
            if index < done:
                continue
            candidate = candidate_at(line, index, people)
            if candidate and line.words[candidate.core].low in FIRST_NAMES and line.words[candidate.start].low not in FIRST_NAMES:
                # "Boekentip van Hajar Benhaddou": the name begins behind "van".
                candidate = candidate_at(line, candidate.core, people) or candidate
            elif candidate and evidence.opens(line, candidate.start) and _one_who(line.lows[candidate.start]) and not people.calls(line.lows[candidate.start]):
                # "Turnster Liza Hooghoudt uit groep 6": who she is, with the capital of the sentence.
                candidate = candidate_at(line, candidate.start + 1, people)
            elif candidate and _shouted(line, candidate.core) and told.below(line, candidate.core, candidate.end):
                # "GROEP 7 FELICITEERT TIRZA WIERINGA": in capitals a verb looks like a first name, but the text below knows better.
                candidate = candidate_at(line, candidate.core, people) or candidate
            elif candidate and _of_a_work(line, candidate):
                # "uit Matilda van Roald Dahl": what begins before "van" is a book, and a name may begin behind it.
                candidate = candidate_at(line, candidate.core, people)
            if candidate is None or not own.isdisjoint(line.lows[candidate.core : candidate.end]):
                continue
            if f" {' '.join(line.lows[candidate.start : candidate.end])} " in listed:
                done = candidate.end
                continue
            done = candidate.end
            if any(start <= look.start() < end for start, end in bodies) or _school(line, candidate, people):
                continue
            yield from _judge(line, candidate, people)

    return find


def _one_who(low: str) -> bool:
    # What says who somebody is ends so, and hardly any first name does: turnster, verdediger, kampioene.
    return len(low) > 5 and low.endswith(("ster", "stster", "ger", "ser", "per", "ler", "der", "ist", "iste", "pioen", "pioene"))


def _shouted(line: Line, index: int) -> bool:
    word = line.words[index]
    return word.end - word.start > 2 and line.text[word.start : word.end].isupper()


_LIST_BEHIND = late(r":\s+([A-Z][a-z][\w'-]*)")


def _school(line: Line, one: Candidate, people: People) -> bool:
    # "Praedinius Gymnasium"; "Terra Oosterwold: Stijn en Jelle", where they go.
    words = line.words
    if words[one.end - 1].low in SCHOOLS or one.end < len(words) and words[one.end].low in SCHOOLS and line.gap(one.end - 1) == " ":
        return True
    listed = _LIST_BEHIND.match(line.text, words[one.end - 1].end)
    return listed is not None and people.calls(listed[1].lower()) and not people.calls(words[one.start].low) and evidence.opens(line, one.start)


_BY = late(r"\s(?:van|door|naar|over)\s+[A-Z]")
_MADE_BY = late(r",\s+door\s+[A-Z]")


def _of_a_work(line: Line, one: Candidate) -> bool:
    # A title in italics before "van", or a famous name behind it.
    words = line.words
    if one.lead == one.core or words[one.lead].low not in {"van", "door", "naar"} or line.text[words[one.lead].start].isupper():
        return False
    end = words[one.first].end
    if any(start <= words[one.start].start and stop == end for start, stop in line.emphasis):
        return True
    return " ".join(word.low for word in words[one.core : one.end] if len(word.low) > 1) in FAMOUS


def _of_a_title(line: Line, one: Candidate) -> bool:
    # "*Koen Kampioen* van Fred Diks", "**Johan van Hulst**, door Karim": all of it is the title of a book or of a piece of work.
    start, end = line.words[one.start].start, line.words[one.end - 1].end
    marked = any(left <= start and end <= right and not line.text[end:right].strip(" .!?") for left, right in line.emphasis)
    return marked and bool(_BY.match(line.text, end) or _MADE_BY.match(line.text, end))


_READ = late(r"boek|\b(?:voor)?(?:las|lazen|leest|lezen|gelezen)\b|film|liedje|musical|verhaal|dichter|\bkijk")
_WORK_BY = late(r"\s+(?:van|naar)\s+\Z")


def _author(line: Line, one: Candidate) -> bool:
    # "de film *Annie* naar Charles Strouse": behind a title in italics, where the sentence is about reading or watching.
    start, end = line.words[one.start].start, line.words[one.end - 1].end
    if "groep" in line.low[end : end + 12] or not any(right < start <= right + 6 and _WORK_BY.match(line.text, right, start) for _, right in line.emphasis):
        return False
    return bool(_READ.search(line.low, *line.sentence(start, end)))


_INITIALLED = late(r"[A-Z]\.(?<![\w.]..)[ ]?(?:[A-Z]\.[ ]?){0,2}[ ]?(?P<name>(?:(?:van|de|der|den|ten|ter|'t|te|el|al)[ ])*[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)(?![\w])")


def _initialled(line: Line, people: People) -> Iterator[Match]:
    # "K. Rozendaal, groep 6": an initial and a surname, and right beside it that a child is meant.
    for found in _INITIALLED.finditer(line.text) if b"A." in line.shape else ():
        first, end = line.word_at(found.start()), line.word_at(found.end())
        core = line.words[end - 1].low
        if core in ORDINARY or core in cues.PUPIL or core in cues.FAMILY or core in cues.PARENT or core in TITLES:
            continue  # "O. Winnaar is …": an initial whose surname is gone, and the next sentence
        if core in people.children or core in people.adults or context.titled(line, first) or context.has_function(line, end):
            continue
        beside = context.child_beside(line, first, end)
        if not beside and not _among_initials(line, found.start(), people):
            continue
        # A row of bare initials would say nothing.
        yield Match("onbekend", found.start("name") - 1 if beside else found.start(), found.end("name"), "", _WHY, accept(line.seen[found.start() : found.end()]))


def _among_initials(line: Line, position: int, people: People) -> bool:
    # "Geslaagd voor het verkeersexamen: J. Kooistra, M.A. Polman".
    return context.labelled(line, position) and not evidence.team_list(line, position, people) and not evidence.in_minutes(line, position)


@lru_cache(maxsize=8)
def _words(*values: str) -> frozenset[str]:
    return frozenset(part.lower() for value in values for part in re.findall(r"[A-Za-z]{4,}", value))


def candidate_at(line: Line, index: int, people: People) -> Candidate | None:
    """The full name that begins at word `index`, or None when these words can't be one."""
    words = line.words
    if index >= len(words) or not _firstly(line, index, people):
        return None
    first = index
    # Double first names: Jan-Pieter, Anna-Sophie.
    while first + 1 < len(words) and line.gap(first) in {"-", ""} and line.text[words[first + 1].start].isupper():
        first += 1
    at = first + 1
    while at < len(words) and (_GAP.match(line.gap(at - 1)) or at - 1 > first and _INITIAL.match(line.gap(at - 1))):
        word = words[at]
        raw = line.text[word.start : word.end]
        if len(raw) == 1 and raw.isupper() and line.gap(at).startswith((".", " ")) and word.low not in {"d", "t"}:
            at += 1
            continue
        # "Inaya Ben Hamou": between two capitals it is no second first name.
        between = word.low in {"ben", "el", "al"} and at + 1 < len(words) and _GAP.match(line.gap(at)) and line.text[words[at + 1].start].isupper()
        second = people.calls(word.low) and word.low not in PATRONYMS and not between or at == index + 1 and f"{words[index].low} {word.low}" in PAIRS
        if raw[0].isupper() and second and _surname_at(line, at + 1) is not None and _GAP.match(line.gap(at)):
            first, at = at, at + 1
            continue
        break
    lead = at
    known = any(people.calls(words[one].low) for one in range(index, lead))
    # "Zeb Noordhuis (7 jaar)": what follows says it as well as a first name would.
    known = known or lead < len(words) and context.child_beside(line, index, lead + 1)
    core = _surname_at(line, lead, known=known)
    if core is None and lead < len(words) and (known and (_dated(line, index, lead, people) or _sainted(line, lead)) or _played(line, index, lead)):
        core = lead
    if core is None and not known and lead < len(words) and evidence.shaped(words[lead].low) and (context.labelled(line, words[index].start) or evidence.newcomer(line, index)):
        # "Tand eruit: Vive Hulzebos": the list says what the first name does not.
        core = _surname_at(line, lead, known=True)
    if core is None:
        return None
    end = core + 1
    while end < len(words):
        gap = line.gap(end - 1)
        raw = line.text[words[end].start : words[end].end]
        # "McAllister", "DeJong" are one surname each.
        if gap in {"-", "'"} and (raw[0].isupper() or gap == "'" and len(raw) > 2) or not gap and raw.isalpha():
            end += 1
            continue
        # "Tom Brinks - Ruben Terpstra": behind the dash somebody else begins.
        other = gap == " - " and people.calls(words[end].low)
        tail = _surname_at(line, end, known=known) if gap in {"-", " - "} and not other or _GAP.match(gap) and raw.lower() in {"el", "al", "ben", "tot"} else None
        if tail is not None:
            end = tail + 1
            continue
        shouted = end == core + 1 and len(words[core].low) > 2 and line.text[words[core].start : words[core].end].isupper()
        if _GAP.match(gap) and raw[0].isupper() and not shouted and len(raw) > 1 and not gap.count("\n") and words[end].low not in _NO_SURNAME:
            end += 1
            continue
        break
    return Candidate(index, first, lead, core, end)


_DAYS = frozenset("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december".split())
_DAY = late(r"\b(?:Maan|Dins|Woens|Donder|Vrij|Zater|Zon)dag\b")


def _dated(line: Line, index: int, core: int, people: People) -> bool:
    # "Jaïr Vrijdag (groep 8)": a day or a month right before a child's group, and no timetable of such days.
    word = line.words[core]
    if word.low not in _DAYS or not people.calls(line.words[index].low) or line.gap(core - 1) != " " or not line.text[word.start].isupper() or not _OF_A_CHILD.match(line.low, word.end):
        return False
    left, right = line.sentence(line.words[index].start, word.end)
    return len(_DAY.findall(line.text, left, right)) < 2


def _sainted(line: Line, index: int) -> bool:
    # "Emmelie Sint Nicolaas" and nothing more: a surname too.
    words = line.words
    if words[index].low != "sint" or index + 1 >= len(words) or line.gap(index - 1) != " " or line.gap(index) != " ":
        return False
    behind = line.text[words[index + 1].end : words[index + 1].end + 4]
    return line.text[words[index].start].isupper() and line.text[words[index + 1].start].isupper() and (not behind or behind[0] in ".,;!?)(\x1e\x1f" or behind == " en ")


# Words that people are called; worked out here, not at every name.
_BORNE_WORDS = SURNAME_WORDS - SURNAME_ADJECTIVES - _DAYS


def _played(line: Line, index: int, core: int) -> bool:
    # "In groep 6 mocht Ravenna Kok …": neither name is known, but a word that people are called stands where a child's surname would.
    word = line.words[core]
    return word.low in _BORNE_WORDS and line.gap(core - 1) == " " and line.text[word.start].isupper() and told.did_in_class(line, index, core + 1)


def _firstly(line: Line, index: int, people: People) -> bool:
    word = line.words[index]
    low = word.low
    if len(low) < 2 or low in TITLES and not _called_lio(line, index, people) or low in BODIES:
        return False
    if low in cues.FAMILY or low in cues.PUPIL or low in cues.PARENT or low in STRONG and not _called_ben(line, index, people) or context.singular(low):
        return False
    known = people.calls(low)
    if not known and index and line.low[line.words[index - 1].start : line.words[index - 1].end] in {"uit", "naar"}:
        return False  # "Groetjes uit Frankrijk van Nore Bijlsma": a place
    if not known and (low.endswith(_WHO + TITLE_ENDINGS) or context.volunteer(low)):
        return False  # "Invaljuf Carla Mertens": the name begins behind it
    if not known and (low in people.children or evidence.is_cue(low)):
        return False
    if low in ORDINARY:
        return known and not evidence.opens(line, index) or _entry(line, index, people, known=known) or low in _LOVELY and _lovely(line, index, people)
    return known or not low.endswith(ENDINGS)


_ENTRY = late(r"[A-Z][\w'-]+(?: (?:van|de|der|den|ten|ter|te|'t|el|al))* ([A-Z][a-z'-]+)(?=\s*(?:[\x1e\x1f(,:–-]|\Z))")


# Ordinary words that parents may call a child; "Het Noorden" between two children is no child.
_LOVELY = frozenset("kerst lente zomer herfst winter pasen april mei juni juli ster zon maan regen wolk storm bloem parel saffier robijn vuur zee oceaan rivier sneeuw vrede hoop liefde vlinder wolf vos beer engel dag licht muze lelie".split())


_NO_NAMES = ORDINARY | BODIES


def _entry(line: Line, index: int, people: People, *, known: bool) -> bool:
    # "Lieve van Ulzen (groep 1)", "24 december: Kerst Uneken" as an item: an ordinary word that is a first name here.
    start = line.words[index].start
    found = _ENTRY.match(line.text, start)
    if not found or found[1].lower() in _NO_NAMES or not evidence.begins_item(line, start):
        return False
    return known or line.words[index].low in _LOVELY and evidence.beside_item(line, start, people)


def _lovely(line: Line, index: int, people: People) -> bool:
    # "onze leerling Juni Prakken", "Jarig: Mei Oostra": a month that is a first name where a child's name is wanted.
    words = line.words
    if not index or index + 1 >= len(words) or line.gap(index) != " " or not line.text[words[index].start].isupper():
        return False
    if line.gap(index - 1) == " " and words[index - 1].low in _DIRECTLY:
        return True
    if not evidence.shaped(words[index + 1].low) and not evidence.company(line, index, index + 2, people):
        return False
    return context.labelled(line, words[index].start)


def _called_ben(line: Line, index: int, people: People) -> bool:
    # "Ben Sijbrandij"; but "Yassin Ben Salah".
    words = line.words
    return words[index].low == "ben" and line.text[words[index].start] == "B" and not (index and line.gap(index - 1) in {" ", "-"} and (people.calls(words[index - 1].low) or len(words[index - 1].low) == 1))


def _called_lio(line: Line, index: int, people: People) -> bool:
    # "Lio Hartkamp" is called so, "Lio Sanne Bakker" will be a teacher.
    words = line.words
    return words[index].low == "lio" and index + 1 < len(words) and line.text[words[index].start] == "L" and not people.calls(words[index + 1].low)


_BEFORE_CORE = late(r"(?:[ \n]|[-.'/] ?){1,2}\Z")


def _surname_at(line: Line, index: int, *, known: bool = False) -> int | None:
    # The word of the surname proper when one begins at `index`, tussenvoegsels before it skipped. `known`: a first name stands before.
    words = line.words
    at = index
    while at < len(words) and at < index + 4 and (words[at].low in STRONG or words[at].low in {"in", "op"} and at + 1 < len(words) and words[at + 1].low in {"t", "de", "den", "het"} or words[at].low in {"uit", "aan"} and at + 1 < len(words) and words[at + 1].low in {"t", "den"}) and _BEFORE_CORE.match(line.gap(at - 1) or " "):
        at += 1
    if at >= len(words):
        return None
    gap = line.gap(at - 1)
    word = words[at]
    if not re.match(r"(?:[ \n]|[-.'/] ?){1,2}\Z|\Z", gap) or not line.text[word.start].isupper() or len(word.low) < 2 and line.gap(at) != "'":
        return None
    if at > index and word.low.endswith(("school", "college", "lyceum", "opvang")):
        return None  # "Jente van de Julianaschool"
    # "Noor. De Efteling": a full stop parts sentences unless an abbreviation stands before it.
    if "." in gap and at == index and at and len(words[at - 1].low) > 1:
        return None
    if at == index and gap[-1:] == "'" and gap[:1].isspace() and len(word.low) > 1:
        return None  # "Femke 'Fem'": a nickname
    if "." in gap and word.low in _IMPERATIVES and at + 1 < len(words) and line.text[words[at + 1].start].islower():
        return None  # "Lieke en Ruben T. Kom langs!"
    if word.low in BODIES and line.text[word.start : word.end].isupper() or "van" in {one.low for one in words[index:at]} and any(line.text[one.start].isupper() for one in words[index + 1 : at]):
        # "Tomas van OBS De Klimop", "Abe van De Klimop": a school, not a surname.
        return None
    if word.low.endswith(_PLACES) and word.low not in _PLACES:
        return None
    if word.low in ORDINARY or word.low.endswith(ENDINGS) or word.low in BODIES:
        return at if at > index and (known or word.low not in ORDINARY) or known and (word.low not in _NO_NAMES or word.low in _BORNE) else None
    return at


def _judge(line: Line, one: Candidate, people: People) -> Iterator[Match]:
    words = line.words
    full = " ".join(word.low for word in words[one.start : one.end])
    # "Annie M.G. Schmidt" is Annie Schmidt.
    # and "Pater Titus Brandsma" Titus Brandsma.
    if full in FAMOUS or full.partition(" ")[2] in FAMOUS or " ".join(word.low for word in words[one.start : one.end] if len(word.low) > 1) in FAMOUS:
        if _namesake(line, one):
            yield _match(line, one)
        return
    core = words[one.core].low
    starting = {word.low for word in words[one.start : one.core + 1]}
    if any(owner.name not in people.strangers for owner in people.children.get(core, ())) or any(
        starting & owner.parsed.firsts for word in words[one.core + 1 : one.end] for owner in people.children.get(word.low, ())
    ):
        # A surname of the register: the rules for those decide.
        return
    if one.end == one.core + 1 and one.lead == one.core and (core in SECOND_NAMES or f"{words[one.start].low} {core}" in PAIRS or _double(line, one, people)):
        # "Jan Willem" with nothing behind it: two first names, the surname is gone already.
        return
    if _verb(line, one):
        return
    near = context.before(line, one.start, 1)
    if context.volunteers(line, one.start) or evidence.of_roles(line, words[one.start].start):
        return
    if line.emphasis and (_of_a_title(line, one) or _author(line, one)):
        return
    called = words[one.first].low in FIRST_NAMES
    # "soms is het Madelief van Buren", "dat mocht Stijn Bos"; but "de Sanne Bakker-beker".
    if near and near[0] in ({"de", "t", "dit", "deze"} if called else {"het", "de", "t", "dit", "deze", "die", "dat"}) and line.gap(one.start - 1) == " ":
        return
    if len(core) > 1 and line.text[words[one.core].start : words[one.core].end].isupper() and not people.calls(words[one.start].low) and not _told(line, one):
        return
    team = evidence.under_team(line, words[one.start].start)
    beside = not team and context.child_beside(line, one.start, one.end)
    adult = any(
        owner.role != "carer" and (words[at].low in owner.parsed.firsts)
        for surname in (core, core.removesuffix("s")) for owner in people.adults.get(surname, ()) for at in range(one.start, one.lead)
    )
    parent = evidence.parent(line, one.start, one.end)
    if adult or context.titled(line, one.start) and not (parent or context.holds_office(line, one.start) or evidence.in_cast(line, words[one.start].start)) or context.in_street(line, one.lead, one.end, people.streets):
        return
    known = words[one.first].low in FIRST_NAMES or words[one.start].low in FIRST_NAMES or words[one.first].low in people.register.first_names
    # "Ailish McGregor": a first name we lack, before what can only be a surname.
    known = known or not people.calls(core) and (one.lead < one.core or evidence.shaped(core) or core in {"mc", "mac", "o"})
    said = beside or parent or evidence.newcomer(line, one.start) or context.in_council(line, words[one.start].start) or evidence.in_cast(line, words[one.start].start)
    if not said and _told(line, one):
        said = known = True
    if not said:
        if context.has_function(line, one.end) or context.body_around(line, one.start, one.end) or elder_of_body(line, one.end, words[one.first].low):
            return
        if team or not evidence.child(line, one.start, one.end, people, known=known) and not (known and told.hailed(line, one.start)):
            yield from _by_age(line, one, people, known=known)
            return
    if not known and people.calls(core) and evidence.opens(line, one.start) and (words[one.start].low in cues.CHILD or not evidence.beside_item(line, words[one.start].start, people)):
        # "Welkom Liv (groep 3)": a capital word, then a first name.
        return
    if context.body_around(line, one.start, one.end) and not parent and not evidence.newcomer(line, one.start):
        return
    yield _match(line, one)


def _verb(line: Line, one: Candidate) -> bool:
    # In capitals a verb looks like a surname: "TIRZA WINT!".
    core = line.words[one.core].low
    return _shouted(line, one.core) and one.lead == one.core and (core.endswith("t") and not evidence.shaped(core) and core not in SURNAME_WORDS or evidence.is_cue(core) or core in cues.CHILD)


def _told(line: Line, one: Candidate) -> bool:
    # What the sentence or the text below says, whatever the first name is.
    if told.begins(line, one.start, one.end) or told.below(line, one.first, one.end):
        return True
    core = line.words[one.core].low
    named = line.words[one.first].low in FIRST_NAMES or core in SURNAME_WORDS or one.lead < one.core or evidence.shaped(core)
    return named and told.did_in_class(line, one.start, one.end)


_OF_A_CHILD = late(r"\s+(?:uit|van)\s+groep\s*[1-8]|\s*[,(]\s*(?:(?:uit|van)\s+)?(?:groep|gr\.?)\s*[1-8]|\s*\((?:1[0-4]|[1-9])(?:\s+jaar)?\)|,\s*(?:1[0-4]|[1-9])\s+jaar\s*,")
_FEAST = late(r"\s+(?:(?:is|was|vandaag|morgen|gisteren|ook)\s+){0,3}jarig\b")
_OF_FAME = late(r"boek|film|museum|schilder|liedje|muziek|\blees|\blas\b|\blazen\b|\blezen\b|\bover\b|\bvan\s+\Z|project|werkstuk|spreekbeurt|eeuw|geweest|koning|oorlog|geschiedenis|\bzou\b|\b1\d{3}\b|verkleed")


def _namesake(line: Line, one: Candidate) -> bool:
    # "Piet Hein uit groep 6 heeft gips": called like somebody famous.
    start, end = line.words[one.start].start, line.words[one.end - 1].end
    if not _OF_A_CHILD.match(line.low, end) and not _FEAST.match(line.low, end):
        return False
    left, right = line.sentence(start, end)
    return not _OF_FAME.search(line.low, left, start) and not _OF_FAME.search(line.low, end, right)


def _by_age(line: Line, one: Candidate, people: People, *, known: bool) -> Iterator[Match]:
    words = line.words
    core = words[one.core]
    if len(core.low) > 1 and line.text[core.start : core.end].isupper():
        return  # "Noor KANTINE" is no name
    # "Hanna Zofia" are two first names.
    age = "" if people.calls(core.low) and core.low not in PATRONYMS else by_first_name(line, one.start, one.end, words[one.first].low, people)
    if age == "child":
        yield _match(line, one, _YOUNG_WHY)
    elif age == "either":
        yield _match(line, one, _EITHER_WHY, doubt=True)
    elif known and evidence.open_question(line, one.start, one.end):
        yield _match(line, one, _DOUBT, doubt=True, keep=True)


def _double(line: Line, one: Candidate, people: People) -> bool:
    # By what is known of first names alone: who is near by a surname is so no more once that surname is gone.
    parts = {word.low for word in line.words[one.start : one.end]}
    return len(parts) > 1 and any(parts.issubset(low_words(name)) for name in people.register.first_names if not name.isalpha())


def _match(line: Line, one: Candidate, why: str = _WHY, *, doubt: bool = False, keep: bool = False) -> Match:
    words = line.words
    start, end = words[one.lead - 1].end, words[one.end - 1].end
    if line.text[start : start + 1] == "." and len(words[one.lead - 1].low) == 1:
        start += 1
    first = line.text[words[one.first].start : words[one.first].end]
    replacement = ""
    tail = re.match(r"'s\b|'(?=\s+[a-z])", line.text[end : end + 4])
    if tail:
        end += len(tail[0])
        replacement = possessive(first) if one.lead == one.first + 1 else ""
    seen = line.seen
    name = Name(seen[words[one.start].start : words[one.first].end], seen[words[one.lead].start : words[one.core].start].strip(), seen[words[one.core].start : words[one.end - 1].end])
    return Match("onbekend", start, end, replacement, why, accept(seen[words[one.start].start : end]), doubt=doubt, keep=keep, child=None if keep else name)
