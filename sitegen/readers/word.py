"""A Word file (.docx) becomes a draft; what Word hides stays hidden, and what can't be trusted is refused.

mammoth publishes hidden text and obeys a style map inside the file that can publish comments (measured with 1.13), so
hidden runs are taken out first and the embedded map is off. The .docx is only read, never changed.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sitegen.archive import promised
from sitegen.problem import Place, Problem, SiteError
from sitegen.readers import page

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from sitegen.readers.page import Beside, Reading

MAX_UNPACKED = 100_000_000
MAX_TEXT_PART = 20_000_000
MAX_RATIO = 200
MAX_FILES = 5_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXTS = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml\Z")
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Titel'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Ondertitel'] => p:fresh
p[style-name='Kop 1'] => h1:fresh
p[style-name='Kop 2'] => h2:fresh
p[style-name='Kop 3'] => h3:fresh
p[style-name^='toc '] => !
p[style-name^='TOC '] => !
p[style-name^='Inhopg'] => !
p[style-name^='table of figures'] => !
"""
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_PICTURE_ENDS = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp", "image/tiff": "tif", "image/bmp": "bmp"}
_PSEUDO = re.compile(r"<p>\s*<strong>([^<]{2,80})</strong>\s*:?\s*</p>")
_REFERENCE = re.compile(r"\s*(?:PAGE)?REF\s+(\w+)")
# Parts of a Word file that are no running text, by the beginning of their name.
_PARTS = {"header": "in de koptekst", "footer": "in de voettekst", "footnotes": "in een voetnoot", "endnotes": "in een eindnoot"}
_EMPTY = re.compile(r"<p>(?:\s|&nbsp;|\u00a0|<br\s*/?>)*</p>")


def read(path: str, data: bytes, changed: str, beside: Beside) -> Reading:
    """The draft in the Word file at `path`. Raises SiteError for a file that can't be read or can't be trusted."""
    body, problems, pictures = to_html(path, data)
    body, more = _embed(path, body, pictures, beside)
    text = "\n".join(html.unescape(re.sub(r"<[^>]*>", "", block)) for block in re.split(r"</(?:p|h[1-6]|li|td)>", body))
    return page.assemble(path, text, {}, body, changed, beside, (*problems, *more))


def to_html(path: str, data: bytes, *, whole: bool = False) -> tuple[str, tuple[Problem, ...], tuple[tuple[str, bytes], ...]]:
    """The HTML of a Word file, warnings, and its pictures as (kind, bytes); picture N stands as `<img src="word:N" alt>`.

    `whole` keeps what only a document of many chapters needs: bookmarks, cross references as links to them, and lines in
    bold as they are (in a letter they are headings).
    """
    import mammoth

    archive = _open(path, data)
    problems: list[Problem] = []
    clean = _without_hidden(path, archive, problems, linked=whole)
    pictures: list[tuple[str, bytes]] = []

    def picture(image: mammoth.documents.Image) -> dict[str, str]:
        with image.open() as stream:
            pictures.append((image.content_type, stream.read()))
        return {"src": f"word:{len(pictures) - 1}"}

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(clean), style_map=_STYLES, convert_image=mammoth.images.img_element(picture),
            include_embedded_style_map=False, external_file_access=False,
        )
    except Exception as error:
        raise SiteError([Problem(Place(path), "word-onleesbaar", "dit Word-bestand kan niet gelezen worden.", "Open het in Word en bewaar het opnieuw als .docx.")]) from error
    return result.value if whole else _tidy(result.value), tuple(problems), tuple(pictures)


