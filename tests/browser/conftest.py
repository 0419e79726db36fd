"""The demo site in a real browser. Skipped with a message where there is none, unless SITEGEN_BROWSER_REQUIRED is set."""

from __future__ import annotations

import datetime as dt
import functools
import http.server
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.building import demo, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent
DAY = dt.date(2026, 11, 24)


class Site(NamedTuple):
    """A built site: its folder, and where it is served."""

    folder: Path
    address: str


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Sends the files of a folder."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(public: Path, handler: type[Quiet] = Quiet) -> Iterator[Site]:
    """The built site in `public`, sent by `handler`."""
    with served(functools.partial(handler, directory=public)) as address:
        yield Site(public, f"{address}/")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(demo(tmp_path_factory)) as found:
        yield found


class Visit:
    """Opens pages, and remembers what a visitor should never meet: console messages, failures, requests elsewhere."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self._browser, self.site = browser, site
        self.troubles: list[str] = []
        self.sizes: dict[str, int] = {}

    def open(self, path: str = "", *, width: int = 1280, dark: bool = False, script: bool = True) -> Page:
        context = self._browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", java_script_enabled=script, locale="nl-NL")
        page = context.new_page()
        page.on("console", lambda message: self.troubles.append(f"{message.type}: {message.text}") if "preload" not in message.text else None)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        # The browser lets go of what it was fetching when the next page opens; that is no request refused.
        page.on("requestfailed", lambda request: self.troubles.append(f"failed: {request.url}") if request.failure != "net::ERR_ABORTED" else None)
        page.on("request", lambda request: None if request.url.startswith((self.site.address, "data:")) else self.troubles.append(f"elsewhere: {request.url}"))
        page.on("response", lambda response: self.troubles.append(f"{response.status}: {response.url}") if response.status >= 400 else None)
        page.goto(self.site.address + path)
        return page


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visit]:
    visit = Visit(browser, site)
    yield visit
    for context in browser.contexts:
        context.close()
    assert not visit.troubles
