"""A surname and a telephone number in every place an author can write, and innocent sentences (ECOSYSTEM C1.9 and 10)."""

from __future__ import annotations

import html
import io
import json
import re
import unicodedata
import zipfile
from typing import TYPE_CHECKING

from tests.building import build_site, copy_site, snapshot
from tests.media.conftest import photo, saved
from tests.resilience.counting import SEED, Loop, dice

if TYPE_CHECKING:
    from pathlib import Path

# N is the child's full name, A the surname, V the first name, T a telephone number of nobody.
TEXTS = {
    "body": "Vandaag won N de prijs. Bel T.", "heading": "## N wint\n\nBel T.", "list": "- N\n- T", "numbered": "1. N\n2. T", "quote": "> N zei: bel T", "table": "| wie | bel |\n|---|---|\n| N | T |",
    "bold": "Wij zagen **N** winnen: **T**.", "bold surname": "Wij zagen V **A** winnen.", "split": "Wij zagen V **A1**A2 winnen.", "italic inside": "Wij zagen V *A1*A2.", "link text": "[N](/contact/) en [T](/contact/)",
    "link title": '[lees](/contact/ "N, T")', "link target": "[lees](https://voorbeeld.example/N-)", "link query": "[lees](https://voorbeeld.example/?wie=N%)", "fragment": "[lees](/contact/#N-)", "telephone link": "[bel](tel:T)",
    "mail subject": "[mail](mailto:info@deproef.example?subject=N%)", "reference": '[lees][x]\n\n[x]: /contact/ "N"', "footnote": "Kijk.[^1]\n\n[^1]: N, T.", "code": "`N T`", "code block": "```\nN T\n```", "code of a language": "```python\nwie = 'N'  # T\n```",
    "indented code": "Kijk:\n\n    N T", "comment": "<!-- N T -->\n\nTekst.", "html": "<p>N T</p>", "attribute": '<span title="N T">kind</span>', "data attribute": '<span data-wie="N">kind</span>', "hidden": "<p hidden>N T</p>", "style": '<p style="display:none">N</p>',
    "template": "<template><p>N T</p></template>\n\nTekst.", "noscript": "<noscript>N T</noscript>\n\nTekst.", "json-ld": '<script type="application/ld+json">{"name": "N", "telephone": "T"}</script>\n\nTekst.', "script": "<script>const wie = 'N';</script>\n\nTekst.",
    "svg title": "<svg><title>N</title></svg>\n\nTekst.", "details": "<details><summary>N</summary>T</details>", "abbreviation": '<abbr title="N">kind</abbr>', "struck": "~~N~~ T", "soft hyphen": "Wij zagen V A1\u00adA2.", "no-break space": "Wij zagen V\u00a0A, T.",
    "zero width": "Wij zagen V A1\u200bA2.", "entity": "Wij zagen V&nbsp;A.", "number entity": "Wij zagen V A#.", "decomposed": "Wij zagen V Á.", "capitals": "WIJ ZAGEN N^.", "small letters": "wij zagen n_ winnen", "hashtag": "Goed gedaan #VA!", "inverted": "A, V", "initial": "V[0]. A won.",
    "full width": "Wij zagen Vw.", "possessive": "Dat is de fiets van V A's broer.", "hyphenated": "Wij zagen V A1-\nA2 winnen.", "two lines": "Wij zagen V\nA winnen, T.", "escaped": "Wij zagen V \\A.", "alt": "![N](plein.png)", "picture title": '![plein](plein.png "N")',
    "definition": "Winnaar\n: N, T", "group": "V A (groep 6) won.", "autolink": "<https://voorbeeld.example/N->",
}  # fmt: skip
# HTML of these kinds is never taken over, whatever is in it: nobody's name went, so the report has nothing to tell.
DROPPED = {"comment", "data attribute", "template", "noscript", "json-ld", "script", "svg title"}
FRONTS = ("titel: N wint\n", "samenvatting: N wint, bel T\n", "onderwerpen: [N]\n", "slug: N-\n", "redirect_from: [/oud/N-/]\n", "auteur: N\n")


