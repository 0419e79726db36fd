"""Letters as matching sees them: no case, no accents, no separators.

Every comparison of names in the program starts here, so that the search for people near a page
(`Register.about`) is never finer than the rules that follow it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, as Dutch administrations transliterate them (ICAO 9303, BRP practice), and
# letters of other scripts that look exactly like a Latin one.
LOOK_ALIKES = {
    "ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ł": "l", "Ł": "L", "ß": "ss", "ẞ": "SS", "æ": "ae",
    "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "TH", "ŋ": "n", "ħ": "h", "Ħ": "H", "ĳ": "ij", "Ĳ": "IJ", "ə": "e",
    "ÿ": "ij", "Ÿ": "IJ",
} | dict(zip(
    "асеорхуіјѕһԁɡոАВЕКМНОРСТХУІЈЅαονικρτυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aceopxyijshdgnABEKMHOPCTXYIJSaovikptuABEZHIKMNOPTYX", strict=True,
))
_PLAIN = str.maketrans(LOOK_ALIKES | dict.fromkeys("’‘`´ʼ′", "'"))
_NON_WORD = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")
# Of each byte: its kind of letter, to see CamelCase at a glance; and the letter as words have it, all else a space.
_SHAPE = bytes(97 if chr(code).islower() else 65 if chr(code).isupper() else 49 if chr(code).isdigit() else 32 for code in range(128)) + b" " * 128
_TURNS = (b"aA", b"a1", b"A1", b"1a", b"1A")
_WORDS = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128)) + b" " * 128
_BLOCK = re.compile(r"</?(?:p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|thead|tbody|h[1-6]|br|hr|figure|figcaption|blockquote|pre|section|caption)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
# What may be no tag to a browser ("<3 Vries>"), or makes text of the tags in it (<xmp>): anything but the tags of ordinary pages.
_ODD = re.compile(r"<(?!/?(?:a|abbr|b|blockquote|br|caption|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|section|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul|var)[\s/>])", re.IGNORECASE)
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")


def fold(text: str) -> str:
    """`text` in plain lower-case letters, length not kept: Yılmaz → yilmaz, Özdemir → ozdemir, ﬁ → fi.

    Invisible characters (soft hyphen, zero-width, direction marks) vanish.
    """
    return _ascii(text).lower()


def _ascii(text: str) -> str:
    # Only the letters that are not ASCII cost anything, and a page shows the same few again and again.
    return text if text.isascii() else _NON_ASCII.sub(lambda run: _plain(run[0]), text)


@lru_cache(maxsize=8192)
def _plain(run: str) -> str:
    text = unicodedata.normalize("NFKC", run).translate(_PLAIN)
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"
    ).translate(_PLAIN)


def squeeze(text: str) -> str:
    """Only the letters and digits of `text`, folded and joined: "van 't Hof" → "vanthof"."""
    return _NON_WORD.sub("", fold(text))


def tokens(text: str) -> list[str]:
    """The folded words of `text`: "Jan-Pieter d'Oliveira" → ["jan", "pieter", "d", "oliveira"]."""
    return [word for word in _NON_WORD.split(fold(text)) if word]


def page_words(markup: str) -> str:
    """All words of a piece of HTML as one folded string with single spaces around each word.

    Tags between blocks part words, tags inside a line don't; attribute values, comments and
    percent-encoded text count as words too; CamelCase is given both joined and apart. Deliberately
    coarser than any rule: it decides only who is *near* a page.
    """
    attributes = " ".join(a or b or c for a, b, c in _ATTRIBUTE.findall(markup)) if "=" in markup else ""
    text = _TAG.sub("", _BLOCK.sub(" ", markup))
    comments = " ".join(re.findall(r"<!--(.*?)-->", markup, re.DOTALL)) if "<!--" in markup else ""
    if _ODD.search(markup):
        text += f" {markup.replace('<', ' ').replace('>', ' ')}"
    joined = html.unescape(f"{text} {attributes} {comments}")
    if "&" in joined:
        joined = html.unescape(joined)
    if "Ã" in joined or "Å" in joined or "Ä" in joined:
        # Read in the wrong alphabet once ("Ã–zdemir"): the words are given as they were meant as well.
        joined += " " + joined.encode("cp1252", "ignore").decode("utf-8", "ignore")
    if _PERCENT.search(joined):
        from urllib.parse import unquote

        joined += " " + unquote(joined)
    plain = _ascii(joined)
    # Letters of other scripts keep out of the way: no rule looks names up in them.
    letters = plain.encode("ascii", "replace")
    shape = letters.translate(_SHAPE)
    if any(turn in shape for turn in _TURNS):
        letters += b" " + _CAMEL.sub(" ", plain).encode("ascii", "replace")
    return f" {' '.join(letters.translate(_WORDS).decode().split())} "


def written_out(name: str) -> str:
    """A name as administrations without umlauts write it: Özdemir → Oezdemir, Müller → Mueller."""
    return name if name.isascii() else name.translate(_OUT)


_SPELLINGS = (("ij", "y"), ("y", "ij"), ("oe", "o"), ("ue", "u"), ("ae", "a"))


def spelled(word: str) -> frozenset[str]:
    """A folded surname's word with the spellings that administrations mix up: ij/y, and oe, ue, ae for ö, ü, ä."""
    forms = {word}
    for one, other in _SPELLINGS:
        if one in word and (len(word) > 4 or one in {"ij", "y"}):
            forms.add(word.replace(one, other))
    return frozenset(forms)


_OUT = str.maketrans({"ö": "oe", "ü": "ue", "ä": "ae", "å": "aa", "ø": "oe", "Ö": "Oe", "Ü": "Ue", "Ä": "Ae", "Å": "Aa", "Ø": "Oe"})
