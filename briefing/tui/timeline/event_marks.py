"""Where each event is drawn: its columns on the scale, and its lane where events overlap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.tui.timeline.columns import Columns
from briefing.tui.timeline.dated import DatedEvent
from briefing.tui.timeline.stretches import Stretch


class EventMark(NamedTuple):
    """An event on the columns `start` to `end`, both included; lane 0 is the axis, 1 the row above it."""

    dated: DatedEvent
    start: int
    end: int
    lane: int = 0

    @property
    def width(self) -> int:
        """The columns it takes."""
        return self.end - self.start + 1

    def overlaps(self, other: EventMark) -> bool:
        """Whether the two share a column."""
        return self.start <= other.end and other.start <= self.end


def columns_of(stretch: Stretch) -> Columns:
    """Return the scale of a stretch, with room made for the marks of its events."""
    edges: dict[float, set[str]] = {}
    extent = stretch.extent
    for event in stretch.events:
        first, last = _drawn_days(event, extent, stretch.width)
        bracket = event.kind in ("period", "projection") and first < last
        edges.setdefault(first, set()).add("opens" if bracket else "point")
        edges.setdefault(last, set()).add("closes" if bracket else "point")
    days = sorted(edges)
    # A bracket may open in the column after the one where another closes; all else is kept apart by a column.
    gaps = [1 if edges[a] == {"closes"} and edges[b] == {"opens"} else 2 for a, b in pairwise(days)]
    return Columns(stretch.first, stretch.last, stretch.start, stretch.width, days, gaps)


def marks_of(stretch: Stretch, columns: Columns) -> list[EventMark]:
    """Return the marks of a stretch's events, in their order, all on lane 0."""
    marks = []
    edge = stretch.start + stretch.width - 1
    extent = stretch.extent
    for event in stretch.events:
        start, end = map(columns, _drawn_days(event, extent, stretch.width))
        if stretch.alone and event.kind != "day":  # there is no scale: it takes the room it was given
            start, end = stretch.start, edge
        if event.kind == "since":
            end += 1  # for the arrow: there is a free column beside every stretch
        elif event.kind == "until":
            start -= 1
        marks.append(EventMark(event, start, end))
    return marks


def in_lanes(marks: Sequence[EventMark], lanes: int) -> list[EventMark]:
    """Move marks that overlap others to lanes of their own.

    Short marks stay on the axis, the spans around them move.

    Args:
        marks: Marks that are all on lane 0.
        lanes: Rows there are, the axis included; marks that still overlap then stay so.

    Returns:
        The marks in the same order.
    """
    placed: dict[int, EventMark] = {}
    for at in sorted(range(len(marks)), key=lambda at: (marks[at].width, at)):
        free = (
            lane
            for lane in range(lanes)
            if not any(mark.lane == lane and mark.overlaps(marks[at]) for mark in placed.values())
        )
        placed[at] = marks[at]._replace(lane=next(free, 0))
    return [placed[at] for at in range(len(marks))]


def _drawn_days(event: DatedEvent, extent: float, width: int) -> tuple[float, float]:
    """Return the days at which a mark begins and ends: one, the middle, if the scale is too small for two.

    The scale has `extent` days on `width` columns.
    """
    kind, first, last = event.kind, event.first, event.last
    spanned = (last - first) * (width - 1) / max(1, extent)
    if spanned < {"period": 2, "projection": 1}.get(kind, 0):
        first = last = (first + last) // 2
    return first, last
