"""Right-to-left text for grids of cells: text in, cells out. Knows no screen and no briefing."""

from briefing.arabic.lines import Cell, Line, Paragraph, layout
from briefing.arabic.order import Direction, Resolved, resolve

__all__ = ["Cell", "Direction", "Line", "Paragraph", "Resolved", "layout", "resolve"]
