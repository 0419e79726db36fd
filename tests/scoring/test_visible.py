"""How two pages are compared, and what counts as a leftover."""

import pytest

from tests.scoring.leftovers import leftovers
from tests.scoring.visible import compared, everything, fold, lines, structure


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>Hoera voor\n <strong>Sem</strong>!</p>", ("Hoera voor Sem!",)),
        ("<p>a<br>b</p>", ("a", "b")),
        ("<h2>Kop</h2><p>a&nbsp;b</p>", ("# Kop", "a b")),
        ("<ul>\n<li>a</li>\n<li></li>\n</ul>", ("- a", "- (empty)")),
        ("<ul><li><p>a</p><ul><li>b</li></ul></li></ul>", ("- a", "- b")),
        ("<table><tr><th>a</th><th></th></tr><tr><td>c<br>d</td><td>e</td></tr></table>", ("| a | |", "| c d | e |")),
        ("<p>a<!-- b --></p><script>c</script>", ("a",)),
        ("<p>Vri&shy;es</p>", ("Vries",)),
    ],
)
def test_what_a_reader_sees(markup: str, shown: tuple[str, ...]) -> None:
    assert compared(markup) == shown


def test_two_spaces_stay_visible_in_lines() -> None:
    assert lines("<p>Sem <b></b> wint</p>") == ("Sem  wint",)


def test_structure_ignores_the_order_of_attributes_and_table_bodies() -> None:
    assert structure('<a href="x" id="y">z</a>') == structure('<a id="y"  href="x">z</a>')
    assert structure("<table><tr><td>a</td></tr></table>") == structure("<table><tbody>\n<tr><td>a</td></tr></tbody></table>")
    assert structure("<p><b>a</b></p>") != structure("<p>a</p>")


@pytest.mark.parametrize("disguise", ["V&#114;ies", "V<b>ri</b>es", 'x" title="Vries', "Vri&shy;es", "ＶＲＩＥＳ", "<!-- Vries -->", '<a href="?n=Vr%69es">a</a>', "Vríes"])
def test_a_surname_is_found_in_every_disguise(disguise: str) -> None:
    assert fold("Vries") in everything(f"<p>{disguise}</p>")


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("<p>Sem de Vries wint</p>", "<p>Sem wint</p>", ()),
        ("<p>Sem <b>de Vries</b> wint</p>", "<p>Sem  wint</p>", ("double space",)),
        ("<p>Bel Jan, 06-1, of Piet</p>", "<p>Bel Jan, , of Piet</p>", ("orphan punctuation", "space before punctuation")),
        ("<p>Bel Jan (06-1).</p>", "<p>Bel Jan ().</p>", ("empty or open brackets",)),
        ("<p>Bel Jan op 06-1.</p>", "<p>Bel Jan op.</p>", ("preposition without an object",)),
        ("<p>Dag Sanne van den Berg.</p>", "<p>Dag Sanne van den.</p>", ("tussenvoegsel without a name",)),
        ("<p>Jan: 06-1</p>", "<p>Jan:</p>", ("line ends in a joint",)),
        ("<p>06-1, Jan</p>", "<p>, Jan</p>", ("line starts with a joint",)),
        ("<ul><li>06-1</li></ul>", "<ul><li></li></ul>", ("empty bullet or heading", "empty element")),
        ("<p><em>06-1</em></p>", "<p><em></em></p>", ("empty element",)),
        ("<p>Hoekzema wint</p>", "<p>wint</p>", ("line starts small",)),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>", "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td></td></tr></table>", ("empty column",)),
        ("<p>Dat kan via a@b besteld worden.</p>", "<p>Dat kan via besteld worden.</p>", ("preposition before a verb",)),
        ("<p>Meerijden? App 06-1.</p>", "<p>Meerijden? App.</p>", ("verb without an object",)),
        ("<p>Gevonden. Eigenaar bel 06-1. Dag.</p>", "<p>Gevonden. Eigenaar bel. Dag.</p>", ("verb without an object",)),
        ("<p>Dat kan naar NL1 ten name van Jan.</p>", "<p>Dat kan ten name van Jan.</p>", ("half a verb",)),
        ("<p>Hier stond per ongeluk BSN 1 van een kind.</p>", "<p>Hier stond per ongeluk van een kind.</p>", ("stands, but not what",)),
        ("<p>Jan, bereikbaar op 06-1, leidt het.</p>", "<p>Jan, leidt het.</p>", ("comma between subject and verb",)),
        ("<p>Jan: a@b (privé: c@d)</p>", "<p>Jan: a@b (privé)</p>", ("when or where, but not what",)),
        ("<p>Jan: a@b, 's avonds 06-1</p>", "<p>Jan: a@b, 's avonds</p>", ("when or where, but not what",)),
        ("<p>Die van de Bossen, Jan en Piet.</p>", "<p>Die van de familie, Jan en Piet.</p>", ("names behind a family",)),
        ("<p>Vul in: ( ) en , .</p>", "<p>Vul in: ( ) en , .</p>", ()),
    ],
)
def test_leftovers(before: str, after: str, found: tuple[str, ...]) -> None:
    assert leftovers(before, after) == found
