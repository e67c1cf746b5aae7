"""What shows in a window too small to read in."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from briefing.settings.words import in_use, say
from briefing.tui.arrangement import MIN_COLUMNS, MIN_ROWS
from briefing.tui.looks import looks_of
from briefing.tui.panes.row import Row, placed


class TooSmall(Widget):
    """A plain notice over the whole window."""

    ALLOW_SELECT = False

    def render_line(self, y: int) -> Strip:
        """The notice on the first rows, each as long as the window allows (Textual's line API)."""
        width, style = self.size.width, looks_of(self)["text"]
        rows = (
            say("small.size", columns=width, rows=self.size.height),
            say("small.needs", columns=MIN_COLUMNS, rows=MIN_ROWS),
        )
        text = (Segment(rows[y], style),) if y < len(rows) else ()
        return Strip(placed(Row(text, blank=style), width, mirrored=in_use().mirrored), width)
