"""Right-to-left text for grids of cells: text in, cells out. Knows no screen and no briefing."""

from briefing.arabic.levels import Direction
from briefing.arabic.lines import Cell, Line, Paragraph, layout
from briefing.arabic.long_text import Lines, LongText
from briefing.arabic.order import Resolved, resolve

__all__ = ["Cell", "Direction", "Line", "Lines", "LongText", "Paragraph", "Resolved", "layout", "resolve"]
