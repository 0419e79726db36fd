"""The demo school, built as its readers get it, searched by code that knows nothing of the program."""

from __future__ import annotations

import csv
import html
import re
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from sitegen.build import Request, build
from tests.building import DAY, demo, snapshot

ROOT = Path(__file__).parent.parent
TEXT = {".html", ".xml", ".json", ".txt", ".ics", ".js", ".css", ".webmanifest", ".conf", "", ".svg"}


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo(tmp_path_factory)


@pytest.fixture(scope="module")
def pages(public: Path) -> dict[str, str]:
    """Every text file: file name, plain words and attribute values, without accents and in lower case."""
    result = {}
    for path in sorted(public.rglob("*")):
        if path.is_file() and path.suffix in TEXT:
            raw = path.read_text("utf-8")
            plain = re.sub(r"<(?:br|/?p|/?li|/?td|/?th|/?tr|/?h\d|/?div)\b[^>]*>", " | ", raw)
            values = re.findall(r'="([^"]*)"', raw)
            words = " | ".join([path.relative_to(public).as_posix(), re.sub(r"<[^>]*>", "", plain), *values])
            result[path.relative_to(public).as_posix()] = _plain(html.unescape(words))
    return result


def _plain(text: str) -> str:
    text = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one)).lower()
    return text.replace("ı", "i").replace("ø", "o").replace("ß", "ss").replace("đ", "d").replace("ł", "l")


def _rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "register" / name).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def test_no_child_is_named_in_full(pages: dict[str, str]) -> None:
    adults = {(_plain(one["Voornaam"]), _plain(one["Achternaam"])) for name in ("team.csv", "commissies.csv", "ouders.csv") for one in _rows(name)}
    everything = "\n".join(f"{name}\t{text}" for name, text in pages.items())
    around: dict[str, str] = {}
    found = []
    for row in (*_rows("leerlingen.csv"), *_rows("oud-leerlingen.csv")):
        first, prefix, last = (_plain(row[key]) for key in ("Roepnaam", "Voorvoegsel", "Achternaam"))
        if last not in around:
            around[last] = "\n".join(everything[max(one.start() - 80, 0) : one.end() + 80] for one in re.finditer(re.escape(last), everything))
        if (first, last) in adults:
            continue
        middle = r"[\s.'’/_-]*".join(map(re.escape, prefix.replace("'", " ").split()))
        for pattern in (rf"\b{re.escape(first)}[\s._-]+(?:{middle}[\s.'’_-]*)?{re.escape(last)}\b", rf"\b{re.escape(last)}, {re.escape(first)}\b", rf"\b{re.escape(first + prefix.replace(' ', '') + last)}\b"):
            found += [one[0] for one in re.finditer(pattern, around[last])]
    accepted = _plain((ROOT / "register/uitzonderingen.yaml").read_text("utf-8"))
    accepted = re.sub(r"\W+", " ", accepted)
    assert [one for one in found if re.sub(r"\W+", " ", one) not in accepted] == []


def test_no_private_number_or_address(pages: dict[str, str]) -> None:
    site = _plain((ROOT / "site.yaml").read_text("utf-8"))
    listed = re.sub(r"\D", "", site)
    # One or two signs between digits are no more than a notation.
    numbers = "\n".join(re.sub(r"(?<=\d)[^\d|]{1,2}(?=\d)", "", text) for text in pages.values())
    words = "\n".join(pages.values())
    joined = words.replace(" ", "")
    for table in ("team.csv", "ouders.csv", "commissies.csv"):
        for row in _rows(table):
            phone = re.sub(r"\D", "", row.get("Telefoon", ""))[-8:]
            if phone and phone not in listed:
                assert phone not in numbers, row
            for key in ("E-mail", "IBAN"):
                value = _plain(row.get(key, "")).replace(" ", "")
                if value and value not in site.replace(" ", ""):
                    assert value not in joined, row
            street = _plain(row.get("Straat", ""))
            if street and street not in site:
                assert street not in words or not re.search(rf"\b{re.escape(street)}\b", words), row


def test_pictures_hold_nothing_but_pixels(public: Path) -> None:
    found = [path for path in public.rglob("*") if path.suffix in {".jpg", ".png", ".webp", ".avif"}]
    assert len(found) > 30
    for path in found:
        data = path.read_bytes()
        assert not [mark for mark in (b"Exif\x00\x00", b"http://ns.adobe.com", b"Photoshop 3.0", b"tEXt", b"iTXt", b"eXIf") if mark in data], path
        with Image.open(path) as image:
            assert not image.getexif()
    names = {path.name for path in (public / "media").iterdir()}
    assert all(re.fullmatch(r"(?:kaart-)?[0-9a-f]{20}(?:-\d+)?\.[a-z]+", name) for name in names)


def test_every_link_leads_somewhere(public: Path) -> None:
    dead = []
    for path in public.rglob("*.html"):
        for target in re.findall(r'(?:href|src)="(/[^"#?]*)', path.read_text("utf-8")):
            place = public / html.unescape(target).lstrip("/")
            if not (place.is_file() or (place / "index.html").is_file()):
                dead.append((path.relative_to(public).as_posix(), target))
    assert dead == []


def test_two_builds_are_the_same_to_the_byte(public: Path, tmp_path: Path) -> None:
    build(Request(ROOT, tmp_path / "public", DAY, private=tmp_path / "prive"))
    assert snapshot(tmp_path / "public") == snapshot(public)
