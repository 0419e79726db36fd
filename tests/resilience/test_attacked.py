"""The preview server under attack: other origins, broken headers, a thousand listeners, slow ones (ECOSYSTEM C1.21)."""

from __future__ import annotations

import contextlib
import socket
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.resilience.counting import Loop, dice

if TYPE_CHECKING:
    from tests.serve.test_preview import Served

SECRETS = ("Hoekzema", "Meulen", "school:", "root:", "geheimconcept", "Leerlingnummer")
HOSTS = ("kwaad.example", "127.0.0.1", "127.0.0.1:1", "localhost", "localhost.kwaad.example:{port}", "0.0.0.0:{port}", "[::1]:{port}", "127.1:{port}", "2130706433:{port}", "127.0.0.1:{port}.kwaad.example", "kwaad.example:{port}", "127.0.0.1:{port}@kwaad.example", "127.0.0.1%00:{port}", "127.0.0.1:{port}:{port}", "", " ", "http://127.0.0.1:{port}")
ORIGINS = ("https://kwaad.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "https://127.0.0.1:{port}", "http://127.0.0.1.kwaad.example:{port}", "http://kwaad.example@127.0.0.1:{port}", "http://localhost:{port}.kwaad.example", "file://", "http://[::", "javascript:0", "", "x" * 3000, "http://127.0.0.1:{port}/", "http://127.0.0.1:{port} http://kwaad.example")
ROADS = ("/../site.yaml", "/%2e%2e/site.yaml", "/..%2f..%2fetc/passwd", "/..\\site.yaml", "//etc/passwd", "/./../site.yaml", "/%2e%2e%5csite.yaml", "/index.html/../../site.yaml", "/%00", "/a%00.html", "/CON", "/.sitegen/report.json", "/%c0%ae%c0%ae/site.yaml", "/..;/site.yaml", "/koppeling.html", "/" + "a" * 7000, "/" + "../" * 500 + "etc/passwd")
RAW = (
    b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\nHost\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"GET / HTTP/1.1\r\nHost: \x00\xff\r\n\r\n", b"GET / HTTP/1.1\r\nOrigin: \xff\xfe\r\n\r\n", b"GET / HTTP/1.1\r\n Host: x\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"GET / HTTP/1.1\nHost: x\n\n", b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"GET http://kwaad.example/ HTTP/1.1\r\n\r\n", b"CONNECT kwaad.example:443 HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 4000 + b"\r\n",
    b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n", b"GET /% HTTP/1.1\r\n\r\n", b"G" * 40_000, b"GET / HTTP/1.1\r\nHost: [::\r\nOrigin: http://[::\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
)  # fmt: skip


@pytest.fixture
def secret(served: Served) -> Served:
    """A preview with a draft and a link out of the folder in it."""
    (served.root / "newsletters/2026-11-19-concept.md").write_text("---\ntitel: Concept\nconcept: ja\n---\n\nDit geheimconcept is van Daan van der Meulen.\n", "utf-8")
    with contextlib.suppress(FileExistsError):
        (served.root / "public/koppeling.html").symlink_to("/etc/passwd")
    return served


def _raw(served: Served, data: bytes, seconds: float = 5) -> bytes:
    with socket.create_connection(("127.0.0.1", served.port), timeout=seconds) as wire:
        answer = b""
        with contextlib.suppress(OSError):
            wire.sendall(data)
            wire.shutdown(socket.SHUT_WR)
            while piece := wire.recv(65536):
                answer += piece
    return answer


def _ask(served: Served, path: str, headers: dict[str, str]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return _raw(served, f"GET {path} HTTP/1.1\r\n{lines}\r\n".encode("latin-1"))


def _clean(answer: bytes) -> bool:
    return not any(sign in answer.decode("utf-8", "replace") for sign in SECRETS)


def _well(served: Served) -> bool:
    return served.get("/").status == 200 and served.process.poll() is None and "Traceback" not in served.said()


def test_nothing_for_another_host_or_origin(secret: Served) -> None:
    own = f"127.0.0.1:{secret.port}"
    loop = Loop(21, "requests by another host, another origin, another road")
    private = f"{secret.private}rapport"
    assert b"Hoekzema" in _ask(secret, private, {"Host": own}), "the report has nothing to hide, so nothing is proven"
    for host in HOSTS:
        answer = _ask(secret, private, {"Host": host.format(port=secret.port)})
        loop.count(answer.split(b" ")[1:2] in ([b"421"], [b"400"]) and _clean(answer), f"host {host}")
    for origin in ORIGINS:
        answer = _ask(secret, private, {"Host": own, "Origin": origin.format(port=secret.port)})
        loop.count(answer.split(b" ")[1:2] in ([b"403"], [b"400"]) and _clean(answer), f"origin {origin[:40]}")
    for site in ("cross-site", "same-site", "x"):
        for page in ("rapport", "redactie", "pagina?adres=newsletters%2F2026-11-19-concept.md", "fouten"):
            loop.count(_clean(_ask(secret, f"{secret.private}{page}", {"Host": own, "Sec-Fetch-Site": site})), f"{site} {page}")
    for road in ROADS:
        loop.count(_clean(_ask(secret, road, {"Host": own})), f"road {road[:40]}")
    for page in ("/", "/nieuwsbrieven/", "/zoeken/", "/feed.xml", "/sitemap.xml"):
        answer = _ask(secret, page, {"Host": own, "Origin": "https://kwaad.example"})
        loop.count(_clean(answer) and b"access-control-allow" not in answer.lower(), f"draft on {page}")
    loop.count(_well(secret), "alive afterwards")
    loop.end()


def test_broken_requests_break_nothing(secret: Served) -> None:
    _broken(secret, 200)


@pytest.mark.long
def test_many_more_broken_requests(secret: Served) -> None:
    _broken(secret, 20_000)


def _broken(served: Served, number: int) -> None:
    chance = dice("requests")
    good = f"GET /nieuwsbrieven/ HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nOrigin: http://127.0.0.1:{served.port}\r\n\r\n".encode()
    loop = Loop(21, "broken requests, answered or dropped")
    for place, data in enumerate([*RAW, *(_mutated(good, chance) for _ in range(number))]):
        loop.count(_clean(_raw(served, data)), f"{place}: {data[:60]!r}")
        if place % 50 == 0:
            loop.count(_well(served), f"alive after {place}")
    loop.end()


def _mutated(data: bytes, chance: object) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.choice([len(changed), chance.randrange(len(changed))])])


def test_only_this_machine(secret: Served) -> None:
    """What the system itself says of the socket: the loopback address, no other."""
    listening = [line.split() for line in Path("/proc/net/tcp").read_text("utf-8").splitlines()[1:] if line.split()[3] == "0A" and int(line.split()[1].split(":")[1], 16) == secret.port] if Path("/proc/net/tcp").exists() else []
    loop = Loop(21, "listening sockets that are on 127.0.0.1 only")
    for row in listening or [[""]]:
        loop.count(not listening or row[1].startswith("0100007F:"), str(row))
    loop.end()


def test_a_thousand_listeners_and_slow_ones(secret: Served) -> None:
    """A thousand open event streams and a hundred that never finish their request: the page still comes, and after them too."""
    own = f"Host: 127.0.0.1:{secret.port}\r\n"
    open_ones: list[socket.socket] = []
    loop = Loop(21, "pages served between 1,000 event streams and 100 clients that never finish")
    try:
        for number in range(1100):
            wire = socket.create_connection(("127.0.0.1", secret.port), timeout=10)
            wire.sendall(f"GET /_sitegen/signalen HTTP/1.1\r\n{own}\r\n".encode() if number < 1000 else b"GET / HTTP/1.1\r\nX: ")
            open_ones.append(wire)
            if number % 100 == 99:
                loop.count(_well(secret), f"with {number + 1} open")
        for wire in open_ones[1000:]:
            with contextlib.suppress(OSError):
                wire.sendall(b"y")
        loop.count(_well(secret), "while they drip")
    finally:
        for wire in open_ones:
            wire.close()
    end = time.monotonic() + 20
    while not (well := _well(secret)) and time.monotonic() < end:
        time.sleep(0.1)
    loop.count(well, "after they left")
    loop.end()
