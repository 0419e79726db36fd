"""Do the links to other websites still lead somewhere? Only asked for: the one part of sitegen that goes on the internet."""

from __future__ import annotations

import ipaddress
import re
import socket
import zipfile
from http.client import HTTPException
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from sitegen import sources
from sitegen.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

# At once; of one website never more than one, for it is a guest's visit.
VISITS = 8
PATIENCE = 10.0
_URL = re.compile(r"""https?://[^\s<>"'`\]\\{}|^]+""", re.IGNORECASE)
_TARGET = re.compile(rb'Target="(https?://[^"]+)"[^>]*TargetMode="External"|TargetMode="External"[^>]*Target="(https?://[^"]+)"')
_HEADERS = {"User-Agent": "sitegen (controle van links; eenmalig bezoek)", "Accept": "*/*", "Accept-Language": "nl"}
# Some sites refuse to answer HEAD, or answer it with nonsense.
_ASK_AGAIN = frozenset({400, 403, 404, 405, 406, 410, 429, 500, 501, 503})
# Addresses of the old kind, written as new ones (NAT64, RFC 6052).
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_GONE = frozenset({404, 410})
_MOVED = frozenset({301, 308})


class Answer(NamedTuple):
    """What a website said: the HTTP status (0 when it said nothing), why there was none, where the page has moved for good."""

    status: int
    silence: str = ""
    moved: str = ""


def found(root: Path, own: str) -> dict[str, list[Place]]:
    """Every link to another website in the texts below `root`, with the places where it stands. `own`: the site's own base URL."""
    links: dict[str, list[Place]] = {}
    host = urlsplit(own).hostname
    for path in sources.pages(sources.find(root).files):
        try:
            data = sources.read(root, path)
        except OSError:
            continue
        for url, line in _in_word(data) if path.endswith(".docx") else _in_text(data):
            parts = _parts(url)
            if parts and parts[0] != host:
                links.setdefault(url, []).append(Place(path, line))
    return links


def check(links: Mapping[str, Sequence[Place]], *, visit: Callable[[str], Answer] | None = None, told: Callable[[str, int, int], None] | None = None) -> tuple[Problem, ...]:
    """A warning at every place with a link that leads nowhere, or elsewhere for good. Never raises.

    `visit` asks one address (see `ask`); `told` hears how far the work is.
    """
    from concurrent.futures import ThreadPoolExecutor

    hosts: dict[str, list[str]] = {}
    for url in links:
        hosts.setdefault((_parts(url) or ("",))[0], []).append(url)
    ask_one = visit or ask
    answers: dict[str, Answer] = {}
    with ThreadPoolExecutor(VISITS) as pool:
        for done, part in enumerate(pool.map(lambda urls: [(url, ask_one(url)) for url in urls], hosts.values()), 1):
            answers.update(part)
            if told:
                told("websites", done, len(hosts))
    return tuple(
        Problem(place, "link-buiten", fault, remedy, "waarschuwing")
        for url, places in links.items() if (words := _words(url, answers[url])) for place in places for fault, remedy in (words,)
    )


def ask(url: str) -> Answer:
    """Ask a website for a page, without its body. An address inside a network of one's own is not visited."""
    parts = _parts(url)
    if parts is None:
        return Answer(0, "dit is geen geldig webadres")
    inside = _inside(*parts)
    if inside:
        return Answer(0, inside)
    answer = _visit(url, "HEAD")
    return _visit(url, "GET") if answer.status in _ASK_AGAIN else answer


def _visit(url: str, method: str) -> Answer:
    moves = _Moves()
    try:
        with build_opener(moves).open(Request(url, headers=_HEADERS, method=method), timeout=PATIENCE) as response:  # noqa: S310  _URL lets only http and https through
            return Answer(response.status, moved=moves.moved)
    except HTTPError as error:
        error.close()
        return Answer(error.code, moved=moves.moved)
    except (TimeoutError, URLError, HTTPException, OSError, ValueError) as error:
        late = isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError)
        return Answer(0, f"gaf binnen {PATIENCE:.0f} seconden geen antwoord" if late else "is niet te bereiken")


class _Moves(HTTPRedirectHandler):
    """Follows, and remembers where the page has moved for good."""

    def __init__(self) -> None:
        self.moved = ""

    def redirect_request(self, req: Request, fp, code: int, msg: str, headers, newurl: str) -> Request | None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        """Follow to another public address only."""
        parts = _parts(newurl)
        if parts is None or _inside(*parts):
            return None
        if code in _MOVED:
            self.moved = newurl
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _inside(host: str, port: int) -> str:
    """Why a host can't be visited: it has no address, or one that only this network knows."""
    try:
        addresses = {one[4][0] for one in socket.getaddrinfo(host, port, proto=socket.IPPROTO_TCP)}
    except (OSError, UnicodeError):
        return "bestaat niet (meer): die website is niet te vinden"
    if not all(_public(str(one)) for one in addresses):
        return "wijst naar een adres binnen een eigen netwerk; bezoekers komen daar niet"
    return ""


def _public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and found in _TRANSLATED:
        found = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    return found.is_global and not found.is_multicast


def _parts(url: str) -> tuple[str, int] | None:
    try:
        split = urlsplit(url)
        return (split.hostname, split.port or (443 if split.scheme.lower() == "https" else 80)) if split.hostname else None
    except ValueError:
        return None


def _words(url: str, answer: Answer) -> tuple[str, str] | None:
    if answer.silence:
        return f"de link naar {url} {answer.silence}.", "Kijk in een browser of het adres klopt, en verbeter het of haal de link weg."
    if answer.status in _GONE:
        return f"de link naar {url} leidt nergens meer heen ({answer.status}).", "Zoek het nieuwe adres, of haal de link weg."
    if 300 <= answer.status < 400:
        return f"de link naar {url} stuurt door naar een adres waar bezoekers niet komen.", "Zoek het goede adres, of haal de link weg."
    if answer.status >= 500:
        return f"de website achter {url} had een storing ({answer.status}).", "Kijk over een paar dagen nog eens."
    if answer.moved and answer.moved.rstrip("/") != url.rstrip("/") and answer.status < 400:
        return f"de link naar {url} is voorgoed verhuisd.", f"Schrijf: {answer.moved}"
    return None


def _in_text(data: bytes) -> Iterable[tuple[str, int]]:
    text = data.decode("utf-8", "replace")
    for hit in _URL.finditer(text):
        url = hit[0].rstrip(".,;:!?*_")
        # A bracket belongs to the address only when it was opened in it.
        while url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1].rstrip(".,;:!?*_")
        yield url, text.count("\n", 0, hit.start()) + 1


def _in_word(data: bytes) -> Iterable[tuple[str, int]]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            relations = archive.read("word/_rels/document.xml.rels")
    except (KeyError, OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return
    for hit in _TARGET.finditer(relations):
        yield (hit[1] or hit[2]).decode("utf-8", "replace").replace("&amp;", "&"), 0
