"""Run the loops and print their figures as rows of the table in docs/trust.md.

    python -m tests.resilience            the quick form, as CI runs it
    python -m tests.resilience --long     the long form, which takes hours
    SITEGEN_LOOP_SEED=7 python -m tests.resilience

Ends with 1 when a loop failed; its pytest report then stands above the table.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.resilience.counting import SEED

_FIGURE = re.compile(r"^\[(?P<scenario>[^\]]+)\] (?P<what>.+): (?P<good>\d+) of (?P<total>\d+) \(seed (?P<seed>-?\d+)\)$", re.MULTILINE)


def rows(said: str) -> list[str]:
    """The rows of the table in what a run printed, one a scenario, in their order; what has no number comes last."""
    figures: dict[str, list[str]] = {}
    for one in _FIGURE.finditer(said):
        figures.setdefault(one["scenario"], []).append(f"{one['what']}: {int(one['good']):,} of {int(one['total']):,}")
    return [f"| {scenario} | {'; '.join(figures[scenario])} |" for scenario in sorted(figures, key=lambda name: (not name.isdigit(), int(name) if name.isdigit() else 0, name))]


def _commit() -> str:
    try:
        found = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=Path(__file__).parent, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "no commit"
    return f"commit {found.stdout.strip()}"


def main(words: list[str]) -> int:
    """Run, and print; the other words go to pytest (`-k paths`, or a file of tests)."""
    marks = ["-m", "long" if "--long" in words else "not long"]
    where = () if any(".py" in word for word in words) else (str(Path(__file__).parent),)
    said = io.StringIO()
    start = time.monotonic()
    with contextlib.redirect_stdout(said):
        status = pytest.main(["-n", "0", "-s", *marks, *where, *(word for word in words if word != "--long")])
    if status:
        print(said.getvalue())
    print("\n".join(["| | n of n |", "|---|---|", *rows(said.getvalue())]))
    print(f"\n{_commit()}, seed {SEED}, {dt.datetime.now(dt.UTC):%Y-%m-%d}, {time.monotonic() - start:,.0f} s")
    return int(status != 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
