"""A child's full name, in every place of a file and in every disguise, is refused; innocent text is not (ECOSYSTEM C1.9 and 10)."""

from __future__ import annotations

import base64
import json
import re
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest

from sitegen import verify

HERE = Path(__file__).parent
CHILDREN = (("Ruben", "Hoekzema"), ("Sanne", "de Vries"), ("Zoë", "Özdemir"), ("Jip", "Dijkstra"), ("Bilal", "El Idrissi"), ("Koen", "Hofsteenge"))


def _rows(name: str) -> list[str]:
    return [row for row in (HERE / name).read_text(encoding="utf-8").splitlines() if row.strip() and not row.startswith("# ")]


PLACES = [tuple(part.strip() if place < 2 else part[1:] for place, part in enumerate(row.split("|", 2))) for row in _rows("places.txt")]
INNOCENT = _rows("innocent.txt")


def _slug(text: str) -> str:
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")


def _filled(template: str, first: str, last: str) -> str:
    full = f"{first} {last}"
    drawing = f"<svg><title>{full}</title></svg>"
    return (
        template.replace("⏎", "\n")
        .replace("PROCENTSVG", quote(drawing))
        .replace("PROCENT", quote(full))
        .replace("BASE64SVG", base64.b64encode(drawing.encode()).decode())
        .replace("USCAPE", "".join(f"\\u{ord(letter):04x}" for letter in full))
        .replace("SLUG", _slug(full))
        .replace("PUNTEN", _slug(full).replace("-", "."))
        .replace("NAAM", full)
        .replace("VOOR", first)
        .replace("ACHTER", last)
    )


@pytest.mark.parametrize(("place", "file", "template"), PLACES, ids=[place[0] for place in PLACES])
@pytest.mark.parametrize("child", CHILDREN, ids=[last for _, last in CHILDREN])
def test_a_name_is_found_in_every_place(place: str, file: str, template: str, child: tuple[str, str], known: verify.Knowledge) -> None:
    leaks = verify.examine(_filled(file, *child), _filled(template, *child).encode(), known)
    assert leaks, place
    assert not any(word in str(leak) for leak in leaks for word in (*child, child[1].split()[-1], _slug(child[1]))), "a name in a message"


DISGUISES = {
    "as it is": "Sanne de Vries",
    "capitals": "SANNE DE VRIES",
    "small letters": "sanne de vries",
    "title case": "Sanne De Vries",
    "inverted": "Vries, Sanne de",
    "inverted with particle": "de Vries, Sanne",
    "inverted capitals": "DE VRIES Sanne",
    "particle dropped": "Sanne Vries",
    "particle shortened": "Sanne d. Vries",
    "particle joined": "Sanne deVries",
    "particle wrong": "Sanne van Vries",
    "possessive": "Sanne de Vries’ tas",
    "plural": "Sanne de Vriesen",
    "hyphens": "Sanne-de-Vries",
    "underscores": "sanne_de_vries",
    "dots": "sanne.de.vries",
    "hashtag": "#SanneDeVries",
    "hashtag small": "#sannedevries",
    "joined": "SanneVries",
    "joined inverted": "DeVriesSanne",
    "initial": "S. de Vries",
    "initials": "S.J. de Vries",
    "initials apart": "S. J. de Vries",
    "initial without dot": "S de Vries",
    "initial without particle": "S. Vries",
    "initial inverted": "Vries, S. de",
    "handle": "@sanne.devries",
    "soft hyphen": "Sanne de Vr\u00adies",
    "zero width": "San\u200bne de V\u200dries",
    "no break": "Sanne\u00a0de\u202fVries",
    "full width": "Ｓａｎｎｅ ｄｅ Ｖｒｉｅｓ",
    "combining": "Sa\u0301nne de Vri\u0308es",
    "mathematical": "𝐒𝐚𝐧𝐧𝐞 𝐝𝐞 𝐕𝐫𝐢𝐞𝐬",
    "look-alike letters": "Sаnne de Vriеs",
    "direction marks": "\u202aSanne\u202c de Vries",
    "entities": "Sanne de &#86;&#x72;ies",
    "named entities": "Sanne&nbsp;de&nbsp;Vries",
    "bold surname": "Sanne <b>de Vries</b>",
    "bold inside": "San<b>ne</b> de Vr<i>ie</i>s",
    "link inside": 'Sanne de <a href="/">Vries</a>',
    "wbr": "Sanne de Vr<wbr>ies",
    "comment inside": "Sanne de Vr<!-- x -->ies",
    "empty tag": "Sanne<span></span> de Vries",
    "line end": "Sanne\n   de\n   Vries",
    "tab": "Sanne\tde\tVries",
    "hyphenated": "Sanne de Vr-\nies",
    "spaced out": "S a n n e  d e  V r i e s",
    "quotes": "“Sanne” de Vries",
    "brackets": "Sanne (de Vries)",
    "comma": "Sanne, de Vries",
    "stars": "**Sanne** de *Vries*",
    "slash": "Sanne/de Vries",
    "group between": "Sanne (groep 6) de Vries",
    "words between": "Sanne heet ook De Vries",
    "sibling": "Sanne en Pietje de Vries",
    "family": "familie De Vries",
    "family short": "fam. de Vries",
    "pupil": "leerling De Vries",
    "sisters": "de zusjes De Vries",
    "mother": "de moeder van Sanne, mevrouw De Vries",
    "mother after": "mevrouw De Vries, de moeder van Sanne",
}  # fmt: skip


