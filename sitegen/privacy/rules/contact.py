"""Phones, mail addresses, bank accounts and citizen numbers in every notation; what the school lists stays (FORMATS §6)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sitegen.late import late
from sitegen.privacy.finding import Match
from sitegen.privacy.rules.columns import headed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.privacy.finding import Finder
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People
    from sitegen.school import School

_AT = r"(?:\s?@\s?|\s?#\s?(?=[a-z0-9-]+\.[a-z]{2,}\b[^.]{0,30}@)|\s?[\[({<]\s?(?:at|apenstaartje|apestaartje|apestaart|apenstaart|aapje|a|@)\s?[\])}>]\s?|\s(?:apenstaartje|apestaartje|apestaart|apenstaart|at)\s|\s?\*at\*\s?|_at_|-at-)"
_DOT = r"(?:\.|\s\.\s|[_-](?:dot|punt)[_-]|\s?[\[({]\s?(?:dot|punt|\.)\s?[\])}]\s?|\s(?:dot|punt)\s)"
# Mailboxes that people name without their ending: "jan@gmail".
_PROVIDERS = "gmail|hotmail|outlook|ziggo|kpnmail|icloud|yahoo|planet|xs4all"
_LOCAL = r"[\w+'&!$%*=^~|-]"
_MAIL = late(rf"(?<!\w)(?<!\w\.)[^\W_]{_LOCAL}*(?:{_DOT}{_LOCAL}+)*{_AT}(?:(?:[a-z0-9-]+?{_DOT})+[a-z]{{2,}}|(?:{_PROVIDERS}))(?![a-z0-9])")
_SIGNS = ("@", "#", "staart", "aapje", "_at_", "[a]", "(a)")
_AT_WORD = late(r"at(?<!\wat)(?!\w)")
# Blanks inside a number. What regular expressions call a blank includes the marks between blocks and cells.
_S = r"[^\S\x1e\x1f]"
# A Dutch number has ten digits, or one too many: two of them with a slash between are two numbers. Behind it anything may stand ("06-12345678bellen",
# "06-12345678b"), and before it a word or a letter ("bel06-12345678"): what makes it a code instead, `_code` says.
_DUTCH = late(rf"(?:(?<![\d_])(?<!\d-)|(?=\+31))(?:\(?(?:\+|00){_S}?31{_S}?\)?(?:{_S}|[.\-/]){{0,2}}(?:\({_S}?0{_S}?\)|0)?|\(?0(?!0))(?:(?:{_S}|[().\-/_*~]){{0,3}}\d){{9}}\d?(?!\d|[.:]\d\d\b)")
# "O6-I2345678": letters that pass for digits, next to digits.
_LIKE_DIGITS = late(r"(?<![A-Za-z])[oO](?=\d)|(?<=\d)[oOIl](?=[\d\W])|(?<=[\d-])[IlOo](?=\d)")
# "nul zes twaalf 34 …": a number in words.
_NUMERALS = (
    r"(?:\d{1,8}|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|n)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|"
    r"twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen)"
)
_SPOKEN = late(rf"\b(?:nul{_S}?(?:zes|6)|0{_S}?zes|zes(?=-\d))(?:(?:{_S}|[,.\-]|en\b){{1,3}}{_NUMERALS}\b){{1,10}}")
_PHONE = late(rf"(?<![\w+])(?:\(?\+|\(?00(?={_S}?[1-9]))?\(?\d(?:(?:{_S}|[().\-/_]){{0,4}}\d){{5,14}}(?!\w)")
_PLUS = late(r"(?:\+|00)")
_SERVICE = late(r"(?:0800|0900|0906|0909|088|14\d{2,4}\Z|112\Z|113\Z|116\d{3}\Z|0300|140\d+\Z)")
_LABEL = late(r"(?:\b0?6(?:-?nummer|-?nr)?(?=\s|:)|\btel(?:efoon)?(?:nummer|nr)?s?|\bmobiel(?:e)?(?:\snummer)?|\bgsm|\bbel(?:len|t)?(?:\smet|\snaar)?|\bt\.?(?!/)|(?<!/)\bm\.?|☎|\bapp(?:en)?(?:\snaar)?|\bwhatsapp|\bsms)[\s.:]*(?:nr\.?|op|naar|via|nummer|is)?[\s.:]*\Z", re.IGNORECASE)
_NOT_PHONE = late(r"(?:\bart(?:ikel)?(?:nummer|nr)?|\bbestel(?:nummer|nr|code)?|\bisbn(?:-1[03])?|\bean|\border(?:nummer|nr)?|\bfactuur(?:nummer|nr)?|\bkvk(?:[\s-]*(?:nummer|nr))?|\bbtw(?:[\s-]*(?:nummer|nr))?|\bvlucht(?:nummer)?|\bserie(?:nummer)?|\b(?:lot|loterij|lid|relatie|debiteur(?:en)?|start|pakket|zending|deelname|deelnemers?|inschrijf|inschrijvings?|aanvraag|zaak|contract|meter|chassis|ticket|boekings?|reserverings?|volg|product|partij|referentie|registratie|bar|scan|track|groepsaccount|licentie|catalogus|kaart|rug|stam|case|brin|rsin|apparaat|toestel|wedstrijd)-?(?:nummers?|nrs?|codes?)|\bkenmerk|\breferentie|\bref|\brsin|\bbarcode|\blot|\bmodel|\bcode|\bnur|\bissn|\bklantnummer|\bdossier(?:nummer)?|\bpolis(?:nummer)?|\bdoi|€|\beuro)[\s.:#]*(?:is|nr\.?|nummer|:)?\s*\Z", re.IGNORECASE)
_IBAN = late(rf"[a-z](?<![a-z0-9].)[a-z]{_S}?\d{{2}}(?=(?:(?:{_S}|[.\-]){{0,2}}[a-z0-9]){{10}})")
_PART = late(rf"(?:(?:{_S}|[.\-]){{0,2}}[a-z0-9])")
_NL_IBAN = late(rf"n(?<![a-z0-9].)(?:{_S}|[.\-])?l(?:(?:{_S}|[.\-]){{0,2}}[\doil]){{2}}(?:(?:{_S}|[.\-]){{0,2}}[a-z]){{4}}(?:(?:{_S}|[.\-]){{0,2}}[\doil]){{10}}")
_GIRO_WORDS = ("giro", "rekening", "postbank")
_GIRO = late(r"\b(?:giro|bankrekening|rekening|postbank)(?:rekening)?(?:nummer|nr\.?)?[\s.:]*((?:\d[\s.]?){6,9}\d)\b")
_BSN = late(rf"\d(?<![\w.,-].)(?:\d{{2}}(?:{_S}|[.-])?\d{{3}}(?:{_S}|[.-])?\d{{3}}|\d{{3}}(?:{_S}|[.-])\d{{2}}(?:{_S}|[.-])\d{{3}})(?![\w]|[.,-]\d)")
# A phone number without its zero, behind a country: "+31 (0) 598123520".
_ABROAD = late(rf"(?:\+|00){_S}?\d{{2}}{_S}?(?:\({_S}?0{_S}?\))?{_S}?\Z")
_BSN_CUE = late(r"\b(?:bsn|burger\s?service\s?nummer|sofi(?:\s?-?nummer)?|onderwijsnummer|persoonsgebonden\s?nummer|pgn)\b")


class Known(NamedTuple):
    """What may stay, in canonical form: phone digits, mail addresses, IBANs, and the school's own mail domain."""

    phones: frozenset[str]
    emails: frozenset[str]
    ibans: frozenset[str]
    domain: str


