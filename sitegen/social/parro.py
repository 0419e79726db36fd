"""A message for Parro: plain text with a link, ready to paste. Without attachments: what is attached there leaves the pass."""

from __future__ import annotations

import datetime as dt
import html
import posixpath
import re
from typing import TYPE_CHECKING

from sitegen import dutch, importers, readers, sources
from sitegen.build.beside import Beside
from sitegen.decoding import decode
from sitegen.privacy import gate
from sitegen.privacy.cleared import Site
from sitegen.problem import Place, Problem, SiteError
from sitegen.readers import address, media
from sitegen.school import register_of
from sitegen.siteyaml import parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sitegen.draft import Draft
    from sitegen.privacy.cleared import Cleared
    from sitegen.school import School
    from sitegen.sources import Stamp

# A line in bold by itself is a heading too: so letters are written.
_HEADING = re.compile(r"<h2\b[^>]*>(.*?)</h2>|<p>\s*<(?:strong|b)>([^<]{3,80})</(?:strong|b)>\s*:?\s*</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# Parents read a message on a telephone, between two other things.
_MOST = 8


def message(root: Path, wanted: str, day: dt.date) -> str:
    """The message about a newsletter: `wanted` is its file, its name, or "" for the newest. Raises SiteError, also for a letter
    that isn't on the website on `day`: its link would lead nowhere.
    """
    school = parse(decode(sources.read(root, "site.yaml"), "site.yaml"))[0]
    loaded = importers.load(register_of(root, school), school, day)
    faults = [one for one in loaded.problems if one.severity == "fout"]
    if faults:
        raise SiteError(faults)
    files = sources.find(root).files
    path = _chosen(files, wanted, day)
    beside = Beside(root, files, {})
    beside.begin()
    reading = readers.read(path, beside.text(path), day.isoformat(), beside)
    if reading.draft is None:
        raise SiteError([one for one in reading.problems if one.severity == "fout"])
    _on_the_site(reading.draft, day.isoformat())
    near = loaded.register.about(reading.draft.page_words, *media.asked(reading.draft))
    return _written(gate.clear(reading.draft, near, school, Site)[0], school)


def _on_the_site(draft: Draft, day: str) -> None:
    words, place = draft.words, draft.place
    starts = max(str(words.get("publish_on") or ""), str(words.get("date") or ""))
    if words.get("draft"):
        raise SiteError([Problem(place, "parro-concept", "deze nieuwsbrief is nog een concept en staat niet op de website.", "Haal 'concept: ja' (of 'draft: true') weg, publiceer de website, en maak dan het bericht.")])
    if starts > day:
        raise SiteError([Problem(place, "parro-later", f"deze nieuwsbrief komt pas op {dutch.long_day(starts)} op de website.", "Maak het bericht op die dag.")])
    if words.get("expires_on") and str(words["expires_on"]) <= day:
        raise SiteError([Problem(place, "parro-verlopen", "deze nieuwsbrief staat niet meer op de website.", "Kies een andere.")])


def _chosen(files: Mapping[str, Stamp], wanted: str, day: dt.date) -> str:
    letters = [path for path in sources.pages(files) if path.startswith("newsletters/")]
    if not wanted:
        dated = [path for path in letters if address.of(path).date and address.of(path).date <= day.isoformat()]
        if dated:
            # Of two letters of one day the one that was written last.
            return max(dated, key=lambda path: (address.of(path).date, files[path][0], path))
    name = wanted.replace("\\", "/").rstrip("/").removeprefix("./")
    found = [path for path in letters if name and _is(path, name)]
    if len(found) == 1:
        return found[0]
    fault = "er zijn meer nieuwsbrieven die zo heten." if found else "deze nieuwsbrief is er niet." if wanted else "er is nog geen nieuwsbrief met een datum."
    raise SiteError([Problem(Place(wanted or "newsletters"), "parro-welke", fault, "Noem het bestand, bijvoorbeeld: sitegen parro newsletters/2026-11-20-weekbericht-12.md")])


def _is(path: str, name: str) -> bool:
    """Whether somebody who says `name` means the letter at `path`: its file, its folder, or the last part of its address."""
    stem = posixpath.splitext(path)[0].removesuffix("/index")
    return f"/{path}".endswith(f"/{name}") or f"/{stem}".endswith(f"/{name}") or address.of(path).parts[-1] == name


def _written(cleared: Cleared[Site], school: School) -> str:
    topics = [" ".join(html.unescape(_TAG.sub("", one or other)).split()).strip(" :") for one, other in _HEADING.findall(cleared.body)]
    topics = [one.capitalize() if one.isupper() else one for one in topics if one]
    summary = str(cleared.words.get("summary") or "")
    lines = ["Beste ouders/verzorgers,", "", f"{cleared.title} staat op onze website." + (f" {summary}" if summary else "")]
    if topics:
        lines += ["", "Dit staat erin:", *(f"- {one}" for one in topics[:_MOST])]
        if len(topics) > _MOST:
            lines.append("- en meer")
    if school.base_url:
        lines += ["", f"Lees verder: {school.base_url}/nieuwsbrieven/{'/'.join(cleared.address)}/"]
    return "\n".join([*lines, "", f"Met vriendelijke groet,\n{school.name}"]) + "\n"
