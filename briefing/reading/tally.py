"""How many hits there are, and where: counted some milliseconds at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from briefing.reading.search import ARTICLE, KINDS, NAME, SUMMARY, Finds, Hit, Seek, UnitKind
from briefing.reading.units import Units
from briefing.reading.views import View


class FoundHit(NamedTuple):
    """A hit that was looked for; `turned`: the search had to go on at the other end."""

    hit: Hit
    turned: bool


class Tally:
    """The hits of one query. Of each unit that has any, two numbers are kept: its index, and the hits so far.

    `per_view` are the hits of each view but the first, in its paragraphs and in its claims.
    """

    def __init__(self, units: Units, query: Finds) -> None:
        self.units = units
        self.query = query
        self.total = 0
        self.shown = 0  # the hits in the article and in what is said about it
        self.per_view = [0] * len(units.outline.views)
        self._reached: dict[Seek, Seek] = {}  # how far a search for the next hit has come
        self._at: tuple[int, int] = (0, 0)  # the kind and the unit that are counted next
        self._kept: dict[tuple[UnitKind, View], tuple[int, list[int]]] = {}
        self._found = tuple(array("q") for _ in KINDS)
        self._before = tuple(array("q") for _ in KINDS)  # the hits before each of these units

    @property
    def is_whole(self) -> bool:
        """Whether all is counted."""
        return self._at[0] > NAME

    def step(self, seconds: float) -> None:
        """Count on for so long, or until there is no more to count by now."""
        stop = monotonic() + seconds
        kind, unit = self._at
        while kind <= NAME:
            count = self.units.count(KINDS[kind])
            while unit < count:
                self._count(KINDS[kind], unit)
                unit += 1
                if monotonic() >= stop:
                    self._at = kind, unit
                    return
            if kind == ARTICLE and not self.units.is_whole:
                break
            kind, unit = kind + 1, 0
        self._at = kind, unit

    def _count(self, kind: UnitKind, unit: int) -> None:
        hits = self.units.hits(self.query, kind, unit)
        if not hits:
            return
        self._found[kind].append(unit)
        self._before[kind].append(self.total)
        self.total += hits
        self.shown += hits if kind <= SUMMARY else 0
        views: tuple[int, ...] = ()
        if len(self.per_view) > 1 and kind == ARTICLE:
            views = self.units.views_of.get(self.units.whole.number(unit), ())
        elif len(self.per_view) > 1 and kind == SUMMARY:
            views = self.units.views_of_said.get(unit, ())
        for view in views:
            self.per_view[view] += hits

    def is_counted(self, kind: int, unit: int) -> bool:
        """Return whether that unit is counted."""
        return (kind, unit) < self._at

    def number(self, hit: Hit) -> int | None:
        """Return which of all hits this one is, from 1; None if it is not counted."""
        if not self.is_counted(hit.kind, hit.unit):
            return None
        at = bisect_left(self._found[hit.kind], hit.unit)
        return self._before[hit.kind][at] + hit.nth + 1

    def found(self, kind: UnitKind) -> array[int]:
        """Return the units of a kind that have hits, ascending, as far as they are counted."""
        return self._found[kind]

    def kept(self, key: tuple[UnitKind, View], find: Callable[[], list[int]]) -> list[int]:
        """Return what `find` finds out for a view; it is asked once, until more hits are counted."""
        total, found = self._kept.get(key, (-1, []))
        if total != self.total:
            found = find()
            self._kept[key] = self.total, found
        return found

    def has_any(self, kind: UnitKind, first: int, after: int) -> bool:
        """Return whether any unit in `[first:after]` has a hit, as far as they are counted."""
        found = self._found[kind]
        at = bisect_left(found, first)
        return at < len(found) and found[at] < after

    # The next hit.

    def seek(self, seek: Seek, seconds: float) -> FoundHit | Seek | None:
        """Look for the next unit with a hit, for so long; return its hit, how to go on, or None for none.

        Forward it is the first hit of the unit, backward the last.
        """
        stop = monotonic() + seconds
        start, (kind, unit, step, origin, turned) = seek, self._reached.pop(seek, seek)
        while True:
            count = self.units.count(kind)
            if not 0 <= unit < count and (unit < 0) == (step < 0):
                if kind == (ARTICLE if step > 0 else SUMMARY) and not self.units.is_whole:
                    self._reached[start] = Seek(kind, unit, step, origin, turned)
                    return start  # there may be more of the article
                if kind == (NAME if step > 0 else ARTICLE):
                    if turned:
                        return None
                    turned = True
                kind = KINDS[(kind + step) % len(KINDS)]
                unit = 0 if step > 0 else self.units.count(kind) - 1
                continue
            if turned and step * _order((kind, unit), origin) > 0:
                return None
            unit, is_known = self._jump(kind, unit, step)
            if is_known:
                if 0 <= unit < count:
                    if turned and step * _order((kind, unit), origin) > 0:
                        return None
                    return self._hit(kind, unit, step, turned)
                continue
            if self.units.hits(self.query, kind, unit):
                return self._hit(kind, unit, step, turned)
            unit += step
            if monotonic() >= stop:
                self._reached[start] = Seek(kind, unit, step, origin, turned)
                return start

    def _jump(self, kind: UnitKind, unit: int, step: int) -> tuple[int, bool]:
        """Where to go on from a unit: to the next with a hit (known), or behind what is counted."""
        if not self.is_counted(kind, unit):
            return unit, False
        found, counted = self._found[kind], self._at[1] if kind == self._at[0] else self.units.count(kind)
        if step > 0:
            at = bisect_left(found, unit)
            if at < len(found):
                return found[at], True
            return counted, counted >= self.units.count(kind)
        at = bisect_right(found, unit) - 1
        return (found[at] if at >= 0 else -1), True

    def _hit(self, kind: UnitKind, unit: int, step: int, turned: bool) -> FoundHit:
        nth = 0 if step > 0 else self.units.hits(self.query, kind, unit) - 1
        return FoundHit(Hit(kind, unit, nth), turned)


def _order(one: tuple[int, int], other: tuple[int, int]) -> int:
    return (one > other) - (one < other)
