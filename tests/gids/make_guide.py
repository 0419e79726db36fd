"""Makes a guide in Word as a school would: some sixty pages, with all that Word can put in them.

The story is that of the demo school; the address chapter is made from its (invented) register, so that every private
number and address in it is known to the tests.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

ROOT = Path(__file__).parent.parent.parent
CHAPTERS = ROOT / "schoolgids" / "2026-2027"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_INLINE = re.compile(r"(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))")
NOTES = (
    "De onderwijstijd staat in artikel 8 van de Wet op het primair onderwijs.",
    "Het bedrag is vastgesteld door het bestuur, met instemming van de oudergeleding van de medezeggenschapsraad.",
    "Vragen over deze regeling beantwoordt Marijke Hofstee; bel niet naar 06-12345677.",
)


def register(name: str) -> list[dict[str, str]]:
    """The rows of a table of the demo register."""
    with (ROOT / "register" / name).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def guide(year: str = "2026-2027", *, leave_out: tuple[str, ...] = ()) -> bytes:
    """The Word file. `leave_out` names chapters that this guide lacks."""
    writer = _Writer(year)
    for path in sorted(CHAPTERS.glob("[0-9][0-9]-*.md")):
        if path.stem[3:] not in {*leave_out, "namen-en-adressen"}:
            writer.chapter(path.read_text("utf-8"))
    for title in ("Meerjarenplan", "Het schoolreglement", "Afspraken met onze partners", "Begrippenlijst"):
        writer.appendix(title)
    writer.addresses()
    return writer.saved()


class _Writer:
    def __init__(self, year: str) -> None:
        self.document: Document = docx.Document()
        self.notes: list[str] = []
        self.bookmarks = 0
        self.document.core_properties.author = "Sanne Hoekzema"
        self.document.core_properties.last_modified_by = "Marijke Hofstee"
        self.document.add_heading(f"Schoolgids {year}", 0)
        self.document.add_paragraph("Kindcentrum De Wilgenhof, Wilgenveen")
        self.picture("seagreen", "Het logo van de school")
        self.document.add_page_break()
        self.document.add_heading("Inhoud", 1)
        for line in ("De school\t3", "Missie en identiteit\t5"):
            self.document.add_paragraph(line)

    def chapter(self, text: str) -> None:
        """A chapter of the demo school, from its Markdown."""
        front, body = text.split("---\n", 2)[1:]
        title = re.search(r"^tit(?:le|el):\s*(.+)$", front, re.MULTILINE)[1].strip('"')
        self.document.add_page_break()
        self.heading(title, 1)
        noted = title in {"Onderwijstijd", "Ouderbijdrage", "Klachtenregeling"}
        for block in re.split(r"\n{2,}", body.strip()):
            self.block(block)
            if noted and not block.startswith(("#", "|", "-", "1.")):
                self.note(self.document.paragraphs[-1], NOTES[len(self.notes)])
                noted = False
        if title == "Ons onderwijs":
            self.picture("goldenrod", "Een les in de bovenbouw")
        if title == "Sponsoring":
            self.reference(self.document.add_paragraph("Lees ook het hoofdstuk "), "Ouderbijdrage")

    def block(self, block: str) -> None:
        lines = block.split("\n")
        heading = re.match(r"(#{2,4}) (.+)", block)
        if heading:
            self.heading(heading[2], len(heading[1]))
            if lines[1:]:
                self.block("\n".join(lines[1:]))
        elif block.startswith("|"):
            self.table([[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines if not re.match(r"\|[\s:|-]+\|?$", line)])
        elif re.match(r"(?:[-*]|\d+\.) ", block):
            style = "List Bullet" if block[0] in "-*" else "List Number"
            for line in lines:
                self.words(self.document.add_paragraph(style=style), re.sub(r"^\s*(?:[-*]|\d+\.) ", "", line))
        else:
            self.words(self.document.add_paragraph(), re.sub(r"!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?", "", block))

    def heading(self, text: str, level: int) -> None:
        paragraph = self.document.add_heading(text, level)
        self.bookmarks += 1
        for name in ("bookmarkStart", "bookmarkEnd"):
            one = OxmlElement(f"w:{name}")
            one.set(qn("w:id"), str(self.bookmarks))
            if name == "bookmarkStart":
                one.set(qn("w:name"), f"_Ref_{re.sub(r'[^a-z]', '', text.lower())}")
                paragraph._p.insert(1, one)
            else:
                paragraph._p.append(one)

    def words(self, paragraph: Paragraph, text: str) -> None:
        for part in _INLINE.split(text.replace("  \n", "\n")):
            run = paragraph.add_run(re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", part).replace("**", ""))
            run.bold = part.startswith("**") or None

    def table(self, rows: list[list[str]]) -> None:
        width = max(map(len, rows))
        table = self.document.add_table(rows=len(rows), cols=width)
        table.style = "Table Grid"
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text.replace("**", "")

    def picture(self, colour: str, alt: str) -> None:
        image = Image.new("RGB", (900, 600), colour)
        ImageDraw.Draw(image).ellipse((200, 150, 700, 500), fill="white")
        stream = io.BytesIO()
        image.save(stream, "JPEG")
        shape = self.document.add_picture(io.BytesIO(stream.getvalue()), width=docx.shared.Cm(14))
        shape._inline.docPr.set("descr", alt)

    def reference(self, paragraph: Paragraph, title: str) -> None:
        """A cross reference to the heading `title`, as Word makes it: a field REF."""
        for kind in ("begin", "instr", "separate", "text", "end"):
            run = paragraph.add_run(title if kind == "text" else "")
            if kind == "instr":
                instruction = OxmlElement("w:instrText")
                instruction.text = f" REF _Ref_{re.sub(r'[^a-z]', '', title.lower())} \\h "
                run._r.append(instruction)
            elif kind != "text":
                field = OxmlElement("w:fldChar")
                field.set(qn("w:fldCharType"), kind)
                run._r.append(field)

    def note(self, paragraph: Paragraph, text: str) -> None:
        self.notes.append(text)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self.notes)))
        paragraph.add_run()._r.append(reference)

    def appendix(self, title: str) -> None:
        """Pages as the board wants them: many words, few of which anybody reads."""
        self.document.add_page_break()
        self.heading(title, 1)
        for number, (topic, verb) in enumerate((("rekenen", "oefenen"), ("lezen", "kiezen"), ("schrijven", "maken"), ("bewegen", "buiten spelen"), ("de wereld", "onderzoeken"), ("muziek", "zingen")), 1):
            self.heading(f"{title}: {topic}", 2)
            for part in ("In de onderbouw", "In de middenbouw", "In de bovenbouw"):
                self.document.add_paragraph(
                    f"{part} werken de kinderen elke week aan {topic}. Zij {verb} eerst samen met de leerkracht, daarna in een klein groepje en "
                    f"ten slotte alleen. Twee keer in het jaar bekijkt het team hoe het gaat, en wat er volgend jaar anders moet. De afspraken "
                    f"hierover staan in stap {number} van het plan, dat op school ligt. Ouders horen in november en in maart hoe ver hun kind is."
                )
            self.table([["Jaar", "Doel", "Wie"], ["2026", f"{topic} in alle groepen", "het team"], ["2027", f"{topic} met de ouders", "de werkgroep"]])

    def addresses(self) -> None:
        """The chapter that schools shouldn't publish, and do."""
        self.document.add_page_break()
        self.heading("Namen en adressen", 1)
        self.heading("Adressen van leerkrachten", 2)
        team = register("team.csv")
        self.table([["Naam", "Adres", "Telefoon", "E-mail", "Geboren"]] + [
            [f"{one['Voornaam']} {one['Voorvoegsel']} {one['Achternaam']}".replace("  ", " "), f"{one['Straat']}\n{one['Postcode']} {one['Plaats']}", one["Telefoon"], one["E-mail"], one["Geboortedatum"]] for one in team
        ])
        self.heading("De commissies", 2)
        for one in register("commissies.csv"):
            if one.get("Achternaam"):
                self.document.add_paragraph(f"{one['Voornaam']} {one['Voorvoegsel']} {one['Achternaam']} ({one['Commissie']}, {one['Rol']}): {one['Telefoon']}, {one['E-mail']}, {one['Straat']}".replace("  ", " "), style="List Bullet")
        self.heading("Klassenouders en leerlingenraad", 2)
        for carer in register("ouders.csv")[:12]:
            self.document.add_paragraph(f"{carer['Voornaam']}: bel {carer['Telefoon']} of mail {carer['E-mail']}. Adres: {carer['Straat']}, {carer['Postcode']} {carer['Plaats']}.")
        for pupil in register("leerlingen.csv")[:20]:
            name = f"{pupil['Roepnaam']} {pupil['Voorvoegsel']} {pupil['Achternaam']}".replace("  ", " ")
            self.document.add_paragraph(f"{name} ({pupil['Groep']})", style="List Bullet")

    def saved(self) -> bytes:
        notes = "".join(f'<w:footnote w:id="{number}"><w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:footnote>' for number, text in enumerate(self.notes, 1))
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{_W}">{notes}</w:footnotes>'
        part = Part(PackURI("/word/footnotes.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml", xml.encode(), self.document.part.package)
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()
