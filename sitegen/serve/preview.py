"""Answers the browser: the public site as a host would, and beside it, behind the token, what only the school may see."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, Protocol
from urllib.parse import parse_qs, quote

from sitegen.serve import guard
from sitegen.serve.http import Response
from sitegen.serve.inject import POLICY, injected
from sitegen.serve.public import TYPES, content_type

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from sitegen.serve.http import Request
    from sitegen.serve.public import Public
    from sitegen.serve.signals import Signals

# The preview's own files: these names and no other.
ASSETS = ("voorbeeld.js", "start.js", "redactie.js", "redactie.css")
_OWN = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    # The token stands in the address: no other site may hear it. ("no-referrer" would make our own forms say "Origin: null".)
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
_REPORT = {**_OWN, "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"}


class Desk(Protocol):
    """What the private pages show; every text is Dutch, every page whole HTML."""

    def public(self) -> Public:
        """The site that is shown now."""

    def faults(self) -> list[dict[str, object]]:
        """What is wrong with the last build."""

    async def overview(self, wanted: str) -> str:
        """Every page with what was taken from it; `wanted`: words to look for."""

    async def page(self, wanted: str) -> str:
        """One page, by its address on the site or its source, with what was removed marked."""

    async def picture(self, source: str, key: str) -> tuple[bytes, str] | None:
        """A picture that may appear, as it lies in the author's folder, and its name."""

    async def report(self) -> str:
        """The whole report."""

    async def choose(self, day: str) -> None:
        """Show the site as on another day; "" is today."""


class Preview:
    """Answers requests, once `port` is known."""

    def __init__(self, desk: Desk, signals: Signals, token: str) -> None:
        self.desk, self.signals, self.token = desk, signals, token
        self.port = 0
        self._private: Mapping[str, Callable[[Mapping[str, str]], Awaitable[Response]]] = {
            "": self._start, "fouten": self._faults, "redactie": self._overview, "pagina": self._page, "foto": self._picture, "rapport": self._report,
        }

    async def answer(self, request: Request) -> Response:
        """The response to a request; refuses what isn't from this machine's own browser."""
        refused = guard.refusal(request, self.port)
        if refused:
            return refused
        if not request.path.startswith(guard.PRIVATE):
            return self._public(request)
        first, _, rest = request.path.removeprefix(guard.PRIVATE).partition("/")
        if not rest and first in ASSETS:
            return Response(200, resources.files("sitegen.serve").joinpath("static", first).read_bytes(), content_type(first))
        if not rest and first == "signalen":
            return Response(200, b"", "text/event-stream; charset=utf-8", {"X-Accel-Buffering": "no"}, stream=self.signals.follow())
        if not guard.same(first, self.token):
            return Response(404, b"Deze pagina is er niet (meer). Open het voorbeeld opnieuw.")
        fields = {name: values[-1] for name, values in parse_qs(request.query, keep_blank_values=True, max_num_fields=10).items()}
        if request.method == "POST":
            return await self._post(rest, request.body)
        handler = self._private.get(rest)
        return await handler(fields) if handler else Response(404, b"Deze pagina is er niet.")

    def _public(self, request: Request) -> Response:
        if request.method == "POST":
            return Response(405, b"", headers={"Allow": "GET, HEAD"})
        response = self.desk.public().answer(request.path)
        if response.content_type != TYPES[".html"]:
            return response
        return Response(response.status, injected(response.body, self.signals.version), response.content_type, {**response.headers, "Content-Security-Policy": POLICY})

    async def _post(self, path: str, body: bytes) -> Response:
        if path != "dag":
            return Response(404, b"")
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=10)
        await self.desk.choose(fields.get("dag", [""])[-1])
        # Only to a page of our own: the form names one of these, nothing else.
        back = fields.get("terug", ["redactie"])[-1]
        return Response(303, b"", headers={"Location": f"{guard.PRIVATE}{self.token}/{back if back in self._private else 'redactie'}"})

    async def _start(self, _fields: Mapping[str, str]) -> Response:
        base = quote(self.desk.public().base, safe="/")
        page = f'<!doctype html><html lang="nl" data-naar="{base}"><meta charset="utf-8"><title>Voorbeeld</title><script src="/_sitegen/start.js"></script><p><a href="{base}">Naar het voorbeeld</a></p></html>'
        return _html(page)

    async def _faults(self, _fields: Mapping[str, str]) -> Response:
        return Response(200, json.dumps(self.desk.faults(), ensure_ascii=False).encode(), TYPES[".json"], _OWN)

    async def _overview(self, fields: Mapping[str, str]) -> Response:
        return _html(await self.desk.overview(fields.get("zoek", "")))

    async def _page(self, fields: Mapping[str, str]) -> Response:
        return _html(await self.desk.page(fields.get("adres", "")))

    async def _picture(self, fields: Mapping[str, str]) -> Response:
        found = await self.desk.picture(fields.get("bron", ""), fields.get("sleutel", ""))
        if found is None:
            return Response(404, b"")
        data, name = found
        # An SVG opened on its own may hold a script; in a sandbox it can't do anything.
        return Response(200, data, content_type(name), {**_OWN, "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'"})

    async def _report(self, _fields: Mapping[str, str]) -> Response:
        return _html(await self.desk.report(), _REPORT)


def _html(page: str, headers: Mapping[str, str] = _OWN) -> Response:
    return Response(200, page.encode(), TYPES[".html"], headers)
