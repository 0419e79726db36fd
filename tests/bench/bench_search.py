"""What a visitor's first search costs at 10,000 letters, in compressed bytes and requests, and what one added letter changes.

    python -m tests.bench.bench_search [--n 10000]

Makes its own corpus: letters of sentences drawn from the demo school's, each with a few words of its own, so that the
vocabulary grows as that of real letters does: about eight new words a letter (Heaps, 4.5 million words, 80,000 different).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import subprocess
import sys
import tempfile
from bisect import bisect_right
from pathlib import Path

from sitegen.terms import stems
from tests.bench import corpus

HERE = Path(__file__).resolve().parents[2]
DAY = "2026-11-24"
SYLLABLES = "ba be bo da de do ga ge go ka ke ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve vo wa we wo za ze zo".split()
QUESTIONS = ("vakantie", "studiedag", "luizencontrole", "sinterklaas", "ouderbijdrage", "schoolreisje groep", "gym")


def letters(root: Path, count: int) -> None:
    """Replace the letters of a bench site by `count` letters of demo sentences."""
    sentences = [one for path in sorted((HERE / "newsletters").rglob("*.md")) for one in re.split(r"(?<=[.!?])\s+", path.read_text("utf-8").split("---", 2)[-1]) if 20 < len(one) < 240 and one[0].isalpha() and not set(one) & set("[]{}|#<>")]
    dice = random.Random(7)
    for path in (root / "newsletters").iterdir():
        path.unlink()
    for number in range(count):
        words = [" ".join("".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))) for _ in range(2)) for _ in range(4)]
        paragraphs = [f"{' '.join(dice.choices(sentences, k=4))} Het ging over {own}." for own in words]
        day = f"{2007 + number // 520}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        (root / "newsletters" / f"{day}-brief-{number}.md").write_text(f"# Weekbericht {number}\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")


def first_query(index: Path, question: str) -> tuple[int, int]:
    """Compressed bytes and requests of the first search, up to ten results."""
    about = json.loads((index / "index.json").read_text("utf-8"))
    names = {"index.json"}
    for word in stems(question):
        at = bisect_right(about["grenzen"], word)
        parts = len(about["grenzen"]) + 1
        names |= {f"{name}-{at * shards // parts}.json" for name, _count, shards in about["delen"]}
    sizes = [len(gzip.compress((index / name).read_bytes(), 6)) for name in names]
    titles = sorted(index.glob("n0-t*.json"))[:10]
    return sum(sizes) + sum(len(gzip.compress(path.read_bytes(), 6)) for path in titles), len(sizes) + len(titles)


def build(root: Path) -> None:
    """One build of the site."""
    subprocess.run([sys.executable, "-m", "sitegen", "build", "--quiet", "--site", str(root), "--date", DAY], check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=10_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "site"
        corpus.make(root, 1, 200)
        letters(root, arguments.n)
        build(root)
        index = root / "public" / "zoek"
        print(f"{arguments.n} letters, {sum(path.stat().st_size for path in index.iterdir()) / 1e6:.1f} MB of index in {len(list(index.iterdir()))} files")
        for question in QUESTIONS:
            size, requests = first_query(index, question)
            print(f"{question:<20} {size / 1024:6.1f} KiB in {requests} requests, budget 60 KiB: {size / 1024 / 60:.2f}")
        before = {path.name: path.stat().st_mtime_ns for path in index.iterdir()}
        (root / "newsletters" / "2026-11-23-nieuw.md").write_text("# Nieuw\n\nOp vrijdag begint de kerstvakantie, en daarvoor zingen wij op het plein.\n", encoding="utf-8")
        build(root)
        print(f"one letter added: {sum(before.get(path.name) != path.stat().st_mtime_ns for path in index.iterdir())} files of the index written")


if __name__ == "__main__":
    main()
