"""Real input to begin from: the demo school's files and the case files in pieces, sound documents, and words worth putting in anywhere."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from tests.fuzz import skeletons
from tests.scoring.casefile import cases
from tests.scoring.known import known

ROOT = Path(__file__).resolve().parents[2]
# A mutation that puts in one of these gets further than one that puts in chance.
BITS = (
    b"<", b">", b'"', b"'", b"&", b"\0", b"\xff\xfe", b"[", b"](", b"{", b"---\n", b"Sem de Vries", b"06-12345678", "é".encode(), b"\r\n", b"<!--", b"]]>", b"%00", b"\xc3\x28",
    b"<marquee>", b"<table>", b'<a href="/x">', b"<p>", b"</p>", b"<pre>\n", b"<svg>", b"<math>", b"<style>", b"<template>", b"&#x200b;", b"&shy;", b"<br>", b"| a | b |\n|---|---|\n", b"[^1]", b"{: #x }", b"<xmp>", b"<3 ", b"<span title=Vries>", b"Terpstra", b"Dijkhuis",
)  # fmt: skip
_HTML = (
    b"<p>Sem de Vries won, <b>Noor</b> ook.</p>", b"<table><tr><td>Sem</td><td>de Vries</td></tr></table>", b'<a href="/x">Sem <img alt="Sem de Vries" src="x.jpg"></a>', b"<pre>\n\nSem</pre>",
    b"<ul><li>Sem<ul><li>de Vries</ul></ul>", b"<dl><dt>Sem<dd>de Vries</dl>", b"<p><svg><p>Sem</p></svg>de Vries", b"<details open><summary>Sem</summary>de Vries</details>",
)
_BUILT = (b"<!doctype html><h1>Brief</h1><p>Sem de Vries won.</p>", b'{"a": "Sem de Vries"}', b"BEGIN:VCALENDAR\r\nSUMMARY:Sem\r\nEND:VCALENDAR\r\n", b"<rss><item><title>Sem &lt;b&gt;de Vries</title></item></rss>", b"a{content:'\\53 em'}")
_PLAIN = (
    b"\0De sportdag begint om negen uur.\n\nNeem een appel mee.\n", b"\1Groep;Tijd\nGroep 3;9.00\nSem de Vries;10.00\n",
    b"\2BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261127\r\nSUMMARY:Sportdag van Sem de\r\n  Vries\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
)
_SETTINGS = (b"title: De Wilgenhof\nschool:\n  phones: ['0599-123 450']\n  region: noord\n", b'a: [1, 2.5, true, ~]\nb: {c: "d"}\n', b"a: |\n  x\n  y\n")
_DRAWN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs><g id="a"><rect width="3" height="3"/></g></defs><use href="#a"/><text>Hoi</text></svg>',
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>.a{fill:red}</style><path class="a" d="M0 0z" style="fill:url(#b)"/></svg>', b"\1" + bytes(range(0, 240, 7)) * 3,
)
_DECLARED = (b'x.jpg: {who: niemand}\ny.jpg: {who: [10021, "Noor (groep 3)"], kind: work, taken: 2026-10-02}\n', b"z.jpg: groep 3\nw.jpg: {wie: niemand, vervaag: [[1, 2, 3, 4]], anderen: [getekend]}\n")
_ACCEPTED = (b'- {text: "Anna Woltz", why: "schrijfster", who: "MH", until: 2027-07-31}\n- pattern: "a+"\n  why: b\n  who: c\n  until: 31-12-2027\n',)


def steady(name: str) -> list[bytes]:
    """What the quick form begins with: where the case files are the seeds, a few texts instead, or each new case would mean other chances."""
    return list(_STEADY) if name in {"page", "agree"} else seeds(name)


def seeds(name: str) -> list[bytes]:
    """What the target `name` begins with."""
    return _MADE[name]() if name in _MADE else list(_FIXED[name])


def _letters() -> list[bytes]:
    return [path.read_bytes() for path in sorted((ROOT / "newsletters").rglob("*.md"))[:30]]


def _cases() -> list[bytes]:
    excused = known()
    return [case.text.encode() for case in cases() if case.id not in excused and case.register == "school"]


def _tables() -> list[bytes]:
    return [path.read_bytes()[:4000] for path in sorted((ROOT / "register").glob("*.csv"))]


def _exports() -> list[bytes]:
    return [path.read_bytes()[:20000] for path in sorted((ROOT / "tests/importers/data").glob("*.xml"))] + [b"\1" + bytes(range(0, 240, 7)) * 3]


def _pictures() -> list[bytes]:
    made = []
    for kind in ("JPEG", "PNG", "GIF", "WEBP"):
        stream = io.BytesIO()
        Image.new("RGB", (40, 30), "seagreen").save(stream, kind)
        made.append(stream.getvalue())
    return made


_STEADY = (
    b"Sem de Vries (groep 6) won, en Noor ook.\n\nBel 06-12345678 of mail noor@gmail.example.\n", b"## Jarig\n\n- Sem de Vries\n- Ruben Terpstra\n- Jelle\n",
    b"| Naam | Groep |\n|---|---|\n| Sem de Vries | 6 |\n| Ruben | 8 |\n", b"De familie De Vries brengt de soep rond; wie helpt, meldt zich bij meester Kees.\n", b"[Foto van Sem](/fotos/sem-de-vries.jpg) en <b>Sem</b> <i>de Vries</i>.\n",
)
_FIXED = {"html": _HTML, "yaml": _SETTINGS, "drawing": _DRAWN, "declared": _DECLARED, "accepted": _ACCEPTED, "attached": _PLAIN}
_MADE = {
    "front": _letters, "text": lambda: _letters() + _cases() + list(_HTML), "page": _cases, "agree": _cases, "export": _exports, "csv": _tables, "picture": _pictures, "paper": skeletons.paper_seeds,
    "xlsx": skeletons.WORKBOOK.seeds, "attached_xlsx": skeletons.WORKBOOK.seeds, "docx": skeletons.LETTER.seeds, "attached_docx": skeletons.LETTER.seeds, "attached_pptx": skeletons.SLIDES.seeds,
    "attached_odt": skeletons.OPEN_TEXT.seeds, "verifier": lambda: [*_BUILT, *_HTML, *_letters()[:5]],
}
