"""Who is on it: what photo programs write, what media.yaml and the text say, in that order; and what happens when they disagree."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.building import build_site
from tests.media.conftest import photo, saved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.media.conftest import Site

SPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#" xmlns:digiKam="http://www.digikam.org/ns/1.0/" '
    'xmlns:MP="http://ns.microsoft.com/photo/1.2/" xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#" '
    'xmlns:lr="http://ns.adobe.com/lightroom/1.0/" xmlns:MicrosoftPhoto="http://ns.microsoft.com/photo/1.0/" xmlns:acdsee="http://ns.acdsee.com/iptc/1.0/"'
)
# One way a program; the name stands where {} is.
PROGRAMS = {
    "IPTC": "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>",
    "MWG as attributes (digiKam)": '<mwg-rs:Regions><rdf:Description><mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description mwg-rs:Name="{}" mwg-rs:Type="Face"><mwg-rs:Area stArea:x="0.5"/></rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList></rdf:Description></mwg-rs:Regions>',
    "MWG as elements (Picasa)": '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li rdf:parseType="Resource"><mwg-rs:Type>Face</mwg-rs:Type><mwg-rs:Name>{}</mwg-rs:Name></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>',
    "Microsoft": '<MP:RegionInfo><rdf:Description><MPRI:Regions><rdf:Bag><rdf:li><rdf:Description MPReg:Rectangle="0,0,1,1" MPReg:PersonDisplayName="{}"/></rdf:li></rdf:Bag></MPRI:Regions></rdf:Description></MP:RegionInfo>',
    "digiKam's tree": "<digiKam:TagsList><rdf:Seq><rdf:li>People/{}</rdf:li><rdf:li>Plaatsen/Plein</rdf:li></rdf:Seq></digiKam:TagsList>",
    "Lightroom": "<lr:hierarchicalSubject><rdf:Bag><rdf:li>Personen|Groep 6|{}</rdf:li></rdf:Bag></lr:hierarchicalSubject>",
    "Windows": "<MicrosoftPhoto:LastKeywordXMP><rdf:Bag><rdf:li>People/{}</rdf:li></rdf:Bag></MicrosoftPhoto:LastKeywordXMP>",
}
CONSENT = {"10021": "ja;ja;ja;ja;ja;ja", "10022": "nee;nee;nee;nee;nee;nee"}


def xmp(inside: str) -> bytes:
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {SPACES}><rdf:Description rdf:about="">{inside}</rdf:Description></rdf:RDF></x:xmpmeta>'.encode()


def told(root: Path) -> list[dict[str, str]]:
    return [one for one in json.loads((root / ".sitegen/report.json").read_text("utf-8"))["bevindingen"] if one["oordeel"] == "tegengehouden"]


def _shown(site: Site, data: bytes, media: str = "", attribute: str = "") -> bool:
    site.consent(CONSENT)
    site.put("foto.jpg", data)
    site.letter(f"![Rennen](foto.jpg){attribute}", media)
    assert build_site(site.root).status == 0
    return "<picture>" in site.page()


@pytest.mark.parametrize(("program", "kind"), [*((program, "JPEG") for program in PROGRAMS), ("IPTC", "WEBP"), ("IPTC", "AVIF"), ("IPTC", "PNG")])
def test_names_that_a_program_wrote_count_as_a_declaration(site: Site, program: str, kind: str) -> None:
    for name, shown in (("Sanne Hoekzema", True), ("Daan van der Meulen", False), ("Iemand Anders", False)):
        packet = xmp(PROGRAMS[program].format(name))
        text = PngInfo()
        text.add_itxt("XML:com.adobe.xmp", packet.decode())
        assert _shown(site, saved(photo(1), kind, **({"pnginfo": text} if kind == "PNG" else {"xmp": packet}))) == shown


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("declared", ["niemand", "onherkenbaar", "[10021]", "groep 6"])
def test_a_declaration_that_leaves_out_whom_the_file_names_is_not_believed(site: Site, program: str, declared: str) -> None:
    data = saved(photo(1), xmp=xmp(PROGRAMS[program].format("Daan van der Meulen")))
    assert not _shown(site, data, f"foto.jpg: {{who: {declared}}}\n")
    (found,) = told(site.root)
    assert "in de foto zelf staat" in found["waarom"]
    assert "who:" in found["wat_te_doen"]


@pytest.mark.parametrize("words", ["caption in exif", "comment in exif", "caption in iptc", "description in xmp"])
def test_a_caption_inside_that_names_another_child_is_not_overlooked(site: Site, words: str) -> None:
    exif = Image.Exif()
    name = "Hier rent Daan van der Meulen"
    data = saved(photo(1))
    if words == "caption in exif":
        exif[0x010E] = name
        data = saved(photo(1), exif=exif)
    elif words == "comment in exif":
        exif[0x010F] = "Camera"
        exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + name.encode()
        data = saved(photo(1), exif=exif)
    elif words == "caption in iptc":
        record = b"\x1c\x02\x78" + len(name).to_bytes(2, "big") + name.encode()
        block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(record).to_bytes(4, "big") + record + b"\0" * (len(record) % 2)
        data = data[:2] + b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block + data[2:]
    else:
        data = saved(photo(1), xmp=xmp(f"<dc:description><rdf:Alt><rdf:li>{name}</rdf:li></rdf:Alt></dc:description>"))
    assert not _shown(site, data, "foto.jpg: {who: [10021]}\n")


@pytest.mark.parametrize(
    ("media", "attribute", "shown"),
    [
        ("", '{ who="10021" }', True), ("", '{ wie="Sanne (groep 6)" }', True), ("", '{ who="10021, 10022" }', False), ("", '{ who="niemand" }', True), ("", '{ who="" }', False),
        ("foto.jpg: {who: [10021]}", '{ who="10022" }', False), ("foto.jpg: {who: [10022]}", '{ who="10021" }', False), ("foto.jpg: {who: niemand}", '{ who="10021" }', False),
        ("foto.jpg: {wie: [10021], soort: foto}", "", True), ("foto.jpg: 10021", "", True), ("foto.jpg: {who: [10021], taken: gisteren}", "", False), ("foto.jpg: {who: [10021], vervaag: [1, 2]}", "", False),
        ("foto.jpg: [10021, [10022]]", "", False), ("dit is: [geen yaml", "", False), ("foto.jpg: {who: 10021, kind: hond}", "", False), ("Foto.jpg: {who: [10021]}", "", False),
    ],
)
def test_media_yaml_and_attributes(site: Site, media: str, attribute: str, *, shown: bool) -> None:
    site.consent(CONSENT)
    site.put("foto.jpg", saved(photo(1)))
    site.letter(f"![Rennen](foto.jpg){attribute}", f"{media}\n")
    build_site(site.root)
    page = site.root / "public/nieuwsbrieven/2026-2027/sportdag/index.html"
    assert (page.exists() and "<picture>" in page.read_text("utf-8")) == shown


@pytest.mark.parametrize("who", ["", "{who: [10022]}", '{who: ["Sanne Onbekend"]}', "{who: [niemand, 10021]}", '{who: ["Sanne (groep 3)"]}'])
def test_what_is_withheld_comes_with_the_line_that_would_change_it(site: Site, who: str) -> None:
    assert not _shown(site, saved(photo(1)), f"foto.jpg: {who}\n" if who else "")
    (found,) = told(site.root)
    assert found["waarom"]
    assert "foto.jpg: {who: " in found["wat_te_doen"] or "register/besluiten" in found["wat_te_doen"]


def test_a_name_that_fits_two_children_is_nobody(site: Site) -> None:
    path = site.root / "register/leerlingen.csv"
    path.write_text(path.read_text("utf-8") + "10023;Sanne;;Dijkhuis;Groep 6\n", "utf-8")
    assert not _shown(site, saved(photo(1)), 'foto.jpg: {who: ["Sanne (groep 6)"]}\n')
    assert "10021" in told(site.root)[0]["waarom"]
    assert "10023" in told(site.root)[0]["waarom"]
    assert _shown(site, saved(photo(1)), "foto.jpg: {who: [10021]}\n")


@pytest.mark.parametrize(("answer", "shown"), [("ja", True), ("nee", False), ("", False)])
@pytest.mark.parametrize("who", ["medewerkers", '["juf Anouk"]', "[T1]"])
def test_staff_are_asked_too(site: Site, who: str, answer: str, *, shown: bool) -> None:
    (site.root / "register/team.csv").write_text(f"Id;Voornaam;Achternaam;Functie;Foto website\nT1;Anouk;Zandbergen;leerkracht;{answer}\n", "utf-8")
    assert _shown(site, saved(photo(1)), f"foto.jpg: {{who: {who}}}\n") == shown
    page = (site.root / "public/nieuwsbrieven/2026-2027/sportdag/index.html").read_text("utf-8")
    # Nobody asks staff about social media: the card stands there.
    assert re.search(r'og:image" content="[^"]*kaart-', page)


def test_work_of_a_child_asks_another_yes(site: Site) -> None:
    for answers, shown in (("nee;nee;nee;nee;ja;ja", True), ("ja;ja;ja;ja;nee;ja", False)):
        site.consent({"10021": answers})
        site.put("foto.jpg", saved(photo(1)))
        site.letter("![Tekening](foto.jpg)", "foto.jpg: {who: [10021], kind: work}\n")
        build_site(site.root)
        assert ("<picture>" in site.page()) == shown
