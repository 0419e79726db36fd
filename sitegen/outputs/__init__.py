"""An edition becomes artifacts: the table of outputs, in the order in which they run.

Each is a function of the edition and the theme that says which files there will be and what each depends on; none of
them makes anything yet, and none can name a draft, a register or a child.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.outputs.appearance import appearance
from sitegen.outputs.calendar import calendar
from sitegen.outputs.feeds import feeds
from sitegen.outputs.guidebook import guidebook
from sitegen.outputs.guides import guides
from sitegen.outputs.home import home
from sitegen.outputs.lists import lists
from sitegen.outputs.pages import pages
from sitegen.outputs.redirects import redirects
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
