"""One file of the website, not made yet: the call that makes it."""

from __future__ import annotations

from functools import partial
from hashlib import blake2b
from typing import NamedTuple


class Artifact(NamedTuple):
    """A file to be: `path` below public/, `call` that returns its bytes, and `key`, the fingerprint of all that the
    call depends on. Equal keys mean equal bytes ("a call is remembered by its call", DESIGN).

    `why` is a Dutch noun for `--explain` ("pagina", "lijst", "feed", …).
    """

    path: str
    call: partial[bytes]
    key: bytes
    why: str = "bestand"


def fingerprint(*parts: bytes | str | float | None) -> bytes:
    """Sixteen bytes that stand for `parts` in this order; each part is length-prefixed, so no two lists collide."""
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode()
        digest.update(len(data).to_bytes(4, "big"))
        digest.update(data)
    return digest.digest()
