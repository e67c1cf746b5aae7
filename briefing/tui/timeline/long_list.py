"""A list of more events than anybody sees at once: one row for each, made when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import overload

from rich.segment import Segment

from briefing.tui.timeline.dated import DatedEvent
from briefing.tui.timeline.detail import full_rows, short_row
from briefing.tui.timeline.legend import legend_rows
from briefing.tui.timeline.rows import EventColumns, LaidRow
from briefing.tui.timeline.timeline_looks import TimelineLooks


class LongList(Sequence[LaidRow]):
    """The rows of `events` (in date order) in `width` cells, and the legend behind them.

    Each event has one row, but the one selected, `events[rank]` (None: none is), which is shown in full.
    """

    def __init__(
        self, events: Sequence[DatedEvent], rank: int | None, width: int, looks: TimelineLooks
    ) -> None:
        self._events, self._rank, self._width, self._looks = events, rank, width, looks

    @cached_property
    def _full(self) -> list[LaidRow]:
        """The rows of the selected event."""
        if self._rank is None:
            return []
        event = self._events[self._rank]
        shades = self._looks._replace(date=self._looks.selected)
        rows = full_rows(event, self._rank + 1, len(self._events), self._width, shades)
        return [self._row(row, event.event_index) for row in rows]

    @cached_property
    def _legend(self) -> list[LaidRow]:
        return [LaidRow(()), *(LaidRow(tuple(row)) for row in legend_rows(self._width, self._looks))]

    def _row(self, segments: Sequence[Segment], event_index: int) -> LaidRow:
        return LaidRow(tuple(segments), (EventColumns(0, self._width - 1, event_index),))

    @property
    def _extra(self) -> int:
        """The rows that the selected event takes beyond its one."""
        return len(self._full) - 1 if self._rank is not None else 0

    def __len__(self) -> int:
        return len(self._events) + self._extra + len(self._legend)

    @overload
    def __getitem__(self, index: int) -> LaidRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[LaidRow]: ...
    def __getitem__(self, index: int | slice) -> LaidRow | list[LaidRow]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        if self._rank is not None and at >= self._rank:
            if at <= self._rank + self._extra:
                return self._full[at - self._rank]
            at -= self._extra
        if at >= len(self._events):
            return self._legend[at - len(self._events)]
        event = self._events[at]
        return self._row(short_row(event, self._width, self._looks), event.event_index)

    def rows_of(self, event_index: int) -> range:
        """Return the rows of the event of that index, if it is the one selected; no others are asked for."""
        if self._rank is None or self._events[self._rank].event_index != event_index:
            return range(0)
        return range(self._rank, self._rank + len(self._full))
