"""The page for whoever posts: its counters count as the program does, and as the browser's own segmenter; its buttons work."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe

from sitegen.cli.main import main
from sitegen.social import graphemes
from sitegen.social.counting import weighted
from tests.building import copy_site
from tests.media.conftest import Site, photo, saved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
LENGTHS = yaml.safe_load((Path(__file__).parent.parent / "social/lengths.yaml").read_text("utf-8"))
# What breaks counters: marks, joiners, tones, flags, keycaps, Korean, Indic, controls, and plain letters between them.
PIECES = [
    "a", "b", " ", "é", "e\u0301", "\u0308", "\u200d", "\u200c", "\ufe0f", "\ufe0e", "👍", "🏽", "👩", "👨\u200d👩\u200d👧", "🐱", "❤", "☺", "©", "🇳", "🇱", "1\ufe0f\u20e3", "\u1100", "\u1161", "\u11a8",
    "가", "각", "क", "\u094d", "ष", "ि", "\u0600", "\u0e33", "ก", "学", "\r\n", "\n", "\u200b", "\u00ad", "…", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = Site(copy_site(tmp_path_factory.mktemp("social") / "site"))
    for number in range(3):
        site.put(f"foto{number}.jpg", saved(photo(80 + number)))
    site.letter("Wij renden over het hele veld vandaag.\n\n![Rennen](foto0.jpg)\n\n![Springen](foto1.jpg)\n\n![](foto2.jpg)", "".join(f"foto{number}.jpg: {{who: niemand}}\n" for number in range(3)))
    settings = site.root / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "social: {channels: [facebook, instagram, x, bluesky, mastodon]}\n", "utf-8")
    assert main(["social", "2026-11-23-sportdag", "--site", str(site.root), "--date", "2026-11-24", "--quiet"]) == 0
    return site.root / ".sitegen/social/index.html"


@pytest.fixture
def page(browser: Browser, place: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else troubles.append(request.url))
    page.goto(place.as_uri())
    yield page
    assert not troubles
    context.close()


def test_the_counters_count_as_the_program_does(page: Page) -> None:
    texts = [str(case["tekst"]) for case in LENGTHS if "\uffff" not in str(case["tekst"])]
    assert page.evaluate("all => all.map(one => count('gewogen', one, 23))", texts) == [weighted(one, 23) for one in texts]
    assert page.evaluate("all => all.map(one => count('grafemen', one, 0))", texts) == [graphemes.count(one) for one in texts]


def test_visible_characters_are_those_of_the_browser(page: Page) -> None:
    dice = random.Random(9)
    texts = ["".join(dice.choices(PIECES, k=dice.randrange(1, 12))) for _ in range(4000)]
    seen = page.evaluate("all => all.map(one => [...new Intl.Segmenter('nl').segment(one)].length)", texts)
    assert [(text, graphemes.count(text)) for text in texts] == list(zip(texts, seen, strict=True))


def test_typing_moves_the_counter_and_the_button_copies_what_stands_there(page: Page) -> None:
    box = page.locator(".x .tekst").first
    column = page.locator(".kolom", has=page.locator(".x")).first
    box.fill("a" * 281)
    assert column.locator(".aantal").text_content() == "281 van 280"
    assert "vol" in (column.locator(".teller").get_attribute("class") or "")
    box.fill("Wij renden.\nEn sprongen 👨‍👩‍👧‍👦")
    assert column.locator(".aantal").text_content() == "26 van 280"
    column.get_by_role("button", name="Kopieer tekst").click()
    page.wait_for_selector("text=Gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == "Wij renden.\nEn sprongen 👨‍👩‍👧‍👦"


def test_pictures_go_along_and_one_without_a_description_is_pointed_out(page: Page) -> None:
    assert page.locator(".facebook img").count() >= 3
    assert page.locator("text=nog geen beschrijving").count() >= 1
    with page.expect_download() as started:
        page.get_by_role("link", name="Bewaar").first.click()
    assert started.value.suggested_filename.endswith(".jpg")


@pytest.mark.parametrize("width", [1280, 360])
def test_readable_for_everybody_and_on_a_telephone(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page).response["violations"]
    assert not found, [(one["id"], [node["html"][:120] for node in one["nodes"][:2]]) for one in found]
