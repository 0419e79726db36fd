"""What the ledger remembers of a published file. A module of its own: a build without changes needs no more of `making`."""

from __future__ import annotations

from typing import NamedTuple


class Output(NamedTuple):
    """What the ledger remembers of one published file: key of the call, digest, size and time (ns) as placed."""

    key: bytes
    digest: bytes
    size: int
    changed: int
