"""What stands before a text, at the side it begins at, and is no part of it: labels, bars, indents."""

from __future__ import annotations

from typing import NamedTuple

from rich.segment import Segment

from briefing.arabic import Direction, Presentation
from briefing.reading.forms import Form
from briefing.tui.painting import line_segments, one_line
from briefing.tui.panes.sheet import Looks

# Cells that each further level is set in.
_STEP = 3
# The level of headings from which on they are set in: those above it have a rule under them, or none.
_DEEP = 4
# A bar and its blank, and bars at most.
_BAR = 2
_BARS = 6
_SIGNS = {"quote": "│", "code": "┊"}


class Margin(NamedTuple):
    """The cells of each part, in their order from the side that the text begins at; `bars` counts bars."""

    indent: int
    hang: int
    bars: int

    @property
    def width(self) -> int:
        """The cells of all of it."""
        return self.indent + self.hang + self.bars * _BAR


def margin_of(form: Form, room: int) -> Margin:
    """Return the margin of a text that has `room` cells with its margin: half of them at most."""
    most = room // 2
    hang = min(form.hang, most)
    in_list = form.kind in ("item", "code")
    levels = form.level - 1 if in_list else form.level - _DEEP if form.kind == "heading" else 0
    bars = max(1, form.level) if form.kind == "quote" else int(form.kind in _SIGNS)
    bars = min(bars, _BARS, (most - hang) // _BAR)
    return Margin(min(max(0, levels) * _STEP, most - hang - bars * _BAR), hang, bars)


def margin_segments(
    form: Form, margin: Margin, base: Direction, looks: Looks, presentation: Presentation, *, first: bool
) -> list[Segment]:
    """Return a margin from left to right, with the label if the line is the `first` of its paragraph."""
    blank = looks["text"]
    pieces = [[Segment(" " * margin.indent, blank)]]
    label = one_line(form.label, margin.hang - 1, base, presentation) if first and margin.hang > 1 else None
    if label is not None and label.width < margin.hang:
        pieces += [[Segment(" " * (margin.hang - 1 - label.width), blank)]]
        pieces += [[*line_segments(label, looks["quiet"])], [Segment(" ", blank)]]
    else:
        pieces += [[Segment(" " * margin.hang, blank)]]
    for _ in range(margin.bars):
        pieces += [[Segment(_SIGNS[form.kind], looks["quiet"])], [Segment(" ", blank)]]
    in_order = reversed(pieces) if base == "R" else pieces
    return [segment for piece in in_order for segment in piece if segment.text]