@lru_cache(maxsize=8)
def _known(phones: tuple[str, ...], emails: tuple[str, ...], ibans: tuple[str, ...], domain: str) -> Known:
    return Known(
        frozenset(canonical_phone(phone) for phone in phones),
        frozenset(mail.strip().lower() for mail in emails),
        frozenset(re.sub(r"[\W_]", "", iban).upper() for iban in ibans),
        domain.lower(),
    )


def known(school: School) -> Known:
    """What site.yaml lists under `school:` and `contacts:`."""
    bodies = (school.own, *school.contacts)
    return _known(
        tuple(phone for body in bodies for phone in body.phones),
        tuple(mail for body in bodies for mail in body.emails),
        tuple(iban for body in bodies for iban in body.ibans),
        school.email_domain,
    )


def canonical_phone(text: str) -> str:
    """The digits as one dials them inside the Netherlands: "+31 (0)6 12" → "0612…"; other countries keep "+"."""
    digits = re.sub(r"\D", "", text)
    international = text.strip().lstrip("(").startswith("+")
    if digits.startswith("00") and not international:
        digits, international = digits[2:], True
    if international:
        if digits.startswith("31"):
            return "0" + digits[2:].lstrip("0")
        return "+" + digits
    return digits


def phones(people: People, school: School) -> Finder:
    """Telephone numbers that are not the school's, a listed body's or a public service's."""
    del people
    listed = known(school).phones

    def find(line: Line) -> Iterator[Match]:
        if line.kind != "slug" and "zes" in line.low:
            for found in _SPOKEN.finditer(line.low):
                if _spelled(found[0]):
                    yield _phone(line, *found.span())
        runs = _runs(line.text, line.numbers)
        if not runs:
            return
        text = _LIKE_DIGITS.sub(lambda letter: "0" if letter[0] in "oO" else "1", line.text) if any(_ODD_DIGIT.search(line.text, start, end) for start, end in runs) else line.text
        dutch = [found for start, end in runs for found in _DUTCH.finditer(text, start, end)]
        taken = [found.span() for found in dutch]
        text = _blanked(text, taken)
        others = [found for start, end in runs for found in _PHONE.finditer(text, start, end)]
        stock = _stock(line)
        for found in (*dutch, *others):
            start, end = found.span()
            raw = found[0]
            number = canonical_phone(raw)
            if number in listed or number[:10] in listed or _SERVICE.match(number) or not _dials(line, number, raw, start, end) or any(left <= start < right for left, right in stock):
                continue
            if raw.startswith("(") and raw.count("(") > raw.count(")"):
                start += 1
            yield _phone(line, start, end)
        for cell in headed(line, _PHONE_HEAD):
            # Numbers without their area code, where the column says what they are.
            for found in _SHORT.finditer(line.text, cell.start, cell.end):
                if canonical_phone(found[0]) not in listed and not any(start < found.end() and found.start() < end for start, end in taken):
                    yield _phone(line, *found.span())

    return find


