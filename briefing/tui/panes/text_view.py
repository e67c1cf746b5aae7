"""Selecting text with the mouse and with shift and arrows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import Any

from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.geometry import Size

from briefing.arabic import Line
from briefing.reading.effects import Reveal
from briefing.reading.selection import Place, Selection, word_at
from briefing.tui.panes.item_view import ItemView
from briefing.tui.panes.pane import Act
from briefing.tui.panes.sheet import Sheet, TextSheet

# Rows from one text to the next at most: a rule and two blank rows stand between them.
_APART = 4


def line_at(lines: Sequence[Line], place: int) -> int:
    """Return the row of the line that holds the character at `place`, or of the last."""
    return min(bisect_right(lines, place, key=lambda line: line.end), max(0, len(lines) - 1))


def _clusters(lines: Sequence[Line], rows: range) -> list[tuple[int, int]]:
    """The clusters, in logical order, of the first of the lines in these rows that has any."""
    for row in rows:
        if cells := lines[row].cells:
            return sorted((cell.start, cell.end) for cell in cells)
    return []


class TextView(ItemView):
    """Items whose text can be selected.

    A selection is a logical range: it may show as several runs in a row.
    """

    def __init__(self, *, id: str, act: Act) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, act=act)
        self._pressed: Place | None = None
        self._keeps_cursor = False  # whether what the reader stands on was in sight at the last size
        self._swept = False  # whether the mouse moved on with its button down

    @property
    def _text(self) -> TextSheet:
        assert isinstance(self._sheet, TextSheet)
        return self._sheet

    @property
    def selection(self) -> Selection | None:
        """What is selected here."""
        selection: Selection | None = self.contents.selection if self.contents is not None else None
        return selection

    @property
    def word(self) -> Place | None:
        """The word that the reader stands on here."""
        return None

    def select(self, selection: Selection | None) -> None:
        """Have something selected, or (None) nothing."""
        if selection != self.selection:
            self.act("select", self.id, selection)

    # Another width.

    def place_of_row(self, sheet: Sheet, index: int, row: int) -> int | None:
        """Return the index in the item's text of the row's first character."""
        assert isinstance(sheet, TextSheet)
        lines = sheet.lines(index)
        return lines[row].start if 0 <= row < len(lines) else None

    def row_of_place(self, sheet: Sheet, index: int, place: int) -> int:
        """Return the row of the line that holds that character."""
        assert isinstance(sheet, TextSheet)
        return line_at(sheet.lines(index), place)

    def _take_size(self, size: Size) -> None:
        """Take another size. Of several in a row, the first says whether the cursor is in sight."""
        if not self._is_laid_out_for(size):  # that of the frame before is told once more, by the event
            self._keeps_cursor = self._keeps_cursor or self._is_cursor_in_sight()
        super()._take_size(size)

    def resized(self) -> None:
        """Wrap for another width; the reader stands where they stood, in sight if it was."""
        awaited = self._awaited if self._awaited is not None and self._awaited.at_edge else None
        if awaited is not None:
            self._awaited, self._keeps_cursor = None, False
        super().resized()
        if awaited is None:
            self.call_later(self._bring_cursor)
        else:  # at once: it is what the first frame shows
            self.set_reactive(TextView.top, self._row_of(awaited))

    def reveal(self, reveal: Reveal) -> None:
        """Bring what an effect names into sight, or to the upper edge if that is asked for."""
        if reveal.at_edge and self._sheet is not None:
            self.top = self._row_of(reveal)
        else:
            super().reveal(reveal)

    def _row_of(self, reveal: Reveal) -> int:
        """The row of the content that an effect names; 0 if there is no such item."""
        if self._sheet is None or not 0 <= reveal.item < self._sheet.count:
            return 0
        self._measure_around(reveal.item)
        row = self._heights.top(reveal.item) + self.row_of_place(self._sheet, reveal.item, reveal.start)
        return self.validate_top(row)

    def _bring_cursor(self) -> None:
        """Bring what the reader stands on into sight, if it was in sight before."""
        keeps, self._keeps_cursor = self._keeps_cursor, False
        cursor = self.cursor
        if keeps and cursor is not None and cursor < self.count:
            if (word := self.word) is not None:
                self.show_item(cursor, self.row_of_place(self._text, cursor, word.start), stays=True)
            elif not self._is_cursor_in_sight():
                self.show_item(cursor)

    def bring_back(self) -> None:
        """Bring what the reader stands on into sight, if no line of it is."""
        self._keeps_cursor = True
        self._bring_cursor()

    def _is_cursor_in_sight(self) -> bool:
        """Whether a line of what the reader stands on is in sight; a blank row under it is none."""
        cursor = self.cursor
        if cursor is None or cursor >= self.count or not self.page:
            return False
        self._measure_around(cursor)
        rows = self.rows_of_item(cursor)
        start, stop = rows.start, max(rows.stop - self._text.blank_rows(cursor), rows.start + 1)
        if (word := self.word) is not None:
            start += self.row_of_place(self._text, cursor, word.start)
            stop = start + 1
        return start < self.top + self.page and self.top < stop

    # Where things are.

    def bar_marks(self) -> Collection[int]:
        """Return the rows of the scrollbar at which there is a hit of a search."""
        hits = self._items_hit() if self.contents is not None and self._sheet is not None else ()
        if not hits:
            return ()
        from briefing.tui.panes.bar_marks import marked_rows  # not on the way to the first frame

        return marked_rows(hits, self._heights, self.page, self._hit_rows)

    def _items_hit(self) -> Sequence[int]:
        """The items with a hit, ascending."""
        hits: Sequence[int] = self.contents.hits
        return hits

    def _hit_places(self, index: int) -> Sequence[int]:
        """Where in the text of an item hits begin."""
        places: Sequence[int] = self.contents.hit_places(index)
        return places

    def _hit_rows(self, index: int) -> list[int]:
        """The rows of an item in which hits begin."""
        lines = self._text.lines(index)
        return [line_at(lines, start) for start in self._hit_places(index)]

    def place_at(self, row: int, column: int) -> Place | None:
        """Return the cluster at a content row and column, or the nearest in that row; None without text."""
        if not self.count or not self.text_width:
            return None
        index, inside = self.item_at(max(0, min(row, self.count_rows() - 1)))
        lines = self._text.lines(index)
        inside = max(0, min(inside, len(lines) - 1))
        line = lines[inside]
        at = line.index_at(column - self._text.column(index, inside, mirrored=self.mirrored))
        end = next((cell.end for cell in line.cells if cell.start == at), line.end)
        return Place(index, at, end)

    def _row_and_column(self, place: Place) -> tuple[int, int]:
        lines = self._text.lines(place.item)
        inside = line_at(lines, place.start)
        runs = lines[inside].columns(place.start, place.end)
        column = self._text.column(place.item, inside, mirrored=self.mirrored) + (runs[0][0] if runs else 0)
        return self._heights.top(place.item) + inside, column

    # The selection by keys.

    def action_extend_left(self) -> None:
        """Move the selection's head by a cluster to the left."""
        self._extend(-1, 0)

    def action_extend_right(self) -> None:
        """Move the selection's head by a cluster to the right."""
        self._extend(1, 0)

    def action_extend_up(self) -> None:
        """Move the selection's head a row up."""
        self._extend(0, -1)

    def action_extend_down(self) -> None:
        """Move the selection's head a row down."""
        self._extend(0, 1)

    def _extend(self, columns: int, rows: int) -> None:
        if self._sheet is None:
            return  # the window was never large enough to lay anything out
        selection = self.selection
        if selection is None:
            place = self.word or self._start_of_cursor()
            if place is not None:
                self.select(Selection(place, place))
            return
        head = self._end_of(selection.head, columns, rows)
        row, column = self._row_and_column(head)
        moved = self._beside(head, columns) if columns else self.place_at(row + rows, column)
        reach = 2
        while moved == head and rows and reach <= _APART and 0 <= row + reach * rows < self.count_rows():
            moved = self.place_at(row + reach * rows, column)  # over the rows without text between items
            reach += 1
        if moved is not None:
            self.select(Selection(selection.anchor, moved))
            self.show_item(moved.item, self._row_and_column(moved)[0] - self._heights.top(moved.item))

    def _end_of(self, head: Place, columns: int, rows: int) -> Place:
        """The cluster at the end of a selected word that the selection is moved from."""
        lines = self._text.lines(head.item)
        is_onward = (columns < 0) == (lines[0].base == "R") if columns else rows > 0
        own = line_at(lines, head.end - 1 if is_onward else head.start)
        spans = [one for one in _clusters(lines, range(own, own + 1)) if head.start <= one[0] < head.end]
        return Place(head.item, *spans[-1 if is_onward else 0]) if len(spans) > 1 else head

    def _start_of_cursor(self) -> Place | None:
        index = self.cursor if self.cursor is not None else self.item_at(self.top)[0]
        if index >= self.count:
            return None
        found = _clusters(self._text.lines(index), range(1))
        return Place(index, *found[0]) if found else None

    def _beside(self, head: Place, columns: int) -> Place:
        """The next cluster to that side, as the paragraph runs; at its end, the next item's first."""
        lines = self._text.lines(head.item)
        onwards = (columns < 0) == (lines[0].base == "R")
        own = line_at(lines, head.start)
        spans = _clusters(lines, range(own, own + 1))
        at = next((n for n, span in enumerate(spans) if span[0] >= head.start), len(spans))
        at += 1 if onwards else -1
        if 0 <= at < len(spans):
            return Place(head.item, *spans[at])
        found = _clusters(lines, range(own + 1, len(lines)) if onwards else range(own - 1, -1, -1))
        if found:
            return Place(head.item, *found[0 if onwards else -1])
        item = self._next_selectable(head.item + (1 if onwards else -1), 1 if onwards else -1)
        if item is None:
            return head
        lines = self._text.lines(item)
        found = _clusters(lines, range(len(lines)) if onwards else range(len(lines) - 1, -1, -1))
        return Place(item, *found[0 if onwards else -1]) if found else head

    # The mouse.

    def mouse_pressed(self, event: MouseDown) -> None:
        """Begin a selection, perhaps."""
        super().mouse_pressed(event)
        if event.button == 1 and not self._drags:
            self._pressed = self._under(event)
            self._swept = False
            if self._pressed is not None:
                self.capture_mouse()

    def mouse_moved(self, event: MouseMove) -> None:
        """Select as far as the mouse goes; at an edge of the pane, scroll on."""
        super().mouse_moved(event)
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
            self.select(Selection(self._pressed, head))

    def mouse_released(self, event: MouseUp) -> None:
        """Keep the selection; a click without one takes away what was selected."""
        super().mouse_released(event)
        if self._pressed is not None:
            self._pressed = None
            self.release_mouse()
            if not self._swept:
                self.select(None)

    def clicked(self, event: Click) -> None:
        """Once: the cursor; twice: a word; three times: the whole item."""
        if self._swept:
            self._swept = False
            return
        place = self._under(event) if event.chain > 1 else None
        if place is None:
            super().clicked(event)
        elif event.chain == 2:
            start, end = word_at(self._text.text(place.item), place.start)
            word = Place(place.item, start, end)
            self.select(Selection(word, word))
        else:
            own = self._text.together(place.item)
            first, last = (Place(item, 0, len(self._text.text(item))) for item in (own[0], own[-1]))
            self.select(Selection(first, last))

    def _under(self, event: MouseDown | MouseMove | Click) -> Place | None:
        row, column = event.y - self.has_frame, event.x - self._text_left
        return self.place_at(max(0, min(row, self.page - 1)) + self.top, column)

    def has_same_items(self, before: Any, after: Any) -> bool:
        """Return whether both are contents of the same view; how it is presented changes no lines."""
        return before.view is after.view and type(before) is type(after)
