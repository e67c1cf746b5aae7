"""The article's pane."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, ClassVar

from textual.binding import BindingType

from briefing.reading.contents import ArticleContents
from briefing.reading.selection import Place
from briefing.tui.bindings import pane_bindings
from briefing.tui.panes.article_sheet import ArticleSheet
from briefing.tui.panes.hint import Hint, hint_row
from briefing.tui.panes.row import Row
from briefing.tui.panes.text_view import TextView


class Article(TextView):
    """The passages of the view that is open."""

    BINDINGS: ClassVar[list[BindingType]] = pane_bindings("article")

    @property
    def word(self) -> Place | None:
        """The word that the reader stands on."""
        word: Place | None = self.contents.word if self.contents is not None else None
        return word

    def row_clicked(self, row: int, column: int) -> None:
        """Stand on the passage that was clicked on, and on its word; on a link, tell its address."""
        super().row_clicked(row, column)
        place = self.place_at(row, column)
        if place is None or row >= self.count_rows():
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

    def _in_frame(self, contents: Any, rows: list[Hashable], at_thumb: range) -> list[Hashable]:
        shown = super()._in_frame(contents, rows, at_thumb)
        if contents and contents.status and len(shown) == self.size.height:
            shown[-1] = Hint(contents.status, contents.has_focus)
        return shown

    def _row(self, value: Hashable) -> Row:
        return (
            hint_row(value, self.size.width, self.looks) if isinstance(value, Hint) else super()._row(value)
        )

    def lay_out(self, contents: ArticleContents, width: int) -> ArticleSheet:
        """Return the passages laid out."""
        return ArticleSheet(contents, width)
