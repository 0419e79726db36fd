"""Advice on texts and on what has grown old; and what is no advice but a fault."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.building import build_site, copy_site

if TYPE_CHECKING:
    from pathlib import Path

FRONT = "---\ntitel: Proef\n---\n\n"
ADVICE = {
    "alt": ("Tekst.\n\n![](rondje.svg)\n", 7, "staat niet wat erop te zien is"),
    "skipped heading": ("## Een\n\n#### Twee\n", 7, "wordt een soort kopje overgeslagen"),
    "second title": ("Tekst.\n\n# Nog een titel\n", 7, "kop van de hoogste soort"),
    "click here": ("Voor meer: [klik hier](/contact/).\n", 5, "zegt niet waar de link heen gaat"),
    "read more": ("Tekst. [Lees meer](/contact/)\n", 5, "zegt niet waar de link heen gaat"),
    "capitals": ("DENKT U ALLEMAAL AAN DE LUIZENCONTROLE VAN DINSDAG\n", 5, "helemaal in hoofdletters"),
    "bold heading": ("Tekst.\n\n**Sportdag**\n\nTekst.\n", 7, "vet gemaakt als kopje"),
    "colour": ("De dagen die rood zijn: de rode dagen zijn vrij.\n", 5, "geen kleuren ziet"),
    "app group": ("Meld u af in de klassenapp van groep 4.\n", 5, "appgroep van ouders"),
    "photos by mail": ("Mail uw foto's naar info@deproef.example.\n", 5, "gevraagd om foto's"),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = copy_site(tmp_path / "site")
    (root / "content/rondje.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>', "utf-8")
    (root / "content/media.yaml").write_text("rondje.svg: {who: niemand}\n", "utf-8")
    return root


@pytest.mark.parametrize("name", ADVICE)
def test_advice_names_the_line_and_stops_nothing(site: Path, name: str) -> None:
    text, line, fault = ADVICE[name]
    (site / "content/proef.md").write_text(FRONT + text, "utf-8")
    result = build_site(site, strict=True)
    given = [problem for problem in result.problems if problem.place.file == "content/proef.md"]
    assert [(problem.place.line, fault in problem.fault) for problem in given] == [(line, True)]
    assert given[0].remedy
    assert result.status == 0


def test_a_good_text_gets_none(site: Path) -> None:
    (site / "content/proef.md").write_text(
        FRONT + "Een **belangrijk** woord.\n\n## Kopje\n\n### Nog een\n\n![Een rondje](rondje.svg)\n\n[De contactpagina](/contact/) en Parro.\n\nANWB en GGD zijn afkortingen.\n", "utf-8"
    )
    assert not [problem for problem in build_site(site).problems if problem.place.file == "content/proef.md"]


@pytest.mark.parametrize("target", ["https://chat.whatsapp.com/AbCd123", "https://t.me/+abc", "https://www.facebook.com/groups/123"])
def test_a_link_to_a_closed_group_is_refused(site: Path, target: str) -> None:
    (site / "content/proef.md").write_text(f"{FRONT}Doe mee in [onze groep]({target}).\n", "utf-8")
    result = build_site(site)
    assert result.status == 1
    assert [(problem.place.line, problem.code) for problem in result.problems if problem.severity == "fout"] == [(5, "gesloten-groep")]


def test_an_iframe_is_refused(site: Path) -> None:
    (site / "content/proef.md").write_text(f'{FRONT}<iframe src="https://kaart.example/"></iframe>\n', "utf-8")
    result = build_site(site)
    assert result.status == 1
    assert "gewone link" in next(problem.remedy for problem in result.problems if problem.severity == "fout")


def test_what_has_grown_old(site: Path) -> None:
    (site / "content/index.md").write_text("# Welkom\n\nKom naar de open dag op 3 november 2026.\n", "utf-8")
    codes = {problem.code for problem in build_site(site, dt.date(2027, 9, 20)).problems}
    assert {"advies-voorbij", "advies-oude-gids", "advies-stil"} <= codes
    assert build_site(site, dt.date(2026, 11, 2)).status == 0
    fresh = {problem.code for problem in build_site(site, dt.date(2026, 11, 25)).problems}
    assert not {"advies-oude-gids", "advies-stil"} & fresh


def test_expired_pages_go_and_later_ones_wait(site: Path) -> None:
    (site / "content/weg.md").write_text("---\ntitel: Weg\nverloopt_op: 2026-11-25\n---\n\nTekst.\n", "utf-8")
    (site / "content/later.md").write_text("---\ntitel: Later\npubliceren_op: 2026-11-26\n---\n\nTekst.\n", "utf-8")
    build_site(site, dt.date(2026, 11, 24))
    assert (site / "public/weg/index.html").exists()
    assert not (site / "public/later/index.html").exists()
    build_site(site, dt.date(2026, 11, 26))
    assert not (site / "public/weg").exists()
    assert (site / "public/later/index.html").exists()
