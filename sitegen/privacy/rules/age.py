"""What a first name says of its bearer's age, where nothing at the name says child: a child, perhaps a child, an adult.

Not the name alone decides: whatever speaks of an adult beside it makes it stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sitegen.late import late
from sitegen.privacy.lexicon import roles
from sitegen.privacy.lexicon.ages import ELDER, YOUNG
from sitegen.privacy.rules import context, evidence

if TYPE_CHECKING:
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People

# What no child is or does.
_ADULTS_ALONE = roles.ADULT - roles.TITLES - frozenset("""
juf meester bouwde leerkracht leerkrachten boek boeken prentenboek gedicht film museum tentoonstelling schilderij schilderijen schreef schrijft geschreven voorlas lezing winkel
boswachter imker politie brandweer agent wijkagent dokter tandarts praktijk koning koningin oorlog verzet gemeente kerk bieb bibliotheek training krant olympisch olympische
student onderzoek astronaut uitvinder uitgevonden ontdekte overleden stierf eeuw schilder collega collega's album concert
""".split())
# Who makes or shows these is an adult more often than a child; near a name that both bear they keep it.
_MAKERS = frozenset("boek boeken prentenboek film museum tentoonstelling schilderij schilderijen lezing album concert winkel student collega collega's eeuw overleden stierf olympisch olympische".split())
# "Op zaterdag speelt Roos Beer viool, zij is docente."
_TOLD = late(r"[^.!?;\x1e]{0,80}\b(?:zij|hij|ze)\s+(?:is|was|werkt)\s+((?:[a-z'-]+\s+){0,4}[a-z'-]+)")
# "Eva Prakken van Natuurmonumenten": for whom she works. "van De Regenboog" is a school.
_OF_BODY = late(r"\s+(?:van|namens|bij|voor)\s+(?:(?:de|het)\s+(?!school|klas|groep)[a-z]|(?!De\s|Het\s|'t\s|Kindcentrum|School|Basisschool|Daltonschool|[A-Z]BS\s|IKC\s|ODS\s)[A-Z]\w+)")
# A guest, a teacher who stands in. Telling, reading aloud and presenting is what children do as well.
_GUEST = late(
    r"\b(?:(?:kwam|komt|komen|kwamen)\s+(?:[\w-]+\s+){0,3}(?:vertellen|voorlezen|kijken|helpen)|gastles|workshop|lesgeven|les\s+geven|(?:geeft|gaf|geven)\s+(?:[\w-]+\s+){0,4}[\w-]*(?:les|lessen|workshops?|trainingen|training|clinic|cursus|lezing|advies|groep)"
    r"|verzorgt|verzorgde|begeleidt|begeleidde|op\s+bezoek|vervangt|invalt|staat\s+voor|leidt|repareert|repareerde|draai(?:t|en)\s+(?:samen\s+)?groep|neemt\s+groep|nemen\s+groep|kookt)\b"
)
# Between a title and a name: the title is somebody else's.
_JOINING = frozenset("en met voor van aan door gaf ook of tegen bij naast of zei vroeg".split())
# Whom to ask, and who helps.
_CONTACT = late(
    r"\b(?:terecht\s+bij|contact\s+op\w*\s+met|bel(?:len)?\s+(?:met|naar)|mail(?:en)?\s+(?:naar|met)|(?:u|je|zich|aanmelden|opgeven|melden|informatie|informeren|binnen|langs|even)\s+(?:aan\s+|op\s+)?(?:bij|via)|meld(?:en|t)?\s+(?:u|je|zich)\s|(?:wij|we)\s+danken|dank(?:en|t)?\s+(?:ook\s+)?aan|onder\s+leiding\s+van|vragen\s+aan|namens\s+(?!onze|de\s+(?:hele|school|groep|klas|leerlingen|kinderen))|uitgegeven|gesticht|genoemd\s+naar|vernoemd"
    r"|\w*(?:ouders?|moeders?|vaders?|opa's|oma's|vrijwilligers?|hulp|hulpen|commissie|werkgroep|bestuur|kapster|kapper)\b\s*(?:\(|:|zijn|is|waren))"
)


_OF_OFFICE = late(r"\s+(?:van|namens|bij)\s+(?:de|het)\s+(?!school|klas|groep|kleuter|peuter|buurschool|overkant)[a-z]{5}")


def elder_of_body(line: Line, end: int, first: str) -> bool:
    """Whether hardly any child is called `first`, and the words from word `end` on say for whom its bearer works: "van het consultatiebureau"."""
    return first in ELDER and bool(_OF_OFFICE.match(line.text, line.words[end - 1].end))


def by_first_name(line: Line, start: int, end: int, first: str, people: People) -> Literal["child", "either", ""]:
    """Whose the name in words [start, end) with the first name `first` (lower case) is: a child's, perhaps one's, or not known to be.

    "either" is said of names that all ages bear, where nothing speaks of an adult.
    """
    if first in YOUNG and not _adult(line, start, end, people):
        return "child"
    known = people.calls(first)
    return "either" if known and first not in ELDER and not _among_adults(line, start, end, people) else ""


def _adult(line: Line, start: int, end: int, people: People) -> bool:
    """Whether something says of the name in words [start, end) that it is an adult's, though its first name is a child's.

    A teacher, a book or a museum in the sentence says nothing: children are among them all day.
    """
    at = line.words[start].start
    left, right = line.sentence(at, line.words[end - 1].end)
    if evidence.CAREER.search(line.low, left, right) or _of_staff(line, start, end, people) or _announced(line, at):
        return True
    first, last = line.word_at(left), line.word_at(right)
    return not _ADULTS_ALONE.isdisjoint(word.low for word in (*line.words[max(first, start - 10) : start], *line.words[end : min(last, end + 10)]))


def _announced(line: Line, position: int) -> bool:
    # "De oudergeleding van de MR: Sanne Bos"; not "Het team van De Tjalk (Jesper Kroeze …)".
    before = line.text[max(0, position - 160) : position].rstrip("\x1e\x1f \n")
    own = line.text[len(before) + max(0, position - 160) : position]
    return evidence.about_adults(line, position) and ("\x1e" in own or "\x1f" in own or ":" in before[before.rfind("\x1e") + 1 :])


def _of_staff(line: Line, start: int, end: int, people: People) -> bool:
    # "Kledinghoek: Sietske Dijkstra en Chaima Oulad": beside a colleague who is named without "juf" or "meester".
    words = line.words
    left, right = line.sentence(words[start].start, words[end - 1].end)
    for index in range(line.word_at(left), min(line.word_at(right), len(words))):
        if start <= index < end or not line.text[words[index].start].isupper():
            continue
        owners = [owner for owner in people.adults.get(words[index].low, ()) if owner.role == "staff"]
        called = next((at for at in range(index - 1, max(index - 5, -1), -1) for owner in owners if words[at].low in owner.parsed.firsts), None)
        between = line.text[words[index].end : words[start].start] if index < start else line.text[words[end - 1].end : words[called or index].start]
        if called is not None and not context.titled(line, called) and not any(mark in between for mark in ':"'):
            return True
    return False


def _among_adults(line: Line, start: int, end: int, people: People) -> bool:
    """Whether anything in the sentence, the list or the heading around the name in words [start, end) speaks of adults."""
    words = line.words
    left, right = line.sentence(words[start].start, words[end - 1].end)
    tail = words[end - 1].end
    if _adult(line, start, end, people) or _CONTACT.search(line.low, left, right) or _OF_BODY.match(line.text, tail) or _GUEST.search(line.low, left, right):
        return True
    told = _TOLD.match(line.low, tail)
    if told and not roles.FUNCTIONS.isdisjoint(told[1].split()):
        return True
    title = evidence.heading(line, words[start].start)
    if evidence.TEAM.search(title) and not evidence.of_children(title):
        return True
    first, last = line.word_at(left), line.word_at(right)
    if not _MAKERS.isdisjoint(word.low for word in (*words[max(first, start - 8) : start], *words[end : min(last, end + 8)])):
        return True
    # "Vakdocent muziek Sven Krol": the title, and of what.
    at = start - 2
    return at >= first and (words[at].low in roles.TITLES or words[at].low.endswith(roles.TITLE_ENDINGS)) and line.gap(at) == line.gap(at + 1) == " " and line.text[words[at + 1].start].islower() and words[at + 1].low not in _JOINING
