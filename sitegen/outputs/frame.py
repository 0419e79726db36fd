"""What every page is framed with: menu, footer, addresses of the style sheet; made once, so that a page costs a tenth of a millisecond."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from sitegen.artifact import fingerprint
from sitegen.outputs import jsonld, sharecard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.edition import Card, Edition
    from sitegen.privacy.cleared import Site
    from sitegen.school import School
    from sitegen.theme import Theme

# Top pages with a higher order stand in the footer, not in the menu; without an order they are in the menu, last.
MENU_UNTIL = 100
# Under this policy (also sent as a header) nothing but the site's own files runs or loads.
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
Crumbs = tuple[tuple[str, str], ...]


class Item(NamedTuple):
    """An entry of the menu: title, address below the root, and the pages of its folder."""

    title: str
    url: str
    inside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Frame:
    """The values that all pages share, and their fingerprint."""

    school: School
    theme: Theme
    menu: tuple[Item, ...]
    footer: tuple[Item, ...]
    style: str
    key: bytes
    rendered: dict[str, Mapping[str, Markup]] = field(default_factory=dict)

    def render(self, template: str, *, url: str, title: str, summary: str = "", crumbs: Crumbs = (), ld: tuple[jsonld.Thing, ...] = (), **values: object) -> bytes:
        """One page. `url` is its address below the root, `crumbs` the way to it, `ld` what it tells search engines."""
        section = url.partition("/")[0]
        around = self.rendered.get(section) or self._around(section)
        school = self.school
        full = {"noindex": False, "share": sharecard.address(school.name, school), "kind": "website", "sections": (), **values}
        things = (*ld, jsonld.crumbs(school, (*crumbs, (title, url)))) if crumbs else ld
        return self.theme.render(
            template, school=school, base=school.base_path, url=url, title=title, summary=summary, crumbs=crumbs,
            canonical=f"{school.base_url}/{url}" if school.base_url else "", style=self.style, policy=POLICY,
            ld=jsonld.script(things), **around, **full,
        )

    def _around(self, section: str) -> Mapping[str, Markup]:
        made = {
            name: Markup(self.theme.render(f"{name}.html", school=self.school, base=self.school.base_path, menu=self.menu, footer=self.footer, section=f"{section}/").decode())  # noqa: S704  made by an escaping template
            for name in ("kop", "voet")
        }
        self.rendered[section] = made
        return made


def frame(edition: Edition[Site], theme: Theme) -> Frame:
    """The frame of an edition."""
    school = edition.school
    cards = sorted((one for one in edition.pages.others if one.kind == "page"), key=lambda one: (one.order or MENU_UNTIL - 1, one.title))
    top = [one for one in cards if one.url.count("/") == 1]
    items = [Item(one.title, one.url, tuple((other.title, other.url) for other in cards if other.url != one.url and other.url.startswith(one.url))) for one in top]
    made = []
    if edition.newsletters:
        made.append(Item("Nieuwsbrieven", "nieuwsbrieven/"))
    if edition.current:
        made.append(Item("Schoolgids", "schoolgids/"))
    if edition.calendar:
        made.append(Item("Kalender", "kalender/"))
    shown = {one.url for one in top if (one.order or 0) < MENU_UNTIL}
    menu = (*(item for item in items if item.url in shown), *made)
    footer = tuple(item for item in items if item.url not in shown)
    style = f"assets/stijl.css?v={fingerprint(theme.look, school.primary, school.accent).hex()[:8]}"
    return Frame(school, theme, menu, footer, style, fingerprint(theme.key, repr(school), repr(menu), repr(footer), style))


def crumbs(edition: Edition[Site], one: Card) -> Crumbs:
    """The way from home to a page: (title, address) of every page above it that exists."""
    if one.kind == "newsletter":
        return (("Nieuwsbrieven", "nieuwsbrieven/"), (one.group, f"nieuwsbrieven/{one.group}/"))
    if one.kind == "chapter":
        return (("Schoolgids", "schoolgids/"),) if one.group == edition.current else (("Schoolgids", "schoolgids/"), (one.group, f"schoolgids/{one.group}/"))
    parts = one.url.split("/")[:-2]
    above = ["/".join(parts[: end + 1]) + "/" for end in range(len(parts))]
    return tuple((edition.pages.cards[url].title, url) for url in above if url in edition.pages.cards)
