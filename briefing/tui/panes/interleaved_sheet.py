"""Paragraphs and claims laid out under one another, each as on the sheet of its own pane."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import lru_cache

from msgspec.structs import replace

from briefing.arabic import Line
from briefing.reading.interleaved import InterleavedContents
from briefing.reading.marks import cut
from briefing.reading.views import Heading
from briefing.tui.panes.article_sheet import ArticleRow, ArticleSheet
from briefing.tui.panes.row import Row
from briefing.tui.panes.sheet import Looks, TextSheet
from briefing.tui.panes.summary_sheet import SummaryRow, SummarySheet


class InterleavedSheet(TextSheet):
    """Passages with what is said about them between them, by position."""

    def __init__(self, contents: InterleavedContents, width: int) -> None:
        super().__init__(width)
        self._contents = contents
        self._article = ArticleSheet(contents.article, width)
        self._summary = SummarySheet(contents.summary, width)
        self._part = lru_cache(maxsize=256)(self._find)

    @property
    def rows_key(self) -> Hashable:
        """What the rows of both depend on."""
        return self._article.rows_key, self._summary.rows_key

    @property
    def count(self) -> int:
        """The passages, and the items of the summary."""
        return self._contents.order.count

    @property
    def cursor(self) -> int | None:
        """The position that the reader stands at."""
        return self._contents.cursor

    def is_selectable(self, index: int) -> bool:
        """Return whether a passage or a claim stands there."""
        return self._contents.order.entry(index).pane == "article" or self._contents.is_claim(index)

    def height(self, index: int) -> int:
        """Return the rows of what stands there, and the blank ones under it."""
        return self._rows(index) + self.blank_rows(index)

    def _rows(self, index: int) -> int:
        sheet, own = self._part(index)
        return sheet.height(own) - sheet.blank_rows(own)

    def blank_rows(self, index: int) -> int:
        """Return the blank rows under it: none under a heading, one under a claim."""
        if index >= self.count - 1:
            return 0
        sheet, own = self._part(index)
        if sheet is self._article and self._part(index + 1)[0] is self._article:
            return sheet.blank_rows(own)
        return 0 if self._is_heading(index) else 1

    def _is_heading(self, index: int) -> bool:
        pane, own = self._contents.order.entry(index)
        return pane == "summary" and isinstance(self._contents.view.items[own], Heading)

    def row(self, index: int, inside: int) -> Hashable | None:
        """Return what that row shows."""
        if inside >= self._rows(index):
            return None
        sheet, own = self._part(index)
        value, lines = sheet.row(own, inside), sheet.lines(own)
        selection = self._contents.selection
        if selection is None or inside >= len(lines) or not isinstance(value, ArticleRow | SummaryRow):
            return value
        span = selection.in_item(index, len(sheet.text(own)))
        line = lines[inside]
        return replace(value, selected=cut((span,), line.start, line.end) if span else ())

    def paint(self, value: Hashable, looks: Looks) -> Row:
        """Return the row as the sheet paints it that it comes from."""
        return (self._summary if isinstance(value, SummaryRow) else self._article).paint(value, looks)

    def text(self, index: int) -> str:
        """Return the text that stands there."""
        sheet, own = self._part(index)
        return sheet.text(own)

    def lines(self, index: int) -> Sequence[Line]:
        """Return its lines."""
        sheet, own = self._part(index)
        return sheet.lines(own)

    def column(self, index: int, inside: int, *, mirrored: bool) -> int:
        """Return the column of a line's first cell."""
        sheet, own = self._part(index)
        return sheet.column(own, inside, mirrored=mirrored)

    def together(self, index: int) -> range:
        """Return the positions of the passages that make up one paragraph."""
        sheet, own = self._part(index)
        if sheet is not self._article:
            return range(index, index + 1)
        order, passages = self._contents.order, sheet.together(own)
        return range(order.position("article", passages[0]), order.position("article", passages[-1]) + 1)

    def _find(self, position: int) -> tuple[TextSheet, int]:
        """The sheet that what stands there is laid out on, and its index on that."""
        pane, index = self._contents.order.entry(position)
        return (self._article if pane == "article" else self._summary), index
