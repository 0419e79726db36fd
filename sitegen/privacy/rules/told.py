"""What says that a name is a child's though neither the words beside it nor its first name do: who begins in a group, who is told of below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.late import late
from sitegen.privacy.lexicon import cues, roles
from sitegen.privacy.rules import context, evidence

if TYPE_CHECKING:
    from sitegen.privacy.passage import Line

_CLASS = r"(?:(?:onze|de)\s+)?(?:groep\s*\d[\d/]*|kleuter\w*|peuter\w*|klas)"
_BEGUN = r"(?:begonnen|gestart|ingestroomd|ingestapt|aangeschoven|komen\s+wennen|geplaatst|erbij\s+gekomen|bijgekomen)"
# "Maandag is Saffira Mangroo begonnen in groep 4", "In groep 4 is Saffira Mangroo begonnen."
_IS = late(r"\b(?:is|zijn)\s+(?:ook\s+|nu\s+)?\Z")
_BEGUN_IN = late(rf"\s+(?:(?:[a-z]+\s+){{1,3}})?{_BEGUN}\s+(?:in|bij)\s+{_CLASS}")
_IN_CLASS_IS = late(rf"\bin\s+{_CLASS}\s+(?:is|zijn)\s+(?:ook\s+|nu\s+)?\Z")
_BEGUN_NOW = late(rf"\s+(?:(?:[a-z]+\s+){{1,3}})?{_BEGUN}\s*(?:[.,!;]|\Z|[\x1e\x1f])")
# "In groep 6 mocht Ravenna Kok voor kok spelen": what is allowed to one in a class, or done there, a child does.
_IN_CLASS_DID = late(
    rf"\b(?:in|uit|bij)\s+{_CLASS}\s+(?:mocht|mag|kon|durfde|durft|wist|won|wint|kreeg|krijgt|haalde|behaalde|trakteert|trakteerde|viert|vierde|verloor|brak|bedacht|tekende|bouwde|telde|sprong)\s+(?:ook\s+|alleen\s+)?\Z"
)
# "Groep 7 feliciteert Zaynab Harrak", "Groep 5 is trots op …".
_HAILED = late(r"\bgroep\s*\d[\d/]*\s+(?:feliciteert|verwelkomt|mist|is\s+(?:heel\s+|zo\s+|super)?trots\s+op|is\s+blij\s+met|zwaait|wenst)\s+\Z")
_ASKED = late(r"\s*[,:]\s*(?:in|uit)\s+welke\s+(?:groep|klas)\b|\s+(?:speelt|zwemt|rijdt|turnt|schaatst|danst|is)\b[^.!?\x1e]{0,60}\b(?:tot|onder)\s+(?:de\s+)?(?:1[0-4]|[5-9])\b")
# No further below is the same child meant by the same first name.
_BELOW = 600


def begins(line: Line, start: int, end: int) -> bool:
    """Whether the sentence says of the name in words [start, end) that its bearer began in a group, and of no adult."""
    at, tail = line.words[start].start, line.words[end - 1].end
    before = max(0, at - 60)
    begun = _IS.search(line.low, before, at) and _BEGUN_IN.match(line.low, tail) or _IN_CLASS_IS.search(line.low, before, at) and _BEGUN_NOW.match(line.low, tail)
    return bool(begun) and not _of_adults(line, start, end)


def did_in_class(line: Line, start: int, end: int) -> bool:
    """Whether the name in words [start, end) is who was allowed or won something in a group."""
    at = line.words[start].start
    return bool(_IN_CLASS_DID.search(line.low, max(0, at - 60), at)) and evidence.lean(line, start, end) >= 0


def hailed(line: Line, start: int) -> bool:
    """Whether a group is said to congratulate, to welcome or to be proud of whoever begins at word `start`."""
    at = line.words[start].start
    return bool(_HAILED.search(line.low, max(0, at - 60), at))


def below(line: Line, index: int, end: int) -> bool:
    """Whether the first name at word `index` stands alone behind its full name, which ends before word `end`, and is a child's there.

    "Kind van de week: Boukje Plantinga", and below: "Boukje zit in groep 6."
    """
    words = line.words
    low, until = words[index].low, words[end - 1].end + _BELOW
    if len(low) < 3 or line.low.find(low, words[end - 1].end, until) < 0:
        return False
    for at in range(end, len(words)):
        if words[at].start > until:
            return False
        if words[at].low == low and line.text[words[at].start].isupper() and _alone(line, at):
            return _child(line, at)
    return False


def _alone(line: Line, at: int) -> bool:
    return not (at + 1 < len(line.words) and line.gap(at) in {" ", "-"} and line.text[line.words[at + 1].start].isupper())


def _child(line: Line, at: int) -> bool:
    if context.titled(line, at) or evidence.parent(line, at, at + 1) or context.has_function(line, at + 1):
        return False
    left, right = line.sentence(line.words[at].start, line.words[at].end)
    if _ASKED.match(line.low, line.words[at].end):
        return True
    return not evidence.VISITS.search(line.low, left, right) and not _of_adults(line, at, at + 1) and (context.child_beside(line, at, at + 1) or evidence.enrols(line, left, right))


def _of_adults(line: Line, start: int, end: int) -> bool:
    # A word for an adult in the sentence that is nobody else's title: "begonnen in groep 4 bij meester Sem".
    words = line.words
    left, right = line.sentence(words[start].start, words[end - 1].end)
    for at in range(line.word_at(left), len(words)):
        if words[at].start >= right:
            break
        title = words[at].low in roles.TITLES and at + 1 < len(words) and line.text[words[at + 1].start].isupper()
        if not start <= at < end and words[at].low in roles.ADULT and words[at].low not in cues.PARENT and not title:
            return True
    return bool(re.search(r"\bnaast\s+(?:juf|meester)\b", line.low[left:right]))
