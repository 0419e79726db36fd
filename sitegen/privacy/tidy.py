"""Makes a text read on where something was cut: spaces, commas, brackets, labels, empty elements, capitals.

Works only around the CUT marks that cutting left, and takes them away; everything else stays as the author wrote it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sitegen.late import late
from sitegen.privacy.passage import CUT

if TYPE_CHECKING:
    from collections.abc import Callable

# Stands for the semicolon of "&gt;" and its like while words are mended: it is no punctuation.
_END = "\ue001"
_ENTITY = late(r"(&(?:lt|gt|amp|quot|nbsp));")
_W = rf"(?:\s|&nbsp[;{_END}])"
_INLINE = late(rf"<(strong|em|b|i|u|s|span|mark|small|sub|sup|code|q|cite|a|abbr|time|del|ins|kbd|dfn|samp|var)\b[^>]*>((?:{_W}|{CUT}|<br>)*)</\1>")
_BLOCK = late(rf"\n?<(p|li|h[1-6]|dt|dd|blockquote|figcaption|caption|div|summary|figure|section|details|pre)\b[^>]*>(?:{_W}|<br>)*{CUT}(?:{_W}|{CUT}|<br>)*</\1>")
_PAIR = late(rf"<dt\b[^>]*>[^<]*</dt>\s*<dd\b[^>]*>(?:{_W}|{CUT}|<br>)*{CUT}(?:{_W}|{CUT}|<br>)*</dd>(?!\s*<dd)")
_SHELL = late(rf"\n?<(ul|ol|dl|table|tbody|thead|figure|blockquote|section|div)\b[^>]*>(?:\s|{CUT})*{CUT}(?:\s|{CUT})*</\1>")
_TABLE = late(r"<table\b.*?</table>", re.DOTALL)
_ROW = late(r"<tr\b[^>]*>(.*?)</tr>", re.DOTALL)
_CELL = late(r"<(td|th)\b[^>]*>(.*?)</\1>\s*", re.DOTALL)
_EMPTY = late(r"<[^>]*>|&nbsp;|\s|" + CUT)
_THING = (
    r"(?:(?:(?:mobiele?|privé|thuis|prive)[ -]?)?(?:telefoon|tel|gsm|mobiel|bel)(?:nummer|nr)?s?\.?|06(?:-nummer)?|t|m|e|e-?mail(?:adres)?|mail(?:adres)?|"
    r"(?:woon|huis|post|bezoek)?adres(?:gegevens)?|postcode|iban|rekening(?:nummer|nr)?|bankrekening(?:nummer)?|giro|bsn|burgerservicenummer|sofi-?nummer|whatsapp|app|contact|☎|✉)"
)
_LABEL = late(
    rf"(?:(?<=[\s(>,;/|])|^|(?<=;))(?:<(strong|b|em|i)>{_THING}(?:\s?(?:privé|prive|thuis|moeder|vader))?\s?:?</\1>\s?:?|{_THING}(?:\s?(?:privé|prive|thuis|moeder|vader))?\s?:?){_W}*{CUT}",
    re.IGNORECASE,
)
_LABELLED = late(r":|\.|</|\btel|\bmob|[☎✉]|iban|bsn|postcode", re.IGNORECASE)
_VIA = late(
    rf"{_W}+(?:ook\s)?(?:op|via|naar|met|onder|aan|bij|per|over)(?:{_W}+(?:het|zijn|haar|hun|mijn|ons|dit|de|rekening|telefoonnummer|nummer|mobiele?|nr\.?|tel\.?|e-?mailadres|mailadres|e-?mail|mail|adres|rekeningnummer|iban|tnv|t\.n\.v\.))*{_W}*:?{_W}*{CUT}"
    rf"(?={_W}*(?:[.,;:!?)]|\Z|</(?:p|li|td|th|dd|dt|h\d|div|figcaption|blockquote)|<br|\(|t\.?n\.?v\b|o\.?v\.?v\b|(?:en|of|ten name|onder|voor|als|bij|om|tot|vóór|v&oacute;&oacute;r|uiterlijk|ter|wanneer|na|tussen|vanaf|binnen|tijdens|ook|zodat|maar|dan|bereikbaar|te{_W}bereiken|(?:ge|be|ver|her|ont|aan|af|door|in|mee|na|om|op|over|toe|uit)[a-z]{{2,}}(?:d|t|en){_W}+(?:worden|wordt|is|zijn)|worden|(?!kinderen|ouders|leerlingen)[a-z]{{2,}}en(?={_W}*(?:[.!?;)]|\Z|</|<br)))\b))"
)
# "Geef je op", "meld u aan", "maak 5 euro over": half a verb, and no preposition.
_PARTICLE = late(
    rf"(?:\b(?:op)?ge(?:ef|eft|ven)\b{_W}+(?:je|jullie|u|jezelf|zich|ons|(?:je|uw|hun)?{_W}?kind(?:eren)?)(?:{_W}+(?:dan|gerust|snel|nu|ook|vast|even|graag))?{_W}+op|\bneemt?\b(?:{_W}+\w+){{0,2}}{_W}+contact(?:{_W}+\w+)?{_W}+op|"
    rf"\bmeld(?:t|en)?\b{_W}+(?:je|jullie|u|jezelf|zich|ons|\w+{_W}+kind(?:eren)?)(?:{_W}+(?:dan|gerust|snel|nu|ook|vast|even|graag))?{_W}+aan|\bma(?:ak|akt|ken)\b[^.!?<]{{0,40}}{_W}over)\Z",
    re.IGNORECASE,
)
# "Op 06-… kunt u Anouk bereiken" → "U kunt Anouk bereiken".
_TURNED = late(rf"((?:\A|<(?:p|li|td|dd|div)\b[^>]*>|[.!?]){_W}*)(?:Op|Via|Met|Onder|Per|Bel){_W}+(?:(?:het|nummer|telefoonnummer|tel\.|mail(?:adres)?|e-mail(?:adres)?){_W}+)*{CUT}{_W}+(kunt|kun|kan|kunnen|bent|ben|is|zijn|mag|mogen|mogen){_W}+(u|je|jij|jullie|we|wij|ik|hij|zij|ze|ouders)\b")
# "privémail", "werktelefoon"
_OWN = r"(?:werk|thuis|priv[eé])-?(?:telefoon|nummer|e-?mail|mail|mailadres)"
# "Mijn nummer is 06-… en de kosten zijn € 5."
_CLAUSE = late(
    rf"((?:\A|<(?:p|li|td|dd|div)\b[^>]*>|[.!?]){_W}*)[^.!?<>{CUT},;]{{0,60}}(?i:\b(?:{_OWN}|nummer|telefoonnummer|06-nummer|06|mailadres|e-mailadres|rekeningnummer|bsn|iban|mail)\b)[^.!?<>{CUT},;]{{0,24}}\b(?:is|wordt|luidt){_W}+{CUT}"
    rf"{_W}*(?:;{_W}+(?=[a-zé])|(?:,|,?{_W}*\b(?:en|maar)\b){_W}+(?=(?:de|het|een|ik|wij|we|je|u|hij|zij|ze|dat|dit|er|die|deze|ons|onze|mijn|haar|zijn|bel|mail|app)\b))"
)
# "06-… is het nummer van Anouk."
_SAID = late(rf"((?:\A|<(?:p|li|td|dd|div)\b[^>]*>|[.!?]){_W}*){CUT}{_W}+(?:is|zijn|was|wordt)\b[^.!?<{CUT}]*\b(?:nummers?|telefoonnummers?|06-nummer|mailadres|e-mailadres|adres|rekeningnummer|rekening|bsn|iban)\b[^.!?<{CUT}]*[.!?]")
# "Bel 06-… (Sem) of 06-… (Noor)" → "Bel Sem of Noor".
_WHOSE = late(rf"(\b(?:bel|bellen|app|appen|mail|mailen|sms|met|naar|of|en)|[,:]){_W}*{CUT}{_W}*\((?!priv|thuis|werk|mobiel)((?:[A-Z][\w'-]*|van|de|der|den|juf|meester){_W}?(?:(?:[A-Z][\w'-]*|van|de|der|den){_W}?)*)\)", re.IGNORECASE)
_STUB = late(
    rf"(?:(?<=[.!?] )(?<!\bgeb\. )(?<!\btel\. )(?<!\bnr\. )|(?<=>)|^)(?:[^.!?<>{CUT}]|{CUT}(?!{_W}*[.!?<])){{0,60}}(?i:\b(?:{_OWN}|nummer|telefoonnummer|06-nummer|(?<![\d/.-])06(?= is\b| wordt\b|:)|mailadres|e-mailadres|(?<!goede )(?<!juiste )adres(?![^.!?<>]{{0,24}}[A-Z][\w'.-]*{_W}*{CUT})|rekeningnummer|bsn|burgerservicenummer|sofinummer|onderwijsnummer|iban|(?:(?<=>)|^)(?:telefonisch )?bereikbaar)\b)(?:[^.!?<>]{{0,24}}?(?:\bis|\bluidt|:|\bnamelijk)?|[^.!?<>]{{0,50}}\b(?:is|wordt|gewijzigd in|veranderd in|gewijzigd naar)){_W}*{CUT}(?:{_W}*{CUT})*[.!]?{_W}*(?=[A-Z<]|\Z)"
)
# "Klaas is bereikbaar op 06-…, Trudy op 06-…": what the second shares with the first is said in a word.
_REACHED = late(
    rf"(\bbereikbaar|\bte{_W}bereiken)(?P<rest>(?:{_W}+(?:op|via|onder)(?:{_W}+\w*nummer)?)?{_W}*{CUT}|(?=,|;|{_W}en\b))"
    rf"(?P<more>(?:{_W}*(?:,|;|{_W}en\b){_W}*(?:en{_W}+)?(?:['’]s{_W}+)?[^\s,;.!?<>{CUT}]+(?:{_W}+[^\s,;.!?<>{CUT}]+){{0,3}}?{_W}+(?:op|via|onder)(?:{_W}+\w*nummer)?{_W}*{CUT})+)(?={_W}*(?:[.!?)]|</|<br|\Z))"
)
_ALSO = late(rf"{_W}+(?:op|via|onder)(?:{_W}+\w*nummer)?{_W}*{CUT}")
# "Het nummer van Trudy is 06-…, dat van Monique 06-…": the rest goes with the first.
_THAT_OF = late(rf"(?<={CUT})(?:{_W}*[,;]|{_W}+en)(?:{_W}+en)?{_W}+(?:dat|die|het|deze)(?:{_W}+nummer)?{_W}+van{_W}+[^.,;!?<>{CUT}]{{1,40}}{CUT}")
# "stond: Zoë, geboren op …, BSN …": an item that only says what went.
_ITEM = late(
    rf",{_W}+(?:en{_W}+|met{_W}+|op{_W}+)?(?:(?:zijn|haar|hun|het|een|de){_W}+)?(?:(?i:bsn|burgerservicenummer|sofi-?nummer|iban|(?:mobiele?{_W}+|priv[eé]-?)?(?:telefoon|rekening|bankrekening)?(?:nummer|nr\.?)|telefoon|tel\.?|mobiel|postcode|e-?mail(?:adres)?|mailadres)|(?:telefonisch{_W}+)?bereikbaar{_W}+(?:op|via|onder)|(?:geboren|geb\.)(?:{_W}+op)?)"
    rf"{_W}*:?{_W}*{CUT}(?={_W}*(?:[.,;!?)]|\Z|</|<br|en\b))"
)
# Behind an item between two commas the sentence goes on with its verb: "Harm Zuidema, bereikbaar op …, leidt het kamp".
_VERB = late(rf"{_W}*,{_W}+(?:is|was|waren|zijn|won|wonnen|gaan|doen|staan|komen|(?!(?:met|niet|het|dit|dat|tot|uit|want|ooit|nooit|omdat|zodat|totdat|naast)\b)[a-z]{{2,}}t)\b")
# "Vragen? Mail …", "Eigenaar bel …": a verb, and nothing to do it with; nor is "Vragen?" a question then.
_VERBS = r"(?:[Bb]el(?:len)?|[Mm]ail(?:en)?|[Aa]pp(?:en)?|[Ss]ms)"
_BARE = late(
    rf"((?:\A|<(?:p|li|td|dd|div)\b[^>]*>(?:<(?:strong|em|b|i)>)?|[.!?]){_W}*)(?:(?:(?:[Dd]e|[Dd]us|[Dd]an){_W}+)?[Ee]igena(?:ar|res){_W}+)?{_VERBS}(?:,{_W}+{_VERBS})*(?:{_W}+of{_W}+{_VERBS})?(?:{_W}+(?:dan|even|gerust|snel|nu|maar))*"
    rf"{_W}*{CUT}{_W}*[.!]?(?={_W}*(?:[A-Z]|<(?!a\b)|\Z))"
)
_ASKS = late(rf"((?:\A|<(?:p|li|td|dd|div)\b[^>]*>|[.!?]){_W}*)(?:Vragen|Interesse|Belangstelling|Meer{_W}weten|(?:Meer{_W}|Verdere{_W})?[Ii]nformatie|Opgeven|Aanmelden|Nieuwsgierig|Ziek)\?{_W}*{CUT}(?={_W}*(?:\Z|</(?:p|li|td|dd|div)))")
# "Bel 06-… of Bart."
_OR_WHOM = late(rf"(\b(?:[Bb]el|[Mm]ail|[Aa]pp)){_W}*{CUT}{_W}*of{_W}+(?=(?:juf|meester|mevrouw|meneer)\b|[A-Z][a-z])")
# "De bijdrage kan naar NL… ten name van Monique."
_IN_NAME_OF = late(rf"(\b(?:kan|kun|mag|kunnen|mogen|moet|moeten)){CUT}({_W}+(?:ten{_W}name{_W}van|t\.?{_W}?n\.?{_W}?v\.?){_W}+(?:[^.!?,;<>{CUT}]|(?<=\b[A-Z])\.){{2,60}})(?={_W}*(?:[.!?,;]|\Z|</|<br))")
_PAID = late(r"\b(?:worden|gestort|storten|overgemaakt|overmaken|betaald|betalen)\b")
# "Fam. IJzerman, fam. Sjögren en de families Keizer en Postma" → "de families".
_FAMILIES = late(rf"(?:\b([Dd]e){_W})?\b([Ff])amilies?{CUT}(?:(?:,|,?{_W}(?:en|&amp[;{_END}]|&)){_W}(?:de{_W})?familie(?:s)?{CUT})+")
# "(privé: …)", ", 's avonds …": when or where somebody was reached there, and nothing else.
_WHEN = rf"(?:(?:(?:en|of|alleen){_W})?(?:bij{_W}(?:geen{_W}gehoor|afwezigheid|verhindering|nood)|in{_W}noodgevallen)|priv[eé]|thuis|werk|mobiel|(?:en{_W}+|of{_W}+)?(?:['’]s{_W}(?:avonds|middags|ochtends|morgens|nachts)|overdag|in{_W}het{_W}weekend|na{_W}school(?:tijd)?|buiten{_W}schooltijd|bij{_W}(?:nood|spoed)))"
_THEN = late(rf"(?:{_W}+(?:en|of)|,)?{_W}*{CUT}{_W}*\({_WHEN}\)|{_W}*[(\[]{_W}*{_WHEN}{_W}*:?{_W}*{CUT}{_W}*[)\]]|[,;]{_W}+{_WHEN}{_W}*:?{_W}*{CUT}(?={_W}*(?:[.;!?)]|\Z|</|<br))", re.IGNORECASE)
_OPENS = late(rf"(?:\A|<(?:p|li|td|th|h\d|dd|dt|div|figcaption|blockquote|caption|summary)\b[^>]*>(?:<(?:strong|em|b|i|span|a)\b[^>]*>)*|(?<![A-Z])(?<!\b[A-Z][a-z])[.!?]{_W}+)\Z")

_LONGEST_LABEL = 60
# Any cut but one behind a name with the sentence or its punctuation going on: "Sanne (groep 6)", "Sanne, Lotte" read on as they are.
_EASY = late(r"[ ][\w(]|[.,!?)](?:\s|</|\Z)|</p>|</li>|\Z")
_NO_NAME = late(rf"(?:{_THING}|(?i:bel|bellen|mailen|op|via|van|aan|bij|met|naar|voor|door|en|of|in|uit|nummers?)|[a-z][\w'-]*)\Z")


def tidy(markup: str) -> str:
    """`markup` (HTML or plain text) without CUT marks, mended around each."""
    if CUT not in markup:
        return markup
    if "<" not in markup:
        return _capitals(_words(markup)).replace(CUT, "")
    markup = _where_cut(markup, lambda block: _words(_empty_inline(block)))
    if _HOLLOW.search(markup):
        markup = _elements(_TABLE.sub(_table, markup))
        markup = _elements(_where_cut(markup, _words))
    return _where_cut(markup, _capitals).replace(CUT, "")


_BEGINS = late(r"<(?:p|li|h[1-6]|td|th|dt|dd|div|figcaption|blockquote|caption|summary|ul|ol|dl|table|tr|figure|section|details|pre)\b")
# An element of which nothing is left but the mark.
_HOLLOW = late(rf">(?:{_W}|<br>)*{CUT}(?:{_W}|{CUT}|<br>)*(?:<|\Z)|<br>\s*{CUT}")


# What one round made is what the next begins with.
@lru_cache(maxsize=4)
def blocks(markup: str) -> tuple[str, ...]:
    """`markup` cut before every block: what was cut out of one leaves the others alone."""
    starts = [found.start() for found in _BEGINS.finditer(markup)]
    return tuple([markup[start:end] for start, end in zip([0, *starts], [*starts, len(markup)], strict=True)])


def _where_cut(markup: str, mend: Callable[[str], str]) -> str:
    return "".join(mend(block) if CUT in block else block for block in blocks(markup))


def tidy_slug(slug: str) -> str:
    """An address part, id or file name without CUT marks and without doubled or dangling separators."""
    if CUT not in slug:
        return slug
    slug = re.sub(rf"[-_. ]*{CUT}[-_. ]*(?=\.[a-z0-9]{{2,5}}\Z)", "", slug)
    slug = re.sub(rf"([-_. /#])[-_. ]*(?:{CUT}[-_. ]*)+", rf"\1{CUT}", slug)
    slug = re.sub(rf"(?:{CUT}[-_. ]*)+", CUT, slug)
    slug = re.sub(rf"[-_. ]*{CUT}\Z|(?<![-_. /#]){CUT}(?=[-_. /])", "", slug)
    return re.sub(r"(?<=[a-z0-9])" + CUT + r"(?=[a-z0-9])", "-", slug).replace(CUT, "").strip("-_ ")


def _empty_inline(markup: str) -> str:
    while True:
        before = markup
        markup = _INLINE.sub(lambda found: CUT if CUT in found[2] else found[0], markup)
        if markup == before:
            return markup


def _elements(markup: str) -> str:
    while True:
        before = markup
        markup = _INLINE.sub(lambda found: CUT if CUT in found[2] else found[0], markup)
        markup = _PAIR.sub("", markup)
        markup = _BLOCK.sub(CUT, markup)
        markup = _SHELL.sub(CUT, markup)
        markup = re.sub(r"\n?<(ul|ol|dl|tbody|figure)\b[^>]*>\s*</\1>", "", markup)
        markup = re.sub(rf"(?:<br>\s*{CUT}\s*)+(?=<br>|</(?:p|li|td|dd)>)", "", markup)
        markup = re.sub(rf"(<(?:p|li|td|dd)\b[^>]*>)\s*{CUT}\s*<br>\s*", r"\1", markup)
        if markup == before:
            return markup


def _words(markup: str) -> str:
    if not _hard(markup):
        return markup
    if "&" in markup:
        markup = _ENTITY.sub(rf"\1{_END}", markup)
    while True:
        before = markup
        markup = re.sub(rf"{CUT}(?:{_W}|{CUT})*{CUT}", CUT, markup)
        markup = _REACHED.sub(_reached, markup)
        markup = _ITEM.sub(_item, markup)
        markup = _THEN.sub(CUT, markup)
        markup = _THAT_OF.sub("", markup)
        markup = _STUB.sub(CUT, markup)
        markup = _CLAUSE.sub(rf"\1{CUT}", markup)
        markup = _SAID.sub(rf"\1{CUT}", markup)
        markup = _TURNED.sub(lambda found: f"{found[1]}{CUT}{found[3]} {found[2]}", markup)
        markup = _WHOSE.sub(lambda found: f"{found[1]} {found[2]}", markup)
        markup = _LABEL.sub(_label, markup)
        markup = re.sub(rf"{CUT}{_W}*([,;]){_W}*{CUT}{_W}*(?=[A-Z])", rf"{CUT}\1 ", markup)
        markup = re.sub(rf"{CUT}{_W}*(?:[,;/|&–-]|&amp[;{_END}]|en|of|en/of|of via|of naar|of op){_W}*{CUT}", CUT, markup)
        markup = re.sub(rf"{_W}*[(\[]{_W}*(?:{CUT}|[,;:/–-]|{_W}|en(?=\W)|of(?=\W))*{CUT}(?:{CUT}|[,;:/–-]|{_W})*[)\]]", CUT, markup)
        markup = _LABEL.sub(_label, markup)
        markup = re.sub(rf"{_W}*[(\[]{_W}*(?:{CUT}|[,;:/–-]|{_W}|en(?=\W)|of(?=\W))*{CUT}(?:{CUT}|[,;:/–-]|{_W})*[)\]]", CUT, markup)
        markup = re.sub(rf"([(\[]){_W}*{CUT}{_W}*(?:[,;:/–-]|(?:of|en)\b)*{_W}*", r"\1", markup)
        markup = re.sub(rf"(:{_W}*){CUT}{_W}*(?:[|/]{_W}*(?=\w)|(?:,|of|en){_W}+(?=www\.|https?:|<a\b|[\w.+-]+@|\+?\d[\d -]{{7}}))", r"\1", markup)
        markup = re.sub(rf"\|{_W}*{CUT}{_W}*(?=\|)|{_W}*\|{_W}*{CUT}{_W}*(?=\Z|</|<br)", CUT, markup)
        markup = re.sub(rf"(?<=[.!?]){_W}*{CUT}{_W}*[.!?](?![\w.])", CUT, markup)
        markup = re.sub(rf"((?:\A|<(?:p|li|td|th|dd|dt|h\d|div|figcaption|blockquote|caption)\b[^>]*>|<br>\n?){_W}*){CUT}{_W}*[.!?,;:]+(?={_W}|</|<br|\Z)", rf"\1{CUT}", markup)
        markup = re.sub(rf",{_W}*{CUT}{_W}*,{_W}+(?=[a-zà-ÿ])", f"{CUT} ", markup)
        markup = re.sub(rf"{_W}*[,;:/–-]*{_W}*{CUT}{_W}*([)\]])", r"\1", markup)
        markup = re.sub(rf"({_W}[–-]){_W}*{CUT}{_W}*[–-]{_W}+(?=[\dA-Z])", rf"{CUT}\1 ", markup)
        markup = re.sub(rf"{_W}[–-]{_W}*{CUT}{_W}*[–-](?={_W})", CUT, markup)
        # "aan Alke via …, of aan mr@…": what is left has its own preposition, and is another one to tell it to.
        markup = re.sub(rf"{_W}+(?:op|via|naar|bij|met|per){_W}+{CUT}{_W}*(?:,{_W}+)?of{_W}+(?=aan{_W})", f"{CUT} of ", markup)
        markup = re.sub(rf"{_W}+(?:op|via|naar|bij|aan|met|per){_W}+{CUT}{_W}*(?:,|/|of|en|en/of){_W}+(?=(?:op|via|naar|bij|aan|in|per){_W})", f"{CUT} ", markup)
        markup = re.sub(rf"\b(op|via|naar|bel|mail|met|aan|nummers?|bellen|mailen){_W}+{CUT}{_W}*(?:,|/|of|en|en/of){_W}+(?:(?:op|via|naar){_W}+)?(?=[\d+(]|<a\b|www\.|https?:|[\w.+-]+@|\w+ (?:\[at\]|\(at\)|apenstaart|apestaart))", r"\1 ", markup)
        markup = _OR_WHOM.sub(r"\1 ", markup)
        markup = re.sub(rf"((?<![A-Z])[.!?]{_W}+){CUT}{_W}*(?:of|en){_W}+(?=[A-Z]|juf\b|meester\b)", rf"\1{CUT}", markup)
        markup = _VIA.sub(_via, markup)
        markup = _IN_NAME_OF.sub(_in_name_of, markup)
        markup = _BARE.sub(_bare, markup)
        markup = _ASKS.sub(rf"\1{CUT}", markup)
        markup = re.sub(rf"\b(nummers?){_W}+{CUT}{_W}*(?:of|en|,|/){_W}+(?=\S)", r"\1 ", markup)
        markup = re.sub(rf"{_W}+(?:en|of|en/of|of via|of op|of naar)(?:{_W}(?:mail|bel|app|sms|e-mail))?{_W}*{CUT}(?={_W}*(?:[.,;:!?)]|\Z|</(?:p|li|td|th|dd|h\d)|<br))", CUT, markup)
        markup = re.sub(rf"""(?:"{CUT}"|'{CUT}'|“{CUT}”|‘{CUT}’|„{CUT}”)""", CUT, markup)
        markup = re.sub(rf"([,;:–]|{_W}-){_W}*{CUT}(?={_W}*(?:[.,;:!?)](?!\d)|\Z|</(?:p|li|td|th|dd|dt|h\d|div|figcaption|blockquote|caption)|<br))", CUT, markup)
        markup = re.sub(rf"((?:\A|<(?:p|li|td|th|dd|dt|h\d|div|figcaption|blockquote|caption)\b[^>]*>|<br>|[.!?]){_W}*){CUT}(?:(?<![A-Z]\.{CUT})(?<![A-Z]\. {CUT})|(?![,;]{_W}[A-Z])){_W}*[,;:–|/-]+(?={_W})", rf"\1{CUT}", markup)
        markup = re.sub(rf"{_W}+{CUT}(?={_W}*[.,;:!?)\]](?:{_W}|<|\Z))", CUT, markup)
        markup = re.sub(rf"{_W}+{CUT}(?=['\"’”»](?!\w))", CUT, markup)
        markup = re.sub(rf"((?:(?<=\W)|\A)['\"‘“„«]){CUT}{_W}+", rf"\1{CUT}", markup)
        markup = _FAMILIES.sub(_families, markup)
        markup = re.sub(rf"(\bwo(?:ont|nen)){CUT},(?={_W}(?:pal|vlak|naast|tegenover|achter|bij|boven|om)\b)", rf"\1{CUT}", markup)
        markup = re.sub(rf"({_W}){CUT}{_W}+", rf"\1{CUT}", markup)
        markup = re.sub(rf"{CUT}{_W}+(?=[.,;:!?)\]](?:{_W}|<|\Z))", CUT, markup)
        markup = re.sub(rf"{_W}+{CUT}(?=\Z|</(?:p|li|td|th|dd|dt|h\d|div|figcaption|blockquote|caption)|<br)", CUT, markup)
        markup = re.sub(rf"(\A|<(?:p|li|td|th|dd|dt|h\d|div|figcaption|blockquote|caption)\b[^>]*>|<br>\n?){CUT}{_W}+", rf"\1{CUT}", markup)
        markup = re.sub(rf"(,){CUT}?{_W}*{CUT}{_W}*,", rf"\1{CUT}", markup)
        markup = re.sub(rf",{CUT}(?=,)", CUT, markup)
        if markup == before:
            return markup.replace(_END, ";")


def _hard(markup: str) -> bool:
    first = at = markup.find(CUT)
    lowest = max(0, first - _LONGEST_LABEL)
    while at >= 0:
        start = at
        while start and (markup[start - 1].isalnum() or markup[start - 1] in "_'-"):
            start -= 1
        before = markup[at - 1 : at]
        if not (before.isalnum() or before == "_") or not _EASY.match(markup, at + 1) or start >= lowest and _NO_NAME.match(markup, start, at):
            return True
        at = markup.find(CUT, at + 1)
    return False


_OF_WHOM = late(rf"{_W}*van{_W}+(?:een|de|het|onze|juf|meester|mevrouw|meneer|[A-Z])")
_SAYS = late(rf"\b(?:stond|staat|stonden|staan){_W}+(?:[a-zé]+{_W}+){{0,3}}?((?:het|de|een|zijn|haar|mijn|uw|ons){_W}+)?\Z")


def _label(found: re.Match[str]) -> str:
    text, before = found.string, found.string[max(0, found.start() - 4) : found.start()]
    verb = re.match(r"(?:bel|mail|app)\b", found[0], re.IGNORECASE)
    if verb and re.search(r"\b(?:of|en) \Z", before):
        return found[0]  # "Bel of app: 06-…": a verb, and no label
    if re.match(r"contact", found[0], re.IGNORECASE) and re.match(rf"(?:{_W}|{CUT})*[|/,](?:{_W}|[{CUT}|/,])*\w", text[found.end() : found.end() + 12]):
        return found[0]  # "Contact: 06-… | www.…": something is left to label
    if text[: found.start()].endswith(("goede ", "juiste ")):
        return found[0]  # "bij Trudy aan het goede adres"
    said = _SAYS.search(text, max(0, found.start() - 60), found.start()) if _OF_WHOM.match(text, found.end()) else None
    if said:
        return found[0] if said[1] else f"het {found[0]}"  # "stond per ongeluk BSN … van een leerling"
    if _LABELLED.search(found[0]):
        return CUT
    # "Anouk, mail a@…, helpt mee"
    label = re.search(r"(?:[,(;/|] |\()\Z", before) and re.match(r"[,.;)]|</|<br|\Z", text[found.end() :])
    return CUT if label else found[0]


def _item(found: re.Match[str]) -> str:
    return f", {CUT}" if _VERB.match(found.string, found.end()) else CUT


def _bare(found: re.Match[str]) -> str:
    # A title of which nothing else is left keeps its verb.
    return found[0] if found[0] == found.string else f"{found[1]}{CUT}"


def _families(found: re.Match[str]) -> str:
    article = found[1] or ("De" if found[2] == "F" else "de")
    return f"{article} families{CUT}"


def _in_name_of(found: re.Match[str]) -> str:
    return found[0] if _PAID.search(found[2]) else f"{found[1]}{found[2]} worden overgemaakt"


def _reached(found: re.Match[str]) -> str:
    more = _ALSO.sub("", found["more"])
    return f"{found[1]}{CUT}{more}{CUT}" if more.endswith(("alleen", "liever", "ook")) else f"{found[1]}{CUT}{more} ook{CUT}"


def _via(found: re.Match[str]) -> str:
    lead = re.match(rf"{_W}+\w+", found[0])
    if lead and _PARTICLE.search(found.string[max(0, found.start() - 60) : found.start()] + lead[0]):
        return lead[0] + CUT
    return CUT


def _capitals(markup: str) -> str:
    # A sentence that lost its beginning begins anew with a capital.
    def raise_letter(found: re.Match[str]) -> str:
        if markup[found.start() - 1 : found.start()].isalnum() or not _OPENS.search(markup[max(0, found.start() - 200) : found.start()]):
            return found[0]
        word = found[2]
        return found[1] + ("IJ" + word[2:] if word.startswith("ij") else word[0].upper() + word[1:])

    return re.sub(rf"({CUT}{_W}*(?:<(?:strong|em|b|i|span|a)\b[^>]*>)*)([a-zà-ÿ][\w'-]*)(?![\w'-]*(?:[\w.]*@|://|\.\w))", raise_letter, markup)


# The heading of a column that held nothing but what went.
_WENT = late(rf"(?:(?:achter|familie|geslachts)naam|achternamen|{_THING})(?:privé|prive|thuis|moeder|vader|ouders|\d)?:?", re.IGNORECASE)


def _table(found: re.Match[str]) -> str:
    table = found[0]
    if CUT not in table or re.search(r"\b(?:col|row)span=", table):
        return table
    rows = [(row, _CELL.findall(row[1])) for row in _ROW.finditer(table)]
    width = max((len(cells) for _, cells in rows), default=0)
    gone = set()
    for column in range(width):
        body = [cells[column][1] for _, cells in rows if column < len(cells) and cells[column][0] == "td"]
        if len(body) > 1 and len(body) == len(rows) and _WENT.fullmatch(_EMPTY.sub("", body[0])):
            del body[0]  # Word marks no row as a header: there it is what the cell says that makes it one
        if body and any(CUT in cell for cell in body) and all(not _EMPTY.sub("", cell) for cell in body):
            gone.add(column)
    lost = [number for number, (_, cells) in enumerate(rows) if _row_gone(cells)]
    if len(gone) == width:
        return CUT
    if not gone and not lost:
        return table
    number = -1

    def row(part: re.Match[str]) -> str:
        nonlocal number
        number += 1
        if number in lost and not gone:
            return ""
        index = -1

        def cell(one: re.Match[str]) -> str:
            nonlocal index
            index += 1
            return "" if index in gone else one[0]

        return part[0].replace(part[1], _CELL.sub(cell, part[1]), 1) if gone else part[0]

    return _ROW.sub(row, table)


def _row_gone(cells: list[tuple[str, str]]) -> bool:
    # A row that only held what went: "Telefoon | 06-…", or nothing at all.
    texts = [_EMPTY.sub("", cell) for _, cell in cells]
    if not any(CUT in cell for _, cell in cells) or any(texts[1:]):
        return False
    return not texts[0] or bool(re.fullmatch(rf"(?:{_THING})\s?(?:privé|prive|thuis|moeder|vader|ouders|\d)?:?", texts[0], re.IGNORECASE))
