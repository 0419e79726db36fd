"""The guide as a PDF: tagged, with bookmarks and page numbers, printed by WeasyPrint from what this module hands it and nothing else."""

from __future__ import annotations

import os
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sitegen.outputs import colours, pictures
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sitegen.outputs.book import Book
    from sitegen.school import School
    from sitegen.theme import Theme

# Addresses inside the document; there is no other scheme that the fetcher answers to.
SCHEME = "gids:"
STYLE = "assets/gids.css"
_KINDS = {".jpg": "image/jpeg", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".css": "text/css"}


def available() -> bool:
    """Whether the library is there: it comes with the extra `pdf`, and a school without it has the page and the e-book."""
    return find_spec("weasyprint") is not None


def version() -> str:
    """The library's version: another one prints other bytes."""
    from importlib.metadata import version as of

    return of("weasyprint")


def print_out(book: Book, school: School, theme: Theme) -> bytes:
    """The PDF. Raises SiteError when the library can't work, or something in the guide isn't among its files."""
    files = {name: data for name, data in theme.assets.items() if name.endswith((".woff2", ".css"))}
    files |= {pictures.share_path(one): pictures.plain(one) for one in book.pictures}
    # Markup: each body was cleared, and only addresses in it were changed since.
    bodies = [Markup(one.html) for one in book.chapters]  # noqa: S704
    page = theme.render("gids-pdf.html", book=book, bodies=bodies).decode()
    try:
        with _at_a_fixed_time():
            return _printed(page, _colours(school) + files.get(STYLE, b"").decode(), files)
    except OSError:
        raise SiteError([Problem(Place("schoolgids/"), "gids-pdf", "de PDF kan niet gemaakt worden: WeasyPrint vindt Pango niet.", "Installeer Pango (zie de handleiding), of zet in site.yaml: schoolgids: {pdf: nee}")]) from None


def _printed(page: str, style: str, files: Mapping[str, bytes]) -> bytes:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Inside(URLFetcher):  # type: ignore[misc]
        """Gives the files of this guide, and stops at anything else: by default WeasyPrint reads disks and asks the web."""

        def fetch(self, url: str, headers: object = None) -> Any:
            name = url.removeprefix(SCHEME)
            if not url.startswith(SCHEME) or name not in files:
                raise FatalURLFetchingError(url)
            return URLFetcherResponse(url, body=files[name], headers={"Content-Type": _KINDS.get(name[name.rfind(".") :], "application/octet-stream")})

    fetcher, fonts = Inside(), FontConfiguration()
    sheet = CSS(string=style, font_config=fonts, url_fetcher=fetcher, base_url=SCHEME)
    try:
        made = HTML(string=page, url_fetcher=fetcher, base_url=SCHEME).write_pdf(
            stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1", pdf_tags=True, custom_metadata=False,
        )
    except FatalURLFetchingError as error:
        raise SiteError([Problem(Place("schoolgids/"), "gids-pdf-buiten", f"de PDF vraagt om iets dat niet bij de gids hoort: {error}.", "Haal het uit theme/gids-pdf.html of theme/assets/gids.css.")]) from None
    return bytes(made)


def _colours(school: School) -> str:
    palette = colours.light(school)
    return ":root{" + "".join(f"--{name}:{colours.written(palette[name])};" for name in ("school", "op-school", "diep", "accent")) + "}\n"


@contextmanager
def _at_a_fixed_time() -> Iterator[None]:
    """Fonts in the document carry a time; with a fixed one the same guide is the same file."""
    was = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "315532800"
    try:
        yield
    finally:
        if was is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = was
