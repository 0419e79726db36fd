"""The fuzzers' laws at the same boundaries, on small inputs that hypothesis makes and makes smaller: the quick form of the quick form."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import plaintext
from sitegen.privacy.clean import clean
from sitegen.problem import SiteError
from sitegen.readers import frontmatter, markdown
from tests.fuzz import laws, skeletons, targets

few = settings(max_examples=60, derandomize=True, deadline=None)
tags = st.sampled_from("<p> </p> <marquee> <table> <tr> <td> </table> <a href='/x'> </a> <li> <ul> </ul> <h2> </h2> <pre> <br> <svg> </svg> <math> <style> <xmp> <b> </b> <dd> <caption> <template> <!-- -->".split())
words = st.sampled_from(["Sem", "de Vries", "S.", "x", "\n", "\n\n", "&lt;", "&#1;", "<3", ">", '"', "Terpstra", "06-12345678"])
line = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=120)


@few
@given(st.lists(tags | words, max_size=25))
def test_cleaned_html_is_harmless(parts: list[str]) -> None:
    laws.harmless(clean("".join(parts)))


@few
@given(st.lists(words | st.sampled_from(["- ", "| ", "|---|", "# ", "**", "[", "](/x)", " "]), max_size=20))
def test_the_pass_and_the_verifier_agree(parts: list[str]) -> None:
    laws.agreed(laws.passed(markdown.convert(" ".join(parts))))


@few
@given(st.text(max_size=200))
def test_front_matter_is_read_or_refused_in_dutch(block: str) -> None:
    try:
        found = frontmatter.split(f"---\n{block}\n---\ntekst", "content/x.md")
    except SiteError as refused:
        assert all(problem.fault for problem in refused.problems)
    else:
        assert found.first_line >= 1


@pytest.mark.parametrize("package", [skeletons.WORKBOOK, skeletons.LETTER, skeletons.SLIDES, skeletons.OPEN_TEXT], ids=["workbook", "letter", "slides", "open text"])
def test_a_tree_is_well_formed_whatever_the_orders(package: skeletons.Package) -> None:
    @few
    @given(st.binary(max_size=120))
    def check(orders: bytes) -> None:
        for language in package.fuzzed.values():
            assert ET.fromstring(skeletons.tree(orders, language)) is not None

    check()


@few
@given(st.lists(line.map(str.strip).filter(bool), min_size=1, max_size=6))
def test_a_calendar_comes_back_as_it_went(lines: list[str]) -> None:
    try:
        assert plaintext.unfolded(plaintext.folded(lines)) == lines
    except plaintext.UnreadableTextError:
        assert any(one.upper().startswith(("ATTACH", "IMAGE", "PHOTO")) for one in lines)


@few
@given(st.lists(st.lists(line, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from(";,\t"))
def test_a_table_comes_back_as_it_went(table: list[list[str]], sign: str) -> None:
    whole = plaintext.written(table, sign)
    if plaintext.separator(whole) == sign and not whole.startswith("sep="):
        assert plaintext.rows(whole) == table


@pytest.mark.parametrize("name", ["paper", "docx", "xlsx", "export", "attached_odt"])
def test_any_bytes_end_in_an_answer(name: str) -> None:
    @settings(few, max_examples=25)
    @given(st.binary(max_size=80))
    def check(data: bytes) -> None:
        assert targets.run(name, data) in {True, False}

    check()
