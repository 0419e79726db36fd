"""sitegen schoolgids diff: what is different in the new guide, for the director."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from sitegen.cli import inside, options

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from sitegen.gids.compare import Difference
    from sitegen.school import School


def run(arguments: argparse.Namespace) -> int:
    """Compare two editions: text on the screen, a private page in .sitegen/. Gives the exit status."""
    from sitegen.desk import papers, verschil
    from sitegen.gids import compare
    from sitegen.gids.chapter import edition

    root = options.root_of(arguments)
    school = school_of(root)
    old, new = arguments.waarvan
    before, after = files_of(root, old), files_of(root, new)
    differences = compare.compare(edition(before), edition(after))
    facts = compare.facts(facts_of(before), facts_of(after))
    path = (arguments.naar or root / ".sitegen") / f"{papers.file_name('schoolgids', old, new)}.html"
    papers.keep(path, verschil.as_html(old, new, school.name, facts, differences).encode(), arguments.output or root / "public")
    wash = inside.washer(arguments, root, school)
    if arguments.json:
        told = {"papier": str(path), "gegevens": [one._asdict() for one in facts], "hoofdstukken": [_plain(one) for one in differences]}
        sys.stdout.write(json.dumps(inside.washed(told, wash), ensure_ascii=False) + "\n")
    elif arguments.quiet:
        sys.stdout.write(f"Schoolgids {old} en {new}: {verschil.summary(differences)}.\n")
    else:
        sys.stdout.write(wash(verschil.as_text(old, new, facts, differences)) + f"\nOm te printen (niet voor de website): {shown(path, root)}\n")
    return 0


def school_of(root: Path) -> School:
    """The school that site.yaml describes. Raises SiteError."""
    from sitegen.siteyaml import parse

    return parse((root / "site.yaml").read_text("utf-8"))[0]


def files_of(root: Path, year: str) -> dict[str, bytes]:
    """The files of an edition by path in the site. Raises SiteError when there is no such edition."""
    from sitegen import sources
    from sitegen.problem import Place, Problem, SiteError, nearest
    from sitegen.readers import gids

    found = sources.find(root, ("schoolgids",)).files
    inside = f"schoolgids/{year}/"
    paths = [path for path in found if path.startswith(inside) and path.endswith((".md", ".markdown", ".docx", ".yaml"))]
    if not paths:
        known = gids.editions(found)
        close = nearest(year, known) or ", ".join(known)
        raise SiteError([Problem(Place(inside), "gids-editie", f"er is geen schoolgids van {year}.", f"Bedoelde u {close}?" if close else "Zet de hoofdstukken in een map met het schooljaar, of lees een document in met: sitegen schoolgids import")])
    return {path: sources.read(root, path) for path in paths}


def facts_of(files: dict[str, bytes]) -> dict[str, str]:
    """Colophon and facts of an edition; empty when it has no _gids.yaml."""
    from sitegen.decoding import decode
    from sitegen.readers import gids

    return next((gids.read(decode(data, path), path)[0] for path, data in files.items() if path.endswith("/_gids.yaml")), {})


def shown(path: Path, root: Path) -> str:
    """A path as people see it: from the site's folder when it lies there."""
    try:
        return str(path.resolve().relative_to(root.resolve()))
    except ValueError:
        return str(path)


def _plain(one: Difference) -> dict[str, object]:
    return {
        "soort": one.kind, "was": one.before, "nu": one.after, "verplaatst": one.moved, "lijkt_op": one.heir,
        "zinnen": [{"kop": change.heading, "was": change.before, "nu": change.after} for change in one.changes],
    }
