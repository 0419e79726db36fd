"""A content's neutral name: what a file is called after what is in it, and how two readings of it are compared."""

from __future__ import annotations

from hashlib import blake2b


def digest(data: bytes) -> str:
    """Thirty-two hexadecimal digits that stand for `data`: equal digests, equal bytes."""
    return blake2b(data, digest_size=16).hexdigest()


def neutral(*parts: object) -> str:
    """Twenty hexadecimal digits for a public file name: they tell nothing about who is in the file."""
    return blake2b(repr(parts).encode(), digest_size=10).hexdigest()
