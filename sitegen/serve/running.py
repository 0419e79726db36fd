"""Runs the preview until it is stopped: listen, build, open the browser, follow changes, notice a new day."""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.serve import guard
from sitegen.serve.desk import EditorDesk
from sitegen.serve.http import Server
from sitegen.serve.preview import Preview
from sitegen.serve.session import Session, today
from sitegen.serve.signals import Signals
from sitegen.watch.events import Watch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from sitegen.build import Result

_NEW_DAY_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Options:
    """What `sitegen serve` was asked. `polling`: look at the files again and again instead of waiting for events."""

    root: Path
    output: Path
    port: int = 8000
    day: dt.date | None = None
    open_browser: bool = True
    polling: bool = False


def run(options: Options, told: Callable[[str], None], said: Callable[[Result], None]) -> int:
    """Show the site until Ctrl-C; gives the exit status. `told` gets lines for the user, `said` each build's result."""
    return asyncio.run(_run(options, told, said))


async def _run(options: Options, told: Callable[[str], None], said: Callable[[Result], None]) -> int:
    signals = Signals(secrets.token_hex(4))
    session = Session(options.root, options.output, signals, said)
    preview = Preview(EditorDesk(session), signals, guard.new_token())
    server = Server(preview.answer)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: there Ctrl-C raises KeyboardInterrupt
            loop.add_signal_handler(number, stop.set)
    try:
        preview.port = await server.start(options.port)
    except OSError:
        told(f"sitegen: op poort {options.port} en de negentien daarna luistert al een ander programma. Kies een andere: sitegen serve --port 9000")
        return 2
    watch = Watch(options.root, options.output, (session.where.register,), polling=options.polling)
    watch.start()
    try:
        if options.day and options.day != today():
            await session.choose(options.day.isoformat())
        else:
            await session.build()
        address = f"http://127.0.0.1:{preview.port}"
        told(f"De website staat op {address}{session.public().base}")
        told(f"Met wat er is weggelaten: {address}{guard.PRIVATE}{preview.token}/ (alleen voor u)")
        told("Stoppen: Ctrl-C")
        if options.open_browser and has_display():
            _open(f"{address}{guard.PRIVATE}{preview.token}/")
        following = [asyncio.create_task(_follow(session, watch)), asyncio.create_task(_new_days(session))]
        await stop.wait()
        for task in following:
            task.cancel()
    finally:
        watch.stop()
        await server.stop()
        await session.close()
    return 0


async def _follow(session: Session, watch: Watch) -> None:
    while True:
        changed = await asyncio.to_thread(watch.wait)
        if not changed:
            return
        await session.build()
        watch.also((session.where.register,))


async def _new_days(session: Session) -> None:
    # Consent, drafts and expiry are judged by the day: at midnight the site may be another one.
    before = today()
    while True:
        await asyncio.sleep(_NEW_DAY_SECONDS)
        if today() != before:
            before = today()
            await session.build()


def has_display() -> bool:
    """Whether a browser could show itself here."""
    return sys.platform in {"darwin", "win32"} or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _open(address: str) -> None:
    import threading
    import webbrowser

    # Some browsers only return when they are closed.
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
