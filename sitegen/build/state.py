"""How the site stood at the last build, and how its inputs stand now: the whole question of "did anything change?"."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen import cache, problem, sources
from sitegen.artifact import fingerprint
from sitegen.build.output import Output
from sitegen.build.rows import Row, from_plain

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sitegen.cache import Ledger
    from sitegen.problem import Problem
    from sitegen.school import School
    from sitegen.sources import Stamp

Rows = Mapping[str, Row]
Outputs = Mapping[str, Output]

SETTINGS = "site.yaml"
# "newsletters/2026-11": the letters of a month lie together, and change together.
_GROUP = len("newsletters/2026-11")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything a build depends on, by stamp: sources, site.yaml, theme, git's index; the register by stamp of each file."""

    day: str
    output: str
    files: Mapping[str, Stamp]
    around: Mapping[str, Stamp]
    problems: tuple[Problem, ...]


class Settings(NamedTuple):
    """What site.yaml says, and what is wrong in it."""

    school: School
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Under:
    """Under what a build was made: fingerprints of the policy and of the register for the day, stamps of its files.

    names: of everyone in the register, whatever their parents allow.
    """

    policy: bytes
    people: bytes
    names: bytes
    register: Mapping[str, tuple[int, ...]]


@dataclass(slots=True)
class Known:
    """What the ledger says of the last published build; empty for the first."""

    ledger: Ledger
    inputs: tuple[Any, ...] | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    status: int = 0
    folders: Mapping[str, int] | None = None
    _groups: dict[str, list[Row]] | None = None
    _templates: dict[str, bytes] = field(default_factory=dict)

    def settled(self, now: Inputs, *, strict: bool) -> bool:
        """Whether nothing changed: inputs, day and every published file are as the last successful build left them."""
        if self.inputs is None or (strict and self.problems):
            return False
        day, output, files, around = self.inputs
        if day != now.day or output != now.output or around != dict(now.around) or files != dict(now.files):
            return False
        if not self.same_register():
            return False
        placed = self.ledger.section("outputs")
        if not isinstance(placed, dict):
            return False
        stat = os.stat
        base = now.output + os.sep
        try:
            for path, (_key, _digest, size, changed) in placed.items():
                status = stat(base + path)
                if status.st_size != size or status.st_mtime_ns != changed:
                    return False
        except OSError:
            return False
        return True

    def register(self) -> dict[str, tuple[int, ...]]:
        """The stamps of the register's files at the last published build; see `register_files`."""
        data = self.ledger.section("register")
        return data if isinstance(data, dict) else {}

    def same_register(self) -> bool:
        """Whether the register's files are as they were then."""
        register = self.register()
        return bool(register) and register == register_stamps(register)

    def rows(self) -> dict[str, Row]:
        """The rows of every source."""
        self._groups = {key.decode(): from_plain(data) for key, data in self.ledger.every("rows") if isinstance(data, list)}
        return {row.path: row for group in self._groups.values() for row in group}

    def clean_folders(self) -> Mapping[str, int]:
        """Folders of the output in which nothing foreign was, with their time of change then."""
        data = self.ledger.section("folders")
        return data if isinstance(data, dict) else {}

    def outputs(self) -> dict[str, Output]:
        """Every published file, as it was placed."""
        data = self.ledger.section("outputs")
        return {path: Output._make(one) for path, one in data.items()} if isinstance(data, dict) else {}

    def policy(self) -> bytes:
        """Fingerprint of school and edition in force under which the rows were made."""
        data = self.ledger.section("policy")
        return data if isinstance(data, bytes) else b""

    def people(self) -> bytes:
        """Fingerprint of the register for whose day the rows were made."""
        data = self.ledger.section("people")
        return data if isinstance(data, bytes) else b""

    def names(self) -> bytes:
        """Fingerprint of everyone in the register, consent apart, for whom the rows were made."""
        data = self.ledger.section("names")
        return data if isinstance(data, bytes) else b""

    def templates(self) -> dict[str, bytes]:
        """The theme's templates as they were compiled."""
        data = self.ledger.section("templates")
        self._templates = data if isinstance(data, dict) else {}
        return dict(self._templates)

    def keep_templates(self, compiled: Mapping[str, bytes]) -> None:
        """Remember the compiled templates."""
        if compiled != self._templates:
            self.ledger.write_section("templates", dict(compiled))

    def verified(self) -> tuple[bytes, bytes]:
        """Fingerprints (people, names) of the register against which the published files were read."""
        data = self.ledger.section("verified")
        return data if isinstance(data, tuple) else (b"", b"")

    def keep(self, under: Under, now: Inputs, rows: Rows, outputs: Outputs, counts: Mapping[str, int], problems: Sequence[Problem]) -> None:
        """Remember a published build."""
        ledger = self.ledger
        self.keep_rows(under, rows)
        ledger.write_section("verified", (under.people, under.names))
        ledger.write_section("register", dict(under.register))
        if self.folders is not None:
            ledger.write_section("folders", dict(self.folders))
        ledger.write_section("outputs", {path: tuple(one) for path, one in outputs.items()})
        ledger.write_section("last", ((now.day, now.output, dict(now.files), dict(now.around)), dict(counts), tuple(one.plain() for one in problems)))

    def keep_rows(self, under: Under, rows: Rows) -> None:
        """Remember what was read and cleared, and under which policy and register; the site itself stayed as it was."""
        before = self._groups
        if before is None:
            self.ledger.empty("rows")
        now = groups(rows)
        for name, paths in now.items():
            group = [rows[path] for path in paths]
            was = before.get(name, []) if before else []
            if len(was) != len(group) or any(one is not other for one, other in zip(group, was, strict=True)):
                self.ledger.keep("rows", [(name.encode(), [row.plain() for row in group])])
        self.ledger.forget("rows", [name.encode() for name in before or () if name not in now])
        self.ledger.write_section("policy", under.policy)
        self.ledger.write_section("people", under.people)
        self.ledger.write_section("names", under.names)
        self.ledger.write_section("last", None)


