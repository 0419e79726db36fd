"""Puts a cleared page away in the ledger and takes it back. The only way but the pass to a `Cleared`."""

from __future__ import annotations

import marshal
from hashlib import blake2b
from typing import Any, cast

from markupsafe import Markup

from sitegen.privacy.cleared import A, Cleared, ClearedFile, ClearedPicture
from sitegen.privacy.seal import SEAL

_MAGIC = b"cleared1"
_DIGEST = 16


def put(cleared: Cleared[A]) -> bytes:
    """The page as bytes: a mark, a check sum and plain tuples."""
    pictures = tuple((one.key, one.path, one.digest, one.size, one.alt, one.blur, one.share) for one in cleared.pictures)
    files = tuple((one.key, one.path, one.digest, one.name, one.redacted) for one in cleared.files)
    body = marshal.dumps((
        cleared.audience.__name__, cleared.kind, cleared.source, cleared.address, cleared.title, dict(cleared.words), str(cleared.body), pictures, files,
    ))
    return _MAGIC + blake2b(body, digest_size=_DIGEST).digest() + body


def take(data: bytes, audience: type[A]) -> Cleared[A]:
    """The page that `put` put away for `audience`. Raises ValueError for damaged data or another audience."""
    start = len(_MAGIC) + _DIGEST
    body = data[start:]
    if not data.startswith(_MAGIC) or blake2b(body, digest_size=_DIGEST).digest() != data[len(_MAGIC) : start]:
        message = "de bewaarde pagina is beschadigd"
        raise ValueError(message)
    try:
        # S302: the check sum above guards against damage; the ledger is as private as the register beside it.
        name, kind, source, address, title, words, text, pictures, files = cast("tuple[Any, ...]", marshal.loads(body))  # noqa: S302
    except (EOFError, TypeError, ValueError) as error:
        message = "de bewaarde pagina is beschadigd"
        raise ValueError(message) from error
    if name != audience.__name__:
        message = "de bewaarde pagina is voor een ander publiek"
        raise ValueError(message)
    return Cleared(
        audience, kind, source, address, title, words, Markup(text),  # noqa: S704 -- put away by the pass
        tuple(ClearedPicture(*one) for one in pictures), tuple(ClearedFile(*one) for one in files), SEAL,
    )
