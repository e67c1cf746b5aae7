"""Where nothing happens: the widest gap between spans of time."""

from __future__ import annotations

from collections.abc import Sequence


def before_widest_gap(spans: Sequence[tuple[float, float]]) -> int:
    """Return how many spans come before the widest gap, if it is more than half of all; else 0.

    Args:
        spans: First and last day of each, as ordinals; one at least, in the order of their first days.
    """
    widest, at, reached = 0.0, 0, spans[0][1]
    for index, (first, last) in enumerate(spans[1:], start=1):
        if first - reached > widest:
            widest, at = first - reached, index
        reached = max(reached, last)
    return at if 2 * widest > reached - spans[0][0] else 0
