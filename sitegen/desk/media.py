"""Pictures of which nobody wrote down who is on them: a contact sheet to look at, and the lines for media.yaml."""

from __future__ import annotations

import base64
import io
import posixpath
import re
from html import escape
from typing import TYPE_CHECKING

from sitegen import raster, svg
from sitegen.desk import papers
from sitegen.desk.declared import DECLARATIONS, Declared, opened, pictures
from sitegen.problem import Place, Problem, SiteError
from sitegen.readers import media

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sitegen.draft import Picture
    from sitegen.whom import Meant

_THUMB = (420, 320)
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_][\w.-]*\Z", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,12}\Z")
_STYLE = """
ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(52mm, 1fr)); gap: 5mm; }
li { break-inside: avoid; border: 0.75pt solid #999; padding: 2.5mm; }
img, .leeg { display: block; width: 100%; height: 40mm; object-fit: contain; background: #f2f2f0; }
.leeg { display: grid; place-items: center; text-align: center; padding: 3mm; font-size: 9pt; }
li p { margin: 1.5mm 0 0; font-size: 9pt; overflow-wrap: anywhere; }
li strong { font-size: 10pt; }
pre { background: #f2f2f0; padding: 3mm; font-size: 9.5pt; white-space: pre-wrap; overflow-wrap: anywhere; }
"""


def undeclared(root: Path) -> tuple[tuple[tuple[Declared, Picture], ...], tuple[Problem, ...]]:
    """Every picture of which neither a text nor media.yaml nor the file itself says who is on it; and faulty declarations."""
    found, problems = pictures(root)
    opened_ones = ((one, opened(root, one)) for one in found)
    return tuple((one, picture) for one, picture in opened_ones if picture.who is None), problems


def by_folder(found: Iterable[tuple[Declared, Picture]]) -> dict[str, list[tuple[Declared, Picture]]]:
    """The pictures by the folder they lie in."""
    result: dict[str, list[tuple[Declared, Picture]]] = {}
    for one, picture in found:
        result.setdefault(posixpath.dirname(one.path), []).append((one, picture))
    return result


def form(names: Iterable[str]) -> str:
    """A media.yaml to fill in: as long as nothing is filled in, each picture stays away."""
    lines = ["# Vul bij elke foto in wie erop staat: leerlingnummers, namen met hun groep, niemand of onherkenbaar.", '# Bijvoorbeeld: {who: [10021, "Noor (groep 3)"]}; is het een tekening of tekst van een kind: {who: [10021], kind: work}']
    return "\n".join([*lines, *(f"{_key(name)}: {{who: }}" for name in names)]) + "\n"


def sheet(root: Path, school: str, found: Iterable[tuple[Declared, Picture]]) -> bytes:
    """The contact sheet: a thumbnail of each picture by folder, with the lines to fill in. Private: shows children."""
    sections = []
    for folder, ones in by_folder(found).items():
        items = "".join(f"<li>{_thumb(root / one.path, picture)}<p><strong>{escape(posixpath.basename(one.path))}</strong><br>{_where(one)}</p></li>" for one, picture in ones)
        lines = escape(form(posixpath.basename(one.path) for one, _ in ones))
        sections.append(
            f'<div class="kop"><h1>Wie staat erop?</h1><p>{escape(school)}<br>{escape(folder)}/</p></div>\n<ul>{items}</ul>\n'
            f'<p>Zet dit in <strong>{escape(folder)}/{DECLARATIONS}</strong> (of vul het aan) en schrijf achter <code>who:</code> wie erop staat:</p>\n<pre>{lines}</pre>\n'
            '<p class="voet">Alleen voor binnen de school. Zolang niet is opgeschreven wie erop staat, komt een foto nergens op de website.</p>'
        )
    return papers.html(f"Wie staat erop? – {school}", _STYLE, sections).encode()


def declare(text: str, name: str, who: Sequence[str], kind: str, file: str) -> str:
    """`text` of a media.yaml with the entry of picture `name` added or replaced; comments, order and other entries stay.

    What the old entry said of `vervaag`, `taken` and `anderen` is kept. Raises SiteError when `text` is no media.yaml.
    """
    before, problems = media.declarations(text, file)
    if any(problem.code.startswith("yaml") for problem in problems):
        raise SiteError(problems)
    old = before.get(name, media.Declaration())
    fields = [f"who: {_list(who)}"]
    if kind != "foto":
        fields.append("kind: work" if kind == "werk" else "kind: [photo, work]")
    if old.taken:
        fields.append(f"taken: {old.taken}")
    if old.blur:
        fields.append(f"vervaag: [{', '.join(str(list(one)) for one in old.blur)}]")
    if old.others:
        fields.append(f"anderen: {_list(old.others)}")
    entry = f"{_key(name)}: {{{', '.join(fields)}}}"
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if _names(line, name)), None)
    if start is None:
        kept = text.rstrip("\n")
        return (f"{kept}\n" if kept else "") + entry + "\n"
    end = start + 1
    while end < len(lines) and (lines[end][:1] in {" ", "\t", "-", "}", "]"}):
        end += 1
    return "\n".join([*lines[:start], entry, *lines[end:]])


def unclear(meant: Iterable[Meant], file: str) -> tuple[Problem, ...]:
    """What is wrong with the people that somebody wants to write down."""
    return tuple(Problem(Place(file), "media-wie", f"{one.fault}.", 'Gebruik het leerlingnummer, of de voornaam met de groep: "Noor (groep 3)".') for one in meant if one.fault)


def _key(name: str) -> str:
    return name if _PLAIN_KEY.match(name) else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _list(values: Sequence[str]) -> str:
    alone = len(values) == 1 and values[0].casefold() in {"niemand", "onherkenbaar", "medewerkers"}
    if alone:
        return values[0]
    return "[" + ", ".join(one if _NUMBER.match(one) else '"' + one.replace("\\", "\\\\").replace('"', '\\"') + '"' for one in values) + "]"


def _names(line: str, name: str) -> bool:
    """Whether a line of media.yaml begins the entry of `name`."""
    return any(line.startswith(f"{written}:") for written in (name, f'"{name}"', f"'{name}'", _key(name)))


def _thumb(path: Path, picture: Picture) -> str:
    fault = picture.fault
    if not fault:
        try:
            data = path.read_bytes()
            if svg.is_svg(data):
                return '<div class="leeg">tekening (SVG): open het bestand om haar te zien</div>'
            stream = io.BytesIO()
            raster.decode(data, _THUMB).convert("RGB").save(stream, "JPEG", quality=72)
            return f'<img alt="" src="data:image/jpeg;base64,{base64.b64encode(stream.getvalue()).decode()}">'
        except (raster.UnreadableError, OSError) as error:
            fault = str(error)
    return f'<div class="leeg">{escape(fault)}</div>'


def _where(one: Declared) -> str:
    return f"in {escape(', '.join(one.shown_in))}" if one.shown_in else "nog in geen enkele tekst"
