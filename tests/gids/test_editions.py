"""Which guide is in force, where old ones are, and where the address of a chapter leads that is gone."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from tests.building import DAY, build_site, copy_site

if TYPE_CHECKING:
    from pathlib import Path

    from sitegen.build import Result

OLD = {
    "01-zorg": "# Zorg en begeleiding\n\n## De intern begeleider\n\nZij helpt.\n\n## Passend onderwijs\n\nIn het dorp.\n",
    "02-verbouwing": "# Verbouwing\n\n## Wanneer\n\nIn de zomer.\n",
    "03-bijdrage": "# Ouderbijdrage\n\nVorig jaar € 20. Lees ook over [de zorg](01-zorg.md).\n",
}
NEW = {
    "01-ondersteuning": "# Ondersteuning\n\n## De intern begeleider\n\nZij helpt.\n\n## Passend onderwijs\n\nIn de regio.\n",
    "03-bijdrage": "# Ouderbijdrage\n\n## Bedrag\n\nDit jaar € 22.[^1]\n\n## Betalen\n\nIn oktober. Zie [ondersteuning](01-ondersteuning.md).\n\n[^1]: Per kind.\n",
}


def edition(root: Path, year: str, chapters: dict[str, str], *lines: str) -> None:
    folder = root / "schoolgids" / year
    folder.mkdir(exist_ok=True)
    (folder / "_gids.yaml").write_text("\n".join([f"schooljaar: {year}", *lines, ""]), "utf-8")
    for name, text in chapters.items():
        (folder / f"{name}.md").write_text(text, "utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = copy_site(tmp_path / "site")
    edition(root, "2025-2026", OLD)
    edition(root, "2026-2027", NEW, "vastgesteld_op: 2026-06-30", "instemming_mr_op: 2026-06-24", "uitgegeven_op: 2026-08-25")
    return root


def page(site: Path, url: str) -> str:
    return (site / "public" / url / "index.html").read_text("utf-8")


def built(site: Path, day: dt.date = DAY) -> Result:
    result = build_site(site, day)
    assert result.status == 0, [str(one) for one in (*result.problems, *result.leaks)]
    return result


def test_the_guide_in_force_has_no_year_in_its_address_and_the_old_one_has(site: Path) -> None:
    built(site)
    now, old = page(site, "schoolgids/bijdrage"), page(site, "schoolgids/2025-2026/bijdrage")
    assert "€ 22" in now
    assert "noindex" not in now
    assert "Dit is een oude schoolgids" in old
    assert '<meta name="robots" content="noindex' in old
    assert "2025-2026" not in (site / "public/sitemap.xml").read_text("utf-8")


def test_the_address_with_the_year_of_now_leads_to_the_one_without(site: Path) -> None:
    built(site)
    assert "url=/schoolgids/bijdrage/" in page(site, "schoolgids/2026-2027/bijdrage")
    assert "url=/schoolgids/" in page(site, "schoolgids/2026-2027")


def test_a_link_between_chapters_has_no_year(site: Path) -> None:
    built(site)
    assert 'href="/schoolgids/ondersteuning/"' in page(site, "schoolgids/bijdrage")


def test_a_chapter_with_a_new_title_has_an_heir_and_the_report_says_so(site: Path) -> None:
    built(site)
    assert "url=/schoolgids/ondersteuning/" in page(site, "schoolgids/zorg")
    told = json.loads((site / ".sitegen/report.json").read_text("utf-8"))["opmerkingen"]
    assert any("'Zorg en begeleiding'" in one and "'Ondersteuning'" in one and "erfgenamen: zorg:" in one for one in told)


def test_a_chapter_that_nothing_looks_like_leads_to_the_old_guide(site: Path) -> None:
    built(site)
    assert "url=/schoolgids/2025-2026/verbouwing/" in page(site, "schoolgids/verbouwing")


def test_the_school_chooses_another_heir(site: Path) -> None:
    edition(site, "2026-2027", {}, "erfgenamen:", "  zorg: bijdrage")
    built(site)
    assert "url=/schoolgids/bijdrage/" in page(site, "schoolgids/zorg")


def test_an_heir_may_have_had_an_heir(site: Path) -> None:
    edition(site, "2024-2025", {"01-geld": "# Geldzaken\n\n## Kas\n\nLeeg.\n"})
    edition(site, "2025-2026", {}, "erfgenamen:", "  geld: verbouwing")
    edition(site, "2026-2027", {}, "erfgenamen:", "  verbouwing: bijdrage")
    built(site)
    assert "url=/schoolgids/bijdrage/" in page(site, "schoolgids/geld")


def test_the_colophon_tells_who_agreed_when(site: Path) -> None:
    built(site)
    text = page(site, "schoolgids")
    for line in ("Schooljaar", "2026-2027", "30 juni 2026", "24 juni 2026", "25 augustus 2026"):
        assert line in text


@pytest.mark.parametrize(("day", "shown", "late"), [
    (dt.date(2026, 7, 31), "Vorig jaar", False), (dt.date(2026, 8, 10), "Vorig jaar", True), (dt.date(2026, 8, 25), "Dit jaar", False), (dt.date(2027, 8, 1), "Dit jaar", True),
])
def test_an_edition_is_in_force_from_the_day_it_is_issued(site: Path, day: dt.date, shown: str, late: bool) -> None:
    result = built(site, day)
    assert shown in page(site, "schoolgids/bijdrage")
    assert ("gids-oud" in {one.code for one in result.problems}) is late


def test_a_guide_that_is_not_issued_stays_inside(site: Path) -> None:
    built(site, dt.date(2026, 7, 1))
    assert not (site / "public/schoolgids/2026-2027").exists()
    assert "€ 22" not in "".join(path.read_text("utf-8") for path in (site / "public").rglob("*.html"))


def test_a_guide_issued_early_says_from_when_it_counts(site: Path) -> None:
    edition(site, "2026-2027", {}, "uitgegeven_op: 2026-06-30")
    built(site, dt.date(2026, 7, 1))
    assert "geldt vanaf 1 augustus 2026" in page(site, "schoolgids/2026-2027/bijdrage")
    assert "Vorig jaar" in page(site, "schoolgids/bijdrage")


def test_a_page_takes_a_section_with_its_note_and_follows_it(site: Path) -> None:
    (site / "content/geld.md").write_text("---\ntitel: Geld\nbron: schoolgids/bijdrage#bedrag\n---\n", "utf-8")
    built(site)
    text = page(site, "geld")
    assert "€ 22" in text
    assert "Per kind." in text
    assert "In oktober" not in text
    edition(site, "2026-2027", {"03-bijdrage": NEW["03-bijdrage"].replace("22", "23")})
    assert "content/geld.md" in built(site).remade
    assert "€ 23" in page(site, "geld")


def test_a_page_takes_what_lies_beside_the_chapter(site: Path) -> None:
    (site / "schoolgids/2026-2027/kaart.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>', "utf-8")
    (site / "schoolgids/2026-2027/media.yaml").write_text("kaart.svg: {who: niemand}\n", "utf-8")
    edition(site, "2026-2027", {"04-route": "# Route\n\n![De kaart](kaart.svg)\n\nZie [de bijdrage](03-bijdrage.md).\n"})
    (site / "content/route.md").write_text("---\ntitel: Route\nbron: schoolgids/route\n---\n", "utf-8")
    built(site)
    assert 'alt="De kaart"' in page(site, "route")


def test_a_page_follows_the_guide_of_the_new_year(site: Path) -> None:
    (site / "content/geld.md").write_text("---\ntitel: Geld\nbron: schoolgids/bijdrage\n---\n", "utf-8")
    built(site, dt.date(2026, 8, 24))
    assert "€ 20" in page(site, "geld")
    built(site, dt.date(2026, 8, 25))
    assert "€ 22" in page(site, "geld")
