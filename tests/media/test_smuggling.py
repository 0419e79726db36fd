"""Ways by which a picture that nobody agreed to could get out after all, each tried through the whole build."""

from __future__ import annotations

import base64
import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from sitegen import verify
from tests.building import build_site, snapshot
from tests.media.conftest import FOLDER, photo, saved

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.media.conftest import Site

CHILD = photo(40, (1200, 800))
ORIGINAL = saved(CHILD)
LETTERS = base64.b64encode(ORIGINAL).decode()


def found(site: Site) -> list[str]:
    """Every published file in which the picture can be seen: by its look, also packed, also in letters, or by its bytes."""
    look = verify.perceptual(ORIGINAL)
    assert look
    places = []
    for name, data in snapshot(site.root / "public").items():
        parts = [data]
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts += [archive.read(one) for one in archive.namelist()]
        for part in parts:
            seen = verify.perceptual(part)
            if (seen and verify.same_look(look, seen)) or ORIGINAL[2000:2060] in part or LETTERS[3000:3060].encode() in part:
                places.append(name)
    return places


def _zipped() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("foto.jpg", ORIGINAL)
    return stream.getvalue()


def _docx(*, only_thumbnail: bool) -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph("De sportdag begint om negen uur.")
    if not only_thumbnail:
        document.add_picture(io.BytesIO(ORIGINAL))
    stream = io.BytesIO()
    document.save(stream)
    if only_thumbnail:
        with zipfile.ZipFile(stream, "a") as archive:
            archive.writestr("docProps/thumbnail.jpg", ORIGINAL)
    return stream.getvalue()


def _body(text: str) -> Callable[[Site], None]:
    return lambda site: site.letter(text)


def _file(name: str, data: bytes, text: str = "") -> Callable[[Site], None]:
    def put(site: Site) -> None:
        path = site.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        site.letter(text or "Tekst.")

    return put


def _link(name: str, target: str, text: str) -> Callable[[Site], None]:
    def put(site: Site) -> None:
        os.symlink(target, site.root / FOLDER / name)
        site.letter(text, f"{name}: {{who: niemand}}\n")

    return put


