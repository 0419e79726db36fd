"""Reads a case file: what goes in, what must come out (the format stands in tests/cases/README.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER = Path(__file__).resolve().parent.parent / "cases"
_HEADER = re.compile(r"#\s*(register|lines):\s*(\S+)")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_FIELDS = {"register", "html", "title", "slug", "filename", "summary", "tags"}
_LISTS = {"gone", "stays"}
_RESULTS = {"title", "slug"}


class CaseError(ValueError):
    """A case file that can't be understood; the message starts with file and line."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case. `becomes`: the acceptable results, empty when the text stays as it is or only fragments are judged.

    `html`: the text is HTML, and its structure is compared. `fields`: front matter and names that go in with the text;
    `results`: what must become of them. `line`: where the case starts in its file.
    """

    category: str
    name: str
    line: int
    register: str
    text: str
    html: bool = False
    fields: Mapping[str, str] = field(default_factory=dict)
    becomes: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    results: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The name by which `known_failures.txt` and the scorer call it: "full-names/three-in-a-row"."""
        return f"{self.category}/{self.name}"

    @property
    def acceptable(self) -> tuple[str, ...]:
        """The texts that may come out; empty when only fragments are judged."""
        return self.becomes or (() if self.gone or self.stays else (self.text,))


def cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """All cases in the `.md` files of `folder`, in order of file name; README.md is no case file."""
    found: list[Case] = []
    for path in sorted(folder.glob("*.md")):
        if path.name != "README.md":
            found.extend(parse(path.read_text(encoding="utf-8"), path.stem))
    return tuple(found)


def parse(text: str, category: str) -> tuple[Case, ...]:
    """The cases in the text of one file. Raises CaseError on a marker, field or header that doesn't exist."""
    found = tuple(_read(text.splitlines(), category))
    seen: dict[str, int] = {}
    for case in found:
        if case.name in seen:
            raise CaseError(f"{category}.md:{case.line}: '{case.name}' was already used on line {seen[case.name]}")
        seen[case.name] = case.line
    return found


def _read(lines: list[str], category: str) -> Iterator[Case]:
    register, each_line = "", False
    block: list[str] = []
    start = 0
    for number, line in enumerate(lines, 1):
        header = _HEADER.match(line) if each_line or not block else None
        if header:
            if header[1] == "register":
                register = header[2]
            else:
                each_line = header[2] == "each"
        elif each_line:
            if line.strip() and not line.startswith("#"):
                yield Case(category, _name_of(line), number, register, _plain(line.strip()))
        elif line.startswith("== "):
            if block:
                yield _case(block, start, category, register)
            block, start = [line], number
        elif block:
            block.append(line)
        elif line.strip() and not line.startswith("#"):
            raise CaseError(f"{category}.md:{number}: text before the first '== name'")
    if block:
        yield _case(block, start, category, register)


def _case(block: list[str], start: int, category: str, register: str) -> Case:
    case = Case(category, block[0][3:].strip(), start, register, "")
    fields: dict[str, str] = {}
    results: dict[str, str] = {}
    texts: list[list[str]] = [[]]
    for number, line in enumerate(block[1:], start + 1):
        where = f"{category}.md:{number}"
        if line.startswith("@") and texts == [[]]:
            key, _, value = line[1:].partition(" ")
            if key not in _FIELDS:
                raise CaseError(f"{where}: '@{key}' is no field; known are {', '.join(sorted(_FIELDS))}")
            fields[key] = _plain(value.strip())
        elif line.startswith("-- "):
            marker, _, value = line[3:].partition(":")
            marker = marker.strip()
            if marker in {"becomes", "or"} and not value.strip():
                if marker == "or" and len(texts) == 1:
                    raise CaseError(f"{where}: '-- or' without '-- becomes' before it")
                texts.append([])
            elif marker in _LISTS:
                parts = tuple(_plain(part.strip()) for part in value.split(" | "))
                case = replace(case, gone=parts) if marker == "gone" else replace(case, stays=parts)
            elif marker in _RESULTS:
                results[marker] = value.strip()
            else:
                raise CaseError(f"{where}: '-- {marker}' is no marker; known are becomes, or, gone, stays, title, slug")
        else:
            texts[-1].append(line)
    first, *others = (_plain("\n".join(part).strip("\n")) for part in texts)
    if not register and "register" not in fields:
        raise CaseError(f"{category}.md:{start}: no '# register: name' above '{case.name}'")
    if not first.strip():
        raise CaseError(f"{category}.md:{start}: '{case.name}' has no text")
    return replace(
        case,
        register=fields.pop("register", register),
        html="html" in fields,
        text=first,
        becomes=tuple(others),
        fields={key: value for key, value in fields.items() if key != "html"},
        results=results,
    )


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def _name_of(line: str) -> str:
    words = re.findall(r"\w+", line.lower())
    return "-".join(words[:9])
