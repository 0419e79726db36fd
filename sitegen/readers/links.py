"""The pictures, attachments and pages that a piece of HTML points at."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from sitegen.late import late
from sitegen.problem import Place, Problem
from sitegen.readers import address

if TYPE_CHECKING:
    from collections.abc import Callable

# A browser takes <image> for <img>.
_TAG = late(r"<(img|image|a)\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
_ATTRIBUTE = late(r"""([a-zA-Z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
# Groups that the school doesn't lead: WhatsApp, Telegram, Signal, and closed groups on Facebook.
_CLOSED = late(r"(?:https?:)?//(?:chat\.whatsapp\.com|(?:www\.)?whatsapp\.com/channel|t\.me/(?:\+|joinchat)|signal\.group|(?:www\.|m\.)?facebook\.com/groups)\b", re.IGNORECASE)
_ACTIVE = late(r"<(iframe|object|embed|frame|applet)\b|<script\b[^>]*\bsrc\s*=|<link\b[^>]*\bhref\s*=\s*[\"']?(?:https?:)?//", re.IGNORECASE)
# Files a browser or office program opens; anything else relative is taken for a page.
_FILE = late(r"\.[a-z0-9]{1,5}\Z", re.IGNORECASE)

# Where a target stands in Markdown and HTML as an author writes them.
_WRITTEN = late(r"""\]\(\s*<?([^)\s>]+)|\]:\s*<?([^\s>]+)|\bhref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a body points at. `pictures` and `attachments`: (name as it now stands in the HTML, path in the site, who-attribute)."""

    html: str
    pictures: tuple[tuple[str, str, str | None], ...]
    attachments: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def follow(body: str, path: str, line_of: Callable[[str], int]) -> Pointed:
    """Find what `body`, from the source at `path`, points at.

    Links to sources (`../contact.md`) become site addresses (`/contact/`); `line_of` gives the source line of a text.
    A picture from another website, an iframe, a foreign script and a path out of the site are problems: the site asks
    no third party (domain §4.2).
    """
    pictures: dict[str, tuple[str, str | None]] = {}
    attachments: dict[str, str] = {}
    problems: list[Problem] = []
    active = _ACTIVE.search(body)
    if active:
        what = (active[1] or active[0].lstrip("<").split()[0]).lower()
        problems.append(Problem(Place(path, line_of(active[0])), "extern-inhoud", f"<{what}> haalt inhoud van een andere website op de pagina.", "Maak er een gewone link van: [tekst](adres)."))

    def one(tag: re.Match[str]) -> str:
        attributes = {name.lower(): html.unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag[2])}
        if tag[1].lower() != "a":
            return _picture(tag, attributes)
        target = attributes.get("href", "")
        new = _link(target)
        return tag[0] if new == target else tag[0].replace(_written(tag[2], "href"), html.escape(new), 1)

    def _picture(tag: re.Match[str], attributes: dict[str, str]) -> str:
        source = attributes.get("src", "")
        place = Place(path, line_of(source))
        if not source:
            return ""
        if _foreign(source):
            problems.append(Problem(place, "extern-plaatje", "dit plaatje staat op een andere website.", "Zet het plaatje zelf in de map naast de tekst."))
            return ""
        inside = _resolve(source, path)
        if inside is None:
            problems.append(Problem(place, "pad-buiten", f"'{source}' ligt buiten de website.", "Zet het plaatje in de map naast de tekst."))
            return ""
        pictures[source] = (inside, attributes.get("who") or attributes.get("wie"))
        alt = html.escape(attributes.get("alt", ""))
        title = f' title="{html.escape(attributes["title"])}"' if attributes.get("title") else ""
        return f'<img src="{html.escape(source)}" alt="{alt}"{title}>'

    def _link(target: str) -> str:
        if _CLOSED.match(target):
            problems.append(Problem(Place(path, line_of(target)), "gesloten-groep", "deze link nodigt uit voor een appgroep of een gesloten groep; de school praat met ouders via Parro.", "Haal de link weg, en verwijs naar Parro of de telefoon."))
            return "#"
        try:
            parts = urlsplit(target)
        except ValueError:  # "http://[", or a host in letters that only look like others
            problems.append(Problem(Place(path, line_of(target)), "adres-fout", f"'{target}' is geen adres.", "Verbeter het adres, of haal de link weg."))
            return "#"
        if not target or parts.scheme or target.startswith(("#", "/", "//")):
            return target
        inside = _resolve(parts.path, path)
        if inside is None:
            problems.append(Problem(Place(path, line_of(target)), "pad-buiten", f"'{target}' ligt buiten de website.", "Link naar een pagina of bestand in de website."))
            return "#"
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        if inside.endswith((".md", ".markdown")) or not _FILE.search(inside):
            return _page(inside, path) + fragment
        attachments[target] = inside
        return target

    new = _TAG.sub(one, body)
    return Pointed(new, tuple((name, *found) for name, found in pictures.items()), tuple(attachments.items()), tuple(problems))


def line(source: str, path: str, where: str) -> int:
    """The line of the text at `path` on which a link leads to `where`, an address of the site, however it is written there; 0 when none does."""
    for found in _WRITTEN.finditer(source):
        target = html.unescape(found[found.lastindex or 0]).partition("#")[0]
        inside = None if target.startswith("/") else _resolve(target, path)
        if unquote(_page(inside, path) if inside else target).rstrip("/") == unquote(where).rstrip("/"):
            return source.count("\n", 0, found.start()) + 1
    return 0


def _page(inside: str, path: str) -> str:
    # A folder is written for its index; a newsletter's or chapter's address is known by its file name.
    folder = not inside.endswith((".md", ".markdown"))
    top, _, rest = inside.partition("/")
    if top == "content":
        known = address.of(f"{inside.rstrip('/')}/index.md" if folder else inside)
        return f"/{'/'.join(known.parts)}/" if known.parts else "/"
    if top == "newsletters":
        parts = tuple(filter(None, address.of(inside if not folder else f"{inside}/index.md").parts)) if rest else ()
        return "/".join(("/nieuwsbrieven", *parts, ""))
    if top == "schoolgids" and rest and "/" in rest:
        # A chapter of the same edition has an address without a year, now or by way of its heir later.
        parts = address.of(inside).parts
        return f"/schoolgids/{'/'.join(parts[1:] if posixpath.dirname(inside) == posixpath.dirname(path) else parts)}/"
    return f"/{inside.rstrip('/')}/"


def _resolve(target: str, path: str) -> str | None:
    plain = unquote(target).replace("\\", "/")
    if "\0" in plain or plain.startswith("/") or re.match(r"[a-zA-Z]:", plain):
        return None
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))
    return None if whole.startswith("../") or whole == ".." else whole


def _foreign(source: str) -> bool:
    try:
        return bool(urlsplit(source).scheme) or source.startswith("//")
    except ValueError:
        return True


def _written(attributes: str, name: str) -> str:
    found = re.search(rf"""\b{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", attributes, re.IGNORECASE)
    return next((group for group in found.groups() if group is not None), "") if found else ""
