"""What the last successful build placed: whoever sends the site on compares every file with this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen import cache
from sitegen.build import state

if TYPE_CHECKING:
    from pathlib import Path


def digests(private: Path) -> dict[str, bytes]:
    """Every published path with the fingerprint of its verified bytes; empty when there is no finished build."""
    if not (private / "cache.db").exists():
        return {}
    ledger = cache.Ledger(private / "cache.db", state.program())
    try:
        known = state.known(ledger)
        return {} if known.inputs is None else {path: one.digest for path, one in known.outputs().items()}
    except cache.CacheDamagedError:
        return {}
    finally:
        ledger.close()
