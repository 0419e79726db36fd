"""What a careless cut leaves behind: double spaces, orphan commas, empty bullets, prepositions without an object."""

from __future__ import annotations

import re
from collections import Counter

from tests.scoring.visible import lines

_DANGLING = "op|via|naar|van|bij|aan|met|of|en|tel|onder|voor|t.n.v|te|uit|nummer"
# "Geef je op", "meld je aan": half a verb, and no preposition.
_PARTICLES = re.compile(r"(\b(?:geef|geeft|meld|meldt|neem|neemt)\b(?: \w+){0,3}) (?:op|aan)\b(?=\s*(?:[.!?;)]|$))", re.IGNORECASE | re.MULTILINE)
_PREFIXES = "van de|van den|van der|van 't|van het|de|den|der|het|'t|in 't|op den|uit den|ter|ten|el|al|von|v\\.d\\.?|v/d|vd|d'"
_PERHAPS = r"(?:per ongeluk|helaas|even|nog|ook|al) "
_CALL = r"(?:bel|mail|app|sms)"
# What a verb behind a comma may be, where it has its subject before that comma.
_VERB = "is|was|zijn|waren|heeft|hebben|gaat|gaan|komt|komen|doet|doen|neemt|leidt|helpt|maakt|zingt|zingen|won|wonnen|begeleidt|geeft|staat|staan|speelt|spelen"
_WHEN = r"'s (?:avonds|middags|ochtends|morgens|nachts)|in het weekend|overdag"
_PATTERNS = {
    "double space": re.compile(r"\S {2,}\S"),
    "space before punctuation": re.compile(r" [,.;:!?)\]](?!\.|[()DP])"),
    "empty or open brackets": re.compile(r"\(\s*\)|\[\s*\]|\( |\([,;–-]|[,;–] ?\)"),
    "orphan punctuation": re.compile(r",\s*[,.;:!?]|;\s*[;.,]|:\s*[.,;]|\.\s*,|–\s*–|\|\s*\|\s*$"),
    "line ends in a joint": re.compile(r"(?:[,;:/|&+]|\s[-–—])$", re.MULTILINE),
    "line starts with a joint": re.compile(r"^(?:[#>-] )?(?:[,;:.|&/)]|[–—] )", re.MULTILINE),
    "preposition without an object": re.compile(rf"\b(?:{_DANGLING})\b\s*(?:[.!?;)]|$)", re.IGNORECASE | re.MULTILINE),
    "tussenvoegsel without a name": re.compile(rf"(?<![\w'])(?:{_PREFIXES})\s*(?:[.!?,;:)]|$)", re.IGNORECASE | re.MULTILINE),
    "preposition before a verb": re.compile(r"\b(?:op|via|naar|per) (?:(?:ge|be|ver|aan|door|op)\w+(?:d|t|en) )?(?:worden|wordt)\b", re.IGNORECASE),
    "verb without an object": re.compile(rf"(?:^(?:[#-] )?|[.!?:] )(?:(?:de )?eigenaar )?{_CALL}(?: of {_CALL})?(?:[.!]|$)", re.IGNORECASE | re.MULTILINE),
    "half a verb": re.compile(r"\b(?:kan|mag|moet|kunnen|mogen) (?:ten name van|t\.?n\.?v\.?) (?![^!?\n]{0,60}\b(?:worden|gestort|storten|overgemaakt|overmaken|betaald|betalen)\b)", re.IGNORECASE),
    "stands, but not what": re.compile(rf"\b(?:stond|staat|stonden|staan) (?:{_PERHAPS}){{0,2}}van (?:een|de|het|onze|juf|meester)\b", re.IGNORECASE),
    "comma between subject and verb": re.compile(rf"(?:^(?:[#>-] )?|[.!?] )[^,.!?:;\n]{{3,80}}, (?:{_VERB})\b", re.MULTILINE),
    "when or where, but not what": re.compile(rf"\((?:priv[eé]|thuis|werk|mobiel|{_WHEN}):?\)|[,;] (?:{_WHEN})(?=[.;)]|$)", re.IGNORECASE | re.MULTILINE),
    "names behind a family": re.compile(r"\bde familie, [A-Z]\w+ en [A-Z]"),
    "empty bullet or heading": re.compile(r"^[-#] \(empty\)$", re.MULTILINE),
}
# An empty <strong> shows nothing; an empty link can be tabbed to, an empty block takes room.
_INLINE = re.compile(r"<(strong|em|b|i|u|s|span|big|small|sup|sub)\b[^>]*>\s*</\1>", re.IGNORECASE)
_EMPTY = re.compile(r"<(a|p|li|h[1-6]|blockquote|ul|ol|dl|dt|dd|figure|figcaption)\b[^>]*>\s*</\1>", re.IGNORECASE)
_STARTS = re.compile(r"^(?:[#-] )?[\"'“‘]?(\w)", re.MULTILINE)


def leftovers(before: str, after: str) -> tuple[str, ...]:
    """What the page `after` has more of than the page `before`, by kind. Both HTML."""
    old, new = _count(before), _count(after)
    return tuple(sorted(kind for kind in new if new[kind] > old[kind]))


def _count(markup: str) -> Counter[str]:
    text = _PARTICLES.sub(r"\1", "\n".join(line for line in lines(markup) if not line.startswith("| ")))
    found = Counter({kind: len(pattern.findall(text)) for kind, pattern in _PATTERNS.items()})
    shown = markup
    while _INLINE.search(shown):
        shown = _INLINE.sub("", shown)
    found["empty element"] = len(_EMPTY.findall(shown))
    found["empty column"] = _empty_columns(lines(markup))
    found["line starts small"] = sum(letter.islower() for letter in _STARTS.findall(text))
    return found


def _empty_columns(page: tuple[str, ...]) -> int:
    empty, table = 0, []
    for line in (*page, ""):
        if line.startswith("| "):
            table.append([cell.strip() for cell in line[1:-1].split(" | ")])
        elif table:
            width = max(map(len, table))
            body = table[1:] or table
            empty += sum(all(not row[column] for row in body if column < len(row)) for column in range(width))
            table = []
    return empty
