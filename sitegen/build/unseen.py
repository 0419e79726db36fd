"""What the verifier must recognise: pictures that no page may show, by their look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen import verify
from sitegen.build import crew

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sitegen.build.rows import Row
    from sitegen.cache import Ledger

# Below this many pictures a fork costs more than it brings.
_WORTH_IT = 8


def unseen(rows: Sequence[Row], ledger: Ledger) -> tuple[tuple[str, bytes], ...]:
    """Path and look of every withheld picture, but for those that look like one that may be shown.

    Of two photos from one burst, one may be declared and the other not yet: then the look itself may be seen.
    """
    shown = {str(one[2]): str(one[1]) for row in rows for one in row.pictures}
    hidden = {digest: path for row in rows for path, digest in row.withheld if digest not in shown}
    if not hidden:
        return ()
    looks = _looks({**hidden, **shown}, ledger)
    may = [looks[digest] for digest in shown if looks[digest]]
    return tuple(
        (path, looks[digest]) for digest, path in hidden.items() if verify.telling(looks[digest]) and not any(verify.same_look(looks[digest], one) for one in may)
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
