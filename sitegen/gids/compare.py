"""Two editions side by side: which chapters are new, gone, moved or changed, and which sentences changed in them."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sitegen.gids.heirs import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sitegen.gids.chapter import Chapter, Sentence

# Two sentences that share so much are one sentence that changed; less, and one went and another came.
_ALIKE = 0.55
# One sentence in the place of one other, under the same heading, is sooner the same one.
_IN_PLACE = 0.3


class Change(NamedTuple):
    """A sentence that changed, came (`before` is "") or went (`after` is ""), and the heading it stands under."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A chapter in both editions. kind: "nieuw", "weg", "gewijzigd" or "gelijk". before, after: its titles, "" when it
    isn't there. moved: it has another place among the others. heir: for one that is gone, the title that comes nearest.
    """

    kind: str
    before: str
    after: str
    changes: tuple[Change, ...] = ()
    moved: bool = False
    heir: str = ""

    @property
    def renamed(self) -> bool:
        """Whether it has another title now."""
        return bool(self.before and self.after and self.before != self.after)


def compare(old: Sequence[Chapter], new: Sequence[Chapter]) -> tuple[Difference, ...]:
    """What changed from `old` to `new`, in the order of the new edition; what is gone stands at the end."""
    pairs = _pairs(old, new)
    taken = {one.file for one in pairs.values()}
    moved = _moved([(pairs[one.slug].file, [chapter.file for chapter in old].index(pairs[one.slug].file)) for one in new if one.slug in pairs])
    result = []
    for one in new:
        was = pairs.get(one.slug)
        if was is None:
            result.append(Difference("nieuw", "", one.title, tuple(Change(part.heading, "", part.text) for part in one.sentences)))
            continue
        changes = tuple(_changes(was.sentences, one.sentences))
        kind = "gewijzigd" if changes or was.title != one.title else "gelijk"
        result.append(Difference(kind, was.title, one.title, changes, was.file in moved))
    titles = {one.slug: one.title for one in new}
    for one in old:
        if one.file not in taken:
            slug, _ = nearest(one.outline, [other.outline for other in new])
            result.append(Difference("weg", one.title, "", tuple(Change(part.heading, part.text, "") for part in one.sentences), heir=titles.get(slug, "")))
    return tuple(result)


def facts(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Change, ...]:
    """Which facts and dates of _gids.yaml changed; the school year itself does not count."""
    names = [name for name in dict.fromkeys([*new, *old]) if name not in {"schooljaar", "titel"} and not name.startswith("erfgenaam:")]
    return tuple(Change(name.removeprefix("feit:").replace("_", " "), old.get(name, ""), new.get(name, "")) for name in names if old.get(name, "") != new.get(name, ""))


def _pairs(old: Sequence[Chapter], new: Sequence[Chapter]) -> dict[str, Chapter]:
    """For each new chapter that was there already, the old one: by address, then by looks."""
    by_slug = {one.slug: one for one in old}
    pairs = {one.slug: by_slug[one.slug] for one in new if one.slug in by_slug}
    loose = [one for one in new if one.slug not in pairs]
    for was in old:
        if was.slug in pairs:
            continue
        heir, _ = nearest(was.outline, [one.outline for one in loose])
        if heir and heir not in pairs:
            pairs[heir] = was
    return pairs


def _moved(places: Sequence[tuple[str, int]]) -> set[str]:
    """Who left the order: all but the longest row that kept it, so that one chapter put forward is one that moved."""
    best: list[list[tuple[str, int]]] = []
    for file, at in places:
        longest = max((row for row in best if row[-1][1] < at), key=len, default=[])
        best.append([*longest, (file, at)])
    kept = {file for file, _ in max(best, key=len, default=[])}
    return {file for file, _ in places} - kept


def _changes(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Change]:
    matcher = difflib.SequenceMatcher(None, [one.text for one in old], [one.text for one in new], autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            yield from _paired(old[first:last], new[start:end])


def _paired(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Change]:
    at = 0
    enough = _IN_PLACE if len(old) == len(new) == 1 and old[0].heading == new[0].heading else _ALIKE
    for one in old:
        scores = [(difflib.SequenceMatcher(None, one.text.split(), other.text.split(), autojunk=False).ratio(), place) for place, other in enumerate(new[at:], at)]
        score, place = max(scores, key=lambda found: (found[0], -found[1]), default=(0.0, 0))
        if score < enough:
            yield Change(one.heading, one.text, "")
            continue
        yield from (Change(other.heading, "", other.text) for other in new[at:place])
        yield Change(new[place].heading, one.text, new[place].text)
        at = place + 1
    yield from (Change(other.heading, "", other.text) for other in new[at:])
