"""Moving in a pane of items: by steps, pages and to the ends, by the mouse, and to what is to be seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefing.reading.effects import Reveal
from briefing.tui.panes.measured_view import MeasuredView
from briefing.tui.panes.pane import Act

# Rows that one step goes through an item taller than the pane.
_STEP = 3
# Pages before what the reader stands on through which a step leads; from further off it goes there at once.
_PASSED = 4


class ItemView(MeasuredView):
    """Items of text, on one of which the reader may stand; the rows in sight follow."""

    def __init__(self, *, id: str, act: Act) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, act=act)
        self.waits_for_end = False  # the end was asked for, and is not known yet
        self._awaited: Reveal | None = None  # what is to be shown once there is a size
        #: Told that this pane has scrolled.
        self.moved: Callable[[ItemView], None] | None = None

    def watch_top(self) -> None:
        """Scroll, and whatever scrolls along with this."""
        super().watch_top()
        if self.moved is not None:
            self.moved(self)

    def watch_contents(self, before: Any, after: Any) -> None:
        """Show other contents; go to their end once it is known, if that was asked for."""
        super().watch_contents(before, after)
        if self.waits_for_end and self.text_width > 0 and self._sheet is not None and self._sheet.is_whole:
            self._to_end(1)

    def resized(self) -> None:
        """Wrap for another width; show what could not be shown without one."""
        super().resized()
        if self._awaited is not None and self._sheet is not None:
            self.call_later(self.reveal, self._awaited)
            self._awaited = None

    def put_cursor(self, index: int, action: str = "put-cursor") -> None:
        """Have the reader stand on an item; by `action`, it may be a jump."""
        if index != self.cursor:
            self.act(action, self.id, index)

    def row_clicked(self, row: int, column: int) -> None:
        """Stand on the item that was clicked on."""
        index, inside = self.item_at(row)
        if row < self._heights.total and 0 <= inside < self._heights.height(index):
            self.item_clicked(index)

    def item_clicked(self, index: int) -> None:
        """Stand on an item, if that is possible."""
        if self._sheet is not None and self._sheet.is_selectable(index):
            self.put_cursor(index)

    def reveal(self, reveal: Reveal) -> None:
        """Bring what an effect names into sight."""
        if self._sheet is None:
            self._awaited = reveal
        elif reveal.item < self._sheet.count:
            row = self.row_of_place(self._sheet, reveal.item, reveal.start)
            self.show_item(reveal.item, row, stays=reveal.stays)

    def show_item(self, index: int, row: int = 0, *, stays: bool = False) -> None:
        """Scroll, if need be, until row `row` of item `index` is in sight, with more of it if possible.

        `stays`: whatever more there is, nothing is scrolled if that row is in sight.
        """
        self._measure_around(index)
        rows = self.rows_of_item(index)
        start, stop, top = rows.start, rows.stop, self.top
        if stays and top <= start + row < top + self.page:
            return
        if stop > top + self.page:
            top = min(stop - self.page, start + max(0, row - self.page // 3))
        if start + row < top:
            top = start + max(0, row - self.page // 3)
        self.top = top

    @property
    def held_item(self) -> tuple[int, int] | None:
        """The item that the reader stands on, if it is in sight, else the one on top; None if there is none.

        With it the rows from its first row to the one at the upper edge, below 0 if that comes before it.
        """
        if self._sheet is None or not self.count:
            return None
        index, cursor = self.item_at(self.top)[0], self.cursor
        if cursor is not None and cursor < self.count:
            rows = self.rows_of_item(cursor)
            if rows.start < self.top + self.page and self.top < rows.stop:
                index = cursor
        return index, self.top - self.rows_of_item(index).start

    def hold_at(self, index: int, rows: int) -> None:
        """Scroll to where the upper edge is `rows` rows from the first row of an item, as in `held_item`."""
        self._measured.clear()  # of what was shown before, which is kept no longer
        if self._sheet is not None and index < self.count:
            self._measure_around(index)
            own = self.rows_of_item(index)
            self.top = own.start + min(rows, max(0, len(own) - 1))

    def _next_selectable(self, start: int, step: int) -> int | None:
        index = start
        while self._sheet is not None and 0 <= index < self._sheet.count:
            if self._sheet.is_selectable(index):
                return index
            index += step
        return None

    def action_next_item(self) -> None:
        """To the next item."""
        self._step(1)

    def action_previous_item(self) -> None:
        """To the previous item."""
        self._step(-1)

    def _step(self, step: int) -> None:
        """Step by one item; through the one at hand first, if it goes on out of sight."""
        self.waits_for_end = False
        cursor, count = self.cursor, self.count
        if self._sheet is not None and cursor is not None and cursor < count:
            self._measure_around(cursor)
            rows = self.rows_of_item(cursor)
            start, stop = rows.start, rows.stop
            last = stop - self._sheet.blank_rows(cursor)
            edge = self.top + self.page
            if (
                step > 0 and edge < start
            ):  # what stands before it took the page: no row of that is passed over
                top, reach = self.top, max(1, self.page - 2)
                self.show_item(cursor)
                if start <= edge + _PASSED * self.page:
                    self.top = min(self.top, top + reach)
                return
            if step > 0 and start <= edge < last:
                self.top = min(last - self.page, self.top + _STEP)
                return
            if step < 0 and start < self.top <= stop:
                self.top = max(start, self.top - _STEP)
                return
        start = (0 if step > 0 else count - 1) if cursor is None else cursor + step
        index = self._next_selectable(start, step)
        if index is not None:
            self._measure_around(index)
            before, reach = self.top, max(1, self.page - 2)
            self.show_item(index)
            # Something of what was in sight stays there, or the eye would lose its place.
            self.top = max(before - reach, min(self.top, before + reach))
            self.put_cursor(index)  # last: it may bring evidence into sight
        elif step < 0:
            self.top = 0

    def action_page_on(self) -> None:
        """A screenful on; the cursor goes along."""
        self._page_by(1)

    def action_page_back(self) -> None:
        """A screenful back; the cursor goes along."""
        self._page_by(-1)

    def _page_by(self, step: int) -> None:
        self.waits_for_end = False
        before = self.top
        self.top += step * max(1, self.page - 2)
        if self.top == before:
            self._to_end(step)
            return
        index, inside = self.item_at(self.top)
        found = self._next_selectable(index + (inside > 0), 1)
        if found is None or self._heights.top(found) >= self.top + self.page:
            found = self._next_selectable(index, -1)  # nothing begins here: one item fills the page
        if found is not None:
            self.put_cursor(found)

    def action_first_item(self) -> None:
        """To the first item."""
        self._to_end(-1)

    def action_last_item(self) -> None:
        """To the last item."""
        self._to_end(1)

    def _to_end(self, step: int) -> None:
        self.waits_for_end = step > 0 and self._sheet is not None and not self._sheet.is_whole
        if self.waits_for_end:
            return
        index = self._next_selectable(0 if step < 0 else self.count - 1, -step)
        self.top = 0 if step < 0 else self._heights.total
        if index is not None:
            self.put_cursor(index, "jump-to")
