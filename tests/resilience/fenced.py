"""Reads something dangerous in a process of its own, with little memory and time: what came of it, as plain data."""

from __future__ import annotations

import os
import pickle
import resource
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.problem import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sitegen.problem import Problem


_SLOW = 4
_TOGETHER = 20


class Outcome(NamedTuple):
    """`value` of what was read, or the `problems` it was refused with; `fault` when it ended otherwise. `seconds` of the processor."""

    value: object = None
    problems: tuple[Problem, ...] = ()
    fault: str = ""
    seconds: float = 0.0


def each(works: Sequence[Callable[[], object]], megabytes: int, seconds: int) -> list[Outcome]:
    """What each work gives or refuses, when it may take this much more memory than Python has now, and this much of the processor.

    One process does twenty in turn, for making one takes longer than most works; where it is ended a new one goes on with the next.
    """
    outcomes: list[Outcome] = []
    while len(outcomes) < len(works):
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            os.close(reader)
            with os.fdopen(writer, "wb", 0) as stream:
                _limit_memory(megabytes)
                for work in works[len(outcomes) : len(outcomes) + _TOGETHER]:
                    stream.write(pickle.dumps(_tried(work, seconds)))
            os._exit(0)
        os.close(writer)
        asked = min(len(outcomes) + _TOGETHER, len(works))
        with os.fdopen(reader, "rb") as stream, suppress(EOFError, pickle.UnpicklingError):
            while len(outcomes) < asked:
                outcomes.append(pickle.load(stream))
        status = os.waitpid(child, 0)[1]
        if len(outcomes) < asked:
            outcomes.append(Outcome(fault=f"ended by signal {os.waitstatus_to_exitcode(status)}"))
    return outcomes


def _limit_memory(megabytes: int) -> None:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    room = pages * resource.getpagesize() + (megabytes << 20)
    resource.setrlimit(resource.RLIMIT_AS, (room, room))


def _tried(work: Callable[[], object], seconds: int) -> Outcome:
    begun = time.process_time()
    # A bomb takes minutes; a slow or a busy machine takes a few times as long as a good one. The system ends what takes longer still.
    resource.setrlimit(resource.RLIMIT_CPU, (int(begun) + (_SLOW + 1) * seconds + 1, resource.RLIM_INFINITY))
    outcome = Outcome()
    try:
        outcome = Outcome(value=work())
    except SiteError as error:
        outcome = Outcome(problems=tuple(error.problems))
    except BaseException as error:  # noqa: BLE001  whatever it is, it is told
        outcome = Outcome(fault=f"{type(error).__name__}: {error}"[:200])
    spent = time.process_time() - begun
    return outcome._replace(seconds=spent, fault=outcome.fault or (f"took {spent:.1f} s" if spent > _SLOW * seconds else ""))
