"""Children of the register: their surname goes wherever it stands beside their first name or initials (FORMATS §5.1-2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.late import late
from sitegen.privacy.finding import Match
from sitegen.privacy.lexicon import cues
from sitegen.privacy.lexicon.firstnames import FIRST_NAMES
from sitegen.privacy.lexicon.ordinary import ORDINARY, SURNAME_ADJECTIVES, SURNAME_WORDS
from sitegen.privacy.lexicon.particles import PARTICLES
from sitegen.privacy.rules import context, evidence
from sitegen.privacy.rules.columns import of_bodies
from sitegen.privacy.rules.spans import Span, first_after, first_before, lead_start, own_lead, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import Owner, People
    from sitegen.school import School

_STAFF_TITLES = frozenset({"juf", "juffrouw", "meester", "mevrouw", "mevr", "mw", "meneer", "dhr", "directeur", "heer"})
POSSESSIVE = re.compile(r"'s\b|'(?=\s+[a-z])")
# Behind a surname in small letters: the sentence goes on, with no noun that the word could belong to.
_GOES_ON = frozenset("""
is was werd wordt heeft had kan kon wil wou gaat ging komt kwam zit zat won wint scoorde kreeg krijgt en of uit van met op in die om voor zijn doet deed liep loopt
mag mocht moet moest vindt vond zegt zei speelt speelde maakt maakte leest las zong zingt tekent tekende staat stond viel rende sprong trakteert ook niet hoort bij naar aan heet
""".split())
WHY = "achternaam van een kind uit het register"


def registered(people: People, school: School) -> Finder:
    """Full names of children near the page, in any order and disguise."""
    del school

    def find(line: Line) -> Iterator[Match]:
        for span in spans(line, people):
            direct = first_before(line, span, span.lead)
            if direct and direct[1] == "exact":
                yield from _before(line, span, people, direct)
                continue
            # "R. Terpstra, R. Hoekzema": the initial before it is its own, what follows the comma is somebody else.
            if line.cells and any(start <= line.words[span.first].start < end for start, end in of_bodies(line)):
                continue  # "Bakkerij Vos" in a column of shops, and a child in the next
            inverted = () if direct and len(line.words[span.end : span.end + 1]) and len(line.words[span.end].low) == 1 else tuple(_after(line, span))
            yield from inverted
            if direct and not inverted:
                yield from _before(line, span, people, direct)

    return find


def _before(line: Line, span: Span, people: People, found: tuple[int, str, tuple[Owner, ...]]) -> Iterator[Match]:
    at, how, owners = found
    if _is_word(line, span, at, how, owners):
        return
    adult = adult_named(line, span, at, people)
    beside = context.child_beside(line, at, span.end)
    titled = context.titled(line, at)
    # "juf/Elif Yıldız": a title with a sign behind it is nobody's.
    addressed = context.before(line, at, 1)[:1] and context.before(line, at, 1)[0] in _STAFF_TITLES and not line.gap(at - 1).strip(" .\n")
    if not beside and titled and (adult or addressed):
        return
    if not beside and how == "initial" and (titled or context.has_function(line, span.end) or adult and evidence.lean(line, at, span.end) < 0 or evidence.in_minutes(line, line.words[at].start)):
        return
    if not beside and how == "initial" and adult and _among_colleagues(line, span, at, people):
        return
    if "\x1e" in line.gap(span.lead - 1) and not _across(line, span, at, owners):
        return
    yield surname(line, span, span.lead, at, owners, "naam", doubt=bool(adult) and not beside)


# "M. Postma", "S. van den Berg": one of a list of initials and surnames.
_INITIALLED = late(r"(?<![\w.])([A-Z])\.(?: ?[A-Z]\.)* ?(?:(?:van|de|der|den|ten|ter|'t|te|el|al) )*([A-Z][a-z'-]{2,})")


def _among_colleagues(line: Line, span: Span, at: int, people: People) -> bool:
    """Whether the initials before a colleague's surname stand in a list with others that are a colleague's and no child's.

    "A. Visser, lokaal 3; M. Postma, lokaal 6": a child with that initial and surname is in no list of them.
    """
    start = line.words[at].start
    if evidence.lean(line, at, span.end) > 0 or context.labelled(line, start) and not evidence.team_list(line, start, people) or context.of_children(line, start):
        return False
    left, right = line.text.rfind("\x1e", 0, start) + 1, line.text.find("\x1e", start)
    sure = 0
    for found in _INITIALLED.finditer(line.text, left, right if right >= 0 else len(line.text)):
        initial, low = found[1].lower(), found[2].lower()
        child = any(initial in owner.parsed.initials for owner in people.children.get(low, ()))
        colleague = any(owner.role == "staff" and initial in owner.parsed.initials for owner in people.adults.get(low, ()))
        if child and not colleague:
            return False
        sure += colleague and not child
    return sure > 0


# No possession of anybody: the sentence goes on.
_GOES_ON = frozenset("aan als bij die dit door en er gaat gaan had heeft hebben in is kan komt kreeg krijgt kwam maar mag met mocht naar niet of om ook op over te tegen tot uit van voor wat want was werd wil won wordt zat zei zich zijn zit zou".split())


def surname(line: Line, span: Span, lead: int, at: int, owners: tuple[Owner, ...], rule: str, *, doubt: bool = False, why: str = WHY) -> Match:
    """The match that takes the surname (from word `lead` on) behind the first name at word `at`, possessive carried over."""
    words = line.words
    gap = line.gap(lead - 1)
    start = words[lead - 1].end if lead - 1 == at and re.fullmatch(r"[^\S\x1e\x1f]*'?|[-_./+]", gap) else lead_start(line, lead)
    end = words[span.end - 1].end
    replacement = ""
    tail = POSSESSIVE.match(line.text, end)
    if tail and tail[0]:
        end = tail.end()
        replacement = possessive(line.text[words[at].start : words[at].end]) if lead - 1 == at else ""
    elif span.glued and words[span.end - 1].low.endswith("s") and re.match(r"\s+[a-z]", line.text[end : end + 3]) and lead - 1 == at and words[span.end].low not in _GOES_ON:
        # "Levi ter Haars bal"; "Jayden Kuipers bij ons" is called so.
        replacement = possessive(line.text[words[at].start : words[at].end])
    name = line.seen[words[at].start : words[span.end - 1].end]
    exact = owners[0].name if len({owner.name for owner in owners}) == 1 else None
    return Match(rule, start, end, replacement, why, accept(name), doubt, child=exact)


def accept(name: str) -> str:
    """The line for uitzonderingen.yaml that would keep `name`."""
    plain = " ".join(name.replace("\x1e", " ").replace("\x1f", " ").split()).replace('"', "'")
    return f'uitzonderingen.yaml: - {{text: "{plain}", why: "…", who: "…", until: "…"}}'


def possessive(first: str) -> str:
    """What makes a first name possessive: Emma → 's, Max → ', Sanne → s."""
    last = first[-1:].lower()
    if last in "aiouy":
        return "'s"
    return "'" if last in "sxz" else "s"


def _after(line: Line, span: Span) -> Iterator[Match]:
    found = first_after(line, span)
    if not found:
        return
    at, given, end, how, owners = found
    words = line.words
    gap = line.gap(span.end - 1)
    lone_word = any(word.low in SURNAME_WORDS for word in words[span.first : span.end])
    capital = line.kind == "slug" or line.text[words[span.first].start].isupper()
    bracket = "(" in gap and not lone_word and capital
    if "," not in gap and "\x1f" not in gap and not bracket:
        trailing = end > given
        upper = words[span.first].end - words[span.first].start > 1 and line.text[words[span.first].start : words[span.first].end].isupper()
        # "Appel Liv …" begins an entry of a list; a word that begins many sentences is one only when nothing comes behind it.
        common = lone_word and any(word.low in ORDINARY for word in words[span.first : span.end])
        entry = capital and _alone(line, span) and (not common or line.text[words[at].end : words[at].end + 1] in {"", "\x1e", "\x1f", "\n"})
        if "\x1e" in gap or not (trailing or upper or line.kind == "slug" or entry):
            return
    if lone_word and not capital and line.kind != "slug":
        return
    if somebody(line, span):
        return
    if how == "initial" and not context.labelled(line, words[span.first].start) and context.titled(line, span.lead):
        return
    lead = own_lead(line, span)
    start, stop = lead_start(line, lead), words[at].start
    if lead and words[lead - 1].low in _OF_ONE_HOUSE and line.gap(lead - 1) == " " and _TOGETHER.match(line.text, words[given - 1].end):
        # "De zusjes Zandstra, Tibbe en Wende, zingen": no name turned round.
        yield Match("naam", words[lead - 1].end, words[span.end - 1].end, "", WHY, accept(line.seen[start : words[end - 1].end]))
        return
    if "\x1f" in gap or bracket:
        stop = words[span.end - 1].end
    remedy = accept(line.seen[start : words[end - 1].end])
    child = owners[0].name if len({owner.name for owner in owners}) == 1 else None
    yield Match("naam", start, stop, "", WHY, remedy, child=child)
    if end > given:
        yield Match("naam", words[given - 1].end if "\x1f" not in line.gap(given - 1) else words[given].start, _dotted(line, end), "", WHY, remedy)


_OF_ONE_HOUSE = cues.FAMILY | {"huize"}
_TOGETHER = late(r"(?:, [A-Z][\w'-]+)*,? en [A-Z][\w'-]+(?=[,.;:!?)\x1e\x1f]|\Z)")


def _dotted(line: Line, end: int) -> int:
    # "Wal, Mila v.d. – dans": the full stop is the abbreviation's, unless the block ends there.
    stop = line.words[end - 1].end
    short = len(line.words[end - 1].low) <= 3 and bool(re.match(r"\.[ ]?[-,;(a-z]", line.text[stop : stop + 3]))
    return stop + short


def somebody(line: Line, span: Span) -> bool:
    """Whether the surname has a bearer of its own right before it: "wethouder Jan de Vries, Sanne en …"."""
    if span.lead == 0 or context.titled(line, span.lead):
        return span.lead > 0
    low = line.words[span.lead - 1].low
    return line.gap(span.lead - 1) in {" ", ". ", "."} and (low in FIRST_NAMES or len(low) == 1 and low.isalpha())


def _alone(line: Line, span: Span) -> bool:
    # "Hoekzema Ruben" as an item of its own, not "… bij Hoekzema. Ruben …".
    return span.lead == 0 or bool(re.search(r"[\x1e\x1f\n,:;]\s*\Z", line.gap(span.lead - 1)))


def adult_named(line: Line, span: Span, at: int, people: People) -> bool:
    """Whether the name with its first name or initial at word `at` is also that of somebody on the staff or a committee."""
    low = line.words[at].low
    surname_words = [word.low for word in line.words[span.first : span.end] if word.low not in PARTICLES]
    # "Anouk Vissers afscheid": the possessive of Visser.
    plain = [word.removesuffix("s") for word in surname_words]
    for word in (*surname_words, *plain):
        for owner in people.adults.get(word, ()):
            # "P. van Loon-Smit" is not Petra Smit: all of the surname must be theirs.
            if owner.role in {"staff", "member"} and (owner.parsed.spellings.issuperset(surname_words) or owner.parsed.spellings.issuperset(plain)) and (low in owner.parsed.firsts or (len(low) <= 3 and low in owner.parsed.initials)):
                return True
    return False


def _is_word(line: Line, span: Span, at: int, how: str, owners: tuple[Owner, ...]) -> bool:
    # "Toen kreeg Daan groen licht", "Noor van de bakker": the surname is a word here.
    if line.kind == "slug":
        return False
    words = line.words
    core = words[span.first]
    if line.text[core.start].isupper() or core.low not in SURNAME_WORDS and not _adjective(core.low):
        return False
    if "\x1f" in line.text[words[at].end : core.start]:
        return True
    if not line.text[words[at].start].isupper():
        # All in lower case: a name only when nothing but these words says otherwise.
        return words[at].low in SURNAME_WORDS or how == "initial"
    run = tuple(word.low for word in words[span.lead : span.first])
    noun = re.match(r"\s([a-z]+)", line.text[words[span.end - 1].end :])
    if _adjective(core.low) and noun and noun[1] not in _GOES_ON and how == "exact":
        # "Gisteren nam Tim de lange weg naar huis".
        return True
    if run:
        return all(run != owner.parsed.prefix for owner in owners)
    following = line.text[words[span.end - 1].end : words[span.end - 1].end + 2]
    near = context.before(line, at, 1)
    return (core.low in SURNAME_ADJECTIVES and bool(re.match(r"\s[a-z]", following))) or (bool(near) and near[0] in {"werd", "wordt", "was", "speelt", "speelde", "is"})


def _adjective(word: str) -> bool:
    # As it stands before a noun, too: wilde, dikke.
    return word in SURNAME_ADJECTIVES or word.endswith("e") and (word[:-1] in SURNAME_ADJECTIVES or word[:-2] in SURNAME_ADJECTIVES)


def _across(line: Line, span: Span, at: int, owners: tuple[Owner, ...]) -> bool:
    # First name at the end of one block, surname at the start of the next: only when that is not the start of a sentence.
    words = line.words
    run = tuple(word.low for word in words[span.lead : span.first])
    own = any(owner.parsed.prefix == run for owner in owners)
    rest = line.text[words[span.end - 1].end : words[span.end - 1].end + 2]
    begins = at == 0 or "\x1e" in line.gap(at - 1)
    ends = not rest.strip() or rest[0] in "\x1e,.;:()!?"
    return (own and bool(run)) or ends or (begins and words[span.first].low not in SURNAME_WORDS) or words[span.first].low not in SURNAME_WORDS and own
