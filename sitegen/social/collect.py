"""What could be posted: recent newsletters, dated pages and the inbox, cleared for the audience of social media.

Stricter than the site (domain.md §6.2): another consent for pictures, and no child's name in the text at all unless
`social: first_names: true` is set and the parents agree to a first name with a photo.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen import importers, readers, sources
from sitegen.build.beside import Beside
from sitegen.decoding import decode
from sitegen.privacy import gate
from sitegen.privacy.cleared import Social
from sitegen.problem import Problem, SiteError
from sitegen.readers import address, media
from sitegen.school import register_of
from sitegen.siteyaml import parse
from sitegen.social.inbox import FOLDER, received
from sitegen.social.items import items, letter_of
from sitegen.social.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sitegen.draft import Draft
    from sitegen.register import Register
    from sitegen.school import School
    from sitegen.social.items import Item

# Older news is no news.
RECENT_DAYS = 28


@dataclass(frozen=True, slots=True)
class Collected:
    """All items, oldest first, the school, photos in the inbox that belong to no text, and what was wrong."""

    items: tuple[Item, ...]
    school: School
    loose: tuple[str, ...]
    problems: tuple[Problem, ...]


def collect(root: Path, day: dt.date, wanted: Iterable[str] = ()) -> Collected:
    """Items of the last weeks, and those of the letters in `wanted` however old. Raises SiteError."""
    school, problems = parse(decode(sources.read(root, "site.yaml"), "site.yaml"))
    loaded = importers.load(register_of(root, school), school, day)
    faults = [one for one in loaded.problems if one.severity == "fout"]
    if faults:
        raise SiteError(faults)
    files = {**sources.find(root).files, **sources.find(root, (FOLDER,)).files}
    beside = Beside(root, files, {})
    earliest = (day - dt.timedelta(days=RECENT_DAYS)).isoformat()
    inbox = received(files, beside)
    unread = list(inbox.problems)
    letters = frozenset(one.partition(".")[0] for one in wanted if one)
    drafts = [*_news(files, beside, earliest, letters, unread), *inbox.drafts]
    names = Names(loaded.register, school)
    found = [item for draft in drafts if _due(draft, day.isoformat()) for item in _items(draft, loaded.register, school, names)]
    return Collected(tuple(sorted(found, key=lambda one: (one.date, one.letter))), school, inbox.loose, (*problems, *unread))


def _news(files: dict[str, sources.Stamp], beside: Beside, earliest: str, wanted: frozenset[str], unread: list[Problem]) -> Iterator[Draft]:
    days = {one[:10] for one in wanted}
    for path in sorted(sources.pages(files)):
        if not path.startswith(("newsletters/", "content/")):
            continue
        changed = dt.datetime.fromtimestamp(files[path][0] / 1e9, tz=dt.UTC).astimezone().date().isoformat()
        beside.begin()
        # The name of a letter tells its day: the old ones needn't be read. Its address may lose a surname in the pass.
        date = address.of(path).date
        if date and date < earliest and date not in days:
            continue
        try:
            reading = readers.read(path, beside.text(path), changed, beside)
        except SiteError as error:
            unread.extend(error.problems)
            continue
        # A page that takes its text from the schoolgids is no news; the build says what is wrong with it.
        unread.extend(one for one in reading.problems if reading.draft is None and one.severity == "fout" and path.startswith("newsletters/"))
        draft = reading.draft
        if draft is not None:
            date = str(draft.words.get("date") or "")
            if draft.address and (date >= earliest or date in days or letter_of(draft.kind, date, draft.address) in wanted):
                yield draft


def _due(draft: Draft, day: str) -> bool:
    words = draft.words
    return not words.get("draft") and str(words.get("publish_on") or "") <= day and str(words.get("date") or "") <= day and not (words.get("expires_on") and str(words["expires_on"]) <= day)


def _items(draft: Draft, register: Register, school: School, names: Names) -> tuple[Item, ...]:
    near = register.about(draft.page_words, *media.asked(draft))
    cleared, findings = gate.clear(draft, near, school, Social)
    doubt = sum(one.verdict == "nakijken" for one in findings)
    where = {"newsletter": "nieuwsbrieven/", "page": ""}.get(draft.kind)
    site = draft.address[:1] != (FOLDER,) and where is not None and school.base_url
    url = f"{school.base_url}/{where}{'/'.join(cleared.address)}/" if site else ""
    return items(cleared, url, names, school, len(draft.pictures) - len(cleared.pictures), doubt)
