"""What shows in a window too small to read in."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from briefing.reader.folding import MIN_COLUMNS, MIN_ROWS
from briefing.reader.looks import looks_of


class TooSmall(Widget):
    """A plain notice over the whole window."""

    ALLOW_SELECT = False

    def render_line(self, y: int) -> Strip:
        """The notice on the first rows, each as long as the window allows (Textual's line API)."""
        width, style = self.size.width, looks_of(self)["text"]
        rows = (
            f"Window too small: {width}x{self.size.height}",
            f"briefing needs {MIN_COLUMNS}x{MIN_ROWS}",
        )
        text = rows[y] if y < len(rows) else ""
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)
