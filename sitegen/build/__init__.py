"""The whole build on one screen: find, read and clear, bind, make, verify, place, report.

 1 find      the authors' files, by stamp; nothing changed since the last build: done
 2 know      the school, the register for the day
 3 clear     each new or changed source goes through the pass (in parallel)
 4 bind      cleared pages get their addresses
 5 make      artifacts whose call is new become files in the stage (in parallel) …
 6 verify    … and a stranger reads each of them
 7 place     removals, then renames, then the ledger
 8 report    what was removed and withheld, and the line that would change it
"""

from __future__ import annotations

import gc
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sitegen import cache, lock, publish
from sitegen.build import state
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sitegen.build.aside import Aside
    from sitegen.build.work import Work
    from sitegen.edition import Edition
    from sitegen.privacy.cleared import Site
    from sitegen.verify import Leak

PUBLISHED, CONTENT, USAGE, REFUSED = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Request:
    """What to build: the site's folder, the output folder, the day; `strict` stops on warnings, `check` places nothing.

    `private` is the folder of ledger and report: `.sitegen/` in the site, unless a preview of another day has its own.
    """

    root: Path
    output: Path
    day: dt.date
    strict: bool = False
    check: bool = False
    private: Path | None = None
    # Told what is being done and how far it is: ("teksten", 340, 1000). Called in this process only.
    told: Callable[[str, int, int], None] | None = field(default=None, compare=False)


@dataclass(slots=True)
class Result:
    """What came of it. `status` is the exit status (FORMATS §2); `counts` are Dutch nouns with numbers, without names."""

    status: int = PUBLISHED
    unchanged: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    leaks: tuple[Leak, ...] = ()
    # Of each file with a leak: the author's file that it was made from, where there is one.
    sources: dict[str, str] = field(default_factory=dict)
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    remade: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    # Stopped by the disk: the problem itself says how the site stands.
    stopped: bool = False


def build(request: Request) -> Result:
    """Build the site. Never raises for faults in the content or of the disk: they are in the result, with exit status 1, 2 or 3."""
    private = request.private or request.root / ".sitegen"
    try:
        with lock.only_one(private), _seldom_collecting():
            if not request.check:
                publish.recover(private)
            return _with_ledger(request, private)
    except SiteError as error:
        return Result(USAGE, problems=error.problems)
    except _PlacedError as error:
        return _stopped(error.cause, request, private, placed=True)
    except (OSError, cache.CacheDamagedError) as error:
        return _stopped(error, request, private, placed=False)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Look for dead cycles less often: the rows of 10,000 pages live until the end, and looking through them took a quarter of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(200_000, 20, 50)
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*usual)


def _with_ledger(request: Request, private: Path) -> Result:
    for _attempt in (1, 2):
        ledger = cache.Ledger(private / "cache.db", state.program())
        try:
            return _build(request, private, ledger)
        except cache.CacheDamagedError:
            ledger.drop()
        finally:
            ledger.close()
    raise cache.CacheDamagedError(str(private))


def _build(request: Request, private: Path, ledger: cache.Ledger) -> Result:
    inputs = state.look(request.root, request.output, request.day)
    known = state.known(ledger)
    if not request.check and known.settled(inputs, strict=request.strict):
        return Result(known.status, unchanged=True, counts=dict(known.counts), problems=known.problems)

    from sitegen.build import aside

    settings = state.settings(request.root)
    with aside.begin(request.root, request.day, settings.school, inputs, known) as other:
        return _changed(request, private, settings, inputs, known, other)


