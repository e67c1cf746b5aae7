"""The sidebar's pane: a list of the views, or one row of them where width is short."""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar

from textual.binding import BindingType

from briefing.reading.sidebar import SidebarContents
from briefing.tui.bindings import pane_bindings
from briefing.tui.panes.item_view import ItemView
from briefing.tui.panes.row import Row
from briefing.tui.panes.sidebar_sheet import SidebarSheet, count_of, tab_row, tabs_of


def _widths(contents: SidebarContents) -> tuple[int, ...]:
    """The widths of the numbers of hits; the same as long as nothing is searched for."""
    return tuple(len(count_of(contents.item(index))) for index in range(len(contents.found)))


class Sidebar(ItemView):
    """One entry for each view. It is horizontal, one row, when it has no frame."""

    BINDINGS: ClassVar[list[BindingType]] = pane_bindings("sidebar")

    def lay_out(self, contents: SidebarContents, width: int) -> SidebarSheet:
        """Return the entries laid out."""
        return SidebarSheet(contents, width)

    def has_same_items(self, before: SidebarContents, after: SidebarContents) -> bool:
        """Return whether both have the same views, with numbers of the same width beside them."""
        return before.views is after.views and _widths(before) == _widths(after)

    def watch_contents(self, before: SidebarContents | None, after: SidebarContents) -> None:
        """Show the views; the one that is open comes into sight."""
        super().watch_contents(before, after)
        is_other = before is not None and (before.current != after.current or before.found != after.found)
        if self.has_frame and is_other and self._sheet is not None:
            self.show_item(after.current)

    def resized(self) -> None:
        """Lay the views out for another width; the one that is open is in sight."""
        super().resized()
        if self.has_frame and self._sheet is not None:
            self.show_item(self.contents.current)

    def count_rows(self) -> int:
        """Return all rows of the vertical sidebar, or the one of the horizontal one."""
        return super().count_rows() if self.has_frame else 1

    def page_values(self, top: int, page: int) -> list[Hashable]:
        """Return what rows of the vertical sidebar show, or all that the one of the horizontal one does."""
        if self.has_frame:
            return super().page_values(top, page)
        return [self.contents, *[None] * page][:page]

    def paint(self, value: Hashable) -> Row:
        """Return an entry's row, or all entries in one."""
        if isinstance(value, SidebarContents):
            return tab_row(value, tabs_of(value, self.text_width), self.looks)
        return super().paint(value)

    def paint_ahead(self, contents: SidebarContents) -> None:
        """Paint, and keep, what it will show; nothing is seen of it."""
        if self.has_frame:
            super().paint_ahead(contents)
        elif self._extent:
            self.keep_painted([contents])

    def row_clicked(self, row: int, column: int) -> None:
        """Open the view that was clicked on."""
        if self.has_frame:
            super().row_clicked(row, column)
            return
        column = self.text_width - 1 - column if self.mirrored else column
        for tab in tabs_of(self.contents, self.text_width):
            if tab.start <= column < tab.end:
                self.item_clicked(tab.view)

    def _step(self, step: int) -> None:
        """Step by one entry; entries are short, none is gone through."""
        index = self._next_selectable((self.cursor or 0) + step, step)
        if index is not None:
            self.put_cursor(index)
