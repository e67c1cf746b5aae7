"""Right-to-left text for grids of cells: text in, cells out. Knows no screen and no briefing."""

from briefing.arabic.cell import Cell
from briefing.arabic.levels import Direction
from briefing.arabic.lines import Line, Paragraph
from briefing.arabic.long_text import Lines, LongText, count_lines, layout
from briefing.arabic.presentation import AS_WRITTEN, Presentation
from briefing.arabic.reordering import Resolved, resolve

__all__ = [
    "AS_WRITTEN",
    "Cell",
    "Direction",
    "Line",
    "Lines",
    "LongText",
    "Paragraph",
    "Presentation",
    "Resolved",
    "count_lines",
    "layout",
    "resolve",
]
