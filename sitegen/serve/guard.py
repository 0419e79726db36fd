"""Who may see what: only this machine's own browser, on this address, and private pages only with their token.

A page elsewhere on the internet can make a browser ask for anything; DNS rebinding can make it look like its own site.
So the Host header must be ours (else 421) and nothing private is given to another origin (403).
"""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING

from sitegen.serve.http import Response

if TYPE_CHECKING:
    from sitegen.serve.http import Request

PRIVATE = "/_sitegen/"
_NAMES = ("127.0.0.1", "localhost")


def new_token() -> str:
    """A token nobody can guess."""
    return secrets.token_urlsafe(24)


def refusal(request: Request, port: int) -> Response | None:
    """The answer to a request that must not be served at all, or None."""
    host = request.headers.get("host")
    if host is None:
        return Response(400, b"Geen Host.")
    if host.lower() not in {f"{name}:{port}" for name in _NAMES}:
        return Response(421, b"Dit voorbeeld is alleen op deze computer te zien.")
    if request.method not in {"GET", "HEAD", "POST"}:
        return Response(405, b"", headers={"Allow": "GET, HEAD, POST"})
    if request.path.startswith(PRIVATE) and not _from_here(request, port):
        return Response(403, b"Dit is alleen vanuit het voorbeeld zelf te openen.")
    return None


def _from_here(request: Request, port: int) -> bool:
    origin = request.headers.get("origin")
    if origin is not None and origin.lower() not in {f"http://{name}:{port}" for name in _NAMES}:
        return False
    if request.method == "POST" and origin is None:
        return False
    # "none": typed, bookmarked, or opened by sitegen itself.
    return request.headers.get("sec-fetch-site", "none") in {"none", "same-origin"}


def same(given: str, token: str) -> bool:
    """Whether a token is the right one, in a time that doesn't tell how much of it is."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())
