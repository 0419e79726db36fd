"""What parents look for stands where they look: routes, facts, archives, topics, the way back, other addresses, paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.building import build_site, copy_site, demo

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo(tmp_path_factory)


def _page(public: Path, address: str) -> str:
    return (public / address / "index.html").read_text("utf-8")


def test_home_shows_both_routes_tiles_the_week_and_the_facts(public: Path) -> None:
    home = _page(public, "")
    assert re.findall(r'class="route"[^>]*href="/?(nieuwe-ouders|ouders)/|href="/(nieuwe-ouders|ouders)/" class="route', home) or home.count('class="route') == 2
    for tile in ("Ziek melden", "Vakanties", "Nieuwsbrief", "Aanmelden"):
        assert tile in home.split('class="tegels"')[1].split("</nav>")[0]
    assert "Deze week" in home
    assert "In het kort" in home


def test_letters_are_filed_by_school_year_and_kind(public: Path) -> None:
    for year in ("2025-2026", "2026-2027"):
        everything = _page(public, f"nieuwsbrieven/{year}")
        weekly, thematic = _page(public, f"nieuwsbrieven/{year}/wekelijks"), _page(public, f"nieuwsbrieven/{year}/thema")
        links = [set(re.findall(rf'href="(/nieuwsbrieven/{year}/[^/"]+/)"', part.split("<main", 1)[1])) - {f"/nieuwsbrieven/{year}/wekelijks/", f"/nieuwsbrieven/{year}/thema/"} for part in (everything, weekly, thematic)]
        assert links[1]
        assert links[2]
        assert links[1] | links[2] == links[0]
        assert not links[1] & links[2]


def test_the_way_back_and_the_topics_lead_somewhere(public: Path) -> None:
    letter = _page(public, "nieuwsbrieven/2026-2027/sportdag")
    crumbs = letter.split('class="kruimels"')[1].split("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', crumbs) == ["/", "/nieuwsbrieven/", "/nieuwsbrieven/2026-2027/"]
    topic = _page(public, "onderwerpen/sport")
    assert topic.count('href="/nieuwsbrieven/') >= 2


def test_a_share_has_its_address_title_and_card(public: Path) -> None:
    letter = _page(public, "nieuwsbrieven/2026-2027/sportdag")
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', letter)
    assert canonical
    assert canonical[1].endswith("/nieuwsbrieven/2026-2027/sportdag/")
    assert f'<meta property="og:url" content="{canonical[1]}">' in letter
    card = re.search(r'<meta property="og:image" content="[^"]*/(media/[^"]+)"', letter)
    assert card
    assert (public / card[1]).is_file()


def test_a_page_that_moved_leads_on_at_every_host(public: Path) -> None:
    old, new = "/klachtenregeling/", "/klachten/"
    page = _page(public, "klachtenregeling")
    assert f'http-equiv="refresh" content="0; url={new}"' in page or f"url={new}" in page
    assert "noindex" in page
    for host, line in (("_redirects", f"{old} {new} 301"), (".htaccess", "klachtenregeling"), ("nginx.conf", "klachtenregeling")):
        assert line in (public / host).read_text("utf-8")


def test_paper_and_calm_are_in_the_style(public: Path) -> None:
    style = (public / "assets/stijl.css").read_text("utf-8")
    paper = style.split("@media print", 1)[1]
    assert "display: none" in paper
    assert "prefers-reduced-motion" in style
    assert ":focus-visible" in style
    # What moves, moves only for those who like it.
    assert "transition" not in style.split("@media (prefers-reduced-motion")[0]


def test_an_event_keeps_its_number_when_another_moves(tmp_path: Path) -> None:
    site = copy_site(tmp_path / "site")
    calendar = site / "content/kalender.yaml"
    calendar.write_text('- {van: 2026-12-04, titel: Sinterklaas, soort: activiteit, tijd: "8.30-12.00"}\n- {van: 2026-12-18, titel: Kerstviering, soort: activiteit}\n', encoding="utf-8")
    build_site(site)
    feed = (site / "public/kalender.ics").read_bytes().decode()
    first = dict(re.findall(r"UID:(\S+)[\s\S]*?SUMMARY:([^\r\n]+)", feed))
    assert "TZID=Europe/Amsterdam:20261204T083000" in feed
    assert "DTSTART;VALUE=DATE:20261218\r\nDTEND;VALUE=DATE:20261219" in feed
    calendar.write_text(calendar.read_text("utf-8").replace("2026-12-18", "2026-12-17") + "- {van: 2026-12-01, titel: Luizencontrole, soort: activiteit}\n", encoding="utf-8")
    build_site(site)
    second = dict(re.findall(r"UID:(\S+)[\s\S]*?SUMMARY:([^\r\n]+)", (site / "public/kalender.ics").read_bytes().decode()))
    number = next(uid for uid, title in first.items() if title == "Sinterklaas")
    assert second[number] == "Sinterklaas"
    assert len(second) == len(first) + 1
