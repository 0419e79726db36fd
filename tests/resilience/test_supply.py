"""Where the program comes from: locks with hashes, imports that are declared, extras that are not there (ECOSYSTEM C1.25)."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from sitegen.cli.main import main
from tests.building import DAY
from tests.resilience.counting import Loop
from tests.resilience.test_machines import furnish

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
_PINNED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)(?:\s*;[^\\]*?)?(?:\s+--hash=sha256:[0-9a-f]{64})+")


@pytest.mark.parametrize(("lock", "wanted"), [("requirements.lock", PROJECT["dependencies"]), ("requirements-dev.lock", [*PROJECT["dependencies"], *EXTRAS["pdf"]])])
def test_every_package_of_a_lock_has_one_version_and_hashes(lock: str, wanted: list[str]) -> None:
    loop = Loop(25, f"packages of {lock} with one version, hashes, and as pyproject.toml wants them")
    pinned: dict[str, set[str]] = {}
    for line in re.sub(r"\\\n", " ", (ROOT / lock).read_text("utf-8")).splitlines():
        if line.strip() and not line.startswith("#"):
            found = _PINNED.fullmatch(line.strip())
            loop.count(found, line[:60])
            if found:
                pinned.setdefault(canonicalize_name(found["name"]), set()).add(found["version"])
    for one in map(Requirement, wanted):
        versions = pinned.get(canonicalize_name(one.name), set())
        loop.count(versions and all(map(one.specifier.contains, versions)), f"{one}: {versions}")
    loop.end()


def _imported(path: Path) -> Iterator[tuple[str, bool]]:
    """What a module imports, and whether it does so as soon as it is loaded itself."""
    tree = ast.parse(path.read_text("utf-8"))
    late = {inner for outer in ast.walk(tree) if isinstance(outer, (ast.FunctionDef, ast.If)) for inner in ast.walk(outer)}
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
        yield from ((name.partition(".")[0], node not in late) for name in names)


def test_whatever_is_imported_is_declared() -> None:
    """A package that only an extra brings is asked for where it is needed, never on loading: without it the rest still works."""
    loop = Loop(25, "imports of other packages, each declared in pyproject.toml")
    base = {canonicalize_name(Requirement(one).name) for one in PROJECT["dependencies"]}
    extra = {canonicalize_name(Requirement(one).name) for wanted in EXTRAS.values() for one in wanted}
    brought = packages_distributions()
    for path in sorted((ROOT / "sitegen").rglob("*.py")):
        for name, at_once in sorted(set(_imported(path))):
            if name not in sys.stdlib_module_names and name not in {"sitegen", "__future__"}:
                packages = set(map(canonicalize_name, brought.get(name, [name])))
                loop.count(packages & base or (packages & extra and not at_once), f"{path.relative_to(ROOT)}: {name}")
    loop.end()


class Missing(NamedTuple):
    """An extra that is not installed: what can't be imported then, a command that wants it, and its exit status."""

    modules: tuple[str, ...]
    words: tuple[str, ...]
    status: int


MISSING = {
    "pdf": Missing(("weasyprint", "pypdf"), ("build",), 0),
    "faces": Missing(("onnxruntime", "numpy"), ("build",), 0),
    "heic": Missing(("pillow_heif",), ("build",), 0),
    "sftp": Missing(("paramiko",), ("publish", "--soort", "sftp", "--naar", "school@127.0.0.1:/site"), 2),
    "dask": Missing(("distributed",), ("build-many", "{site}", "--dask", "tcp://127.0.0.1:1"), 2),
}


def test_an_extra_that_is_not_there_is_named_with_the_line_that_installs_it(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In Dutch, with the exit status of the manual, and all other work goes on."""
    assert set(MISSING) == set(EXTRAS)
    furnish(site)
    letter = site / "newsletters/2026-11-23-sportdag/index.md"
    letter.write_text(letter.read_text("utf-8") + "\n![Het schoolplein](telefoon.heic)\n", "utf-8")
    letter.with_name("telefoon.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(400))
    letter.with_name("media.yaml").write_text("foto.jpg: {who: niemand}\ntelefoon.heic: {who: niemand}\n", "utf-8")
    loop = Loop(25, "extras that are not there: said with the line that installs them, and the rest goes on")
    for extra, one in MISSING.items():
        with monkeypatch.context() as without:
            for module in one.modules:
                without.setitem(sys.modules, module, None)
            where = [] if one.words[0] == "build-many" else ["--site", str(site)]
            try:
                status = main([*(word.format(site=site) for word in one.words), "--date", DAY.isoformat(), *where])
            except SystemExit as stopped:
                status = int(str(stopped.code))
        said = "".join(capsys.readouterr()) + (site / ".sitegen/report.json").read_text("utf-8").replace('\\"', '"')
        told = re.search(rf"pip install ['\"]sitegen\[{extra}\]['\"]", said) and "Traceback" not in said
        loop.count(told and status == one.status and (site / "public/index.html").exists(), f"{extra}: {status} {said[:1000]}")
    loop.end()
