"""Pictures: nothing of a child without a yes, and nothing in the file but the picture."""

from __future__ import annotations

import io
import re
import struct
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from sitegen import outputs, verify
from sitegen.artifact import Artifact
from sitegen.build import Request, build
from tests.building import DAY, build_site, snapshot
from tests.media.conftest import FOLDER, photo, saved

if TYPE_CHECKING:
    from tests.media.conftest import Site

XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:dc="http://purl.org/dc/elements/1.1/"><Iptc4xmpExt:PersonInImage><rdf:Bag>{}</rdf:Bag></Iptc4xmpExt:PersonInImage>'
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)
SECRETS = (b"Zandsteker", b"GPSgeheim", b"Exif\0\0", b"adobe:ns:meta", b"Photoshop 3.0", b"tEXt", b"iTXt", b"XML:com.adobe", b"53.2194")


def _media(site: Site) -> dict[str, bytes]:
    return {name: data for name, data in snapshot(site.root / "public").items() if name.startswith("media/")}


def _alike(site: Site, look: bytes) -> list[str]:
    looks = {name: verify.perceptual(data) for name, data in _media(site).items()}
    return [name for name, one in looks.items() if one and verify.same_look(look, one)]


def test_metadata_of_every_kind_is_gone_from_the_bytes(site: Site) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "Sanne Zandsteker op het plein"
    exif[0x013B] = "GPSgeheim"
    exif.get_ifd(0x8825).update({1: "N", 2: (53.0, 13.0, 9.0)})
    site.put("een.jpg", saved(photo(1), exif=exif, xmp=XMP.format("<rdf:li>Zandsteker</rdf:li>").encode(), comment=b"Zandsteker"))
    text = PngInfo()
    text.add_text("Author", "Zandsteker")
    text.add_itxt("XML:com.adobe.xmp", XMP.format("<rdf:li>Zandsteker</rdf:li>"))
    site.put("twee.png", saved(photo(2), "PNG", pnginfo=text))
    site.put("drie.webp", saved(photo(3), "WEBP", exif=exif, xmp=XMP.format("<rdf:li>Zandsteker</rdf:li>").encode()))
    trailing = saved(photo(4)) + b"Zandsteker: achteraan geplakt"
    site.put("vier.jpg", trailing)
    site.letter("![Plein](een.jpg)\n\n![Plein](twee.png)\n\n![Plein](drie.webp)\n\n![Plein](vier.jpg)", "".join(f"{name}: {{who: niemand, anderen: [Zandsteker]}}\n" for name in ("een.jpg", "twee.png", "drie.webp", "vier.jpg")))
    assert build_site(site.root).status == 0
    media = _media(site)
    assert len({name.rpartition("/")[2][:20] for name in media}) >= 3
    for name, data in media.items():
        assert re.fullmatch(r"media/(?:kaart-)?[0-9a-f]{20}(?:-\d+)?\.(?:jpg|webp|avif|png)", name)
        assert not [one for one in SECRETS if one in data], name
    assert site.page().count("<picture>") >= 3


def test_turned_upright(site: Site) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    site.put("staand.jpg", saved(photo(5, (800, 500)), exif=exif))
    site.letter("![Plein](staand.jpg)", "staand.jpg: {who: niemand}\n")
    build_site(site.root)
    assert re.search(r'width="500" height="800"', site.page())


def test_widths_and_lazy_loading(site: Site) -> None:
    site.put("groot.jpg", saved(photo(6, (3000, 2000))))
    site.put("eerst.jpg", saved(photo(60)))
    site.letter("![Plein](eerst.jpg)\n\n![Plein](groot.jpg)", "groot.jpg: {who: niemand}\neerst.jpg: {who: niemand}\n")
    build_site(site.root)
    page = site.page()
    for part in ('type="image/avif"', 'type="image/webp"', "srcset=", "sizes=", 'loading="lazy"', "480w"):
        assert part in page
    for name in _media(site):
        if name.endswith(".webp"):
            with Image.open(site.root / "public" / name) as opened:
                assert opened.width <= 1600


