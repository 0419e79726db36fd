"""sitegen schoolgids check: which of the topics that a guide must cover are found, and where."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING

from sitegen.cli import inside, options
from sitegen.cli.gidsdiff import facts_of, files_of, school_of, shown

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from sitegen.gids.topics import Verdict


def run(arguments: argparse.Namespace) -> int:
    """Look for the topics: text on the screen, a private page in .sitegen/. 1 when something is missing (or unclear, with --strict)."""
    from sitegen.desk import onderwerpen, papers
    from sitegen.gids.chapter import edition
    from sitegen.gids.topics import OK, UNCLEAR, check

    root = options.root_of(arguments)
    school = school_of(root)
    year = arguments.waarvan[0] if arguments.waarvan else _current(arguments, root)
    files = files_of(root, year)
    verdicts = check(edition(files), school)
    path = (arguments.naar or root / ".sitegen") / f"{papers.file_name('schoolgids', year, 'onderwerpen')}.html"
    papers.keep(path, onderwerpen.as_html(year, school.name, verdicts).encode(), arguments.output or root / "public")
    colophon = facts_of(files)
    undated = [name for name in ("vastgesteld_op", "instemming_mr_op", "uitgegeven_op") if not colophon.get(name)]
    wash = inside.washer(arguments, root, school)
    if arguments.json:
        told = {"schooljaar": year, "papier": str(path), "colofon_mist": undated, "onderwerpen": [_plain(one) for one in verdicts]}
        sys.stdout.write(json.dumps(inside.washed(told, wash), ensure_ascii=False) + "\n")
    elif arguments.quiet:
        sys.stdout.write(f"Schoolgids {year}: {onderwerpen.summary(verdicts)}.\n")
    else:
        sys.stdout.write(wash(onderwerpen.as_text(year, verdicts)))
        if undated:
            sys.stdout.write(f"In de colofon (schoolgids/{year}/_gids.yaml) ontbreekt nog: {', '.join(undated)}.\n")
        sys.stdout.write(f"Om te printen: {shown(path, root)}\n")
    good = {OK} if arguments.strict else {OK, UNCLEAR}
    return 0 if all(one.verdict in good for one in verdicts) else 1


def _current(arguments: argparse.Namespace, root: Path) -> str:
    from sitegen import sources
    from sitegen.problem import Place, Problem, SiteError
    from sitegen.readers import gids

    day = arguments.date or dt.date.today()  # noqa: DTZ011  the school's own day
    known = gids.editions(sources.find(root, ("schoolgids",)).files)
    issued = {edition: facts_of(files_of(root, edition)).get("uitgegeven_op", "") for edition in known}
    year = gids.in_force(known, day.isoformat(), {edition: when for edition, when in issued.items() if when})
    if not year:
        raise SiteError([Problem(Place("schoolgids/"), "gids-editie", "er is nog geen schoolgids.", "Lees een document in met: sitegen schoolgids import gids.docx --jaar 2026-2027")])
    return year


def _plain(one: Verdict) -> dict[str, object]:
    return {
        "onderwerp": one.name, "bron": one.source, "oordeel": one.verdict, "bestand": one.spot.file if one.spot else "",
        "waar": one.spot.text if one.spot else "", "gevonden": dict(one.shown), "niet_gevonden": list(one.lacking), "tegendeel": one.contrary.text if one.contrary else "",
    }