@pytest.mark.parametrize("shown", DISGUISES.values(), ids=DISGUISES.keys())
def test_a_name_is_found_in_every_disguise(shown: str, known: verify.Knowledge) -> None:
    assert verify.examine("index.html", f"<p>Kijk, {shown} wint.</p>".encode(), known)


OTHERS = [
    "Bram Bos", "BRAM BOS", "bram-bos.jpg", "#BramBos", "brambos", "Bos, Bram", "B. Bos", "Noor de Groen", "Noor Groen", "noor-de-groen", "NOOR DE GROEN",
    "Zoë Özdemir", "Zoe Ozdemir", "Zoe Oezdemir", "ZOË ÖZDEMİR", "Zoë Ozdemir", "Aylin Yılmaz", "Aylin Yilmaz", "AYLIN YILMAZ", "Fleur Jansen-Boer",
    "Fleur Boer-Jansen", "Fleur Jansen", "Fleur Boer", "Fleur Jansen Boer", "Fleur JansenBoer", "Fleur Visser", "fleur-visser", "Lieke 't Hart", "Lieke ’t Hart", "Lieke `t Hart",
    "Lieke van 't Hart", "Lieke Hart", "Bilal El Idrissi", "Bilal Idrissi", "Bilal el-Idrissi", "Bilal ElIdrissi", "Jan-Pieter Li", "Jan Pieter Li", "jan-pieter-li",
    "JanPieter Li", "Sem Vos", "SemVos", "semvos", "Fenne v.d. Wal", "Fenne v/d Wal", "Fenne vd Wal", "Fenne vander Wal", "Fenne van de Wal", "Fenne Wal", "Daan v.d. Boom",
    "Daan van den Boom", "Noor Thomas", "Thomas Smit", "Emma Kok", "Mats Dijkema", "Mats Dykema", "Jip Dykstra", "Roos Jansen", "Max Roos", "Tess Zuidema",
    "Koen Hofsteenge", "K. Hofsteenge", "Johannes Hoekzema", "J. Hoekzema", "Ruben J. Hoekzema", "Ruben en Saar Hoekzema",
    "Lotte de Lange", "Noud van Dam", "Hugo Maas", "Anne Kuiper", "A. Kuiper", "de ouders van Yara, meneer en mevrouw Haile",
]  # fmt: skip


@pytest.mark.parametrize("shown", OTHERS)
def test_other_names_are_found(shown: str, known: verify.Knowledge) -> None:
    assert verify.examine("index.html", f"<p>Vandaag: {shown}.</p>".encode(), known)