def _phone(line: Line, start: int, end: int) -> Match:
    why = "telefoonnummer dat niet van de school of een vermelde instantie is"
    return Match("telefoon", start, end, "", why, f'site.yaml, onder contacts: - {{name: …, phones: ["{" ".join(line.seen[start:end].split())}"]}}')


def _spelled(found: str) -> bool:
    # Eight digits in all behind "nul zes": "twaalf" counts for two, "345" for three.
    parts = re.findall(r"\d+|[a-z]+", found)
    return sum(len(part) if part.isdigit() else 0 if part == "en" else 1 if part in _SINGLE else 2 for part in parts) >= 8


_SINGLE = frozenset("nul een twee drie vier vijf zes zeven acht negen".split())
_PHONE_HEAD = late(r"\s*(?:tel(?:efoon)?(?:nummers?|nr)?\b|mobiel|gsm\b|06\b|bellen|(?:mobiele?|vaste?|prive)\s(?:nummer|tel))")
_SHORT = late(r"(?<![\d,.-])(?:\d[ -]?){5,9}\d(?![\d,]|\.\d)")
_STOCK_HEAD = late(r"\s*(?:artikel|bestel|order|product|isbn|barcode|ean|serie|lot|factuur|klant)-?(?:nummers?|nrs?\.?|code)?\s*\Z")
_STOCK_NUMBER = late(r"\s*(?:(?:artikel|bestel|order|product|serie|lot|factuur|klant)?-?(?:nummers?|nrs?\.?|codes?)|isbn|barcode|ean)\s*\Z")


