"""Where in the scroll bar the hits of a search are marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from briefing.tui.panes.heights import Heights


def marked_rows(
    items: Sequence[int], heights: Heights, page: int, hit_rows: Callable[[int], Sequence[int]]
) -> frozenset[int]:
    """Return the rows of a scroll bar at which there is a hit; none where all rows are in sight.

    The work grows with the rows of the bar and, slowly, with the logarithm of the items: none is walked.

    Args:
        items: The items that have hits, ascending.
        heights: The rows of all items.
        page: The rows of the bar.
        hit_rows: The rows inside an item with a hit, ascending; asked of items that take several of the bar.
    """
    total = heights.total
    if not items or page <= 0 or total <= page:
        return frozenset()
    found = set()
    for y in range(page):
        first, after = y * total // page, (y + 1) * total // page
        item, inside = heights.at(first)
        last, _ = heights.at(after - 1)
        at, end = bisect_left(items, item), bisect_right(items, last)
        if at < end and (items[at] == item or items[end - 1] == last):
            # The items at the ends may have their hits in other rows of the bar.
            is_between = any(items[index] not in (item, last) for index in (at, min(at + 1, end - 1)))
            spans = [(item, inside, inside + after - first)]
            spans += [(last, 0, after - heights.top(last))] if last != item else []
            if is_between or any(
                start <= row < stop
                for one, start, stop in spans
                if one in (items[at], items[end - 1])
                for row in hit_rows(one)
            ):
                found.add(y)
        elif at < end:
            found.add(y)
    return frozenset(found)
