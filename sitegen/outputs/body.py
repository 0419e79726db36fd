"""A cleared body as it stands on a page: pictures in their sizes, addresses below the site's path, tables that fit a phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from sitegen.late import late

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.privacy.cleared import Cleared, ClearedPicture, Site
    from sitegen.school import School

_ROOT_LINK = late(r'\b(href|src)="/(?!/)')
_FILE_LINK = late(r'\bhref="(bestanden/[^"]*)"')
_TABLE = late(r"<table\b.*?</table>", re.DOTALL)
_HEAD_CELL = late(r"<th(?=[\s>])(?![^>]*\bscope=)")
_STYLED = late(r'\s(?:align|style)="[^"]*"')
_OUT = late(r'<a\s[^>]*?href="(https?://[^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_TOP = late(r"<(/?)h([1-5])\b")
_HEADING = late(r'<h2\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_TAG = late(r"<[^>]*>")
# Places that most readers know by name; what opens there is said beside the link.
_KNOWN: Mapping[str, str] = {
    "youtube.com": "video op YouTube", "youtu.be": "video op YouTube", "vimeo.com": "video op Vimeo", "maps.google.com": "kaart van Google",
    "google.com/maps": "kaart van Google", "maps.app.goo.gl": "kaart van Google", "openstreetmap.org": "kaart van OpenStreetMap", "forms.gle": "formulier van Google",
    "docs.google.com/forms": "formulier van Google", "forms.office.com": "formulier van Microsoft", "facebook.com": "Facebook", "instagram.com": "Instagram",
}
# A table of contents helps from here on; on a shorter page it is in the way.
_LONG, _HEADINGS = 3500, 4

Contents = tuple[tuple[str, str], ...]


def body(cleared: Cleared[Site], school: School) -> Markup:
    """The body of a page, ready to stand under its title."""
    text, base = str(cleared.body), school.base_path
    if base != "/":
        text = _ROOT_LINK.sub(rf'\1="{base}', text)
    if cleared.files:
        text = _FILE_LINK.sub(rf'href="{base}\1"', text)
    if cleared.pictures:
        text = shown(text, cleared.pictures, base)
    if "<h1" in text:
        # The page's title is its one h1.
        text = _TOP.sub(lambda found: f"<{found[1]}h{int(found[2]) + 1}", text)
    if "<table" in text:
        text = _TABLE.sub(_table, text)
    if 'href="http' in text:
        text = _OUT.sub(lambda found: _outward(found, school), text)
    return Markup(text)  # noqa: S704  the body is cleared; only addresses and frames were added


def shown(text: str, pictures: tuple[ClearedPicture, ...], base: str) -> str:
    """`text` with each placeholder of a picture as the picture in its sizes."""
    from sitegen.outputs.pictures import insert

    return str(insert(Markup(text), pictures, base))  # noqa: S704  cleared


def contents(text: str) -> Contents:
    """The headings of a long page as (title, id); nothing for a short one."""
    if len(text) < _LONG:
        return ()
    found = tuple((str(Markup(_TAG.sub("", title)).unescape()).strip(), place) for place, title in _HEADING.findall(text))  # noqa: S704  unescaped, then escaped by the template
    return found if len(found) >= _HEADINGS else ()


def _table(found: re.Match[str]) -> str:
    # A wide table scrolls by itself on a phone; the keyboard must be able to reach it, and a reader hears what it is.
    inside = _HEAD_CELL.sub('<th scope="col"', _STYLED.sub("", found[0]))
    heads = [Markup(_TAG.sub("", head)).striptags() for head in re.findall(r"<th\b[^>]*>(.*?)</th>", inside, re.DOTALL)]  # noqa: S704  read as text, escaped below
    name = ", ".join(filter(None, heads[:3])) or "zonder koppen"
    return f'<div class="tabel" tabindex="0" role="region" aria-label="Tabel: {escape(name)}">{inside}</div>'


def _outward(found: re.Match[str], school: School) -> str:
    address = found[1]
    if school.base_url and address.startswith(school.base_url):
        return found[0]
    host = (urlsplit(address.replace("&amp;", "&")).hostname or "").removeprefix("www.")
    where = next((name for part, name in _KNOWN.items() if f"{host}{urlsplit(address).path}".startswith(part) or host.endswith("." + part)), "")
    note = f' <span class="waar">({where})</span>' if where else '<span class="alleen-gehoord"> (andere website)</span>'
    return f'{found[0][:2]} class="buiten"{found[0][2:-4]}{note}</a>' if 'class="' not in found[0].partition(">")[0] else f"{found[0][:-4]}{note}</a>"
