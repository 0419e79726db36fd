"""Reads and clears one page again, for the editor's view: what the author wrote, what is published, what was found.

Runs in the other process, and keeps nothing: the outcome lives in the preview's memory only.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sitegen import cache, importers, readers, sources
from sitegen.build import Request, state
from sitegen.build.beside import Beside
from sitegen.decoding import decode
from sitegen.privacy import gate
from sitegen.privacy.cleared import Site
from sitegen.problem import Problem, SiteError
from sitegen.readers import address, gids, media
from sitegen.school import register_of
from sitegen.siteyaml import parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sitegen.draft import Draft
    from sitegen.privacy.cleared import Cleared
    from sitegen.privacy.finding import Finding
    from sitegen.school import School


@dataclass(frozen=True, slots=True)
class Field:
    """One value of the page's head (title, summary, address …) as written and as published."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One page of the editor's view. `pictures`: name in the text → key of one that may appear; `paths`: key → file.

    `url`: where it stands on the site, None when it doesn't; `why_not`: then why, in Dutch.
    """

    source: str
    url: str | None
    why_not: str
    fields: tuple[Field, ...]
    before: str
    after: str
    pictures: Mapping[str, str]
    paths: Mapping[str, str]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One page in the list: where it stands, and how much was taken from it."""

    source: str
    title: str
    url: str | None
    why_not: str
    date: str
    kind: str
    removed: int
    withheld: int
    doubts: int
    faults: int


def page(request: Request, wanted: str) -> Seen | None:
    """The page whose source, or whose address on the site, is `wanted`; None when there is no such page."""
    source = wanted if wanted.endswith((".md", ".docx", ".markdown")) else next((line.source for line in overview(request) if line.url is not None and line.url == wanted), "")
    files = sources.find(request.root).files
    if source not in files:
        return None
    try:
        school = _school(request.root)
        return _seen(request, source, files, school)
    except SiteError as error:
        return Seen(source, None, "er is iets mee", (), "", "", {}, {}, (), error.problems)


def overview(request: Request) -> tuple[Line, ...]:
    """Every page that the last build read, newest first."""
    private = request.private or request.root / ".sitegen"
    if not (private / "cache.db").exists():
        return ()
    ledger = cache.Ledger(private / "cache.db", state.program())
    try:
        lines = []
        issued = _issued(request)
        current = _current(request)
        for row in state.known(ledger).rows().values():
            card = row.card
            out = card is None or card.kind != "chapter" or card.group == current or gids.is_out(card.group, request.day.isoformat(), issued)
            visible = row.visible(request.day.isoformat()) and out
            url = card.url.replace(f"schoolgids/{current}/", "schoolgids/", 1) if card and card.kind == "chapter" and card.group == current else card.url if card else None
            lines.append(Line(
                row.path, card.title if card else row.path, url if visible else None, "" if visible else _why_not(row.when, request.day, broken=card is None) if out else "deze schoolgids is nog niet uitgegeven",
                card.date if card else "", card.kind if card else "", *row.findings,
                sum(one.severity == "fout" for one in row.problems),
            ))
    except cache.CacheDamagedError:
        return ()
    finally:
        ledger.close()
    return tuple(sorted(lines, key=lambda line: (line.date, line.source), reverse=True))


def picture(request: Request, source: str, key: str) -> tuple[bytes, str] | None:
    """A picture that may appear on a page, and its file's name."""
    seen = page(request, source)
    path = seen.paths.get(key) if seen else None
    if path is None or not sources.inside(request.root, path):
        return None
    try:
        return sources.read(request.root, os.path.relpath(path, request.root)), os.path.basename(path)
    except OSError:
        return None


def report(request: Request) -> str:
    """The report of the last build, as it lies in the private folder; "" before the first."""
    private = request.private or request.root / ".sitegen"
    try:
        return (private / "report.html").read_text(encoding="utf-8")
    except OSError:
        return ""


def _seen(request: Request, source: str, files: Mapping[str, sources.Stamp], school: School) -> Seen:
    folder = register_of(request.root, school)
    loaded = _loaded(folder, request.day, tuple(state.register_files(folder).items()), _Kept(school))
    current = _current(request)
    inside = f"schoolgids/{current}/"
    chapters = {address.of(path).parts[1]: path for path in sources.pages(files) if current and path.startswith(inside)}
    beside = Beside(request.root, files, chapters)
    changed = dt.date.fromtimestamp(files[source][0] / 1e9).isoformat()  # noqa: DTZ012  as the build does
    reading = readers.read(source, beside.text(source), changed, beside)
    problems = (*reading.problems, *beside.problems)
    draft = reading.draft
    if draft is None:
        return Seen(source, None, "er is iets mee", (), "", "", {}, {}, (), problems)
    near = loaded.register.about(draft.page_words, *media.asked(draft))
    cleared, findings = gate.clear(draft, near, school, Site)
    line = next((one for one in overview(request) if one.source == source), None)
    kept = {one.path: one.key for one in cleared.pictures}
    names = {one.name: kept[one.path] for one in draft.pictures if one.path in kept}
    url, why_not = (line.url, line.why_not) if line else (None, "nog niet gebouwd")
    return Seen(source, url, why_not, _fields(draft, cleared), draft.html, str(cleared.body), names, {one.key: one.path for one in cleared.pictures}, findings, problems)


_NAMES = {"title": "Titel", "summary": "Samenvatting", "tags": "Onderwerpen", "date": "Datum", "redirect_from": "Oude adressen"}


def _fields(draft: Draft, cleared: Cleared[Site]) -> tuple[Field, ...]:
    fields = [Field("Titel", str(draft.words.get("title") or ""), cleared.title)]
    for key, value in draft.words.items():
        before, after = _plain(value), _plain(cleared.words.get(key))
        if key not in {"title", "image"} and (before != after or key in {"summary", "tags"}) and before:
            fields.append(Field(_NAMES.get(key, key), before, after))
    before, after = " / ".join(draft.address), " / ".join(cleared.address)
    if before != after:
        fields.append(Field("Adres", before, after))
    return tuple(fields)


def _plain(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)


def _why_not(when: tuple[bool, str, str], day: dt.date, *, broken: bool) -> str:
    draft, publish_on, expires_on = when
    if broken:
        return "er is iets mee"
    if draft:
        return "concept"
    if publish_on and publish_on > day.isoformat():
        return f"verschijnt op {publish_on}"
    return f"verlopen op {expires_on}"


def _school(root: Path) -> School:
    return parse(decode(sources.read(root, state.SETTINGS), state.SETTINGS))[0]


def _current(request: Request) -> str:
    return gids.in_force(gids.editions(sources.find(request.root, ("schoolgids",)).files), request.day.isoformat(), _issued(request))


def _issued(request: Request) -> dict[str, str]:
    found = [path for path in sources.find(request.root, ("schoolgids",)).files if path.endswith("/_gids.yaml")]
    return gids.issued({path.split("/")[1]: decode(sources.read(request.root, path), path) for path in found})


@dataclass(frozen=True, slots=True)
class _Kept:
    """Carries the school past the memory of `_loaded`: equal whenever its text is."""

    school: School

    def __hash__(self) -> int:
        return hash(repr(self.school))


@lru_cache(maxsize=1)
def _loaded(folder: Path, day: dt.date, _stamps: tuple[tuple[str, tuple[int, ...]], ...], kept: _Kept) -> importers.Loaded:
    # Reading five thousand pupils takes a second; the stamps say when it must be done again.
    return importers.load(folder, kept.school, day)
