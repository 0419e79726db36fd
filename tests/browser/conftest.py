"""The demo site in a real browser. Skipped with a message where there is none, unless SITEGEN_BROWSER_REQUIRED is set."""

from __future__ import annotations

import datetime as dt
import functools
import http.server
import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from sitegen.build import Request, build
from tests.building import served

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
    folder = tmp_path_factory.mktemp("site")
    result = build(Request(ROOT, folder / "public", DAY, private=folder / "prive"))
    assert result.status == 0, [str(one) for one in result.problems if one.severity == "fout"]
    with serving(folder / "public") as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("SITEGEN_BROWSER_REQUIRED"):
            pytest.fail("no Chromium found, and SITEGEN_BROWSER_REQUIRED is set")
        pytest.skip("no Chromium found (Debian: apt install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


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
        page.on("requestfailed", lambda request: self.troubles.append(f"failed: {request.url}"))
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
