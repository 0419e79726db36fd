"""Drafts for social media: nothing of a child without the stricter yes, never twice, and what must come down."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from sitegen import verify
from sitegen.cli.main import main
from sitegen.social.networks import networks
from tests.building import build_site, snapshot
from tests.media.conftest import photo, saved

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.media.conftest import Site

ITEM = "2026-11-23-sportdag"
# What Facebook cuts nothing off: there a picture that slipped through would be known by its looks.
SHAPE = (1200, 630)
SENTENCE = "Wij renden over het hele veld vandaag."


def _drafts(site: Site) -> dict[str, bytes]:
    return {name: data for name, data in snapshot(site.root / ".sitegen/social").items() if name.endswith(".jpg")}


def test_a_picture_with_consent_for_the_website_only_is_on_the_site_and_in_no_draft_share_image_or_card(site: Site, social: Callable[..., dict]) -> None:
    original = saved(photo(70, SHAPE))
    look = verify.perceptual(original)
    assert look
    site.put("foto.jpg", original)
    site.letter(f"{SENTENCE}\n\n![Rennen](foto.jpg)", "foto.jpg: {who: [10021]}\n")
    site.consent({"10021": "ja;ja;ja;nee;ja;ja"})
    assert build_site(site.root).status == 0
    assert "<picture>" in site.page()
    said = social(ITEM)
    assert not any(one["eigen_foto"] for one in said["berichten"].values())
    assert any("niet op social media" in one for one in said["let_op"])
    cards = _drafts(site)
    assert cards
    assert not [name for name, data in cards.items() if verify.same_look(look, verify.perceptual(data) or b"")]
    page = (site.root / "public/nieuwsbrieven/2026-2027/sportdag/index.html").read_text("utf-8")
    shared = page.split('og:image" content="')[1].split('"')[0]
    card = (site.root / "public" / shared.split("deproef.example/")[1]).read_bytes()
    assert not verify.same_look(look, verify.perceptual(card) or b"")


def test_with_a_yes_for_social_media_it_goes_along_cropped_and_bare(site: Site, social: Callable[..., dict]) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Sanne Hoekzema"
    exif.get_ifd(0x8825)[1] = "N"
    site.put("foto.jpg", saved(photo(71, (1600, 1200)), exif=exif))
    site.put("hoog.jpg", saved(photo(72, (900, 1200))))
    site.letter(f"{SENTENCE}\n\n![Kinderen rennen](foto.jpg)\n\n![Een hoge sprong](hoog.jpg)", "foto.jpg: {who: [10021]}\nhoog.jpg: {who: [10021]}\n")
    site.consent({"10021": "nee;nee;nee;ja;ja;ja"})
    said = social(ITEM)
    assert all(one["eigen_foto"] and one["alt"] == ["Kinderen rennen", "Een hoge sprong"] for one in said["berichten"].values())
    found = _drafts(site)
    assert len([name for name in found if name.startswith(f"{ITEM}/")]) == 6
    for name, data in found.items():
        with Image.open(io.BytesIO(data)) as opened:
            network = networks()[Path(name).stem.removesuffix("-2")]
            assert opened.size in network.sizes
            assert not opened.getexif()
            if name.startswith(ITEM) and name.endswith("-2.jpg"):
                # An upright photo isn't cut to a lying one; on Instagram all have the shape of the first.
                assert opened.height > opened.width or (network.even and opened.size == network.sizes[0])
            assert len(data) <= network.weight
        assert b"Hoekzema" not in data


def test_work_needs_its_own_yes_and_staff_theirs(site: Site, social: Callable[..., dict]) -> None:
    site.put("werk.png", saved(photo(74), "PNG"))
    site.put("team.jpg", saved(photo(75)))
    site.letter(f"{SENTENCE}\n\n![Een tekening](werk.png)\n\n![Het team](team.jpg)", "werk.png: {who: [10021], kind: work}\nteam.jpg: {who: medewerkers}\n")
    site.consent({"10021": "nee;nee;nee;nee;ja;nee"})
    assert social(ITEM)["berichten"]["facebook"]["alt"] == ["Een tekening"]
    site.consent({"10021": "ja;ja;ja;ja;nee;nee"})
    assert not social(ITEM)["berichten"]["facebook"]["eigen_foto"]


def test_no_child_is_named_unless_the_school_and_the_parents_say_so(site: Site, social: Callable[..., dict]) -> None:
    site.put("foto.jpg", saved(photo(76)))
    site.letter(
        "Sanne Hoekzema won de sprint van de hele school. Wij renden allemaal over het grote veld. Sannes vlag hing buiten de hele dag.\n\n![Sanne rent](foto.jpg)\n\n"
        "## Sanne naar de finale\n\nDe finale is volgende maand op het grote veld. Wij hopen op mooi weer en veel publiek.",
        "foto.jpg: {who: [10021]}\n",
    )
    for name in (f"{ITEM}.begin", f"{ITEM}.onderwerp-1"):
        said = social(name)
        assert "anne" not in str({key: value for key, value in said.items() if key != "wachtrij"}).replace("sannes", "Sannes")
        assert "grote veld" in said["berichten"]["facebook"]["tekst"]
    page = (site.root / ".sitegen/social/index.html").read_text("utf-8")
    assert "Sanne" not in page
    assert "zonder namen" in page
    settings_file = site.root / "site.yaml"
    settings_file.write_text(settings_file.read_text("utf-8") + "social: {channels: [facebook], first_names: true}\n", "utf-8")
    assert "Sanne won" in social(f"{ITEM}.begin")["berichten"]["facebook"]["tekst"]
    site.consent({"10021": "ja;ja;ja;ja;ja;nee"})
    assert "anne" not in str(social(f"{ITEM}.begin")["berichten"])


def test_a_post_is_about_one_topic(site: Site, social: Callable[..., dict]) -> None:
    site.put("foto.jpg", saved(photo(77)))
    site.letter(
        f"{SENTENCE}\n\n## Egels\n\nAchter de school woont een egel in het blad.\n\n![Een egel](foto.jpg)\n\n## Gymles\n\nDe gymles gaat deze maand met een fluit.\n\n"
        "## Agenda\n\nMaandag is er geen school voor de kleuters.\n\n**DE MOESTUIN**\n\nDe eerste radijsjes zijn geoogst en opgegeten.",
        "foto.jpg: {who: niemand}\n",
    )
    said = social(ITEM)
    assert {said["concept"], *said["wachtrij"]} >= {f"{ITEM}.egels", f"{ITEM}.gymles", f"{ITEM}.de-moestuin"}
    assert not any(one.endswith("agenda") for one in said["wachtrij"])
    egels = social(f"{ITEM}.egels")["berichten"]["facebook"]
    assert egels["eigen_foto"]
    assert "egel in het blad" in egels["tekst"]
    assert "fluit" not in egels["tekst"]
    assert "/sportdag/#egels" in egels["tekst"]
    assert not social(f"{ITEM}.gymles")["berichten"]["facebook"]["eigen_foto"]


def test_oldest_first_never_twice_and_one_a_letter(site: Site, social: Callable[..., dict]) -> None:
    site.letter(f"{SENTENCE}\n\n## Egels\n\nAchter de school woont een egel in het blad.\n\n## Gymles\n\nDe gymles gaat deze maand met een fluit.")
    (site.root / "newsletters/2026-11-19-boom.md").write_text("# De boom\n\nOp het plein staat sinds gisteren een nieuwe boom.\n", "utf-8")
    first = social()["concept"]
    assert first == "2026-11-19-boom"
    social("geplaatst", first)
    second = social()
    assert second["concept"] == f"{ITEM}.egels"
    assert first not in second["wachtrij"]
    social("geplaatst", second["concept"])
    third = social()
    assert second["concept"] not in (third["concept"], *third["wachtrij"])
    social("overslaan", f"{ITEM}.gymles")
    social("overslaan", f"{ITEM}.begin")
    assert social()["concept"] == ""


def test_what_stands_on_one_network_waits_a_few_days_for_the_others(site: Site, social: Callable[..., dict]) -> None:
    site.letter(SENTENCE)
    social("geplaatst", ITEM, "facebook", "--op", "2026-11-23")
    assert social()["concept"] == ITEM
    assert social(day="2026-11-29")["concept"] != ITEM


def test_a_day_that_must_come_yet_is_refused(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.letter(SENTENCE)
    words = ["social", "--site", str(site.root), "--date", "2026-11-24"]
    assert main([*words, "geplaatst", ITEM, "--op", "2031-01-01"]) == 2
    assert "moet nog komen" in capsys.readouterr().err
    assert main(words) == 0
    assert f"Aan de beurt: {ITEM}" in capsys.readouterr().out


def test_what_waits_in_the_inbox_is_told(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.letter(SENTENCE)
    (site.root / "inbox").mkdir(exist_ok=True)
    for name in ("bosdag", "herfst"):
        (site.root / f"inbox/2026-11-24-{name}.txt").write_text(f"# {name}\n\nWij bouwden hutten in het bos.\n", "utf-8")
    assert main(["social", "--site", str(site.root), "--date", "2026-11-24"]) == 0
    assert "Uit inbox/ wacht:" in capsys.readouterr().out


def test_the_day_is_written_down_and_silence_is_noticed(site: Site, social: Callable[..., dict]) -> None:
    assert "2026-11-21" in (social("geplaatst", "2026-11-20-weekbericht-12", "--op", "2026-11-21", "--date", "2026-11-24") and (site.root / ".sitegen/social/geplaatst.yaml").read_text("utf-8"))
    assert social(day="2026-12-01")["dagen_stil"] == 0
    assert social(day="2026-12-02")["dagen_stil"] == 11
    settings = site.root / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "social: {reminder_days: 30}\n", "utf-8")
    assert social(day="2026-12-02")["dagen_stil"] == 0


def test_a_withdrawal_takes_the_picture_out_of_every_draft_and_names_what_must_come_down(site: Site, social: Callable[..., dict]) -> None:
    original = saved(photo(78, SHAPE))
    look = verify.perceptual(original)
    assert look
    site.put("foto.jpg", original)
    site.put("ander.jpg", saved(photo(79)))
    site.letter(f"{SENTENCE}\n\n![Rennen](foto.jpg)\n\n## Egels\n\nAchter de school woont een egel in het blad.\n\n![Egel](ander.jpg)", "foto.jpg: {who: [10021]}\nander.jpg: {who: niemand}\n")
    social(f"{ITEM}.begin")
    assert any(verify.same_look(look, verify.perceptual(data) or b"") for data in _drafts(site).values())
    # Withdrawn after the draft was made, before anybody wrote down that it was placed: what was placed held the picture.
    site.consent({"10021": "ja;ja;ja;nee;ja;ja"})
    social("geplaatst", f"{ITEM}.begin", "facebook", "--op", "2026-11-23")
    said = social(f"{ITEM}.egels")
    assert said["zelf_weghalen"] == [{"bericht": f"{ITEM}.begin", "foto": "newsletters/2026-11-23-sportdag/foto.jpg", "op": {"facebook": "2026-11-23"}}]
    assert not any(verify.same_look(look, verify.perceptual(data) or b"") for data in _drafts(site).values())
    page = (site.root / ".sitegen/social/index.html").read_text("utf-8")
    assert "Haal dit zelf weg" in page
    assert "geplaatst op maandag 23 november 2026" in page
    # However old the letter is: who posted it must know.
    assert len(social(day="2027-06-01")["zelf_weghalen"]) == 1
    site.consent({"10021": "ja;ja;ja;ja;ja;ja"})
    assert social()["zelf_weghalen"] == []


def test_a_letter_that_is_gone_leaves_its_picture_to_take_down(site: Site, social: Callable[..., dict]) -> None:
    site.put("foto.jpg", saved(photo(84)))
    site.letter(f"{SENTENCE}\n\n![Egel](foto.jpg)", "foto.jpg: {who: niemand}\n")
    social("geplaatst", ITEM)
    (site.root / "newsletters/2026-11-23-sportdag/index.md").unlink()
    assert [one["foto"] for one in social()["zelf_weghalen"]] == ["newsletters/2026-11-23-sportdag/foto.jpg"]


def test_who_forgets_a_child_still_knows_what_must_come_down(site: Site, social: Callable[..., dict], capsys: pytest.CaptureFixture[str]) -> None:
    site.put("foto.jpg", saved(photo(88)))
    site.letter(f"{SENTENCE}\n\n![Rennen](foto.jpg)", "foto.jpg: {who: [10022]}\n")
    (site.root / "newsletters/2026-11-20-weekbericht-12.md").unlink()
    social()
    social("geplaatst", ITEM)
    assert main(["forget", "10022", "--ja", "--site", str(site.root), "--date", "2026-11-24"]) == 0
    assert "sitegen social" in capsys.readouterr().out
    assert not _drafts(site), "drafts with the child's picture are gone"
    assert [one["foto"] for one in social()["zelf_weghalen"]] == ["newsletters/2026-11-23-sportdag/foto.jpg"]


def test_what_teachers_put_in_the_inbox(site: Site, social: Callable[..., dict]) -> None:
    inbox = site.root / "inbox"
    (inbox / "schaatsen").mkdir(parents=True)
    (inbox / "moestuin.md").write_text("# De moestuin\n\nDe eerste radijsjes zijn geoogst en opgegeten.\n\n![Oogst](oogst.jpg)\n", "utf-8")
    (inbox / "oogst.jpg").write_bytes(saved(photo(73)))
    (inbox / "moestuin-2.jpg").write_bytes(saved(photo(85)))
    (inbox / "los.jpg").write_bytes(saved(photo(86)))
    (inbox / "schaatsen/tekst.txt").write_text("Groep 7 stond voor het eerst dit jaar op het ijs.\n", "utf-8")
    (inbox / "schaatsen/ijs.jpg").write_bytes(saved(photo(87)))
    (inbox / "schaatsen/media.yaml").write_text("ijs.jpg: {who: niemand}\n", "utf-8")
    build_site(site.root)
    assert not [name for name, data in snapshot(site.root / "public").items() if b"radijsjes" in data or b"op het ijs" in data]
    waiting = social()
    assert {"moestuin", "schaatsen"} <= {waiting["concept"], *waiting["wachtrij"]}
    assert waiting["losse_fotos"] == ["inbox/los.jpg"]
    said = social("moestuin")
    assert "radijsjes" in said["berichten"]["facebook"]["tekst"]
    assert not said["berichten"]["facebook"]["eigen_foto"], "nobody said who is on it"
    (inbox / "media.yaml").write_text("oogst.jpg: {who: niemand}\nmoestuin-2.jpg: {who: [10021]}\n", "utf-8")
    assert social("moestuin")["berichten"]["facebook"]["alt"] == ["Oogst", ""]
    assert social("schaatsen")["berichten"]["facebook"]["eigen_foto"]
    assert "http" not in social("schaatsen")["berichten"]["facebook"]["tekst"]


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("Vrijdag om 9.00 uur gaat groep 3 met z'n allen naar het zwembad.", "waar en wanneer"), ("Onze conciërge ligt helaas in het ziekenhuis en wij missen hem.", "gezondheid"),
        ("Wij bedanken @bakkerij voor alle lekkere broodjes van vandaag.", "getagd"), ("Kom allemaal kijken! 📍 Sportpark Oost, daar zijn wij vandaag.", "locatie"),
        ("Meer foto's staan op https://talk.parro.com/groep3 voor de ouders.", "gesloten groep"), ("Gisteren was het heerlijk weer en wij speelden buiten.", ""),
    ],
)
def test_warnings(site: Site, social: Callable[..., dict], text: str, warned: str) -> None:
    site.letter(text)
    said = social(ITEM)
    assert any(warned in one for one in said["let_op"]) if warned else said["let_op"] == []


def test_no_post_links_to_parro_or_a_closed_group(site: Site, social: Callable[..., dict]) -> None:
    site.letter(f"{SENTENCE} Meer foto's staan op https://talk.parro.com/groep3 voor de ouders. Kom ook naar het grote plein.")
    for one in social(ITEM)["berichten"].values():
        assert "parro" not in one["tekst"]
        assert "grote plein" in one["tekst"]


def test_old_drafts_and_letters_that_wait_are_no_news(site: Site, social: Callable[..., dict]) -> None:
    folder = site.root / "newsletters"
    (folder / "2026-11-22-concept.md").write_text(f"---\nconcept: ja\n---\n# Concept\n\n{SENTENCE}\n", "utf-8")
    (folder / "2026-11-30-straks.md").write_text(f"# Straks\n\n{SENTENCE}\n", "utf-8")
    (folder / "2026-09-01-lang-geleden.md").write_text(f"# Lang geleden\n\n{SENTENCE}\n", "utf-8")
    said = social()
    assert [said["concept"], *said["wachtrij"]] == [""], "of the one letter that is left only the title names no child"
    assert social("2026-09-01-lang-geleden")["concept"] == "2026-09-01-lang-geleden"


def test_private_and_never_in_the_website(site: Site, social: Callable[..., dict]) -> None:
    site.letter(SENTENCE)
    social()
    for path in (site.root / ".sitegen/social").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0
    assert "niet openbaar" in social("--output", str(site.root / ".sitegen"), status=2)["gezegd"]


def test_mistakes_are_told_in_dutch(site: Site, social: Callable[..., dict]) -> None:
    site.letter(f"{SENTENCE}\n\n## Egels\n\nAchter de school woont een egel in het blad.\n\n## Gymles\n\nDe gymles gaat deze maand met een fluit.")
    assert "Kies uit" in social("bestaat-niet", status=2)["gezegd"]
    assert "noem een concept" in social("geplaatst", status=2)["gezegd"]
    assert f"{ITEM}.egels" in social("geplaatst", ITEM, status=2)["gezegd"]
    assert "mastodon staat niet bij" in social("geplaatst", f"{ITEM}.egels", "mastodon", status=2)["gezegd"]
    (site.root / ".sitegen/social").mkdir(parents=True, exist_ok=True)
    (site.root / ".sitegen/social/geplaatst.yaml").write_text("x: {op: {facebook: gisteren}}\n", "utf-8")
    assert "geplaatst.yaml" in social(status=2)["gezegd"]
