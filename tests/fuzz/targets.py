"""What a fuzzer may feed. Each target takes bytes and says whether they got inside the reader; only SiteError may come out of it.

That the answer is asked for is the point: a target of which every input is refused at the door finds nothing, and looks as if all is well.
"""

from __future__ import annotations

import os
import re
import tempfile
import warnings
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from sitegen import raster, svg, verify, yamlread
from sitegen.importers import edexml, exceptions, table, workbook
from sitegen.outputs import pictures
from sitegen.privacy.clean import clean
from sitegen.problem import Place, SiteError
from sitegen.readers import frontmatter, markdown, media, word
from sitegen.readers.documents.office import office
from tests.fuzz import laws, skeletons

if TYPE_CHECKING:
    from collections.abc import Callable

# What a drawing may not ask for: anything outside itself.
_FAR = re.compile(r"url\(\s*['\"]?[^#'\"\s]", re.IGNORECASE)


def front(data: bytes) -> bool:
    """Front matter: never more than words, numbers and lists of words."""
    found = frontmatter.split(data.decode("utf-8", "ignore"), "content/x.md")
    assert all(isinstance(value, str | int | float | bool | tuple) or value is None for value in found.words.values())
    return bool(found.words)


def text(data: bytes) -> bool:
    """Markdown to cleaned HTML."""
    html = clean(markdown.convert(data.decode("utf-8", "ignore")))
    laws.harmless(html)
    return bool(html)


def page(data: bytes) -> bool:
    """Markdown and the pass."""
    return bool(laws.passed(markdown.convert(data.decode("utf-8", "ignore"))).body)


def agree(data: bytes) -> bool:
    """Markdown, the pass, and the verifier that reads the page after it."""
    once = laws.passed(markdown.convert(data.decode("utf-8", "ignore")))
    laws.agreed(once)
    return bool(once.body)


def html(data: bytes) -> bool:
    """HTML as it stands and the pass."""
    return bool(laws.passed(data.decode("utf-8", "ignore")).body)


def export(data: bytes) -> bool:
    """EDEXML: as it stands, or a tree of its own elements."""
    built = data[:1] == b"\1"
    found = edexml.read(skeletons.tree(data[1:], skeletons.EDEX) if built else data, Place("register/export.xml"), {})
    return any(part.rows or part.dropped or part.children for part in found)


def csv(data: bytes) -> bool:
    """A table as .csv."""
    if not table.recognises(data, "register/lijst.csv"):
        return False
    return any(part.what for part in table.read(data, Place("register/lijst.csv"), {}))


