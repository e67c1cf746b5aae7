"""A pane of items under one another: only what is in sight is laid out and painted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from time import monotonic
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from briefing.reader.pane import Pane

# Seconds of measuring at a time: a long text must not hold up a frame.
_MEASURING = 0.008
_BREATH = 0.004
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
        self._tops = [0]  # the row each measured item begins at, and where the next would
        self._measured_width = -1

    # What a subclass says.

    def count_items(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def item_height(self, index: int, width: int) -> int:
        """Rows that item takes in `width` cells, the blank ones under it included."""
        raise NotImplementedError

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

    def replace_items(self) -> None:
        """Begin anew at the top, with other items."""
        self._remeasure()
        self.set_reactive(Pane.top, 0)
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
        self._remeasure()
        if index or place:
            self._measure_to(index)
            row = self._tops[index] + self.row_of_place(index, place, self._measured_width)
            while self._tops[-1] < row + self.page and len(self._tops) <= self.count_items():
                self._measure_to(len(self._tops) - 1)
            self.set_reactive(Pane.top, self.validate_top(row))

    def count_rows(self) -> int:
        """Rows of the items measured so far."""
        return self._tops[-1]

    def _remeasure(self) -> None:
        first = self._measured_width <= 0  # the first frame waits for nothing out of sight
        self._tops = [0]
        self._measured_width = self.text_width
        self._measure_some(self._tops, 0.0 if first else _MEASURING)

    def _measure_some(self, tops: list[int], seconds: float = _MEASURING) -> None:
        """Measure a page at least, and on for `seconds`; leave the rest for later."""
        width, count = self._measured_width, self.count_items()
        if tops is not self._tops or width <= 0:
            return  # other items, or another width, by now
        stop = monotonic() + seconds
        while len(tops) <= count and (tops[-1] <= self.page or monotonic() < stop):
            tops.append(tops[-1] + self.item_height(len(tops) - 1, width))
        if len(tops) <= count:
            self.set_timer(_BREATH, partial(self._measure_some, tops))  # frames and keys come first
        elif tops[-1] > self.page:
            self.repaint()  # the scrollbar knows the whole only now

    def _measure_to(self, index: int) -> None:
        """Know where item `index` is, however far down."""
        tops, width = self._tops, max(1, self._measured_width)
        for at in range(len(tops) - 1, min(index + 1, self.count_items())):
            tops.append(tops[-1] + self.item_height(at, width))

    def item_at(self, row: int) -> tuple[int, int]:
        """The item that content row `row` belongs to, and the row inside it; past the end, the last."""
        index = max(0, min(bisect_right(self._tops, row) - 1, len(self._tops) - 2))
        return index, row - self._tops[index]

    def repaint_item(self, index: int | None) -> None:
        """Paint one item again, if it is in sight."""
        if index is not None and index + 1 < len(self._tops):
            self.repaint(range(self._tops[index], self._tops[index + 1]))

    def paint_row(self, row: int) -> Iterable[Segment]:
        """A row of the item that stands there."""
        if row >= self._tops[-1]:
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
        rows, stale, tops = self._rows, self._stale, self._tops
        try:
            self._set_quietly({**values, "top": 0})
            self._tops = [0]
            self._measure_to(self.count_items() - 1)
            self._stale = True
            self.render_lines(self._extent.region)
        finally:
            self._set_quietly(kept)
            self._rows, self._stale, self._tops = rows, stale, tops

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
        if row < self._tops[-1]:
            self.item_clicked(self.item_at(row)[0])

    def item_clicked(self, index: int) -> None:
        """A click on an item: the cursor goes there."""
        if self.is_selectable(index):
            self.cursor = index

    def show_item(self, index: int, row: int = 0) -> None:
        """Scroll, if need be, until row `row` of item `index` is in sight, with more of it if possible."""
        self._measure_to(index)
        start, stop = self._tops[index], self._tops[index + 1]
        top = self.top
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
        if self.cursor is not None and self.cursor + 1 < len(self._tops):
            start, stop = self._tops[self.cursor], self._tops[self.cursor + 1]
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
        if found is None or self._tops[found] >= self.top + self.page:
            found = self._next_selectable(index, -1)  # nothing begins here: one item fills the page
        if found is not None:
            self.cursor = found

    def action_end(self, step: int) -> None:
        """To the first item or the last."""
        count = self.count_items()
        index = self._next_selectable(0 if step < 0 else count - 1, -step)
        self._measure_to(count - 1)
        self.top = 0 if step < 0 else self._tops[-1]
        if index is not None:
            self.cursor = index