@pytest.mark.parametrize(
    ("who", "shown"),
    [
        ("[10021]", True), ('["Sanne (groep 6)"]', True), ("niemand", True), ("onherkenbaar", True), ("groep 6", True), ("[10022]", False), ("[10021, 10022]", False), ("groep 3", False),
        ("[99999]", False), ('["Sanne Onbekend"]', False), ("[niemand, 10021]", False), ("", False), ("medewerkers", False),
    ],
)
def test_who_is_on_it_decides(site: Site, who: str, *, shown: bool) -> None:
    site.consent({"10021": "ja;ja;ja;ja;ja;ja", "10022": "nee;nee;nee;nee;nee;nee"})
    site.put("foto.jpg", saved(photo(7)))
    site.letter("![Aan het rennen](foto.jpg)", f"foto.jpg: {{who: {who}}}\n")
    result = build_site(site.root)
    assert result.status == 0
    assert ("<picture>" in site.page()) == shown
    assert result.counts["tegengehouden"] == (0 if shown else 1)


def test_a_newsletter_needs_both_website_and_nieuwsbrief(site: Site) -> None:
    site.put("foto.jpg", saved(photo(8)))
    site.letter("![Aan het rennen](foto.jpg)", "foto.jpg: {who: [10021]}\n")
    for columns in ("ja;nee;ja;ja;ja;ja", "nee;ja;ja;ja;ja;ja", ";ja;ja;ja;ja;ja"):
        site.consent({"10021": columns})
        assert build_site(site.root).status == 0
        assert "<picture>" not in site.page()
    site.consent({"10021": "ja;ja;nee;nee;nee;nee"})
    build_site(site.root)
    assert "<picture>" in site.page()


def test_names_that_a_photo_program_wrote(site: Site) -> None:
    site.put("wel.jpg", saved(photo(9), xmp=XMP.format("<rdf:li>Sanne Hoekzema</rdf:li>").encode()))
    site.put("niet.jpg", saved(photo(10), xmp=XMP.format("<rdf:li>Daan van der Meulen</rdf:li>").encode()))
    site.put("wie.jpg", saved(photo(11), xmp=XMP.format("<rdf:li>Een Vreemde</rdf:li>").encode()))
    site.consent({"10021": "ja;ja;ja;ja;ja;ja", "10022": ";;;;;"})
    site.letter("![a](wel.jpg)\n\n![b](niet.jpg)\n\n![c](wie.jpg)")
    result = build_site(site.root)
    assert site.page().count("<picture>") == 1
    assert result.counts["tegengehouden"] == 2


def test_withheld_is_gone_with_all_that_serves_it(site: Site) -> None:
    site.put("foto.jpg", saved(photo(12)))
    site.letter(
        'Eerste alinea.\n\n<figure><img src="foto.jpg" alt="Daan op het springkussen"><figcaption>Daan springt hoog</figcaption></figure>\n\n'
        "![Daan](foto.jpg)\n\n*Daan in volle vaart*\n\n[De foto in het groot](foto.jpg)\n\nLaatste alinea."
    )
    assert build_site(site.root).status == 0
    page = site.page()
    for part in ("Daan", "springt", "vaart", "figure", "<img", "foto.jpg"):
        assert part not in page, part
    assert "Eerste alinea." in page
    assert "Laatste alinea." in page
    assert not [name for name in _media(site) if "kaart" not in name]


def test_withdrawal_is_obeyed_everywhere_at_the_next_build(site: Site) -> None:
    original = saved(photo(13))
    site.put("foto.jpg", original)
    site.letter("![Aan het rennen](foto.jpg)", "foto.jpg: {who: [10021]}\n")
    build_site(site.root)
    look = verify.perceptual(original)
    assert look
    before = _alike(site, look)
    assert before
    site.consent({"10021": "nee;nee;nee;nee;nee;nee"})
    result = build_site(site.root)
    assert result.status == 0
    assert set(before) <= set(result.removed)
    assert _alike(site, look) == []
    assert "<picture>" not in site.page()


def test_a_blurred_part_is_destroyed_in_every_size(site: Site) -> None:
    image = photo(14, (1600, 1200))
    for x in range(400, 800, 8):
        image.paste((255, 0, 0) if x % 16 else (0, 0, 255), (x, 300, x + 8, 700))
    site.put("foto.jpg", saved(image, quality=95))
    site.letter("![Plein](foto.jpg)", "foto.jpg: {who: onherkenbaar, vervaag: [[400, 300, 400, 400]]}\n")
    assert build_site(site.root).status == 0
    for name in _media(site):
        if "kaart" not in name:
            with Image.open(site.root / "public" / name) as opened:
                scale = opened.width / 1600
                inside = opened.convert("RGB").crop(tuple(round(one * scale) for one in (420, 320, 780, 680)))
            data = inside.tobytes()
            assert not [at for at in range(0, len(data), 3) if data[at] > 220 and data[at + 2] < 60]


