"""A pane of items under one another: only what is in sight is laid out and painted."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from functools import partial
from time import monotonic
from typing import Any

from textual.reactive import reactive

from briefing.reading.effects import Reveal
from briefing.tui.panes.heights import Heights
from briefing.tui.panes.page_values import page_values_of
from briefing.tui.panes.pane import Act, Pane
from briefing.tui.panes.row import Row
from briefing.tui.panes.sheet import KEPT, Sheet
from briefing.tui.scrolling import thumb

# Seconds of measuring at a time: a long text must not hold up a frame.
_MEASURING = 0.008
_BREATH = 0.004
# Contents whose heights are kept: those of a briefing's sections.
_SEEN = 16
# Rows that one step goes through an item taller than the pane.
_STEP = 3
# Pages before what the reader stands on through which a step leads; from further off it goes there at once.
_PASSED = 4


class ItemView(Pane):
    """Items of text, on one of which the reader may stand: `contents` laid out on a sheet.

    A subclass makes the sheet (`lay_out`) and says whether two contents have the same items in the same rows.
    """

    contents: reactive[Any] = reactive(None, init=False, repaint=False)

    def __init__(self, *, id: str, act: Act) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, act=act)
        self._sheet: Sheet | None = None
        self._heights = Heights(0)
        self._measured: deque[tuple[Any, Heights]] = deque(maxlen=_SEEN)  # by contents, in this width
        self.waits_for_end = False  # the end was asked for, and is not known yet
        self._awaited: Reveal | None = None  # what is to be shown once there is a size

    # What a subclass says.

    def lay_out(self, contents: Any, width: int) -> Sheet:
        """Return contents laid out in `width` cells."""
        raise NotImplementedError

    def has_same_items(self, before: Any, after: Any) -> bool:
        """Return whether two contents have the same items, each in the same rows."""
        raise NotImplementedError

    # Contents.

    def watch_contents(self, before: Any, after: Any) -> None:
        """Show other contents; other items from their beginning."""
        if self.text_width <= 0 or after is None:
            return
        sheet = self._sheet
        same = before is not None and sheet is not None and self.has_same_items(before, after)
        self._sheet = self.lay_out(after, self.text_width)
        if same and sheet is not None and sheet.rows_key != self._sheet.rows_key:
            self._rewrap(sheet)
        elif not same:
            self.set_reactive(Pane.top, 0)
            self._remeasure(first=before is None)
        elif self._sheet.count > self._heights.count:
            self._heights.grow(self._sheet.count)
        self.update()
        if self.waits_for_end and self._sheet.is_whole:
            self._to_end(1)

    def _known_heights(self) -> Heights | None:
        """What was measured of the same items before, in the same width, if all of it was."""
        for contents, heights in self._measured:
            if heights.all_measured and self.has_same_items(contents, self.contents):
                return heights
        return None

    @property
    def cursor(self) -> int | None:
        """The item that the reader stands on."""
        return self._sheet.cursor if self._sheet is not None else None

    @property
    def count(self) -> int:
        """How many items there are."""
        return self._sheet.count if self._sheet is not None else 0

    def put_cursor(self, index: int, action: str = "put-cursor") -> None:
        """Have the reader stand on an item; by `action`, it may be a jump."""
        if index != self.cursor:
            self.act(action, self.id, index)

    def row_value(self, row: int) -> Hashable | None:
        """Return what the item that stands there shows in that row."""
        return self.page_values(row, 1)[0]

    def page_values(self, top: int, page: int) -> list[Hashable]:
        """Return what the items that stand there show."""
        return [None] * page if self._sheet is None else page_values_of(self._sheet, self._heights, top, page)

    def paint(self, value: Hashable) -> Row:
        """Return the row of an item."""
        assert self._sheet is not None
        return self._sheet.paint(value, self.looks)

    # Measuring.

    def resized(self) -> None:
        """Wrap for another width; what was at the upper edge stays there."""
        if self.contents is None or self.text_width <= 0:
            return
        before = self._sheet
        if before is not None and before.width == self.text_width:
            return
        self._sheet = self.lay_out(self.contents, self.text_width)
        self._rewrap(before)
        if self._awaited is not None:
            self.call_later(self.reveal, self._awaited)
            self._awaited = None

    def _rewrap(self, before: Sheet | None) -> None:
        """Measure anew; what was at the upper edge as items were laid out `before` stays there."""
        assert self._sheet is not None
        index, inside = self.item_at(self.top) if before is not None else (0, 0)
        place: int | None = 0
        if before is not None:
            place = self.place_of_row(before, index, inside)
        if place is None:  # the blank row under an item: the next one is what is seen
            index, place = min(index + 1, before.count - 1 if before else 0), 0
        self.set_reactive(Pane.top, 0)
        self._measured.clear()
        self._remeasure(first=before is None)
        if index or place:
            self._measure(index)
            row = self._heights.top(index) + self.row_of_place(self._sheet, index, place)
            self.set_reactive(Pane.top, self.validate_top(row))

    def place_of_row(self, sheet: Sheet, index: int, row: int) -> int | None:
        """Return what stands in that row of an item, whatever the width becomes; None for nothing."""
        return row

    def row_of_place(self, sheet: Sheet, index: int, place: int) -> int:
        """Return the row of an item that shows `place`."""
        return place

    def count_rows(self) -> int:
        """Return the rows of all items; of those not measured, what they are thought to take."""
        return self._heights.total

    @property
    def is_measured(self) -> bool:
        """Whether `count_rows` is exact."""
        return self._heights.all_measured

    def _remeasure(self, *, first: bool) -> None:
        assert self._sheet is not None
        if (known := self._known_heights()) is not None:
            self._heights = known
            return
        self._heights = self._measured_page(self._sheet)
        if self._sheet.is_measured_whole:
            self._measured.append((self.contents, self._heights))
            # The first frame waits for nothing out of sight.
            self._measure_some(self._heights, 0, 0.0 if first else _MEASURING)

    def _measured_page(self, sheet: Sheet) -> Heights:
        """The first page measured, the rest guessed by it."""
        rows: list[int] = []
        total = 0
        while len(rows) < sheet.count and total <= self.page:
            rows.append(sheet.height(len(rows)))
            total += rows[-1]
        heights = Heights(sheet.count, max(1, round(sum(rows) / len(rows))) if rows else 1)
        for index, height in enumerate(rows):
            heights.set(index, height)
        return heights

    def _measure_some(self, heights: Heights, start: int, seconds: float = _MEASURING) -> None:
        """Measure on for `seconds`, from item `start` on; leave the rest for later."""
        if heights is not self._heights or self._sheet is None:
            return  # other items, or another width, by now
        stop = monotonic() + seconds
        index = heights.next_unmeasured(start)
        edge = self.item_at(self.top)[0] if index >= 0 else 0
        while index >= 0 and monotonic() < stop:
            far = self._sheet.far_height(index) if heights.count > KEPT else None
            self._learn(index, edge, far)
            index = heights.next_unmeasured(index + 1)
        if index >= 0:
            self.set_timer(_BREATH, partial(self._measure_some, heights, index))  # frames and keys come first
        elif start:
            self.update()  # the scrollbar knows the whole only now

    def _measure(self, index: int, height: int | None = None) -> int:
        """Measure an item, if it is not measured; returns by how many rows what is below it moves."""
        if self._sheet is None or self._heights.is_measured(index):
            return 0
        return self._heights.set(index, height or self._sheet.height(index))

    def _learn(self, index: int, edge: int, height: int | None = None) -> None:
        """Measure an item, and scroll so that what is in sight (from item `edge` on) does not move."""
        change = self._measure(index, height)
        if change and index < edge:
            self.set_reactive(Pane.top, self.top + change)

    def _measure_around(self, index: int) -> None:
        """Measure an item, and those within a page of rows above and below it."""
        heights, page = self._heights, self.page
        if heights.all_measured or self._sheet is None:
            return
        edge = self.item_at(self.top)[0]
        self._learn(index, edge)
        above = below = index
        while above > 0 and heights.top(index) - heights.top(above) < page:
            above -= 1
            self._learn(above, edge)
        while below < heights.count and heights.top(below) - heights.top(index) < page:
            self._learn(below, edge)
            below += 1

    def validate_top(self, top: int) -> int:
        """Keep the last rows at the lower edge, and know how high the items in sight from there on are.

        So are those that a page above it holds: steps up from there count exact rows.
        """
        heights, page = self._heights, self.page
        if heights.all_measured or self._sheet is None or self.count_rows() != heights.total:
            return super().validate_top(top)
        to_end, before, known = top >= heights.total - page, heights.left, -1
        while known != (known := heights.left):
            top = max(0, heights.total - page if to_end else min(top, heights.total - page))
            index = first = heights.at(top)[0]
            while index < heights.count and heights.top(index) < top + page:
                self._measure(index)
                index += 1
        while first > 0 and top - heights.top(first) < page:
            first -= 1
            top += self._measure(first)
        if heights.left < before:
            self.call_later(self.update)  # even if the row's number is what it was, other items stand there
        return top

    def item_at(self, row: int) -> tuple[int, int]:
        """Return the item that a content row belongs to, and the row inside it; past the end, the last."""
        return self._heights.at(row)

    def rows_of_item(self, index: int) -> range:
        """Return the content rows of an item."""
        top = self._heights.top(index)
        return range(top, top + self._heights.height(index))

    def paint_ahead(self, contents: Any) -> None:
        """Paint, and keep, what `contents` will show from their beginning; nothing is seen of it."""
        if self.size != self._extent or not self.page or self._sheet is None:
            return  # about to change
        sheet = self.lay_out(contents, self.text_width)
        heights = self._measured_page(sheet)
        for index in range(heights.count):
            heights.set(index, sheet.height(index))
        rows = page_values_of(sheet, heights, 0, self.page)
        for value in self._in_frame(contents, rows, thumb(heights.total, self.page, 0)):
            self._strip(value)

    # Moving.

    def row_clicked(self, row: int, column: int) -> None:
        """Stand on the item that was clicked on."""
        if row < self._heights.total:
            self.item_clicked(self.item_at(row)[0])

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
            self.put_cursor(index)
            self.show_item(index)
            # Something of what was in sight stays there, or the eye would lose its place.
            self.top = max(before - reach, min(self.top, before + reach))
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