def _open(path: str, data: bytes) -> zipfile.ZipFile:
    if data.startswith(_OLD_WORD):
        raise SiteError([Problem(Place(path), "word-oud", "dit is een oud of met een wachtwoord beveiligd Word-bestand.", "Bewaar het in Word als .docx, zonder wachtwoord.")])
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        raise SiteError([Problem(Place(path), "word-onleesbaar", "dit is geen (heel) Word-bestand.", "Wacht tot het helemaal gekopieerd is, of bewaar het opnieuw als .docx.")]) from None
    unpacked = sum(info.file_size for info in infos)
    text = max((info.file_size for info in infos if info.filename.endswith((".xml", ".rels"))), default=0)
    escapes = any(info.filename.startswith(("/", "\\")) or ":" in info.filename or ".." in PurePosixPath(info.filename.replace("\\", "/")).parts for info in infos)
    if len(infos) > MAX_FILES or unpacked > MAX_UNPACKED or text > MAX_TEXT_PART or unpacked > MAX_RATIO * max(len(data), 1) or escapes:
        raise SiteError([Problem(Place(path), "word-bom", "dit Word-bestand is uitgepakt veel te groot of niet te vertrouwen.", "Kopieer de tekst naar een nieuw document en bewaar dat.")])
    if "word/document.xml" not in archive.namelist():
        raise SiteError([Problem(Place(path), "word-onleesbaar", "dit is geen Word-document.", "Bewaar het in Word als .docx.")])
    return archive


def _without_hidden(path: str, archive: zipfile.ZipFile, problems: list[Problem], *, linked: bool) -> bytes:
    from xml.etree.ElementTree import ParseError, register_namespace, tostring

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    register_namespace("w", _W[1:-1])
    hidden_styles = _hidden_styles(archive)
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as clean:
            for info in archive.infolist():
                part = promised(archive, info)
                if _TEXTS.match(info.filename):
                    root = fromstring(part, forbid_dtd=True)
                    _warn(path, info.filename, root, problems)
                    if hidden := _drop_hidden(root, hidden_styles):
                        problems.append(Problem(Place(path), "word-verborgen", f"{_where(info.filename, hidden)} staat verborgen tekst; die is weggelaten.", "Haal hem weg, of maak hem zichtbaar als hij op de website hoort.", "waarschuwing"))
                    if linked:
                        _link_references(root)
                    part = tostring(root, encoding="utf-8")
                elif info.filename == "word/styles.xml" and part:
                    part = tostring(_named(fromstring(part, forbid_dtd=True)), encoding="utf-8")
                elif part and info.filename.lower().endswith((".xml", ".rels")):
                    fromstring(part, forbid_dtd=True)  # mammoth reads these as well, and trusts them
                clean.writestr(info.filename, part)
    except (ParseError, DefusedXmlException, zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error):
        raise SiteError([Problem(Place(path), "word-onleesbaar", "dit Word-bestand is beschadigd of niet te vertrouwen.", "Open het in Word en bewaar het opnieuw als .docx.")]) from None
    return out.getvalue()


def _named(styles: Element) -> Element:
    """Only what mammoth asks of the styles, their names and numbering: it reads XML slowly, and this is most of a Word file."""
    for style in list(styles):
        if style.tag != f"{_W}style":
            styles.remove(style)
            continue
        for part in list(style):
            if part.tag != f"{_W}name" and (part.tag != f"{_W}pPr" or style.get(f"{_W}type") != "numbering"):
                style.remove(part)
    return styles


def _hidden_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(promised(archive, archive.getinfo("word/styles.xml")), forbid_dtd=True)
    except Exception:  # noqa: BLE001  no styles, no hidden ones; broken ones are met again by mammoth
        return frozenset()
    return frozenset(style.get(f"{_W}styleId", "") for style in root.iter(f"{_W}style") if _vanishes(style.find(f"{_W}rPr")))


def _where(part: str, paragraph: int) -> str:
    """Where in Word a person finds it: there are no lines, but paragraphs can be counted."""
    name = part.rpartition("/")[2]
    found = next((said for begin, said in _PARTS.items() if name.startswith(begin)), "")
    return found or f"in alinea {paragraph} (tel ook kopjes en cellen van tabellen)"


def _drop_hidden(root: Element, hidden_styles: frozenset[str]) -> int:
    """Take out what Word doesn't show; gives the number of the first paragraph that had any, 0 when none had."""
    numbers = {id(one): number for number, one in enumerate(root.iter(f"{_W}p"), 1)}
    first = number = 0
    for parent in root.iter():
        number = numbers.get(id(parent), number)
        for child in list(parent):
            if child.tag == f"{_W}r":
                properties = child.find(f"{_W}rPr")
                style = properties.find(f"{_W}rStyle") if properties is not None else None
                if _vanishes(properties) or (style is not None and style.get(f"{_W}val") in hidden_styles):
                    first = first or (number if "".join(child.itertext()).strip() else 0)
                    parent.remove(child)
            elif child.tag == f"{_W}p":
                style = child.find(f"{_W}pPr/{_W}pStyle")
                if style is not None and style.get(f"{_W}val") in hidden_styles:
                    first = first or (numbers[id(child)] if "".join(child.itertext()).strip() else 0)
                    parent.remove(child)
    return first


