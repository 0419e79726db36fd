"""A carer beside the child they belong to loses the surname that would name the child (FORMATS §5.5).

"De vader van Sem, de heer Kees Bruinsma, vroeg …", "mevrouw Tesfay (de moeder van Yonatan)": whether the register knows them or not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.late import late
from sitegen.privacy.finding import Match
from sitegen.privacy.lexicon.famous import FAMOUS
from sitegen.privacy.lexicon.firstnames import FIRST_NAMES
from sitegen.privacy.rules.names import accept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People
    from sitegen.school import School

_WHY = "achternaam van een ouder, die hier zegt van welk gezin het kind is"
_PARENT = r"(?:[Ss]tief|[Pp]leeg|[Gg]root)?(?:[Mm]oeder|[Vv]ader)|[Mm]ama|[Mm]am|[Pp]apa|[Pp]ap|[Oo]uders?|[Vv]erzorgers?|[Oo]pa|[Oo]ma|[Vv]oogd|[Oo]om|[Tt]ante"
_COURTESY = r"(?:[Dd]e[ ]heer|[Mm]e(?:neer|vrouw)|[Mm]ijnheer|[Mm]evr\.?|[Mm]w\.?|[Dd]?hr\.?)"
_SURNAME = r"(?:(?:[Vv]an|[Dd]e[nr]?|[Tt]e[nr]?|[Ii]n|[Oo]p|[Uu]it|'t|[Ee]l|[Aa]l|[Bb]en|[Vv]\.?[ ]?d\.?|[Vv]/d|[Vv]on|tot)[ ]?)*[A-Z][\w'-]+(?:(?:-|[ ]-[ ]|[ ](?:van|de|der|den|[ea]l|tot|-)[ ])(?:(?:van|de|der|den)[ ])*[A-Z][\w'-]+)*"
_CALLED = r"(?P<called>(?:[A-Z][a-z][\w-]*[ ])+)"
_INITIALS = r"(?:(?:[A-Z][a-z]?\.[ -]?)+[ ]?)"
# Whose parent: a name, or a child that was spoken of just before.
_WHOSE = rf"(?:(?:{_PARENT})\s+van\s+(?:\w+\s+){{0,2}}?[A-Z][^.!?;()\x1e\x1f]{{0,50}}?|(?:[Zz]ijn|[Hh]aar|[Hh]un|[A-Z][\w-]+'?s)\s+(?:{_PARENT}))"
_BEHIND = late(rf"\b{_WHOSE}(?:\s*,\s*|\s*\(\s*|\s+-\s+|\s*:\s*)(?:(?P<courtesy>{_COURTESY})\s+)?(?:{_CALLED}|{_INITIALS})?(?P<surname>{_SURNAME})(?P<tail>)")
_BEFORE = late(rf"\b(?P<courtesy>{_COURTESY})\s+(?:{_CALLED}|{_INITIALS})?(?P<surname>{_SURNAME})(?P<tail>\s*,\s*|\s*\(\s*|\s+-\s+)(?:(?:is|de|een|als|trotse)\s+)*(?:{_PARENT})\s+van\s+(?:\w+\s+){{0,2}}?[A-Z]")
# Cheap, and so asked first: a parent, and what can part them from a name. The long look goes no further than this around it.
_FAR_BEFORE, _FAR_BEHIND = 120, 240
# Each on its own: a word that stands nowhere on the page costs next to nothing.
_CUES = tuple((stem, late(rf"{cue}\s*(?:van\s|[,(:]|-\s)")) for stem, cue in (("moeder", "moeder"), ("vader", "vader"), ("mam", "mama?"), ("pap", "papa?"), ("ouder", "ouders?"), ("verzorger", "verzorgers?"), ("opa", "opa"), ("oma", "oma"), ("voogd", "voogd"), ("oom", "oom"), ("tante", "tante")))
_OWN = ("zijn", "haar", "hun", "s")
_STEP = ("stief", "pleeg", "groot")


def carers(people: People, school: School) -> Finder:
    """Surnames of carers that stand beside the name of their child."""
    del school

    def find(line: Line) -> Iterator[Match]:
        if line.kind == "slug":
            return
        cues = _cues(line.low)
        for pattern in (_BEHIND, _BEFORE) if any(_whose(line.low, *cue) for cue in cues) else ():
            for found in _around(pattern, line.text, cues):
                # Without "mevrouw" a first name, a surname and a comma: else what follows is another child or the rest of the sentence.
                named = found["courtesy"] or found["called"] and re.match(r"\s*[,)]", line.text[found.end() :])
                if named and not _spared(found, people):
                    yield from _taken(line, found)

    return find


def _cues(low: str) -> list[tuple[int, int]]:
    return sorted(found.span() for stem, cue in _CUES if stem in low for found in cue.finditer(low))


def _whose(low: str, start: int, end: int) -> bool:
    # Whether the words around a cue can say whose parent it is: "moeder van", "zijn moeder,". "Beste ouders," doesn't.
    before = low[max(0, start - 40) : start]
    for step in _STEP:
        before = before.removesuffix(step)
    own = before.rstrip()
    return "van" in low[start:end] or own != before and (not own or own.endswith(_OWN))


def _around(pattern: re.Pattern[str], text: str, cues: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    done = 0
    for start, end in cues:
        for found in pattern.finditer(text, max(done, start - _FAR_BEFORE), end + _FAR_BEHIND):
            done = found.end()
            yield found


def _spared(found: re.Match[str], people: People) -> bool:
    # Names of the staff stay in full, also of those who have a child at the school; so do those of the famous.
    first = (found["called"] or "").strip().lower()
    parts = re.findall(r"[a-z]+", found["surname"].lower())
    if not first:
        # "De heer Kees", without more: nothing there names a child.
        return found["surname"].lower() in FIRST_NAMES and found["surname"].lower() not in people.children
    if f"{first} {' '.join(parts)}" in FAMOUS:
        return True
    return any(owner.role == "staff" and first in owner.parsed.firsts for part in parts for owner in people.adults.get(part, ()))


def _taken(line: Line, found: re.Match[str]) -> Iterator[Match]:
    start, end = found.span("surname")
    begin = found.start("courtesy") if found["courtesy"] else start
    remedy = accept(line.seen[begin:end])
    if found["called"]:
        first = found["called"].split()[-1].lower()
        if found["courtesy"] and first not in FIRST_NAMES:
            # Alone behind "mevrouw", a rare first name would look like the surname: "Almaz, moeder van …".
            yield Match("ouder", begin, found.start("called"), "", _WHY, remedy)
        yield Match("ouder", len(line.text[:start].rstrip()), end, "", _WHY, remedy)
        return
    close = line.text.find(")", end)
    if "(" in found["tail"] and close > 0:
        # "Mevrouw Tesfay (moeder van Yonatan) bakte" → "De moeder van Yonatan bakte".
        article = "De " if found["courtesy"][0].isupper() else "de "
        named = re.match(r"(?:de|een|is)\s", line.text[found.end("tail") :])
        yield Match("ouder", begin, found.end("tail") + (named.end() if named else 0), article, _WHY, remedy)
        yield Match("ouder", close, close + 1, "", _WHY, remedy)
        return
    yield from apposed(line, begin, end, remedy, _WHY)


_RELATIVE = late(r"(?:(?:stief|pleeg|(?:over)?groot)?(?:moeder|vader)|(?:over)?(?:oma|opa))\s+van\b")


def apposed(line: Line, start: int, tail: int, remedy: str, why: str) -> Iterator[Match]:
    """The matches that take an apposition [start, tail) out, with the commas that held it."""
    senior = re.match(r" (?:senior|junior|sr\.?|jr\.?)\b", line.text[tail : tail + 9])
    tail += senior.end() if senior else 0
    rest = line.text[tail:]
    comma = re.match(r"\s*,\s*", rest)
    before = line.text[:start].rstrip()
    if before.endswith(",") and comma:
        # Between commas: one of them goes too, both when the sentence simply goes on.
        if re.match(r"[a-z]", rest[comma.end() :]) and not re.match(r"(?:en|of|familie|fam|gezin|mevrouw|mevr|mw|meneer|dhr|die|dat|de|het|een|wat|waar)\b", rest[comma.end() :]):
            yield Match("kind", len(before) - 1, tail + comma.end(), " ", why, remedy)
            return
        yield Match("kind", start, tail, "", why, remedy)
        return
    if comma and not before.endswith(","):
        # The apposition becomes the subject, and loses its closing comma.
        close = re.match(r"[^,.!?\x1e]{3,60}(,)\s+[a-z]", rest[comma.end() :])
        if close:
            at = tail + comma.end() + close.start(1)
            yield Match("kind", at, at + 1, "", why, remedy)
        tail += comma.end()
        if _RELATIVE.match(line.text, tail):
            # "De uitvaart van mevrouw Hoekzema, oma van Ties" → "De uitvaart van de oma van Ties".
            opens = not before or before[-1] in ".!?:\x1e\x1f"
            yield Match("kind", start, tail, "De " if opens else "de ", why, remedy)
            return
    yield Match("kind", start, tail, "", why, remedy)
