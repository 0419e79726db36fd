"""Zip and XML bombs in everything that is opened, each read by itself with little memory and time (ECOSYSTEM C1.17, and C1.14 for entries)."""

from __future__ import annotations

import gzip
import io
import os
import struct
import sys
import zipfile
import zlib
from functools import cache, partial
from typing import TYPE_CHECKING

import pytest

from sitegen.importers import edexml, workbook
from sitegen.problem import Place, Problem
from sitegen.readers import attachment, word
from tests.attachments.test_attachments import _docx, _odt, _xlsx
from tests.attachments.test_traps import _and
from tests.resilience.counting import Loop, dice
from tests.word.test_word import letter, saved

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip("a process's memory can't be limited here", allow_module_level=True)

from tests.resilience.fenced import Outcome, each

# The scenario: refused in two seconds and 300 MB.
MEGABYTES, SECONDS = 300, 2
SECRET = "GEHEIM-VAN-BUITEN"

_LAUGHS = '<!DOCTYPE x [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 13)) + "]>"
# What goes before the root of an XML file, and in its text.
XML: Mapping[str, tuple[str, str]] = {
    "laughs": (_LAUGHS, "&a12;"), "quoted entities": ('<!DOCTYPE x [<!ENTITY a "&#38;b;"><!ENTITY b "&#38;c;&#38;c;"><!ENTITY c "ha">]>', "&a;"), "quadratic": (f'<!DOCTYPE x [<!ENTITY a "{"x" * 100_000}">]>', "&a;" * 20_000), "itself": ('<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', "&a;"),
    "a file": ('<!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]>', "&a;"), "a DTD elsewhere": ('<!DOCTYPE x SYSTEM "file://{secret}">', ""), "a DTD on a website": ('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', ""), "a public DTD": ('<!DOCTYPE x PUBLIC "-//X//X" "http://127.0.0.1:9/x.dtd">', ""),
    "a parameter": ('<!DOCTYPE x [<!ENTITY % a SYSTEM "file://{secret}"> %a;]>', ""), "parameters": ("<!DOCTYPE x [<!ENTITY % a \"<!ENTITY b '&#37;a;'>\"> %a;]>", ""), "an empty DTD": ("<!DOCTYPE x []>", ""), "an unparsed entity": ('<!DOCTYPE x [<!NOTATION n SYSTEM "n"><!ENTITY a SYSTEM "file://{secret}" NDATA n>]>', ""),
    "an unknown entity": ("", "&geheim;"), "attributes by DTD": ('<!DOCTYPE x [<!ATTLIST x a CDATA "' + "x" * 100_000 + '">]>', ""),
}  # fmt: skip
ENCODINGS = ("utf-8", "utf-16")
DEEP = "<a>" * 100_000 + "</a>" * 100_000


def _xml(root: str, what: str, secret: Path, encoding: str) -> bytes:
    before, text = XML[what]
    start = root.index("<", 1) if root.startswith("<?xml") else 0
    spot = root.index("WEG")
    whole = f'<?xml version="1.0" encoding="{encoding}"?>{before.format(secret=secret) if "{secret}" in before else before}{root[start:spot]}{text}{root[spot + 3 :]}'
    return whole.encode(encoding)