def settings(root: Path) -> Settings:
    """Read site.yaml. Raises SiteError."""
    # Late: a build without changes does without.
    from sitegen.decoding import decode
    from sitegen.siteyaml import parse

    return Settings(*parse(decode(sources.read(root, SETTINGS), SETTINGS)))


def groups(rows: Rows) -> dict[str, list[str]]:
    """The paths of sources by month or folder, in order: rows are kept, and the report is written out, by group."""
    result: dict[str, list[str]] = {}
    for path in rows:
        result.setdefault(path[:_GROUP], []).append(path)
    return result


def look(root: Path, output: Path, day: dt.date) -> Inputs:
    """Stamps of everything the build depends on, but for the register's files (their place stands in site.yaml)."""
    found = sources.find(root)
    theme = sources.find(root, ("theme",))
    around: dict[str, Stamp] = dict(theme.files)
    for name in (SETTINGS, ".git/index"):
        stamp = sources.stamp(root / name)
        if stamp is not None:
            around[name] = stamp
    return Inputs(day.isoformat(), os.path.realpath(output), found.files, around, (*found.problems, *theme.problems))


def register_stamps(before: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]] | None:
    """The stamps of the register's files now: `before` is a mapping of absolute paths, the folder itself among them."""
    folder = next((path for path, stamp in before.items() if stamp == ()), None)
    return None if folder is None else register_files(Path(folder))


def register_files(folder: Path) -> dict[str, tuple[int, ...]]:
    """Every file of the register folder by absolute path with its stamp; the folder itself with an empty one."""
    result: dict[str, tuple[int, ...]] = {os.fspath(folder): ()}
    for where, _folders, names in os.walk(folder):
        for name in sorted(names):
            if not sources.ignored(name):
                stamp = sources.stamp(os.path.join(where, name))
                if stamp:
                    result[os.path.join(where, name)] = stamp
    return result


def known(ledger: Ledger) -> Known:
    """What the ledger knows."""
    last = ledger.section("last")
    if not isinstance(last, tuple):
        return Known(ledger)
    inputs, counts, problems = last
    return Known(ledger, inputs, counts, problem.from_plain(problems))


_PROGRAM: list[bytes] = []


def program() -> bytes:
    """Fingerprint of the running program and of every library installed beside it, with its version.

    Libraries make the pages and extras decide what may appear: who installs or upgrades one wants another look.
    """
    if not _PROGRAM:
        _PROGRAM.append(fingerprint(cache.program_fingerprint(Path(__file__).resolve().parent.parent), *_installed()))
    return _PROGRAM[0]


def _installed() -> list[str]:
    names: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            names.update(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))
    return sorted(names)


def policy_of(*parts: object) -> bytes:
    """Fingerprint of the school's policy."""
    return fingerprint(*(repr(part) for part in parts))
