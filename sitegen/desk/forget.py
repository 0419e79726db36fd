"""Forgetting a child: out of every private file; and what can't be taken out from here, by name (AVG art. 17)."""

from __future__ import annotations

import csv
import io
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.decoding import decode
from sitegen.desk import papers
from sitegen.fold import page_words, squeeze, tokens

if TYPE_CHECKING:
    from pathlib import Path

    from sitegen.register import Pupil

# The lock of a build that runs, and what was placed on social media: without that nobody knows what must come down there.
_KEPT = ("bouw.lock", ".sitegen/social/geplaatst.yaml")
_TEXTS = (".md", ".markdown", ".txt", ".yaml", ".html")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What forgetting a child takes. texts: sources in which the full name stands. private: files that go. tables: register
    tables and how many rows go or change. byhand: what must be removed by a person, as Dutch lines.
    """

    texts: tuple[str, ...]
    private: tuple[str, ...]
    tables: dict[str, int]
    byhand: tuple[str, ...]


def look(root: Path, register: Path, pupil: Pupil) -> Forgotten:
    """What forgetting `pupil` would take; nothing is changed."""
    full = squeeze(f"{pupil.name.first}{pupil.name.prefix}{pupil.name.last}")
    texts = [f"{path}:{_line(_text(root, path), pupil)}" for path in _files(root, ("content", "newsletters", "schoolgids", "inbox")) if path.endswith(_TEXTS) and full in page_words(_text(root, path)).replace(" ", "")]
    declared = [f"{path}:{line}" for path in _files(root, ("content", "newsletters", "schoolgids", "inbox")) if path.endswith("media.yaml") for line in _declared(_text(root, path), pupil)]
    private = [path for path in _files(root, (".sitegen",)) if not path.endswith(_KEPT)]
    tables: dict[str, int] = {}
    byhand: list[str] = []
    for name in sorted(os.listdir(register)):
        path = register / name
        if name.lower().endswith(".csv"):
            _new, changed = _without(decode(path.read_bytes(), name), pupil.number)
            if changed:
                tables[name] = changed
        elif name.lower().endswith((".xlsx", ".xml")):
            byhand.append(f"register/{name}: maak een nieuwe export zonder dit kind")
    # A first name in a declaration would mean the next child who is called so.
    byhand += [f"{place}: hier staat wie op de foto staat; haal dit kind eruit, of verwijder de foto" for place in declared]
    if (root / ".sitegen/social/geplaatst.yaml").exists():
        byhand.append("geplaatste foto's op sociale media: sitegen social zegt bovenaan de pagina welke u moet weghalen")
    byhand += ["berichten op sociale media, de caches van zoekmachines, gedrukte nieuwsbrieven en reservekopieën: die kan sitegen niet wissen"]
    return Forgotten(tuple(texts), tuple(private), tables, tuple(byhand))


def _declared(text: str, pupil: Pupil) -> list[int]:
    called = squeeze(pupil.name.first)
    return [number for number, line in enumerate(text.splitlines(), 1) if pupil.number in re.findall(r"\d+", line) or (called and called in tokens(line))]


def _line(text: str, pupil: Pupil) -> int:
    last = squeeze(pupil.name.last)
    return next((number for number, line in enumerate(text.splitlines(), 1) if last in squeeze(line)), 1)


def forget(root: Path, register: Path, pupil: Pupil, output: Path) -> None:
    """Take the child out of the register's tables and remove every private file that may hold its name."""
    found = look(root, register, pupil)
    for name in found.tables:
        path = register / name
        new, _changed = _without(decode(path.read_bytes(), name), pupil.number)
        papers.keep(path, new.encode("utf-8-sig"), output)
    for name in found.private:
        (root / name).unlink(missing_ok=True)


def _without(text: str, number: str) -> tuple[str, int]:
    """A table without the rows of one pupil, and without the number in lists of pupils; how many rows that touched."""
    lines = text.splitlines()
    delimiter = max(";,\t", key=lambda sign: lines[0].count(sign) if lines else 0)
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    kept, touched = [], 0
    for row in rows:
        if row and row[0].strip() == number:
            touched += 1
            continue
        new = [" ".join(part for part in cell.replace(",", " ").split() if part != number) if number in cell.replace(",", " ").split() else cell for cell in row]
        touched += new != row
        # A parent whose only child is forgotten has nothing left to be kept for.
        if any(one.strip() and not other.strip() for one, other in zip(row, new, strict=True)):
            continue
        kept.append(new)
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(kept)
    return stream.getvalue(), touched


def _files(root: Path, folders: tuple[str, ...]) -> list[str]:
    found = []
    for top in folders:
        for folder, _folders, names in os.walk(root / top):
            found += [os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/") for name in names]
    return sorted(found)


def _text(root: Path, path: str) -> str:
    try:
        return (root / path).read_text("utf-8", "replace")
    except OSError:
        return ""
