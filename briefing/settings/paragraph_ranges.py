"""Numbers of paragraphs as ranges: few, in order, none touching the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

#: From the first number to the last, both included.
ParagraphRange = tuple[int, int]
ParagraphRanges = tuple[ParagraphRange, ...]

#: Ranges that are kept; of more, the shortest are forgotten.
_MOST: Final = 64


def joined(ranges: Iterable[ParagraphRange]) -> ParagraphRanges:
    """Return the same numbers in order, joined where they touch; of very many, the shortest are left out."""
    found: list[ParagraphRange] = []
    for first, last in sorted(one for one in ranges if one[0] <= one[1]):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    if len(found) > _MOST:
        shortest = sorted(found, key=lambda one: one[1] - one[0])[: len(found) - _MOST]
        found = [one for one in found if one not in shortest]
    return tuple(found)


def holds(ranges: ParagraphRanges, first: int, last: int) -> bool:
    """Return whether all numbers from `first` to `last` are among them."""
    at = bisect_right(ranges, first, key=lambda one: one[0]) - 1
    return at >= 0 and last <= ranges[at][1]


def count_in(ranges: ParagraphRanges, numbers: Sequence[int]) -> int:
    """Return how many of `numbers`, which ascend, are among them."""
    return sum(bisect_right(numbers, last) - bisect_left(numbers, first) for first, last in ranges)
