"""The command of docs/trust.md that prints the table."""

from __future__ import annotations

import subprocess
import sys


def test_the_command_prints_a_row_a_scenario_and_says_when_a_loop_failed() -> None:
    words = (sys.executable, "-m", "tests.resilience", "tests/resilience/test_yaml.py", "-p", "no:cacheprovider", "-k")
    good = subprocess.run((*words, "by_itself"), capture_output=True, text=True, check=False)
    assert good.returncode == 0
    assert [line for line in good.stdout.splitlines() if line.startswith("| 16 |") and "52 of 52; " in line]
    nothing = subprocess.run((*words, "no_such_test"), capture_output=True, text=True, check=False)
    assert nothing.returncode == 1
