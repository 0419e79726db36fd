"""Takes withheld pictures and files out of a page, with all that only serves them, so that it reads as if they never were there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.fold import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# What may vanish with the last thing in it.
_SHELLS = {"p", "div", "figure", "li", "ul", "ol", "dd", "dl", "blockquote", "section", "a", "picture", "span", "em", "strong", "center", "tr", "tbody", "table", "thead", "details"}
_CUE = re.compile(
    r"(?:\(?\s*(?:de\s+)?foto(?:'s|’s)?(?:\s*[:\d(]|\s+(?:van|door|hierboven|hieronder|boven|onder|links|rechts|toont)\b)|op de(?:ze)? (?:foto|tekening|afbeelding)|op het plaatje|op bovenstaande|"
    r"hier(?:boven|onder|naast)? (?:ziet|zie|zien) (?:u|je|we|jullie)|(?:ziet|zie) (?:u|je) (?:hier|op)|links op|rechts op|v\.?\s?l\.?\s?n\.?\s?r|van links naar rechts|"
    r"bijschrift|onderschrift|tekening (?:van|door)\b|gemaakt door\b)", re.IGNORECASE
)  # fmt: skip
_SENTENCE = re.compile(r"[.!?…]['\"”’)]*\s+(?=[A-Z'‘“\"])")
_CAPTION = 140
_INLINE = {"em", "i", "small", "cite"}


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a file that the page names: shown under `key`, or gone when that is empty.

    first_names: of the children on it; a caption for several pictures goes when it names one.
    """

    key: str
    first_names: frozenset[str] = frozenset()


def rewrite(html: str, fates: Mapping[str, Fate]) -> tuple[str, dict[str, str]]:
    """The body with each file's fate carried out, and the alternative texts of the shown pictures by name."""
    import lxml.html

    root = lxml.html.fragment_fromstring(html, create_parent="div", parser=lxml.html.HTMLParser(encoding=None, remove_comments=True, huge_tree=False))
    alts: dict[str, str] = {}
    for image in list(root.iter("img")):
        name = image.get("src", "")
        fate = fates.get(name)
        if fate is None:
            continue
        if fate.key:
            image.set("src", fate.key)
            alts.setdefault(name, image.get("alt", ""))
        elif image.getroottree().getroot() is root.getroottree().getroot():
            _take_out(image, root, fate)
    for link in list(root.iter("a")):
        fate = fates.get(link.get("href", ""))
        if fate is None or not _attached(link, root):
            continue
        if fate.key.startswith("bestanden/"):
            link.set("href", fate.key)
        elif fate.key and _alone(link):
            _unwrap(link)  # a picture that links to itself, larger: it is shown at its full size already
        elif fate.key:
            link.set("href", fate.key)
        else:
            _unlink(link, root)
    return _inner(root), alts


def _take_out(image: HtmlElement, root: HtmlElement, fate: Fate) -> None:
    if not _attached(image, root):
        return
    figure = next((one for one in image.iterancestors("figure")), None)
    holder = image.getparent()
    paragraph = holder if holder.tag == "p" else None
    while holder is not root and holder.tag in {"a", "picture", "span", "em", "strong"} and _alone(holder):
        image, holder = holder, holder.getparent()
        paragraph = holder if holder.tag == "p" else paragraph
    if figure is not None and _attached(figure, root):
        if sum(1 for _ in figure.iter("img")) <= 1:
            _remove(figure, root)
            return
        for caption in list(figure.iter("figcaption")):
            if {word for name in fate.first_names for word in tokens(name)} & set(tokens(caption.text_content())):
                _drop(caption)
        _remove(image, root)
        return
    if paragraph is not None and _is_caption_beside(paragraph, image):
        image = paragraph
    follower = _next_block(image, root)
    if follower is not None and _describes(follower):
        _drop(follower)
    _remove(image, root)


def _is_caption_beside(paragraph: HtmlElement, image: HtmlElement) -> bool:
    """Whether the rest of the picture's own paragraph only describes it."""
    if sum(1 for _ in paragraph.iter("img")) > 1:
        return False
    before = (paragraph.text or "") + "".join((one.text_content() + (one.tail or "")) for one in image.itersiblings(preceding=True))
    rest = (image.tail or "") + "".join(one.text_content() + (one.tail or "") for one in image.itersiblings())
    if before.strip() or not rest.strip():
        return False
    others = [one for one in image.itersiblings() if one.tag != "br"]
    slanted = bool(others) and all(one.tag in _INLINE for one in others) and not (image.tail or "").strip() and not "".join(one.tail or "" for one in others).strip()
    return slanted or _is_caption(rest)


