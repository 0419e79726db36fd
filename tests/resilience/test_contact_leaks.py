"""A private e-mail address, home address and bank account in every place an author can write, looked for in every kind of output file (ECOSYSTEM C1.9)."""

from __future__ import annotations

import html
import io
import json
import re
import unicodedata
import zipfile
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pypdf
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.attachments.test_attachments import CLEAN, MAY, _docx, _odt, _xlsx
from tests.attachments.test_pdf import _pdf
from tests.attachments.test_traps import _pptx
from tests.building import build_site, copy_site, snapshot
from tests.gids.printer import PRINTER
from tests.media.conftest import photo, saved
from tests.resilience.counting import SEED, Loop
from tests.resilience.test_machines import furnish
from tests.word.test_word import letter
from tests.word.test_word import saved as word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# ¤ is the secret, ¤- as in an address, ¤% as in a query, ¤& in entities, ¤= cut in two by marks, ¤^ in capitals, ¤_ in small letters, ¤w in wide ones.
TEXTS = {
    "body": "Het kan naar ¤ tot vrijdag.", "alone": "¤", "begin": "¤ is goed.", "end": "Stuur het naar ¤", "full stop": "Stuur het naar ¤.", "brackets": "Stuur het (¤) vandaag.", "quotes": "Stuur het naar \u201c¤\u201d.", "colon": "Adres: ¤", "slash": "Hier/¤/daar.",
    "heading": "## Naar ¤", "list": "- eerst\n- ¤", "numbered": "1. eerst\n2. ¤", "quote": "> Het kan naar ¤.", "table": "| wie | waar |\n|---|---|\n| wij | ¤ |", "table head": "| wie | ¤ |\n|---|---|\n| wij | x |", "bold": "Naar **¤**.", "italic": "Naar *¤*.", "struck": "~~¤~~ vervalt.",
    "bold inside": "Naar ¤1**¤2**.", "italic inside": "Naar ¤1*¤2*.", "span inside": "Naar ¤1<span>¤2</span>.", "comment inside": "Naar ¤1<!-- x -->¤2.", "wbr": "Naar ¤1<wbr>¤2.", "soft hyphen": "Naar ¤1\u00ad¤2.", "zero width": "Naar ¤1\u200b¤2.", "joiner": "Naar ¤1\u2060¤2.",
    "entities": "Naar ¤&.", "capitals": "NAAR ¤^.", "small letters": "naar ¤_.", "full width": "Naar ¤w.", "link text": "[¤](/contact/)", "link title": '[lees](/contact/ "¤")', "link query": "[lees](https://voorbeeld.example/?wie=¤%)", "link target": "[lees](https://voorbeeld.example/¤%)",
    "fragment": "[lees](/contact/#¤%)", "mail subject": "[mail](mailto:info@deproef.example?subject=¤%)", "mail body": "[mail](mailto:info@deproef.example?body=¤%)", "reference": '[lees][x]\n\n[x]: /contact/ "¤"', "footnote": "Kijk.[^1]\n\n[^1]: ¤", "code": "`¤`", "code block": "```\n¤\n```", "code of a language": "```python\nnaar = '¤'\n```",
    "indented code": "Kijk:\n\n    ¤", "comment": "<!-- ¤ -->\n\nTekst.", "html": "<p>¤</p>", "attribute": '<span title="¤">hier</span>', "data attribute": '<span data-naar="¤">hier</span>', "aria": '<span aria-label="¤">hier</span>', "hidden": "<p hidden>¤</p>", "style": '<p style="display:none">¤</p>', "class": '<p class="¤">hier</p>',
    "template": "<template><p>¤</p></template>\n\nTekst.", "noscript": "<noscript>¤</noscript>\n\nTekst.", "json-ld": '<script type="application/ld+json">{"email": "¤"}</script>\n\nTekst.', "script": "<script>const naar = '¤';</script>\n\nTekst.", "svg title": "<svg><title>¤</title></svg>\n\nTekst.", "textarea": "<textarea>¤</textarea>\n\nTekst.",
    "details": "<details><summary>¤</summary>¤</details>", "abbreviation": '<abbr title="¤">hier</abbr>', "definition": "Waar\n: ¤", "alt": "![¤](plein.png)", "picture title": '![plein](plein.png "¤")', "sup and sub": "Naar <sup>¤</sup> of <sub>¤</sub>.", "two in a row": "Naar ¤, ¤ of ¤.", "escaped": "Naar \\*¤\\*.",
    "attachment text": "[¤](tekst.txt)", "line break": "Zie  \n¤  \nhier.", "no-break": "Naar\u00a0¤.", "direction": "Naar \u202a¤\u202c.", "emoji": "Naar \U0001f600 ¤ \U0001f600.",
}  # fmt: skip
# What one kind has of its own, {n} as in `_secrets`: the same secret in another notation.
OWN = {
    "e-mail": {
        "mailto": "[mail](mailto:¤)", "mailto percent": "[mail](mailto:¤%)", "autolink": "<¤>", "copy": "[mail](mailto:info@deproef.example?cc=¤)", "at": "Naar kwab{n} [at] thuis [dot] example.", "round at": "Naar kwab{n}(at)thuis.example.", "apenstaartje": "Naar kwab{n} apenstaartje thuis punt example.",
        "spaced": "Naar kwab{n} @ thuis.example.", "plus": "Naar kwab{n}+school@thuis.example.", "split": "Naar kwab{n}<b>@</b>thuis.example.", "named": 'Naar "Ouder" &lt;kwab{n}@thuis.example&gt;.', "sub domain": "Naar kwab{n}@post.thuis.example.",
    },
    "address": {
        "no comma": "Naar Kwab{n}straat 17 9731 {N}.", "postcode joined": "Naar Kwab{n}straat 17, 9731{N} Kwabdorp.", "postcode alone": "Het is bij 9731 {N}.", "number and letter": "Naar Kwab{n}straat 17b, 9731 {N}.", "flat": "Naar Kwab{n}straat 17-III, 9731 {N}.", "two lines": "Kwab{n}straat 17  \n9731 {N} Kwabdorp",
        "two paragraphs": "Kwab{n}straat 17\n\n9731 {N} Kwabdorp", "cells": "| straat | postcode |\n|---|---|\n| Kwab{n}straat 17 | 9731 {N} |", "link slug": "[kaart](https://voorbeeld.example/kwab{n}straat-17-9731-{n})", "no-break number": "Naar Kwab{n}straat\u00a017.", "plein": "Naar Kwab{n}plein 17.", "weg": "Wij wonen op de Kwab{n}weg 17.",
    },
    "IBAN": {
        "joined": "Naar {joined}.", "small joined": "Naar {small}.", "dots": "Naar {dots}.", "hyphens": "Naar {hyphens}.", "word before": "IBAN {joined} ten name van de groep.", "slug": "[geef](https://voorbeeld.example/{joined}/)", "no-break spaces": "Naar {hard}.", "cells": "| rekening |\n|---|\n| {joined} |", "bold bank": "Naar **{four}** {rest}.",
        "tabs": "Naar {tabs}.", "line ends": "Naar {lines}.", "tikkie": "[betaal](https://voorbeeld.example/?iban={joined}&n=1)",
    },
}  # fmt: skip
# What stands in an address as three words is no mail address any more, so those two are not for that kind.
FRONTS = ("titel: '¤'\n", "samenvatting: 'Naar ¤'\n", "onderwerpen: ['¤']\n", "slug: '¤-'\n", "redirect_from: ['/oud/¤-/']\n", "auteur: '¤'\n")
DIGITS = re.compile(r"[^0-9a-z]+")


