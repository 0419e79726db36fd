"""sitegen build-many: the sites of many schools in one go."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen import dutch
from sitegen.cli import options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

_EXAMPLES = """  sitegen build-many scholen/*/site.yaml             alle scholen van de stichting
  sitegen build-many scholen/*/ --tegelijk 4
  sitegen build-many scholen/*/ --dask tcp://10.0.0.5:8786   verdeeld over een Dask-cluster"""


def parser() -> options.Parser:
    """The options of this command."""
    result = options.shared(options.Parser("build-many", "Bouwt de websites van veel scholen. Gaat het bij één school mis, dan gaan de andere gewoon door; aan het eind staat wat er bij elke school gebeurde.", _EXAMPLES))
    result.add_argument("sites", nargs="+", type=Path, metavar="SITE", help="de mappen, of de site.yaml erin")
    result.add_argument("--tegelijk", type=int, default=0, metavar="AANTAL", help="hoeveel scholen tegelijk (standaard: zoveel als er processorkernen zijn)")
    result.add_argument("--dask", default="", metavar="ADRES", help="het adres van een Dask-scheduler (uitbreiding: pip install 'sitegen[dask]')")
    return result


def run(arguments: argparse.Namespace) -> int:
    """Build all; gives the worst exit status."""
    from sitegen.build.many import build_many

    sites = [os.fspath((path.parent if path.name == "site.yaml" else path).resolve()) for path in arguments.sites]
    day = arguments.date or dt.date.today()  # noqa: DTZ011  the schools' own day
    outcomes = []
    with _executor(arguments) as executor:
        for outcome in build_many(sites, day, executor):
            outcomes.append(outcome)
            if not arguments.json and not arguments.quiet:
                numbers = dutch.counted(outcome.counts)
                sys.stdout.write(f"{'ok  ' if outcome.status == 0 else 'FOUT'}  {Path(outcome.site).name}" + (f"  {numbers}" if numbers and outcome.status == 0 else "") + "\n")
            if not arguments.json:
                sys.stderr.writelines(f"      {Path(outcome.site).name}: {fault}\n" for fault in outcome.faults)
    good = sum(one.status == 0 for one in outcomes)
    if arguments.json:
        sys.stdout.write(json.dumps([{"site": one.site, "status": one.status, "aantallen": one.counts} for one in outcomes], ensure_ascii=False) + "\n")
    else:
        rest = "" if good == len(outcomes) else " Waar het misging, staat de vorige website er nog."
        sys.stdout.write(f"{good} van de {len(outcomes)} websites {'is' if good == 1 else 'zijn'} bij.{rest}\n")
    return max((one.status for one in outcomes), default=0)


@contextmanager
def _executor(arguments: argparse.Namespace) -> Iterator[Any]:
    if arguments.dask:
        try:
            from distributed import Client
        except ImportError:
            sys.stderr.write("sitegen build-many: voor --dask is een uitbreiding nodig: pip install 'sitegen[dask]'\n")
            raise SystemExit(2) from None
        with Client(arguments.dask) as client:
            yield client.get_executor(pure=False)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, not forked: each school's build forks workers of its own.
    with ProcessPoolExecutor(arguments.tegelijk or min(len(arguments.sites), os.cpu_count() or 1), mp_context=get_context("spawn")) as executor:
        yield executor
