"""Builds whenever the author's files changed, and publishes when asked, until it is stopped."""

from __future__ import annotations

import datetime as dt
import signal
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from sitegen.build import CONTENT, PUBLISHED, Request, Result, build
from sitegen.problem import Place, Problem, SiteError
from sitegen.watch import notes
from sitegen.watch.events import Watch
from sitegen.watch.where import Where, where
from sitegen.watch.worker import OwnFaultError, Worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# How often to look whether it is another day, another builder is done, or the host is back.
_TICK_SECONDS = 20.0
_AGAIN_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Options:
    """What `sitegen watch` was asked. publish: sends the site on and gives a line for the user; raises SiteError."""

    root: Path
    output: Path
    strict: bool = False
    polling: bool = False
    publish: Callable[[], str] | None = None


def run(options: Options, told: Callable[[str], None], said: Callable[[Result], None]) -> int:
    """Watch until Ctrl-C or SIGTERM; gives the exit status. `told` gets lines for the user, `said` each build's result."""
    watcher = _Watcher(options, told, said)
    usual = signal.signal(signal.SIGTERM, _stop)
    try:
        watcher.follow()
    except KeyboardInterrupt:
        told("Gestopt. De website blijft staan zoals zij is.")
    finally:
        signal.signal(signal.SIGTERM, usual)
        watcher.close()
    return 0


def _stop(_number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


class _Watcher:
    """One watch: its worker, its ears, and what must be tried again."""

    def __init__(self, options: Options, told: Callable[[str], None], said: Callable[[Result], None]) -> None:
        self.options, self._told, self._said = options, told, said
        self._worker = Worker()
        place = where(options.root) or Where(register=options.root / "register")
        self._watch = Watch(options.root, options.output, (place.register,), polling=options.polling)
        self._day: dt.date | None = None
        self._again = 0.0

    def follow(self) -> None:
        """Build now, and then after every change and at midnight."""
        self._watch.start()
        self._told(f"sitegen let op {self.options.root}. Stoppen: Ctrl-C" + (" (dit is een netwerkschijf: er wordt steeds gekeken)" if self._watch.polling else ""))
        self._round()
        while True:
            changed = self._watch.wait(_TICK_SECONDS)
            if changed or today() != self._day or (self._again and time.monotonic() >= self._again):
                self._round()
                place = where(self.options.root)
                if place:
                    self._watch.also((place.register,))

    def close(self) -> None:
        """Let the builder finish, and stop listening."""
        self._watch.stop()
        self._worker.close()

    def _round(self) -> None:
        self._day = today()
        self._again = 0.0
        options = self.options
        try:
            result = self._worker.call(partial(build, Request(options.root, options.output, self._day, strict=options.strict)))
        except OwnFaultError as error:
            fault = f"er ging iets mis dat niet aan uw bestanden ligt ({error.kind}, {error.where})."
            result = Result(CONTENT, problems=(Problem(Place(""), "eigen-fout", fault, "De website is niet veranderd. Meld dit, met deze regel."),))
            self._later()
        busy = any(problem.code == "bouw-bezig" for problem in result.problems)
        if busy:
            self._later()
        else:
            notes.leave(options.root, result.problems)
        if not result.unchanged:
            self._said(result)
        if result.status == PUBLISHED and options.publish:
            self._publish(options.publish)

    def _publish(self, publish: Callable[[], str]) -> None:
        try:
            line = publish()
        except SiteError as error:
            for problem in error.problems:
                self._told(f"FOUT  {problem}")
            self._told("De website is gebouwd, maar nog niet verstuurd; dat wordt straks opnieuw geprobeerd.")
            self._later()
        else:
            if line:
                self._told(line)

    def _later(self) -> None:
        self._again = time.monotonic() + _AGAIN_SECONDS


def today() -> dt.date:
    """The school's own day."""
    return dt.date.today()  # noqa: DTZ011  where the program runs is where the school is
