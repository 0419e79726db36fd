"""The guide as an e-book (EPUB 3): a zip of well-formed pages, with a table of contents that every reader knows."""

from __future__ import annotations

import io
import uuid
import zipfile
from html import escape
from typing import TYPE_CHECKING

from sitegen.outputs import colours, pictures

if TYPE_CHECKING:
    from sitegen.outputs.book import Book
    from sitegen.school import School

# The oldest time a zip can hold: when it was packed tells when somebody worked.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_KINDS = {"jpg": "image/jpeg", "svg": "image/svg+xml"}
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="gids/gids.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_STYLE = """body {{ font-family: sans-serif; line-height: 1.5; margin: 0 4%; }}
h1, h2, h3, h4 {{ color: {colour}; line-height: 1.25; page-break-after: avoid; break-after: avoid; }}
table {{ border-collapse: collapse; width: 100%; margin: 1em 0; }}
th, td {{ border-bottom: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top; }}
img {{ max-width: 100%; height: auto; }}
dt {{ font-weight: bold; }}
nav ol {{ list-style: none; padding-left: 1em; }}
"""


def file_of(at: int) -> str:
    """The name of the page of chapter number `at`, from 0."""
    return f"h{at + 1:02}.xhtml"


def pack(book: Book, school: School) -> bytes:
    """The e-book. Raises SiteError when a picture can't be made."""
    images = {f"beelden/{_name(pictures.share_path(one))}": pictures.plain(one) for one in book.pictures}
    pages = {"titel.xhtml": _page(book, book.title, _cover(book))}
    pages |= {file_of(at): _page(book, one.title, f'<h1 id="{escape(one.name)}">{escape(one.title)}</h1>\n{one.xhtml}') for at, one in enumerate(book.chapters)}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        # The kind of file stands first and unpacked, so that a reader sees it without opening anything.
        _add(archive, "mimetype", b"application/epub+zip", packed=False)
        _add(archive, "META-INF/container.xml", _CONTAINER.encode())
        _add(archive, "gids/gids.opf", _package(book, school, pages, images).encode())
        _add(archive, "gids/inhoud.xhtml", _contents(book).encode())
        _add(archive, "gids/stijl.css", _STYLE.format(colour=colours.written(colours.light(school)["diep"])).encode())
        for name, text in pages.items():
            _add(archive, f"gids/{name}", text.encode())
        for name, data in images.items():
            _add(archive, f"gids/{name}", data, packed=name.endswith(".svg"))
    return stream.getvalue()


def image_address(path: str) -> str:
    """Where the picture that the website has at `path` lies, seen from a page of the e-book."""
    return f"beelden/{_name(path)}"


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _add(archive: zipfile.ZipFile, name: str, data: bytes, *, packed: bool = True) -> None:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    archive.writestr(entry, data)


def _page(book: Book, title: str, body: str, more: str = "") -> str:
    language = escape(book.language)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"{more} lang="{language}" xml:lang="{language}">\n'
        f'<head><meta charset="utf-8"/><title>{escape(title)}</title><link rel="stylesheet" type="text/css" href="stijl.css"/></head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def _cover(book: Book) -> str:
    parts = [f"<h1>{escape(book.title)}</h1>", f"<p>{escape(book.school)}</p>", f"<p>{'<br/>'.join(map(escape, book.own))}</p>"]
    for title, rows in (("In het kort", book.facts), ("Colofon", book.colophon)):
        if rows:
            parts.append(f"<h2>{title}</h2><dl>{''.join(f'<dt>{escape(name)}</dt><dd>{escape(value)}</dd>' for name, value in rows)}</dl>")
    return "\n".join(parts)


def _contents(book: Book) -> str:
    items = []
    for at, one in enumerate(book.chapters):
        inside = "".join(f'<li><a href="{file_of(at)}#{escape(heading.anchor)}">{escape(heading.title)}</a></li>' for heading in one.headings)
        items.append(f'<li><a href="{file_of(at)}">{escape(one.title)}</a>{f"<ol>{inside}</ol>" if inside else ""}</li>')
    nav = f'<nav epub:type="toc" id="inhoud"><h1>Inhoud</h1><ol>{"".join(items)}</ol></nav>'
    return _page(book, "Inhoud", nav, ' xmlns:epub="http://www.idpf.org/2007/ops"')


def _package(book: Book, school: School, pages: dict[str, str], images: dict[str, bytes]) -> str:
    known = uuid.uuid5(uuid.NAMESPACE_URL, f"{school.base_url or school.name}/schoolgids/{book.group}")
    items = [
        '<item id="inhoud" href="inhoud.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="stijl" href="stijl.css" media-type="text/css"/>',
        *(f'<item id="{name[:-6]}" href="{name}" media-type="application/xhtml+xml"/>' for name in pages),
        *(f'<item id="beeld{number}" href="{name}" media-type="{_KINDS[name.rpartition(".")[2]]}"/>' for number, name in enumerate(images)),
    ]
    reading = ["titel.xhtml", "inhoud.xhtml", *(file_of(at) for at in range(len(book.chapters)))]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="nummer" xml:lang="{escape(book.language)}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n<dc:identifier id="nummer">urn:uuid:{known}</dc:identifier>\n<dc:title>{escape(book.title)}</dc:title>\n'
        f'<dc:language>{escape(book.language)}</dc:language>\n<dc:publisher>{escape(book.school)}</dc:publisher>\n'
        f'<meta property="dcterms:modified">{book.issued}T00:00:00Z</meta>\n'
        '<meta property="schema:accessMode">textual</meta>\n<meta property="schema:accessMode">visual</meta>\n<meta property="schema:accessModeSufficient">textual</meta>\n'
        '<meta property="schema:accessibilityFeature">tableOfContents</meta>\n<meta property="schema:accessibilityFeature">alternativeText</meta>\n'
        '<meta property="schema:accessibilityFeature">structuralNavigation</meta>\n<meta property="schema:accessibilityHazard">none</meta>\n'
        f"</metadata>\n<manifest>\n{chr(10).join(items)}\n</manifest>\n<spine>\n"
        + "\n".join(f'<itemref idref="{name[:-6]}"/>' for name in reading)
        + "\n</spine>\n</package>\n"
    )
