"""A pane of facts, for a window: it is scrolled by rows, and as high as what it shows."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import Any, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.geometry import Size

from briefing.reading.facts import FactsContents
from briefing.tui.panes.facts_sheet import FactsSheet
from briefing.tui.panes.hint import Hint, hint_row
from briefing.tui.panes.item_view import ItemView
from briefing.tui.panes.row import Row

_FRAME: Final = Size(3, 2)  # columns and rows of the frame, the scrollbar counted


class Facts(ItemView):
    """Facts, in the frame of a pane that has the focus; in its lower row stands what the keys do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_rows(1)", show=False),
        Binding("up,k", "scroll_rows(-1)", show=False),
        Binding("pagedown,space", "page_on", show=False),
        Binding("pageup,shift+space", "page_back", show=False),
        Binding("home,g", "first_item", show=False),
        Binding("end,G", "last_item", show=False),
    ]

    def lay_out(self, contents: FactsContents, width: int) -> FactsSheet:
        """Return the facts laid out."""
        return FactsSheet(contents, width)

    def has_same_items(self, before: FactsContents, after: FactsContents) -> bool:
        """Return whether both have the same items."""
        return before.items == after.items

    def watch_contents(self, before: Any, after: Any) -> None:
        """Show other facts: scrolled as they are, and as high as they need."""
        top = self.top
        super().watch_contents(before, after)
        if before is not None and before != after:
            self.refresh(layout=True)
            self.top = top

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that all facts take, as far as the window has room for them."""
        if self.contents is None or width <= _FRAME.width:
            return _FRAME.height
        sheet = self.lay_out(self.contents, width - _FRAME.width)
        rows = _FRAME.height
        for index in range(sheet.count):
            if rows >= viewport.height:
                break
            rows += sheet.height(index)
        return min(rows, viewport.height)

    def is_folded(self, size: Size) -> bool:
        """Return whether nothing of it is seen: a window is there at any size."""
        return not size.area

    def row_clicked(self, row: int, column: int) -> None:
        """Nothing: there is nothing to choose."""

    def action_scroll_rows(self, step: int) -> None:
        """Scroll by rows."""
        self.top += step

    def _page_by(self, step: int) -> None:
        self.top += step * max(1, self.page - 2)

    def _to_end(self, step: int) -> None:
        self.top = 0 if step < 0 else self._heights.total

    def _in_frame(
        self, contents: Any, rows: list[Hashable], at_thumb: range, marks: Collection[int] = ()
    ) -> list[Hashable]:
        shown = super()._in_frame(contents, rows, at_thumb, marks)
        return (
            [*shown[:-1], Hint(contents.hint, True)] if contents and len(shown) == self.size.height else shown
        )

    def _row(self, value: Hashable) -> Row:
        if not isinstance(value, Hint):
            return super()._row(value)
        return hint_row(value, self.size.width, self.looks)
