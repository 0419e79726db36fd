"""Who reads and clears the sources in a small build, asking who can stand on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sitegen.build import clearing, page
from sitegen.build.knower import Asked
from sitegen.fold import page_words
from sitegen.privacy import gate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sitegen.build import crew, state
    from sitegen.school import School


def answers(root: Path, now: state.Inputs, school: School, partner: crew.Partner, asked: Iterable[tuple[Any, ...]]) -> Iterator[object]:
    """In the process that clears: an answer to each question, in order; `partner` knows the register. Raises crew.WorkerDiedError."""
    register = Asked(partner)
    for question, *said in asked:
        if question == "clear":
            paths, chapters = said
            yield tuple(page.clear_here(clearing.Desk(root, now.files, register.near, school, chapters), paths))
        elif question == "text":
            (value,) = said
            yield gate.clear_text(value, register.near(page_words(value), ()), school)[0]
        elif question in {"hide", "read"}:
            register.say(question, *said)
        else:
            # "about" and "readings".
            yield register.ask(question, *said)
