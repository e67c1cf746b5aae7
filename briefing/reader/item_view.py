"""A pane of items under one another: only what is in sight is laid out and painted."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import partial
from time import monotonic
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from briefing.reader.heights import Heights
from briefing.reader.pane import Pane

# Seconds of measuring at a time: a long text must not hold up a frame.
_MEASURING = 0.008
_BREATH = 0.004
#: Items of which what was laid out is kept.
KEPT = 512
# Rows that one step goes through an item taller than the pane.
_STEP = 3


class ItemView(Pane):
    """Items of text, one of which the cursor may stand on.

    A subclass says what there is (`count_items`, `item_height`, `item_row`, `is_selectable`) and calls
    `replace_items` when that changes. `cursor` is the index of the item the reader stands on, None for none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Next", show=False),
        Binding("up,k", "move(-1)", "Previous", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("pageup,shift+space", "page(-1)", "Page up", show=False),
        Binding("home,g", "end(-1)", "First", show=False),
        Binding("end,G", "end(1)", "Last", show=False),
    ]

    cursor: reactive[int | None] = reactive(None, repaint=False)

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._heights = Heights(0)
        self._measured_width = -1

    # What a subclass says.

    def count_items(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def item_height(self, index: int, width: int) -> int:
        """Rows that item takes in `width` cells, the blank ones under it included."""
        raise NotImplementedError

    def far_height(self, index: int, width: int) -> int:
        """The same of an item that is measured long before anybody may see it: nothing of it is kept."""
        return self.item_height(index, width)

    def item_row(self, index: int, row: int, width: int) -> Sequence[Segment]:
        """What is painted in one row of that item, in at most `width` cells."""
        raise NotImplementedError

    def is_selectable(self, index: int) -> bool:
        """Whether the cursor may stand on that item."""
        return True

    def place_of_row(self, index: int, row: int, width: int) -> int | None:
        """What stands in that row of an item, whatever the width becomes; None for nothing."""
        return row

    def row_of_place(self, index: int, place: int, width: int) -> int:
        """The row of an item that shows `place` at that width."""
        return place

    # Measuring.

    def state(self) -> Hashable:
        """The item at the upper edge besides: while others are not measured, `top` may mean any of some."""
        return (super().state(), None if self._heights.all_measured else self.item_at(self.top))

    def replace_items(self) -> None:
        """Begin anew at the top, with other items."""
        self.set_reactive(Pane.top, 0)
        self._remeasure()
        self.repaint()

    def resized(self) -> None:
        """Wrap for another width; what was at the upper edge stays there."""
        if self.text_width == self._measured_width:
            return
        index, inside = self.item_at(self.top)
        place: int | None = 0
        if self._measured_width > 0:
            place = self.place_of_row(index, inside, self._measured_width)
        if place is None:  # the blank row under an item: the next one is what is seen
            index, place = min(index + 1, self.count_items() - 1), 0
        self.set_reactive(Pane.top, 0)
        self._remeasure()
        if index or place:
            self._measure(index)
            row = self._heights.top(index) + self.row_of_place(index, place, self._measured_width)
            self.set_reactive(Pane.top, self.validate_top(row))

    def count_rows(self) -> int:
        """Rows of all items; of those not measured, what they are thought to take."""
        return self._heights.total

    @property
    def is_measured(self) -> bool:
        """Whether `count_rows` is exact."""
        return self._heights.all_measured

    def _remeasure(self) -> None:
        first = self._measured_width <= 0  # the first frame waits for nothing out of sight
        self._measured_width = self.text_width
        self._heights = self._measured_page()
        self._measure_some(self._heights, 0, 0.0 if first else _MEASURING)

    def _measured_page(self) -> Heights:
        """The first page measured, the rest guessed by it."""
        width, count = self._measured_width, self.count_items()
        rows: list[int] = []
        if width > 0:
            total = 0
            while len(rows) < count and total <= self.page:
                rows.append(self.item_height(len(rows), width))
                total += rows[-1]
        heights = Heights(count, max(1, round(sum(rows) / len(rows))) if rows else 1)
        for index, height in enumerate(rows):
            heights.set(index, height)
        return heights

    def _measure_some(self, heights: Heights, start: int, seconds: float = _MEASURING) -> None:
        """Measure on for `seconds`, from item `start` on; leave the rest for later."""
        if heights is not self._heights or self._measured_width <= 0:
            return  # other items, or another width, by now
        stop = monotonic() + seconds
        index = heights.next_unmeasured(start)
        edge = self.item_at(self.top)[0] if index >= 0 else 0
        while index >= 0 and monotonic() < stop:
            far = self.far_height(index, self._measured_width) if heights.count > KEPT else None
            self._learn(index, edge, far)
            index = heights.next_unmeasured(index + 1)
        if index >= 0:
            self.set_timer(_BREATH, partial(self._measure_some, heights, index))  # frames and keys come first
        elif heights.total > self.page and start:
            self.repaint()  # the scrollbar knows the whole only now

    def _measure(self, index: int, height: int | None = None) -> int:
        """Know how high an item is: by how much what is below it moves."""
        if self._measured_width <= 0 or self._heights.is_measured(index):
            return 0
        return self._heights.set(index, height or self.item_height(index, self._measured_width))

    def _learn(self, index: int, edge: int, height: int | None = None) -> None:
        """The same; what is in sight, from item `edge` on, stays where it is."""
        change = self._measure(index, height)
        if change:
            self._rows = dict(self._rows)  # what is kept of the state before stays as it is
            if index < edge:
                self.set_reactive(Pane.top, self.top + change)

    def _measure_around(self, index: int) -> None:
        """Know where an item is beside what a page of rows around it shows."""
        heights, page = self._heights, self.page
        if heights.all_measured or self._measured_width <= 0:
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
        if heights.all_measured or self._measured_width <= 0 or self.count_rows() != heights.total:
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
            self.repaint()  # even if the row's number is what it was, other items stand there
        return top

    def item_at(self, row: int) -> tuple[int, int]:
        """The item that content row `row` belongs to, and the row inside it; past the end, the last."""
        return self._heights.at(row)

    def items_in_sight(self) -> range:
        """The items that have a row on the page."""
        if not self.count_items():
            return range(0)
        return range(self.item_at(self.top)[0], self.item_at(self.top + max(0, self.page - 1))[0] + 1)

    def rows_of_item(self, index: int) -> range:
        """The content rows of an item."""
        return range(self._heights.top(index), self._heights.top(index + 1))

    def repaint_item(self, index: int | None) -> None:
        """Paint one item again, if it is in sight."""
        if index is not None and index < self._heights.count:
            self.repaint(self.rows_of_item(index))

    def paint_row(self, row: int) -> Iterable[Segment]:
        """A row of the item that stands there."""
        if row >= self._heights.total:
            return ()
        index, inside = self.item_at(row)
        return self.item_row(index, inside, self._measured_width)

    def paint_ahead(self, **values: object) -> None:
        """Paint, and keep, what is shown once reactive attributes have these values; nothing is seen of it.

        The items are then at their top. What is painted is found again by `state`.
        """
        if self.size != self._extent or not self.page or self.text_width != self._measured_width:
            return  # about to change
        kept = {name: getattr(self, name) for name in (*values, "top")}
        rows, stale, heights = self._rows, self._stale, self._heights
        try:
            self._set_quietly({**values, "top": 0})
            self._heights = self._measured_page()
            for index in range(self._heights.count):
                self._measure(index)
            self._stale = True
            self.render_lines(self._extent.region)
        finally:
            self._set_quietly(kept)
            self._rows, self._stale, self._heights = rows, stale, heights

    def _set_quietly(self, values: Mapping[str, object]) -> None:
        for name, value in values.items():
            self.set_reactive(getattr(type(self), name), value)

    # Moving.

    def watch_cursor(self, before: int | None, cursor: int | None) -> None:
        """Show where the cursor went."""
        self.repaint_item(before)
        self.repaint_item(cursor)

    def row_clicked(self, row: int, column: int) -> None:
        """The cursor goes to the item."""
        if row < self._heights.total:
            self.item_clicked(self.item_at(row)[0])

    def item_clicked(self, index: int) -> None:
        """A click on an item: the cursor goes there."""
        if self.is_selectable(index):
            self.cursor = index

    def show_item(self, index: int, row: int = 0) -> None:
        """Scroll, if need be, until row `row` of item `index` is in sight, with more of it if possible."""
        self._measure_around(index)
        rows = self.rows_of_item(index)
        start, stop, top = rows.start, rows.stop, self.top
        if stop > top + self.page:
            top = min(stop - self.page, start + max(0, row - self.page // 3))
        if start + row < top:
            top = start + max(0, row - self.page // 3)
        self.top = top

    def _next_selectable(self, start: int, step: int) -> int | None:
        index = start
        while 0 <= index < self.count_items():
            if self.is_selectable(index):
                return index
            index += step
        return None

    def action_move(self, step: int) -> None:
        """To the next or previous item; through the one at hand first, if it goes on out of sight."""
        if self.cursor is not None and self.cursor < self.count_items():
            self._measure_around(self.cursor)
            rows = self.rows_of_item(self.cursor)
            start, stop = rows.start, rows.stop
            last = stop - (self.cursor < self.count_items() - 1)  # the blank row under it need not be seen
            if step > 0 and start <= self.top + self.page < last:
                self.top = min(last - self.page, self.top + _STEP)
                return
            if step < 0 and start < self.top <= stop:
                self.top = max(start, self.top - _STEP)
                return
        start = (0 if step > 0 else self.count_items() - 1) if self.cursor is None else self.cursor + step
        index = self._next_selectable(start, step)
        if index is not None:
            self._measure_around(index)
            before, reach = self.top, max(1, self.page - 2)
            self.cursor = index
            self.show_item(index)
            # Something of what was in sight stays there, or the eye would lose its place.
            self.top = max(before - reach, min(self.top, before + reach))
        elif step < 0:
            self.top = 0

    def action_page(self, step: int) -> None:
        """A screenful on or back; the cursor goes along."""
        before = self.top
        self.top += step * max(1, self.page - 2)
        if self.top == before:
            self.action_end(step)
            return
        index, inside = self.item_at(self.top)
        found = self._next_selectable(index + (inside > 0), 1)
        if found is None or self._heights.top(found) >= self.top + self.page:
            found = self._next_selectable(index, -1)  # nothing begins here: one item fills the page
        if found is not None:
            self.cursor = found

    def action_end(self, step: int) -> None:
        """To the first item or the last."""
        count = self.count_items()
        index = self._next_selectable(0 if step < 0 else count - 1, -step)
        self.top = 0 if step < 0 else self._heights.total
        if index is not None:
            self.cursor = index
