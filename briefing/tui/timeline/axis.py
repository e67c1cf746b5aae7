"""The axis: events drawn to scale on a row of cells, and on a second one above it where they overlap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.tui.timeline import glyphs
from briefing.tui.timeline.dated import DatedEvent
from briefing.tui.timeline.event_marks import EventMark, columns_of, in_lanes, marks_of
from briefing.tui.timeline.stretches import stretches
from briefing.tui.timeline.ticks import Tick, ticks_of

_MARGIN = 1  # columns left free on either side


class AxisCell(NamedTuple):
    """One cell of a row: its character, and its part: `axis`, `break`, `event`, `extent` or `projection`."""

    text: str
    part: str


class Axis(NamedTuple):
    """Marks in date order, and what lies between them, on `width` columns."""

    width: int
    marks: tuple[EventMark, ...]
    breaks: tuple[tuple[int, int], ...]  # columns, the last one included, that no time passes in
    ticks: tuple[Tick, ...]

    @property
    def lanes(self) -> int:
        """The rows that the marks take."""
        return 1 + max((mark.lane for mark in self.marks), default=0)

    def row(self, lane: int) -> list[AxisCell]:
        """Return the cells of a lane, from left to right: `width` of them."""
        cells = self._line() if lane == 0 else [AxisCell(" ", "axis")] * self.width
        signs: dict[int, list[EventMark]] = {}
        marks = [mark for mark in self.marks if mark.lane == lane]
        for mark in sorted(marks, key=lambda mark: -mark.width):
            projected = mark.dated.kind == "projection"
            for column, text, role in glyphs.shape(mark.dated, mark.start, mark.end):
                if role == "sign":
                    signs.setdefault(column, []).append(mark)
                elif column in signs:
                    continue
                part = "projection" if projected else "extent" if role == "extent" else "event"
                cells[column] = AxisCell(text, part)
        for column, meeting in signs.items():
            if len(meeting) > 1:
                cells[column] = AxisCell(glyphs.SEVERAL[any(mark.dated.stated for mark in meeting)], "event")
        return cells

    def _line(self) -> list[AxisCell]:
        """The bare axis: dotted where only projections follow, ticks, breaks."""
        cells = [AxisCell(" ", "axis")] * self.width
        known = max((mark.end for mark in self.marks if mark.dated.kind != "projection"), default=-1)
        first = min((mark.start for mark in self.marks), default=0)
        last = max((mark.end for mark in self.marks), default=-1)
        for column in range(first, last + 1):
            cells[column] = AxisCell(glyphs.LINE if column <= known else glyphs.FUTURE_LINE, "axis")
        for tick in self.ticks:
            if first < tick.column < last:
                cells[tick.column] = AxisCell(glyphs.TICK, "axis")
        for start, end in self.breaks:
            middle = (start + end + 1 - len(glyphs.BREAK)) // 2
            future = start > known
            for column in range(start, end + 1):
                after = future or (column >= middle and end + 1 > known)
                cells[column] = AxisCell(glyphs.FUTURE_LINE if after else glyphs.LINE, "axis")
            for offset, text in enumerate(glyphs.BREAK):
                cells[middle + offset] = AxisCell(text, "break")
        return cells

    def mark_of(self, event_index: int) -> EventMark | None:
        """Return the mark of the event of that index."""
        return next((mark for mark in self.marks if mark.dated.event_index == event_index), None)


def draw(events: Sequence[DatedEvent], width: int, lanes: int) -> Axis:
    """Draw events on an axis.

    Args:
        events: Those to draw, each with a date, in date order.
        width: Columns to draw on, 8 or more.
        lanes: Rows that marks which overlap may be moved to, the axis itself included.
    """
    laid = stretches(events, max(1, width - 2 * _MARGIN))
    laid = [stretch._replace(start=stretch.start + _MARGIN) for stretch in laid]
    marks: list[EventMark] = []
    ticks: list[Tick] = []
    for stretch in laid:
        columns = columns_of(stretch)
        marks += marks_of(stretch, columns)
        ticks += ticks_of(columns)
    placed = in_lanes(marks, lanes)
    covered = {column for mark in placed if mark.lane == 0 for column in range(mark.start, mark.end + 1)}
    return Axis(
        width,
        tuple(placed),
        tuple((a.start + a.width, b.start - 1) for a, b in pairwise(laid)),
        tuple(tick for tick in ticks if tick.column not in covered),
    )
