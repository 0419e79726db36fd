"""A message for Parro: plain text with a link, ready to paste. Without attachments; Parro's own habits decide the length."""

from __future__ import annotations

import datetime as dt
import html
import posixpath
import re
from typing import TYPE_CHECKING

from sitegen import importers, readers, sources
from sitegen.build.beside import Beside
from sitegen.privacy import gate
from sitegen.privacy.cleared import Site
from sitegen.problem import Place, Problem, SiteError
from sitegen.readers import address, media
from sitegen.readers.text import decode
from sitegen.siteyaml import parse

if TYPE_CHECKING:
    from pathlib import Path

    from sitegen.privacy.cleared import Cleared
    from sitegen.school import School

_HEADING = re.compile(r"<h2\b[^>]*>(.*?)</h2>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_MOST = 8


def message(root: Path, wanted: str, day: dt.date) -> str:
    """The message about a newsletter: `wanted` is its file, its name, or "" for the newest. Raises SiteError."""
    school = parse(decode(sources.read(root, "site.yaml"), "site.yaml"))[0]
    loaded = importers.load(importers.folder_of(root, school), school, day)
    faults = [one for one in loaded.problems if one.severity == "fout"]
    if faults:
        raise SiteError(faults)
    files = sources.find(root).files
    path = _chosen(files, wanted, day)
    beside = Beside(root, files, {})
    beside.begin()
    reading = readers.read(path, beside.text(path), day.isoformat(), beside)
    if reading.draft is None:
        raise SiteError(reading.problems)
    draft = reading.draft
    near = loaded.register.about(draft.page_words, *media.asked(draft.pictures))
    return _written(gate.clear(draft, near, school, Site)[0], school)


def _chosen(files: object, wanted: str, day: dt.date) -> str:
    letters = [path for path in sources.pages(files) if path.startswith("newsletters/")]  # type: ignore[arg-type]
    if not wanted:
        dated = [path for path in letters if address.of(path).date and address.of(path).date <= day.isoformat()]
        if dated:
            return max(dated, key=lambda path: address.of(path).date)
    name = wanted.replace("\\", "/").rstrip("/")
    found = [path for path in letters if path.endswith((name, f"{name}/index.md", f"{name}/index.docx")) or address.of(path).parts[-1] == name or posixpath.splitext(posixpath.basename(path))[0] == name]
    if len(found) == 1:
        return found[0]
    fault = "er zijn meer nieuwsbrieven die zo heten." if found else "deze nieuwsbrief is er niet."
    raise SiteError([Problem(Place(wanted or "newsletters"), "parro-welke", fault, "Noem het bestand, bijvoorbeeld: sitegen parro newsletters/2026-11-20-weekbericht-12.md")])


def _written(cleared: Cleared[Site], school: School) -> str:
    topics = [" ".join(html.unescape(_TAG.sub("", one)).split()) for one in _HEADING.findall(cleared.body)]
    summary = str(cleared.words.get("summary") or "")
    lines = ["Beste ouders/verzorgers,", "", f"{cleared.title} staat op onze website." + (f" {summary}" if summary else "")]
    if topics:
        lines += ["", "Dit staat erin:", *(f"- {one}" for one in topics[:_MOST])]
    if school.base_url:
        lines += ["", f"Lees verder: {school.base_url}/nieuwsbrieven/{'/'.join(cleared.address)}/"]
    return "\n".join([*lines, "", f"Met vriendelijke groet,\n{school.name}"]) + "\n"