def _iban(number: int) -> str:
    account = f"INGB00123{number:05}"
    digits = "".join(str(int(letter, 36)) for letter in f"{account}NL00")
    return f"NL{98 - int(digits) % 97:02}{account}"


def _secret(kind: str, number: int) -> tuple[str, dict[str, str], str]:
    """A secret of this kind, what it is made of, and what none of the output may hold (letters and digits only)."""
    two = f"{chr(97 + number // 26)}{chr(97 + number % 26)}"
    if kind == "e-mail":
        return f"kwab{two}mail@thuis.example", {"n": f"{two}mail"}, f"kwab{two}mail"
    if kind == "address":
        return f"Kwab{two}straat 17, 9731 {two.upper()} Kwabdorp", {"n": two, "N": two.upper()}, f"kwab{two}straat17|kwab{two}plein17|kwab{two}weg17|9731{two}"
    iban = _iban(number)
    fours = [iban[start : start + 4] for start in range(0, len(iban), 4)]
    return " ".join(fours), {"joined": iban, "small": iban.lower(), "dots": ".".join(fours), "hyphens": "-".join(fours), "hard": "\u00a0".join(fours), "four": fours[0], "rest": " ".join(fours[1:]), "tabs": "\t".join(fours), "lines": "\n".join(fours)}, f"00123{number:05}"


