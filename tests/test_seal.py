"""Every trick to make a cleared page without the pass must fail."""

from __future__ import annotations

import ast
import copy
import dataclasses
import pickle
from pathlib import Path

import pytest
from markupsafe import Markup

from sitegen.draft import Draft
from sitegen.privacy import gate
from sitegen.privacy.cleared import Cleared, Site
from sitegen.privacy.seal import Seal
from sitegen.problem import Place
from sitegen.register import Register
from sitegen.school import School

PACKAGE = Path(__file__).parent.parent / "sitegen"


@pytest.fixture
def cleared() -> Cleared[Site]:
    draft = Draft(Place("content/x.md"), "page", ("x",), {"title": "Titel"}, "<p>Tekst</p>", "Tekst")
    return gate.clear(draft, Register(), School("Titel", "School"), Site)[0]


def _values() -> dict[str, object]:
    return {"audience": Site, "kind": "page", "source": "x", "address": (), "title": "", "words": {}, "body": Markup(""), "pictures": (), "files": ()}


def test_a_call_without_the_seal_fails() -> None:
    with pytest.raises(TypeError):
        Cleared(**_values())  # type: ignore[call-arg]


def test_a_seal_of_ones_own_fails() -> None:
    with pytest.raises(TypeError, match="privacypas"):
        Cleared(**_values(), seal=Seal())  # type: ignore[arg-type]


def test_replace_fails(cleared: Cleared[Site]) -> None:
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(cleared, body=Markup("<p>De Vries</p>"))  # type: ignore[call-arg]


def test_assignment_fails(cleared: Cleared[Site]) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        cleared.title = "Sanne de Vries"  # type: ignore[misc]
    assert not hasattr(cleared, "__dict__")


def test_changing_the_words_fails(cleared: Cleared[Site]) -> None:
    with pytest.raises(TypeError):
        cleared.words["title"] = "Sanne de Vries"  # type: ignore[index]


def test_a_subclass_fails() -> None:
    with pytest.raises(TypeError):
        type("Open", (Cleared,), {})


def test_pickling_and_copying_fail(cleared: Cleared[Site]) -> None:
    with pytest.raises(TypeError):
        pickle.dumps(cleared)
    with pytest.raises(TypeError):
        copy.copy(cleared)


def test_nobody_forges_one_field_by_field() -> None:
    # The one forgery Python can't refuse: object.__new__ and object.__setattr__.
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).as_posix() == "privacy/cleared.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in {"__new__", "__setattr__"}:
                assert not (isinstance(node.value, ast.Name) and node.value.id == "object"), path
