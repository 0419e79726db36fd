"""The guide in force as a whole, for parents: one page to print, an e-book, and a PDF when the school wants one.

All three are made from the same cleared chapters as the pages, so there is no second road on which a name could survive.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs import pdf, pictures
from sitegen.outputs.frame import Frame, frame
from sitegen.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.edition import Edition
    from sitegen.privacy.cleared import ClearedPicture, Site
    from sitegen.school import School
    from sitegen.theme import Theme

PAGE = "schoolgids/hele-gids/"
_RECIPE = 1


def guidebook(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """The documents of the edition in force. Each depends on every chapter, and is made again only when one changed."""
    cards = edition.chapters.get(edition.current, ())
    if not cards:
        return
    around = frame(edition, theme)
    shared = fingerprint(
        repr(edition.facts.get(edition.current, {})), edition.current, repr(edition.school), repr([(one.title, one.url) for one in cards]),
        *(one.key for one in cards), _RECIPE,
    )
    if PAGE not in edition.pages.cards:
        yield Artifact(f"{PAGE}index.html", partial(_page, edition, around), fingerprint(shared, around.key), "schoolgids")
    yield Artifact(_path(edition.current, "epub"), partial(_epub, edition), fingerprint(shared, "epub"), "schoolgids")
    if wanted(edition.school) and pdf.available():
        look = [theme.assets[name] for name in sorted(theme.assets) if name.endswith((".woff2", ".css"))]
        yield Artifact(_path(edition.current, "pdf"), partial(_pdf, edition, theme), fingerprint(shared, theme.key, pdf.version(), *look), "schoolgids")


def documents(edition: Edition[Site]) -> tuple[tuple[str, str], ...]:
    """What there is of the edition in force: a Dutch name and the address of each."""
    if not edition.chapters.get(edition.current):
        return ()
    found = [] if PAGE in edition.pages.cards else [("Op één pagina, om te printen", PAGE)]
    if wanted(edition.school) and pdf.available():
        found.append(("Als PDF", _path(edition.current, "pdf")))
    return (*found, ("Als e-boek (EPUB)", _path(edition.current, "epub")))


def wanted(school: School) -> bool:
    """Whether the school asked for a PDF, in site.yaml: schoolgids: {pdf: ja}."""
    settings = school.settings.get("schoolgids")
    return isinstance(settings, dict) and settings.get("pdf") in {True, "ja"}


def missing(school: School) -> Problem | None:
    """What to say when a PDF is wanted and the library isn't there, or None."""
    if not wanted(school) or pdf.available():
        return None
    return Problem(
        Place("site.yaml"), "gids-pdf", "er is om een PDF van de schoolgids gevraagd (schoolgids: {pdf: ja}), maar het onderdeel dat hem maakt is niet geïnstalleerd. De gids staat er wel als pagina en als e-boek.",
        'Installeer het met: pip install "sitegen[pdf]" (op Windows en macOS ook Pango), of zet pdf op nee.', "waarschuwing",
    )


def _path(group: str, kind: str) -> str:
    return f"schoolgids/schoolgids-{group}.{kind}"


def _page(edition: Edition[Site], around: Frame) -> bytes:
    from sitegen.outputs import book

    base = edition.school.base_path

    def inside(_name: str, anchor: str) -> str:
        return f"#{anchor}"

    def picture(one: ClearedPicture) -> str:
        return f"{base}{pictures.share_path(one)}"

    whole = book.bind(edition, book.Form(inside, picture, base, deeper=1))
    bodies = [Markup(one.html) for one in whole.chapters]  # noqa: S704  cleared; only addresses in it were changed
    return around.render("gids-geheel.html", url=PAGE, title=whole.title, summary=f"De hele schoolgids van {whole.school} op één pagina.", noindex=True, book=whole, bodies=bodies, crumbs=(("Schoolgids", "schoolgids/"),))


def _epub(edition: Edition[Site]) -> bytes:
    from sitegen.outputs import book, epub

    files = {book.name_of(one): epub.file_of(at) for at, one in enumerate(edition.chapters[edition.current])}

    def place(name: str, anchor: str) -> str:
        return f"{files[name]}#{anchor}"

    def picture(one: ClearedPicture) -> str:
        return epub.image_address(pictures.share_path(one))

    return epub.pack(book.bind(edition, book.Form(place, picture, _whole(edition.school))), edition.school)


def _pdf(edition: Edition[Site], theme: Theme) -> bytes:
    from sitegen.outputs import book

    def inside(_name: str, anchor: str) -> str:
        return f"#{anchor}"

    def picture(one: ClearedPicture) -> str:
        return f"{pdf.SCHEME}{pictures.share_path(one)}"

    return pdf.print_out(book.bind(edition, book.Form(inside, picture, _whole(edition.school))), edition.school, theme)


def _whole(school: School) -> str:
    return f"{school.base_url}/" if school.base_url else ""
