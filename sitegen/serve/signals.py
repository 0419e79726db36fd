"""Tells open pages that there is something new: Server-Sent Events, without a secret in them.

A signal says which version the site has and whether the last build failed; what is wrong stays behind the token.
"""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

BREATH_SECONDS = 15.0


class Signals:
    """The state that pages follow. Everyone who listens gets the newest state; what they missed in between is no loss."""

    def __init__(self, start: str) -> None:
        self._start = start
        self._count = 0
        self._failing = 0
        self._changed = asyncio.Event()

    @property
    def version(self) -> str:
        """Stands for the site as it is now."""
        return f"{self._start}-{self._count}"

    def tell(self, *, failing: int, new: bool) -> None:
        """Say that a build ended: `failing` faults, and whether the site is `new`."""
        if new:
            self._count += 1
        elif failing == self._failing == 0:
            return
        self._failing = failing
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def follow(self) -> AsyncIterator[bytes]:
        """The state now and each next one, as an event stream; a comment now and then finds out who left."""
        yield b"retry: 1000\n\n"
        while True:
            changed = self._changed
            yield f"data: {json.dumps({'versie': self.version, 'fouten': self._failing})}\n\n".encode()
            while True:
                try:
                    await asyncio.wait_for(changed.wait(), BREATH_SECONDS)
                    break
                except TimeoutError:
                    yield b": adem\n\n"
