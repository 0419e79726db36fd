"""Who may touch the disk, and what may be extended."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "sitegen"

# Only these read or write files (DESIGN, wall 4). `readers` and `privacy` work on what they are given.
MAY_TOUCH = (
    "sources.py", "cache.py", "publish.py", "journal.py", "verify/", "report.py", "theme.py", "desk/", "importers/", "lock.py", "build/",
    "cli/", "outputs/pictures.py", "outputs/attachments.py", "outputs/sharecard.py", "serve/", "deliver/", "watch/", "social/", "gids/", "faces.py",
)
DISK = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "rglob", "glob", "iterdir", "scandir", "copyfile", "copytree", "unlink", "rmtree", "mkdir", "makedirs"}


def _calls(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            target = node.func
            names.add(target.attr if isinstance(target, ast.Attribute) else target.id if isinstance(target, ast.Name) else "")
    return names


def test_only_the_edges_touch_the_disk() -> None:
    for path in PACKAGE.rglob("*.py"):
        inside = path.relative_to(PACKAGE).as_posix()
        if not inside.startswith(MAY_TOUCH):
            touched = _calls(path) & DISK
            # Packaged data, opened images and archives in memory go by the same names.
            allowed = {"open"} if inside.startswith(("readers/", "privacy/files.py", "outputs/", "raster.py", "archive.py", "weblinks.py", "within.py")) else set()
            if "importlib" in path.read_text(encoding="utf-8"):
                allowed |= {"read_text", "read_bytes", "iterdir", "open"}
            assert touched <= allowed, f"{inside}: {touched}"


def test_every_module_says_what_it_is_for() -> None:
    for path in PACKAGE.rglob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path
