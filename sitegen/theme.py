"""The templates and assets: the packaged ones, under those of the school's own theme/ folder.

Templates run sandboxed, escape everything that isn't cleared, and fail on a name that does not exist. All of them are
read once, from these two folders and nowhere else; links out of the folders are not followed.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import dutch, within
from sitegen.artifact import fingerprint
from sitegen.late import late
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, MutableMapping

    import jinja2
    from jinja2.bccache import Bucket

PACKAGED = Path(__file__).resolve().parent / "packaged" / "theme"
OWN = "theme"
# A template of the school's own may build on the packaged one of the same name: {% extends "standaard/page.html" %}.
STANDARD = "standaard/"
# What a theme may bring along; photographs belong to pages, where consent is asked.
ASSETS = (".css", ".js", ".woff2", ".svg", ".txt")
_PHOTOS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic", ".tif", ".tiff", ".bmp")
# A photograph by its first bytes, whatever its name says; and a photograph in letters.
_PHOTO_STARTS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*")
_LETTERED = late(r"data:image/(?!svg\+xml)", re.IGNORECASE)
# Content of another website, asked for by the visitor's browser: no third party learns who reads the school's site.
_FOREIGN = late(
    r"<(?:iframe|object|embed|applet)\b|\bsrc(?:set)?\s*=\s*[\"']?(?:https?:)?//|<link\b[^>]*\brel\s*=\s*[\"']?(?:stylesheet|preload|icon|preconnect)\b[^>]*\bhref\s*=\s*[\"']?(?:https?:)?//"
    r"|@import\b|\burl\(\s*[\"']?(?:https?:)?//|\bfetch\(\s*[\"'`]https?:|\bimport\(?\s*[\"'`]https?:",
    re.IGNORECASE,
)
# Code that stands in a page or a drawing itself: the content security policy of the site forbids it.
_INLINE = late(r"<script\b(?![^>]*\bsrc\s*=)(?![^>]*application/ld\+json)|\son[a-z]+\s*=\s*[\"']|\sstyle\s*=\s*[\"']|<style\b|\bjavascript:", re.IGNORECASE)


@dataclass(frozen=True)
class Theme:
    """Templates by name with their text, and assets by path with their bytes.

    `key` stands for all templates. `own` are the names that come from the school's folder. `compiled` keeps the templates as
    the machine runs them, from one build to the next: compiling them takes longer than everything else an edited letter needs.
    """

    key: bytes
    templates: Mapping[str, str]
    assets: Mapping[str, bytes]
    own: frozenset[str]
    compiled: MutableMapping[str, bytes]

    @cached_property
    def look(self) -> bytes:
        """Stands for all assets."""
        return fingerprint(repr(sorted(self.assets.items())))

    def render(self, template: str, **values: object) -> bytes:
        """A page as bytes. Raises SiteError with file and line for a template that is wrong."""
        import jinja2

        try:
            return self._environment.get_template(template).render(values).encode()
        except jinja2.TemplateSyntaxError as error:
            raise self._wrong(error.name or template, error.lineno, f"{error.message}.") from None
        except jinja2.TemplateNotFound as error:
            raise self._wrong(template, 0, f"sjabloon '{error.name}' bestaat niet.") from None
        except jinja2.UndefinedError as error:
            raise self._wrong(*_place(error, template), f"{error.message}.") from None
        except (jinja2.TemplateError, TypeError, ValueError, KeyError, ArithmeticError, AttributeError, RecursionError) as error:
            raise self._wrong(*_place(error, template), f"{type(error).__name__}: {error}.") from None

    def warm(self) -> None:
        """Load what makes pages now, because there is time: otherwise the first page does."""
        _ = self._environment

    def prepare(self) -> None:
        """Compile every template now, before the work is shared: otherwise each worker does it again. A wrong one shows itself later."""
        import jinja2

        for name in self.templates:
            if name.startswith(STANDARD):
                continue
            with suppress(jinja2.TemplateError):
                self._environment.get_template(name)

    def _wrong(self, name: str, line: int, what: str) -> SiteError:
        where = f"{OWN}/{name}" if name in self.own else f"(meegeleverd thema) {name.removeprefix(STANDARD)}"
        return SiteError([Problem(Place(where, line), "thema-fout", f"dit sjabloon klopt niet: {what}", "Vergelijk het met het meegeleverde sjabloon van dezelfde naam, of haal uw eigen versie weg.")])

    @cached_property
    def _environment(self) -> jinja2.Environment:
        import jinja2
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        def source(name: str) -> tuple[str, str, None] | None:
            text = self.templates.get(name)
            return None if text is None else (text, f"{_MARK}{name}", None)

        environment = ImmutableSandboxedEnvironment(
            loader=jinja2.FunctionLoader(source), autoescape=True, undefined=jinja2.StrictUndefined,
            trim_blocks=True, lstrip_blocks=True, auto_reload=False, cache_size=-1, bytecode_cache=_keeping(self.compiled),
        )
        environment.filters.update(
            lange_dag=dutch.long_day, korte_dag=dutch.short_day, dag_en_maand=dutch.day_and_month, dagnummer=dutch.day_number,
            maand_kort=dutch.short_month, weekdag=dutch.weekday, weeknummer=dutch.week_number, tel=dutch.dialled,
        )
        environment.globals.update(periode=dutch.span, lange_periode=dutch.long_span)
        return environment


def _keeping(compiled: MutableMapping[str, bytes]) -> jinja2.BytecodeCache:
    import jinja2

    class Kept(jinja2.BytecodeCache):
        # A bucket looks itself whether what was kept is of the same text, and made by the same Python.
        def load_bytecode(self, bucket: Bucket) -> None:
            if bucket.key in compiled:
                bucket.bytecode_from_string(compiled[bucket.key])

        def dump_bytecode(self, bucket: Bucket) -> None:
            compiled[bucket.key] = bucket.bytecode_to_string()

    return Kept()


def load(root: Path, compiled: MutableMapping[str, bytes]) -> Theme:
    """The theme of the site at `root`; `compiled` as in Theme, empty the first time. Raises SiteError when a file asks for content of another site, or is a photograph."""
    templates: dict[str, str] = {}
    assets: dict[str, bytes] = {}
    own: set[str] = set()
    problems: list[Problem] = []
    for folder in (PACKAGED, root / OWN):
        mine = folder is not PACKAGED
        for inside in _files(folder):
            low = inside.lower()
            if low.endswith(".html"):
                text = within.read(folder, inside).decode("utf-8", "replace")
                templates[inside] = text
                if not mine:
                    templates[STANDARD + inside] = text
            elif inside.startswith("assets/") and low.endswith(ASSETS):
                assets[inside] = within.read(folder, inside)
                text = "" if low.endswith(".woff2") else assets[inside].decode("utf-8", "replace")
            else:
                if mine and low.endswith(_PHOTOS):
                    problems.append(_photo(inside))
                continue
            if mine:
                data = text.encode() if low.endswith(".html") else assets[inside]
                if data.startswith(_PHOTO_STARTS) or data[4:8] == b"ftyp" or _LETTERED.search(text):
                    problems.append(_photo(inside))
                own.add(inside)
                problems.extend(_foreign(inside, text))
    if problems:
        raise SiteError(problems)
    key = fingerprint(*(part for name, text in sorted(templates.items()) for part in (name, text)))
    return Theme(key, templates, dict(sorted(assets.items())), frozenset(own), compiled)


def _files(folder: Path) -> Iterator[str]:
    if folder.is_symlink():
        return
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not os.path.islink(os.path.join(where, name)))
        for name in sorted(names):
            path = Path(where) / name
            if not path.is_symlink() and not name.startswith("."):
                yield path.relative_to(folder).as_posix()


def _photo(inside: str) -> Problem:
    return Problem(Place(f"{OWN}/{inside}"), "thema-foto", "een foto hoort niet in het thema: daar vraagt niemand of iedereen erop mag staan.", "Zet de foto bij een pagina. Een logo mag hier wel, als theme/assets/logo.svg.")


def _foreign(inside: str, text: str) -> Iterator[Problem]:
    if inside.endswith(".txt"):
        return
    place = f"{OWN}/{inside}"
    found = _FOREIGN.search(text)
    if found:
        yield Problem(Place(place, text.count("\n", 0, found.start()) + 1), "thema-extern", "hier wordt inhoud van een andere website geladen; dan weet die wie uw site leest.", "Zet het bestand zelf in theme/assets/, of maak er een gewone link van.")
    if inside.endswith((".html", ".svg")):
        inline = _INLINE.search(text)
        if inline:
            yield Problem(Place(place, text.count("\n", 0, inline.start()) + 1), "thema-inline", "code of opmaak in de pagina zelf wordt door de browser geweigerd (het veiligheidsbeleid van de site).", "Zet opmaak in theme/assets/eigen.css en scripts in een bestand in theme/assets/.")


_MARK = "sjabloon:"


def _place(error: BaseException, template: str) -> tuple[str, int]:
    # The innermost template on the way to the fault; Jinja gives its frames the template's own lines.
    name, line = template, 0
    trace = error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(_MARK):
            name, line = file.removeprefix(_MARK), trace.tb_lineno
        trace = trace.tb_next
    return name, line
