"""Coverage-guided fuzzing, by hand: needs the package `atheris` (not in the lock: it has no wheel for every Python).

    python -m tests.fuzz TARGET [-max_total_time=600] [libFuzzer's own options]

Prints libFuzzer's figures and how many inputs got inside. Stops at the first input that does what it must not: raises, breaks a law, takes
longer than ten seconds or more than a gibibyte. That input, and the corpus for the next run, are left in a folder outside the repository.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

_WATCHED = ["sitegen", "markdown", "mammoth", "cobble", "openpyxl", "pypdf", "defusedxml"]
_TELL = 500
_DEFAULTS = ("-timeout=10", "-rss_limit_mb=1024", "-max_len=4000")


def main() -> None:
    """Fuzz one target from its seeds and from what earlier runs found interesting."""
    with atheris.instrument_imports(include=_WATCHED):
        from tests.fuzz import seeds, targets
    if len(sys.argv) < 2 or sys.argv[1] not in targets.TARGETS:
        sys.exit(f"choose a target: {', '.join(targets.TARGETS)}")
    name = sys.argv[1]
    folder = Path(tempfile.gettempdir()) / "sitegen-fuzz" / name
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    (folder / "words").write_text("".join('"' + "".join(f"\\x{byte:02x}" for byte in bit) + '"\n' for bit in seeds.BITS), "ascii")
    for number, seed in enumerate(seeds.seeds(name)):
        (folder / "corpus" / f"seed-{number}").write_bytes(seed)
    counted = {"all": 0, "inside": 0}

    def one(data: bytes) -> None:
        counted["all"] += 1
        counted["inside"] += targets.run(name, data)
        # libFuzzer ends the process without a word to Python: what is not said on the way is never said.
        if counted["all"] % _TELL == 0:
            print(f"{name}: {counted['all']} inputs, {counted['inside'] / counted['all']:.0%} inside", flush=True)

    with atheris.instrument_imports(include=_WATCHED):
        # Readers import their libraries when they first need them: that must happen here, or their branches stay unseen.
        for seed in seeds.seeds(name)[:20]:
            targets.run(name, seed)
    atheris.Setup([sys.argv[0], *_DEFAULTS, f"-artifact_prefix={folder}/", f"-dict={folder / 'words'}", *sys.argv[2:], str(folder / "corpus")], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
