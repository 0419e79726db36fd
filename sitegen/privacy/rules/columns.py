"""What the head of a column says about the cells under it: a phone, a house number, a date of birth."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from sitegen.privacy.passage import Cell, Line


def headed(line: Line, head: re.Pattern[str], among: re.Pattern[str] | None = None) -> Iterator[Cell]:
    """The cells under a head that matches `head`; with `among`, only of tables that have a column of that too."""
    if not line.cells:
        return
    heads = [cell for cell in line.cells if cell.row == 0]
    wanted = {(cell.table, cell.column) for cell in heads if head.match(line.low, cell.start, cell.end)}
    if not wanted:
        return
    if among is not None:
        fitting = {cell.table for cell in heads if among.match(line.low, cell.start, cell.end)}
        wanted = {(table, column) for table, column in wanted if table in fitting}
    for cell in line.cells:
        if cell.row and (cell.table, cell.column) in wanted:
            yield cell
