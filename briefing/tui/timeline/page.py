"""All that a pane of one size shows: rows that stay, and a body below them that scrolls if it is longer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment

from briefing.tui.timeline.chart import FULL_HEIGHT, Chart
from briefing.tui.timeline.dated import DatedEvent
from briefing.tui.timeline.detail import full_rows, short_row
from briefing.tui.timeline.legend import legend_line
from briefing.tui.timeline.listing import list_rows
from briefing.tui.timeline.long_list import LongList
from briefing.tui.timeline.rows import EventColumns, LaidRow
from briefing.tui.timeline.timeline_looks import TimelineLooks

#: Columns below which the timeline is a list.
LIST_BELOW = 60
#: Events up to which they are drawn on an axis, and up to which a list shows each of them in full.
MOST_DRAWN = 120
MOST_LISTED = 60
_LEGEND_FROM = 10  # rows from which on the legend has one, at the bottom, if the text leaves it
_AIR_FROM = 11  # rows from which on one is left blank between axis and detail
_GUTTER = 2  # columns at the right, of which the last says that there is more


class TimelinePage(NamedTuple):
    """Rows `fixed` on top, `body` under them in `room` rows, and `foot` at the bottom."""

    width: int
    fixed: tuple[LaidRow, ...]
    body: Sequence[LaidRow]
    room: int
    foot: tuple[LaidRow, ...] = ()
    is_list: bool = False

    @property
    def last_offset(self) -> int:
        """How far the body can be scrolled."""
        return max(0, len(self.body) - self.room)

    def row(self, y: int, offset: int, looks: TimelineLooks) -> LaidRow:
        """Return row `y` of the pane, the body scrolled by `offset`, with arrows where there is more."""
        if y < len(self.fixed):
            return self.fixed[y]
        below = y - len(self.fixed) - self.room
        if below >= 0:
            return self.foot[below] if below < len(self.foot) else LaidRow(())
        at = y - len(self.fixed) + offset
        found = self.body[at] if at < len(self.body) else LaidRow(())
        more = offset < self.last_offset and y == len(self.fixed) + self.room - 1
        less = offset > 0 and y == len(self.fixed)
        if not (more or less):
            return found
        arrow = "↕" if more and less else "↓" if more else "↑"
        return found._replace(end=(Segment(arrow, looks.axis),))


def drawable(events: Sequence[DatedEvent], width: int) -> bool:
    """Return whether the events can be drawn on an axis: there is width for one, and a date to be on it.

    More than `MOST_DRAWN` could not be told apart on one.
    """
    return width >= LIST_BELOW and len(events) <= MOST_DRAWN and any(event.date for event in events)


def is_long(events: Sequence[DatedEvent], width: int) -> bool:
    """Return whether the events have to be listed, and are too many for a list that shows all in full."""
    return len(events) > MOST_LISTED and not drawable(events, width)


def drawn_page(
    drawn: Chart,
    events: Sequence[DatedEvent],
    selected: int | None,
    width: int,
    height: int,
    looks: TimelineLooks,
) -> TimelinePage:
    """Return the axis with the selected event in full below it; without a selection, the legend is there.

    Args:
        drawn: The axis with its labels, `width` columns wide.
        events: All events, as they are drawn.
        selected: The index of the selected one; None: none is.
        width: Columns of the pane's content.
        height: Rows of the pane's content.
        looks: The looks to paint with.
    """
    fixed = list(drawn.rows(selected, looks))
    legend = tuple(legend_line(width, looks))
    number = next((number for number, event in enumerate(events) if event.event_index == selected), None)
    if number is None:
        return TimelinePage(width, tuple(fixed), (LaidRow(legend, drawn=True),), max(0, height - len(fixed)))
    foot = (LaidRow(legend, drawn=True),) if legend and height >= _LEGEND_FROM else ()
    if height >= _AIR_FROM:
        fixed.append(LaidRow(()))
    room = max(0, height - len(fixed) - len(foot))
    body = _detail(events, number, width, room, looks)
    if len(body) > room:  # the text before the legend
        room, foot = room + len(foot), ()
    if len(body) > room:
        body = _detail(events, number, width - _GUTTER, room, looks)
    clickable = (EventColumns(0, width - 1, events[number].event_index),)
    return TimelinePage(
        width, tuple(fixed), tuple(LaidRow(tuple(line), clickable) for line in body), room, foot
    )


def list_page(
    events: Sequence[DatedEvent], selected: int | None, width: int, height: int, looks: TimelineLooks
) -> TimelinePage:
    """Return the events as a list that scrolls; arguments as in `drawn_page`."""
    rows = list_rows(events, selected, width, looks) if 3 * len(events) <= height else []
    if not rows or len(rows) > height:
        rows = list_rows(events, selected, max(1, width - _GUTTER), looks)
    return TimelinePage(width, (), tuple(rows), height, is_list=True)


def long_list_page(
    events: Sequence[DatedEvent], rank: int | None, width: int, height: int, looks: TimelineLooks
) -> TimelinePage:
    """Return many events as a list that scrolls: a row for each, the selected one (`events[rank]`) in full.

    Only the rows that are looked at are made. The other arguments are as in `drawn_page`.
    """
    return TimelinePage(
        width, (), LongList(events, rank, max(1, width - _GUTTER), looks), height, is_list=True
    )


def wanted_height(events: Sequence[DatedEvent], width: int, looks: TimelineLooks) -> int:
    """Return the rows in which every event can be seen in full, whatever is selected.

    Of more events than are drawn or listed in full, the rows of the list.
    """
    if not events:
        return 1
    if len(events) > (MOST_LISTED if width < LIST_BELOW else MOST_DRAWN):
        return len(LongList(events, None, max(1, width - _GUTTER), looks))
    if width < LIST_BELOW:
        return len(list_rows(events, None, width, looks))
    details = (len(full_rows(event, len(events), len(events), width, looks)) for event in events)
    return FULL_HEIGHT + 1 + max(details) + bool(legend_line(width, looks))


def _detail(
    events: Sequence[DatedEvent], number: int, width: int, room: int, looks: TimelineLooks
) -> list[list[Segment]]:
    rows = full_rows(events[number], number + 1, len(events), width, looks)
    return [short_row(events[number], width, looks), *rows] if room == 1 else rows