def _spelled(text: str, secret: str, parts: dict[str, str]) -> str:
    half = secret.find(" ", 3) + 2 if " " in secret else len(secret) // 2
    wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in secret)
    marks = {
        "¤-": DIGITS.sub("-", secret.lower()), "¤%": quote(secret), "¤&": "".join(f"&#{ord(letter)};" for letter in secret), "¤1": secret[:half], "¤2": secret[half:], "¤^": secret.upper(), "¤_": secret.lower(), "¤w": wide, "¤": secret,
    }
    for mark, value in marks.items():
        text = text.replace(mark, value)
    return re.sub(r"\{(\w+)\}", lambda found: parts.get(found[1], found[0]), text)


def _squeezed(text: str) -> str:
    text = html.unescape(html.unescape(unquote(re.sub(r"\r?\n[ \t]", "", text))))
    return DIGITS.sub("", unicodedata.normalize("NFKC", text).lower())


def _readings(data: bytes) -> str:
    """Letters and digits of what a stranger's tool makes of a file: its bytes, its text without tags, its parts, a PDF's text and properties."""
    texts = [data.decode("utf-8", "replace")]
    # Our secrets in UTF-16 have a zero in every letter.
    if b"\0" in data:
        texts += [data.decode("utf-16-le", "replace"), data.decode("utf-16-be", "replace")]
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts += [f"{name} {archive.read(name).decode('utf-8', 'replace')}" for name in archive.namelist()]
    if data[:4] == b"%PDF":
        reader = pypdf.PdfReader(io.BytesIO(data))
        texts += [str(reader.metadata), str(reader.outline), str(reader.xmp_metadata and reader.xmp_metadata.stream.get_data()), *(page.extract_text() for page in reader.pages)]
    if data[:1] in b"{[":
        texts.append(json.dumps(json.loads(data), ensure_ascii=False))
    texts += [re.sub(r"<[^>]*>", "", text) for text in texts]
    return "\n".join(map(_squeezed, texts))


def _attached(secret: str) -> dict[str, bytes]:
    """Every kind of attachment with the secret in its text, and where it has properties, in these."""
    calendar = MAY["dag.ics"].decode()
    return {
        "text.txt": f"{CLEAN}\n{secret}\n".encode(), "cell.csv": f"waar;wat\n{secret};boek\n".encode(), "summary.ics": calendar.replace("Sportdag", secret).encode(), "location.ics": calendar.replace("END:VEVENT", f"LOCATION:{secret}\r\nEND:VEVENT").encode(),
        "organizer.ics": calendar.replace("END:VEVENT", f"X-WAAR:{secret}\r\nEND:VEVENT").encode(), "text.docx": _docx(lambda one: one.add_paragraph(secret)), "head.docx": _docx(lambda one: one.sections[0].header.paragraphs[0].add_run(secret)), "comment.docx": _docx(lambda one: one.add_comment(one.paragraphs[0].runs, text=secret)),
        "property.docx": _docx(lambda one: setattr(one.core_properties, "subject", secret)), "text.xlsx": _xlsx(lambda one: one.active.__setitem__("A2", secret)), "sheet.xlsx": _xlsx(lambda one: one.create_sheet(re.sub(r"[^\w@. ]", "", secret)[:31])), "property.xlsx": _xlsx(lambda one: setattr(one.properties, "creator", secret)),
        "slide.pptx": _pptx(secret), "note.pptx": _pptx(CLEAN, secret), "text.odt": _odt(secret), "text.pdf": _pdf(secret), "property.pdf": _pdf(CLEAN, Author=secret),
    }  # fmt: skip


def _pictures(secret: str) -> dict[str, bytes]:
    notes, exif = PngInfo(), Image.Exif()
    notes.add_text("Comment", secret)
    notes.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{secret}</x:xmpmeta>")
    exif[0x010E], exif[0x9C9B] = secret, secret.encode("utf-16-le")
    return {"notes.png": saved(photo(SEED + 40), "PNG", pnginfo=notes), "exif.jpg": saved(photo(SEED + 41), exif=exif, comment=secret.encode())}


