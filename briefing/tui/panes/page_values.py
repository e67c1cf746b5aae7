"""What the rows of a page of laid-out items show."""

from __future__ import annotations

from collections.abc import Hashable

from briefing.tui.panes.heights import Heights
from briefing.tui.panes.sheet import Sheet


def page_values_of(sheet: Sheet, heights: Heights, top: int, page: int) -> list[Hashable]:
    """Return all that each row of a page of laid-out items shows, from row `top` on; None behind the last."""
    values: list[Hashable] = []
    index, inside = heights.at(top) if top < heights.total else (sheet.count, 0)
    while index < sheet.count and len(values) < page:
        stop = heights.top(index + 1) - heights.top(index)  # blank rows up to the next item included
        rows = range(inside, min(stop, inside + page - len(values)))
        values += [sheet.row(index, row) for row in rows]
        index, inside = index + 1, 0
    return values + [None] * (page - len(values))
