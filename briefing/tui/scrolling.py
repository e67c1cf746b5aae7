"""Where the thumb of a scrollbar is."""

from __future__ import annotations


def thumb(count: int, page: int, top: int) -> range:
    """Return the rows of a page of `page` rows at which the thumb is, with row `top` of `count` at its edge.

    Empty where all rows fit.
    """
    if count <= page:
        return range(0)
    length = max(1, page * page // count)
    first = (page - length) * top // (count - page)
    return range(first, first + length)
