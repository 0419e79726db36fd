"""Sources become cleared pages: only those that changed, or whose people near changed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sitegen import sources
from sitegen.artifact import fingerprint
from sitegen.build import crew
from sitegen.build.rows import Looked, Row, from_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sitegen.build.aside import Aside
    from sitegen.build.near import Memory
    from sitegen.build.page import Kept
    from sitegen.cache import Ledger
    from sitegen.register import Register
    from sitegen.school import School
    from sitegen.sources import Stamp

# What is new in the register since the rows were made: nothing, what parents allow, or who is in it.
Changed = Literal["", "toestemming", "namen"]


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything clearing needs: where the site lies, its files, who can be meant on a page (see Register.about), the school."""

    root: Path
    files: Mapping[str, Stamp]
    near: Callable[[str, tuple[tuple[str, ...], ...]], Register]
    school: School
    chapters: Mapping[str, str]


@dataclass(slots=True)
class Cleaned:
    """The rows of every source after clearing, and why each remade one was remade (for --explain)."""

    rows: dict[str, Row]
    remade: dict[str, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


def clear_all(desk: Desk, ledger: Ledger, known: Mapping[str, Row], *, changed: Changed, aside: Aside | None = None, meanwhile: Callable[[], None] | None = None, told: Callable[[str, int, int], None] | None = None) -> Cleaned:
    """Read and clear what is new, and take the rest from the ledger.

    `known` are the rows of the previous build, made by this program under this policy; `changed` says what
    is new in the register, so that pages whose people near changed are cleared again. `aside` clears them elsewhere, and here `meanwhile` is done.
    """
    result = Cleaned({})
    todo: list[str] = []
    unsure: list[str] = []
    stamp = desk.files.get
    for path in sources.pages(desk.files):
        row = known.get(path)
        if row is None:
            result.remade[path] = "nieuw"
            todo.append(path)
        elif row.card is None:
            # What was wrong may have been mended elsewhere: a chapter that is there now.
            result.remade[path] = "vorige keer niet gelukt"
            todo.append(path)
        elif all(stamp(look[0]) == look[1] for look in row.looked):
            result.rows[path] = row
        else:
            refreshed = _same_bytes(desk, row)
            if refreshed is None:
                result.remade[path] = "tekst, foto of bijlage veranderd"
                todo.append(path)
            else:
                result.rows[path] = refreshed
    if changed:
        unsure = [path for path, row in result.rows.items() if row.asks or changed == "namen"]
        for path in _people_differ(desk, ledger, [result.rows[path] for path in unsure]):
            result.remade[path] = "iemand op deze pagina, of toestemming, veranderd"
            todo.append(path)
    for done, (path, row) in enumerate(_clear(desk, ledger, todo, aside, meanwhile), 1):
        result.rows[path] = row
        if told:
            told("teksten", done, len(todo))
    result.gone = tuple(path for path in known if path not in result.rows)
    stale = [known[path].key for path in known if path not in result.rows or result.rows[path].key != known[path].key]
    for kind in ("cleared", "findings", "terms"):
        ledger.forget(kind, stale)
    ledger.forget("words", [path.encode() for path in result.gone])
    result.rows = dict(sorted(result.rows.items()))
    return result


def _same_bytes(desk: Desk, row: Row) -> Row | None:
    looked = []
    for look in row.looked:
        stamp = desk.files.get(look.path)
        if stamp != look.stamp:
            try:
                digest = None if stamp is None else fingerprint(sources.read(desk.root, look.path))
            except OSError:
                return None
            if digest != look.digest:
                return None
        looked.append(Looked(look.path, stamp, look.digest))
    return row._replace(looked=tuple(looked))


def _people_differ(desk: Desk, ledger: Ledger, rows: Sequence[Row]) -> Iterator[str]:
    from sitegen.build.near import near_key

    desk.near("", ())  # builds the index once, before any fork

    def compare(part: Sequence[Row]) -> Iterator[str]:
        memory: Memory = {}
        for row in part:
            words = ledger.fetch("words", row.path.encode())
            if not isinstance(words, str) or near_key(desk.near(words, row.asked), memory, consents=row.asks) != row.near:
                yield row.path

    ledger.commit()
    yield from crew.surely(rows, compare, worth_it=400)


def _clear(desk: Desk, ledger: Ledger, todo: Sequence[str], aside: Aside | None, meanwhile: Callable[[], None] | None) -> Iterator[tuple[str, Row]]:
    if not todo:
        return
    for row_plain, kept in _cleared(desk, todo, aside, meanwhile):
        (row,) = from_plain([row_plain])
        for kind, key, value in kept:
            ledger.keep(kind, [(key, value)])
        yield row.path, row


def _cleared(desk: Desk, todo: Sequence[str], aside: Aside | None, meanwhile: Callable[[], None] | None) -> Iterator[tuple[tuple[object, ...], Kept]]:
    if aside is not None:
        with suppress(crew.WorkerDiedError):
            aside.clear(todo, desk.chapters)
            if meanwhile:
                meanwhile()
            yield from aside.cleared()
            return
    from sitegen.build.page import clear_here

    desk.near("", ())
    yield from crew.surely(todo, lambda part: clear_here(desk, part))