IN_FOLDER = f"{FOLDER}/"
WAYS: dict[str, Callable[[Site], None]] = {
    "the picture itself": _body("![x](foto.jpg)"),
    "a reference link": _body("![x][1]\n\n[1]: foto.jpg"),
    "a link to the file": _body("Zie [de foto](foto.jpg) hier."),
    "a link with a question mark": _body("Zie [de foto](foto.jpg?groot=1#a) hier."),
    "picture and srcset": _body('<picture><source srcset="foto.jpg 2x"><img srcset="foto.jpg 900w" src="foto.jpg" alt="x"></picture>'),
    "an unusual tag": _body('<Img Src=foto.jpg alt=kind> <image src="foto.jpg" alt="kind"> <img/src="foto.jpg">'),
    "a background": _body('<div style="background:url(foto.jpg)">x</div><table background="foto.jpg"><tr><td background="foto.jpg">x</td></tr></table>'),
    "a style block": _body("<style>body { background: url(foto.jpg) }</style>\n\nTekst."),
    "a data address": _body(f'<a href="data:image/jpeg;base64,{LETTERS}">foto</a> <b style="background:url(data:image/jpeg;base64,{LETTERS})">x</b>'),
    "a data address as picture": _body(f'<img src="data:image/jpeg;base64,{LETTERS}" alt="x">'),
    "a drawing in the page": _body(f'<svg><image href="data:image/jpeg;base64,{LETTERS}"/></svg>\n\nTekst.'),
    "a film's poster": _body('<video poster="foto.jpg"><source src="foto.jpg"></video>\n\nTekst.'),
    "the front matter": _file(IN_FOLDER + "los.md", b""),
    "a key written by hand": _body('<img src="media/0123456789abcdef0123-960.jpg" alt="x">'),
    "out of the folder": _body("![x](../../register/foto.jpg) [y](../../register/foto.jpg)"),
    "an absolute address": _body("![x](/newsletters/2026-11-23-sportdag/foto.jpg) [y](/foto.jpg)"),
    "capitals": _file(IN_FOLDER + "FOTO2.JPG", ORIGINAL, "![x](FOTO2.JPG) [y](FOTO2.JPG)"),
    "a name that says otherwise": _file(IN_FOLDER + "lijst.csv", ORIGINAL, "[De lijst](lijst.csv)"),
    "a text that is a picture in letters": _file(IN_FOLDER + "lijst.txt", b"De tekst.\n\n" + base64.encodebytes(ORIGINAL), "[De lijst](lijst.txt)"),
    "a table that is a picture in letters": _file(IN_FOLDER + "lijst.csv", b"a;b\n1;" + LETTERS.encode() + b"\n", "[De lijst](lijst.csv)"),
    "a calendar that carries it": _file(IN_FOLDER + "dag.ics", f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Dag\r\nX-FOTO;ENCODING=BASE64:{LETTERS}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode(), "[De dag](dag.ics)"),
    "a zip": _file(IN_FOLDER + "fotos.zip", _zipped(), "[Foto's](fotos.zip)"),
    "a zip called docx": _file(IN_FOLDER + "fotos.docx", _zipped(), "[Foto's](fotos.docx)"),
    "a Word file with the picture": _file(IN_FOLDER + "brief.docx", _docx(only_thumbnail=False), "[Brief](brief.docx)"),
    "a Word file with it as thumbnail": _file(IN_FOLDER + "brief.docx", _docx(only_thumbnail=True), "[Brief](brief.docx)"),
    "a drawing with the picture in it": _file(IN_FOLDER + "t.svg", f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="data:image/jpeg;base64,{LETTERS}"/></svg>'.encode(), "![x](t.svg)"),
    "a picture that is a web page": _file(IN_FOLDER + "p.html", f'<img src="data:image/jpeg;base64,{LETTERS}">'.encode(), "![x](p.html) [y](p.html)"),
    "the theme": _file("theme/assets/foto.jpg", ORIGINAL),
    "the theme under another name": _file("theme/assets/eigen.css", ORIGINAL),
    "the theme as a font": _file("theme/assets/letter.woff2", ORIGINAL),
    "the theme's style sheet": _file("theme/assets/eigen.css", f"body {{ background: url(data:image/jpeg;base64,{LETTERS}) }}".encode()),
    "the theme's drawing": _file("theme/assets/logo.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/jpeg;base64,{LETTERS}"/></svg>'.encode()),
    "the theme's template": _file("theme/page.html", f'<img src="data:image/jpeg;base64,{LETTERS}">'.encode()),
    "the inbox": _file("inbox/foto.jpg", ORIGINAL),
    "the content folder, named by nobody": _file("content/foto.jpg", ORIGINAL),
    "the root": _file("foto.jpg", ORIGINAL),
    "a symbolic link": _link("los.jpg", "foto.jpg", "![x](los.jpg) [y](los.jpg)"),
    "a symbolic link out of the site": _link("uit.jpg", "/etc/hostname", "![x](uit.jpg)"),
    "another page that links to it": _file("content/fotos.md", b"![x](../newsletters/2026-11-23-sportdag/foto.jpg) [y](../newsletters/2026-11-23-sportdag/foto.jpg)"),
    "an agenda's attachment": _file("content/kalender.yaml", b"- {datum: 2026-12-01, titel: 'Dag ![x](../newsletters/2026-11-23-sportdag/foto.jpg)'}\n"),
    "the letter's front matter": lambda site: (site.root / FOLDER / "index.md").write_text("---\ntitel: Sportdag\nafbeelding: foto.jpg\n---\n\n![x](foto.jpg)\n", "utf-8") and None,
}


@pytest.mark.parametrize("way", WAYS)
def test_it_does_not_get_out(site: Site, way: str) -> None:
    """Whether the build goes on without it or stops: it is nowhere."""
    site.put("foto.jpg", ORIGINAL)
    WAYS[way](site)
    build_site(site.root)
    assert found(site) == []
    page = site.root / "public/nieuwsbrieven/2026-2027/sportdag/index.html"
    assert not page.exists() or "foto.jpg" not in page.read_text("utf-8")


def test_the_search_for_it_can_fail(site: Site) -> None:
    site.put("foto.jpg", ORIGINAL)
    site.letter("![x](foto.jpg)", "foto.jpg: {who: niemand}\n")
    assert build_site(site.root).status == 0
    assert len(found(site)) >= 5


COPY = saved(CHILD.resize((700, 467)), quality=60)


@pytest.mark.parametrize(
    ("declared", "stopped"),
    [
        ("kopie.jpg: {who: niemand}", True),
        ("kopie.jpg: {who: onherkenbaar}", True),
        ("kopie.jpg: {who: [10021]}", True),
        ("kopie.jpg: {who: onherkenbaar, vervaag: [[200, 100, 200, 200]]}", False),
        ("kopie.jpg: {who: [10021, 10022]}", False),
        ("", False),
    ],
)
def test_a_copy_cannot_say_that_others_stand_on_it(site: Site, declared: str, *, stopped: bool) -> None:
    site.consent({"10021": "ja;ja;ja;ja;ja;ja", "10022": "nee;nee;nee;nee;nee;nee"})
    site.put("foto.jpg", ORIGINAL)
    site.put("kopie.jpg", COPY)
    (site.root / "content/fotos.md").write_text(f"![x](../{FOLDER}/kopie.jpg)\n", "utf-8")
    site.letter("![x](foto.jpg)", f"foto.jpg: {{who: [10021, 10022]}}\n{declared}\n")
    result = build_site(site.root)
    copies = [problem for problem in result.problems if problem.code == "foto-dubbel"]
    assert (result.status, len(copies)) == ((1, 1) if stopped else (0, 0))
    assert bool(found(site)) == ("vervaag" in declared)
    if stopped:
        assert copies[0].place.file == f"{FOLDER}/kopie.jpg"
        assert f"{FOLDER}/foto.jpg" in copies[0].fault


def test_the_same_file_cannot_say_it_either_but_may_appear_where_another_yes_is_asked(site: Site) -> None:
    """In a letter it needs website and nieuwsbrief, on a page only website: the same declaration, another answer."""
    site.consent({"10021": "ja;nee;ja;ja;ja;ja"})
    site.put("foto.jpg", ORIGINAL)
    site.letter("![x](foto.jpg)", "foto.jpg: {who: [10021]}\n")
    (site.root / "content/kopie.jpg").write_bytes(ORIGINAL)
    (site.root / "content/fotos.md").write_text("![x](kopie.jpg)\n", "utf-8")
    for who, status in (("[10021]", 0), ("niemand", 1)):
        (site.root / "content/media.yaml").write_text(f"kopie.jpg: {{who: {who}}}\n", "utf-8")
        result = build_site(site.root)
        assert result.status == status
        assert [problem.place.file for problem in result.problems if problem.code == "foto-dubbel"] == ["content/kopie.jpg"] * status


def test_a_withheld_picture_in_a_document_stops_it(site: Site) -> None:
    import docx

    site.consent({"10021": "nee;nee;nee;nee;nee;nee"})
    site.put("foto.jpg", ORIGINAL)
    document = docx.Document()
    document.add_paragraph("De sportdag begint om negen uur.")
    document.add_picture(io.BytesIO(COPY))
    stream = io.BytesIO()
    document.save(stream)
    site.put("brief.docx", stream.getvalue())
    site.letter("![x](foto.jpg)\n\n[brief](brief.docx)", "foto.jpg: {who: [10021]}\nbrief.docx: {who: niemand}\n")
    result = build_site(site.root)
    assert result.status == 3
    assert {leak.kind for leak in result.leaks} == {"tegengehouden foto"}
    assert found(site) == []


def test_two_photos_of_one_burst_of_which_one_is_not_declared_yet(site: Site) -> None:
    site.put("foto.jpg", ORIGINAL)
    site.put("kopie.jpg", COPY)
    site.letter("![x](foto.jpg)\n\n![x](kopie.jpg)", "kopie.jpg: {who: niemand}\n")
    assert build_site(site.root).status == 0
    assert found(site)
