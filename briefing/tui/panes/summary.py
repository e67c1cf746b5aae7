"""The summary's pane."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from briefing.reading.contents import SummaryContents
from briefing.tui.bindings import pane_bindings
from briefing.tui.panes.links import paragraph_at
from briefing.tui.panes.summary_sheet import SummarySheet
from briefing.tui.panes.text_view import TextView


class Summary(TextView):
    """The claims of the view that is open."""

    BINDINGS: ClassVar[list[BindingType]] = pane_bindings("summary")

    def row_clicked(self, row: int, column: int) -> None:
        """Go to the paragraph whose number was clicked on; or else stand on the claim."""
        value = self.row_value(row)
        if value is not None:
            number = paragraph_at(self.paint(value), self.text_width, column, mirrored=self.mirrored)
            if number is not None:
                self.act("follow", self.id, self.item_at(row)[0], number)
                return
        super().row_clicked(row, column)

    def _bring_cursor(self) -> None:
        """Leave the bottom line in sight, where the reader still stands on the claim that follows on it."""
        contents = self.contents
        if isinstance(contents, SummaryContents) and contents.view.shows_bottom_line and self.top == 0:
            self._keeps_cursor = self._keeps_cursor and contents.cursor != contents.view.first_claim
        super()._bring_cursor()

    def lay_out(self, contents: SummaryContents, width: int) -> SummarySheet:
        """Return the claims laid out."""
        return SummarySheet(contents, width)
