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

    def lay_out(self, contents: ArticleContents, width: int) -> ArticleSheet:
        """Return the passages laid out."""
        return ArticleSheet(contents, width)
