"""The fuzzer's targets on mutated real input, without coverage: the quick form. The long form is `python -m tests.fuzz`."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.fuzz import targets

ROOT = Path(__file__).resolve().parents[2]
SEED = int(os.environ.get("SITEGEN_FUZZ_SEED", "1"))
QUICK, LONG = 40, 5000
_BITS = (b"<", b">", b'"', b"'", b"&", b"\0", b"\xff\xfe", b"[", b"](", b"{", b"---\n", b"Sem de Vries", b"06-12345678", "é".encode(), b"\r\n", b"<!--", b"]]>", b"%00", b"\xc3\x28")


def mutated(seed: bytes, dice: random.Random) -> bytes:
    """`seed` with a few pieces changed, doubled, dropped or put in."""
    data = bytearray(seed[: dice.choice((200, 2000, 20000))])
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(data) + 1)
        deed = dice.randrange(5)
        if deed == 0:
            data[at:at] = dice.choice(_BITS)
        elif deed == 1:
            del data[at : at + dice.randint(1, 40)]
        elif deed == 2:
            data[at:at] = data[at : at + dice.randint(1, 60)]
        elif deed == 3 and at < len(data):
            data[at] = dice.randrange(256)
        else:
            del data[at:]
    return bytes(data)


def _fuzz(name: str, count: int) -> None:
    dice = random.Random(f"{SEED} {name}")
    seeds = targets.seeds(ROOT)[name]
    for number in range(count):
        data = mutated(dice.choice(seeds), dice)
        try:
            targets.run(name, data)
        except BaseException:
            print(f"seed {SEED}, target {name}, input {number}: {data!r}")
            raise
    print(f"fuzz {name}: {count} of {count} (seed {SEED})")


@pytest.mark.parametrize("name", targets.TARGETS)
def test_quick(name: str) -> None:
    _fuzz(name, QUICK)


@pytest.mark.long
@pytest.mark.parametrize("name", targets.TARGETS)
def test_long(name: str) -> None:
    _fuzz(name, LONG)