def _changed(request: Request, private: Path, settings: state.Settings, inputs: state.Inputs, known: state.Known, other: Aside | None) -> Result:
    from sitegen.build import told, work

    ledger = known.ledger
    job = work.begin(request.root, request.output, request.day, settings, inputs, known, other)
    cleaned = job.clear(request.told)
    edition, problems = job.bind(cleaned)
    with job.telling(cleaned, private) as tell, publish.stage(private) as staged:
        made = job.make(edition, staged, cleaned, request.told)
        problems = (*problems, *made.problems, *job.dead_links(cleaned, made.outputs))
        status = _verdict(problems, made.leaks, findings=told.numbers(cleaned.rows)["nakijken"], strict=request.strict)
        result = Result(status, counts=job.counts(cleaned, edition, made), problems=problems, leaks=tuple(made.leaks), sources=_sources(edition, made.leaks), remade={**cleaned.remade, **made.remade}, notes=job.notes)
        ledger.commit()
        if status == PUBLISHED and not request.check:
            placed = publish.place(staged, request.output, made.written, made.outputs)
            result.written, result.removed = placed.written, placed.removed
        with _afterwards(result):
            tell(tuple(job.summary(cleaned, result, job.vanished(result, private, made.outputs, place=status == PUBLISHED and not request.check))))
            if result.written or result.removed:
                result.foreign, known.folders = publish.foreign(request.output, frozenset(made.outputs), known.clean_folders())
            _finish(request, job, result, cleaned.rows, made.outputs)
    with suppress(cache.CacheDamagedError):
        ledger.commit()
    return result


class _PlacedError(Exception):
    """The new site stands, but what had to be written down about it could not be."""

    def __init__(self, cause: OSError) -> None:
        self.cause = cause
        super().__init__()


@contextmanager
def _afterwards(result: Result) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if result.written or result.removed:
            raise _PlacedError(error) from error
        raise


def _stopped(error: OSError | cache.CacheDamagedError, request: Request, private: Path, *, placed: bool) -> Result:
    """The disk stopped the build: what it said, and how the site stands. Raises the error when it is a fault of our own."""
    from sitegen import diskfault

    if isinstance(error, cache.CacheDamagedError):
        problem: Problem | None = Problem(Place(".sitegen/cache.db"), "schijf", "het geheugen van de bouw kan niet gelezen of geschreven worden.", "Kijk of de schijf vol is en of u in .sitegen/ mag schrijven; geef dan de opdracht opnieuw.")
    else:
        problem = diskfault.told(error, request.root)
    if problem is None:
        raise error
    stands = "De vorige website staat er nog, onveranderd." + ("" if request.check else " Wat in deze bouw werd ingetrokken, staat dus nog op de website.")
    if placed:
        stands = "De nieuwe website is geplaatst en gecontroleerd; alleen het verslag erover is niet bijgewerkt."
    elif publish.unfinished(private):
        stands = "Van de website is een deel nieuw en een deel oud; alles wat er staat is gecontroleerd. Wat in deze bouw werd ingetrokken, kan er dus nog staan. De volgende bouw maakt dit eerst af."
    return Result(CONTENT, problems=(replace(problem, remedy=f"{problem.remedy} {stands}"),), stopped=True)


def _sources(edition: Edition[Site], leaks: list[Leak]) -> dict[str, str]:
    cards = edition.pages.cards
    return {leak.file: cards[url].source for leak in leaks if (url := leak.file.removesuffix("index.html")) in cards}


def _verdict(problems: tuple[Problem, ...], leaks: list[Leak], *, findings: int, strict: bool) -> int:
    if any(problem.severity == "fout" for problem in problems):
        return CONTENT
    if leaks:
        return REFUSED
    grave = [problem for problem in problems if not problem.code.startswith("advies-")]
    return CONTENT if strict and (grave or findings) else PUBLISHED


def _finish(request: Request, job: Work, result: Result, rows: state.Rows, outputs: state.Outputs) -> None:
    """Tell the ledger how the site stands: the next build begins from here."""
    if result.status == PUBLISHED and not request.check:
        job.known.keep(job.under, job.inputs, rows, outputs, result.counts, result.problems)
    else:
        job.known.keep_rows(job.under, rows)