def test_a_first_name_a_family_objects_to_leaves_the_caption(site: Site) -> None:
    site.consent({"10021": "ja;ja;ja;ja;ja;nee"})
    site.put("foto.jpg", saved(photo(15)))
    site.letter('Sanne won de sprint.\n\n<figure><img src="foto.jpg" alt="Sanne met de beker"><figcaption>Sanne (groep 6) met de beker</figcaption></figure>', "foto.jpg: {who: [10021]}\n")
    assert build_site(site.root).status == 0
    page = site.page()
    assert "Sanne won de sprint." in page
    assert "Sanne" not in page.replace("Sanne won", "")
    assert "met de beker" in page.lower()


def test_the_share_image_wants_consent_for_social_media_too(site: Site) -> None:
    site.put("foto.jpg", saved(photo(16)))
    site.letter("![Rennen](foto.jpg)", "foto.jpg: {who: [10021]}\n")
    for social, card in (("nee", True), ("ja", False)):
        site.consent({"10021": f"ja;ja;ja;{social};ja;ja"})
        build_site(site.root)
        head = (site.root / "public/nieuwsbrieven/2026-2027/sportdag/index.html").read_text("utf-8")
        found = re.search(r'og:image" content="([^"]+)"', head)
        assert found
        assert ("kaart-" in found[1]) == card


def test_bombs_and_broken_files_are_refused_without_harm(site: Site) -> None:
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0) + b"\0\0\0\0"
    names = {"bom.png": bomb, "half.jpg": saved(photo(17))[:2000], "leeg.jpg": b"", "tekst.jpg": b"dit is geen foto", "heic.jpg": b"\0\0\0\x18ftypheic" + bytes(400)}
    for name, data in names.items():
        site.put(name, data)
    site.letter("\n\n".join(f"![x]({name})" for name in names), "".join(f"{name}: {{who: niemand}}\n" for name in names))
    result = build_site(site.root)
    assert result.status == 0
    assert result.counts["tegengehouden"] == len(names)
    assert "<img" not in site.page()


