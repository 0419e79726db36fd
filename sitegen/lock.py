"""One builder at a time. The lock is the operating system's: a builder that died has let go of it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def only_one(private: Path, wait: float = 10.0) -> Iterator[None]:
    """Hold the site's lock. Waits at most `wait` seconds for another builder, then raises SiteError with its number."""
    import time

    private.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = private / "bouw.lock"
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        end = time.monotonic() + wait
        while not _lock(descriptor):
            if time.monotonic() > end:
                other = path.read_text(encoding="utf-8", errors="replace").strip() or "onbekend"
                raise SiteError([Problem(Place(".sitegen/bouw.lock"), "bouw-bezig", f"er loopt al een bouw van deze website (proces {other}).", "Wacht tot die klaar is, of stop dat proces.")])
            time.sleep(0.05)
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
