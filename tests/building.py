"""Small sites for tests: copied from tests/sites, changed, built through the real command."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path

from sitegen.build import Request, Result, build

SITES = Path(__file__).parent / "sites"
DAY = dt.date(2026, 11, 24)


def copy_site(target: Path, *overlays: Path) -> Path:
    """A copy of the minimal good site in `target`, with overlays laid over it."""
    shutil.copytree(SITES / "good" / "minimal", target)
    for overlay in overlays:
        shutil.copytree(overlay, target, dirs_exist_ok=True)
        (target / "verwacht.txt").unlink(missing_ok=True)
    return target


def build_site(root: Path, day: dt.date = DAY, **options: bool) -> Result:
    """Build a site in this process."""
    return build(Request(root, root / "public", day, **options))


def command(*words: str, root: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the real command in a process of its own."""
    site = ["--site", str(root)] if root else []
    return subprocess.run([sys.executable, "-m", "sitegen", *words, *site], capture_output=True, text=True, check=False, timeout=120)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
