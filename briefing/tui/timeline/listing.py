"""The timeline as a list, where there is no width to draw it in."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.tui.timeline.dated import DatedEvent
from briefing.tui.timeline.detail import head_rows
from briefing.tui.timeline.legend import legend_rows
from briefing.tui.timeline.long_list import LongList
from briefing.tui.timeline.rows import EventColumns, LaidRow, arabic_rows, english_rows
from briefing.tui.timeline.timeline_looks import TimelineLooks


def list_rows(
    events: Sequence[DatedEvent], selected: int | None, width: int, looks: TimelineLooks
) -> list[LaidRow]:
    """Return the events under one another and, at the end, the legend.

    Each has a row for its date, then its English and its Arabic, wrapped; the selected one's note comes last.
    """
    rows: list[LaidRow] = []
    for event in events:
        chosen = event.event_index == selected
        shades = looks._replace(date=looks.selected) if chosen else looks._replace(at=None)
        lines = head_rows(event, width, shades)
        lines += english_rows(event.event.title, width, looks.text, looks.found(event.event.title))
        lines += arabic_rows(
            event.event.arabic, width, looks.text, looks.presentation, looks.found(event.event.arabic)
        )
        if chosen:
            lines += english_rows(event.event.note, width, looks.muted, looks.found(event.event.note))
        rows += (LaidRow(tuple(line), (EventColumns(0, width - 1, event.event_index),)) for line in lines)
        rows.append(LaidRow(()))
    return rows + [LaidRow(tuple(line)) for line in legend_rows(width, looks)]


def rows_of(rows: Sequence[LaidRow], event_index: int) -> range:
    """Return which of the rows belong to the event of that index."""
    if isinstance(rows, LongList):
        return rows.rows_of(event_index)
    own = [at for at, row in enumerate(rows) if any(one.event_index == event_index for one in row.clickable)]
    return range(own[0], own[-1] + 1) if own else range(0)
