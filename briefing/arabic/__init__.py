"""Lays out right-to-left text for a grid of cells: text in, cells out. Knows no screen and no briefing.

`layout` breaks a text into `Line`s (UAX #14), whose `Cell`s are in visual order (UAX #9), with Arabic
letters joined. `LongText` does it lazily, `count_lines` only counts. `resolve` gives the levels and the
order alone.

Indices count characters of the text that was laid out, columns count cells from the left; slices exclude
their end.
"""

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