def _spelled(text: str, first: str, last: str, phone: str) -> str:
    full, half = f"{first} {last}", len(last) // 2
    slug = full.lower().replace(" ", "-")
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter != " " else "\u3000" for letter in full)
    marks = {
        "N-": slug, "N%": full.replace(" ", "%20"), "N^": full.upper(), "n_": full.lower(), "A#": "".join(f"&#{ord(letter)};" for letter in last), "A1": last[:half], "A2": last[half:], "Á": last.replace("a", "a\u0301"),
        "VA": first + last, "V[0]": first[0], "Vw": wide, "N": full, "A": last, "V": first, "T": phone,
    }
    return re.sub("|".join(re.escape(mark) + (r"\b" if mark.isalpha() else "") for mark in sorted(marks, key=len, reverse=True)), lambda found: marks[found[0]], text)


def _names(count: int) -> list[tuple[str, str]]:
    chance = dice("canaries")
    return [(f"Tir{chr(97 + number // 26)}{chr(97 + number % 26)}a", f"Kwab{''.join(chance.choices('eiou', k=1))}{chr(97 + number // 26)}{chr(97 + number % 26)}stra") for number in range(count)]


def _readings(data: bytes) -> str:
    """What a stranger's tool makes of a file: its bytes, its text without tags and marks, what is inside an archive."""
    texts = [data.decode("utf-8", "replace"), data.decode("utf-16-le", "replace")]
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    plain = unicodedata.normalize("NFKD", html.unescape(re.sub(r"<[^>]*>", "", texts[0])))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in "\u00ad\u200b")
    return "\n".join([*texts, plain, re.sub(r"-?\s+", "", plain)]).lower()


def test_a_canary_in_sixty_places(tmp_path: Path) -> None:
    site = copy_site(tmp_path / "site")
    places = [*TEXTS.items(), *((front.split(":")[0], front) for front in FRONTS), ("file name", "")]
    names = _names(len(places))
    with (site / "register/leerlingen.csv").open("a", encoding="utf-8") as stream:
        stream.writelines(f"{30000 + number};{first};;{last};Groep 5\n" for number, (first, last) in enumerate(names))
    (site / "newsletters/plein.png").write_bytes(saved(photo(SEED), "PNG"))
    (site / "newsletters/media.yaml").write_text("plein.png: {who: niemand}\n", "utf-8")
    letters: dict[Path, str] = {}
    for number, ((place, text), (first, last)) in enumerate(zip(places, names, strict=True)):
        filled = _spelled(text, first, last, f"06-123456{number:02}")
        stem = f"{first}-{last}".lower() if place == "file name" else f"plek-{number}"
        letter = site / f"newsletters/2026-10-{1 + number % 28:02}-{stem}.md"
        front, body = (filled, "Tekst van deze week.") if text in FRONTS else (f"titel: Plek {number}\n", filled)
        letter.write_text(f"---\n{front}{'' if 'titel' in front else f'titel: Plek {number}' + chr(10)}---\n\nBeste ouders,\n\n{body}\n", "utf-8")
        letters[letter] = place
    placed = dict(letters)
    result = build_site(site)
    while result.status:
        refused = {site / problem.place.file for problem in result.problems if problem.severity == "fout"} & set(placed)
        assert refused, [str(problem) for problem in result.problems]
        for letter in refused:
            letter.unlink()
            del placed[letter]
        result = build_site(site)
    read = {path: path.lower() + _readings(data) for path, data in snapshot(site / "public").items()}
    report = json.dumps(json.loads((site / ".sitegen/report.json").read_text("utf-8")))
    gone, told = Loop(9, f"places of an author's text with a canary ({len(letters) - len(placed)} refused), none in the output"), Loop(9, "of the placed ones named in the report")
    for number, ((letter, place), (_first, last)) in enumerate(zip(letters.items(), names, strict=True)):
        signs = (last.lower(), f"123456{number:02}", f"1234 56{number:02}")
        gone.count(not [path for path, text in read.items() if any(sign in text for sign in signs)], place)
        if letter in placed and place not in DROPPED:
            told.count(letter.name in report, place)
    gone.end()
    told.end()
