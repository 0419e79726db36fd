"""What the verifier must recognise: pictures that no page may show, by their look; and copies that say otherwise."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sitegen.build import crew
from sitegen.build.rows import Pointed
from sitegen.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from sitegen.build.rows import Row
    from sitegen.cache import Ledger

# Below this many pictures a fork costs more than it brings.
_WORTH_IT = 8

Looks = tuple[tuple[str, bytes], ...]


def unseen(rows: Sequence[Row], ledger: Ledger, root: Path, day: str) -> tuple[Looks, tuple[Problem, ...]]:
    """Path and look of every withheld picture, but for those that look like one that may be shown; and contradictions.

    Of two photos from one burst, one may be declared and the other not yet: then the look itself may be seen. But when
    somebody who stands on the one said no, a picture that looks the same can't say that others stand on it, or nobody;
    unless a part of it is destroyed. What a page shows that isn't due on `day` nobody sees.
    """
    pointed = [(Pointed._make(one), row.visible(day)) for row in rows for one in row.pointed]
    shown = list(dict.fromkeys(one for one, due in pointed if one.shown and due))
    hidden = list(dict.fromkeys(one for one, _ in pointed if not one.shown))
    if not hidden:
        return (), ()
    # Late, as below: the verifier takes longer to load than a site without withheld pictures needs for all of this.
    from sitegen import verify

    looks = _looks({one.digest: one.path for one in (*hidden, *shown)}, ledger)
    prints = [(other, int.from_bytes(looks[other.digest], "big")) for other in shown]
    found: dict[str, bytes] = {}
    problems: set[Problem] = set()
    for one in hidden:
        look = looks[one.digest]
        mine = int.from_bytes(look, "big")
        alike = [other for other, its in prints if (its and verify.alike(mine, its)) or other.digest == one.digest]
        copies = [other for other in alike if one.people and other.people != one.people and not other.blurred]
        problems.update(_copy(os.path.relpath(other.path, root), os.path.relpath(one.path, root)) for other in copies)
        if verify.telling(look) and (copies or not alike):
            found[one.path] = look
    return tuple(found.items()), tuple(sorted(problems, key=str))


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
    from sitegen import verify

    for digest, path in part:
        try:
            with open(path, "rb") as stream:
                data = stream.read()
        except OSError:
            data = b""
        yield digest, verify.perceptual(data) or b""
