"""A small HTTP server for one machine: one loop, no thread per visitor, every wait with an end.

The standard library's threading server follows links, keeps a thread for each open connection and waits for ever; a
preview with event streams needs none of that. Only what browsers send to a preview is understood: GET, HEAD and short
POSTs, one request a connection.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

MAX_HEAD = 16_384
MAX_BODY = 65_536
# Browsers open six connections a site; a thousand leaves room for many forgotten tabs and none for a flood.
MAX_OPEN = 1_200
HEAD_SECONDS = 10.0
WRITE_SECONDS = 20.0

_REQUEST_LINE = re.compile(rb"([A-Z]{1,16}) (/[!-~]{0,8000}) HTTP/1\.[01]\Z")
_HEADER = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):[ \t]*([\t -~\x80-\xff]*?)[ \t]*\Z")


class BadRequestError(Exception):
    """The bytes of a client are not a request; `status` is the answer."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(str(status))


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came. `path` is decoded and may hold anything; headers have lower-case names."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. With `stream`, its pieces are sent as they come after `body`, for as long as the client listens."""

    status: int
    body: bytes = b""
    content_type: str = "text/plain; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    stream: AsyncIterator[bytes] | None = None


Answer = Callable[[Request], Awaitable[Response]]


def parse(head: bytes) -> Request:
    """The request in `head` (request line and headers, without the empty line). Raises BadRequestError."""
    lines = head.split(b"\r\n")
    found = _REQUEST_LINE.match(lines[0])
    if not found:
        raise BadRequestError(400)
    headers: dict[str, str] = {}
    for line in lines[1:]:
        header = _HEADER.match(line)
        if not header:
            raise BadRequestError(400)
        name = header[1].decode("ascii").lower()
        if name in headers and name in {"host", "origin", "content-length"}:
            raise BadRequestError(400)
        headers[name] = header[2].decode("latin-1")
    if "transfer-encoding" in headers:
        raise BadRequestError(411)
    target, _, query = found[2].decode("ascii").partition("?")
    try:
        path = unquote_to_bytes(target).decode("utf-8")
    except UnicodeDecodeError:
        raise BadRequestError(400) from None
    return Request(found[1].decode("ascii"), path, query, headers)


class Server:
    """Listens on the loopback address and gives every request to `answer`."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._open = 0
        self._server: asyncio.Server | None = None
        self._visitors: set[asyncio.Task[None]] = set()

    async def start(self, port: int, attempts: int = 20) -> int:
        """Listen on `port`, or on the next free one; gives the port. Raises OSError when none of them is free."""
        for number in range(port, port + attempts):
            try:
                self._server = await asyncio.start_server(self._visit, "127.0.0.1", number, limit=MAX_HEAD)
            except OSError:
                if number + 1 == port + attempts:
                    raise
                continue
            return int(self._server.sockets[0].getsockname()[1])
        raise OSError(port)

    async def stop(self) -> None:
        """Stop listening and let go of everyone who still hangs on."""
        if self._server:
            self._server.close()
        for visitor in list(self._visitors):
            visitor.cancel()
        await asyncio.gather(*self._visitors, return_exceptions=True)

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task:
            self._visitors.add(task)
            task.add_done_callback(self._visitors.discard)
        self._open += 1
        try:
            if self._open > MAX_OPEN:
                await _send(writer, Response(503, b"Te veel open verbindingen. Sluit een paar tabbladen."), "GET")
                return
            await self._one(reader, writer)
        except (ConnectionError, TimeoutError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._open -= 1
            writer.close()
            with suppress(ConnectionError, TimeoutError, asyncio.CancelledError):
                await asyncio.wait_for(writer.wait_closed(), 1)

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        method = "GET"
        try:
            async with asyncio.timeout(HEAD_SECONDS):
                request = await _receive(reader)
            method = request.method
            response = await self._answer(request)
        except BadRequestError as error:
            response = Response(error.status, HTTPStatus(error.status).phrase.encode())
        await _send(writer, response, method)


async def _receive(reader: asyncio.StreamReader) -> Request:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.LimitOverrunError:
        raise BadRequestError(431) from None
    request = parse(head[:-4])
    length = request.headers.get("content-length", "0")
    if not re.fullmatch(r"\d{1,9}", length, re.ASCII):
        raise BadRequestError(400)
    if int(length) > MAX_BODY:
        raise BadRequestError(413)
    body = await reader.readexactly(int(length))
    return Request(request.method, request.path, request.query, request.headers, body)


async def _send(writer: asyncio.StreamWriter, response: Response, method: str) -> None:
    headers = {
        "Content-Type": response.content_type,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
        **response.headers,
        "Connection": "close",
    }
    if response.stream is None:
        headers["Content-Length"] = str(len(response.body))
    lines = [f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}", *(f"{name}: {value}" for name, value in headers.items())]
    writer.write("\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n")
    if method != "HEAD":
        writer.write(response.body)
    await asyncio.wait_for(writer.drain(), WRITE_SECONDS)
    if response.stream is not None and method != "HEAD":
        async for piece in response.stream:
            writer.write(piece)
            await asyncio.wait_for(writer.drain(), WRITE_SECONDS)
