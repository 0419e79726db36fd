"""An edition becomes artifacts: the table of outputs, in the order in which they run.

Each is a function of the edition and the theme that says which files there will be and what each depends on; none of
them makes anything yet, and none can name a draft, a register or a child.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitegen.outputs.appearance import appearance
from sitegen.outputs.calendar import calendar
from sitegen.outputs.feeds import feeds
from sitegen.outputs.guidebook import guidebook
from sitegen.outputs.guides import guides
from sitegen.outputs.home import home
from sitegen.outputs.lists import lists
from sitegen.outputs.pages import pages
from sitegen.outputs.redirects import free, redirects
from sitegen.outputs.search import search
from sitegen.outputs.shown import shown
from sitegen.outputs.sitemap import sitemap
from sitegen.outputs.tags import topics
from sitegen.outputs.wellknown import wellknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sitegen.artifact import Artifact
    from sitegen.edition import Edition
    from sitegen.privacy.cleared import Site
    from sitegen.theme import Theme

    Output = Callable[[Edition[Site], Theme], Iterable[Artifact]]

OUTPUTS: tuple[Output, ...] = (home, pages, lists, guides, guidebook, topics, calendar, search, feeds, sitemap, shown, redirects, wellknown, appearance)

# These know the former addresses; what those may be depends on all other files.
_LAST: tuple[Output, ...] = (redirects, wellknown)


def artifacts(edition: Edition[Site], theme: Theme) -> list[Artifact]:
    """Every file of the site, as an artifact each. A former address never takes the place of another file."""
    found = [one for output in OUTPUTS if output not in _LAST for one in output(edition, theme)]
    if edition.redirects:
        taken = [one.path for one in (*found, *wellknown(edition, theme))]
        edition = replace(edition, redirects=free(edition.redirects, taken))
    return [*found, *(one for output in OUTPUTS if output in _LAST for one in output(edition, theme))]