PRIVATE = {
    "mobile": "06-12345678", "spaced": "06 12 34 56 78", "dotted": "06.12.34.56.78", "country": "+31 6 1234 5678", "country with zero": "+31 (0)6 12345678",
    "two zeroes": "0031612345678", "no-break hyphen": "06‑12345678", "dash": "06 – 1234 5678", "no-break spaces": "06\u00a012345678", "land line": "0599-654321",
    "land line spaced": "0599 65 43 21", "brackets": "(0599) 654 321", "city": "050-1234567", "city spaced": "(050) 123 45 67", "slash": "06/12345678", "abroad": "+32 470 12 34 56",
    "tel link": '<a href="tel:+31612345678">bel</a>', "messenger link": '<a href="https://wa.me/31612345678">app</a>', "split": "06-<b>123</b>45678", "full width": "０６１２３４５６７８",
    "entities": "&#48;6-12345678", "soft hyphen": "06-1234\u00ad5678", "attribute": '<span data-tel="0612345678">x</span>', "internet number": "085-1234567", "of a carer": "06 1234 5339",
    "carer's land line": "0599 123987", "mail": "jan@post.example", "mail hidden": "jan [at] post [dot] example", "mail brackets": "jan(at)post.example", "mail in words": "jan apenstaartje post punt example",
    "mail at dot": "jan at post dot example", "mail link": '<a href="mailto:jan@post.example">mail</a>', "mail percent": '<a href="mailto:jan%40post.example">mail</a>', "mail split": "jan<b>@</b>post.example",
    "mail spaced": "kim74 @ thuis.example", "mail entity": "jan&#64;post.example", "mail full width": "jan＠post.example", "iban": "NL91 ABNA 0417 1643 00", "iban joined": "NL91ABNA0417164300",
    "iban small": "nl91 abna 0417 1643 00", "iban abroad": "DE89 3704 0044 0532 0130 00", "iban of a carer": "NL44 BANK 0999 9000 04", "bsn": "BSN 123456782", "bsn words": "burgerservicenummer: 1234.56.782",
    "home": "Kanaalstraat 46", "home line": "Kanaalstraat 46, 9999 XE Wilgenveen", "home letter": "De Lange Akkers 120a", "home letter apart": "De Lange Akkers 120 A",
    "home particle": "’t Zandpad 11", "home capitals": "KANAALSTRAAT 46", "home of staff": "Turfschipper 18", "home slug": '<a href="/kaart/kanaalstraat-46">x</a>', "postcode": "9999 XE", "postcode joined": "9999XE",
    "birth": "juf Anouk is geboren op 11-06-1991", "birth words": "juf Anouk: 11 juni 1991", "birth iso": "Anouk 1991-06-11",
}  # fmt: skip


@pytest.mark.parametrize("shown", PRIVATE.values(), ids=PRIVATE.keys())
def test_private_data_is_found(shown: str, known: verify.Knowledge) -> None:
    leaks = verify.examine("index.html", f"<p>Meer weten? {shown} (na zes uur)</p>".encode(), known)
    assert leaks
    assert not re.search(r"\d{3}", "".join(leak.shown for leak in leaks if "leerling" not in leak.shown)), "the number in a message"


@pytest.mark.parametrize("shown", INNOCENT)
def test_innocent_text_passes(shown: str, known: verify.Knowledge) -> None:
    body = shown if shown.startswith("<") else f"<p>{shown}</p>"
    assert verify.examine("nieuws/2026/bericht/index.html", f"<!DOCTYPE html><html lang=nl><body>{body}</body></html>".encode(), known) == ()


@pytest.mark.parametrize("file", ["feed.xml", "search.json", "agenda.ics", "notes.txt"])
def test_innocent_text_passes_in_other_files(file: str, known: verify.Knowledge) -> None:
    from html import escape

    lines = [row for row in INNOCENT if not row.startswith("<")]
    wrapped = {
        "feed.xml": "<feed>" + "".join(f"<entry><title>{escape(row)}</title></entry>" for row in lines) + "</feed>",
        "search.json": json.dumps([{"titel": "Bericht", "tekst": row} for row in lines]),
        "agenda.ics": "\r\n".join(f"SUMMARY:{row}" for row in lines),
        "notes.txt": "\n\n".join(lines),
    }
    assert verify.examine(file, wrapped[file].encode(), known) == ()


FIRSTS = "Bram Noor Sem Emma Saar Mees Max Lotte Daan Fenne Lieke Bo Finn Evi Hugo Roos".split()
SENTENCES = [
    "{} speelt in het bos.", "{} zag de vos.", "{} en de kok", "De bakker gaf {} een bol.", "{} houdt van groen, rood en geel.", "In de winter gaat {} schaatsen.",
    "{}: boom, roos, vis", "Bos en berg: {} tekende ze.", "{} uit groep 4 (storm op zee)",
]  # fmt: skip


@pytest.mark.parametrize("first", FIRSTS)
def test_plain_words_beside_any_first_name_pass(first: str, known: verify.Knowledge) -> None:
    page = "".join(f"<p>{sentence.format(first)}</p>" for sentence in SENTENCES)
    assert verify.examine("index.html", page.encode(), known) == ()


@pytest.mark.parametrize("said", ["Wie Jip zoekt, neemt contact op met de dijkstra.", "Wie Jip zoekt, neemt contact de dijkstra.", "Wie Ruben zoekt, gaat naar de hoekzema.", "Ruben zoekt bij een hoekzema."])
def test_a_word_in_small_letters_behind_an_article_may_be_the_last_of_a_value(said: str, known: verify.Knowledge) -> None:
    for file, text in (("feed.json", json.dumps({"summary": said, "url": "x"})), ("index.html", f'<meta name="description" content="{said}"><p title="{said}">x</p>'), ("notes.txt", said)):
        assert verify.examine(file, text.encode(), known) == ()
