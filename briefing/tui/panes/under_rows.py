"""A text under a list: laid out line by line, each in its direction, and painted from what a row shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment

from briefing.arabic import Direction, Line, Presentation, layout
from briefing.reading.listed import Under
from briefing.tui.painting import label, line_segments, one_line
from briefing.tui.panes.row import Row
from briefing.tui.panes.sheet import Looks

_MARGIN = 1


class UnderRow(NamedTuple):
    """All that a row of the text shows: line `at`; `is_cut`: and what follows, as far as there is room."""

    under: Under
    presentation: Presentation
    at: int
    is_cut: bool = False


def under_lines(under: Under, presentation: Presentation, width: int) -> Sequence[Line]:
    """Return the lines of a text that stands under a list, where its window has `width` cells for it."""
    return _laid(under.text, under.base, presentation, max(1, width - 2 * _MARGIN))


@lru_cache(maxsize=8)
def _laid(text: str, base: Direction | None, presentation: Presentation, width: int) -> Sequence[Line]:
    return [
        line
        for paragraph in text.splitlines() or [""]
        for line in layout(label(paragraph), width, base, presentation)
    ]


def under_row(value: UnderRow, width: int, looks: Looks) -> Row:
    """Return a row of the text in `width` cells, flush with the side that its paragraph begins at."""
    text, blank = looks["text"], (Segment(" " * _MARGIN, looks["text"]),)
    line = under_lines(value.under, value.presentation, width)[value.at]
    if value.is_cut:
        rest = label(value.under.text)[line.start :]
        line = one_line(rest, max(1, width - 2 * _MARGIN), value.under.base)
    return Row(blank, tuple(line_segments(line, text)), blank, base=line.base, blank=text)
