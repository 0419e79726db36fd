"""Hears from the system which of the author's files changed. A hint only: the build compares stamps itself."""

from __future__ import annotations

import errno
import os
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from sitegen import sources
from sitegen.watch import drives
from sitegen.watch.quiet import USUAL, Pace, Quiet, Seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from watchdog.events import FileSystemEvent, FileSystemEventHandler
    from watchdog.observers.api import BaseObserver, ObservedWatch

TOP = (*sources.FOLDERS, "theme")
SETTINGS = "site.yaml"
POLL_SECONDS = 1.5

# Reading a file gives "opened" and "closed_no_write": whoever builds on those builds for ever (ECOSYSTEM §B9).
_WHOLE = {"closed", "moved", "deleted"}


class Watch:
    """Follows a site's folders, among them `also` (the register, wherever it lies), until `stop`."""

    def __init__(self, root: Path, output: Path, also: Iterable[Path] = (), *, polling: bool = False, pace: Pace = USUAL) -> None:
        self.root = os.path.realpath(root)
        self._output = os.path.realpath(output)
        self._also = tuple(os.path.realpath(folder) for folder in also)
        self.polling = polling or any(drives.on_network(folder) for folder in (root, *also))
        self._quiet = Quiet(_look, pace)
        self._condition = threading.Condition()
        self._stopped = False
        self._observer: BaseObserver | None = None
        self._watched: dict[str, tuple[ObservedWatch, int]] = {}

    def also(self, folders: Iterable[Path]) -> None:
        """Follow these folders outside the usual ones instead: site.yaml may have given the register another place."""
        self._also = tuple(os.path.realpath(folder) for folder in folders)
        self._follow()

    def start(self) -> None:
        """Begin to listen."""
        self._observer = _observer(polling=self.polling)
        self._observer.start()
        self._follow()

    def stop(self) -> None:
        """Stop listening; whoever waits is let go."""
        with self._condition:
            self._stopped = True
            self._condition.notify_all()
        if self._observer:
            self._observer.stop()
            self._observer.join(5)

    def wait(self, at_most: float | None = None) -> frozenset[str]:
        """The paths that changed, once it is quiet and they are whole; empty after `at_most` seconds or `stop`."""
        end = None if at_most is None else time.monotonic() + at_most
        with self._condition:
            while not self._stopped:
                now = time.monotonic()
                ready = self._quiet.ready(now)
                if ready:
                    break
                if end is not None and now >= end:
                    return frozenset()
                ends = [seconds for seconds in (self._quiet.wait(now), None if end is None else end - now) if seconds is not None]
                self._condition.wait(min(ends) if ends else None)
            else:
                return frozenset()
        self._follow()
        return ready

    def heard(self, event: FileSystemEvent) -> None:
        """Take an event of the system, if it is about the author's work."""
        kind = event.event_type
        if kind not in _WHOLE and kind != "created" and (kind != "modified" or event.is_directory or self._closes):
            return
        whole = kind in _WHOLE or event.is_directory
        for path in (event.src_path, event.dest_path if kind == "moved" else ""):
            text = os.fsdecode(path)
            if text and self.matters(text):
                with self._condition:
                    self._quiet.note(text, time.monotonic(), whole=whole)
                    self._condition.notify_all()

    @property
    def _closes(self) -> bool:
        # Linux says when a writer closes a file; elsewhere, and when polling, "modified" is all there is.
        return not self.polling and os.name == "posix" and os.path.exists("/proc")

    def matters(self, path: str) -> bool:
        """Whether a change to `path` can change the site."""
        for folder in self._also:
            if path == folder or path.startswith(folder + os.sep):
                return not _ignored(path[len(folder) :])
        if not path.startswith(self.root + os.sep):
            return False
        if path == self._output or path.startswith(self._output + os.sep):
            return False
        inside = path[len(self.root) + 1 :]
        return inside == SETTINGS or (inside.split(os.sep)[0] in TOP and not _ignored(inside))

    def _follow(self) -> None:
        # A folder that was removed and made again is another folder to the system: looked at anew after each change.
        wanted = [(self.root, False), *((os.path.join(self.root, name), True) for name in TOP), *((folder, True) for folder in self._also)]
        for folder, deep in wanted:
            try:
                number = os.stat(folder).st_ino
            except OSError:
                number = 0
            watched = self._watched.get(folder)
            if watched and watched[1] != number:
                with suppress(KeyError, OSError):
                    self._observe().unschedule(watched[0])
                del self._watched[folder]
            if number and (watched is None or watched[1] != number):
                try:
                    self._watched[folder] = (self._observe().schedule(_handler(self.heard), folder, recursive=deep), number)
                except OSError as error:
                    # The system has a limit to what it follows; then we look for ourselves.
                    if error.errno in {errno.ENOSPC, errno.EMFILE} and not self.polling:
                        self._poll()
                        return

    def _poll(self) -> None:
        self.polling = True
        self._observe().stop()
        self._watched.clear()
        self.start()

    def _observe(self) -> BaseObserver:
        assert self._observer is not None
        return self._observer


def _handler(heard: Callable[[FileSystemEvent], None]) -> FileSystemEventHandler:
    from watchdog.events import FileSystemEventHandler

    class Handler(FileSystemEventHandler):
        """Passes everything on."""

        def dispatch(self, event: FileSystemEvent) -> None:
            """Take an event of any kind."""
            heard(event)

    return Handler()


def _observer(*, polling: bool) -> BaseObserver:
    if not polling:
        from watchdog.observers import Observer

        return Observer()
    from watchdog.observers.polling import PollingObserver

    return PollingObserver(timeout=POLL_SECONDS)


def _ignored(inside: str) -> bool:
    return any(sources.ignored(part) for part in inside.split(os.sep) if part)


def _look(path: str) -> Seen:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
