"""Two hundred and more broken inputs: each ends with an answer, never with a traceback, and says where and what to do (C1.16 to 18).

What stops a build must name the file; the line, where the format has lines and the fault is on one; and a remedy: a sentence
that tells the reader what to do, which is judged by how it begins.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from sitegen.problem import Place, Problem
from tests.building import build_site, snapshot, twin
from tests.media.conftest import photo
from tests.media.conftest import saved as pixels
from tests.resilience import counting
from tests.word.test_word import letter, saved

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

EDEX = (
    '<?xml version="1.0"?><EDEX><leerlingen><leerling key="1"><roepnaam>Sanne</roepnaam><achternaam>Hoekzema</achternaam><groep key="g"/></leerling></leerlingen>'
    '<groepen><groep key="g"><naam>6</naam></groep></groepen></EDEX>'
)
TARGETS: dict[str, Callable[[Path], bytes]] = {
    "site.yaml": lambda root: (root / "site.yaml").read_bytes(),
    "content/index.md": lambda root: (root / "content/index.md").read_bytes(),
    "newsletters/2026-11-20-weekbericht-12.md": lambda root: (root / "newsletters/2026-11-20-weekbericht-12.md").read_bytes(),
    "content/media.yaml": lambda _: b"foto.jpg: {who: [10021], kind: photo, vervaag: [[1, 2, 3, 4]]}\n",
    "content/kalender.yaml": lambda _: b"- {van: 2026-11-24, tot: 2026-11-25, titel: Feest, soort: activiteit}\n",
    "schoolgids/2026-2027/_gids.yaml": lambda _: b"schooljaar: 2026-2027\nvastgesteld_op: 2026-08-20\nfeiten: {bijdrage: 40 euro}\n",
    "register/leerlingen.csv": lambda root: (root / "register/leerlingen.csv").read_bytes(),
    "register/toestemming.csv": lambda root: (root / "register/toestemming.csv").read_bytes(),
    "register/export.xml": lambda _: EDEX.encode(),
    "register/uitzonderingen.yaml": lambda _: b'- {text: "Sanne Hoekzema", why: "proef", who: "x", until: 2027-01-01}\n',
    "register/besluiten.xlsx": lambda _: _table(),
    "newsletters/2026-11-23-word.docx": lambda _: saved(letter()),
    "newsletters/2026-11-23-map/bijlage.docx": lambda _: saved(letter()),
    "newsletters/2026-11-23-map/foto.jpg": lambda _: pixels(photo(80)),
    "newsletters/2026-11-23-map/tekening.svg": lambda _: b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>',
    "newsletters/2026-11-23-map/dag.ics": lambda _: b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261127\r\nSUMMARY:Sportdag\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
}


def _table() -> bytes:
    book = openpyxl.Workbook()
    for row in (("Leerlingnummer", "Categorie", "Besluit", "Vanaf"), ("10021", "foto website", "ja", "01-11-2026")):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def breakages(data: bytes, dice: random.Random, flips: int) -> Iterator[tuple[str, bytes]]:
    yield "empty", b""
    yield "half", data[: len(data) // 2]
    yield "zeros", bytes(400)
    yield "noise", bytes(dice.randrange(256) for _ in range(300))
    yield "utf-16", data.decode("utf-8", "replace").encode("utf-16")
    yield "deep", b"{" * 2000
    yield "doubled", data + data
    yield "tabs", data.replace(b"\n", b"\n\t")
    yield "long line", data + b"x" * 200_000
    yield "null", data.replace(b"a", b"\0", 3)
    yield "surrogates", data + b"\xed\xa0\x80\xff\xfe"
    yield "anchors", b"a: &a [1]\nb: *a\n" + data
    for number in range(flips):
        changed = bytearray(data)
        for _ in range(1 + number % 12):
            if changed:
                changed[dice.randrange(len(changed))] = dice.randrange(256)
        yield f"flipped {number}", bytes(changed)


# A remedy is an order (a sentence or clause that begins with one of these), the right word asked back, or an example of how it should be.
ORDERS = re.compile(
    r"Bedoelde u '|Bijvoorbeeld |(?:^|[.:!?;,] |, of |, en )(?:Als .*?, )?(?:Dan )?(?:Sla|Bewaar|Maak|Zet|Haal|Kies|Schrijf|Verbeter|Geef|Vul|Kijk|Sluit|Open|Exporteer|Verwijder|Gebruik|Vraag|Laat|Los|Voeg|Vervang|Controleer|Noem|Knip|Neem|Meld|Splits|Begin|Herstel|Wacht|Draai|Bouw|Hernoem|Verplaats|Typ|Lever|Plak)\b",
    re.IGNORECASE | re.MULTILINE,
)
# Files of lines: there a message must name one.
LINED = (".yaml", ".md", ".csv", ".xml")
# Faults that are of the whole file, word for word, and why no line of it is more to blame than another.
WHOLE = {
    "dit bestand is leeg.": "there is no line",
    "dit bestand kan niet als tekst gelezen worden.": "where the lines end is not known before it is text",
    "dit soort bestand hoort niet in het register.": "by its first bytes it is a PDF, a picture or an archive, in which no reader of lines can look",
    "hier staat geen tabel die bij het register hoort.": "a header is missing, and it may have been meant on any line",
    "in dit XML-bestand staan geen leerlingen volgens EDEXML.": "what is missing stands nowhere",
}


def _unhelpful(problem: Problem) -> str:
    """What a message lacks, or ""."""
    if not problem.place.file:
        return "file"
    if not ORDERS.search(f"{problem.fault}\n{problem.remedy}"):
        return "remedy"
    if problem.place.file.endswith(LINED) and not problem.place.line and problem.fault not in WHOLE:
        return "line"
    return ""


@pytest.mark.parametrize("fault", ["dit gaat niet.", "dit is fout. Het is jammer.", "leeg"])
def test_a_message_without_a_remedy_is_unhelpful(fault: str) -> None:
    assert _unhelpful(Problem(Place("site.yaml", 2), "x", fault)) == "remedy"
    assert _unhelpful(Problem(Place("site.yaml", 0), "x", "dit mag niet.", "Haal het weg.")) == "line"
    assert not _unhelpful(Problem(Place("site.yaml", 3), "x", fault, "Haal het weg."))


@pytest.mark.parametrize(
    ("file", "broken", "line"),
    [
        ("newsletters/2026-11-23-proef.md", b'---\ntitel: Proef\nsamenvatting: "pie\x07p"\n---\n\n# Proef\n', 3),
        ("register/uitzonderingen.yaml", b'- text: "Sanne"\n  why: "\x02"\n', 2),
        ("register/uitzonderingen.yaml", b"# wat mag\n\ntekst: Sanne\n", 3),
        ("register/extra.csv", b"Overzicht van 1 november\n\nLeerlingnummer;Roepnaam;Foto website;Vlog\n10021;Sanne;ja;nee\n", 3),
    ],
)
def test_a_fault_is_told_at_its_line(built: Path, file: str, broken: bytes, line: int) -> None:
    (built / file).write_bytes(broken)
    found = [problem for problem in build_site(built).problems if problem.place.file == file and problem.severity == "fout"]
    assert [problem.place.line for problem in found] == [line], found


@pytest.mark.parametrize("target", TARGETS)
def test_every_broken_input_gets_an_answer(standing: Path, tmp_path: Path, target: str) -> None:
    _answered(standing, tmp_path, target, 2)


@pytest.mark.long
@pytest.mark.parametrize("target", TARGETS)
def test_many_more_broken_inputs(standing: Path, tmp_path: Path, target: str) -> None:
    _answered(standing, tmp_path, target, 300)


def _answered(standing: Path, tmp_path: Path, target: str, flips: int) -> None:
    stood = snapshot(standing / "public")
    dice = counting.dice(target)
    count = 0
    for name, data in breakages(TARGETS[target](standing), dice, flips):
        root = tmp_path / "site"
        # The first is the very first build of its site; what the others break stands, and must stay.
        twin(standing, root, *([] if count else ["public", ".sitegen"]))
        (root / target).parent.mkdir(parents=True, exist_ok=True)
        (root / target).write_bytes(data)
        if "-map/" in target:
            file = target.rpartition("/")[2]
            (root / target).with_name("index.md").write_text(f"# Bijlage\n\n[Bijlage]({file})\n\n![Plaatje]({file})\n" if file.endswith(("jpg", "svg")) else f"# Bijlage\n\n[Bijlage]({file})\n", "utf-8")
            (root / target).with_name("media.yaml").write_text(f"{file}: {{who: niemand}}\n", "utf-8")
        result = build_site(root)
        assert result.status in {0, 1, 2, 3}, name
        for problem in result.problems:
            assert problem.place.file, (name, problem)
            if problem.severity == "fout":
                unhelpful = _unhelpful(problem)
                assert not unhelpful, (name, unhelpful, str(problem))
        if result.status:
            assert any(problem.severity == "fout" for problem in result.problems) or result.leaks, name
            assert snapshot(root / "public") == (stood if count else {}), name
        else:
            json.loads((root / ".sitegen/report.json").read_text("utf-8"))
        shutil.rmtree(root)
        count += 1
    counting.told(16 if target.endswith((".yaml", ".md")) else 18 if target.endswith((".jpg", ".svg")) else 17, f"broken {target}: file, line and remedy", count, 12 + flips)
