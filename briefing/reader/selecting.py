"""Selecting text with the mouse and with shift and arrows, and copying the author's words behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.message import Message
from textual.reactive import reactive

from briefing.arabic import Line
from briefing.reader.item_view import ItemView
from briefing.reader.painting import Highlight
from briefing.reader.selection import Place, Selection, word_at


def line_at(lines: Sequence[Line], place: int) -> int:
    """The row of the line that holds the character at `place`, or of the last."""
    return min(bisect_right(lines, place, key=lambda line: line.end), max(0, len(lines) - 1))


def _spans(lines: Sequence[Line], numbers: range) -> list[tuple[int, int]]:
    """The clusters, in logical order, of the first of the lines of these numbers that has any."""
    for number in numbers:
        if cells := lines[number].cells:
            return sorted((cell.start, cell.end) for cell in cells)
    return []


class TextView(ItemView):
    """Items whose text can be selected.

    A subclass says what text an item is, what lines it is laid out in and where they stand. `selection` is a
    logical range: it may show as several runs in one row.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("shift+left", "extend(-1, 0)", "Select leftwards", show=False),
        Binding("shift+right", "extend(1, 0)", "Select rightwards", show=False),
        Binding("shift+up", "extend(0, -1)", "Select upwards", show=False),
        Binding("shift+down", "extend(0, 1)", "Select downwards", show=False),
        Binding("ctrl+c", "copy", "Copy what is selected", show=False),
    ]

    selection: reactive[Selection | None] = reactive(None, repaint=False)

    class Copy(Message):
        """The reader wants `text` on the clipboard."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._pressed: Place | None = None
        self._swept = False  # whether the mouse moved on with its button down

    def state(self) -> Hashable:
        """The cursor and the selection besides."""
        return (super().state(), self.cursor, self.selection)

    # What a subclass says.

    def item_text(self, index: int) -> str:
        """The author's text of an item."""
        raise NotImplementedError

    def item_lines(self, index: int, width: int) -> Sequence[Line]:
        """The lines of an item in a pane of `width` cells: one row each, from its first row on."""
        raise NotImplementedError

    def line_column(self, index: int, line: Line, width: int) -> int:
        """The column at which the first cell of an item's line stands."""
        raise NotImplementedError

    def place_of_row(self, index: int, row: int, width: int) -> int | None:
        """The index in the item's text of the row's first character."""
        lines = self.item_lines(index, width)
        return lines[row].start if row < len(lines) else None

    def row_of_place(self, index: int, place: int, width: int) -> int:
        """The row of the line that holds that character."""
        return line_at(self.item_lines(index, width), place)

    def resized(self) -> None:
        """Wrap for another width; the cursor stays in sight."""
        super().resized()
        self.call_later(self._bring_cursor)

    def _bring_cursor(self) -> None:
        """Where the cursor is out of sight, it goes to what is in sight."""
        if self.cursor is None or self.cursor >= self.count_items() or self._measured_width <= 0:
            return
        self._measure_around(self.cursor)
        rows = self.rows_of_item(self.cursor)
        if rows.start >= self.top + self.page or self.top >= rows.stop - 1:
            self.cursor = self._next_selectable(self.item_at(self.top)[0], 1)

    # Where things are.

    def place_at(self, row: int, column: int) -> Place | None:
        """The cluster at a content row and column, or the nearest in that row; None if there is no text."""
        if not self.count_items() or not self.text_width:
            return None
        index, inside = self.item_at(max(0, min(row, self.count_rows() - 1)))
        lines = self.item_lines(index, self.text_width)
        line = lines[min(inside, len(lines) - 1)]
        at = line.index_at(column - self.line_column(index, line, self.text_width))
        end = next((cell.end for cell in line.cells if cell.start == at), line.end)
        return Place(index, at, end)

    def _row_and_column(self, place: Place) -> tuple[int, int]:
        lines = self.item_lines(place.item, self.text_width)
        inside = line_at(lines, place.start)
        line = lines[inside]
        runs = line.columns(place.start, place.end)
        column = self.line_column(place.item, line, self.text_width) + (runs[0][0] if runs else 0)
        return self._heights.top(place.item) + inside, column

    # The selection.

    def watch_selection(self, before: Selection | None, selection: Selection | None) -> None:
        """Paint what was and what is selected."""
        for index in self.items_in_sight():
            if any(one and index in one.items for one in (before, selection)):
                self.repaint_item(index)

    def replace_items(self) -> None:
        """Other items: nothing of them is selected."""
        self.set_reactive(TextView.selection, None)
        super().replace_items()

    def selected_text(self) -> str:
        """The author's words under the selection, a blank line between items."""
        if self.selection is None:
            return ""
        parts: list[str] = []
        items = self.selection.items
        for index in items:
            text = self.item_text(index)
            if index in (items[0], items[-1]):
                text = text[slice(*(self.selection.in_item(index, len(text)) or (0, 0)))]
            parts += [self.separator(index), text] if parts else [text]
        return "".join(parts)

    def separator(self, index: int) -> str:
        """What stands between an item and the one before it when both are copied: a blank line."""
        return "\n\n"

    def whole_item(self, index: int) -> range:
        """The items that a reader takes for one with item `index`."""
        return range(index, index + 1)

    def selection_highlights(self, index: int) -> list[Highlight]:
        """What of an item is selected, for painting."""
        span = self.selection.in_item(index, len(self.item_text(index))) if self.selection else None
        return [Highlight(*span, self.looks["selected"])] if span else []

    def action_copy(self) -> None:
        """Ask for what is selected to be copied."""
        self.post_message(self.Copy(self.selected_text()))

    def action_extend(self, columns: int, rows: int) -> None:
        """Move the selection's head by a cluster to the side or a row up or down."""
        if self.selection is None:
            place = self._start_of_cursor()
            if place is not None:
                self.selection = Selection(place, place)
            return
        head = self.selection.head
        row, column = self._row_and_column(head)
        moved = self._beside(head, columns) if columns else self.place_at(row + rows, column)
        if moved == head and rows and 0 <= row + 2 * rows < self.count_rows():
            moved = self.place_at(row + 2 * rows, column)  # over the blank row between items
        if moved is not None:
            self.selection = Selection(self.selection.anchor, moved)
            self.show_item(moved.item, self._row_and_column(moved)[0] - self._heights.top(moved.item))

    def _start_of_cursor(self) -> Place | None:
        index = self.cursor if self.cursor is not None else self.item_at(self.top)[0]
        if index >= self.count_items():
            return None
        cells = self.item_lines(index, self.text_width)[0].cells
        first = min(cells, key=lambda cell: cell.start, default=None)
        return Place(index, first.start, first.end) if first else None

    def _beside(self, head: Place, columns: int) -> Place:
        """The next cluster to that side, as the paragraph runs; at its end, the next item's first."""
        lines = self.item_lines(head.item, self.text_width)
        onwards = (columns < 0) == (lines[0].base == "R")
        own = line_at(lines, head.start)
        spans = _spans(lines, range(own, own + 1))
        at = next((n for n, span in enumerate(spans) if span[0] >= head.start), len(spans))
        at += 1 if onwards else -1
        if 0 <= at < len(spans):
            return Place(head.item, *spans[at])
        found = _spans(lines, range(own + 1, len(lines)) if onwards else range(own - 1, -1, -1))
        if found:
            return Place(head.item, *found[0 if onwards else -1])
        item = self._next_selectable(head.item + (1 if onwards else -1), 1 if onwards else -1)
        if item is None:
            return head
        lines = self.item_lines(item, self.text_width)
        found = _spans(lines, range(len(lines)) if onwards else range(len(lines) - 1, -1, -1))
        return Place(item, *found[0 if onwards else -1]) if found else head

    # The mouse.

    def on_mouse_down(self, event: MouseDown) -> None:
        """A selection may begin here."""
        super().on_mouse_down(event)
        if event.button == 1 and not self._drags:
            self._pressed = self._under(event)
            self._swept = False
            if self._pressed is not None:
                self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Select as far as the mouse goes; at an edge of the pane, scroll on."""
        super().on_mouse_move(event)
        if self._pressed is None:
            return
        if not event.button:  # it went up where nobody saw it
            self._pressed = None
            self.release_mouse()
            return
        if event.y <= 0:
            self.top -= 1
        elif event.y >= self.size.height - 1:
            self.top += 1
        head = self._under(event)
        if head is not None and (head != self._pressed or self._swept):
            self._swept = True
            self.selection = Selection(self._pressed, head)

    def on_mouse_up(self, event: MouseUp) -> None:
        """The selection stays; without one, what was selected is no more."""
        super().on_mouse_up(event)
        if self._pressed is not None:
            self._pressed = None
            self.release_mouse()
            if not self._swept:
                self.selection = None

    def on_click(self, event: Click) -> None:
        """Once: the cursor; twice: a word; three times: the whole item."""
        if self._swept:
            self._swept = False
            return
        place = self._under(event) if event.chain > 1 else None
        if place is None:
            super().on_click(event)
        elif event.chain == 2:
            start, end = word_at(self.item_text(place.item), place.start)
            self.selection = Selection(Place(place.item, start, end), Place(place.item, start, end))
        else:
            first, *_, last = (*(own := self.whole_item(place.item)), own[-1])
            ends = (Place(item, 0, len(self.item_text(item))) for item in (first, last))
            self.selection = Selection(*ends)

    def _under(self, event: MouseDown | MouseMove | Click) -> Place | None:
        row, column = event.y - self.framed, event.x - self.framed
        return self.place_at(max(0, min(row, self.page - 1)) + self.top, column)
