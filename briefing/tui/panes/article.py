"""The article's pane."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from briefing.reading.contents import ArticleContents
from briefing.tui.bindings import pane_bindings
from briefing.tui.panes.article_sheet import ArticleSheet
from briefing.tui.panes.text_view import TextView


class Article(TextView):
    """The passages of the view that is open."""

    BINDINGS: ClassVar[list[BindingType]] = pane_bindings("article")

    def row_clicked(self, row: int, column: int) -> None:
        """Stand on the passage that was clicked on; on a link, tell its address."""
        super().row_clicked(row, column)
        place = self.place_at(row, column)
        if place is None or row >= self.count_rows():
            return
        index, inside = self.item_at(row)
        lines = self._text.lines(index)
        if inside < len(lines):
            at = column - self._text.column(index, inside, mirrored=self.mirrored)
            if any(first <= at < last for first, last in lines[inside].columns(place.start, place.end)):
                self.act("show-address", index, place.start)

    def lay_out(self, contents: ArticleContents, width: int) -> ArticleSheet:
        """Return the passages laid out."""
        return ArticleSheet(contents, width)
