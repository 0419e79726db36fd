"""The format of case files (tests/cases/README.md)."""

import pytest

from tests.scoring.casefile import CaseError, cases, parse

_HEAD = "# About these cases.\n# register: school\n\n"


def test_a_text_and_what_it_becomes() -> None:
    (case,) = parse(_HEAD + "== one\nSem de Vries wint.\n-- becomes\nSem wint.\n", "names")
    assert (case.id, case.line, case.register, case.text, case.acceptable) == ("names/one", 4, "school", "Sem de Vries wint.", ("Sem wint.",))


def test_without_becomes_the_text_stays() -> None:
    (case,) = parse(_HEAD + "== one\nJuf Anouk leest.\n", "names")
    assert case.becomes == ()
    assert case.acceptable == ("Juf Anouk leest.",)


def test_several_acceptable_results() -> None:
    (case,) = parse(_HEAD + "== one\na\n-- becomes\nb\n-- or\nc\n", "names")
    assert case.acceptable == ("b", "c")


def test_fragments_replace_the_exact_text() -> None:
    (case,) = parse(_HEAD + "== one\na b c\n-- gone: a | b c\n-- stays: d|e\n", "names")
    assert (case.gone, case.stays, case.acceptable) == (("a", "b c"), ("d|e",), ())


def test_fields_and_results() -> None:
    (case,) = parse(_HEAD + "== one\n@html\n@title Sem de Vries\n@register woorden\n<p>a</p>\n-- becomes\n<p>a</p>\n-- title: Sem\n", "names")
    assert case.html
    assert (case.register, case.fields, case.results) == ("woorden", {"title": "Sem de Vries"}, {"title": "Sem"})


def test_an_at_sign_in_the_text_is_no_field() -> None:
    (case,) = parse(_HEAD + "== one\nVolg ons:\n@school\n", "names")
    assert case.text == "Volg ons:\n@school"


def test_blank_lines_inside_a_text_stay_and_around_it_go() -> None:
    first, second = parse(_HEAD + "== one\n\na\n\nb\n\n== two\nc\n", "names")
    assert (first.text, second.text) == ("a\n\nb", "c")


def test_a_heading_in_the_text_is_no_header() -> None:
    (case,) = parse(_HEAD + "== one\n# register: other\n## Kop\n", "names")
    assert (case.register, case.text) == ("school", "# register: other\n## Kop")


def test_escapes_become_characters() -> None:
    (case,) = parse(_HEAD + "== one\nVri\\u00ades\n-- gone: a\\u00a0b\n", "names")
    assert (case.text, case.gone) == ("Vri\u00ades", ("a\u00a0b",))


def test_each_line_a_case() -> None:
    text = "# lines: each\n# register: woorden\n\nDe bakker bakt.\n\n# register: school\nGroen is mooi.\n"
    assert [(case.name, case.register, case.text) for case in parse(text, "innocent")] == [
        ("de-bakker-bakt", "woorden", "De bakker bakt."),
        ("groen-is-mooi", "school", "Groen is mooi."),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("== one\na\n-- wordt\nb\n", r"names.md:6: '-- wordt'"),
        ("== one\n@slug\n@taal nl\na\n", r"names.md:6: '@taal'"),
        ("== one\na\n-- or\nb\n", r"names.md:6: '-- or' without"),
        ("== one\n-- becomes\nb\n", r"names.md:4: 'one' has no text"),
        ("== one\na\n== one\nb\n", r"names.md:6: 'one' was already used on line 4"),
        ("a\n== one\nb\n", r"names.md:4: text before"),
    ],
)
def test_mistakes_are_told_with_their_line(text: str, message: str) -> None:
    with pytest.raises(CaseError, match=message):
        parse(_HEAD + text, "names")


def test_a_case_needs_a_register() -> None:
    with pytest.raises(CaseError, match="no '# register"):
        parse("== one\na\n", "names")


def test_there_are_many_cases_of_both_kinds() -> None:
    found = cases()
    untouched = [case for case in found if not case.gone and not case.becomes and not case.results]
    assert len(found) > 1400
    assert 0.3 < len(untouched) / len(found) < 0.7
