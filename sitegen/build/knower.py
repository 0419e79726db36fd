"""Who knows the register in a small build: tells who can stand on a page, and reads what was made of it."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen import importers
from sitegen.build import making
from sitegen.build.aside import About

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from sitegen import verify
    from sitegen.build import crew
    from sitegen.register import Register
    from sitegen.school import School


class Asked:
    """The register as another process of this build sees it: only who can stand on a page ever leaves the one that read it."""

    def __init__(self, partner: crew.Partner) -> None:
        self._partner = partner

    def say(self, question: str, *said: object) -> None:
        """Ask or tell without waiting for an answer."""
        self._partner.tell((question, *said))

    def ask(self, question: str, *said: object) -> Any:
        """Ask, and wait. Raises crew.WorkerDiedError."""
        self._partner.tell((question, *said))
        return self._partner.answer()

    def near(self, words: str, asked: tuple[tuple[str, ...], ...]) -> Register:
        """Who can be meant on a page with these words (see Register.about)."""
        return pickle.loads(self.ask("near", words, asked))  # type: ignore[no-any-return]  # noqa: S301  from our own child


def answers(folder: Path, day: dt.date, school: School, asked: Iterable[tuple[Any, ...]]) -> Iterator[object]:
    """In the process that knows the register in `folder` for `day`: an answer to each question, in order."""
    loaded = importers.load(folder, school, day)
    register = loaded.register
    register.about("")  # builds the index while nobody waits
    knowledge: verify.Knowledge | None = None
    found: list[tuple[str, making.Leaks, making.Read]] = []
    for question, *said in asked:
        if question == "about":
            yield tuple(About.of(loaded))
        elif question == "near":
            words, who = said
            yield pickle.dumps(register.about(words, *who))
            if knowledge is None:
                # While the page is cleared there is time for this.
                knowledge = _knowledge(register, school, ())
        elif question == "hide":
            (unseen,) = said
            if knowledge is None or unseen:
                knowledge = _knowledge(register, school, unseen)
        elif question == "read":
            path, file = said
            found.append((path, *_read(path, file, knowledge or _knowledge(register, school, ()))))
        elif question == "readings":
            yield tuple(found)
        else:
            raise ValueError(question)


def _knowledge(register: Register, school: School, unseen: tuple[tuple[str, bytes], ...]) -> verify.Knowledge:
    # Late: who asks first asks who is near, and waits for it.
    from sitegen import verify

    return verify.knowledge(register, school, unseen)


def _read(path: str, file: str, knowledge: verify.Knowledge) -> tuple[making.Leaks, making.Read]:
    return making.read(path, Path(file).read_bytes(), knowledge)
