"""Files that somebody put among the newsletters in the hope that they become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.build.rows import Row

# Told by us or by a colleague, and no letter.
_NOTES = ("readme", "leesmij")
_LETTERS = (".doc", ".pdf", ".odt", ".rtf", ".pages", ".txt", ".html", ".htm", ".dotx", ".docm", ".wps")


def unread(files: Iterable[str], rows: Iterable[Row]) -> Iterator[Problem]:
    """A warning for each file right in newsletters/ that looks like a letter, is none that sitegen reads, and hangs on no letter."""
    here = [path for path in files if path.startswith("newsletters/") and path.count("/") == 1 and path.lower().endswith(_LETTERS) and not path.lower().startswith(_NOTES, len("newsletters/"))]
    if not here:
        return
    taken = {look.path for row in rows for look in row.looked}
    for path in here:
        if path not in taken:
            kind = path.rpartition(".")[2]
            remedy = "Open het in Word en bewaar het als .docx." if kind.lower() != "pdf" else "Zet het Word-bestand (.docx) ervan hier neer; of wilt u de pdf als bijlage, maak er dan in een nieuwsbrief een link naar."
            yield Problem(Place(path), "nieuwsbrief-soort", f"dit bestand wordt geen nieuwsbrief: een .{kind} leest sitegen niet.", remedy, "waarschuwing")