def xlsx(data: bytes) -> bool:
    """A workbook of the register; another reader of the same file must see the surnames that it finds."""
    made = skeletons.WORKBOOK.made(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's; `importers.load` keeps them from the user as well
        found = workbook.read(made, Place("register/lijst.xlsx"), {})
    surnames = [child.pupil.name.last for part in found for child in part.children if child.pupil.name.last.isalpha()]
    if surnames:
        words = " ".join(office(made).texts)
        assert all(one in words for one in surnames), (surnames, words)
    return any(part.what for part in found)


def accepted(data: bytes) -> bool:
    """uitzonderingen.yaml."""
    return any(part.rows for part in exceptions.read(data, Place("register/uitzonderingen.yaml"), {}))


def yaml(data: bytes) -> bool:
    """Settings: what is read has a line for every key, and a date or a number never changes into something else."""
    document = yamlread.read(data.decode("utf-8", "ignore"), "site.yaml")
    assert all((key,) in document.lines for key in document.values)
    return bool(document.values)


def docx(data: bytes) -> bool:
    """A Word file as a newsletter: its HTML, the pass and the verifier."""
    markup, _, _ = word.to_html("newsletters/x.docx", skeletons.LETTER.made(data))
    laws.agreed(laws.passed(markup))
    return bool(markup)


def picture(data: bytes) -> bool:
    """A photograph: what is shown of it, and what an attachment keeps of it, has no metadata; twice is once."""
    found = media.describe(data, "x.jpg", "content/x.jpg", None, attribute="niemand", place=Place("content/x.md"), count=lambda *_: None)
    if found.fault or svg.is_svg(data):
        return False
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x")
        with open(path, "wb") as stream:
            stream.write(data)
        size = min(found.size[0], 64), min(found.size[1], 64)
        made = pictures.derivative(path, found.digest, (), size, found.size, size, "jpg")
    kept = [made]
    if raster.head(data).kind in {"JPEG", "PNG", "GIF"}:
        try:
            kept.append(raster.bare(data))
        except raster.UnreadableError as refused:
            assert str(refused)
    for one in kept:
        assert raster.head(one).xmp == raster.head(one).iptc == (), one
        assert not verify.examine("media/x.jpg", one, laws.KNOWN)
    assert raster.bare(made) == made
    return True


def drawing(data: bytes) -> bool:
    """An SVG: what is shown of it is safe, and made safe again it is the same."""
    try:
        once = svg.read(skeletons.tree(data[1:], skeletons.DRAWING) if data[:1] == b"\1" else data)
    except svg.UnsafeError as refused:
        assert str(refused)
        return False
    assert svg.read(once.data).data == once.data, once.data
    for element in ET.fromstring(once.data).iter():
        assert element.tag.rpartition("}")[2] not in {"script", "a", "image", "foreignObject", "animate", "set"}, once.data
        assert not any(name.startswith("on") or "script:" in value or _FAR.search(value) for name, value in element.attrib.items() if name not in {"id", "class", "font-family"}), once.data
    return True


def declared(data: bytes) -> bool:
    """media.yaml: what is wrong in any way declares nobody."""
    found, problems = media.declarations(data.decode("utf-8", "ignore"), "content/media.yaml")
    assert all(problem.fault for problem in problems)
    return any(one.who for one in found.values())


def paper(data: bytes) -> bool:
    """A PDF as an attachment."""
    return not laws.published("x.pdf", skeletons.paper(data)).fault


def attached_docx(data: bytes) -> bool:
    """A Word file as an attachment."""
    return not laws.published("x.docx", skeletons.LETTER.made(data)).fault


def attached_xlsx(data: bytes) -> bool:
    """A workbook as an attachment."""
    return not laws.published("x.xlsx", skeletons.WORKBOOK.made(data)).fault


def attached_pptx(data: bytes) -> bool:
    """Slides as an attachment."""
    return not laws.published("x.pptx", skeletons.SLIDES.made(data)).fault


def attached_odt(data: bytes) -> bool:
    """An OpenDocument text as an attachment."""
    return not laws.published("x.odt", skeletons.OPEN_TEXT.made(data)).fault


def attached(data: bytes) -> bool:
    """A text, a table or a calendar as an attachment; the first byte says which."""
    name = ("x.txt", "x.csv", "x.ics")[data[0] % 3] if data else "x.txt"
    return not laws.published(name, data[1:]).fault


def verifier(data: bytes) -> bool:
    """The verifier reads anything, and says the same when asked again."""
    for name in ("x/index.html", "x.json", "x.xml", "x.svg", "x.ics", "x.css", "x.pdf", "x.epub", "x.jpg", "x"):
        assert verify.examine(name, data, laws.KNOWN) == verify.examine(name, data, laws.KNOWN)
    return True


TARGETS: dict[str, Callable[[bytes], bool]] = {
    one.__name__: one
    for one in (
        front, yaml, text, page, agree, html, export, csv, xlsx, accepted, docx, picture, drawing, declared, paper, attached_docx, attached_xlsx, attached_pptx, attached_odt, attached, verifier,
    )
}
# The libraries in which a target spends its time, for the fuzzer to be led by their branches as well.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "text": ("markdown",), "page": ("markdown",), "agree": ("markdown",), "xlsx": ("openpyxl",), "docx": ("mammoth",), "paper": ("pypdf",), "export": ("defusedxml",), "drawing": ("defusedxml",),
}


def run(name: str, data: bytes) -> bool:
    """Feed one input to a target; True when it got inside. Only what a user would not be told in Dutch comes out."""
    try:
        return TARGETS[name](data)
    except SiteError as error:
        assert error.problems
        assert all(problem.fault for problem in error.problems)
        return False
