"""What a first name says of its bearer's age, where nothing at the name says child: a child, perhaps a child, an adult.

Not the name alone decides: whatever speaks of an adult beside it makes it stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sitegen.late import late
from sitegen.privacy.lexicon import roles
from sitegen.privacy.lexicon.ages import ELDER, YOUNG
from sitegen.privacy.lexicon.firstnames import FIRST_NAMES
from sitegen.privacy.rules import evidence

if TYPE_CHECKING:
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People

# What no child is or does.
_ADULTS_ALONE = roles.ADULT - roles.TITLES - frozenset("""
juf meester leerkracht leerkrachten boek boeken prentenboek gedicht film museum tentoonstelling schilderij schilderijen schreef schrijft geschreven voorlas lezing winkel
boswachter imker politie brandweer agent wijkagent dokter tandarts praktijk koning koningin oorlog verzet gemeente kerk bieb bibliotheek training krant olympisch olympische
student onderzoek astronaut uitvinder uitgevonden ontdekte overleden stierf eeuw schilder collega collega's album concert
""".split())
# Who makes or shows these is an adult more often than a child; near a name that both bear they keep it.
_MAKERS = _ADULTS_ALONE | frozenset("boek boeken prentenboek film museum tentoonstelling schilderij schilderijen schreef geschreven schrijft lezing album concert winkel onderzoek student collega collega's eeuw overleden stierf olympisch olympische".split())
# "Op zaterdag speelt Roos Beer viool, zij is docente."
_TOLD = late(r"[^.!?;\x1e]{0,80}\b(?:zij|hij|ze)\s+(?:is|was|werkt)\s+((?:[a-z'-]+\s+){0,4}[a-z'-]+)")
# "Eva Prakken van Natuurmonumenten": for whom she works. "van De Regenboog" is a school.
_OF_BODY = late(r"\s+(?:van|namens|bij|voor)\s+(?:(?:de|het)\s+(?!school|klas|groep)[a-z]|(?!De\s|Het\s|'t\s)[A-Z]\w+)")
# Whom to ask, and who helps.
_CONTACT = late(
    r"\b(?:terecht\s+bij|contact\s+op\w*\s+met|bel(?:len)?\s+(?:met|naar)|mail(?:en)?\s+(?:naar|met)|(?:u|je|zich|aanmelden|opgeven|melden|informatie|informeren|binnen|langs|even)\s+(?:aan\s+|op\s+)?(?:bij|via)|meld(?:en|t)?\s+(?:u|je|zich)\s|(?:wij|we)\s+danken|met\s+dank\s+aan|vragen\s+aan|namens|ontworpen|ontwerp|uitgegeven|gesticht|genoemd\s+naar|vernoemd"
    r"|\w*(?:ouders?|moeders?|vaders?|opa's|oma's|vrijwilligers?|hulp|hulpen|commissie|werkgroep|bestuur|kapster|kapper)\b\s*(?:\(|:|zijn|is|waren|van))"
)


def by_first_name(line: Line, start: int, end: int, first: str, people: People) -> Literal["child", "either", ""]:
    """Whose the name in words [start, end) with the first name `first` (lower case) is: a child's, perhaps one's, or not known to be.

    "either" is said of names that all ages bear, where nothing speaks of an adult.
    """
    if first in YOUNG and not _adult(line, start, end, people):
        return "child"
    known = first in FIRST_NAMES or first in people.register.first_names
    return "either" if known and first not in ELDER and not _among_adults(line, start, end, people) else ""


def _adult(line: Line, start: int, end: int, people: People) -> bool:
    """Whether something says of the name in words [start, end) that it is an adult's, though its first name is a child's.

    A teacher, a book or a museum in the sentence says nothing: children are among them all day.
    """
    at = line.words[start].start
    left, right = line.sentence(at, line.words[end - 1].end)
    if evidence.CAREER.search(line.low, left, right) or evidence.team_list(line, at, people) or evidence.about_adults(line, at):
        return True
    first, last = line.word_at(left), line.word_at(right)
    around = {word.low for word in (*line.words[max(first, start - 10) : start], *line.words[end : min(last, end + 10)])}
    return not around.isdisjoint(_ADULTS_ALONE)


def _among_adults(line: Line, start: int, end: int, people: People) -> bool:
    """Whether anything in the sentence, the list or the heading around the name in words [start, end) speaks of adults."""
    if _adult(line, start, end, people) or _CONTACT.search(line.low, *line.sentence(line.words[start].start, line.words[end - 1].end)):
        return True
    words = line.words
    left, right = line.sentence(words[start].start, words[end - 1].end)
    told = _TOLD.match(line.low, words[end - 1].end)
    if told and not roles.FUNCTIONS.isdisjoint(told[1].split()):
        return True
    if _OF_BODY.match(line.text, words[end - 1].end) or evidence.VISITS.search(line.low, left, right) or evidence.TEAM.search(evidence.heading(line, words[start].start)):
        return True
    first, last = line.word_at(left), line.word_at(right)
    around = {word.low for word in (*words[max(first, start - 8) : start], *words[end : min(last, end + 8)])}
    if not around.isdisjoint(_MAKERS):
        return True
    # "Vakdocent muziek Sven Krol"; the title of "Meester Bram en Ruben" has a name of its own.
    return any(
        (words[at].low in roles.TITLES or words[at].low.endswith(roles.TITLE_ENDINGS)) and not (at + 1 < start and line.text[words[at + 1].start].isupper())
        for at in (*range(max(first, start - 3), start), *range(end, min(last, end + 3)))
    )
