"""Sources become cleared pages: only those that changed, or whose people near changed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sitegen import readers, sources, whom
from sitegen.artifact import fingerprint
from sitegen.build import crew
from sitegen.build.beside import Beside
from sitegen.build.rows import Looked, Pointed, Row, from_plain
from sitegen.build.told import VERDICTS
from sitegen.problem import Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sitegen.cache import Ledger
    from sitegen.draft import Draft
    from sitegen.privacy.cleared import ClearedFile, ClearedPicture
    from sitegen.privacy.finding import Finding
    from sitegen.register import Register
    from sitegen.school import School
    from sitegen.sources import Stamp

# What the ledger keeps of a page: kind, key, value.
Kept = tuple[tuple[str, bytes, object], ...]

# What is new in the register since the rows were made: nothing, what parents allow, or who is in it.
Changed = Literal["", "toestemming", "namen"]

_INTERNAL = re.compile(r'\bhref="(/[^"#?]*)')


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything clearing needs: where the site lies, its files, the register for the day, the school."""

    root: Path
    files: Mapping[str, Stamp]
    register: Callable[[], Register]
    school: School
    chapters: Mapping[str, str]


@dataclass(slots=True)
class Cleaned:
    """The rows of every source after clearing, and why each remade one was remade (for --explain)."""

    rows: dict[str, Row]
    remade: dict[str, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


def clear_all(desk: Desk, ledger: Ledger, known: Mapping[str, Row], *, changed: Changed, told: Callable[[str, int, int], None] | None = None) -> Cleaned:
    """Read and clear what is new, and take the rest from the ledger.

    `known` are the rows of the previous build, made by this program under this policy; `changed` says what
    is new in the register, so that pages whose people near changed are cleared again.
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
    for done, (path, row) in enumerate(_clear(desk, ledger, todo), 1):
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
    register = desk.register()
    register.about("")  # builds the index once, before any fork

    def compare(part: Sequence[Row]) -> Iterator[str]:
        memory: dict[int, bytes] = {}
        for row in part:
            words = ledger.fetch("words", row.path.encode())
            near = _near(register, words, row.asked) if isinstance(words, str) else None
            if near is None or near_key(near, memory, consents=row.asks) != row.near:
                yield row.path

    ledger.commit()
    yield from crew.surely(rows, compare, worth_it=400)


def _clear(desk: Desk, ledger: Ledger, todo: Sequence[str]) -> Iterator[tuple[str, Row]]:
    if not todo:
        return
    desk.register().about("")

    def clear(part: Sequence[str]) -> Iterator[tuple[tuple[object, ...], Kept]]:
        beside = Beside(desk.root, desk.files, desk.chapters)
        memory: dict[int, bytes] = {}
        for path in part:
            row, kept = clear_one(desk, beside, path, memory)
            yield row.plain(), kept

    for row_plain, kept in crew.surely(todo, clear):
        (row,) = from_plain([row_plain])
        for kind, key, value in kept:
            ledger.keep(kind, [(key, value)])
        yield row.path, row


def clear_one(desk: Desk, beside: Beside, path: str, memory: dict[int, bytes]) -> tuple[Row, Kept]:
    """Read and clear one source. Gives its row, and what the ledger must keep as (kind, key, value)."""
    from sitegen import agenda, edition
    from sitegen.outputs.search import terms
    from sitegen.privacy import gate, shelf
    from sitegen.privacy.cleared import Site
    from sitegen.readers import media

    beside.begin()
    data = beside.text(path)
    if beside.problems:
        return _broken(path, beside, beside.problems), ()
    changed = dt.datetime.fromtimestamp(desk.files[path][0] / 1e9, tz=dt.UTC).astimezone().date().isoformat() if path in desk.files else ""
    try:
        reading = readers.read(path, data, changed, beside)
    except SiteError as error:
        return _broken(path, beside, error.problems), ()
    problems = (*reading.problems, *beside.problems)
    if reading.draft is None:
        return _broken(path, beside, problems), ()
    draft = reading.draft
    asked = media.asked(draft)
    words = draft.page_words
    near = _near(desk.register(), words, asked)
    asks = bool(draft.pictures or draft.attachments)
    people = near_key(near, memory, consents=asks)
    key = fingerprint(path, repr(draft), people)
    cleared, findings = gate.clear(draft, near, desk.school, Site)
    card = edition.card(cleared, key)
    row = Row(
        path=path,
        looked=tuple(beside.looked.values()),
        near=people,
        key=key,
        card=card,
        when=_when(draft),
        asked=asked,
        problems=problems,
        links=tuple(sorted(set(_INTERNAL.findall(cleared.body)))),
        events=tuple(tuple(event) for event in agenda.events(cleared, card)),
        pictures=tuple(_plain(one) for one in cleared.pictures),
        files=tuple(_plain(one) for one in cleared.files),
        pointed=_pointed(draft, cleared.pictures),
        findings=_counted(findings),
        asks=asks,
    )
    kept: list[tuple[str, bytes, object]] = [
        ("cleared", key, shelf.put(cleared)),
        ("words", path.encode(), words),
        ("terms", key, terms(cleared)),
    ]
    if findings:
        kept.append(("findings", key, tuple((one.place.file, one.place.line, one.rule, one.verdict, one.what, one.why, one.remedy, one.before, one.after) for one in findings)))
    return row, tuple(kept)


def _plain(one: ClearedPicture | ClearedFile) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in one.__slots__)


def _pointed(draft: Draft, shown: Sequence[ClearedPicture]) -> tuple[tuple[object, ...], ...]:
    may = {one.path for one in shown}
    pointed = [Pointed(one.path, one.digest, whom.people(one.who or ()), one.path in may, bool(one.blur)) for one in draft.pictures]
    pointed += [Pointed(one.path, one.digest, "", shown=False, blurred=False) for one in draft.attachments if one.path not in may]
    return tuple(dict.fromkeys(tuple(one) for one in pointed))


def _counted(findings: Sequence[Finding]) -> tuple[int, int, int]:
    first, second, third = (sum(one.verdict == verdict for one in findings) for verdict in VERDICTS)
    return first, second, third


def _broken(path: str, beside: Beside, problems: Sequence[Problem]) -> Row:
    return Row(path, tuple(beside.looked.values()), b"", fingerprint(path), None, (False, "", ""), ((), (), ()), tuple(problems), (), (), (), (), (), (0, 0, 0), asks=False)


def _when(draft: Draft) -> tuple[bool, str, str]:
    words = draft.words
    return bool(words.get("draft")), str(words.get("publish_on") or ""), str(words.get("expires_on") or "")


def _near(register: Register, words: str, asked: tuple[tuple[str, ...], ...]) -> Register:
    return register.about(words, *asked)


def near_key(near: Register, memory: dict[int, bytes], *, consents: bool) -> bytes:
    """Stands for the people near and all that is known of them, `consents` included if asked. `memory` keeps each person's part between pages."""
    parts: list[bytes] = [b"met toestemming" if consents else b""]
    for person in (*near.pupils, *near.carers, *near.staff, *near.members):
        part = memory.get(id(person))
        if part is None:
            part = memory[id(person)] = fingerprint(repr(person))
        parts.append(part)
        if consents:
            parts.append(repr(sorted((name, answer.verdict, answer.why) for name, answer in near.answers.get(getattr(person, "number", ""), {}).items())).encode())
    return fingerprint(*parts, *sorted(near.first_names), repr(near.accepted), *sorted(near.asked))


