"""Names that lost letters on their way here: an export in the wrong coding leaves signs that no name holds.

"Y?ld?r?m" guards nobody: the letter to parents says Yıldırım. So such a cell is a fault, never a name.
"""

from __future__ import annotations

import re

# A sign that took the place of a letter, wherever it stands: what a program writes for what it can't, or a control code.
_NEVER = "?\xbf\u25a1\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff"
# What old codings make of letters (cp850 "Sj”gren", Mac "Sjˆgren", "_" for what could not be written). Beside a letter
# some are a quotation mark or a footnote; between two letters none can be.
_BETWEEN = "_¡¢£¤¥¦§¨©«¬®¯±²³¶¸¹»¼½¾×÷ƒˆ˜“”„†‡•…‰‹›€™!#$%*=+<>|~^\\\\{}@"
_BEFORE, _AFTER = "(?<=[^\\W\\d_].)", "(?=[^\\W\\d_])"
# UTF-8 read as Windows-1252: "Ã¶" for ö, "Ä±" for ı, "È™" for ș, "á»‡" for ệ. The signs that stand for its second byte;
# a dash or an apostrophe only after the letters that begin nearly all of them ("JOSÉ–MARIA" is a name).
_SECOND = "\xa0-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ“”•˜™š›œžŸ"
_MISREAD = f"[Â-ß][{_SECOND}]|[ÃÄÅ][‘’–—]|[à-ô][{_SECOND}‘’–—]{{2}}|(?<=[a-z])[ÂÃ]"
_SIGN = re.compile(f"[{_NEVER}]|[{_BETWEEN}]{_BEFORE}{_AFTER}|[€™]{_AFTER}|‚(?<=[^\\W\\d_].)|{_MISREAD}|&#?\\w{{2,8}};")
# In a sentence a question mark is a question mark.
_CERTAIN = re.compile(f"\ufffd|{_MISREAD}")
# Nothing but letters that no misreading begins or ends with, and what stands between them in names: asked first, for it is quick.
_SOUND = re.compile("[A-Za-zà-öø-ÿĀ-őŔ-şŢ-ŷŹ-ż \\n.'-]*\\Z")
FAULT = "in een naam staat hier een ? of een ander teken dat niet in een naam kan staan (of Ã¶ waar ö hoort): bij het exporteren zijn letters verloren gegaan. Zoals deze naam er staat zou hij in geen enkele tekst herkend worden."
REMEDY = "Maak de export opnieuw, als Excel-bestand (.xlsx) of als CSV met codering UTF-8; in dit bestand zijn de letters al weg. Is het er maar een, verbeter dan de naam op deze regel."


def harmed(name: str) -> bool:
    """Whether a name (or a part of one) holds what no name can: a letter was lost or misread."""
    return not _SOUND.match(name) and bool(_SIGN.search(name))


def misread(text: str) -> bool:
    """Whether running text was certainly read or written in the wrong coding."""
    return bool(_CERTAIN.search(text))
