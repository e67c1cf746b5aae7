"""A pane of items under one another, measured: only what is in sight is laid out and painted at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable
from functools import partial
from time import monotonic
from typing import Any

from textual.reactive import reactive

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


def _tell_nobody(_told: object) -> None:
    """Nothing depends on this pane."""


class MeasuredView(Pane):
    """Items of text, on one of which the reader may stand: `contents` laid out on a sheet.

    A subclass makes the sheet (`lay_out`) and says whether two contents have the same items in the same rows.
    """

    contents: reactive[Any] = reactive(None, init=False, repaint=False)

    def __init__(self, *, id: str, act: Act) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, act=act)
        self._sheet: Sheet | None = None
        self._own_heights = Heights(0)
        #: Told that heights have changed, and by how many rows what is in sight has moved down by that.
        self.remeasured: Callable[[int], None] = _tell_nobody
        self._measured: deque[tuple[Any, Heights]] = deque(maxlen=_SEEN)  # by contents, in this width

    # What a subclass says.

    def lay_out(self, contents: Any, width: int) -> Sheet:
        """Return contents laid out in `width` cells."""
        raise NotImplementedError

    def has_same_items(self, before: Any, after: Any) -> bool:
        """Return whether two contents have the same items, each in the same rows."""
        raise NotImplementedError

    @property
    def _heights(self) -> Heights:
        """Where the items stand; `_own_heights` are how high they are by themselves."""
        return self._own_heights

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
        elif self._sheet.count > self._own_heights.count:
            self._own_heights.grow(self._sheet.count)
        self.update()

    def _heights_of(self, contents: Any) -> Heights | None:
        """What was measured of the same items before, in the same width, if all of it was."""
        for others, heights in self._measured:
            if heights.all_measured and self.has_same_items(others, contents):
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
        if (known := self._heights_of(self.contents)) is not None:
            self._own_heights = known
            return
        self._own_heights = self._measured_page(self._sheet)
        if self._sheet.is_measured_whole:
            self._measured.append((self.contents, self._own_heights))
            # The first frame waits for nothing out of sight.
            self._measure_some(self._own_heights, 0, 0.0 if first else _MEASURING)

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
        if heights is not self._own_heights or self._sheet is None:
            return  # other items, or another width, by now
        stop = monotonic() + seconds
        index = heights.next_unmeasured(start)
        edge = self.item_at(self.top)[0] if index >= 0 else 0
        while index >= 0 and monotonic() < stop:
            far = self._sheet.far_height(index) if heights.count > KEPT else None
            self._learn(index, edge, far)
            index = heights.next_unmeasured(index + 1)
        self.remeasured(0)
        if index >= 0:
            self.set_timer(_BREATH, partial(self._measure_some, heights, index))  # frames and keys come first
        elif start:
            self.update()  # the scrollbar knows the whole only now

    def _measure(self, index: int, height: int | None = None) -> int:
        """Measure an item, if it is not measured; returns by how many rows what is below it moves."""
        if self._sheet is None or self._own_heights.is_measured(index):
            return 0
        return self._own_heights.set(index, height or self._sheet.height(index))

    def _learn(self, index: int, edge: int, height: int | None = None) -> None:
        """Measure an item, and scroll so that what is in sight (from item `edge` on) does not move."""
        change = self._measure(index, height)
        if change and index < edge:
            self.set_reactive(Pane.top, self.top + change)
            self.remeasured(change)

    def _measure_around(self, index: int) -> None:
        """Measure an item, and those within a page of rows above and below it."""
        heights, page = self._heights, self.page
        if heights.all_measured or self._sheet is None:
            return
        edge, before = self.item_at(self.top)[0], heights.left
        self._learn(index, edge)
        above = below = index
        while above > 0 and heights.top(index) - heights.top(above) < page:
            above -= 1
            self._learn(above, edge)
        while below < heights.count and heights.top(below) - heights.top(index) < page:
            self._learn(below, edge)
            below += 1
        if heights.left < before:
            self.call_later(self._show_measured)  # nothing may scroll: the thumb changes

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
            # Even if the row's number is what it was, other items stand there.
            self.call_later(self._show_measured)
        return top

    def _show_measured(self) -> None:
        self.update()
        self.remeasured(0)

    def item_at(self, row: int) -> tuple[int, int]:
        """Return the item that a content row belongs to, and the row inside it; past the end, the last."""
        return self._heights.at(row)

    def rows_of_item(self, index: int) -> range:
        """Return the content rows of an item."""
        top = self._heights.top(index)
        return range(top, top + self._heights.height(index))

    def paint_ahead(self, contents: Any) -> None:
        """Measure, paint and keep what `contents` will show from their beginning; nothing is seen of it."""
        if not self._is_laid_out_for(self.size) or not self.page or self._sheet is None:
            return  # about to change
        sheet = self.lay_out(contents, self.text_width)
        heights = self._measured_page(sheet)
        stop = monotonic() + _MEASURING
        for index in range(heights.count if sheet.is_measured_whole else 0):
            if not heights.is_measured(index) and monotonic() < stop:
                heights.set(index, sheet.height(index))
        if heights.all_measured:
            self._measured.append((contents, heights))
        rows = page_values_of(sheet, heights, 0, self.page)
        self.keep_painted(self._in_frame(contents, rows, thumb(heights.total, self.page, 0)))
