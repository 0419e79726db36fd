"""The report's parts: the findings of the sources of a month or a folder, written out once and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen import report
from sitegen.artifact import fingerprint
from sitegen.build.rows import VERDICTS
from sitegen.outputs.redirects import heirs as found_heirs
from sitegen.privacy.finding import Finding
from sitegen.problem import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sitegen.build.rows import Row
    from sitegen.cache import Ledger
    from sitegen.edition import Edition
    from sitegen.privacy.cleared import Site


def numbers(rows: Mapping[str, Row]) -> dict[str, int]:
    """How many findings there are by verdict."""
    return {verdict: sum(row.findings[index] for row in rows.values()) for index, verdict in enumerate(VERDICTS)}


def renew(rows: Mapping[str, Row], groups: Mapping[str, Sequence[str]], ledger: Ledger) -> tuple[bytes, ...]:
    """Write out the findings of each group of sources in which a page changed; gives the keys of all groups with findings, in order."""
    known = ledger.section("told")
    before: Mapping[bytes, bytes] = known if isinstance(known, dict) else {}
    now: dict[bytes, bytes] = {}
    for name, paths in groups.items():
        found = [row for path in paths if any((row := rows[path]).findings)]
        if not found:
            continue
        key = name.encode()
        now[key] = fingerprint(*[row.key for row in found])
        if before.get(key) != now[key]:
            ledger.keep("told", [(key, tuple(report.part(finding for row in found for finding in findings(row, ledger))))])
    ledger.forget("told", [key for key in before if key not in now])
    ledger.write_section("told", now)
    return tuple(now)


def gathered(keys: Sequence[bytes], ledger: Ledger) -> report.Part:
    """The written-out findings of the groups with these keys (see `renew`), as one."""
    return report.joined([report.Part(*kept) for key in keys if isinstance(kept := ledger.fetch("told", key), tuple)])


def heirs(edition: Edition[Site]) -> tuple[str, ...]:
    """Where the address of each chapter leads that this year's schoolgids lacks, and how to choose otherwise."""
    how = {
        "gekozen": "leidt naar '{target}', zoals gekozen in _gids.yaml.",
        "lijkt": "leidt naar '{target}', dat er het meest op lijkt. Moet het een ander zijn? Zet in schoolgids/{current}/_gids.yaml bij erfgenamen: {name}: naam-van-het-hoofdstuk",
        "oud": "leidt naar de oude gids, want geen hoofdstuk lijkt erop. Is er toch een? Zet in schoolgids/{current}/_gids.yaml bij erfgenamen: {name}: naam-van-het-hoofdstuk",
    }
    return tuple(f"Hoofdstuk '{one.title}' ({one.group}) is er niet meer: /schoolgids/{one.name}/ " + how[one.how].format(target=one.target_title, current=edition.current, name=one.name) for one in found_heirs(edition))


def findings(row: Row, ledger: Ledger) -> list[Finding]:
    """What was found on one page."""
    kept = ledger.fetch("findings", row.key) if any(row.findings) else None
    return [Finding(Place(file, line), *rest) for file, line, *rest in kept] if isinstance(kept, tuple) else []
