"""What a message calls things: a key as the author wrote it, and a day that doesn't exist by what is wrong with it."""

from __future__ import annotations

import argparse

import pytest

from sitegen.cli.options import day
from sitegen.dutch import no_such_day
from sitegen.importers import exceptions
from sitegen.problem import Place
from sitegen.readers import frontmatter, media


@pytest.mark.parametrize(("line", "said"), [
    ("concept: misschien", "bij 'concept' hoort ja of nee"), ("Draft: misschien", "bij 'Draft' hoort ja of nee"), ("volgorde: x", "bij 'volgorde' hoort"), ("order: x", "bij 'order' hoort"),
    ("samenvatting: [a, b]", "bij 'samenvatting' hoort één tekst. Bijvoorbeeld samenvatting: tekst"), ("image: [a, b]", "bij 'image' hoort"), ("kind: x", "'x' bij 'kind'"), ("soort: x", "'x' bij 'soort'"),
    ("verloopt_op: 31-11-2026", "'31-11-2026' bij 'verloopt_op' is geen datum: november heeft 30 dagen."), ("date: straks", "'straks' bij 'date' is geen datum. Schrijf"),
])
def test_a_key_is_called_as_it_was_written(line: str, said: str) -> None:
    (problem,) = frontmatter.split(f"---\n{line}\n---\nTekst.\n", "content/a.md").problems
    assert said in str(problem)


@pytest.mark.parametrize(("entry", "said", "never"), [
    ('tekst: "Jan", waarom: x, tot: 2027-01-01', "wie ontbreekt.", "who"), ('text: "Jan", why: x, until: 2027-01-01', "who ontbreekt.", "wie"),
    ('tekst: "Jan", waarom: x, wie: y, tot: 31-11-2026', "de dag bij tot bestaat niet: november heeft 30 dagen.", "until"), ('text: "Jan", why: x, who: y, until: ooit', "bij until staat geen dag.", "tot:"),
])
def test_an_exception_in_the_language_of_its_keys(entry: str, said: str, never: str) -> None:
    (part,) = exceptions.read(f"- {{{entry}}}\n".encode(), Place("register/uitzonderingen.yaml"), {})
    (problem,) = part.problems
    assert said in problem.fault
    assert never not in str(problem)


def test_a_declaration_in_the_language_of_its_keys() -> None:
    _, (dutch,) = media.declarations("a.jpg: {wie: niemand, soort: x}\n", "media.yaml")
    assert "'soort' is photo" in dutch.fault
    assert "{wie: …, soort: work}" in dutch.remedy
    _, (english,) = media.declarations("a.jpg: {who: niemand, kind: x}\n", "media.yaml")
    assert "'kind' is photo" in english.fault


@pytest.mark.parametrize(("text", "said"), [
    ("31-11-2026", "november heeft 30 dagen"), ("2026-11-31", "november heeft 30 dagen"), ("29-02-2026", "februari 2026 heeft 28 dagen"), ("30/2/28", "februari 2028 heeft 29 dagen"),
    ("09-25-2026", "een jaar heeft 12 maanden"), ("0-1-2026", "januari begint op dag 1"), ("30-11-2026", ""), ("29-02-2028", ""), ("gisteren", ""), ("1-1-0000", ""), ("", ""),
])
def test_why_a_day_does_not_exist(text: str, said: str) -> None:
    assert no_such_day(text) == said


def test_an_option_says_it_too() -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="november heeft 30 dagen"):
        day("2026-11-31")
