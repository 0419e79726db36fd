"""Prints how well the pass does per category: `python -m tests.scoring.score [--failures CATEGORY]`."""

from __future__ import annotations

import argparse
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.scoring.casefile import cases
from tests.scoring.judge import judge
from tests.scoring.known import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.scoring.judge import Verdict


def table(verdicts: Iterable[Verdict]) -> str:
    """A line a category: cases, must go, must stay, reads on; the last line is the total."""
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        groups[verdict.case.category].append(verdict)
    rows = [(name, _row(found)) for name, found in sorted(groups.items())]
    rows.append(("total", _row([one for found in groups.values() for one in found])))
    head = f"{'category':<24}{'cases':>7}{'must go':>20}{'must stay':>20}{'reads on':>20}"
    return "\n".join([head, *(f"{name:<24}{row}" for name, row in rows)])


def failures(verdicts: Iterable[Verdict]) -> str:
    """Every failed case with its text, what came out and what is wrong with it."""
    return "\n\n".join(
        f"{one.case.id}  (line {one.case.line})\n  in:  {_indent(one.case.text)}\n  out: {_indent(one.output)}\n  ✗ {'; '.join(one.remarks)}"
        for one in verdicts
        if not one.passed
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Score all cases; 1 when any fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failures", metavar="CATEGORY", help="show what fails in this category ('all' for every one)")
    parser.add_argument("--write-known", action="store_true", help="replace known_failures.txt by what fails now; read the diff")
    options = parser.parse_args(arguments)
    chosen = None if options.write_known else options.failures
    verdicts = [judge(case) for case in cases() if chosen in {None, "all", case.category}]
    if chosen:
        print(failures(verdicts))
        print()
    print(table(verdicts))
    if options.write_known:
        write(one.case.id for one in verdicts if not one.passed)
    return int(not all(one.passed for one in verdicts))


def _row(found: Sequence[Verdict]) -> str:
    parts = [f"{len(found):>7}"]
    for met, of in (
        (sum(one.go[0] for one in found), sum(one.go[1] for one in found)),
        (sum(one.stay[0] for one in found), sum(one.stay[1] for one in found)),
        (sum(one.reads for one in found), len(found)),
    ):
        parts.append(f"{met:>7}/{of:<5}{met / of:>8.4f}" if of else f"{'–':>21}")
    return "".join(parts)


def _indent(text: str) -> str:
    return text.strip().replace("\n", "\n       ")


if __name__ == "__main__":
    raise SystemExit(main())
