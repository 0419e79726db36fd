"""What reading a guide in (again) would change in the folder of its edition; nothing is written here."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sitegen.readers.address import slugify

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sitegen.gids.split import Part

# Beside the chapters: what the last import wrote, so that a chapter changed by hand since is known as such.
RECORD = "_ingelezen.json"
FACTS = "_gids.yaml"
_FRONT = re.compile(r"---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_NAME = re.compile(r"(\d{1,3})[-_. ]+(.+)\.md\Z")
_TITLE = re.compile(r"^(titel|title):.*$", re.MULTILINE)
# So much of the words of two chapters must be the same to call one the other under a new title.
_SAME = 0.7
_FACTS_TEXT = """# Gegevens van deze editie. Haal het # weg en vul in; ze komen in de colofon en bij "in het kort".
schooljaar: {year}
titel: Schoolgids {year}
# vastgesteld_op: {start}-06-30
# instemming_mr_op: {start}-06-24
# uitgegeven_op: {start}-08-25
# feiten:
#   schooltijden: elke dag van 8.30 tot 14.00 uur
#   aantal_leerlingen: 186
#   bijdrage: "€ 42,50 per kind, vrijwillig"
"""


class Step(NamedTuple):
    """One chapter. kind: "nieuw", "veranderd", "gelijk" or "weg". file: its name in the edition's folder; `was`: its
    name before, or "". text: what is to be written, or "" for nothing. by_hand: it was changed after the last import.
    added, removed: how many lines come and go.
    """

    kind: str
    file: str
    was: str
    text: str
    by_hand: bool
    added: int = 0
    removed: int = 0

    @property
    def renamed(self) -> bool:
        """Whether the file gets another name: its place in the guide, or its title, has changed."""
        return bool(self.was) and self.was != self.file and self.kind != "weg"


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps in the order of the guide, and the files that go beside them."""

    steps: tuple[Step, ...]
    record: str
    facts: str
    loose: tuple[str, ...] = field(default=())

    @property
    def changes(self) -> bool:
        """Whether anything would be written."""
        return any(step.kind != "gelijk" or step.renamed for step in self.steps)


def plan(parts: Sequence[Part], existing: Mapping[str, str], year: str, source: str) -> Plan:
    """What has to happen to make the folder of edition `year` say what `parts` say.

    existing: the texts of the folder by file name, RECORD and FACTS included. source: name of the document.
    """
    wrote = _record(existing.get(RECORD, ""))
    there = {slugify(found[2]): name for name in sorted(existing) if (found := _NAME.match(name))}
    bodies = {slug: body_of(existing[name]) for slug, name in there.items()}
    pairs = _renamed([part for part in parts if part.slug not in there], {slug: body for slug, body in bodies.items() if slug not in {part.slug for part in parts}})
    steps = []
    for number, part in enumerate(parts, 1):
        slug = part.slug if part.slug in there else pairs.get(part.slug, "")
        file = f"{number:02}-{part.slug}.md"
        was = there.get(slug, "")
        if not was:
            steps.append(Step("nieuw", file, "", _front(part.title) + part.body + "\n", by_hand=False, added=_lines(part.body)))
            continue
        by_hand = digest(bodies[slug]) != wrote.get(slug)
        front = _kept_front(existing[was], part, slug)
        same = bodies[slug] == part.body.strip() and slug == part.slug
        added, removed = _difference(bodies[slug], part.body)
        steps.append(Step("gelijk" if same else "veranderd", file, was, existing[was] if same else front + part.body + "\n", by_hand and not same, added, removed))
    stays = {step.was for step in steps}
    steps += [Step("weg", name, name, "", digest(bodies[slug]) != wrote.get(slug), removed=_lines(bodies[slug])) for slug, name in there.items() if name not in stays]
    record = json.dumps({"bron": source, "hoofdstukken": {part.slug: digest(part.body) for part in parts}}, ensure_ascii=False, indent=1) + "\n"
    loose = tuple(name for name in existing if name.startswith("beeld-") and not any(name in step.text for step in steps))
    return Plan(tuple(steps), record, existing.get(FACTS) or _FACTS_TEXT.format(year=year, start=year[:4]), loose)


def body_of(text: str) -> str:
    """A chapter without its front matter."""
    return _FRONT.sub("", text, count=1).strip() if text.startswith("---") else text.strip()


def digest(body: str) -> str:
    """Stands for the text of a chapter; how many blank lines surround it makes no difference."""
    return hashlib.sha256(body.strip().encode()).hexdigest()[:16]


def _record(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)["hoofdstukken"]
        return {str(slug): str(value) for slug, value in found.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        # No record, or one that somebody broke: then every chapter counts as changed by hand, and is kept.
        return {}


def _front(title: str) -> str:
    written = title.replace("\\", "").replace('"', "'")
    return f'---\ntitel: "{written}"\n---\n\n'


def _kept_front(text: str, part: Part, slug: str) -> str:
    found = _FRONT.match(text)
    if not found:
        return _front(part.title)
    front = found[0].rstrip("\n") + "\n"
    if slug != part.slug:
        title = _front(part.title).split("\n")[1]
        front = _TITLE.sub(lambda _: title, front, count=1) if _TITLE.search(front) else front.replace("---\n", f"---\n{title}\n", 1)
        if "oude_adressen" not in front and "redirect_from" not in front:
            front = front[: front.rindex("---")] + f"oude_adressen: [schoolgids/{slug}/]\n---\n"
    return front + "\n"


def _renamed(new: Sequence[Part], gone: Mapping[str, str]) -> dict[str, str]:
    """New name → old name, for chapters that say nearly the same under another title."""
    words = {slug: body.split() for slug, body in gone.items()}
    scores = sorted(
        ((ratio, part.slug, slug) for part in new for slug, old in words.items() if (ratio := difflib.SequenceMatcher(None, old, part.body.split(), autojunk=False).quick_ratio()) >= _SAME),
        reverse=True,
    )
    pairs: dict[str, str] = {}
    for _, fresh, old in scores:
        if fresh not in pairs and old not in pairs.values():
            pairs[fresh] = old
    return pairs


def _lines(body: str) -> int:
    return sum(bool(line.strip()) for line in body.split("\n"))


def _difference(old: str, new: str) -> tuple[int, int]:
    found = [line for line in difflib.ndiff(old.strip().split("\n"), new.strip().split("\n")) if line[2:].strip()]
    return sum(line.startswith("+ ") for line in found), sum(line.startswith("- ") for line in found)
