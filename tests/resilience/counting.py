"""How a loop counts, and how its figure is told: "[scenario] what: n of n (seed s)", which `python -m tests.resilience` collects."""

from __future__ import annotations

import os
import random
from typing import NamedTuple

# The same seed gives the same loop again; every figure is told with the one it was made with.
SEED = int(os.environ.get("SITEGEN_LOOP_SEED", "1"))


class Figure(NamedTuple):
    """One outcome, as a line of the table. scenario: its number in docs/trust.md, or a word for what has no number."""

    scenario: str
    what: str
    good: int
    total: int

    def __str__(self) -> str:
        return f"[{self.scenario}] {self.what}: {self.good} of {self.total} (seed {SEED})"


def dice(salt: str) -> random.Random:
    """Chance of a loop's own, from the seed: a loop that draws more doesn't change another."""
    return random.Random(f"{SEED}-{salt}")


def told(scenario: int | str, what: str, good: int, total: int) -> None:
    """Print the figure, and demand that all of them were good. An empty loop proves nothing, and fails."""
    print(f"\n{Figure(str(scenario), what, good, total)}")
    assert total > 0, what
    assert good == total, what


class Loop:
    """Counts while it goes, and remembers which ones went wrong, so that a failure says more than a figure."""

    def __init__(self, scenario: int | str, what: str) -> None:
        self.scenario, self.what = scenario, what
        self.total = 0
        self.wrong: list[str] = []

    def count(self, good: object, which: str) -> None:
        """One more; `which` says what it was when it isn't good."""
        self.total += 1
        if not good:
            self.wrong.append(which)

    def end(self) -> None:
        """Tell the figure; fails, with the first that went wrong, when one did."""
        print(f"\n{Figure(str(self.scenario), self.what, self.total - len(self.wrong), self.total)}")
        assert self.total > 0, self.what
        assert not self.wrong, self.wrong[:10]
