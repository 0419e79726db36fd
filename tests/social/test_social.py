"""Drafts for social media: to the character, and nothing of a child without the stricter yes."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import verify
from sitegen.cli.main import main
from sitegen.social import graphemes
from sitegen.social.counting import fits, weighted
from sitegen.social.networks import networks
from sitegen.social.text import fitted
from tests.building import build_site, copy_site, snapshot
from tests.media.conftest import Site, photo, saved

if TYPE_CHECKING:
    from collections.abc import Callable

LENGTHS = yaml.safe_load((Path(__file__).parent / "lengths.yaml").read_text("utf-8"))
ITEM = "2026-11-23-sportdag"


@pytest.mark.parametrize("case", LENGTHS, ids=range(len(LENGTHS)))
def test_counted_as_the_network_counts(case: dict[str, object]) -> None:
    text = str(case["tekst"])
    assert weighted(text, 23) == case["x"]
    assert weighted(unicodedata.normalize("NFD", text), 23) == case["x"]
    if "grafemen" in case:
        assert graphemes.count(text) == case["grafemen"]


@settings(max_examples=150, deadline=None)
@given(
    title=st.text(st.sampled_from("abcé 学👍🇳🇱\u200d\u0301!"), min_size=1, max_size=400),
    sentences=st.lists(st.text(st.sampled_from("abcdefgh ijk学👨‍👩‍👧"), min_size=1, max_size=120), max_size=8),
    tags=st.lists(st.sampled_from(["DeWilgenhof", "Sportdag", "Kerst2026"]), max_size=5),
    network=st.sampled_from(list(networks().values())),
)
def test_no_post_is_ever_too_long(title: str, sentences: list[str], tags: list[str], network) -> None:
    text = fitted(title, sentences, "https://www.school.example/nieuwsbrieven/2026-2027/brief/", tags, network)
    assert fits(text, network)
    assert text.count("#") <= network.hashtags + title.count("#")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(copy_site(tmp_path / "site"))


@pytest.fixture
def social(site: Site, capsys: pytest.CaptureFixture[str]) -> Callable[..., dict]:
    def command(*words: str, day: str = "2026-11-24") -> dict:
        capsys.readouterr()
        assert main(["social", *words, "--site", str(site.root), "--date", day, "--json"]) == 0
        out = capsys.readouterr().out
        return json.loads(out) if out.startswith("{") else {}

    return command


def _private(site: Site) -> dict[str, bytes]:
    return snapshot(site.root / ".sitegen/social")


def test_a_picture_with_consent_for_the_website_only_is_on_the_site_and_in_no_draft(site: Site, social: Callable[..., dict]) -> None:
    original = saved(photo(70))
    look = verify.perceptual(original)
    assert look
    site.put("foto.jpg", original)
    site.letter("Wij renden over het hele veld vandaag.\n\n![Rennen](foto.jpg)", "foto.jpg: {who: [10021]}\n")
    site.consent({"10021": "ja;ja;ja;nee;ja;ja"})
    assert build_site(site.root).status == 0
    assert "<picture>" in site.page()
    said = social(ITEM)
    assert not any(one["eigen_foto"] for one in said["berichten"].values())
    assert any("mag niet op social media" in one for one in said["let_op"])
    pictures = [data for name, data in _private(site).items() if name.endswith(".jpg")]
    assert pictures
    assert not [data for data in pictures if verify.same_look(look, verify.perceptual(data) or b"")]
    head = (site.root / "public/nieuwsbrieven/2026-2027/sportdag/index.html").read_text("utf-8").split("</head>")[0]
    assert "kaart-" in head.split("og:image")[1][:200]


def test_with_a_yes_for_social_media_it_goes_along_cropped_and_bare(site: Site, social: Callable[..., dict]) -> None:
    site.put("foto.jpg", saved(photo(71, (1600, 1200))))
    site.letter("Wij renden over het hele veld vandaag.\n\n![Kinderen rennen](foto.jpg)", "foto.jpg: {who: [10021]}\n")
    site.consent({"10021": "nee;nee;nee;ja;ja;ja"})
    said = social(ITEM)
    assert all(one["eigen_foto"] for one in said["berichten"].values())
    from PIL import Image

    for name, data in _private(site).items():
        if name.endswith(".jpg"):
            with Image.open(site.root / ".sitegen/social" / name) as opened:
                assert opened.size == networks()[Path(name).stem].sizes[0]
                assert not opened.getexif()
            assert b"Exif" not in data


def test_no_child_is_named_unless_the_school_and_the_parents_say_so(site: Site, social: Callable[..., dict]) -> None:
    site.letter("Sanne Hoekzema won de sprint van de hele school. Wij renden allemaal over het grote veld.")
    texts = [one["tekst"] for one in social(ITEM)["berichten"].values()]
    assert all("Sanne" not in text and "over het grote veld" in text for text in texts)
    settings_file = site.root / "site.yaml"
    settings_file.write_text(settings_file.read_text("utf-8") + "social: {channels: [facebook], first_names: true}\n", "utf-8")
    assert "Sanne won" in social(ITEM)["berichten"]["facebook"]["tekst"]
    site.consent({"10021": "ja;ja;ja;ja;ja;nee"})
    assert "Sanne" not in social(ITEM)["berichten"]["facebook"]["tekst"]


def test_oldest_first_and_never_twice(site: Site, social: Callable[..., dict]) -> None:
    site.letter("Wij renden over het hele veld vandaag.")
    first = social()["concept"]
    assert first == "2026-11-20-weekbericht-12"
    social("geplaatst", first)
    second = social()
    assert second["concept"] == ITEM
    social("geplaatst", ITEM)
    assert social()["concept"] == ""
    assert social(day="2026-12-20")["dagen_stil"] == 26


def test_a_withdrawal_names_what_must_come_down(site: Site, social: Callable[..., dict]) -> None:
    site.put("foto.jpg", saved(photo(72)))
    site.letter("Wij renden over het hele veld vandaag.\n\n![Rennen](foto.jpg)", "foto.jpg: {who: [10021]}\n")
    social("geplaatst", ITEM, "facebook")
    assert social()["zelf_weghalen"] == []
    site.consent({"10021": "ja;ja;ja;nee;ja;ja"})
    down = social()["zelf_weghalen"]
    assert down == [{"foto": "newsletters/2026-11-23-sportdag/foto.jpg", "op": {"facebook": "2026-11-24"}}]


def test_what_teachers_put_in_the_inbox(site: Site, social: Callable[..., dict]) -> None:
    inbox = site.root / "inbox"
    inbox.mkdir()
    (inbox / "moestuin.md").write_text("# De moestuin\n\nDe eerste radijsjes zijn geoogst en opgegeten.\n\n![Oogst](oogst.jpg)\n", "utf-8")
    (inbox / "oogst.jpg").write_bytes(saved(photo(73)))
    build_site(site.root)
    assert not [name for name, data in snapshot(site.root / "public").items() if b"radijsjes" in data]
    waiting = social()
    name = next(one for one in (waiting["concept"], *waiting["wachtrij"]) if one.endswith("moestuin"))
    said = social(name)
    assert "radijsjes" in said["berichten"]["facebook"]["tekst"]
    assert not said["berichten"]["facebook"]["eigen_foto"]


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("Vrijdag om 9.00 uur gaat groep 3 met z'n allen naar het zwembad.", "waar en wanneer"), ("Onze conciërge ligt helaas in het ziekenhuis en wij missen hem.", "gezondheid"),
        ("Wij bedanken @bakkerij voor alle lekkere broodjes van vandaag.", "getagd"), ("Gisteren was het heerlijk weer en wij speelden buiten.", ""),
    ],
)
def test_warnings(site: Site, social: Callable[..., dict], text: str, warned: str) -> None:
    site.letter(text)
    said = social(ITEM)
    assert any(warned in one for one in said["let_op"]) if warned else said["let_op"] == []


def test_private_and_never_in_the_website(site: Site, social: Callable[..., dict]) -> None:
    site.letter("Wij renden over het hele veld vandaag.")
    social()
    for path in (site.root / ".sitegen/social").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0
