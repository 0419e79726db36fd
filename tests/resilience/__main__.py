"""Run the loops and print their figures as rows of the table in docs/trust.md.

    python -m tests.resilience            the quick form, as CI runs it
    python -m tests.resilience --long     the long form, which takes hours
    SITEGEN_LOOP_SEED=7 python -m tests.resilience

Ends with 1 when a loop failed; its pytest report then stands above the table.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
import time
from pathlib import Path

import pytest

_FIGURE = re.compile(r"^\[(?P<scenario>[^\]]+)\] (?P<what>.+): (?P<good>\d+) of (?P<total>\d+) \(seed (?P<seed>-?\d+)\)$", re.MULTILINE)


def rows(said: str) -> list[str]:
    """The rows of the table in what a run printed, in the order of the scenarios."""
    found = [(int(one["scenario"]) if one["scenario"].isdigit() else 99, one["scenario"], f"{one['what']}: {int(one['good']):,} of {int(one['total']):,}") for one in _FIGURE.finditer(said)]
    return [f"| {scenario} | {line} |" for _, scenario, line in sorted(found, key=lambda row: row[0])]


def main(words: list[str]) -> int:
    """Run, and print; the other words go to pytest (`-k paths`)."""
    marks = ["-m", "long" if "--long" in words else "not long"]
    said = io.StringIO()
    start = time.monotonic()
    with contextlib.redirect_stdout(said):
        status = pytest.main(["-p", "no:xdist", "-s", *marks, str(Path(__file__).parent), *(word for word in words if word != "--long")])
    if status:
        print(said.getvalue())
    print("\n".join(["| | n of n |", "|---|---|", *rows(said.getvalue())]))
    print(f"\n{time.monotonic() - start:.0f} s")
    return int(status != 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
