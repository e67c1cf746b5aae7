"""Lines without a letter of their own, which stand where the text around them begins, and have its digits."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.arabic import Cell, Direction, Line, Presentation
from briefing.reading.forms import direction


class FlushLine(Line):
    """A line flush with a side that need not be its paragraph's; its cells stay in the order that they have.

    Of a table's row in columns, the blanks between two columns show the tab that parts them.
    """

    def __init__(self, cells: tuple[Cell, ...], base: Direction, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.cells = cells
        self.text = "".join(cell.text for cell in cells)
        self._base = base

    @property
    def base(self) -> Direction:
        """The side."""
        return self._base


def flush_with(base: Direction, lines: Iterable[Line], presentation: Presentation) -> list[Line]:
    """Return the same lines at that side."""
    return [FlushLine(cells_beside(base, line, presentation), base, line.start, line.end) for line in lines]


def cells_beside(base: Direction, line: Line, presentation: Presentation) -> tuple[Cell, ...]:
    """Return the cells of a line that stands in text of that direction: numbers alone are of that text."""
    paragraph = line.paragraph
    if base == "L" or presentation.digits == "written" or direction(paragraph.text) is not None:
        return line.cells
    from briefing.arabic.digits import with_digits  # most readers want them as they were written

    return tuple(with_digits(line.cells, paragraph.text, paragraph.offset, presentation.digits, rtl=True))
