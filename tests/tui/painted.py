"""What is painted in a reader without a terminal, as cells and rows."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui import BriefingApp
from tests.tui.cells import Cell, cells_of


class Painted:
    """The window of a running reader, as cells."""

    def __init__(self, app: BriefingApp) -> None:
        self.app = app
        # What is painted now, once somebody has asked.
        self._strips: list[Strip] | None = None
        self._cells: list[list[Cell]] | None = None

    def forget(self) -> None:
        """Look again next time: something else may be painted."""
        self._strips = self._cells = None

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows of the window."""
        return self.app.size.width, self.app.size.height

    def cells(self) -> list[list[Cell]]:
        """Every painted cell, row by row."""
        if self._cells is None:
            self._cells = [
                cells_of(tuple((part.text, part.style or Style.null()) for part in row))
                for row in self._painted()
            ]
        return self._cells

    def rows(self) -> list[str]:
        """The painted text, row by row."""
        return [row.text for row in self._painted()]

    def row(self, y: int) -> str:
        """One painted row."""
        return self._painted()[y].text

    def _painted(self) -> list[Strip]:
        if self._strips is None:
            self._strips = self.app.screen._compositor.render_strips()
        return self._strips

    @property
    def text(self) -> str:
        """All painted rows."""
        return "\n".join(self.rows())

    def region(self, widget: Widget) -> Region:
        """Where a pane is painted, its frame included; an empty region if it is folded away."""
        return widget.region if widget.display and all(one.display for one in widget.ancestors) else Region()

    def inside(self, widget: Widget) -> list[list[Cell]]:
        """The cells of a pane."""
        return self._in(self.region(widget))

    @property
    def window(self) -> Region:
        """Where the window stands that lies over the reader; without one, all of the screen."""
        frames = [one.region for one in self.app.screen.displayed_children if one.region]
        return (
            self.app.screen.region
            if self.app.screen is self.app.screen_stack[0]
            else Region.from_union(frames)
        )

    @property
    def window_text(self) -> str:
        """What is painted in that window, row by row."""
        return "\n".join("".join(cell.text for cell in row) for row in self._in(self.window))

    def _in(self, region: Region) -> list[list[Cell]]:
        rows = self.cells()[region.y : region.bottom]
        return [row[region.x : region.right] for row in rows]

    def find(self, text: str) -> tuple[int, int]:
        """The column and row where `text` is painted first; AssertionError if it is not."""
        for y, row in enumerate(self.cells()):
            columns = [x for x, cell in enumerate(row) for _ in cell.text]
            at = "".join(cell.text for cell in row).find(text)
            if at >= 0:
                return columns[at], y
        raise AssertionError(f"{text!r} is not painted:\n{self.text}")
