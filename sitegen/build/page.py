"""One source is read and cleared: what the ledger must know of the page."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from sitegen import agenda, edition, readers, whom
from sitegen.artifact import fingerprint
from sitegen.build.beside import Beside
from sitegen.build.near import near_key
from sitegen.build.rows import VERDICTS, Pointed, Row
from sitegen.privacy import gate, shelf
from sitegen.privacy.cleared import Site
from sitegen.problem import Problem, SiteError
from sitegen.readers import media
from sitegen.terms import page_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.build.clearing import Desk
    from sitegen.build.near import Memory
    from sitegen.draft import Draft
    from sitegen.privacy.cleared import ClearedFile, ClearedPicture
    from sitegen.privacy.finding import Finding

# What the ledger keeps of a page: kind, key, value.
Kept = tuple[tuple[str, bytes, object], ...]

_INTERNAL = re.compile(r'\bhref="(/[^"#?]*)')


def clear_here(desk: Desk, paths: Sequence[str]) -> Iterator[tuple[tuple[object, ...], Kept]]:
    """Read and clear sources in this process: their rows as plain tuples, with what the ledger must keep of each."""
    beside = Beside(desk.root, desk.files, desk.chapters)
    memory: Memory = {}
    for path in paths:
        row, kept = clear_one(desk, beside, path, memory)
        yield row.plain(), kept


def clear_one(desk: Desk, beside: Beside, path: str, memory: Memory) -> tuple[Row, Kept]:
    """Read and clear one source. Gives its row, and what the ledger must keep as (kind, key, value)."""
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
    people = desk.near(words, asked)
    asks = bool(draft.pictures or draft.attachments)
    known_by = near_key(people, memory, consents=asks)
    key = fingerprint(path, repr(draft), known_by)
    cleared, findings = gate.clear(draft, people, desk.school, Site)
    card = edition.card(cleared, key)
    row = Row(
        path=path,
        looked=tuple(beside.looked.values()),
        near=known_by,
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
        ("terms", key, page_terms(cleared)),
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
