"""Whole files around one fuzzed part, so that a fuzzer gets past the doorman and into the reader.

Of bytes that are changed at random almost none are a zip, a PDF or well-formed XML any more. Here the first byte chooses which part of
a sound file is replaced; the rest is that part, either as it stands or as orders by which `tree` builds XML that is always well-formed.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from tests.attachments.papers import pdf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What stands between tags and in attributes of a tree: what readers look for, and what they don't expect.
WORDS = (
    "Sem de Vries", "Noor", "de", "Vries", "06-12345678", "noor@gmail.example", "ja", "nee", "0", "1", "-1", "3", "99999999999", "1e308", "NaN", "#REF!", "", " ",
    "\t\n", "é", "e\u0301", "\u200b", "\ud7ff", "\U0001f600", "A1", "XFD1048576", "2026-11-27", "46296", "word/document.xml", "#", "http://a.example/?b=c&d", "javascript:alert(1)",
    '=DDE("cmd")', "INCLUDETEXT x", ' HYPERLINK \\l "b" ', "true", "false", "x" * 300, "Kop 1", "s", "n", "b", "e", "str", "inlineStr", "d", "<p>", "]]>", "A1:B2", "External", "#b", "b", "url(#b)", "url(http://a.example/)",
)
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class Language:
    """The XML of one part: `frame` has one %s for what stands in it; names of elements and attributes that a reader knows.

    values: what a reader takes for an attribute; else any word will do. bearing: elements that may only have these attributes, for
    openpyxl gives up a whole workbook for one that it doesn't know.
    """

    frame: str
    elements: Sequence[str]
    attributes: Sequence[str]
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    bearing: Mapping[str, Sequence[str]] = field(default_factory=dict)


def tree(orders: bytes, language: Language) -> bytes:
    """Well-formed XML, whatever the orders: each pair of bytes opens an element, gives it an attribute and closes it, writes a word, or closes."""
    out: list[str] = []
    opened: list[str] = []
    for order, which in zip(orders[::2], orders[1::2], strict=False):
        deed, number = order & 3, order >> 2
        if deed == 3:
            if opened:
                out.append(f"</{opened.pop()}>")
        elif deed == 2:
            out.append(escape(WORDS[which % len(WORDS)]))
        else:
            element = language.elements[number % len(language.elements)]
            attributes = language.bearing.get(element, language.attributes)
            attribute = attributes[(which // 4) % len(attributes)] if attributes else ""
            choice = language.values.get(attribute, WORDS) if which & 2 else WORDS
            value = choice[(which * 7 + number) % len(choice)].replace("\t\n", " ")
            given = f" {attribute}={quoteattr(value)}" if which & 3 and attribute else ""
            shut = deed == 1 or len(opened) >= _DEEPEST
            out.append(f"<{element}{given}{'/' if shut else ''}>")
            if not shut:
                opened.append(element)
    out += [f"</{name}>" for name in reversed(opened)]
    return (language.frame % "".join(out)).encode("utf-8")


@dataclass(frozen=True, slots=True)
class Package:
    """A sound zip-based document; `fuzzed` are the parts that may be replaced, each with the language to build it in."""

    parts: Mapping[str, bytes]
    fuzzed: Mapping[str, Language]

    def made(self, data: bytes) -> bytes:
        """The document with one part replaced by what `data` says."""
        kinds = list(self.fuzzed.items())
        name, language = kinds[(data[0] >> 1) % len(kinds)] if data else kinds[0]
        part = tree(data[1:], language) if data[:1] and data[0] & 1 else data[1:]
        return zipped({**self.parts, name: part})

    def seeds(self) -> list[bytes]:
        """Input that makes the sound document, and one tree for each part."""
        whole = [bytes([number << 1]) + self.parts[name] for number, name in enumerate(self.fuzzed) if name in self.parts]
        return whole + [bytes([number << 1 | 1]) + bytes(range(0, 240, 7)) * 4 for number in range(len(self.fuzzed))]


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """These parts as a zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADS = "".join(f'<c r="{letter}1" t="inlineStr"><is><t>{head}</t></is></c>' for letter, head in zip("ABCDEF", ("Leerlingnummer", "Roepnaam", "Voorvoegsel", "Achternaam", "Foto website", "Gewijzigd op"), strict=True))
_SHEET = Language(
    f'<worksheet {_S}><sheetData><row r="1">{_HEADS}</row>%s</sheetData></worksheet>',
    ("row", "c", "c", "v", "v", "f", "is", "t", "r", "row", "sheetView", "dimension", "mergeCells", "mergeCell", "cols", "hyperlink", "pageSetup", "sheetPr", "oddHeader"),
    ("r", "t", "s", "ref", "spans", "hidden", "display", "location", "r:id", "name"),
    {"r": ("A2", "B2", "D2", "E3", "2", "3"), "t": ("s", "n", "b", "e", "str", "inlineStr", "d"), "s": ("0", "1"), "ref": ("A1:B2",), "spans": ("1:3",), "hidden": ("0", "1"), "r:id": ("r1",)},
    {"row": ("r", "spans", "hidden"), "c": ("r", "t", "t", "s"), **dict.fromkeys(("v", "f", "is", "t", "r", "sheetView", "mergeCells", "cols", "sheetPr", "pageSetup"), ()), "dimension": ("ref",), "mergeCell": ("ref",), "hyperlink": ("ref",)},
)
_STRINGS = Language(f"<sst {_S}>%s</sst>", ("si", "t", "r", "rPh", "rPr", "phoneticPr"), ("xml:space", "count", "uniqueCount", "sb", "eb"), {"xml:space": ("preserve",), "count": ("2",), "uniqueCount": ("2",), "sb": ("0",), "eb": ("1",)}, {**dict.fromkeys(("si", "r", "rPr"), ()), "t": ("xml:space",), "rPh": ("sb", "eb"), "phoneticPr": ()})
_STYLES = Language(
    f"<styleSheet {_S}>%s</styleSheet>",
    ("numFmts", "numFmt", "fonts", "font", "name", "fills", "fill", "borders", "border", "cellXfs", "xf", "cellStyleXfs", "cellStyles", "cellStyle", "dxfs", "dxf", "protection", "alignment"),
    ("numFmtId", "formatCode", "fontId", "fillId", "borderId", "xfId", "count", "name", "val", "applyNumberFormat"),
    {**dict.fromkeys(("numFmtId", "fontId", "fillId", "borderId", "xfId", "count", "applyNumberFormat"), ("0", "1", "14", "164")), "formatCode": ("d-m-yyyy", "0.00", "@", ";;;"), "val": ("11", "1")},
)
_BOOK = Language(f'<workbook {_S}><sheets><sheet name="Leerlingen" sheetId="1" r:id="r1"/></sheets>%s</workbook>', ("sheets", "sheet", "definedNames", "definedName", "workbookPr", "calcPr", "bookViews", "workbookView"), ("name", "sheetId", "r:id", "state", "date1904", "localSheetId", "activeTab"), {"sheetId": ("1", "2"), "r:id": ("r1", "r2"), "state": ("visible", "hidden", "veryHidden"), "date1904": ("1",), "localSheetId": ("0",), "activeTab": ("0",)})
_RELATED = Language(
    _RELATIONS, ("Relationship",), ("Id", "Type", "Target", "TargetMode"),
    {"Id": ("r1", "r2", "r3"), "Type": tuple(f"{_OFFICE}/{kind}" for kind in ("worksheet", "sharedStrings", "styles", "footnotes", "image", "hyperlink")), "Target": ("worksheets/sheet1.xml", "styles.xml", "/xl/workbook.xml", "../x.xml"), "TargetMode": ("External", "Internal")},
)
_PROPERTIES = Language(
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">%s</cp:coreProperties>',
    ("dc:title", "dc:creator", "cp:lastModifiedBy", "cp:keywords"), ("name",),
)


