"""The allow-list of HTML: what isn't on it never reaches a page (comments, scripts, frames, data-*, style, unknown attributes)."""

from __future__ import annotations

import re
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
    """
    return nh3.clean(
        markup,
        tags=_TAGS,
        clean_content_tags=_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        strip_comments=True,
        link_rel=None,
    )
