"""The summary's pane."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from briefing.reading.contents import SummaryContents
from briefing.tui.bindings import pane_bindings
from briefing.tui.panes.summary_sheet import SummarySheet
from briefing.tui.panes.text_view import TextView


class Summary(TextView):
    """The claims of the view that is open."""

    BINDINGS: ClassVar[list[BindingType]] = pane_bindings("summary")

    def lay_out(self, contents: SummaryContents, width: int) -> SummarySheet:
        """Return the claims laid out."""
        return SummarySheet(contents, width)
