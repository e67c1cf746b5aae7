"""Columns for days: one linear scale; days too near to each other to be told apart are pushed apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


class Columns:
    """The columns of the days `first` to `last` (ordinals), from `start` on, over `width` columns.

    A time of day is a part of a day.
    `days` are the days at which something is drawn, ascending, and `gaps` the columns wished from each to the
    next. The wish is granted as far as no day leaves its place on the scale by more than `tolerance` columns.
    The same day always has the same column, and a later day never an earlier one.
    """

    def __init__(
        self,
        first: float,
        last: float,
        start: int,
        width: int,
        days: Sequence[float] = (),
        gaps: Sequence[int] = (),
    ) -> None:
        self.first, self.last, self.start, self.width = first, last, start, width
        self.tolerance = max(4, width // 16)
        ideals = [self._ideal(day) for day in days]
        for most in (2, 1, 0):
            placed = spread(ideals, [min(gap, most) for gap in gaps], width)
            if all(abs(at - ideal) <= self.tolerance for at, ideal in zip(placed, ideals, strict=True)):
                break
        # The scale's own ends hold wherever no day is drawn.
        known: dict[float, float] = {first: self._ideal(first), last: self._ideal(last)}
        known |= dict(zip(days, placed, strict=True))
        self._days = sorted(known)
        self._columns = [known[day] for day in self._days]

    def _ideal(self, day: float) -> float:
        if self.last == self.first:
            return (self.width - 1) // 2
        return (day - self.first) * (self.width - 1) / (self.last - self.first)

    def __call__(self, day: float) -> int:
        """The column of a day of the stretch; between two drawn days, in proportion."""
        after = min(max(bisect_right(self._days, day), 1), len(self._days) - 1) if len(self._days) > 1 else 0
        before = max(after - 1, 0)
        span = self._days[after] - self._days[before]
        share = (day - self._days[before]) / span if span else 0
        at = self._columns[before] + share * (self._columns[after] - self._columns[before])
        return self.start + min(max(round(at), 0), self.width - 1)


def spread(ideals: Sequence[float], gaps: Sequence[int], width: int) -> list[int]:
    """Return columns, each at least `gaps` from the one before, as near to `ideals` (ascending) as can be.

    Least squares, by pooling adjacent violators: with the gaps taken out, what is left has only to ascend.

    Args:
        ideals: Where each had best stand, in columns from 0; ascending.
        gaps: For each, the fewest columns from the one before it.
        width: Columns there are.

    Returns:
        A column for each, in 0 to `width` - 1 if the gaps have room there.
    """
    offsets = [0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    pools: list[tuple[float, int]] = []  # mean, how many
    for ideal, offset in zip(ideals, offsets, strict=False):
        mean, count = ideal - offset, 1
        while pools and pools[-1][0] > mean:
            other, many = pools.pop()
            mean, count = (mean * count + other * many) / (count + many), count + many
        pools.append((mean, count))
    highest = max(0, width - 1 - offsets[-1])
    levels = (min(max(mean, 0), highest) for mean, count in pools for _ in range(count))
    return [round(level) + offset for level, offset in zip(levels, offsets, strict=False)]
