"""The site under exactly the headers it tells its host to send, and without JavaScript, in a real browser (ECOSYSTEM C1.23)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sitegen.outputs.wellknown import HEADERS
from tests.browser.conftest import Quiet, Site, Visit, serving
from tests.building import build_site, copy_site
from tests.media.conftest import photo, saved
from tests.resilience.counting import Loop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


class _Strict(Quiet):
    def end_headers(self) -> None:
        """Send what `_headers` says, but for HTTPS, which a test has none of."""
        for name, value in HEADERS.items():
            if name != "Strict-Transport-Security":
                self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = copy_site(tmp_path_factory.mktemp("strict") / "site")
    (root / "newsletters/plein.png").write_bytes(saved(photo(3), "PNG"))
    (root / "newsletters/media.yaml").write_text("plein.png: {who: niemand}\n", "utf-8")
    (root / "newsletters/2026-11-23-plein.md").write_text("# Plein\n\nHet plein is af.\n\n![Het plein](plein.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "utf-8")
    assert build_site(root).status == 0
    with serving(root / "public", _Strict) as found:
        yield found


def test_no_page_breaks_the_policy_or_asks_elsewhere(browser: Browser, strict: Site) -> None:
    loop = Loop(23, "pages under the strict headers without a violation or a request elsewhere, with and without JavaScript")
    pages = sorted(path.relative_to(strict.folder).as_posix() for path in strict.folder.rglob("*.html"))
    for script in (True, False):
        visit = Visit(browser, strict)
        page = visit.open("", script=script)
        for path in pages:
            visit.troubles.clear()
            page.goto(strict.address + path.removesuffix("index.html"))
            # An old address sends the browser on.
            page.wait_for_load_state("networkidle" if b'http-equiv="refresh"' in (strict.folder / path).read_bytes() else "load")
            loop.count(not visit.troubles and page.locator("h1").first.inner_text().strip(), f"{path}, script {script}: {visit.troubles[:3]}")
        if script:
            page.goto(strict.address + "zoeken/")
            visit.troubles.clear()
            page.get_by_label("Wat zoekt u?").fill("plein")
            page.wait_for_selector("#_gevonden li")
            loop.count(not visit.troubles, f"search: {visit.troubles}")
    for context in browser.contexts:
        context.close()
    loop.end()
