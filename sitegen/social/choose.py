"""Which item is next, how long nothing was placed, and what must come down again."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.social import schooldays

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from sitegen.privacy.cleared import ClearedPicture
    from sitegen.school import School
    from sitegen.social.items import Item
    from sitegen.social.networks import Network
    from sitegen.social.posted import Book

REMIND_DAYS = 10
# The protocol: about once a week.
EVERY_DAYS = 7
# So many days a post that stands on some networks waits for the others.
_UNFINISHED = 3


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A picture that was posted and may not be shown any more: where it must be taken down by hand."""

    item: str
    picture: str
    networks: Mapping[str, str]


def waiting(items: Sequence[Item], book: Book, asked: Sequence[Network], day: dt.date) -> tuple[Item, ...]:
    """What wasn't placed yet, not skipped, and has something to say. The best topic of each letter, the oldest letter first; then the other topics;
    last those of letters of which something stands already: about one post a week is one a letter. Best is a topic with a
    picture, then one with a heading. What was placed on some of the networks these days goes before all: the rest may follow.
    """
    wanted = {network.id for network in asked}
    begun = {one.partition(".")[0] for one, posted in book.items.items() if posted.networks}
    lately = (day - dt.timedelta(days=_UNFINISHED)).isoformat()
    half = {name for name, posted in book.items.items() if posted.networks and max(posted.networks.values()) >= lately and not wanted <= set(posted.networks)}
    left = [one for one in items if (one.sentences or one.pictures) and not book.of(one.id).skipped and (one.id in half or not book.of(one.id).networks) and (one.id == one.letter or not book.of(one.letter).networks)]
    best: dict[str, Item] = {}
    for one in left:
        known = best.get(one.letter)
        if known is None or _worth(one) > _worth(known):
            best[one.letter] = one
    return tuple(sorted(left, key=lambda one: (one.id not in half, one.letter in begun, best[one.letter] is not one, one.date, one.letter, *(not good for good in _worth(one)))))


def _worth(item: Item) -> tuple[bool, bool]:
    return bool(item.pictures), not item.id.endswith(".begin")


def silence(book: Book, day: dt.date, school: School, free: AbstractSet[str] = frozenset()) -> int:
    """How many days nothing was placed, `free` days not counted, when that is longer than `social: reminder_days:`; else 0."""
    settings = school.settings.get("social")
    limit = settings.get("reminder_days", REMIND_DAYS) if isinstance(settings, dict) else REMIND_DAYS
    last = book.last()
    days = schooldays.since(last, day, free) if last else 0
    return days if isinstance(limit, int) and days > limit else 0


def withdrawn(items: Sequence[Item], book: Book, root: Path) -> tuple[Withdrawn, ...]:
    """Pictures that went along with a post and may not be shown any more. `items` hold every letter that `book` names."""
    may = {site_path(shown.picture, root) for item in items for shown in item.pictures}
    return tuple(Withdrawn(name, picture, posted.networks) for name, posted in book.items.items() if posted.networks for picture in posted.pictures if picture not in may)


def site_path(picture: ClearedPicture, root: Path) -> str:
    """Where a picture lies in the site."""
    return os.path.relpath(picture.path, root).replace(os.sep, "/")
