"""The timeline pane: an axis of events, or a list where it is narrow, and the selected one in full."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec import Struct
from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from briefing.document import Event
from briefing.machine.faults.debug_log import note
from briefing.reading.contents import TimelineContents
from briefing.settings.words import say
from briefing.tui.bindings import pane_bindings
from briefing.tui.panes.cross_references import paragraph_led_to
from briefing.tui.panes.pane import Act, Pane
from briefing.tui.panes.row import Row

if TYPE_CHECKING:
    from briefing.tui.timeline.chart import Chart
    from briefing.tui.timeline.dated import DatedEvent
    from briefing.tui.timeline.page import TimelinePage
    from briefing.tui.timeline.rows import LaidRow
    from briefing.tui.timeline.timeline_looks import TimelineLooks

_OPPOSITE: Final = {"earlier-event": "later-event", "later-event": "earlier-event"}
_WORKER: Final = "dates"
# Pages that are kept: those of a briefing's sections.
_KEPT: Final = 16
# One blank column between the frame and the content.
_START_MARGIN: Final = 1


def events_in_order(events: Iterable[Event]) -> tuple[DatedEvent, ...]:
    """Return the events in date order. What reads and draws dates is imported here, after the first frame."""
    from briefing.tui.timeline import dated, page

    assert page  # in this thread, not while a key waits
    worker = get_current_worker()
    return dated.date_events(events, lambda: worker.is_cancelled)


def _rows_of(body: Sequence[LaidRow], event_index: int) -> range:
    from briefing.tui.timeline.listing import rows_of

    return rows_of(body, event_index)


class TimelineRow(Struct, frozen=True):
    """All that a row shows: its painted segments; `drawn`: a part of the axis, which runs as time does."""

    segments: tuple[Segment, ...]
    drawn: bool
    end: tuple[Segment, ...] = ()


class Timeline(Pane):
    """Shows events in date order, one of them selected.

    Their dates are read in a thread, after the first frame; `is_ready` tells whether they are.
    """

    BINDINGS: ClassVar[list[BindingType]] = pane_bindings("timeline")

    class Ready(Message):
        """The dates are read: `order` are the indices of the events in the order of time."""

        def __init__(self, order: tuple[int, ...]) -> None:
            self.order = order
            super().__init__()

    def __init__(self, *, id: str = "timeline", act: Act) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, act=act)
        self._dated: tuple[DatedEvent, ...] = ()
        self._ranks: dict[int, int] = {}  # where in date order each event stands, by its index
        self._is_dated = False  # whether `_dated` is in date order, with dates
        #: Whether what draws events is imported: it is since the first were.
        self.is_loaded = False
        self._offset = 0  # rows that the body is scrolled by
        self._charts: dict[tuple[int, int], Chart] = {}
        self._heights: dict[int, int] = {}
        self._pages: dict[Hashable, TimelinePage] = {}  # by all that they show
        self._page: TimelinePage | None = None
        self._timeline_looks: TimelineLooks | None = None

    @property
    def events(self) -> tuple[Event, ...]:
        """The events, in the order of the briefing."""
        events: tuple[Event, ...] = self.contents.events if self.contents is not None else ()
        return events

    @property
    def selected(self) -> int | None:
        """The index of the event selected."""
        selected: int | None = self.contents.selected if self.contents is not None else None
        return selected

    @property
    def is_ready(self) -> bool:
        """Whether the dates are read, and what draws them is there."""
        return self._is_dated

    def wanted_height(self, width: int) -> int:
        """Return the rows in which nothing scrolls; rows and `width` are the content's, without the frame.

        The same before and after the dates are read. With fewer rows, down to 1, it shows less at a time.
        """
        if width not in self._heights:
            from briefing.tui.timeline.dated import undated
            from briefing.tui.timeline.page import wanted_height
            from briefing.tui.timeline.timeline_looks import TimelineLooks

            self._heights[width] = wanted_height(undated(self.events), max(1, width), TimelineLooks.plain())
        return self._heights[width]

    def count_rows(self) -> int:
        """As many as there is room for: the text in it scrolls by itself."""
        return self.page

    # Contents and dates.

    def watch_contents(self, before: TimelineContents | None, after: TimelineContents) -> None:
        """Show other events, another one selected, or the same otherwise presented."""
        self._page = self._timeline_looks = None
        if before is None or (before.events is not after.events and before.events != after.events):
            self._dated, self._is_dated, self._offset = (), not after.events, 0
            self._charts.clear()
            self._pages.clear()
            self._heights.clear()
            if self.is_mounted:
                self.call_after_refresh(self._read_dates)
        elif before.selected != after.selected:
            self._show_selected()
        self.update()

    def on_mount(self) -> None:
        """Leave the dates until the first frame is out."""
        self.call_after_refresh(self._read_dates)

    def _read_dates(self) -> None:
        if not self._is_dated and self.events:
            read = partial(events_in_order, self.events)
            self.run_worker(
                read, name=_WORKER, group=_WORKER, thread=True, exclusive=True, exit_on_error=False
            )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Draw the events when their dates are there."""
        if event.worker.name != _WORKER or event.state not in (WorkerState.SUCCESS, WorkerState.ERROR):
            return
        event.stop()
        if event.worker.error is not None:
            note("the dates of the events were not read", event.worker.error)
        dated = event.worker.result if event.state is WorkerState.SUCCESS else None
        if dated is None:
            from briefing.tui.timeline.dated import undated

            dated = undated(self.events)
        if len(dated) == len(self.events) and all(self.events[one.event_index] == one.event for one in dated):
            self._dated, self._is_dated, self.is_loaded = dated, True, True
            self._ranks = {one.event_index: rank for rank, one in enumerate(dated)}
            self._pages.clear()
            self._page = None
            self._show_selected()
            self.post_message(self.Ready(tuple(one.event_index for one in dated)))

    # Painting.

    def row_value(self, row: int) -> Hashable | None:
        """Return what a row of the axis, of the text under it, or of the list shows."""
        shown = self._shown_row(row)
        return TimelineRow(shown.segments, shown.drawn, shown.end)

    def paint(self, value: Hashable) -> Row:
        """Return a row; in a mirrored interface time runs from right to left."""
        assert isinstance(value, TimelineRow)
        margin = Segment(" " * _START_MARGIN, self.looks["text"])
        if value.drawn:
            return Row((margin, *value.segments), end=value.end)
        return Row((margin,), value.segments, value.end)

    @property
    def _columns(self) -> int:
        return max(1, self.text_width - _START_MARGIN)

    def _shown_row(self, y: int) -> LaidRow:
        from briefing.tui.timeline.rows import LaidRow

        if not self._is_dated or not self.events:
            words = say("timeline.reading" if self.events else "timeline.none")
            return LaidRow((Segment(words, self.looks["quiet"]),) if y == 0 else (), drawn=True)
        return self._current_page().row(y, self._offset, self._styles())

    def _current_page(self) -> TimelinePage:
        if self._page is None:
            shown, size = self.contents, (self._columns, self.page)
            key = (shown.selected, shown.presentation, shown.at, shown.finds, shown.has_focus, size)
            page = self._pages.get(key)
            if page is None:
                if len(self._pages) >= _KEPT:
                    self._pages.clear()
                page = self._pages[key] = self._drawn_page(*size)
            self._page = page
        return self._page

    def _drawn_page(self, width: int, height: int) -> TimelinePage:
        from briefing.tui.timeline.chart import chart
        from briefing.tui.timeline.page import drawable, drawn_page, is_long, list_page, long_list_page

        looks, selected = self._styles(), self.selected
        if is_long(self._dated, width):
            rank = None if selected is None else self._ranks[selected]
            return long_list_page(self._dated, rank, width, height, looks)
        if not drawable(self._dated, width):
            return list_page(self._dated, selected, width, height, looks)
        if (width, height) not in self._charts:
            self._charts = {(width, height): chart(self._dated, width, height)}
        return drawn_page(self._charts[width, height], self._dated, selected, width, height, looks)

    def _styles(self) -> TimelineLooks:
        if self._timeline_looks is None:
            from briefing.tui.timeline.timeline_looks import timeline_looks_of

            contents = self.contents
            self._timeline_looks = timeline_looks_of(
                self.looks, contents.presentation, contents.at, contents.finds, focused=contents.has_focus
            )
        return self._timeline_looks

    def notify_style_update(self) -> None:
        """Forget what was painted in the old styles."""
        super().notify_style_update()
        self._pages.clear()
        self._page = self._timeline_looks = None

    def resized(self) -> None:
        """Lay everything out for the new size."""
        self._page = None
        self._show_selected()

    def paint_ahead(self, contents: TimelineContents) -> None:
        """Paint, and keep, what other contents with the same events will show; nothing is seen of it."""
        now = self.contents
        if not self._is_dated or not self._extent or now is None:
            return
        page, looks, offset = self._page, self._timeline_looks, self._offset
        self.set_reactive(Timeline.contents, contents)
        self._page = self._timeline_looks = None
        if now.selected != contents.selected:
            self._offset = self._offset_of_selected()
        self.keep_painted(self._values())
        self.set_reactive(Timeline.contents, now)
        self._page, self._timeline_looks, self._offset = page, looks, offset

    # Scrolling.

    def _move_body(self, offset: int) -> bool:
        """Scroll the body, as far as it goes; return whether anything moved."""
        if not self._is_dated or not self.events:
            return False
        offset = min(max(0, offset), self._current_page().last_offset)
        moved = offset != self._offset
        if moved:
            self._offset = offset
            self.update()
        return moved

    def _show_selected(self) -> None:
        """Show the beginning of the selected event's text; in the list, all of it if there is room."""
        if self._is_dated and self.events:
            self._offset = self._offset_of_selected()
            self.update()

    def _offset_of_selected(self) -> int:
        """The rows to scroll by so that the selected event is in sight."""
        page = self._current_page()
        offset = 0
        if page.is_list and self.selected is not None:
            own = _rows_of(page.body, self.selected)
            offset = min(max(self._offset, own.stop - page.room), own.start)
        return min(max(0, offset), page.last_offset)

    def action_across(self, name: str) -> None:
        """To the event that is painted on the side that a key points to, where time runs from the left.

        `name` is the action that leads there; where time runs from right to left it is the opposite one.
        """
        self.act(_OPPOSITE[name] if self.mirrored else name)

    def action_scroll_on(self) -> None:
        """A row on; where a list has no more to show of the selected event, to the next one."""
        self._scroll_by(1)

    def action_scroll_back(self) -> None:
        """A row back; where a list has no more to show of the selected event, to the one before."""
        self._scroll_by(-1)

    def _scroll_by(self, step: int) -> None:
        page = self._current_page() if self._is_dated and self.events else None
        if page is not None and page.is_list:
            own = _rows_of(page.body, self.selected) if self.selected is not None else range(0)
            hidden = own.stop > self._offset + page.room if step > 0 else own.start < self._offset
            if not hidden:
                self.act("later-event" if step > 0 else "earlier-event")
                return
        self._move_body(self._offset + step)

    def action_page_on(self) -> None:
        """A screenful of the text on."""
        self._page_by(1)

    def action_page_back(self) -> None:
        """A screenful of the text back."""
        self._page_by(-1)

    def _page_by(self, step: int) -> None:
        if self._is_dated and self.events:
            self._move_body(self._offset + step * max(1, self._current_page().room - 1))

    def scroll_by_wheel(self, rows: int, y: int) -> None:
        """The wheel scrolls the text, row by row."""
        self._move_body(self._offset + (1 if rows > 0 else -1))

    # Selecting.

    def row_clicked(self, row: int, column: int) -> None:
        """Select what was clicked on; open it if it was selected already.

        Where several events share a cell, clicks go through them. The number of a paragraph leads there.
        """
        shown = self._shown_row(row)
        painted = self.paint(TimelineRow(shown.segments, shown.drawn, shown.end))
        number = paragraph_led_to(painted, self.text_width, column, mirrored=self.mirrored)
        if self.mirrored:
            column = self.text_width - 1 - column if shown.drawn else column + _START_MARGIN
        under = shown.events_at(column - _START_MARGIN)
        if not under:
            return
        if number is not None:
            self.act("follow", self.id, under[0], number)
            return
        at = under.index(self.selected) if self.selected in under else -1
        if len(under) == 1 and at == 0:
            self.act("open-event", under[0])
        else:
            self.act("select-event", under[(at + 1) % len(under)])
