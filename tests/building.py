"""Small sites for tests: copied from tests/sites, changed, built through the real command."""

from __future__ import annotations

import datetime as dt
import fcntl
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from sitegen import importers, verify
from sitegen.build import Request, Result, build
from sitegen.siteyaml import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest

ROOT = Path(__file__).parent.parent
SITES = ROOT / "tests/sites"
DAY = dt.date(2026, 11, 24)


def demo(factory: pytest.TempPathFactory) -> Path:
    """The output folder of the demo school, built once for all the processes that run tests together. To read only."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demo-school"
    folder.mkdir(exist_ok=True)
    with (folder / "slot").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "public").exists():
            result = build(Request(ROOT, folder / "public", DAY, private=folder / "prive"))
            assert result.status == 0, [str(one) for one in (*result.problems, *result.leaks)]
    return folder / "public"


def copy_site(target: Path, *overlays: Path) -> Path:
    """A copy of the minimal good site in `target`, with overlays laid over it."""
    shutil.copytree(SITES / "good" / "minimal", target)
    for overlay in overlays:
        shutil.copytree(overlay, target, dirs_exist_ok=True)
        (target / "verwacht.txt").unlink(missing_ok=True)
    return target


@cache
def _standing() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory()
    assert build_site(copy_site(Path(folder.name) / "site")).status == 0
    return folder


def built_site(target: Path) -> Path:
    """The minimal good site in `target` as it stands after a build: the next one does only what is new in it, a seventh of the work."""
    return twin(Path(_standing().name) / "site", target)


def twin(site: Path, target: Path, *without: str) -> Path:
    """A copy of a built site, `without` what bears these names.

    What was placed is not copied but linked, which is most of a site: a build never writes in such a file, it puts another in its place.
    """

    def alike(source: str, copy: str) -> None:
        (os.link if f"{os.sep}public{os.sep}" in source else shutil.copy2)(source, copy)

    return Path(shutil.copytree(site, target, copy_function=alike, ignore=shutil.ignore_patterns(*without)))


def write_letter(site: Path, text: str, name: str = "2026-11-23-proef") -> Path:
    """A newsletter with this text in `site`; gives its file."""
    path = site / f"newsletters/{name}.md"
    path.write_text(f"# Proef\n\n{text}\n", encoding="utf-8")
    return path


def build_site(root: Path, day: dt.date = DAY, **options: bool) -> Result:
    """Build a site in this process alone.

    The bytes are those of `shared_build` (resilience/test_machines.py); but a process that runs tests is large, and takes long to double itself.
    """
    with mock.patch("os.cpu_count", return_value=1):
        return shared_build(root, day, **options)


def shared_build(root: Path, day: dt.date = DAY, **options: bool) -> Result:
    """Build a site in this process and those it shares the work with, as a user's build does."""
    return build(Request(root, root / "public", day, **options))


def command(*words: str, root: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the real command in a process of its own."""
    site = ["--site", str(root)] if root else []
    return subprocess.run([sys.executable, "-m", "sitegen", *words, *site], capture_output=True, text=True, check=False, timeout=120)


def leaking(root: Path) -> list[str]:
    """The files of the site that stand there for anybody to read, and that the verifier refuses."""
    school = parse((root / "site.yaml").read_text("utf-8"))[0]
    known = verify.knowledge(importers.load(root / "register", school, DAY).register, school)
    return [name for name, data in snapshot(root / "public").items() if verify.examine(name, data, known)]


@contextmanager
def served(handler: Callable[..., http.server.BaseHTTPRequestHandler]) -> Iterator[str]:
    """A website of our own on this computer, answered by `handler`; gives its address, without a slash at the end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
