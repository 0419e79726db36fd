"""Markdown, in the customer's dialect, becomes HTML. Not safe yet: the pass cleans it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sitegen.readers.address import slugify

if TYPE_CHECKING:
    import markdown


def convert(text: str) -> str:
    """The HTML of a Markdown text. Tags in the text pass through untouched; whoever takes the result cleans it."""
    converter = _converter()
    converter.reset()
    return converter.convert(text)


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    import markdown
    from markdown.extensions.attr_list import AttrListExtension
    from markdown.extensions.def_list import DefListExtension
    from markdown.extensions.footnotes import FootnoteExtension
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension
    from markdown.extensions.toc import TocExtension

    # Given as objects: for a name, all that pip installed is searched (25 ms). smarty is left out: it doubles the cost of a page.
    extensions = [
        TableExtension(), AttrListExtension(), FootnoteExtension(), DefListExtension(), SaneListExtension(),
        TocExtension(slugify=_heading_id, permalink=False, marker=""),
    ]
    # One converter for the whole run: making one costs more than a page (measured: 2.0 against 0.9 ms).
    return markdown.Markdown(extensions=extensions, output_format="html")


def _heading_id(text: str, separator: str) -> str:
    return slugify(text) or f"kop{separator}1"


def plain(markup: str) -> str:
    """The words of a heading without tags and entities."""
    import html

    return html.unescape(re.sub(r"<[^>]*>", "", markup)).strip()
