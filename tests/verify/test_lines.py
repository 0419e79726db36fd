"""A page is taken apart line by line, because most lines stand on every page: it says the same as taking it apart whole."""

from __future__ import annotations

import html
import random

import pytest

from sitegen.verify import markup
from sitegen.verify.evidence import BLOCK, CELL
from tests.verify.test_sweep import CHILDREN, INNOCENT, PLACES, _filled

PIECES = (
    "\n", "\n", "\n", "<p>", "</p>", '<a href="', '">', '"', '="', "='", ">", "<", "<b", "</b>", "<td>", '<svg width="1"><path d="M1 2"/>', "<title>", "&amp", "&lt;", "&quot;", 'x=""',
    "Sanne", " de ", "Vries", '<br title="a\nb">', '5" breed', "<i title='\"\n'>", '= "', 'a="b', '<rect x="1" title="Bram Bos">',
)


def _whole(written: str, *, drawn: bool) -> tuple[str, list[str]]:
    if drawn:
        written = markup._DRAWN.sub(lambda tag: markup._SILENT.sub(" ", tag[0]), written)
    return html.unescape(markup._TAG.sub(BLOCK, markup._CELL.sub(CELL, markup._INLINE.sub("", written)))), markup._VALUE.findall(written)


@pytest.mark.parametrize("drawn", [False, True])
def test_line_by_line_is_whole(drawn: bool) -> None:
    dice = random.Random(7)
    texts = ["".join(dice.choices(PIECES, k=dice.randint(1, 14))) for _ in range(20_000)]
    texts += [_filled(template, *CHILDREN[0]) for _, _, template in PLACES]
    texts += INNOCENT
    for text in texts:
        said, values = markup._lines(text, drawn=drawn)
        assert (said, list(values)) == _whole(text, drawn=drawn), text
    assert len(markup._known) <= markup._MOST + 1
