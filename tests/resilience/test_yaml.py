"""YAML that is a bomb, code, or a trap for what a school means: refused with its line, or read exactly as it is written (ECOSYSTEM C1.16)."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from sitegen import yamlread
from sitegen.decoding import decode
from sitegen.importers import exceptions
from sitegen.problem import Place
from sitegen.readers import calendar, frontmatter, gids, media
from sitegen.siteyaml import parse
from tests.resilience.counting import Loop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

if sys.platform == "win32":
    pytest.skip("a process's memory can't be limited here", allow_module_level=True)

from tests.resilience.fenced import Outcome, each

# The scenario: less than a second, less than 200 MB.
MEGABYTES, SECONDS = 200, 1

_LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9))
# What is never read, at whatever place; each on line 1 but for the number beside it (0: the whole file).
BOMBS: Mapping[str, tuple[str, int]] = {
    "alias bomb": (_LAUGHS, 1), "one anchor": ("a: &a 1\nb: 2\n", 1), "one alias": ("a: 1\nb: *a\n", 2), "endless": ("a: &a [*a]\n", 1), "endless key": ("&a a: 1\n", 1), "merge of an alias": ("a: &a {x: 1}\nb: {<<: *a}\n", 1), "quadratic": ("a: &a " + "x" * 100_000 + "\nb: [" + "*a," * 30_000 + "]\n", 1),
    "10,000 brackets": ("a: " + "[" * 10_000 + "]" * 10_000, 1), "10,000 open brackets": ("a: " + "[" * 10_000, 1), "10,000 braces": ("a: " + "{b: " * 10_000 + "}" * 10_000, 1), "a thousand indents": ("".join(f"{' ' * n}a:\n" for n in range(1_000)), 21), "10,000 dashes": ("a:\n  " + "- " * 10_000 + "x", 2),
    "a megabyte and more": ("a: " + "x" * 1_100_000, 0), "a megabyte of lines": ("".join(f"a{n}: 1\n" for n in range(120_000)), 0), "100 MB": ("a: " + "x" * 100_000_000, 0),
    "call": ("a: !!python/object/apply:os.system ['touch GEKRAAKT']\n", 1), "new": ("a: !!python/object/new:os.system ['touch GEKRAAKT']\n", 1), "object": ("a: !!python/object:os._wrap_close {}\n", 1), "name": ("a: !!python/name:os.system\n", 1), "module": ("a: !!python/module:os\n", 1),
    "tuple": ("a: !!python/tuple [1, 2]\n", 1), "binary": ("a: !!binary aGFsbG8=\n", 1), "local": ("a: !geheim x\n", 1), "set": ("a: !!set {x, y}\n", 1), "ordered": ("a: !!omap [x: 1]\n", 1), "day by tag": ("a: !!timestamp 2026-11-27\n", 1), "number by tag": ('a: !!int "12"\n', 1), "full tag": ("a: !<tag:yaml.org,2002:python/name:os.system> x\n", 1),
    "tag of its own": ("%TAG !e! tag:yaml.org,2002:python/\n---\na: !e!name:os.system x\n", 3), "tag on a key": ("!!python/name:os.system a: 1\n", 1), "key of a list": ("? [a, b]\n: 1\n", 1), "key of a mapping": ("? {a: b}\n: 1\n", 1),
    "twice": ("a: 1\nb: 2\na: 3\n", 3), "twice, quoted": ("a: 1\n'a': 2\n", 2), "twice, deeper": ("a:\n  b: 1\n  b: 2\n", 3), "twice, in braces": ("a: {b: 1, b: 2}\n", 1), "twice as a number": ("1: a\n1: b\n", 2),
    "tab": ("a:\n\t- b\n", 2), "tab inside": ("a:\n  b: 1\n\tc: 2\n", 3), "not closed": ('a: "b\nc: d\n', 3), "two colons": ("a: b: c\n", 1), "open bracket": ("a: [1, 2\n", 2), "two documents": ("a: 1\n---\nb: 2\n", 2), "half an indent": ("a:\n    b: 1\n  c: 2\n", 3), "list after key": ("a: b\n- c\n", 2), "percent": ("a: %b\n", 1), "at": ("a: @b\n", 1), "backtick": ("a: `b\n", 1),
    "control sign": ("a: b\x07c\n", 1), "only a text": ("zomaar een zin\n", 1), "only a list": ("- a\n- b\n", 1), "only a number": ("12\n", 1),
}  # fmt: skip
# What YAML 1.1 makes something else of; here it is what the school wrote.
AS_WRITTEN = (
    "0612345670", "0612345678", "0599123451", "0599-123451", "+31612345678", "0o17", "0x1F", "0b101", "017", "08", "00", "1_000", "1,000", "1.000", "12:30", "12:30:45", "8:15-14:00", "190:20:30", "NO", "no", "No", "nee", "ja", "yes", "YES", "on", "off", "y", "n", "J", "N",
    "1e3", "1E400", "-1e-400", "6.02e23", ".5", "-.5", "5.", "1.10", "40.50", "12.0", "0.0", "-0", "+5", "0", "7", "-7", ".inf", "-.inf", ".nan", "NaN", "Infinity", "99999999999999999999999999", "9" * 5_000, "0." + "1" * 5_000, "1" * 15, "123456789012345678",
    "2026-11-27", "2026-13-45", "27-11-2026", "2026-11-27T10:00:00Z", "2026-11-27 10:00:00", "0000-00-00", "=", "<<", "TRUE", "FALSE", "NULL", "nil", "None", "NOT", "Off", "9999 ZZ", "NL91 ABNA 0417 1643 00", "ë", "’t Hart", "IJ", "1e", "0x", "v1.10", "1.2.3", "10%", "50 %", "n.v.t.", "Ja/nee",
)  # fmt: skip


@pytest.mark.parametrize("name", ["refused", "as it is written"])
def test_yaml_by_itself(name: str) -> None:
    if name == "refused":
        loop = Loop(16, "YAML bombs, tags, doubles and tabs refused with their line, in a second and 200 MB")
        founds = each([partial(yamlread.read, text, "x.yaml") for text, _ in BOMBS.values()], MEGABYTES, SECONDS)
        for (what, (_, line)), found in zip(BOMBS.items(), founds, strict=True):
            loop.count(_refused(found, "x.yaml", line), f"{what}: {found!r}"[:300])
    else:
        loop = Loop(16, "values that YAML 1.1 makes something else of, read as they are written")
        written = [(text, around) for text in AS_WRITTEN for around in ("a: {}\n", "a: {} \n", "a:   {}\nb: [1]\n", "a: '{}'\n", 'a: "{}"\n', "b: [x]\na: {}")]
        for (text, around), found in zip(written, each([partial(_value, around.format(text)) for text, around in written], MEGABYTES, SECONDS), strict=True):
            loop.count(not found.fault and str(found.value) == text, f"{around!r} {text[:30]}: {found!r}"[:200])
    loop.end()


def _value(text: str) -> object:
    return yamlread.read(text, "x.yaml").values["a"]


def _refused(found: Outcome, file: str, line: int | None) -> bool:
    return not found.fault and any(one.place.file == file and one.remedy and (line is None or one.place.line == line) for one in found.problems)


def _settings(text: str) -> object:
    return parse(decode(text.encode(), "site.yaml"))


# Every file of YAML that a school writes, with the call that reads it and what stands before the text (with its lines).
DOORS: Mapping[str, tuple[Callable[[str], object], str, str]] = {
    "site.yaml": (_settings, "title: De Proef\n", ""),
    "newsletters/x.md": (lambda text: frontmatter.split(decode(text.encode(), "newsletters/x.md"), "newsletters/x.md"), "---\ntitel: Proef\n", "\n---\n\nTekst.\n"),
    "content/media.yaml": (lambda text: media.declarations(decode(text.encode(), "content/media.yaml"), "content/media.yaml"), "", ""),
    "content/kalender.yaml": (lambda text: calendar.read(decode(text.encode(), "content/kalender.yaml"), "content/kalender.yaml"), "", ""),
    "schoolgids/2026-2027/_gids.yaml": (lambda text: gids.read(decode(text.encode(), "_gids.yaml"), "schoolgids/2026-2027/_gids.yaml"), "schooljaar: 2026-2027\n", ""),
    "register/uitzonderingen.yaml": (lambda text: exceptions.read(text.encode(), Place("register/uitzonderingen.yaml"), {}), "uitzonderingen: []\n", ""),
}


def test_yaml_at_every_door() -> None:
    """The same at every door: refused, as a whole or for what is wrong in it, with the file and the line."""
    loop = Loop(16, "the same in each of the six files of YAML that a school writes")
    for file, (read, before, behind) in DOORS.items():
        bombs = {what: bomb for what, bomb in BOMBS.items() if not before or what not in {"only a text", "only a list", "only a number", "tag of its own", "two documents"}}
        founds = each([partial(read, f"{before}{text}{behind}") for text, _ in bombs.values()], MEGABYTES, SECONDS)
        for (what, (_, line)), found in zip(bombs.items(), founds, strict=True):
            # What a door refuses without raising stands in what it gives, as problems.
            told = (*found.problems, *_problems(found.value))
            shifted = line + before.count("\n") if line else None
            # A front matter's end ends a text that is not closed as well; a list of dates takes a list.
            loose = behind or what in {"only a list", "only a text", "only a number", "two documents", "list after key"}
            good = not found.fault and any(one.place.file in {file, file.rpartition("/")[2]} and one.remedy and (loose or shifted is None or one.place.line == shifted) for one in told)
            loop.count(good, f"{file}, {what}: {found.fault or told}"[:300])
    loop.end()


def _problems(value: object) -> tuple[object, ...]:
    if isinstance(value, tuple):
        return tuple(one for part in value for one in _problems(part)) + tuple(one for one in value if hasattr(one, "remedy"))
    return tuple(getattr(value, "problems", ()))
