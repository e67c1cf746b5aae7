"""The lines of a table's row: one with all its cells in columns, or where they do not fit one cell a line."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.arabic import Cell, Line, Presentation, layout
from briefing.reading.forms import GAP, Form
from briefing.tui.panes.flush_lines import FlushLine, cells_beside, flush_with

#: Cells by which the second cell and all further ones are set in, where each has lines of its own.
INSET = 2


def in_columns(form: Form, width: int) -> bool:
    """Return whether the columns of a row's table fit into `width` cells."""
    return bool(form.columns) and sum(form.columns) + GAP * (len(form.columns) - 1) <= width


def row_lines(text: str, form: Form, width: int, presentation: Presentation) -> Sequence[Line]:
    """Return the lines of a row: one where its table fits, or the lines of each cell in turn."""
    if in_columns(form, width):
        line = _table_line(text, form, presentation)
        if line is not None:
            return [line]
    # As many characters, each cell a paragraph of its own: every slice is one of the row's text.
    lines = layout(text.replace("\t", "\n"), max(1, width - INSET), None, presentation)
    return flush_with(form.base, lines, presentation)


def _table_line(text: str, form: Form, presentation: Presentation) -> Line | None:
    """The row in columns; None if one of its cells is wider than its column."""
    written = text.split("\t")
    if len(written) > len(form.columns):
        return None
    pieces: list[list[Cell]] = []
    start = 0
    for number, (cell, room) in enumerate(zip(written, form.columns, strict=False)):
        line, *more = layout(cell, room, None, presentation)
        if more or line.width > room:
            return None
        cells = cells_beside(form.base, line, presentation)
        pieces.append([one._replace(start=one.start + start, end=one.end + start) for one in cells])
        start += len(cell)
        if number < len(written) - 1:
            gap = room - line.width + GAP
            pieces.append([Cell(" " * gap, gap, start, start + 1, form.base == "R")])
            start += 1
    in_order = reversed(pieces) if form.base == "R" else pieces
    return FlushLine(tuple(one for piece in in_order for one in piece), form.base, 0, len(text))