def _types(*parts: tuple[str, str]) -> bytes:
    told = "".join(f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-{kind}+xml"/>' for name, kind in parts)
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{told}</Types>'.encode()


def _related(*relations: tuple[str, str]) -> bytes:
    return (_RELATIONS % "".join(f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for number, (kind, target) in enumerate(relations, 1))).encode()


_ROWS = "".join(
    f'<row r="{number}"><c r="A{number}"><v>{100 + number}</v></c><c r="B{number}" t="s"><v>0</v></c><c r="D{number}" t="s"><v>1</v></c><c r="E{number}" t="inlineStr"><is><t>ja</t></is></c><c r="F{number}" s="1"><v>46296</v></c></row>'
    for number in (2, 3)
)
WORKBOOK = Package(
    {
        "[Content_Types].xml": _types(("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main"), ("xl/worksheets/sheet1.xml", "officedocument.spreadsheetml.worksheet"), ("xl/sharedStrings.xml", "officedocument.spreadsheetml.sharedStrings"), ("xl/styles.xml", "officedocument.spreadsheetml.styles")),
        "_rels/.rels": _related(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (_BOOK.frame % "").encode(),
        "xl/_rels/workbook.xml.rels": _related(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")),
        "xl/worksheets/sheet1.xml": (_SHEET.frame % _ROWS).encode(),
        "xl/sharedStrings.xml": (_STRINGS.frame % "<si><t>Noor</t></si><si><r><t>Linde</t></r><r><t>boom</t></r></si>").encode(),
        "xl/styles.xml": (_STYLES.frame % '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>').encode(),
    },
    {"xl/worksheets/sheet1.xml": _SHEET, "xl/sharedStrings.xml": _STRINGS, "xl/styles.xml": _STYLES, "xl/workbook.xml": _BOOK, "xl/_rels/workbook.xml.rels": _RELATED},
)
_TEXT = Language(
    f"<w:document {_W}><w:body><w:p><w:r><w:t>De sportdag begint om negen uur.</w:t></w:r></w:p>%s</w:body></w:document>",
    (
        "w:p", "w:r", "w:t", "w:pPr", "w:rPr", "w:pStyle", "w:rStyle", "w:vanish", "w:b", "w:br", "w:tab", "w:hyperlink", "w:tbl", "w:tr", "w:tc", "w:tcPr", "w:gridSpan", "w:vMerge", "w:ins", "w:del",
        "w:delText", "w:instrText", "w:fldChar", "w:fldSimple", "w:footnoteReference", "w:commentReference", "w:sdt", "w:sdtContent", "w:numPr", "w:ilvl", "w:numId", "w:bookmarkStart", "mc:AlternateContent",
        "mc:Choice", "mc:Fallback", "w:txbxContent", "w:pict", "v:shape", "v:textbox", "w:drawing", "a:blip", "w:sym", "w:noBreakHyphen", "w:smartTag",
    ),
    ("w:val", "w:id", "r:id", "w:anchor", "w:name", "w:instr", "w:fldCharType", "w:type", "w:author", "r:embed", "w:font", "w:char", "alt"),
)
_WORD_STYLES = Language(f"<w:styles {_W}>%s</w:styles>", ("w:style", "w:name", "w:basedOn", "w:rPr", "w:vanish", "w:pPr"), ("w:styleId", "w:type", "w:val"))
_FOOTNOTES = Language(f"<w:footnotes {_W}>%s</w:footnotes>", ("w:footnote", "w:p", "w:r", "w:t", "w:rPr", "w:vanish"), ("w:id", "w:type", "w:val"))
_NUMBERING = Language(f"<w:numbering {_W}>%s</w:numbering>", ("w:abstractNum", "w:lvl", "w:numFmt", "w:num", "w:abstractNumId", "w:numStyleLink"), ("w:abstractNumId", "w:ilvl", "w:val", "w:numId"))
LETTER = Package(
    {
        "[Content_Types].xml": _types(*((f"word/{part}.xml", f"officedocument.wordprocessingml.{part if part != 'document' else 'document.main'}") for part in ("document", "styles", "footnotes", "numbering"))),
        "_rels/.rels": _related(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _related(("styles", "styles.xml"), ("footnotes", "footnotes.xml"), ("numbering", "numbering.xml")),
        "word/document.xml": (_TEXT.frame % '<w:p><w:pPr><w:pStyle w:val="K"/></w:pPr><w:r><w:t>Sem won.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>').encode(),
        "word/styles.xml": (_WORD_STYLES.frame % '<w:style w:type="paragraph" w:styleId="K"><w:name w:val="Kop 1"/></w:style>').encode(),
        "word/footnotes.xml": (_FOOTNOTES.frame % '<w:footnote w:id="1"><w:p><w:r><w:t>Om tien uur.</w:t></w:r></w:p></w:footnote>').encode(),
        "word/numbering.xml": (_NUMBERING.frame % "").encode(),
    },
    {"word/document.xml": _TEXT, "word/styles.xml": _WORD_STYLES, "word/footnotes.xml": _FOOTNOTES, "word/numbering.xml": _NUMBERING, "word/_rels/document.xml.rels": _RELATED, "docProps/core.xml": _PROPERTIES},
)
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_SLIDE = Language(
    f"<p:sld {_P}><p:cSld><p:spTree>%s</p:spTree></p:cSld></p:sld>",
    ("p:sp", "p:nvSpPr", "p:cNvPr", "p:txBody", "a:p", "a:r", "a:t", "a:br", "a:fld", "a:tbl", "a:tr", "a:tc", "a:hlinkClick", "p:pic", "a:blip"), ("name", "descr", "title", "id", "r:id", "tooltip", "type"),
)
SLIDES = Package(
    {
        "[Content_Types].xml": _types(("ppt/presentation.xml", "officedocument.presentationml.presentation.main"), ("ppt/slides/slide1.xml", "officedocument.presentationml.slide")),
        "_rels/.rels": _related(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {_P}/>".encode(),
        "ppt/slides/slide1.xml": (_SLIDE.frame % "<p:sp><p:txBody><a:p><a:r><a:t>Sportdag</a:t></a:r></a:p></p:txBody></p:sp>").encode(),
    },
    {"ppt/slides/slide1.xml": _SLIDE, "docProps/core.xml": _PROPERTIES, "ppt/slides/_rels/slide1.xml.rels": _RELATED},
)
_O = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"' for short, long in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("meta", "meta"), ("style", "style"))) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
_CONTENT = Language(
    f"<office:document-content {_O}><office:body><office:text>%s</office:text></office:body></office:document-content>",
    ("text:p", "text:h", "text:span", "text:s", "text:tab", "text:line-break", "text:a", "text:note", "text:tracked-changes", "text:deletion", "office:annotation", "dc:creator", "table:table", "table:table-row", "table:table-cell", "table:covered-table-cell", "draw:frame", "text:hidden-text", "text:user-field-decl"),
    ("text:c", "xlink:href", "text:name", "text:string-value", "office:string-value", "draw:name", "table:name"),
)
_META = Language(f"<office:document-meta {_O}><office:meta>%s</office:meta></office:document-meta>", ("dc:creator", "dc:title", "meta:initial-creator", "meta:keyword", "meta:user-defined"), ("meta:name",))
OPEN_TEXT = Package(
    {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": (_CONTENT.frame % "<text:p>De sportdag begint om negen uur.</text:p>").encode(),
        "META-INF/manifest.xml": b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    },
    {"content.xml": _CONTENT, "meta.xml": _META, "styles.xml": _CONTENT},
)

EDEX = Language(
    '<EDEX><groepen><groep key="1"><naam>3A</naam></groep></groepen><leerlingen><leerling key="1"><achternaam>Linde</achternaam></leerling>%s</leerlingen></EDEX>',
    (
        "leerling", "achternaam", "voorvoegsel", "voornamen", "roepnaam", "jaargroep", "groep", "samengestelde_groepen", "samengestelde_groep", "uitstroomdatum", "bsn", "toevoegingen",
        "leerlingen", "leerkrachten", "leerkracht", "rol", "emailadres", "groepen", "naam", "geboortedatum",
    ),
    ("key", "eckid"),
)
DRAWING = Language(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">%s</svg>',
    ("g", "defs", "symbol", "use", "path", "rect", "text", "tspan", "linearGradient", "stop", "clipPath", "mask", "pattern", "style", "switch", "a", "script", "animate", "set", "title", "metadata", "filter"),
    ("id", "href", "xlink:href", "class", "style", "fill", "onload", "transform", "d", "width", "height", "clip-path", "mask", "font-family"),
)

# The objects of a sound PDF; a fuzzed one takes the place of one of them, with the table of places counted anew.
_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> /Annots [6 0 R] >>"
_SHOWN = b"BT /F 12 Tf 20 200 Td (De sportdag begint om negen uur.) Tj ET"
_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Sportdag</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>'
_OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R /Metadata 7 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", _PAGE, b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_SHOWN), _SHOWN),
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Let op) >>",
    b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream" % (len(_XMP), _XMP),
)
_STREAMS = {3: b"", 6: b"/Type /Metadata /Subtype /XML "}


def paper(data: bytes) -> bytes:
    """A PDF with one object replaced: the first byte says which, and whether the rest is the object or only what its stream holds."""
    objects = list(_OBJECTS)
    at = (data[0] >> 1) % len(objects) if data else 0
    part = data[1:]
    if at in _STREAMS and data[0] & 1:
        part = b"<< %s/Length %d >>\nstream\n%s\nendstream" % (_STREAMS[at], len(part), part)
    objects[at] = part
    return pdf(objects)


def paper_seeds() -> list[bytes]:
    """Input that makes the sound PDF, by each of its objects."""
    whole = [bytes([number << 1]) + one for number, one in enumerate(_OBJECTS)]
    return [*whole, bytes([3 << 1 | 1]) + _SHOWN, bytes([6 << 1 | 1]) + _XMP]
