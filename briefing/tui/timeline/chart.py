"""The axis and its labels as rows to paint: as many of them as a height has room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rich.segment import Segment
from rich.style import Style

from briefing.settings.words import date_names
from briefing.tui.timeline.apart import Apart, apart
from briefing.tui.timeline.axis import Axis, draw
from briefing.tui.timeline.dated import DatedEvent
from briefing.tui.timeline.labels import ABOVE, BELOW, labels_of, tick_labels
from briefing.tui.timeline.placing import Label
from briefing.tui.timeline.rows import EventColumns, LaidRow, blank
from briefing.tui.timeline.ticks import Tick
from briefing.tui.timeline.timeline_looks import TimelineLooks

ChartPart = Literal["above", "lanes", "axis", "below"]
#: Rows of a chart that has everything: labels above, overlapping events, axis, labels below.
FULL_HEIGHT = 4


class Chart(NamedTuple):
    """A drawn axis with its labels placed, for one width and height, whatever is selected.

    Behind its end stand `apart` the events of unknown year.
    """

    axis: Axis
    labels: tuple[Label, ...]
    ticks: tuple[Tick, ...]
    parts: tuple[ChartPart, ...]
    apart: Apart

    def rows(self, selected: int | None, looks: TimelineLooks) -> Iterator[LaidRow]:
        """Yield the rows from the top down, the selected event marked."""
        for part in self.parts:
            if part == "above":
                labels = self._labels(ABOVE, selected, looks)
                yield self.apart.captioned(labels, looks) if self.apart.events else labels
            elif part == "below":
                yield self._labels(BELOW, selected, looks)
            elif part == "axis":
                lane = self._lane(0, selected, looks)
                yield self.apart.marked(lane, selected, looks) if self.apart.events else lane
            else:
                yield self._lane(1, selected, looks)

    def _lane(self, lane: int, selected: int | None, looks: TimelineLooks) -> LaidRow:
        mark = None if selected is None else self.axis.mark_of(selected)
        segments: list[Segment] = []
        for column, cell in enumerate(self.axis.row(lane)):
            style = looks.part(cell.part)
            if mark and mark.lane == lane and mark.start <= column <= mark.end:
                style = looks.within if cell.part == "extent" else looks.selected
            _append(segments, cell.text, style)
        own = (mark for mark in self.axis.marks if mark.lane == lane)
        clickable = tuple(EventColumns(mark.start, mark.end, mark.dated.event_index) for mark in own)
        return LaidRow(tuple(segments), clickable, drawn=True)

    def _labels(self, row: int, selected: int | None, looks: TimelineLooks) -> LaidRow:
        own = [label for label in self.labels if label.row == row]
        written = []
        for label in own:
            end = label.start
            for piece in label.pieces:
                if piece.start > end:
                    written.append((end, date_names().comma, looks.label))
                style = looks.selected if selected in piece.events else looks.label
                written.append((piece.start, piece.text, style))
                end = piece.end + 1
        if row == BELOW:
            written += [(tick.column, tick.label, looks.axis) for tick in self.ticks]
        segments: list[Segment] = []
        column = 0
        for start, text, style in sorted(written, key=lambda one: one[0]):
            segments += [blank(start - column, looks.text), Segment(text, style)]
            column = start + len(text)
        pieces = (piece for label in own for piece in label.pieces)
        clickable = tuple(
            EventColumns(piece.start, piece.end, event) for piece in pieces for event in piece.events
        )
        return LaidRow(tuple(segments), clickable, drawn=True)


def chart(events: Sequence[DatedEvent], width: int, height: int) -> Chart:
    """Draw events (in date order, some with dates) in `width` columns, for a pane of `height` rows.

    It takes what leaves the detail at least as much: no row of 1, up to `FULL_HEIGHT` of 8 and more.
    """
    parts: list[ChartPart] = ["axis"] if height > 1 else []
    if height > 2:
        parts.insert(0, "above")
    if height > 4:
        parts.append("below")
    group = apart(events, width)
    placed = [event for event in events if event.date]
    axis = draw(placed, width - group.width, 2 if height > 7 else 1)
    if axis.lanes > 1:
        parts.insert(1, "lanes")
    labels = labels_of(axis, 2 if "below" in parts else 1) if parts else []
    ticks = tick_labels(axis, labels) if "below" in parts else []
    if "below" not in parts:
        axis = axis._replace(ticks=())
    return Chart(axis, tuple(labels), tuple(ticks), tuple(parts), group)


def _append(segments: list[Segment], text: str, style: Style) -> None:
    """Add `text`, to the last segment if that has its style."""
    if segments and segments[-1].style == style:
        segments[-1] = Segment(segments[-1].text + text, style)
    elif text:
        segments.append(Segment(text, style))
