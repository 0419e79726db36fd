"""A Markdown file becomes a draft: content page, newsletter or chapter of the schoolgids."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sitegen.decoding import decode
from sitegen.draft import Attachment, Draft, Picture, Value
from sitegen.dutch import no_such_day
from sitegen.late import late
from sitegen.problem import Place, Problem
from sitegen.readers import address, advice, frontmatter, links, markdown

if TYPE_CHECKING:
    from collections.abc import Mapping

_H1 = late(r"\s*<h1[^>]*>(.*?)</h1>\s*", re.DOTALL)
_BESIDE = late(r"""(<(?:img|a)\b[^>]*?\b(?:src|href)=["'])(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/#?])([^"']+)""")
_NOTE_REF = late(r'href="#(fn:[^"]+)"')
_NOTE = late(r'<li id="(fn:[^"]+)">.*?</li>', re.DOTALL)
_WEEKLY = late(r"week", re.IGNORECASE)


class Beside(Protocol):
    """Looks at the files that lie beside a text; the build's own looks are remembered."""

    def picture(self, name: str, path: str, attribute: str | None, place: Place) -> Picture | None:
        """The picture at `path` with what is declared about it, or None when there is no such file."""

    def attachment(self, name: str, path: str) -> Attachment | None:
        """The file at `path` with its texts, or None when there is no such file."""

    def embed(self, name: str, path: str, data: bytes) -> None:
        """A picture that lies inside the source at `path`: from now on it is the file `name` beside it."""

    def chapter(self, slug: str) -> str | None:
        """The Markdown source of a chapter of the edition in force, for pages that take their text from it, or None."""

    def text(self, path: str) -> bytes:
        """The bytes of another source of the site."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one source gave: the draft (None when there were faults), and every problem met."""

    draft: Draft | None
    problems: tuple[Problem, ...]


def read(path: str, data: bytes, changed: str, beside: Beside) -> Reading:
    """The draft in the Markdown source at `path`; `changed` is the file's own ISO date, the last resort for a newsletter.

    Raises SiteError for a file that can't be read at all.
    """
    text = decode(data, path)
    front = frontmatter.split(text, path)
    body = markdown.convert(front.body)
    if front.words.get("bron"):
        taken, problems = _taken(str(front.words["bron"]), path, beside)
        return assemble(path, text + taken, front.words, body + taken, changed, beside, (*front.problems, *problems))
    return assemble(path, text, front.words, body, changed, beside, front.problems)


def _taken(where: str, path: str, beside: Beside) -> tuple[str, tuple[Problem, ...]]:
    """The HTML of a chapter of the schoolgids, or of one section of it: the text lives once ("schoolgids/ouderbijdrage#bedrag")."""
    top, _, rest = where.strip("/").partition("/")
    slug, _, section = rest.partition("#")
    source = beside.chapter(slug) if top == "schoolgids" else None
    if source is None:
        return "", (Problem(Place(path, 1), "bron-onbekend", f"het hoofdstuk '{where}' is er niet in de schoolgids van nu.", "Schrijf bron: schoolgids/ouderbijdrage, met de naam uit het adres van het hoofdstuk."),)
    if source.endswith(".docx"):
        return "", (Problem(Place(path, 1), "bron-word", f"het hoofdstuk '{where}' is een Word-bestand; daar kan geen pagina haar tekst uit nemen.", "Lees de gids in met: sitegen schoolgids import"),)
    body = markdown.convert(frontmatter.split(decode(beside.text(source), source), source).body)
    body = _rebased(_H1.sub("", body, count=1), source, path)
    if not section:
        return body, ()
    found = re.search(rf'<h([2-6]) id="{re.escape(section)}">', body)
    if not found:
        return "", (Problem(Place(path, 1), "bron-onbekend", f"het hoofdstuk '{slug}' heeft geen kopje '{section}'.", "Neem het laatste deel van het adres van het kopje, zonder hoofdletters en met streepjes."),)
    end = re.compile(rf"<h[1-{found[1]}]\b").search(body, found.end())
    return _with_notes(body[found.start() : end.start() if end else len(body)], body), ()


def _rebased(body: str, source: str, path: str) -> str:
    """`body` with what it points at beside itself (pictures, chapters) as seen from the page that takes it."""
    back = posixpath.relpath(posixpath.dirname(source), posixpath.dirname(path))
    return _BESIDE.sub(lambda found: f"{found[1]}{back}/{found[2]}", body)


def _with_notes(section: str, body: str) -> str:
    """A section with the footnotes that it refers to, and no others."""
    wanted = set(_NOTE_REF.findall(section))
    notes = [found[0] for found in _NOTE.finditer(body) if found[1] in wanted]
    return section if not notes or "footnote-backref" in section else f'{section}<div class="footnote"><hr><ol>{"".join(notes)}</ol></div>'


def assemble(
    path: str, text: str, words: Mapping[str, Value], body: str, changed: str, beside: Beside, problems: tuple[Problem, ...]
) -> Reading:
    """A draft from front matter and an HTML body, wherever they came from (Markdown, Word)."""
    found = list(problems)
    words = dict(words)
    where = address.of(path, str(words.get("slug") or ""), str(words.get("date") or ""))
    if where.kind == "newsletter":
        if not where.date:
            day = path.rpartition("/")[2][: len("2026-11-27")]
            why = no_such_day(day)
            found.append(Problem(Place(path), "nieuwsbrief-datum", f"{f'{day} is geen datum: {why}' if why else 'deze nieuwsbrief heeft geen datum'}; de datum van het bestand ({changed}) is gebruikt.", f"Zet de datum voor de naam: {changed}-{where.parts[-1] or 'nieuwsbrief'}.md", "waarschuwing"))
            where = address.of(path, str(words.get("slug") or ""), changed)
        words["date"] = where.date
    title, body = _title(words, body, where.name)
    words["title"] = title
    words.setdefault("order", where.order)
    if where.kind == "newsletter":
        words.setdefault("kind", "weekly" if _WEEKLY.search(f"{where.name} {title}") else "thematic")

    lines = _Lines(text)
    pointed = links.follow(body, path, lines.of)
    found.extend(pointed.problems)
    pictures, attachments = [], []
    for name, inside, attribute in pointed.pictures:
        place = Place(path, lines.of(name))
        picture = beside.picture(name, inside, attribute, place)
        if picture is None:
            found.append(Problem(place, "plaatje-ontbreekt", f"het plaatje '{name}' is er niet.", f"Zet het bestand in {inside.rpartition('/')[0]}/, of haal het uit de tekst."))
        else:
            pictures.append(picture)
    if words.get("image") and words["image"] not in [name for name, *_ in pointed.pictures]:
        found.append(Problem(Place(path, lines.of(str(words["image"]))), "voorblad-afbeelding", "de afbeelding die bovenaan gekozen is, staat niet in deze tekst en wordt overgeslagen.", "Neem precies de naam over van een foto in de tekst, bijvoorbeeld " + ("image" if re.search(r"^image\s*:", text, re.MULTILINE) else "afbeelding") + ": sportdag.jpg", "waarschuwing"))
    for name, inside in pointed.attachments:
        attachment = beside.attachment(name, inside)
        if attachment is None:
            found.append(Problem(Place(path, lines.of(name)), "bijlage-ontbreekt", f"de bijlage '{name}' is er niet.", f"Zet het bestand in {inside.rpartition('/')[0]}/, of haal de link uit de tekst."))
        else:
            attachments.append(attachment)
    found.extend(advice.advise(path, pointed.html, lines.of))
    if any(problem.severity == "fout" for problem in found):
        return Reading(None, tuple(found))
    draft = Draft(Place(path), where.kind, where.parts, words, pointed.html, text, tuple(pictures), tuple(attachments))
    return Reading(draft, tuple(found))


def _title(words: Mapping[str, Value], body: str, name: str) -> tuple[str, str]:
    heading = _H1.match(body)
    title = str(words.get("title") or "")
    if heading:
        # The template prints the title; a first heading that says the same would stand there twice.
        text = markdown.plain(heading[1])
        if not title or title.casefold() == text.casefold():
            return title or text, body[heading.end():]
    if title:
        return title, body
    return re.sub(r"[-_]+", " ", name).strip().capitalize() or "Zonder titel", body


class _Lines:
    """Finds the line of a text in the source, each next look from the top: only problems ask."""

    def __init__(self, source: str) -> None:
        self.source = source

    def of(self, text: str) -> int:
        position = self.source.find(text)
        return self.source.count("\n", 0, position) + 1 if position >= 0 else 1
