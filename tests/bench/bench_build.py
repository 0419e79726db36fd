"""The director's Friday, timed as whole processes: cold, nothing changed, one newsletter edited or added, a pupil added.

    python -m tests.bench.bench_build [--n 1000] [--pupils 5000]

Makes its own corpus. Beside it, where the `hugo` command is found, the same text through Hugo without any pass. Quote ratios.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import corpus

DAY = "2026-11-24"


def run(root: Path) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "sitegen", "build", "--quiet", "--site", str(root), "--date", DAY], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def several(root: Path, change, times: int = 5) -> float:
    results = []
    for number in range(times):
        change(number)
        results.append(run(root))
    return statistics.median(results)


def hugo(root: Path, folder: Path) -> dict[str, float]:
    if not shutil.which("hugo"):
        return {}
    (folder / "content/nieuwsbrieven").mkdir(parents=True)
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "hugo.toml").write_text('baseURL = "https://x.example"\ntitle = "x"\n', encoding="utf-8")
    (folder / "layouts/_default/single.html").write_text("<!doctype html><title>{{ .Title }}</title>{{ .Content }}", encoding="utf-8")
    (folder / "layouts/_default/list.html").write_text("<!doctype html><title>{{ .Title }}</title>{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}", encoding="utf-8")
    for path in (root / "newsletters").glob("*.md"):
        (folder / "content/nieuwsbrieven" / path.name).write_text(path.read_text(encoding="utf-8").replace("titel:", "title:"), encoding="utf-8")

    def once() -> float:
        start = time.perf_counter()
        subprocess.run(["hugo", "--quiet", "-s", str(folder)], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    cold = once()
    same = statistics.median(once() for _ in range(3))
    (folder / "content/nieuwsbrieven/2026-11-23-nieuw.md").write_text("---\ntitle: Nieuw\n---\n\nTekst.\n", encoding="utf-8")
    return {"cold": cold, "nothing": same, "added": once()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=1000)
    parser.add_argument("--pupils", type=int, default=5000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "site"
        corpus.make(root, arguments.n, arguments.pupils)
        dice, folder = random.Random(2), root / "newsletters"
        edited = sorted(folder.glob("*.md"))[arguments.n // 2]
        figures = {"cold": run(root)}
        figures["nothing"] = several(root, lambda _number: None)
        figures["edited"] = several(root, lambda number: edited.write_text(edited.read_text(encoding="utf-8") + f"\nNog iets {number}.\n", encoding="utf-8"))
        figures["added"] = several(root, lambda number: (folder / f"2026-11-{10 + number}-nieuw-{number}.md").write_text(f"# Nieuw {number}\n\nBeste ouders, dit is het nieuws van vandaag voor u.\n", encoding="utf-8"))

        def pupil(number: int) -> None:
            with (root / "register/leerlingen.csv").open("a", encoding="utf-8") as stream:
                stream.write(f"{90000 + number};Nieuw{number};;Zwanenburgh{dice.randint(1, 9)};Groep 1\n")

        figures["pupil"] = several(root, pupil, 3)
        files = sum(1 for _ in (root / "public").rglob("*"))
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        peer = hugo(root, Path(name) / "hugo")
    print(f"{arguments.n} newsletters, {arguments.pupils} pupils, {files} files, {os.cpu_count()} cores")
    for label, seconds in figures.items():
        other = f"   hugo {peer[label]:.2f} s, ratio {seconds / peer[label]:.2f}" if label in peer else ""
        print(f"{label:<8} {seconds:6.2f} s{other}")
    print(f"a cold page: {figures['cold'] / arguments.n * 1000:.2f} ms wall; largest process {peak:.0f} MiB")


if __name__ == "__main__":
    main()
