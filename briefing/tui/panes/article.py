"""The article's pane."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec.structs import replace
from textual.binding import BindingType

from briefing.reading.contents import ArticleContents
from briefing.reading.selection import Place
from briefing.tui.bindings import pane_bindings
from briefing.tui.panes.article_sheet import ArticleSheet
from briefing.tui.panes.cross_references import paragraph_led_to
from briefing.tui.panes.heights import Heights
from briefing.tui.panes.hint import Hint, hint_row
from briefing.tui.panes.pane import Act
from briefing.tui.panes.row import Row
from briefing.tui.panes.sheet import Sheet, TextSheet
from briefing.tui.panes.text_view import TextView

if TYPE_CHECKING:
    from briefing.reading.interleaved import InterleavedContents
    from briefing.reading.views import View


class Article(TextView):
    """The passages of the view that is open, with the claims between them if they are read so."""

    BINDINGS: ClassVar[list[BindingType]] = pane_bindings("article", "summary")

    def __init__(self, *, id: str, act: Act) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, act=act)
        self._looks_later = self._has_looked = False

    @property
    def word(self) -> Place | None:
        """The word that the reader stands on."""
        contents: ArticleContents | InterleavedContents | None = self.contents
        if contents is None or isinstance(contents, ArticleContents):
            return contents.word if contents is not None else None
        word = contents.article.word
        return word and replace(word, item=contents.order.position("article", word.item))

    def row_clicked(self, row: int, column: int) -> None:
        """Stand on what was clicked on, and on its word; tell a link's address; go where a citation leads."""
        if not isinstance(self.contents, ArticleContents) and self._cited(row, column):
            return
        super().row_clicked(row, column)
        place = self.place_at(row, column)
        if place is None or row >= self.count_rows() or not isinstance(self.contents, ArticleContents):
            return
        stands = self.selection is None  # else this click is the end of selecting
        index, inside = self.item_at(row)
        lines = self._text.lines(index)
        if inside < len(lines):
            at = column - self._text.column(index, inside, mirrored=self.mirrored)
            if any(first <= at < last for first, last in lines[inside].columns(place.start, place.end)):
                if stands:
                    self.act("stand-on", index, place.start)
                self.act("show-address", index, place.start)
                return
        if stands:
            self.act("leave-word")

    def _in_frame(
        self, contents: Any, rows: list[Hashable], at_thumb: range, marks: Collection[int] = ()
    ) -> list[Hashable]:
        shown = super()._in_frame(contents, rows, at_thumb, marks)
        article = contents if contents is None or isinstance(contents, ArticleContents) else contents.article
        if article and article.status and len(shown) == self.size.height:
            shown[-1] = Hint(article.status, contents.has_focus)
        return shown

    def _row(self, value: Hashable) -> Row:
        return (
            hint_row(value, self.size.width, self.looks) if isinstance(value, Hint) else super()._row(value)
        )

    @property
    def own_heights(self) -> Heights:
        """How high the passages are, and where each begins."""
        return self._own_heights

    def shows(self, view: View) -> bool:
        """Return whether the passages of that view are laid out here, with nothing between them."""
        contents = self.contents
        return self._sheet is not None and isinstance(contents, ArticleContents) and contents.view is view

    # What is in sight.

    def update(self) -> None:
        """Have the rows painted whose values have changed; tell what comes into sight."""
        super().update()
        self._look_later()

    def resized(self) -> None:
        """Wrap for another width, and tell what is in sight then."""
        super().resized()
        self._look_later()

    def _look_later(self) -> None:
        """Tell what is in sight: once the first frame is out, then in time for the frame that shows it."""
        if not self._looks_later:
            self._looks_later = True
            (self.call_later if self._has_looked else self.call_after_refresh)(self._look)

    def _look(self) -> None:
        self._has_looked = True
        if (sight := self.new_sight()) is not None:
            self.act("seen", *sight)

    def new_sight(self) -> tuple[int, int] | None:
        """Return the first and last passage in sight to their ends, if that may have changed and any is.

        It is then taken as told. None before the first frame, which waits for nothing.
        """
        if not self._looks_later or not self._has_looked:
            return None
        self._looks_later = False
        if self._sheet is None or not self.count or not self.page or not self.display:
            return None
        return self._sight(self._sheet, self._heights, self.contents, self.top)

    def sight_ahead(self, contents: Any) -> tuple[int, int] | None:
        """Return the first and last passage in sight to their ends once `contents` are shown, if known.

        It is known of what was measured before, by `paint_ahead`.
        """
        heights = self._heights_of(contents)
        if heights is None or not self.page:
            return None
        return self._sight(self.lay_out(contents, self.text_width), heights, contents, 0)

    def _sight(self, sheet: Sheet, heights: Heights, contents: Any, top: int) -> tuple[int, int] | None:
        first, edge = heights.at(top)[0], top + self.page
        stop = first
        while stop < sheet.count and heights.top(stop + 1) - sheet.blank_rows(stop) <= edge:
            stop += 1
        shown = (_passage_at(contents, item) for item in range(first, stop))
        passages = [passage for passage in shown if passage is not None]
        return (passages[0], passages[-1]) if passages else None

    def cursor_row(self, start: int) -> int:
        """Return the row of the pane with character `start` of the passage that the reader stands on."""
        cursor = self.cursor
        if self._sheet is None or cursor is None or cursor >= self.count:
            return 0
        return self.rows_of_item(cursor).start + self.row_of_place(self._sheet, cursor, start) - self.top

    @property
    def place_on_top(self) -> tuple[int, int] | None:
        """The passage at the upper edge, and the character its line there begins with; None: at the top."""
        if self._sheet is None or not self.count or not self.top:
            return None
        index, inside = self.item_at(self.top)
        place = self.place_of_row(self._sheet, index, inside)
        if place is None:  # the blank row under an item
            index, place = min(index + 1, self.count - 1), 0
        passage = _passage_at(self.contents, index)
        return None if passage is None else (passage, place)

    def _cited(self, row: int, column: int) -> bool:
        """Go to the paragraph whose number was clicked on in a claim; return whether there is one."""
        value = self.row_value(row)
        if value is None:
            return False
        number = paragraph_led_to(self.paint(value), self.text_width, column, mirrored=self.mirrored)
        if number is not None:
            self.act("follow", self.id, self.item_at(row)[0], number)
        return number is not None

    def lay_out(self, contents: ArticleContents | InterleavedContents, width: int) -> TextSheet:
        """Return the passages laid out, and the claims between them."""
        if isinstance(contents, ArticleContents):
            return ArticleSheet(contents, width)
        from briefing.tui.panes.interleaved_sheet import InterleavedSheet  # few read so

        return InterleavedSheet(contents, width)


def _passage_at(contents: ArticleContents | InterleavedContents, item: int) -> int | None:
    """The passage that an item is; None for a claim between passages."""
    if isinstance(contents, ArticleContents):
        return item
    pane, at = contents.order.entry(item)
    return at if pane == "article" else None
