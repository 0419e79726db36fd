"""A foundation's memory: 50,000 newsletters and 20,000 pupils, cold, with nothing changed and with one letter edited; time and memory.

    python -m tests.bench.bench_scale [--n 50000] [--pupils 20000]

Makes its own corpus. Compare the cost of a page with that of `bench_build` at 1,000: it must stay flat.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
from pathlib import Path

from tests.bench import corpus
from tests.bench.bench_build import run

SMALL = 1000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=50_000)
    parser.add_argument("--pupils", type=int, default=20_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        small = Path(name) / "small"
        corpus.make(small, SMALL, arguments.pupils)
        few = run(small)
        shutil.rmtree(small)
        root = Path(name) / "site"
        corpus.make(root, arguments.n, arguments.pupils)
        cold = run(root)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        nothing = run(root)
        letter = sorted((root / "newsletters").glob("*.md"))[-10]
        letter.write_text(letter.read_text("utf-8") + "\nNog een zin.\n", "utf-8")
        edited = run(root)
    print(f"{arguments.n} newsletters, {arguments.pupils} pupils")
    print(f"cold    {cold:8.1f} s, {1000 * cold / arguments.n:.2f} ms a page; at {SMALL}: {1000 * few / SMALL:.2f} ms; ratio {cold / arguments.n / (few / SMALL):.2f}")
    print(f"nothing {nothing:8.2f} s\nedited  {edited:8.2f} s\nlargest process {peak:.0f} MiB")


if __name__ == "__main__":
    main()
