"""What a page tells search engines (schema.org as JSON-LD): school, news, events, the way to the page. Never a person."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.edition import Card, Event
    from sitegen.school import School

Thing = Mapping[str, object]


def script(things: Iterable[Thing]) -> Markup:
    """The things as one data block; empty text for none. A data block is no code: the security policy lets it be."""
    graph = [dict(thing) for thing in things if thing]
    if not graph:
        return Markup("")
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    # "<" would let a title end the block; in JSON it may be written as a number.
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{safe}</script>')  # noqa: S704  every "<" was taken out


def school(one: School) -> Thing:
    """The school itself, from site.yaml."""
    found: dict[str, object] = {"@type": ["ElementarySchool", "EducationalOrganization"], "name": one.name}
    if one.base_url:
        found |= {"@id": f"{one.base_url}/#school", "url": f"{one.base_url}/"}
    if one.street:
        found["address"] = {"@type": "PostalAddress", "streetAddress": one.street, "postalCode": one.postcode, "addressLocality": one.town, "addressCountry": "NL"}
    if one.own.phones:
        found["telephone"] = one.own.phones[0]
    if one.own.emails:
        found["email"] = one.own.emails[0]
    if one.brin:
        found["identifier"] = {"@type": "PropertyValue", "propertyID": "BRIN", "value": one.brin}
    return found


def news(one: School, card: Card) -> Thing:
    """A newsletter; its author is the school."""
    publisher = {"@id": f"{one.base_url}/#school"} if one.base_url else {"@type": "Organization", "name": one.name}
    found: dict[str, object] = {"@type": "NewsArticle", "headline": card.title, "datePublished": card.date, "inLanguage": one.language, "author": publisher, "publisher": publisher}
    if card.summary:
        found["description"] = card.summary
    if one.base_url:
        found["url"] = f"{one.base_url}/{card.url}"
    return found


def crumbs(one: School, way: Iterable[tuple[str, str]]) -> Thing:
    """The way to a page; without a web address of the site there is nothing to tell."""
    if not one.base_url:
        return {}
    items = [{"@type": "ListItem", "position": number, "name": title, "item": f"{one.base_url}/{url}"} for number, (title, url) in enumerate((("Home", ""), *way), 1)]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def event(one: School, entry: Event) -> Thing:
    """An entry of the calendar. Holidays are no event to come to."""
    found: dict[str, object] = {"@type": "Event", "name": entry.title, "startDate": _moment(entry.first, entry.start), "endDate": _moment(entry.last, entry.end)}
    found["location"] = {"@type": "Place", "name": one.name, "address": ", ".join(filter(None, (one.street, f"{one.postcode} {one.town}".strip())))}
    return found


def _moment(day: str, time: str) -> str:
    return f"{day}T{time.replace('.', ':').zfill(5)}" if time else day
