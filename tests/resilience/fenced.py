"""Reads something dangerous in a process of its own, with little memory and time: what came of it, as plain data."""

from __future__ import annotations

import os
import pickle
import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.problem import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sitegen.problem import Problem


_SLOW = 4


class Outcome(NamedTuple):
    """`value` of what was read, or the `problems` it was refused with; `fault` when it ended otherwise. `seconds` of the processor."""

    value: object = None
    problems: tuple[Problem, ...] = ()
    fault: str = ""
    seconds: float = 0.0


def fenced(work: Callable[[], object], megabytes: int, seconds: int) -> Outcome:
    """What `work` gives or refuses, when it may take this much more memory than Python has now, and this much of the processor."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        with os.fdopen(writer, "wb") as stream:
            stream.write(pickle.dumps(_tried(work, megabytes, seconds)))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        said = stream.read()
    status = os.waitpid(child, 0)[1]
    return pickle.loads(said) if said else Outcome(fault=f"ended by signal {os.waitstatus_to_exitcode(status)}")


def _tried(work: Callable[[], object], megabytes: int, seconds: int) -> Outcome:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    room = pages * resource.getpagesize() + (megabytes << 20)
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    begun = time.process_time()
    # A bomb takes minutes; a slow or a busy machine takes a few times as long as a good one. The system ends what takes longer still.
    resource.setrlimit(resource.RLIMIT_CPU, (int(begun) + (_SLOW + 1) * seconds + 1,) * 2)
    outcome = Outcome()
    try:
        outcome = Outcome(value=work())
    except SiteError as error:
        outcome = Outcome(problems=tuple(error.problems))
    except BaseException as error:  # noqa: BLE001  whatever it is, it is told
        outcome = Outcome(fault=f"{type(error).__name__}: {error}"[:200])
    spent = time.process_time() - begun
    return outcome._replace(seconds=spent, fault=outcome.fault or (f"took {spent:.1f} s" if spent > _SLOW * seconds else ""))
