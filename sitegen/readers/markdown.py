"""Markdown, in the customer's dialect, becomes HTML. Not safe yet: the pass cleans it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sitegen.readers.address import slugify

if TYPE_CHECKING:
    import markdown

# smarty is left out: it doubles the cost of a page (measured: 0.9 → 1.8 ms).
EXTENSIONS = ("tables", "attr_list", "footnotes", "def_list", "sane_lists", "toc")


def convert(text: str) -> str:
    """The HTML of a Markdown text. Tags in the text pass through untouched; whoever takes the result cleans it."""
    converter = _converter()
    converter.reset()
    return converter.convert(text)


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    import markdown

    # One converter for the whole run: making one costs more than a page (measured: 2.0 against 0.9 ms).
    return markdown.Markdown(extensions=list(EXTENSIONS), extension_configs={"toc": {"slugify": _heading_id, "permalink": False, "marker": ""}}, output_format="html")


def _heading_id(text: str, separator: str) -> str:
    return slugify(text) or f"kop{separator}1"


def plain(markup: str) -> str:
    """The words of a heading without tags and entities."""
    import html

    return html.unescape(re.sub(r"<[^>]*>", "", markup)).strip()