def _is_caption(text: str) -> bool:
    text = text.strip()
    if _CUE.match(text):
        return len(_SENTENCE.findall(text)) <= 2
    return len(text) <= _CAPTION and not _SENTENCE.search(text)


def _describes(paragraph: HtmlElement) -> bool:
    """Whether a paragraph under a picture only describes it: all of it slanted or small, or it says so."""
    if paragraph.tag != "p" or next(paragraph.iter("img"), None) is not None:
        return False
    text = paragraph.text_content().strip()
    children = [one for one in paragraph if one.tag != "br"]
    slanted = bool(children) and not (paragraph.text or "").strip() and all(one.tag in _INLINE and not (one.tail or "").strip() for one in children)
    return bool(text) and ((slanted and len(text) <= 2 * _CAPTION) or (bool(_CUE.match(text)) and len(_SENTENCE.findall(text)) <= 2))


def _next_block(image: HtmlElement, root: HtmlElement) -> HtmlElement | None:
    """The block after the one that holds the picture, when the picture is all that is in it."""
    block = image
    while block.getparent() is not root and block.getparent() is not None and (block.tag not in {"p", "div", "figure"} or _alone(block.getparent())):
        block = block.getparent()
    if block.tag not in {"p", "div", "figure"} or block.text_content().strip():
        return None
    if sum(1 for _ in block.iter("img")) > 1 or (block.tail or "").strip():
        return None
    return block.getnext()


def _unlink(link: HtmlElement, root: HtmlElement) -> None:
    """Take out a link to a withheld file; a sentence around it stays a sentence."""
    holder = link.getparent()
    words = (holder.text_content() or "").strip()
    if holder.tag in _SHELLS and words == link.text_content().strip():
        _remove(link, root)
        return
    before = link.getprevious()
    lead = (before.tail if before is not None else holder.text) or ""
    if lead.rstrip().endswith("(") and (link.tail or "").lstrip().startswith(")"):
        tail = (link.tail or "").lstrip()[1:]
        lead = lead.rstrip()[:-1].rstrip()
        _set_lead(link, lead)
        link.tail = tail
        _drop(link)
        return
    _unwrap(link)


def _set_lead(element: HtmlElement, text: str) -> None:
    before = element.getprevious()
    if before is not None:
        before.tail = text
    else:
        element.getparent().text = text


def _unwrap(element: HtmlElement) -> None:
    element.drop_tag()


def _drop(element: HtmlElement) -> None:
    element.drop_tree()


def _remove(element: HtmlElement, root: HtmlElement) -> None:
    """Remove an element and every shell that has nothing left in it, then a heading that has nothing under it."""
    holder = element.getparent()
    place, after = element, element.getnext()
    while True:
        after = place.getnext()
        before = place.getprevious()
        place.drop_tree()
        if holder is root or holder.tag not in _SHELLS or not _empty(holder):
            break
        place, holder = holder, holder.getparent()
    if holder.tag in {"td", "th"}:
        _tidy_table(holder, root)
        return
    _trim_breaks(holder)
    if before is not None and before.tag in _HEADINGS and _heading_is_bare(before, after):
        _remove(before, root)


def _tidy_table(cell: HtmlElement, root: HtmlElement) -> None:
    row = cell.getparent()
    if row is not None and row.tag == "tr" and all(_empty(one) for one in row):
        _remove(row, root)


def _trim_breaks(holder: HtmlElement) -> None:
    # A break that stood between the picture and the words would leave an empty line.
    while len(holder) and holder[0].tag == "br" and not (holder.text or "").strip():
        holder[0].drop_tag()
    while len(holder) and holder[-1].tag == "br" and not (holder[-1].tail or "").strip():
        holder[-1].drop_tag()


def _heading_is_bare(heading: HtmlElement, after: HtmlElement | None) -> bool:
    if (heading.tail or "").strip():
        return False
    return after is None or (after.tag in _HEADINGS and _HEADINGS[after.tag] <= _HEADINGS[heading.tag]) or after.tag == "hr"


def _empty(element: HtmlElement) -> bool:
    if element.text_content().strip("\u00a0 \t\r\n"):
        return False
    return all(one.tag in {"br", "figcaption", *_SHELLS} for one in element.iterdescendants())


def _alone(holder: HtmlElement) -> bool:
    """Whether a holder holds one thing and no words."""
    return sum(1 for one in holder if one.tag != "br") == 1 and not holder.text_content().strip()


def _attached(element: HtmlElement, root: HtmlElement) -> bool:
    return element is root or any(one is root for one in element.iterancestors())


def _inner(root: HtmlElement) -> str:
    import html

    import lxml.html

    parts = [html.escape(root.text, quote=False) if root.text else ""]
    parts += [lxml.html.tostring(child, encoding="unicode") for child in root]
    return "".join(parts)
