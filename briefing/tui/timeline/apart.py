"""Events that have no place on the axis, their year being unknown: a group of their own, behind its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rich.segment import Segment

from briefing.settings.words import say
from briefing.tui.timeline import glyphs
from briefing.tui.timeline.dated import DatedEvent
from briefing.tui.timeline.rows import EventColumns, LaidRow, blank
from briefing.tui.timeline.timeline_looks import TimelineLooks

# Between the axis and the group; by itself it says that time does not run on there.
_FENCE: Final = "  ┊ "
# What the marks of the group may take of the width; more of them share cells.
_SHARE: Final = 4


class Apart(NamedTuple):
    """A group of `events` in the columns from `start` on, under their `caption`; without events it has none.

    Between one mark and the next a column is free, as on the axis.
    """

    events: tuple[DatedEvent, ...] = ()
    start: int = 0
    caption: str = ""
    most: int = 1  # cells that the marks may take

    @property
    def width(self) -> int:
        """The columns that it takes of the chart, those between it and the axis included."""
        marks = 2 * min(len(self.events), self.most) - 1
        return len(_FENCE) + max(len(self.caption), marks) if self.events else 0

    def marked(self, row: LaidRow, selected: int | None, looks: TimelineLooks) -> LaidRow:
        """Return the axis's row with the marks of the group behind it."""
        segments, clickable = [*row.segments, Segment(_FENCE, looks.axis)], [*row.clickable]
        end = self.start
        for column, events in self._cells():
            segments += [blank(column - end, looks.text), self._mark(events, selected, looks)]
            clickable += (EventColumns(column, column, event.event_index) for event in events)
            end = column + 1
        return row._replace(segments=tuple(segments), clickable=tuple(clickable))

    def captioned(self, row: LaidRow, looks: TimelineLooks) -> LaidRow:
        """Return the row of labels above the axis with the group's own; a click on it goes through them."""
        missing = self.start - sum(one.cell_length for one in row.segments)
        segments = (*row.segments, blank(missing, looks.text), Segment(self.caption, looks.axis))
        last = self.start + len(self.caption) - 1
        clickable = (EventColumns(self.start, last, event.event_index) for event in self.events)
        return row._replace(segments=segments, clickable=(*row.clickable, *clickable))

    def _cells(self) -> Iterator[tuple[int, list[DatedEvent]]]:
        """Yield the columns of the marks, and the events that share each."""
        count, cells = len(self.events), min(len(self.events), self.most)
        for at in range(cells):
            shared = self.events[at * count // cells : (at + 1) * count // cells]
            yield self.start + 2 * at, list(shared)

    def _mark(self, events: Sequence[DatedEvent], selected: int | None, looks: TimelineLooks) -> Segment:
        stated = any(event.stated for event in events)
        text = glyphs.sign(events[0]) if len(events) == 1 else glyphs.SEVERAL[stated]
        part = "projection" if text == glyphs.PROJECTION else "event"
        chosen = any(event.event_index == selected for event in events)
        return Segment(text, looks.selected if chosen else looks.part(part))


def apart(events: Sequence[DatedEvent], width: int) -> Apart:
    """Return a group of those events that have no place in time, at the end of `width` columns."""
    rest = tuple(event for event in events if event.date is None)
    if not rest:
        return Apart()
    group = Apart(rest, 0, say("timeline.no-year"), max(1, width // _SHARE // 2))
    return group._replace(start=width - group.width + len(_FENCE))
