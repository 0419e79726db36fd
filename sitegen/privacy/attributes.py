"""Attributes are words too: ids, classes, titles and targets of links go through the rules."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote

from sitegen.late import late

if TYPE_CHECKING:
    from sitegen.privacy.finding import Match
    from sitegen.privacy.passage import Kind, Line

_TAG = late(r'<[a-z][a-z0-9]* [^>]*="[^>]*>')
_ATTRIBUTE = late(r' ([a-z-]+)="([^"]*)"')
_SPOKEN = {"title", "alt", "abbr"}
_SLUGS = {"id", "class", "headers"}
_PLAIN = {"src", "width", "height", "colspan", "rowspan", "scope", "start", "type", "reversed", "value", "span", "open", "dir", "lang"}
_NUMBERS = {"start", "value"}
_LONGEST_NUMBER = 5
_ACCOUNT_DIGITS = 10
_POSTCODE = late(r"(?<!\d)[1-9]\d{3}[ _-]?[a-z]{2}\Z")
_SCHEME = late(r"([a-z][a-z0-9+.-]*):|//", re.IGNORECASE)
_DIALS = late(r"tel:|sms:|https?://(?:wa\.me|api\.whatsapp|web\.whatsapp|signal\.me|t\.me|viber)", re.IGNORECASE)
_UNLINK = " data-cut"
_WHATSAPP = late(r"(wa\.me/|signal\.me/#p/|//t\.me/|[?&]phone=)\+?(?=[1-9])", re.IGNORECASE)


class Rules(Protocol):
    """What clearing attributes needs of the pass."""

    def matches(self, line: Line) -> list[Match]:
        """What the rules find in a line."""

    def text(self, value: str, kind: Kind = "text") -> str:
        """A plain text, washed once."""

    def slug(self, value: str) -> str:
        """An address part, washed once."""


def clear_tags(markup: str, rules: Rules) -> str:
    """`markup` with every attribute value washed; a link whose target names a child or a private number is undone."""
    if "<a>" in markup:
        # A link of a kind that no page may have (`whatsapp:`, `callto:`): without a target it is text.
        markup = re.sub(r"<a>(.*?)</a>", r"\1", markup, flags=re.DOTALL)
    if '="' not in markup:
        return markup
    undone = False

    def one(tag: re.Match[str]) -> str:
        nonlocal undone

        def attribute(found: re.Match[str]) -> str:
            nonlocal undone
            name, raw = found[1], found[2]
            if name in _NUMBERS and len(raw) > _LONGEST_NUMBER:
                return ""  # "0612345678. Bel maar" begins a list that counts from there
            if not raw or name in _PLAIN or (name == "class" and raw.startswith(("footnote", "toc"))):
                return found[0]
            value = html.unescape(raw) if "&" in raw else raw
            if name in _SPOKEN:
                new = rules.text(value)
            elif name in _SLUGS:
                new = rules.slug(value)
            elif name == "href":
                target = clear_target(value, rules)
                if target is None:
                    undone = True
                    return _UNLINK
                new = target
            elif name == "datetime":
                return found[0] if re.fullmatch(r"[\d:TZ+-]{1,25}", value) and rules.text(value) == value else ""
            else:
                return ""
            return found[0] if new == value else f' {name}="{_escaped(new)}"' if new else ""

        return _ATTRIBUTE.sub(attribute, tag[0])

    markup = _TAG.sub(one, markup)
    if undone:
        markup = re.sub(rf"<a(?=[^>]*{_UNLINK})[^>]*>(.*?)</a>", r"\1", markup, flags=re.DOTALL)
    return markup


def _escaped(value: str) -> str:
    # As `clean` writes attributes: whatever is written otherwise would change at the next cleaning.
    return html.escape(value, quote=False).replace('"', "&quot;").replace("\xa0", "&nbsp;")


def _readable(target: str) -> str:
    # What stands in a target, as words: WhatsApp writes a number of any country without its plus.
    if target[:4].lower() in {"tel:", "sms:"}:
        return " " + target[4:].lstrip("/")
    target = re.sub(r"\Amailto:(?://)?", " ", target)
    return _WHATSAPP.sub(r"\1 +", target) if _WHATSAPP.search(target) else re.sub(r"[?&]\w+=|[+]", " ", target)


def _certain(shown: str) -> bool:
    # Not one of the numbers that any address has: a whole postcode; or a country, a check that fits, and as many digits as the verifier asks of an account.
    account = shown[:2].isalpha() and shown[:2].isascii() and sum(map(str.isdecimal, shown)) >= _ACCOUNT_DIGITS
    return account or bool(_POSTCODE.search(shown))


def clear_target(target: str, rules: Rules) -> str | None:
    """Where a link points to, washed; None when a link to another site, a mailbox or a phone must be undone."""
    if not target or target == "#":
        return target
    if _SCHEME.match(target):
        readable = _readable(unquote(target))
        kind: Kind = "text" if target.lower().startswith(("mailto:", "tel:", "sms:")) else "slug"
        from sitegen.privacy.passage import text

        line = text(readable, kind)
        found = rules.matches(line)
        dials = bool(_DIALS.match(target)) or kind == "text"
        maps = "maps" in target
        return None if any(match.rule not in {"telefoon", "bsn", "iban", "adres", "geboortedatum"} or dials or (maps and match.rule == "adres") or _certain(line.low[match.start : match.end]) for match in found) else target
    parts = re.split(r"([/#?&=])", target)
    return "".join(part if part in "/#?&=" or part in {"..", "."} else rules.slug(part) for part in parts)
