"""The list of a window over the reader, in its frame: facts or options, and a text under them, if any."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from typing import Any, ClassVar, Final, NamedTuple

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Size
from textual.reactive import reactive

from briefing.arabic import Line
from briefing.reading.listed import ListContents, Under
from briefing.tui.panes.hint import Hint, hint_row
from briefing.tui.panes.item_view import ItemView
from briefing.tui.panes.list_sheet import ListSheet
from briefing.tui.panes.pane import Act, Framed
from briefing.tui.panes.row import Row
from briefing.tui.panes.sheet import Sheet
from briefing.tui.panes.under_rows import UnderRow, under_lines, under_row


class Divider(NamedTuple):
    """All that the row between a list and the text under it shows."""

    has_focus: bool


_FRAME: Final = Size(3, 2)  # columns and rows of the frame, the scrollbar counted


class ListPane(ItemView):
    """`contents` laid out on sheets of the class `sheet`; as high as they are, within `heights`.

    Where the contents have a cursor, keys and clicks move it, and whoever asks for this pane is told by
    `act`: `put-cursor` and `jump-to` as by any pane, and `take` after a click on an item, or as many clicks
    as `clicks`. Where there is no cursor, keys scroll by rows.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "next_item", show=False),
        Binding("up,k", "previous_item", show=False),
        Binding("pagedown,space", "page_on", show=False),
        Binding("pageup,shift+space", "page_back", show=False),
        Binding("home,g", "first_item", show=False),
        Binding("end,G", "last_item", show=False),
    ]

    under_top: reactive[int] = reactive(0, init=False, repaint=False)

    def __init__(
        self,
        *,
        id: str,  # noqa: A002 - Textual's name for it
        act: Act,
        sheet: type[ListSheet[Any]],
        heights: range = range(1000),
        clicks: int = 1,
    ) -> None:
        super().__init__(id=id, act=act)
        self._sheet_of, self._within, self._clicks = sheet, heights, clicks
        self._chain = 0  # clicks so far, one soon after the other

    def lay_out(self, contents: ListContents[Any], width: int) -> Sheet:
        """Return the contents laid out."""
        return self._sheet_of(contents, width)

    def has_same_items(self, before: ListContents[Any], after: ListContents[Any]) -> bool:
        """Return whether both have the same items."""
        return before.items == after.items

    def watch_contents(self, before: Any, after: Any) -> None:
        """Show other contents: scrolled as they were, and as high as they are."""
        top = self.top
        if before is not None and after is not None and before.under != after.under:
            self.set_reactive(ListPane.under_top, 0)
        super().watch_contents(before, after)
        if before is not None and after is not None and not self.has_same_items(before, after):
            self.refresh(layout=True)
            self.top = top

    # Room.

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that all of it takes, as far as the window has room for them."""
        if self.contents is None or width <= _FRAME.width:
            return _FRAME.height
        sheet, under = self.lay_out(self.contents, width - _FRAME.width), self.contents.under
        most = min(viewport.height, self._within.stop - 1)
        rows = _FRAME.height + (under.rows + 1 if under else 0)
        for index in range(sheet.count):
            if rows >= most:
                break
            rows += sheet.height(index)
        return min(max(rows, self._within.start), most)

    def is_folded(self, size: Size) -> bool:
        """Return whether nothing of it is seen: a window is there at any size."""
        return not size.area

    @property
    def page(self) -> int:
        """Rows of the list in sight: all it has, as far as the text under it lets it."""
        room, under = super().page, self._under
        return room if under is None else max(1, min(self.count, room - under.rows - 1))

    @property
    def _under(self) -> Under | None:
        return self.contents.under if self.contents is not None else None

    @property
    def _under_page(self) -> int:
        """Rows of the text under the list in sight."""
        return max(0, super().page - self.page - 1)

    def resized(self) -> None:
        """Lay out for another width; the cursor stays in sight."""
        super().resized()
        self.call_later(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if self.cursor is not None:
            self.show_item(self.cursor)
            self.under_top = self.under_top

    # Moving.

    def _step(self, step: int) -> None:
        if self.cursor is None:
            self.top += step
        else:
            super()._step(step)

    def _page_by(self, step: int) -> None:
        if self._under is not None and self._under.is_scrolled:
            self.under_top += step * max(1, self._under_page)
        else:
            super()._page_by(step)

    def validate_under_top(self, top: int) -> int:
        """Keep the last rows at the lower edge."""
        rows = len(self._under_lines()) if self._under is not None else 0
        return max(0, min(top, rows - self._under_page))

    def watch_under_top(self) -> None:
        """Scroll what stands under the list."""
        self.update()

    def clicked(self, event: Click) -> None:
        """Tell what was clicked on, and keep how often."""
        self._chain = event.chain
        super().clicked(event)

    def item_clicked(self, index: int) -> None:
        """Go to an item; take it, if that was the last of the clicks it takes."""
        super().item_clicked(index)
        if self.cursor is not None and self._chain >= self._clicks:
            self.act("take")

    def scroll_by_wheel(self, rows: int, y: int) -> None:
        """Scroll the list, or the text under it."""
        if self._under is not None and self._under.is_scrolled and y > self.page:
            self.under_top += rows
        else:
            super().scroll_by_wheel(rows, y)

    # Painting.

    def _under_lines(self) -> Sequence[Line]:
        assert self._under is not None
        return under_lines(self._under, self.contents.presentation, self.text_width)

    def _in_frame(
        self, contents: Any, rows: list[Hashable], at_thumb: range, marks: Collection[int] = ()
    ) -> list[Hashable]:
        shown = super()._in_frame(contents, rows, at_thumb, marks)[: len(rows) + 1]
        if contents is None:
            return shown
        if contents.under is not None and self.page < super().page:
            focused = contents.has_focus
            shown.append(Divider(focused))
            shown += [Framed(value, focused, False) for value in self._under_values(contents)]
        return [*shown, Hint(contents.hint, contents.has_focus)][: self.size.height]

    def _under_values(self, contents: ListContents[Any]) -> Iterator[UnderRow | None]:
        """What the rows under the list show; if more than fit cannot be scrolled, the last one is cut."""
        assert contents.under is not None
        count, page = len(self._under_lines()), self._under_page
        for at in range(self.under_top, self.under_top + page):
            is_cut = not contents.under.is_scrolled and at == page - 1 < count - 1
            yield UnderRow(contents.under, contents.presentation, at, is_cut) if at < count else None

    def paint(self, value: Hashable) -> Row:
        """Return the row of an item, or of the text under the list."""
        if isinstance(value, UnderRow):
            return under_row(value, self.text_width, self.looks)
        return super().paint(value)

    def _row(self, value: Hashable) -> Row:
        if isinstance(value, Hint):
            return hint_row(value, self.size.width, self.looks)
        if isinstance(value, Divider):
            side = (Segment("│", self._frame(value.has_focus)),)
            return Row(side, (Segment("─" * max(0, self.size.width - 2), self.looks["frame"]),), side)
        return super()._row(value)
