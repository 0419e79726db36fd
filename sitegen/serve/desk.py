"""The editor's view of a session: asks the other process, shows the answer, keeps nothing."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from sitegen.serve import editing, pages
from sitegen.serve.session import today
from sitegen.watch.worker import OwnFaultError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sitegen.serve.public import Public
    from sitegen.serve.session import Session

R = TypeVar("R")


class EditorDesk:
    """What only the school may see, of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def public(self) -> Public:
        """Give the site that is shown now."""
        return self._session.public()

    def faults(self) -> list[dict[str, object]]:
        """Give what is wrong with the last build."""
        return self._session.faults()

    async def overview(self, wanted: str) -> str:
        """Give every page with what was taken from it."""
        return await self._page(lambda lines: pages.overview(lines, self._frame(), wanted), partial(editing.overview, self._session.request()))

    async def page(self, wanted: str) -> str:
        """Give one page, by its address on the site or its source."""
        inside = wanted.removeprefix(self._session.where.base) if wanted.startswith("/") else wanted
        return await self._page(
            lambda seen: pages.one(seen, self._frame()) if seen else pages.missing(inside, self._frame()), partial(editing.page, self._session.request(), inside),
        )

    async def picture(self, source: str, key: str) -> tuple[bytes, str] | None:
        """Give a picture that may appear."""
        try:
            return await self._ask(partial(editing.picture, self._session.request(), source, key))
        except OwnFaultError:
            return None

    async def report(self) -> str:
        """Give the whole report."""
        return await self._page(lambda text: text or pages.fault("Er is nog geen rapport: de website is nog niet gebouwd.", self._frame()), partial(editing.report, self._session.request()))

    async def choose(self, day: str) -> None:
        """Show the site as on another day."""
        await self._session.choose(day)

    async def _page(self, show: Callable[[R], str], task: partial[R]) -> str:
        try:
            return show(await self._ask(task))
        except OwnFaultError as error:
            return pages.fault(f"Er ging iets mis dat niet aan uw bestanden ligt ({error.kind}, {error.where}).", self._frame())

    async def _ask(self, task: partial[R]) -> R:
        return await asyncio.to_thread(self._session.worker.call, task)

    def _frame(self) -> pages.Frame:
        session = self._session
        return pages.Frame(session.where.base, session.day or today(), session.day is None, len(session.faults()))
