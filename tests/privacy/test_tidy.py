"""Where something was cut, the text reads on: sentences, lists, tables and definition lists, and nothing else changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.privacy.passage import CUT
from sitegen.privacy.tidy import tidy, tidy_slug
from tests.scoring.adapter import clear, render
from tests.scoring.leftovers import leftovers
from tests.scoring.registers import world

SCHOOL = world("school")
PRIVATE = ("06-12345678", "0598-876 543", "zz@postvak.example", "NL02 ABNA 0123 4567 89", "zz [at] postvak [punt] example", "+31 (0)6 12 34 56 78")
INNOCENT = ("Morgen gaan we naar het bos.", "Neem € 2,50 mee, en een jas.", "We starten om 8.30 uur (stipt).", "Wie wint: groep 7 of groep 8?", "Kijk op www.dezonnewijzer.example.")
FRAMES = (
    "Vragen? Mail of bel juf Anouk: {}.", "Geef je op via {}.", "Geef je op via {} of op het plein.", "Meld je aan bij juf Anouk ({}) vóór vrijdag.", "Juf Anouk, {}, helpt mee.", "Juf Anouk ({}; {}) helpt mee.",
    "Juf Anouk is bereikbaar op {}, ook in het weekend.", "Juf Anouk is bereikbaar op {} (na vier uur).", "Het nummer van juf Anouk is {}.", "Op {} kunt u juf Anouk bereiken.", "Stuur een bericht naar {} en neem een tas mee.",
    "Contact: juf Anouk, {}, {}.", "Maak 5 euro over op {} onder vermelding van kamp.", "Bel juf Anouk op {} of meester Mark op {}.", "Juf Anouk – {} – groep 3.", "Bel {} (juf Anouk) of {} (meester Mark).", "De afspraak maakt u met {} of {}.",
    "Wie kan helpen? {}!", "Stuur het naar {}, {} of info@dezonnewijzer.example.", "**Juf Anouk**: {}", "Juf Anouk: _{}_, elke dag.", "[Juf Anouk](https://www.dezonnewijzer.example) ({}) weet meer.", "Tel.: {} / {}", "Meester Mark: tel. {}, mail {}, kamer 3.",
)


def _clear(text: str, *, markup: bool = False) -> tuple[str, str]:
    return render(text, html=markup), clear(text, SCHOOL.register, SCHOOL.school, {}, html=markup).body


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(FRAMES), st.sampled_from(PRIVATE), st.sampled_from(PRIVATE), st.sampled_from(INNOCENT), st.sampled_from(INNOCENT))
def test_a_sentence_reads_on_and_its_neighbours_stay(frame: str, one: str, other: str, first: str, last: str) -> None:
    before, after = _clear(f"{first} {frame.format(one, other)} {last}\n\n{last}")
    assert leftovers(before, after) == ()
    paragraph = after.split("</p>")[0]
    assert paragraph.startswith(f"<p>{first}")
    assert paragraph.endswith(last)
    assert after.endswith(f"<p>{last}</p>")
    assert CUT not in after
    for name in ("Anouk", "Mark"):
        assert (name in after) == (name in frame) or "nummer van juf" in frame


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from((*PRIVATE, "juf Anouk", "Kom langs", "een tas", "")), min_size=1, max_size=5), st.sampled_from(["- ", "1. ", "> ", "## ", "* **Tel:** "]))
def test_lists_and_headings_keep_no_shells(items: list[str], mark: str) -> None:
    before, after = _clear("Begin.\n\n" + "\n".join(f"{mark}{item}" for item in items if item) + "\n\nEinde.")
    assert leftovers(before, after) == ()
    assert not re.search(r"<(\w+)[^>]*>\s*</\1>", after)
    assert after.startswith("<p>Begin.</p>")
    assert after.endswith("<p>Einde.</p>")
    for kept in {"juf Anouk", "Kom langs", "een tas"} & set(items):
        assert kept.lower() in after.lower()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["juf Anouk", "meester Mark", "de school"]), st.sampled_from((*PRIVATE, "", "0598-123510", "nvt")), st.sampled_from(["hapjes", "drank", "kleed"])), min_size=1, max_size=4))
def test_a_table_loses_a_column_only_when_nothing_is_left_in_it(rows: list[tuple[str, str, str]]) -> None:
    head = "| Wie | Telefoon of mail | Wat |\n|---|---|---|\n"
    before, after = _clear(head + "\n".join(f"| {who} | {how} | {what} |" for who, how, what in rows))
    gone = any(how in PRIVATE for _, how, _ in rows) and not any(how in {"0598-123510", "nvt"} for _, how, _ in rows)
    assert ("Telefoon" in after) != gone
    assert after.count("<tr>") == len(rows) + 1
    assert after.count("<td>") == len(rows) * (2 if gone else 3)
    assert leftovers(before, after) == () or not any(how in PRIVATE for _, how, _ in rows)


@pytest.mark.parametrize(
    ("cut", "reads"),
    [
        (f"Anouk ({CUT}) en Bart", "Anouk en Bart"),
        (f"Anouk, {CUT}, en Bart", "Anouk en Bart"),
        (f"Anouk {CUT}, Bart", "Anouk, Bart"),
        (f"Bel {CUT} of {CUT}!", "Bel!"),
        (f"Tot dan. Bel {CUT} of {CUT}!", "Tot dan."),
        (f"Bel {CUT} of Bart!", "Bel Bart!"),
        (f"Het kan via {CUT} besteld worden.", "Het kan besteld worden."),
        (f"Anouk, bereikbaar op {CUT}, helpt mee.", "Anouk helpt mee."),
        (f"Het kan naar {CUT} ten name van Bart.", "Het kan ten name van Bart worden overgemaakt."),
        (f"{CUT}: daar is het.", "Daar is het."),
        (f"Geef je op via {CUT}.", "Geef je op."),
        (f"Maak € 5 over naar rekening {CUT} t.n.v. juf", "Maak € 5 over t.n.v. juf"),
        (f"<p>{CUT}</p><p>Dag.</p>", "<p>Dag.</p>"),
        (f"<p>Tel. {CUT}.</p><p>Dag.</p>", "<p>Dag.</p>"),
        (f"<ul><li>{CUT}</li></ul><p>Dag.</p>", "<p>Dag.</p>"),
        (f"<dl><dt>Telefoon</dt><dd>{CUT}</dd><dt>Wie</dt><dd>Anouk</dd></dl>", "<dl><dt>Wie</dt><dd>Anouk</dd></dl>"),
        (f'<p>Anouk <strong>{CUT}</strong> <a href="/x">{CUT}</a>komt.</p>', "<p>Anouk komt.</p>"),
        (f"<p>Anouk<br>{CUT}<br>Bart</p>", "<p>Anouk<br>Bart</p>"),
        (f"<p>{CUT}ijsjes zijn er.</p>", "<p>IJsjes zijn er.</p>"),
        (f"Contact: {CUT} | {CUT} | www.school.example", "Contact: www.school.example"),
        (f"Mijn nummer is {CUT} en de kosten zijn € 5.", "De kosten zijn € 5."),
    ],
)
def test_what_stands_around_a_cut_is_mended(cut: str, reads: str) -> None:
    assert tidy(cut) == reads


@settings(max_examples=200, deadline=None)
@given(st.text("ab ,.;:()|-<>/\n\u00a0'\"", max_size=60))
def test_what_was_not_cut_is_left_alone(text: str) -> None:
    assert tidy(text) == text
    assert tidy_slug(text) == text


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["Anouk", "op", "via", "of", "en", ",", ".", "(", ")", "-", ":", "bel", "tel.", "nummer", CUT, CUT, "|", "/", "is", "het"]), max_size=12))
def test_tidying_always_ends_and_leaves_no_mark(parts: list[str]) -> None:
    for text in (" ".join(parts), f"<p>{' '.join(parts)}</p>"):
        assert CUT not in tidy(text)


@pytest.mark.parametrize(
    ("cut", "slug"),
    [(f"sanne-{CUT}-wint", "sanne-wint"), (f"{CUT}-wint", "wint"), (f"sanne-{CUT}", "sanne"), (f"sanne-{CUT}.jpg", "sanne.jpg"), (f"sanne{CUT}wint", "sanne-wint"), (CUT, "")],
)
def test_a_slug_has_no_doubled_or_dangling_separators(cut: str, slug: str) -> None:
    assert tidy_slug(cut) == slug
