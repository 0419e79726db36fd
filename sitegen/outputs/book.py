"""The guide in force as one book: its cleared chapters with addresses inside the book, whatever the book is printed as."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sitegen import dutch
from sitegen.outputs import pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lxml.html import HtmlElement

    from sitegen.edition import Card, Edition
    from sitegen.privacy.cleared import Cleared, ClearedPicture, Site
    from sitegen.school import School

DATES = {"vastgesteld_op": "Vastgesteld door het bestuur", "instemming_mr_op": "Instemming van de MR", "uitgegeven_op": "Uitgegeven"}
_HEADING = re.compile(r"h([1-5])\Z")
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]")
# Account and telephone numbers and postcodes stay on one line: half a number helps nobody, and isn't known as the school's own.
_WHOLE = re.compile(r"\b(?:[A-Z]{2}\d{2}(?: [A-Z0-9]{2,4}){2,}|0\d{1,3}[- ]\d[\d ]{3,}\d|\d{4} [A-Z]{2})\b")
_CHAPTER = re.compile(r"/schoolgids/([^/#]+)/(?:#(.*))?\Z")


class Heading(NamedTuple):
    """A heading of the second level: its words and its id in the book."""

    title: str
    anchor: str


class Chapter(NamedTuple):
    """A chapter: name (also its id in the book), title, headings, and body as HTML and as well-formed XHTML."""

    name: str
    title: str
    headings: tuple[Heading, ...]
    html: str
    xhtml: str


@dataclass(frozen=True, slots=True)
class Form:
    """What differs between printed page, e-book and PDF.

    place: (chapter's name, id or "") → where that is. picture: a cleared picture → its address. deeper: how many levels
    the headings go down; in the website's own page the title above them all is a heading too. elsewhere: what stands
    before the address of another page of the website, or "" when that has no address yet.
    """

    place: Callable[[str, str], str]
    picture: Callable[[ClearedPicture], str]
    elsewhere: str
    deeper: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """The guide. facts, colophon: names with values, as they are shown. own: the school's address and numbers, line by line.

    issued: the ISO day that stands for the day it was made, so that the same guide is the same file.
    """

    title: str
    group: str
    school: str
    language: str
    own: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    colophon: tuple[tuple[str, str], ...]
    issued: str
    chapters: tuple[Chapter, ...]
    pictures: tuple[ClearedPicture, ...]


def bind(edition: Edition[Site], form: Form) -> Book:
    """The book of the edition in force."""
    about = edition.facts.get(edition.current, {})
    cards = edition.chapters.get(edition.current, ())
    known = {name_of(one) for one in cards}
    cleared = [(one, edition.pages[one.url].fetch()) for one in cards]
    chapters = tuple(_chapter(name_of(one), page, form, known) for one, page in cleared)
    shown = {picture.key: picture for _, page in cleared for picture in page.pictures}
    colophon = (("Schooljaar", edition.current), *((title, f"{dutch.day_and_month(day)} {day[:4]}") for title, day in dates(about)))
    return Book(
        about.get("titel") or f"Schoolgids {edition.current}", edition.current, edition.school.name, edition.school.language, _own(edition.school),
        facts(about), colophon, about.get("uitgegeven_op") or f"{edition.current[:4]}-08-01", chapters, tuple(shown.values()),
    )


def name_of(one: Card) -> str:
    """A chapter's name: the last part of its address."""
    return one.url.rstrip("/").rpartition("/")[2]


def facts(about: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """ "In het kort": names as they are read, with their values."""
    return tuple((key.removeprefix("feit:").replace("_", " ").capitalize(), value) for key, value in about.items() if key.startswith("feit:"))


def dates(about: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The colophon: who decided what, with the ISO day."""
    return tuple((title, about[key]) for key, title in DATES.items() if about.get(key))


def anchor(name: str, inside: str) -> str:
    """The id in the book of `inside`, an id of chapter `name`; ids of two chapters never meet."""
    return f"{name}--{_UNSAFE.sub('-', inside)}" if inside else name


def _own(school: School) -> tuple[str, ...]:
    place = f"{school.postcode} {school.town}".strip()
    return tuple(filter(None, (school.street, place, *school.own.phones[:1], *school.own.emails[:1], school.base_url.partition("//")[2])))


def _chapter(name: str, page: Cleared[Site], form: Form, known: set[str]) -> Chapter:
    from lxml import etree
    from lxml.html import fragment_fromstring

    body = fragment_fromstring(str(page.body), create_parent="div")
    shown = {picture.key: picture for picture in page.pictures}
    for element in list(body.iter()):
        if element is body or not isinstance(element.tag, str):
            continue
        if "footnote-backref" in element.get("class", ""):
            # "Back to the text" is for a page on a screen; on paper it is an arrow to nowhere.
            element.drop_tree()
            continue
        if element.tag == "img":
            _picture(element, shown, form)
        if element.tag == "a" and "href" in element.attrib:
            _link(element, name, form, known)
        if "id" in element.attrib:
            element.set("id", anchor(name, element.get("id", "")))
        if element.tag == "th" and "scope" not in element.attrib:
            element.set("scope", "col")
        for unwanted in ("align", "style", "class", "headers"):
            element.attrib.pop(unwanted, None)
    for element in body.iter():
        element.text, element.tail = _unbroken(element.text), _unbroken(element.tail)
    headings = []
    for element in body.iter("h1", "h2", "h3", "h4", "h5"):
        level = _HEADING.match(element.tag)
        if element.tag in {"h1", "h2"} and "id" in element.attrib:
            headings.append(Heading(" ".join(element.text_content().split()), element.get("id", "")))
        if level:
            element.tag = f"h{min(6, max(2, int(level[1])) + form.deeper)}"
    parts: Sequence[HtmlElement] = list(body)
    lead = body.text or ""
    html = "".join(etree.tostring(part, encoding="unicode", method="html") for part in parts)
    xhtml = "".join(etree.tostring(part, encoding="unicode", method="xml") for part in parts)
    return Chapter(name, page.title, tuple(headings), _escaped(lead) + html, _escaped(lead) + xhtml)


def _unbroken(text: str | None) -> str | None:
    return _WHOLE.sub(lambda found: found[0].replace(" ", "\u00a0"), text) if text else text


def _picture(element: HtmlElement, shown: Mapping[str, ClearedPicture], form: Form) -> None:
    picture = shown.get(element.get("src", ""))
    if picture is None:
        element.drop_tree()
        return
    width, height = pictures.share_size(picture)
    for name, value in {"src": form.picture(picture), "width": str(width), "height": str(height)}.items():
        element.set(name, value)
    element.set("alt", element.get("alt") or "")


def _link(element: HtmlElement, name: str, form: Form, known: set[str]) -> None:
    target = element.get("href", "")
    chapter = _CHAPTER.match(target)
    if target.startswith("#"):
        element.set("href", form.place(name, anchor(name, target[1:])))
    elif chapter and chapter[1] in known:
        element.set("href", form.place(chapter[1], anchor(chapter[1], chapter[2] or "")))
    elif target.startswith(("/", "bestanden/", "media/")):
        # Elsewhere on the website: a book needs the whole address. Without one the words stay, and the link goes.
        if form.elsewhere:
            element.set("href", f"{form.elsewhere}{target.lstrip('/')}")
        else:
            element.drop_tag()


def _escaped(text: str) -> str:
    from html import escape

    return escape(text, quote=False)