def test_a_drawing_keeps_its_shapes_and_loses_the_rest(site: Site) -> None:
    site.put("tekening.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" onload="alert(1)"><script>alert(2)</script><metadata>Zandsteker</metadata><circle cx="5" cy="5" r="4" fill="red" onclick="kwaad()"/></svg>')
    site.letter("![Rondje](tekening.svg)", "tekening.svg: {who: niemand}\n")
    assert build_site(site.root).status == 0
    drawings = [data for name, data in _media(site).items() if name.endswith(".svg")]
    assert drawings
    for data in drawings:
        assert b"circle" in data
        for part in (b"script", b"onload", b"Zandsteker", b"kwaad"):
            assert part not in data


def test_a_drawing_with_a_picture_inside_is_withheld(site: Site) -> None:
    site.put("tekening.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><image href="https://kwaad.example/x.png"/></svg>')
    site.letter("![Rondje](tekening.svg)", "tekening.svg: {who: niemand}\n")
    assert build_site(site.root).counts["tegengehouden"] == 1


def test_a_copy_of_a_withheld_picture_stops_the_build(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    image = photo(18, (1200, 800))
    site.put("foto.jpg", saved(image))
    site.letter("![Wie](foto.jpg)")
    small = saved(image.resize((400, 267)), "PNG")
    smuggled = Artifact("media/sfeer.png", lambda: small, b"1" * 16, "gesmokkeld")
    monkeypatch.setattr(outputs, "OUTPUTS", (*outputs.OUTPUTS, lambda _edition, _theme: [smuggled]))
    before = snapshot(site.root / "public")
    result = build_site(site.root)
    assert result.status == 3
    assert any("sfeer.png" in leak.file for leak in result.leaks)
    assert snapshot(site.root / "public") == before


def _profile() -> bytes:
    """A colour profile that says a name where it says what it is called."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    told = "sRGB built-in".encode("utf-16-be")
    assert told in data
    return data.replace(told, "Zandsteker-13".encode("utf-16-be"))


def _iptc() -> bytes:
    record = b"\x1c\x02\x78\x00\x0aZandsteker"
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(record).to_bytes(4, "big") + record + b"\0" * (len(record) % 2)
    return b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block


def test_thumbnails_profiles_and_records_are_gone_from_the_bytes(site: Site) -> None:
    """The thumbnail of a photo shows what was cut off or blurred later; a profile, an IPTC record and a second picture tell as much."""
    thumbnail = saved(photo(70, (160, 120)), quality=60)
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8769)[0x927C] = thumbnail
    whole = saved(photo(71), exif=exif, icc_profile=_profile())
    assert thumbnail in whole
    data = whole[:2] + _iptc() + whole[2:] + saved(photo(72), comment=b"Zandsteker")
    site.put("foto.jpg", data)
    stream = io.BytesIO()
    photo(73).save(stream, "MPO", save_all=True, append_images=[photo(74)])
    site.put("twee.jpg", stream.getvalue())
    packed = PngInfo()
    packed.add_text("Comment", "Zandsteker", zip=True)
    site.put("drie.png", saved(photo(75), "PNG", pnginfo=packed, icc_profile=_profile(), exif=exif))
    site.letter("\n\n".join(f"![x]({name})" for name in ("foto.jpg", "twee.jpg", "drie.png")), "".join(f"{name}: {{who: niemand}}\n" for name in ("foto.jpg", "twee.jpg", "drie.png")))
    assert build_site(site.root).status == 0
    assert site.page().count("<picture>") == 3
    looks = [verify.perceptual(saved(photo(seed))) or b"" for seed in (70, 72, 74)]
    for name, found in _media(site).items():
        for secret in (thumbnail[200:260], b"Zandsteker", "Zandsteker".encode("utf-16-be"), b"ICC_PROFILE", b"iCCP", b"8BIM", b"MPF\0", b"zTXt", b"Camera"):
            assert secret not in found, (name, secret)
        assert not [look for look in looks if verify.same_look(look, verify.perceptual(found) or b"")]


def test_a_picture_is_never_made_larger(site: Site) -> None:
    site.put("klein.png", saved(photo(76, (200, 150)), "PNG"))
    site.letter("![x](klein.png)", "klein.png: {who: niemand}\n")
    build_site(site.root)
    sizes = {Image.open(io.BytesIO(data)).size for name, data in _media(site).items() if "kaart" not in name}
    assert sizes == {(200, 150)}


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_what_moves_is_refused_with_what_to_do(site: Site, kind: str) -> None:
    name = f"beweegt.{kind.lower()}"
    site.put(name, saved(photo(77), kind, save_all=True, append_images=[photo(78)]))
    site.letter(f"![x]({name})", f"{name}: {{who: niemand}}\n")
    assert build_site(site.root).counts["tegengehouden"] == 1
    assert "bewegend" in (site.root / ".sitegen/report.json").read_text("utf-8")
    assert not [one for one in _media(site) if "kaart" not in one]


def test_sixty_megapixels_are_refused_and_forty_are_not(site: Site) -> None:
    for width, shown in ((7700, False), (5000, True)):
        site.put("groot.jpg", saved(Image.new("L", (width, 7900), 120)))
        site.letter("![x](groot.jpg)", "groot.jpg: {who: niemand}\n")
        build_site(site.root)
        assert ("<picture>" in site.page()) == shown


def test_a_withheld_picture_leaves_no_word_in_any_file(site: Site) -> None:
    """Alternative text, title, caption, the paragraph that only describes it, slots of a gallery, feeds, the search index, lists."""
    gallery = '<ul><li><img src="a.jpg" alt="galerijwoord een" title="titelwoord"></li><li><img src="b.jpg" alt="galerijwoord twee"></li></ul>'
    table = '<table><tr><td><img src="a.jpg" alt="tabelwoord"></td><td><img src="b.jpg" alt="tabelwoord"></td></tr></table>'
    site.put("a.jpg", saved(photo(79)))
    site.put("b.jpg", saved(photo(80)))
    site.letter(
        '![altwoord](a.jpg "titelwoord")\n\n*bijschriftwoord*\n\nBlijft.\n\n![x](b.jpg)\n\nOp deze foto ziet u het beschrijfwoord.\n\n'
        f'<figure><img src="a.jpg" alt="x"><figcaption>figuurwoord</figcaption></figure>\n\n{gallery}\n\n{table}\n\n## Kopwoord\n\n![x](a.jpg)\n\n## Slot\n\nTot volgende week, met [de foto](a.jpg).'
    )
    result = build_site(site.root)
    assert result.status == 0
    for name, data in snapshot(site.root / "public").items():
        text = data.decode("utf-8", "replace").lower() if not name.startswith("media/") else ""
        assert not re.findall(r"(?:alt|titel|bijschrift|beschrijf|figuur|galerij|tabel|kop)woord|[ab]\.jpg", text), name
    page = site.page()
    assert "Blijft." in page
    assert "Tot volgende week, met de foto." in page
    assert not re.search(r"<(?:li|td|tr|figure|p)(?:\s[^>]*)?>\s*</", page)


def test_a_picture_under_another_name_is_not_made_again(site: Site) -> None:
    site.put("een.jpg", saved(photo(81)))
    site.letter("![x](een.jpg)", "een.jpg: {who: niemand}\n")
    build_site(site.root)
    before = _media(site)
    (site.root / FOLDER / "een.jpg").rename(site.root / FOLDER / "twee.jpg")
    site.letter("![x](twee.jpg)", "twee.jpg: {who: niemand}\n")
    result = build_site(site.root)
    assert result.status == 0
    assert not [path for path in result.remade if path.startswith("media/")]
    assert _media(site) == before


def test_while_pictures_are_made_it_is_told_how_far_they_are(site: Site) -> None:
    for number in range(9):
        site.put(f"{number}.png", saved(photo(90 + number, (120, 80)), "PNG"))
    site.letter("\n\n".join(f"![x]({number}.png)" for number in range(9)), "".join(f"{number}.png: {{who: niemand}}\n" for number in range(9)))
    told: list[tuple[str, int, int]] = []
    build(Request(site.root, site.root / "public", DAY, told=lambda *one: told.append(one)))
    made = [one for one in told if one[0] == "bestanden"]
    assert [done for _, done, _ in made] == list(range(1, len(made) + 1))
    assert {total for _, _, total in made} == {len(made)}
    assert len(made) >= 27


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
REPEATED = "".join(f'<g id="g{number}">' + f'<use xlink:href="#g{number - 1}"/>' * 10 + "</g>" for number in range(1, 9))


@pytest.mark.parametrize(
    "inside",
    [
        "<text>Sanne Hoekzema</text>", '<text>Sanne <tspan dx="1">Hoek</tspan>zema</text>', '<g id="Sanne-Hoekzema"><path d="M0 0"/></g>', "<style>.sanne-hoekzema { fill: red }</style>",
        "<style>@import url(https://kwaad.example/x.css);</style>", '<style>path { fill: url("https://kwaad.example/x") }</style>', "<foreignObject><b>x</b></foreignObject>",
        f'<g id="g0"><path d="M0 0"/></g>{REPEATED}', '<g id="a"><use xlink:href="#a"/></g>', "<image href='data:image/png;base64,AAAA'/>", "<text>06-12345688</text>", "<g>" * 3000 + "</g>" * 3000,
    ],
)
def test_a_drawing_that_says_or_fetches_too_much_is_withheld(site: Site, inside: str) -> None:
    site.put("tekening.svg", SVG.format(inside).encode())
    site.letter("![Rondje](tekening.svg)", "tekening.svg: {who: niemand}\n")
    result = build_site(site.root)
    assert (result.status, result.counts["tegengehouden"]) == (0, 1)
    assert not [name for name in _media(site) if name.endswith(".svg")]


def test_an_ordinary_drawing_is_shown_without_what_a_program_added(site: Site) -> None:
    inside = '<title>Zandsteker</title><desc>Zandsteker</desc><!-- Zandsteker --><defs><g id="boom"><path d="M0 0L3 3" style="fill:#123456" data-x="Zandsteker"/></g></defs><use xlink:href="#boom"/><a href="https://kwaad.example"><text>Dag</text></a>'
    site.put("tekening.svg", SVG.format(inside).encode())
    site.letter("![Boom](tekening.svg)", "tekening.svg: {who: niemand}\n")
    assert build_site(site.root).status == 0
    (drawing,) = (data for name, data in _media(site).items() if name.endswith(".svg"))
    for part in (b"Zandsteker", b"kwaad", b"data-x", b"<!--"):
        assert part not in drawing
    assert b"#123456" in drawing
    assert b'href="#boom"' in drawing
