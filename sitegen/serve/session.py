"""One preview: the site as it is now, built again when something changes, on today or on another day.

Another day is built in a folder of its own, for its owner only and gone afterwards: what is meant for tomorrow never
gets into the output folder by looking at it.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.build import Request, Result, build
from sitegen.problem import Place, Problem
from sitegen.serve.public import Public
from sitegen.watch.where import Where, where
from sitegen.watch.worker import OwnFaultError, Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from sitegen.serve.signals import Signals

_COUNTED = ("fout", "waarschuwing")


class Session:
    """Holds what the preview shows. `said` is called with the result of each build that did something."""

    def __init__(self, root: Path, output: Path, signals: Signals, said: Callable[[Result], None]) -> None:
        self.root, self.output, self.signals, self._said = root, output, signals, said
        self.day: dt.date | None = None
        self.result = Result()
        self.worker = Worker()
        self.where = where(root) or Where("/", root / "register")
        self._other: Path | None = None
        self._turn = asyncio.Lock()

    def public(self) -> Public:
        """The site that is shown now."""
        return Public(self.output if self._other is None else self._other / "public", self.where.base)

    def request(self) -> Request:
        """The build that makes what is shown now."""
        if self._other is None or self.day is None:
            return Request(self.root, self.output, today())
        return Request(self.root, self._other / "public", self.day, private=self._other / "prive")

    async def build(self) -> Result:
        """Build what changed, and tell the open pages. Never raises: a fault of ours is a problem in the result."""
        async with self._turn:
            return await self._build()

    async def choose(self, day: str) -> None:
        """Show the site as on `day` (ISO); "" or nonsense is today."""
        wanted = None
        with suppress(ValueError):
            wanted = dt.date.fromisoformat(day)
        if wanted == today():
            wanted = None
        async with self._turn:
            if wanted != self.day:
                self.day = wanted
                self._leave()
                if wanted:
                    self._other = Path(tempfile.mkdtemp(prefix="sitegen-dag-"))
                await self._build(new=True)

    async def close(self) -> None:
        """End the other process and remove what another day left."""
        await asyncio.to_thread(self.worker.close)
        self._leave()

    async def _build(self, *, new: bool = False) -> Result:
        try:
            self.result = await asyncio.to_thread(self.worker.call, partial(build, self.request()))
        except OwnFaultError as error:
            self.result = Result(1, problems=(_own_fault(error),))
        self.where = where(self.root) or self.where
        result = self.result
        self.signals.tell(failing=len(self.faults()), new=new or bool(result.written or result.removed))
        if not result.unchanged:
            self._said(result)
        return result

    def faults(self) -> list[dict[str, object]]:
        """What stopped the last build, for the overlay; nothing when it was published."""
        result = self.result
        if result.status == 0:
            return []
        faults: list[dict[str, object]] = [
            {"plaats": str(one.place), "ernst": one.severity, "fout": one.fault, "wat_te_doen": one.remedy}
            for one in sorted(result.problems, key=lambda one: one.severity != "fout")
            if one.severity in _COUNTED
        ]
        faults += [
            {"plaats": f"{leak.file}:{leak.line}", "ernst": "fout", "fout": f"de eindcontrole vond iets dat niet openbaar mag: {leak.kind} ({leak.shown}).", "wat_te_doen": "Haal het uit de tekst. Ziet de tekst er goed uit, meld het dan."}
            for leak in result.leaks
        ]
        return faults

    def _leave(self) -> None:
        if self._other:
            shutil.rmtree(self._other, ignore_errors=True)
        self._other = None


def today() -> dt.date:
    """The school's own day."""
    return dt.date.today()  # noqa: DTZ011  where the program runs is where the school is


def _own_fault(error: OwnFaultError) -> Problem:
    return Problem(Place(""), "eigen-fout", f"er ging iets mis dat niet aan uw bestanden ligt ({error.kind}, {error.where}).", "De website is niet veranderd. Meld dit, met deze regel.")