def _letter(secret: str) -> bytes:
    document = letter()
    document.add_heading(secret, 2)
    document.add_paragraph(f"Naar {secret}.", style="List Bullet")
    document.tables[0].rows[1].cells[0].text = secret
    run = document.add_paragraph().add_run(f"Naar {secret}.")
    run.font.hidden = True
    document.add_comment(document.paragraphs[0].runs, text=secret)
    document.core_properties.author = document.core_properties.title = secret
    return word(document)


class _Planted:
    """A site in which secrets are hidden, and what is looked for."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.signs: list[tuple[str, str, list[str], Path]] = []
        self._counts: Counter[str] = Counter()

    def hide(self, kind: str, place: str, path: str, make: Callable[[str, dict[str, str]], str | bytes]) -> None:
        """A new secret of this kind in a file that `make` writes, at `path`; ¤ in the path is the secret in a file's name."""
        secret, parts, signs = _secret(kind, self._counts[kind])
        self._counts[kind] += 1
        file = self.site / path.replace("¤", secret.replace("/", ""))
        data = make(secret, parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        self.signs.append((kind, place, signs.split("|"), file))


def _plant(planted: _Planted, kind: str, first: int) -> None:
    def page(front: str, body: str) -> Callable[[str, dict[str, str]], str]:
        return lambda secret, parts: _spelled(f"---\n{front}{'' if 'titel' in front else 'titel: Bericht' + chr(10)}---\n\nBeste ouders,\n\n{body}\n", secret, parts)

    for number, (place, text) in enumerate((TEXTS | OWN[kind]).items()):
        planted.hide(kind, place, f"newsletters/2026-{9 + number % 2:02}-{1 + number % 28:02}-plek-{first}-{number}.md", page(f"titel: Plek {first} {number}\n", text))
    for number, front in enumerate(FRONTS):
        if kind == "e-mail" and "¤-" in front:
            continue
        planted.hide(kind, front.split(":")[0], f"newsletters/2026-0{2 + number}-2{first}-voor-{first}-{number}.md", page(front, "Tekst van deze week."))
    planted.hide(kind, "file name", f"newsletters/2026-08-{10 - first:02}-¤ plek {first}.md", page("titel: Naam van een bestand\n", "Tekst."))
    planted.hide(kind, "name of a page", f"content/blad-{first}/¤.md", page("titel: Naam van een pagina\n", "Tekst."))
    planted.hide(kind, "name of a folder", f"content/map-{first}/¤/index.md", page("titel: Naam van een map\n", "Tekst."))
    for number, text in enumerate(("# Hoofdstuk ¤", "# Proef\n\nHet kan naar ¤.", "# Proef\n\n| a | b |\n|---|---|\n| x | ¤ |", "# Proef\n\n![¤](plein.png)")):
        planted.hide(kind, f"guide {number}", f"schoolgids/2026-2027/1{number}-proef-{first}-{number}.md", lambda secret, parts, text=text: _spelled(text, secret, parts))
    planted.hide(kind, "Word letter", f"newsletters/2026-08-0{1 + first}-brief-{first}.docx", lambda secret, _parts: _letter(secret))
    planted.hide(kind, "calendar", f"content/kalender-{first}.yaml", lambda secret, _parts: f"- {{van: 2026-12-0{1 + first}, titel: 'Feest bij {secret}', soort: activiteit}}\n")
    folder = f"newsletters/2026-08-1{first + 1}-bijlagen-{first}"
    for name in _attached("x"):
        planted.hide(kind, f"attachment {name}", f"{folder}/{name}", lambda secret, _parts, name=name: _attached(secret)[name])
    for name in _pictures("x"):
        planted.hide(kind, f"metadata of {name}", f"{folder}/{name}", lambda secret, _parts, name=name: _pictures(secret)[name])
    planted.hide(kind, "name of an attachment", f"{folder}/¤.txt", lambda _secret, _parts: CLEAN)
    planted.hide(kind, "name of a picture", f"{folder}/¤.jpg", lambda _secret, _parts: saved(photo(SEED + 42)))
    planted.hide(kind, "drawing", f"{folder}/tekening.svg", lambda secret, _parts: f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>{secret}</title><desc>{secret}</desc><text>{secret}</text></svg>')
    files = sorted(file.name for *_, file in planted.signs if file.parent.name.endswith(f"bijlagen-{first}"))
    pictures = [name for name in files if name.endswith((".png", ".jpg", ".svg"))]
    links = "\n".join(f"{'!' * (name in pictures)}[Bijlage](<{name}>)\n" for name in files)
    planted.hide(kind, "media.yaml", f"{folder}/media.yaml", lambda secret, _parts: "".join(f"'{name}': {{who: niemand}}  # {secret}\n" for name in pictures))
    (planted.site / folder / "index.md").write_text(f"# Bijlagen {first}\n\n{links}\n", "utf-8")


# What the school sends out, by how its address ends; each must be there, or nothing was proved of it.
OUTPUTS = {
    "pages": r"(?<!404)\.html", "404": r"404\.html", "feeds": r"feed\.(xml|json)", "search index": r"zoek/.*\.json", "sitemaps": r"sitemap.*\.xml", "calendars": r"^[\w-]+\.ics", "redirects": r"_redirects|\.htaccess|nginx\.conf", "manifest": r"\.webmanifest", "share cards": r"media/kaart-.*", "pictures": r"media/(?!kaart-).*",
    "guide as e-book": r"\.epub", "guide as PDF": r"schoolgids/.*\.pdf", **{f"attached .{end}": rf"bestanden/.*\.{end}" for end in ("docx", "xlsx", "pptx", "odt", "pdf", "txt", "csv", "ics")}, "everything else": r"_headers|robots\.txt|security\.txt|assets/.*|\.sitegen-bestanden|favicon.*|icoon.*|apple.*",
}  # fmt: skip


@PRINTER
def test_contact_data_is_in_no_file_that_goes_out(tmp_path: Path) -> None:
    site = copy_site(tmp_path / "site")
    furnish(site)
    sports = site / "newsletters/2026-11-23-sportdag"
    (sports / "dia.pptx").write_bytes(_pptx(CLEAN))
    with (sports / "index.md").open("a", encoding="utf-8") as stream:
        stream.write("\n[Dia](dia.pptx)\n")
    for folder in ("newsletters", "schoolgids/2026-2027"):
        (site / folder / "plein.png").write_bytes(saved(photo(SEED), "PNG"))
        (site / folder / "media.yaml").write_text("plein.png: {who: niemand}\n", "utf-8")
    (site / "newsletters/tekst.txt").write_text(CLEAN, "utf-8")
    planted = _Planted(site)
    for number, kind in enumerate(OWN):
        _plant(planted, kind, number)
    refused: set[Path] = set()
    while (result := build_site(site)).status:
        wrong = {site / problem.place.file for problem in result.problems if problem.severity == "fout"} & {file for *_, file in planted.signs} - refused
        assert wrong, [*map(str, result.problems), *map(str, result.leaks)]
        for file in wrong:
            file.unlink()
        refused |= wrong
    read = {path: f"{_squeezed(path)}\n{_readings(data)}" for path, data in snapshot(site / "public").items()}
    everything = "\n".join(read.values())
    found = {(kind, place): [path for path, text in read.items() if any(sign in text for sign in signs)] if any(sign in everything for sign in signs) else [] for kind, place, signs, _ in planted.signs}
    for kind in OWN:
        count = sum(file in refused for one, *_, file in planted.signs if one == kind)
        loop = Loop(9, f"places of an author's text with a private {kind} ({count} refused), in none of the output")
        for (one, place), where in found.items():
            if one == kind:
                loop.count(not where, f"{place}: {where[:3]}")
        assert loop.total - count >= 60
        loop.end()
    dirty = {path for where in found.values() for path in where}
    for what, ends in OUTPUTS.items():
        loop = Loop(9, f"{what} without one")
        for path in read:
            if re.search(f"(?:{ends})$", path):
                loop.count(path not in dirty, path)
        loop.end()
    assert all(any(re.search(f"(?:{ends})$", path) for ends in OUTPUTS.values()) for path in read), "a kind of file that nobody looked for"
    private = [path for path in (site / ".sitegen").rglob("*") if path.is_file()]
    loop = Loop(9, "private files that stay private: mode 0600, not in the output")
    public = set(snapshot(site / "public").values())
    for path in private:
        loop.count(path.stat().st_mode & 0o777 == 0o600 and path.read_bytes() not in public, path.name)
    loop.end()
