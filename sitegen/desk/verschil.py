"""What changed between two guides, for the director to read: on the screen and on paper."""

from __future__ import annotations

import difflib
from html import escape
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.desk import papers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.gids.compare import Change, Difference

_STYLE = """
h2 { font-size: 13pt; margin: 6mm 0 1mm; break-after: avoid; }
h3 { font-size: 10pt; margin: 3mm 0 1mm; font-weight: 600; break-after: avoid; }
.wat { font-size: 9pt; font-weight: 400; border: 0.75pt solid #111; border-radius: 2pt; padding: 0 1.5mm; margin-left: 2mm; white-space: nowrap; }
p.zin { margin: 0 0 1.5mm; padding-left: 4mm; border-left: 2pt solid #bbb; }
del { color: #8a1020; text-decoration: line-through; }
ins { color: #0b5d2a; text-decoration: underline; text-underline-offset: 2pt; }
ul { margin: 2mm 0; padding-left: 5mm; }
"""
_KINDS = {"nieuw": "nieuw", "weg": "weg", "gewijzigd": "gewijzigd", "gelijk": "niet veranderd"}
_FACTS = "Gegevens van de gids"


def summary(differences: Sequence[Difference]) -> str:
    """One line: 2 nieuw, 1 weg, 5 gewijzigd, 15 niet veranderd."""
    counts = {name: sum(one.kind == kind for one in differences) for kind, name in _KINDS.items()}
    counts["verplaatst"] = sum(one.moved for one in differences)
    return ", ".join(f"{number} {name}" for name, number in counts.items() if number) or "geen hoofdstukken"


def as_text(old: str, new: str, facts: Sequence[Change], differences: Sequence[Difference]) -> str:
    """For the screen. Of what is wholly new or gone only the size is told: that is read in the guide itself."""
    lines = [f"Schoolgids {old} en {new}: {summary(differences)}.", ""]
    if facts:
        lines += [_FACTS, *(line for one in facts for line in _told(one, show_heading=True)), ""]
    for one in differences:
        if one.kind == "gelijk" and not one.moved:
            continue
        lines.append(f"{one.after or one.before}  [{', '.join(_labels(one))}]")
        if one.kind in {"nieuw", "weg"}:
            lines.append(f"    {dutch.amount(len(one.changes), 'zin of regel', 'zinnen en regels')}" + (f"; het meest erop lijkt nu: {one.heir}" if one.heir else ""))
        else:
            heading = ""
            for change in one.changes:
                if change.heading != heading:
                    heading = change.heading
                    lines.append(f"  {heading or '(begin)'}")
                lines += _told(change)
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def as_html(old: str, new: str, school: str, facts: Sequence[Change], differences: Sequence[Difference]) -> str:
    """For paper; whole sentences, with the words that changed marked (underlined and struck, so also without colour)."""
    title = f"Schoolgids {old} en {new}: wat is er anders?"
    same = [one.after for one in differences if one.kind == "gelijk" and not one.moved]
    parts = [f'<div class="kop"><h1>{escape(title)}</h1><p>{escape(school)}</p></div>', f"<p>{escape(summary(differences))}. <del>Doorgestreept</del> is weg, <ins>onderstreept</ins> is nieuw.</p>"]
    if facts:
        parts += [f"<h2>{_FACTS}</h2>", *(f'<p class="zin"><strong>{escape(one.heading)}</strong>: {_marked(one)}</p>' for one in facts)]
    parts += [part for one in differences if one.after not in same for part in _chapter(one)]
    if same:
        parts.append(f"<h2>Niet veranderd</h2><p>{escape(', '.join(same))}</p>")
    parts.append('<p class="voet"><strong>Niet voor de website.</strong> Dit zijn de teksten zoals ze geschreven zijn, met alle namen en nummers erin.</p>')
    return papers.html(title, _STYLE, ["\n".join(parts)])


def _chapter(one: Difference) -> Iterator[str]:
    labels = "".join(f'<span class="wat">{escape(label)}</span>' for label in _labels(one))
    yield f"<h2>{escape(one.after or one.before)}{labels}</h2>"
    if one.heir:
        yield f"<p>Het hoofdstuk dat er nu het meest op lijkt: {escape(one.heir)}.</p>"
    heading = ""
    for change in one.changes:
        if change.heading != heading:
            heading = change.heading
            yield f"<h3>{escape(heading or 'Begin')}</h3>"
        # A new heading stands there already.
        if change.before or change.after != change.heading:
            yield f'<p class="zin">{_marked(change)}</p>'


def _labels(one: Difference) -> list[str]:
    labels = [_KINDS[one.kind]] if one.kind != "gelijk" else []
    if one.renamed:
        labels.append(f"heette {one.before}")
    return [*labels, "verplaatst"] if one.moved else labels


def _told(change: Change, *, show_heading: bool = False) -> Iterator[str]:
    lead = f"{change.heading}: " if show_heading else ""
    if change.before:
        yield f"    - {lead}{change.before}"
    if change.after:
        yield f"    + {lead}{change.after}"


def _marked(change: Change) -> str:
    if not change.before or not change.after:
        tag = "ins" if change.after else "del"
        return f"<{tag}>{escape(change.after or change.before)}</{tag}>"
    before, after = change.before.split(), change.after.split()
    parts = []
    for kind, first, last, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(escape(" ".join(before[first:last])))
            continue
        parts += [f"<{tag}>{escape(' '.join(words))}</{tag}>" for tag, words in (("del", before[first:last]), ("ins", after[start:end])) if words]
    return " ".join(parts)
