"""What social media show of a page: its own picture when everyone said yes to that too, else a card with its title."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from sitegen.outputs import sharecard
from tests.building import build_site, copy_site
from tests.media.conftest import PAGE, photo, saved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.media.conftest import Site

LETTER = "---\ntitel: {}\n---\n\nBeste ouders, hier is het nieuws.\n"


def shared(root: Path, page: str) -> str:
    found = re.search(r'og:image" content="https://[^/]+/([^"]+)"', (root / "public" / page).read_text("utf-8"))
    assert found, page
    assert (root / "public" / found[1]).is_file()
    return found[1]


def letters(root: Path, count: int) -> None:
    for number in range(count):
        day = f"{2024 + number // 300}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        (root / f"newsletters/{day}-brief-{number}.md").write_text(LETTER.format(f"Brief {number}"), "utf-8")


def test_every_page_has_a_card_of_its_own(site: Site) -> None:
    site.letter("Geen foto's vandaag.")
    build_site(site.root)
    pages = {path.relative_to(site.root / "public").as_posix() for path in (site.root / "public").rglob("index.html")}
    cards = {page: shared(site.root, page) for page in pages if 'http-equiv="refresh"' not in (site.root / "public" / page).read_text("utf-8")}
    assert cards[PAGE] != cards["index.html"]
    for card in set(cards.values()):
        with Image.open(site.root / "public" / card) as image:
            assert image.size == (1200, 630)
            assert not set(image.info) & {"exif", "Comment", "Author"}
    assert cards["nieuwsbrieven/index.html"] == cards["index.html"]


def test_the_front_matter_chooses_among_what_may_be_shared(site: Site) -> None:
    site.put("een.jpg", saved(photo(1)))
    site.put("twee.jpg", saved(photo(2)))
    site.letter("![a](een.jpg)\n\n![b](twee.jpg)", "een.jpg: {who: niemand}\ntwee.jpg: {who: [10021]}\n")
    path = site.root / "newsletters/2026-11-23-sportdag/index.md"
    path.write_text(path.read_text("utf-8").replace("soort: thema", "soort: thema\nafbeelding: twee.jpg"), "utf-8")
    first = re.compile(r"media/[0-9a-f]{20}")
    for social, second in (("ja", True), ("nee", False)):
        site.consent({"10021": f"ja;ja;ja;{social};ja;ja"})
        build_site(site.root)
        keys = list(dict.fromkeys(first.findall(site.page())))
        assert shared(site.root, PAGE).startswith(keys[1] if second else keys[0])


def test_a_withheld_picture_gives_way_to_the_next_that_may_be_shared_and_then_to_a_card(site: Site) -> None:
    site.put("een.jpg", saved(photo(1)))
    site.put("twee.jpg", saved(photo(2)))
    site.letter("![a](een.jpg)\n\n![b](twee.jpg)", "een.jpg: {who: [10021]}\ntwee.jpg: {who: [10022]}\n")
    seen = []
    for one, two in (("ja", "ja"), ("nee", "ja"), ("nee", "nee")):
        site.consent({"10021": f"ja;ja;ja;{one};ja;ja", "10022": f"ja;ja;ja;{two};ja;ja"})
        build_site(site.root)
        seen.append(shared(site.root, PAGE))
    assert len(set(seen)) == 3
    assert "kaart-" in seen[2]


def test_older_letters_share_a_card_a_year(tmp_path: Path) -> None:
    root = copy_site(tmp_path / "site")
    letters(root, sharecard.RECENT + 20)
    build_site(root)
    cards = {path.parent.name: shared(root, path.relative_to(root / "public").as_posix()) for path in (root / "public/nieuwsbrieven").glob("*/brief-*/index.html")}
    assert len(cards) == sharecard.RECENT + 20
    oldest = [cards[f"brief-{number}"] for number in range(10)]
    newest = [cards[f"brief-{number}"] for number in range(sharecard.RECENT + 10, sharecard.RECENT + 20)]
    assert len(set(oldest)) == 1
    assert len(set(newest)) == 10


def test_the_card_names_no_child_but_by_the_cleared_title(site: Site) -> None:
    (site.root / "newsletters/2026-11-20-winst.md").write_text(LETTER.format("Sanne Hoekzema wint de sprint"), "utf-8")
    (site.root / "newsletters/2026-11-19-zege.md").write_text(LETTER.format("Sanne wint de sprint"), "utf-8")
    build_site(site.root)
    one, other = (shared(site.root, path.relative_to(site.root / "public").as_posix()) for path in (*(site.root / "public").glob("*/*/winst/index.html"), *(site.root / "public").glob("*/*/zege/index.html")))
    assert one == other


@pytest.mark.parametrize("title", ["", "W", "Hottentottententententoonstellingsmakersopleidingsprogramma " * 6, "<b>&amp;", "Çağla ŞİMŞEK ß ﬁ 日"])
@pytest.mark.parametrize("colours", [("#1f6f5c", "#f2a33a"), ("#ffffff", "#000000"), ("#000", "#fff")])
def test_any_title_fits(title: str, colours: tuple[str, str]) -> None:
    with Image.open(io.BytesIO(sharecard.card(title, "Kindcentrum De Wilgenhof", *colours))) as image:
        seen = image.convert("RGB")
    ground = seen.getpixel((30, 0))
    right, below = seen.crop((1122, 0, 1200, 630)), seen.crop((30, 570, 1200, 630))
    assert {colour for edge in (right, below) for _, colour in edge.getcolors(1000) or []} == {ground}
    assert len(seen.getcolors(1000) or []) > 4
