"""What the verifier must recognise: pictures that no page may show, by their look; and copies that say otherwise."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sitegen import verify
from sitegen.build import crew
from sitegen.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from sitegen.build.rows import Row
    from sitegen.cache import Ledger

# Below this many pictures a fork costs more than it brings.
_WORTH_IT = 8

Looks = tuple[tuple[str, bytes], ...]


def unseen(rows: Sequence[Row], ledger: Ledger, root: Path) -> tuple[Looks, tuple[Problem, ...]]:
    """Path and look of every withheld picture, but for those that look like one that may be shown; and contradictions.

    Of two photos from one burst, one may be declared and the other not yet: then the look itself may be seen. But when
    somebody who stands on the one said no, a picture that looks the same can't say that others stand on it, or nobody;
    unless a part of it is destroyed.
    """
    shown = {str(one[2]): (str(one[1]), bool(one[5])) for row in rows for one in row.pictures}
    hidden = {digest: (path, refused) for row in rows for path, digest, refused in sorted(row.withheld, key=lambda one: one[2]) if digest not in shown}
    if not hidden:
        return (), ()
    looks = _looks({digest: path for digest, (path, _) in (*hidden.items(), *shown.items())}, ledger)
    found: list[tuple[str, bytes]] = []
    problems: list[Problem] = []
    for digest, (path, refused) in hidden.items():
        look = looks[digest]
        if not verify.telling(look):
            continue
        alike = [other for other in shown if looks[other] and verify.same_look(look, looks[other])]
        copies = [shown[other][0] for other in alike if refused and not shown[other][1]]
        problems += [_copy(os.path.relpath(copy, root), os.path.relpath(path, root)) for copy in copies]
        if copies or not alike:
            found.append((path, look))
    return tuple(found), tuple(sorted(set(problems), key=str))


def _copy(path: str, original: str) -> Problem:
    return Problem(
        Place(path), "foto-dubbel", f"deze foto is bijna dezelfde als {original}, en die is tegengehouden omdat iemand erop niet mag; toch staat hier iets anders over wie erop staat.",
        "Haal een van beide uit de tekst, of schrijf bij beide hetzelfde op. Wie niet mag kunt u onherkenbaar maken met 'vervaag' in media.yaml.",
    )


def _looks(pictures: Mapping[str, str], ledger: Ledger) -> dict[str, bytes]:
    looks: dict[str, bytes] = {}
    todo: list[tuple[str, str]] = []
    for digest, path in pictures.items():
        known = ledger.fetch("look", digest.encode())
        if isinstance(known, bytes):
            looks[digest] = known
        else:
            todo.append((digest, path))
    for digest, look in crew.surely(todo, _see, worth_it=_WORTH_IT):
        looks[digest] = look
        ledger.keep("look", [(digest.encode(), look)])
    return looks


def _see(part: Sequence[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    for digest, path in part:
        try:
            with open(path, "rb") as stream:
                data = stream.read()
        except OSError:
            data = b""
        yield digest, verify.perceptual(data) or b""
