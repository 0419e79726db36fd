"""Coverage-guided fuzzing, by hand: needs the package `atheris` (not in the lock: it has no wheel for every Python).

    python -m tests.fuzz TARGET [-max_total_time=600] [libFuzzer's own options]

Prints libFuzzer's figures; stops at the first input that does what it must not, and leaves it in the folder where you are.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sitegen"]):
    from tests.fuzz import targets


def main() -> None:
    """Fuzz one target from its seeds."""
    if len(sys.argv) < 2 or sys.argv[1] not in targets.TARGETS:
        sys.exit(f"choose a target: {', '.join(targets.TARGETS)}")
    name = sys.argv.pop(1)
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(targets.seeds(Path(__file__).resolve().parents[2])[name]):
            (Path(folder) / str(number)).write_bytes(seed)
        atheris.Setup([*sys.argv, folder], lambda data: targets.run(name, data))
        atheris.Fuzz()


main()
