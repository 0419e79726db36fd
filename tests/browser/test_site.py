"""What a parent does: look around on a phone, search, read in the dark. Nothing may go wrong on the way."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

expect = pytest.importorskip("playwright.sync_api").expect

if TYPE_CHECKING:
    from tests.browser.conftest import Site, Visit

pytestmark = pytest.mark.browser

KINDS = {
    "home": "", "newsletter": "nieuwsbrieven/2026-2027/weekbericht-11/", "newsletters": "nieuwsbrieven/", "year": "nieuwsbrieven/2026-2027/", "guide": "schoolgids/",
    "chapter": "schoolgids/ouderbijdrage/", "old-chapter": "schoolgids/2025-2026/ouderbijdrage/", "addresses": "schoolgids/namen-en-adressen/", "page": "contact/", "sick": "ouders/ziek-melden/",
    "calendar": "kalender/", "search": "zoeken/", "missing": "404.html", "team": "team/", "accessibility": "toegankelijkheid/",
}
# What axe finds is told by rule and element: enough to mend it.
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visit: Visit, kind: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    # In the dark only the colours differ.
    for dark, rules in ((False, _RULES), (True, {"runOnly": ["color-contrast"]})):
        page = visit.open(KINDS[kind], dark=dark)
        found = Axe().run(page, options=rules).response["violations"]
        assert not [(one["id"], one["nodes"][0]["html"]) for one in found]


@pytest.mark.parametrize("kind", KINDS)
def test_a_small_phone_needs_no_scrolling_sideways(visit: Visit, kind: str) -> None:
    page = visit.open(KINDS[kind], width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", KINDS)
def test_at_two_hundred_percent_nothing_falls_off(visit: Visit, kind: str) -> None:
    page = visit.open(KINDS[kind], width=640)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), kind


def test_a_walk_by_keyboard_is_seen_and_reaches_the_footer(visit: Visit) -> None:
    page = visit.open("")
    seen = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        where = page.evaluate("(() => { const one = document.activeElement; const style = getComputedStyle(one); return [one.tagName, one.closest('footer') !== null, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0]; })()")
        if where[0] == "BODY":
            break
        seen.add("footer" if where[1] else "page")
        assert where[2], where
    assert seen == {"page", "footer"}


def test_the_home_page_answers_on_one_phone_screen(visit: Visit) -> None:
    page = visit.open(width=390)
    for text in ("0599-123 450", "8.30 tot 14.00 uur", "Kom kijken", "Aanmelden"):
        box = page.get_by_text(text).first.bounding_box()
        assert box and box["y"] + box["height"] <= 844, text


def test_the_menu_on_a_phone(visit: Visit) -> None:
    page = visit.open(width=390)
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Schoolgids", exact=True).click()
    page.wait_for_url("**/schoolgids/")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Schoolgids")


def test_keyboard_first_to_the_contents(visit: Visit) -> None:
    page = visit.open("contact/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


def test_chapters_lead_on(visit: Visit) -> None:
    page = visit.open("schoolgids/ouderbijdrage/")
    page.locator("a[rel=next]").click()
    page.wait_for_url(lambda address: "ouderbijdrage" not in address)
    page.locator("a[rel=prev]").click()
    page.wait_for_url("**/schoolgids/ouderbijdrage/")


def test_search_by_keyboard(visit: Visit) -> None:
    page = visit.open("zoeken/")
    page.get_by_label("Wat zoekt u?").fill("ouderbijdrage")
    page.wait_for_selector("#_gevonden li")
    assert "Ouderbijdrage" in page.locator("#_gevonden li").first.inner_text()
    assert page.locator("#_stand").inner_text()
    page.locator("#_gevonden a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/schoolgids/ouderbijdrage/")


def test_search_finds_other_forms_of_a_word_and_says_when_there_is_nothing(visit: Visit) -> None:
    page = visit.open("zoeken/")
    page.get_by_label("Wat zoekt u?").fill("vakantie")
    page.wait_for_selector("#_gevonden li")
    page.get_by_label("Wat zoekt u?").fill("xylofoonzwam")
    expect(page.locator("#_gevonden li")).to_have_count(0)
    expect(page.locator("#_stand")).not_to_be_empty()


def test_search_never_knows_a_surname(visit: Visit) -> None:
    page = visit.open("zoeken/")
    page.get_by_label("Wat zoekt u?").fill("El Amrani")
    expect(page.locator("#_stand")).not_to_be_empty()
    assert "Amrani" not in page.locator("#_gevonden").inner_text()


def test_search_without_javascript_shows_every_page(visit: Visit) -> None:
    page = visit.open("zoeken/", script=False)
    assert page.get_by_role("link", name="Ziek melden").count()
    assert page.locator("#_zoek").is_hidden()


def test_dark_and_light_differ(visit: Visit) -> None:
    grounds = {visit.open(dark=dark).evaluate("getComputedStyle(document.body).backgroundColor") for dark in (False, True)}
    assert len(grounds) == 2


def test_ill_in_parro_or_by_telephone(visit: Visit) -> None:
    text = visit.open("ouders/ziek-melden/").locator("main").inner_text()
    assert "Parro" in text
    assert "0599-123 450" in text


def test_first_view_is_light(visit: Visit) -> None:
    page = visit.open(width=390)
    page.wait_for_load_state("networkidle")
    names = page.evaluate("[location.pathname, ...performance.getEntriesByType('resource').map(one => new URL(one.name).pathname)]")
    own = [name for name in names if not name.startswith("/media/")]
    assert len(own) <= 8
    assert sum(_packed(visit.site, name) for name in own) <= 100_000


def test_a_first_query_is_light(visit: Visit) -> None:
    page = visit.open("zoeken/")
    page.wait_for_load_state("networkidle")
    before = set(page.evaluate("performance.getEntriesByType('resource').map(one => new URL(one.name).pathname)"))
    page.get_by_label("Wat zoekt u?").fill("sinterklaas")
    page.wait_for_selector("#_gevonden li")
    after = set(page.evaluate("performance.getEntriesByType('resource').map(one => new URL(one.name).pathname)"))
    assert sum(_packed(visit.site, name) for name in after - before) <= 60_000


def _packed(site: Site, path: str) -> int:
    file = site.folder / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
    data = file.read_bytes()
    return len(data) if file.suffix == ".woff2" else len(gzip.compress(data, 6))


def test_the_policy_is_strict(site: Site) -> None:
    policy = (site.folder / "index.html").read_text("utf-8").split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
    assert "default-src 'none'" in policy.replace("&#39;", "'")
    assert "unsafe" not in policy