def _set(data: bytes, part: str, body: bytes, kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The archive with this in place of one part, or beside the others."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, body, kind)
    return stream.getvalue()


@cache
def _spaces(size: int) -> tuple[bytes, int]:
    """So many spaces, packed, and their checksum: made once, for it takes longer than all that is tested with it."""
    packer, packed, check = zlib.compressobj(9, zlib.DEFLATED, -15), [], 0
    for _ in range(size >> 20):
        packed.append(packer.compress(b" " * (1 << 20)))
        check = zlib.crc32(b" " * (1 << 20), check)
    return b"".join(packed) + packer.flush(), check


def _bomb(good: bytes, part: str, size: int, listed: int, headed: int) -> bytes:
    """A part that unpacks to `size`; the list of contents says that it is `listed`, and its own head `headed`."""
    packed, check = _spaces(size)
    data = bytearray(_set(good, part, packed, zipfile.ZIP_STORED))
    entry = data.rindex(b"PK\x01\x02")
    head = struct.unpack_from("<I", data, entry + 42)[0]
    for start, method, fields, said in ((entry, 10, 16, listed), (head, 8, 14, headed)):
        struct.pack_into("<H", data, start + method, zipfile.ZIP_DEFLATED)
        struct.pack_into("<III", data, start + fields, check, len(packed), said)
    return bytes(data)


@cache
def _crowd() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(100_000):
            archive.writestr(f"x/{number}.xml", b"")
    return stream.getvalue()


def _method(data: bytes, method: int) -> bytes:
    changed = bytearray(data)
    for mark, at in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        start = changed.find(mark)
        while start >= 0:
            struct.pack_into("<H", changed, start + at, method)
            start = changed.find(mark, start + 4)
    return bytes(changed)


def _overlapping(data: bytes, part: str) -> bytes:
    """Ten thousand names in the list of contents for one part."""
    whole = _set(data, part, b" " * 10_000_000)
    end = whole.rindex(b"PK\x05\x06")
    start = whole.index(b"PK\x01\x02")
    heads = whole[start:end]
    last = heads[heads.rindex(b"PK\x01\x02") :]
    more = heads + last * 10_000
    tail = bytearray(whole[end:])
    struct.pack_into("<HHII", tail, 8, 65_000 % 65_536, 65_000 % 65_536, len(more), start)
    struct.pack_into("<HH", tail, 8, (heads.count(b"PK\x01\x02") + 10_000), (heads.count(b"PK\x01\x02") + 10_000))
    return whole[:start] + more + bytes(tail)


def _packed(part: str, data: bytes, levels: int) -> bytes:
    for _ in range(levels):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(8):
                archive.writestr(f"{number}/{part}", data)
        data = stream.getvalue()
    return data


def _link(data: bytes, name: str, target: str) -> bytes:
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        entry = zipfile.ZipInfo(name)
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        archive.writestr(entry, target)
    return stream.getvalue()


def _archives(good: bytes, part: str, secret: Path) -> dict[str, bytes]:
    """Bombs of the archive itself, whatever kind of document it is."""
    size = 400 << 20
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        many = _and(_crowd(), {name: archive.read(name) for name in archive.namelist()})
    bombs = {
        "400 MB in its main part": _bomb(good, part, size, size, size), "400 MB beside it": _bomb(good, "x/y.xml", size, size, size), "says a thousand bytes, unpacks to 400 MB": _bomb(good, part, size, 1_000, 1_000), "says so in its list only": _bomb(good, part, size, 1_000, size), "beside it, the same": _bomb(good, "x/y.xml", size, 1_000, 1_000),
        "100,000 entries": many, "ten thousand names for one": _overlapping(good, part), "zips in zips": _set(good, "x/meer.zip", _packed("0.xml", b" " * 1_000_000, 5)), "a document in it": _set(good, "x/embeddings/meer.docx", good), "gzip in it": _set(good, "x/y.xml.gz", gzip.compress(b" " * 10_000_000)),
        "method 99": _method(good, 99), "method 12 that it isn't": _method(good, 12), "half": good[: len(good) // 2], "without its end": good[:-22], "nothing but an end": good[-22:], "sizes of 64 bits": good[:-6] + b"\xff" * 4 + good[-2:],
    }
    for name in ("../../x.xml", "..\\..\\x.xml", "/etc/x.xml", "C:\\x.xml", "C:/x.xml", "x/../../../y.xml", "\\\\server\\x.xml", "./../x.xml"):
        bombs[f"entry {name}"] = _and(good, {name: b"<a/>"})
    bombs["a link as an entry"] = _link(good, "../koppeling.xml", str(secret))
    return bombs


def _attached(name: str) -> Callable[[bytes], object]:
    def read(data: bytes) -> object:
        found = attachment.read(data, name, name)
        sentence, _, remedy = found.fault.rstrip(".").rpartition(". ")
        return [Problem(Place(name), "bijlage", sentence, remedy)] if found.fault else found.texts

    return read


# What is opened: a sound file, its main part, and how it is read; attachments of Excel and PowerPoint go through the same door as those of Word.
DOORS: Mapping[str, tuple[bytes, str, Callable[[bytes], object]]] = {
    "brief.docx": (saved(letter()), "word/document.xml", lambda data: word.to_html("brief.docx", data)),
    "lijst.xlsx": (_xlsx(), "xl/worksheets/sheet1.xml", lambda data: workbook.read(data, Place("lijst.xlsx"), {})),
    "a.docx": (_docx(), "word/document.xml", _attached("a.docx")),
    "a.odt": (_odt("Tekst"), "content.xml", _attached("a.odt")),
}
EDEX = '<EDEX><leerlingen><leerling key="1"><roepnaam>WEG</roepnaam><achternaam>Tekst</achternaam></leerling></leerlingen></EDEX>'


def _refused(found: Outcome) -> tuple[Problem, ...]:
    """What it was refused with, raised or told; a letter tells also what it left out, which is no refusal."""
    told = found.problems or (found.value if isinstance(found.value, list) else ())
    if isinstance(found.value, tuple) and found.value and hasattr(found.value[0], "problems"):
        told = [one for part in found.value for one in part.problems]
    return tuple(told)


def _within(works: Sequence[Callable[[], object]], secret: Path) -> list[Outcome]:
    """Each fenced, and ended at once when it asks the network or opens what lies outside."""

    def watched(work: Callable[[], object]) -> object:
        def hears(event: str, words: tuple[object, ...]) -> None:
            if event in {"socket.connect", "socket.getaddrinfo", "urllib.Request"} or (event == "open" and str(words[0]) == str(secret)):
                os._exit(7)

        sys.addaudithook(hears)
        return work()

    return each([partial(watched, work) for work in works], MEGABYTES, SECONDS)


@pytest.mark.parametrize("door", DOORS)
def test_bombs_in_an_archive(tmp_path: Path, door: str) -> None:
    """Refused in two seconds and 300 MB, with the file and a remedy; nothing is read, written or asked outside."""
    secret = tmp_path / "geheim"
    secret.write_text(SECRET, "utf-8")
    good, part, read = DOORS[door]
    sound = read(good)
    loop = Loop(17, f"zip bombs and broken archives as {door}")
    archives = _archives(good, part, secret)
    for what, found in zip(archives, _within([partial(read, data) for data in archives.values()], secret), strict=True):
        # In a letter only what makes the page is opened: what else is in it stays closed, and goes nowhere.
        closed = door == "brief.docx" and what in {"zips in zips", "a document in it", "gzip in it"} and found.value == sound
        loop.count(closed or _good(found, door), f"{what}: {found!r}"[:300])
    assert [path.name for path in tmp_path.iterdir()] == ["geheim"]
    loop.end()


def _good(found: Outcome, file: str) -> bool:
    told = _refused(found)
    return not found.fault and SECRET not in repr(found.value) and bool(told) and all(one.place.file == file and (one.remedy or ". " in one.fault) for one in told)


@pytest.mark.parametrize("parts_beside", [2, pytest.param(99, marks=pytest.mark.long)], ids=["quick", "long"])
@pytest.mark.parametrize("door", DOORS)
def test_bombs_in_xml_inside_an_archive(tmp_path: Path, door: str, parts_beside: int) -> None:
    """In the main part and in those beside it (quick: some, by the seed), in UTF-8 and UTF-16."""
    secret = tmp_path / "geheim"
    secret.write_text(SECRET, "utf-8")
    good, main, read = DOORS[door]
    read(good)  # what is imported late takes no time of the bombs
    loop = Loop(17, f"XML bombs in the parts of {door}")
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        names = archive.namelist()
        beside = [name for name in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml", "xl/workbook.xml", "xl/styles.xml", "docProps/core.xml", "meta.xml", "styles.xml") if name in names]
        some = dice(f"beside {door}").sample(beside, min(parts_beside, len(beside)))
        parts = {name: archive.read(name).decode("utf-8") for name in (main, *some)}
    bombs = {}
    for name, text in parts.items():
        head = text.index("<", text.index("?>") + 2) if text.startswith("<?xml") else 0
        inner = text.index(">", head) + 1
        tag = text[head + 1 :].split(" ")[0].rstrip("/>")
        root = f"{text[head:inner]}WEG{text[inner:]}" if not text[head:inner].endswith("/>") else f"{text[head:inner - 2]}>WEG</{tag}>"
        for what in XML if name == main else ("laughs", "a file"):
            for encoding in ENCODINGS if what in {"laughs", "a file"} else ENCODINGS[:1]:
                bombs[f"{name}, {what}, {encoding}"] = partial(read, _set(good, name, _xml(root, what, secret, encoding)))
    for what, found in zip(bombs, _within([*bombs.values()], secret), strict=True):
        loop.count(_good(found, door), f"{what}: {found!r}"[:300])
    loop.end()


def test_bombs_in_edexml(tmp_path: Path) -> None:
    secret = tmp_path / "geheim"
    secret.write_text(SECRET, "utf-8")
    loop = Loop(17, "XML bombs as EDEXML")
    bombs = {f"{what}, {encoding}": _xml(EDEX, what, secret, encoding) for what in XML for encoding in ENCODINGS}
    bombs |= {"deep": EDEX.replace("WEG", DEEP).encode(), "60 MB": EDEX.replace("WEG", "x" * 60_000_000).encode(), "half": EDEX[:90].encode()}
    works = [partial(edexml.read, data, Place("export.xml"), {}) for data in bombs.values()]
    for what, found in zip(bombs, _within(works, secret), strict=True):
        loop.count(_good(found, "export.xml"), f"{what}: {found!r}"[:300])
    loop.end()
