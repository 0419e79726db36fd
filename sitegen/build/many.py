"""Many schools in one go, on any executor: one broken school never stops the others, and results come in the order asked."""

from __future__ import annotations

import datetime as dt
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.build import CONTENT, USAGE, Request, build

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor


@dataclass(frozen=True, slots=True)
class Outcome:
    """One school's build: its exit status (FORMATS §2), counts, and its faults as lines; plain, so that it travels."""

    site: str
    status: int
    counts: dict[str, int]
    faults: tuple[str, ...]


def build_one(site: str, day: str) -> Outcome:
    """Build the site in folder `site` for an ISO day. Never raises: whatever goes wrong is in the outcome."""
    root = Path(site)
    if not (root / "site.yaml").is_file():
        return Outcome(site, USAGE, {}, ("hier is geen map met site.yaml. Schrijf de map van de website, of wijs haar site.yaml aan.",))
    try:
        result = build(Request(root, root / "public", dt.date.fromisoformat(day)))
    except Exception as error:  # noqa: BLE001  one school's trouble is never another's
        where = traceback.extract_tb(error.__traceback__)[-1]
        return Outcome(site, CONTENT, {}, (f"er ging iets mis dat niet aan de bestanden ligt ({type(error).__name__}, {Path(where.filename).name}:{where.lineno}). De website is niet veranderd.",))
    faults = [str(one) for one in result.problems if one.severity == "fout"]
    faults += [f"{one.file}:{one.line}: de eindcontrole vond iets dat niet openbaar mag: {one.kind}." for one in result.leaks]
    return Outcome(site, result.status, dict(result.counts), tuple(faults))


def build_many(sites: Sequence[str], day: dt.date, executor: Executor) -> Iterator[Outcome]:
    """Each site's outcome, in the order of `sites`. A worker that dies costs its own site one more try, in order."""
    waiting = [(site, executor.submit(build_one, site, day.isoformat())) for site in sites]
    for site, future in waiting:
        try:
            yield future.result()
        except Exception:  # noqa: BLE001  the worker is gone, not the school
            yield build_one(site, day.isoformat())
