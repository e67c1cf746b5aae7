"""The timeline pane: an axis of events, or a list where it is narrow, and the selected one in full."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.reactive import reactive
from textual.worker import Worker, WorkerState, get_current_worker

from briefing.document import Event
from briefing.faults.debug_log import note
from briefing.reader.pane import Pane
from briefing.reader.same import Same

if TYPE_CHECKING:
    from briefing.reader.timeline.chart import Chart
    from briefing.reader.timeline.dated import Dated
    from briefing.reader.timeline.page import Page
    from briefing.reader.timeline.palette import Palette
    from briefing.reader.timeline.rows import Row

_WORKER: Final = "dates"
# One blank column between the frame and the content.
_LEFT: Final = 1


def date_events(events: Iterable[Event]) -> tuple[Dated, ...]:
    """The events in date order: reading dates and drawing them are imported here, after the first frame."""
    from briefing.reader.timeline import dated, page

    assert page  # in this thread, not while a key waits
    worker = get_current_worker()
    return dated.date_events(events, lambda: worker.is_cancelled)


def _rows_of(body: Sequence[Row], place: int) -> range:
    from briefing.reader.timeline.listing import rows_of

    return rows_of(body, place)


class Timeline(Pane):
    """Shows `events`, in date order; `selected` is the index, in `events`, of the one selected.

    Their dates are read in a thread, after the first frame; `is_ready` tells whether they are.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", "Earlier", show=False),
        Binding("right,l", "step(1)", "Later", show=False),
        Binding("home,g", "end(-1)", "First event", show=False),
        Binding("end,G", "end(1)", "Last event", show=False),
        Binding("up,k", "scroll(-1)", "Scroll up", show=False),
        Binding("down,j", "scroll(1)", "Scroll down", show=False),
        Binding("pageup,shift+space", "page(-1)", "Page up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("enter", "open", "To its paragraph", show=False),
    ]

    events: reactive[tuple[Event, ...]] = reactive((), repaint=False)
    selected: reactive[int | None] = reactive(None, repaint=False)

    class Ready(Message):
        """The dates are read: `wanted_height` knows."""

    class Selected(Message):
        """A key or a click selected the event of that index."""

        def __init__(self, index: int) -> None:
            self.index = index
            super().__init__()

    class Opened(Message):
        """The reader wants to go to the paragraph of the event of that index."""

        def __init__(self, index: int) -> None:
            self.index = index
            super().__init__()

    def __init__(self, *, id: str = "timeline") -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._dated: tuple[Dated, ...] = ()
        self._ranks: dict[int, int] = {}  # where in date order each event stands, by its place
        self._is_dated = False  # whether `_dated` is in date order, with dates
        self._offset = 0  # rows that the body is scrolled by
        self._charts: dict[tuple[int, int], Chart] = {}
        self._heights: dict[int, int] = {}
        self._page: Page | None = None
        self._palette: Palette | None = None

    def state(self) -> Hashable:
        """The events besides, the one selected, and the text's scrolling."""
        return (super().state(), Same(self.events), self._is_dated, self.selected, self._offset)

    @property
    def is_ready(self) -> bool:
        """Whether the dates are read, and what draws them is there."""
        return self._is_dated

    def wanted_height(self, width: int) -> int:
        """Return the rows in which nothing scrolls; rows and `width` are the content's, without the frame.

        The same before and after the dates are read. With fewer rows, down to 1, it shows less at a time.
        """
        if width not in self._heights:
            from briefing.reader.timeline.dated import undated
            from briefing.reader.timeline.page import wanted_height
            from briefing.reader.timeline.palette import Palette

            self._heights[width] = wanted_height(undated(self.events), max(1, width), Palette.plain())
        return self._heights[width]

    def count_rows(self) -> int:
        """As many as there is room for: the text in it scrolls by itself."""
        return self.page

    # Dates.

    def on_mount(self) -> None:
        """Leave the dates until the first frame is out."""
        self.call_after_refresh(self._read_dates)

    def watch_events(self, before: tuple[Event, ...], _events: tuple[Event, ...]) -> None:
        """Forget the events before, and read the dates of the new ones."""
        self._dated, self._is_dated, self._offset = (), not self.events, 0
        self._charts.clear()
        self._heights.clear()
        if before and before != self.events:
            self.set_reactive(Timeline.selected, None)
        self._repaint()
        if self.is_mounted:
            self.call_after_refresh(self._read_dates)

    def _read_dates(self) -> None:
        if not self._is_dated and self.events:
            read = partial(date_events, self.events)
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
            from briefing.reader.timeline.dated import undated

            dated = undated(self.events)
        if len(dated) == len(self.events) and all(self.events[one.place] is one.event for one in dated):
            self._dated, self._is_dated = dated, True
            self._ranks = {one.place: rank for rank, one in enumerate(dated)}
            self._repaint()
            self._show_selected()
            self.post_message(self.Ready())

    # Painting.

    def paint_row(self, row: int) -> Iterable[Segment]:
        """A row of the axis, of the text under it, or of the list."""
        return (Segment(" " * _LEFT, self.looks["text"]), *self._row(row).segments)

    @property
    def _columns(self) -> int:
        return max(1, self.text_width - _LEFT)

    def _row(self, y: int) -> Row:
        from briefing.reader.timeline.rows import Row

        if not self._is_dated or not self.events:
            words = "Reading the dates…" if self.events else "No events"
            return Row((Segment(words, self.looks["quiet"]),) if y == 0 else ())
        return self._current_page().row(y, self._offset, self._styles())

    def _current_page(self) -> Page:
        if self._page is None:
            from briefing.reader.timeline.chart import chart
            from briefing.reader.timeline.page import drawable, drawn_page, is_long, list_page, long_list_page

            width, height = self._columns, self.page
            palette = self._styles()
            if is_long(self._dated, width):
                rank = None if self.selected is None else self._ranks[self.selected]
                self._page = long_list_page(self._dated, rank, width, height, palette)
            elif drawable(self._dated, width):
                if (width, height) not in self._charts:
                    self._charts = {(width, height): chart(self._dated, width, height)}
                drawn = self._charts[width, height]
                self._page = drawn_page(drawn, self._dated, self.selected, width, height, palette)
            else:
                self._page = list_page(self._dated, self.selected, width, height, palette)
        return self._page

    def _styles(self) -> Palette:
        if self._palette is None:
            from briefing.reader.timeline.palette import palette_of

            self._palette = palette_of(self.looks, self.reading, focused=self.has_focus)
        return self._palette

    def _repaint(self) -> None:
        self._page = self._palette = None
        self.repaint()

    def notify_style_update(self) -> None:
        """Forget what was painted in the old styles."""
        super().notify_style_update()
        self._page = self._palette = None

    def watch_reading(self) -> None:
        """The same events, painted in another way."""
        self._repaint()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """The selected event stands out more where keys go."""
        super().watch_has_focus(_has_focus)
        self._repaint()

    def resized(self) -> None:
        """Lay everything out for the new size."""
        self._page = None
        self._show_selected()

    # Scrolling.

    def _move_body(self, offset: int) -> bool:
        """Scroll the body, as far as it goes; return whether anything moved."""
        if not self._is_dated or not self.events:
            return False
        offset = min(max(0, offset), self._current_page().last_offset)
        moved = offset != self._offset
        if moved:
            self._offset = offset
            self.repaint()
        return moved

    def _show_selected(self) -> None:
        """Show the beginning of the selected event's text; in the list, all of it if there is room."""
        if not self._is_dated or not self.events:
            return
        page = self._current_page()
        offset = 0
        if page.is_list and self.selected is not None:
            own = _rows_of(page.body, self.selected)
            offset = min(max(self._offset, own.stop - page.room), own.start)
        self._offset = min(max(0, offset), page.last_offset)
        self.repaint()

    def action_scroll(self, step: int) -> None:
        """A row on or back; where a list has no more to show of the selected event, to the next one."""
        page = self._current_page() if self._is_dated and self.events else None
        if page is not None and page.is_list:
            own = _rows_of(page.body, self.selected) if self.selected is not None else range(0)
            hidden = own.stop > self._offset + page.room if step > 0 else own.start < self._offset
            if not hidden:
                self.action_step(step)
                return
        self._move_body(self._offset + step)

    def action_page(self, step: int) -> None:
        """A screenful of the text on or back."""
        if self._is_dated and self.events:
            self._move_body(self._offset + step * max(1, self._current_page().room - 1))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel scrolls the text."""
        if self._move_body(self._offset + 1):
            event.stop()

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel scrolls the text."""
        if self._move_body(self._offset - 1):
            event.stop()

    # Selecting.

    def validate_selected(self, selected: int | None) -> int | None:
        """Return None for an event that is not there."""
        return selected if selected is not None and 0 <= selected < len(self.events) else None

    def watch_selected(self) -> None:
        """Mark the event and show its text."""
        self._repaint()
        self._show_selected()

    def _select(self, index: int) -> None:
        if index != self.selected:
            self.selected = index
            self.post_message(self.Selected(index))

    def action_step(self, step: int) -> None:
        """To the next event in date order or the one before; from none, to the first or the last."""
        if not self._dated or not self._is_dated:
            return
        at = 0 if step > 0 else -1
        if self.selected is not None:
            at = min(max(0, self._ranks[self.selected] + step), len(self._dated) - 1)
        self._select(self._dated[at].place)

    def action_end(self, step: int) -> None:
        """To the first event or the last."""
        if self._dated and self._is_dated:
            self._select(self._dated[0 if step < 0 else -1].place)

    def action_open(self) -> None:
        """Ask for the paragraph of the selected event."""
        if self.selected is not None:
            self.post_message(self.Opened(self.selected))

    def row_clicked(self, row: int, column: int) -> None:
        """Select what was clicked on; open it if it was selected already.

        Where several events share a cell, clicks go through them.
        """
        under = self._row(row).events_at(column - _LEFT)
        if not under:
            return
        at = under.index(self.selected) if self.selected in under else -1
        if len(under) == 1 and at == 0:
            self.action_open()
        else:
            self._select(under[(at + 1) % len(under)])