def _stock(line: Line) -> list[tuple[int, int]]:
    # Cells of article numbers and the like: they look like phones, and dial nothing.
    return [(cell.start, cell.end) for cell in headed(line, _STOCK_NUMBER, _STOCK_HEAD)] if line.cells else []


# Six digits or more with little between them: all numbers that matter are so, and most lines have none.
_RUN = late(r"[\dOol](?:[^A-Za-z\x1e\x1f]{0,5}[\dOoIl]){5,}")
_ONLY_DATE = late(r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|20\d\d-20\d\d|20\d\d-\d\d-\d\d|\d\d[.:]\d\d ?-? ?\d\d[.:]\d\d")
_ODD_DIGIT = late(r"\d\W?[oOIl]|[oOIl]\W?\d")


_FEWEST = 6
# What no number goes on behind, and what stands before one without parting it from what is before that.
_PARTS = late(r"[A-HJ-NP-Za-km-np-z\x1e\x1f]")
_PARTING = frozenset("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ\x1e\x1f")


def _runs(text: str, numbers: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where long numbers may stand, with what belongs before and behind; `numbers` are the digits of `text`."""
    runs: list[tuple[int, int]] = []
    for left, right in _dense(text, numbers):
        for found in _RUN.finditer(text, left, right):
            if sum(map(str.isdigit, found[0])) < _FEWEST or _ONLY_DATE.fullmatch(found[0]):
                continue
            start, end = max(0, found.start() - 6), found.end() + 6
            if runs and start <= runs[-1][1]:
                runs[-1] = runs[-1][0], end
            else:
                runs.append((start, end))
    return runs


def _dense(text: str, numbers: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    # Stretches without letters that hold enough digits; all that could be read as digits around them included.
    at, count, plain = 0, len(numbers), text.isascii()
    while at < count:
        left, right = numbers[at]
        digits = right - left
        at += 1
        while at < count and text[right] not in _PARTING and text[right + 1] not in _PARTING and not _PARTS.search(text, right, numbers[at][0]):
            digits += numbers[at][1] - numbers[at][0]
            right = numbers[at][1]
            at += 1
        if digits >= _FEWEST or not plain and sum(map(str.isdigit, text[left:right])) >= _FEWEST:
            while left and not _PARTS.match(text, left - 1):
                left -= 1
            parted = _PARTS.search(text, right)
            yield left, parted.start() if parted else len(text)


def _blanked(text: str, taken: list[tuple[int, int]]) -> str:
    for start, end in taken:
        text = text[:start] + "x" * (end - start) + text[end:]
    return text


def _dials(line: Line, number: str, raw: str, start: int, end: int) -> bool:
    before = line.text[max(0, start - 28) : start]
    stuck = _STUCK_BEFORE.search(before) if raw[0].isdecimal() else None
    # "ISBN0612345678", "artikelnummer B0612345678"; but "€0612345678" is no sum that anybody pays.
    odd_sum = before.rstrip().endswith("€") and number.startswith("0") and len(number) > 9
    if not odd_sum and (_NOT_PHONE.search(before) or stuck and _NOT_PHONE.search(before[: stuck.start()])):
        return False
    if _code(stuck[0] if stuck else "", line.text, end):
        return False
    if re.search(r"[a-z]{2}\s?\d{2}\s?[a-z]{4}\s?\Z", before, re.IGNORECASE):
        return False
    if number.startswith("+"):
        return 8 <= len(number) - 1 <= 15
    plain = re.sub(r"\D", "", raw)
    if _PLUS.match(raw.lstrip("(")) and 8 <= len(plain) - 2 * plain.startswith("00") <= 15:
        return True  # with a digit too few or too many it still is one
    if len(plain) == 11 and plain.startswith("0"):
        return True
    if re.fullmatch(r"316\d{8}", plain) and (_CHAT.search(before) or re.match(r"31[ -]?\(?0?\)?[ -]?6", raw)):
        return True
    if _TIMES.match(raw) or _counting(raw):
        return False
    if number.startswith("0") and len(number) == 10 and number[1] != "0":
        # A row of scores or a date is no phone: at most six groups, except in a mobile number.
        return (number[1] == "6" or len(re.findall(r"\d+", raw)) <= 6) and not re.match(r"0[1-9][-/. ](?:0[1-9]|1[0-2])[-/. ](?:19|20)\d\d\b", raw)
    if raw[0] == "0" and 6 <= len(plain) <= 12 and _LABEL.search(before):
        return True
    return bool(_LABEL.search(before)) and 6 <= len(plain) <= 10 and not re.fullmatch(r"\d{1,2}[-/]\d{1,2}[-/]\d{2,4}", raw) and not re.match(r"\d{1,2}[.:]\d\d\s*-", raw)


_STUCK_BEFORE = late(r"[^\W_]+\Z")
_DIGEST = late(r"[0-9a-f]{8,}")
_STUCK_BEHIND = late(r"[^\W_]+")


def _code(lead: str, text: str, end: int) -> bool:
    """Whether a number that ends at `end` is the middle of a code: there are digits in what stands against its front, or it is part of a digest."""
    behind = _STUCK_BEHIND.match(text, end)
    rest = behind[0] if behind else ""
    return any(map(str.isdecimal, lead)) or bool(_DIGEST.fullmatch(lead + rest)) and any(map(str.isdecimal, rest))


# "wa.me/31612345678": a mobile number without its plus.
_CHAT = late(r"(?:wa\.me/|phone=|signal\.me/#p/|\b(?:app|whatsapp|bel|tel|mobiel|mob|gsm)\b[\s.:a-z]{0,8})\Z", re.IGNORECASE)
# "08.30 09.15 10": times in a row.
_TIMES = late(r"(?:[01]\d|2[0-3])[.:][0-5]\d\s+(?:[01]\d|2[0-3])[.:]?[0-5]")


def _counting(raw: str) -> bool:
    # "01 02 03 04 05": somebody counts.
    parts = [int(part) for part in re.findall(r"\d+", raw)]
    return len(parts) > 3 and all(later - earlier == 1 for earlier, later in pairwise(parts))


def mails(people: People, school: School) -> Finder:
    """Mail addresses that are neither listed nor work addresses at the school's domain."""
    allowed = known(school)

    def find(line: Line) -> Iterator[Match]:
        if not _smells(line.low):
            return
        for found in _MAIL.finditer(line.low):
            address = canonical_mail(found[0])
            if address in allowed.emails:
                continue
            local, _, domain = address.partition("@")
            if " at " in found[0] and " dot " not in found[0] and " punt " not in found[0] and found[0].count(".") < 1:
                continue
            if allowed.domain and domain == allowed.domain and not _childs(local, people):
                continue
            why = "e-mailadres dat niet van de school of een vermelde instantie is"
            yield Match("e-mail", found.start(), found.end(), "", why, f'site.yaml, onder contacts: - {{name: …, emails: ["{address}"]}}')

    return find


def _smells(low: str) -> bool:
    return any(sign in low for sign in _SIGNS) or _AT_WORD.search(low) is not None


def kept_mails(line: Line, people: People, school: School) -> list[tuple[int, int]]:
    """Where mail addresses stand that may stay whole: listed ones, and work addresses at the school's domain."""
    if not _smells(line.low):
        return []
    allowed = known(school)
    kept = []
    for found in _MAIL.finditer(line.low):
        address = canonical_mail(found[0])
        local, _, domain = address.partition("@")
        if address in allowed.emails or (allowed.domain and domain == allowed.domain and not _childs(local, people)):
            kept.append(found.span())
    return kept


def canonical_mail(text: str) -> str:
    """A mail address however it was written out: "jan [at] post punt example" → "jan@post.example"."""
    text = re.sub(_AT, "@", text.lower(), count=1)
    local, _, domain = text.partition("@")
    dot = re.compile(_DOT)
    return f"{dot.sub('.', local)}@{dot.sub('.', domain)}"


def _childs(local: str, people: People) -> bool:
    # A child's own address at the school's domain: first name (or initial) and surname in it, and no colleague's.
    plain = re.sub(r"[^a-z]", "", local)
    for owner in people.owners:
        cores = owner.parsed.joined | owner.parsed.spellings
        if owner.role in {"staff", "member"} and any(core in plain for core in cores) and (plain[:1] in owner.parsed.initials or any(first in plain for first in owner.parsed.firsts)):
            return any(child.role == "child" and child.name.full == owner.name.full for child in people.owners)
    return any(
        owner.role == "child" and any(core in plain for core in owner.parsed.spellings) and (any(first in plain for first in owner.parsed.firsts if len(first) > 1) or plain[:1] in owner.parsed.initials)
        for owner in people.owners
    )


def accounts(people: People, school: School) -> Finder:
    """Bank accounts and citizen service numbers."""
    del people
    allowed = known(school).ibans

    def find(line: Line) -> Iterator[Match]:
        low = line.low
        runs = _runs(low, line.numbers)
        if not runs:
            return
        # Country and bank stand before the digits, their label before that.
        reach = [(max(0, start - 40), end + 30) for start, end in runs]
        for start, end in sorted({span for left, right in reach for span in _ibans(low, left, right)}):
            plain = re.sub(r"[\W_]", "", low[start:end]).upper()
            if plain in allowed:
                continue
            yield Match("iban", start, end, "", "rekeningnummer dat niet van de school of een vermelde instantie is", f'site.yaml, onder contacts: - {{name: …, ibans: ["{plain}"]}}')
        for found in (one for left, right in reach for one in _GIRO.finditer(low, left, right)) if any(word in low for word in _GIRO_WORDS) else ():
            yield Match("iban", found.start(1), found.end(1), "", "rekeningnummer", f'uitzonderingen.yaml: - {{text: "{found[1]}", why: "…", who: "…", until: "…"}}')
        for found in (one for left, right in runs for one in _BSN.finditer(low, left, right)):
            near = low[max(0, found.start() - 60) : found.start()]
            plain = re.sub(r"\D", "", found[0])
            cue = bool(_BSN_CUE.search(near))
            if not cue and _ABROAD.search(near):
                continue
            if not cue and found[0].count(".") == 2 and len(found[0]) == 11 and found[0][3] == ".":
                continue  # a large number, written with points
            if cue or (eleven(plain) and not _NOT_PHONE.search(near) and not re.search(r"(?:nummers?|nrs?\.?|codes?)[\s:.]*(?:\d+\s(?:en|of)\s)?\Z|[€$]\s*\Z", near)):
                yield Match("bsn", found.start(), found.end(), "", "burgerservicenummer", f'uitzonderingen.yaml: - {{text: "{found[0]}", why: "…", who: "…", until: "…"}}', doubt=not cue)

    return find


def _ibans(low: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    for found in _NL_IBAN.finditer(low, left, right):
        end = _stuck_end(low, found.end())
        if end > found.end() and not _mod97(re.sub(r"[\W_]", "", found[0])):
            continue
        taken.append((found.start(), end))
        yield found.start(), end
    for found in _IBAN.finditer(low, left, right):
        if found[0][:2] == "nl" or any(start <= found.start() < end for start, end in taken):
            continue
        end = _account_end(low, found.start(), found.end())
        if end:
            yield found.start(), end


def _account_end(low: str, start: int, end: int) -> int:
    # The length depends on the country: letter by letter until the checksum fits. Best where nothing stands against it; failing that
    # ("BE71 0961 2345 6769x") what does goes along. 0 when it never fits.
    stuck = 0
    for _ in range(30):
        part = _PART.match(low, end)
        if not part:
            break
        end = part.end()
        if _mod97(re.sub(r"[\W_]", "", low[start:end])):
            if not low[end : end + 1].isalnum():
                return end
            stuck = stuck or _stuck_end(low, end)
    return stuck


def _stuck_end(text: str, end: int) -> int:
    found = _STUCK_BEHIND.match(text, end)
    return found.end() if found else end


def _mod97(plain: str) -> bool:
    from stdnum import iban

    return bool(iban.is_valid(plain, check_country=False))


def eleven(digits: str) -> bool:
    """Whether nine digits pass the eleven test of a BSN."""
    from stdnum.nl import bsn

    return bool(bsn.is_valid(digits))
