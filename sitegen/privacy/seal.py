"""The mark that only the pass can set on a page."""

from typing import final


@final
class Seal:
    """Proof of having gone through the pass; only `privacy.gate` and `privacy.shelf` may hold the one instance."""

    __slots__ = ()


SEAL = Seal()