def _link_references(root: Element) -> None:
    """Turn cross references (fields REF and PAGEREF) into links to their bookmark: mammoth knows no other fields."""
    for element in root.iter():
        if element.tag == f"{_W}instrText" and (found := _REFERENCE.match(element.text or "")):
            element.text = f' HYPERLINK \\l "{found[1]}" '
        elif element.tag == f"{_W}fldSimple" and (found := _REFERENCE.match(element.get(f"{_W}instr", ""))):
            element.tag = f"{_W}hyperlink"
            element.attrib.clear()
            element.set(f"{_W}anchor", found[1])


def _vanishes(properties: Element | None) -> bool:
    if properties is None:
        return False
    marks = (properties.find(f"{_W}{name}") for name in ("vanish", "webHidden", "specVanish"))
    return any(mark is not None and mark.get(f"{_W}val", "true") not in {"0", "false", "off"} for mark in marks)


def _warn(path: str, part: str, root: Element, problems: list[Problem]) -> None:
    seen = {element.tag for element in root.iter()}
    told = {
        "word-wijzigingen": ({f"{_W}ins", f"{_W}del"}, "staan bijgehouden wijzigingen: ingevoegde tekst is meegenomen, verwijderde niet.", "Accepteer of verwerp de wijzigingen in Word."),
        "word-opmerkingen": ({f"{_W}commentReference"}, "staat een opmerking in de kantlijn; opmerkingen komen niet op de website.", "Niets nodig; haal ze weg als u ze niet meer nodig hebt."),
        "word-tekstvak": ({f"{_W}txbxContent"}, "staat een tekstvak; de tekst staat misschien op een andere plek dan u verwacht.", "Zet de tekst in gewone alinea's."),
    }
    for code, (tags, fault, remedy) in told.items():
        if seen & tags and not any(problem.code == code for problem in problems):
            number = next((at for at, one in enumerate(root.iter(f"{_W}p"), 1) if any(inner.tag in tags for inner in one.iter())), 1)
            problems.append(Problem(Place(path), code, f"{_where(part, number)} {fault}", remedy, "waarschuwing"))
    if f"{_MC}AlternateContent" in seen:
        # Word writes a text box twice, for new and for old versions: the text would stand there twice.
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == f"{_MC}AlternateContent":
                    for choice in list(child):
                        if choice.tag == f"{_MC}Choice" and child.find(f"{_MC}Fallback") is not None:
                            child.remove(choice)


def _tidy(body: str) -> str:
    body = _EMPTY.sub("", body)
    body = _PSEUDO.sub(lambda found: f"<h2>{found[1].strip().rstrip(':')}</h2>" if not found[1].rstrip().endswith((".", "!", "?", ",")) else found[0], body)
    return re.sub(r'<a id="[^"]*"></a>', "", body)


def _embed(path: str, body: str, pictures: tuple[tuple[str, bytes], ...], beside: Beside) -> tuple[str, tuple[Problem, ...]]:
    problems: list[Problem] = []
    stem = PurePosixPath(path).stem
    for number, (kind, data) in enumerate(pictures):
        end = _PICTURE_ENDS.get(kind)
        if end is None:
            problems.append(Problem(Place(path), "word-plaatje", f"plaatje {number + 1} heeft een soort die een browser niet toont ({kind}).", "Voeg het in Word opnieuw in als JPEG of PNG.", "waarschuwing"))
            body = re.sub(rf'<img[^>]*src="word:{number}"[^>]*>', "", body)
            continue
        name = f"{stem}-{number + 1}.{end}"
        beside.embed(name, path, data)
        body = body.replace(f'src="word:{number}"', f'src="{html.escape(name)}"')
    return body, tuple(problems)

