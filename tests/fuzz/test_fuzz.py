"""The fuzzer's targets on mutated real input, without coverage: the quick form. The long form is `python -m tests.fuzz`.

Also counts how many inputs got inside the reader: a target that is refused at the door finds nothing and looks as if all is well.
"""

from __future__ import annotations

import os
import random

import pytest

from tests.fuzz import seeds, targets

SEED = int(os.environ.get("SITEGEN_FUZZ_SEED", "1"))
QUICK, LONG = 40, 5000
# Of a hundred inputs at least so many must get inside, also after mutation.
_INSIDE = 5


def mutated(seed: bytes, dice: random.Random) -> bytes:
    """`seed` with a few pieces changed, doubled, dropped or put in."""
    data = bytearray(seed[: dice.choice((200, 2000, 20000))])
    for _ in range(dice.choice((1, 1, 1, 2, 3, 8))):
        at = dice.randrange(len(data) + 1)
        deed = dice.randrange(5)
        if deed == 0:
            data[at:at] = dice.choice(seeds.BITS)
        elif deed == 1:
            del data[at : at + dice.randint(1, 40)]
        elif deed == 2:
            data[at:at] = data[at : at + dice.randint(1, 60)]
        elif deed == 3 and at < len(data):
            data[at] = dice.randrange(256)
        else:
            del data[at:]
    return bytes(data)


def _fuzz(name: str, known: list[bytes], count: int) -> int:
    """The share of inputs that got inside, of a hundred."""
    dice = random.Random(f"{SEED} {name}")
    inside = 0
    for number in range(count):
        data = mutated(dice.choice(known), dice)
        try:
            inside += targets.run(name, data)
        except BaseException:
            print(f"seed {SEED}, target {name}, input {number}: {data!r}")
            raise
    print(f"fuzz {name}: {count} of {count}, {inside} of them inside (seed {SEED})")
    return inside * 100 // count


@pytest.mark.parametrize("name", targets.TARGETS)
def test_what_is_sound_gets_inside(name: str) -> None:
    assert targets.run(name, seeds.seeds(name)[0])


@pytest.mark.parametrize("name", targets.TARGETS)
def test_quick(name: str) -> None:
    assert _fuzz(name, seeds.steady(name), QUICK) >= _INSIDE


@pytest.mark.long
@pytest.mark.parametrize("name", targets.TARGETS)
def test_long(name: str) -> None:
    assert _fuzz(name, seeds.seeds(name), LONG) >= _INSIDE
