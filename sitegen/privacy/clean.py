"""The allow-list of HTML: what isn't on it never reaches a page (comments, scripts, frames, data-*, style, unknown attributes)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import nh3

if TYPE_CHECKING:
    from collections.abc import Container

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div",
    "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark",
    "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "time", "tr", "u", "ul", "var",
}
# Elements whose text is no text for readers: it goes with them.
_WITH_CONTENT = {
    "script", "style", "iframe", "object", "embed", "applet", "noscript", "template", "svg", "math", "textarea", "select",
    "title", "head", "audio", "video", "canvas", "form", "button",
}
_ATTRIBUTES = {
    "*": {"id", "class", "title", "lang", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "time": {"datetime"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
}
_IMAGE = re.compile(r"<img\b[^>]*>")
_SOURCE = re.compile(r' src="([^"]*)"')
_SCHEMES = {"http", "https", "mailto", "tel", "webcal"}
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# Those of one byte; a byte like the other is the first of the rest.
_CONTROL_BYTES = bytes(code for code in (*range(32), 127) if _CONTROLS.match(chr(code)))
_FIRST_LINES = re.compile(r"(<pre\b[^>]*>)\n+")
# Two settle any page that anybody writes, seven the worst that a fuzzer made.
_LOOKS = 10


def only_shown(markup: str, keys: Container[str]) -> str:
    """Clean `markup` without pictures but those of `keys`: what the reader did not take for a picture nobody asked about."""

    def one(tag: re.Match[str]) -> str:
        source = _SOURCE.search(tag[0])
        return tag[0] if source and source[1] in keys else ""

    return _IMAGE.sub(one, markup) if "<img" in markup else markup


def clean(markup: str) -> str:
    """`markup` as well-formed HTML with only allowed elements and attributes.

    In the result every `<` begins a tag, every `>` ends one, and attribute values stand in double quotes: the
    passage relies on that. Links with another scheme than http, https, mailto, tel or webcal lose their target.
    And it reads the same once more: without its `<marquee>`, a `<p>` in a `<p>` is to a browser two beside each other, so
    what was taken out asks for another look. What never settles loses all its tags.
    """
    for _ in range(_LOOKS):
        before, markup = markup, _cleaned(markup, _cleaner())
        if markup == before:
            return markup
    return _cleaned(markup, _made(set(), {}))


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    # Putting one together takes longer than cleaning a page.
    return _made(_TAGS, _ATTRIBUTES)


def _made(tags: set[str], attributes: dict[str, set[str]]) -> nh3.Cleaner:
    return nh3.Cleaner(tags=tags, clean_content_tags=_WITH_CONTENT, attributes=attributes, url_schemes=_SCHEMES, strip_comments=True, link_rel=None)


def _cleaned(markup: str, cleaner: nh3.Cleaner) -> str:
    cleaned = cleaner.clean(markup)
    # No page may hold these (HTML, 13.2.3.5), and what stands on either side of one nobody reads in the same way.
    plain = cleaned.encode()
    if b"\xc2" in plain or len(plain.translate(None, _CONTROL_BYTES)) < len(plain):
        cleaned = _CONTROLS.sub("", cleaned)
    # A browser takes the first line end after <pre> for layout; nh3 writes none for it, so each look would lose another.
    return _FIRST_LINES.sub(r"\1", cleaned) if "<pre" in cleaned else cleaned
