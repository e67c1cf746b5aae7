"""Numbers of paragraphs that lead to their paragraph: cells that know, by their style, which it is."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rich.style import Style

from briefing.tui.panes.row import Row, placed

_KEY: Final = "paragraph"


@lru_cache(maxsize=1024)
def leading_to(number: int) -> Style:
    """Return the style that makes cells lead to paragraph `number`; it changes nothing of their looks."""
    return Style(meta={_KEY: number})


def paragraph_led_to(row: Row, width: int, column: int, *, mirrored: bool) -> int | None:
    """Return the number of the paragraph that a column of a row, painted in `width` cells, leads to."""
    start = 0
    for segment in placed(row, width, mirrored=mirrored):
        start += segment.cell_length
        if column < start:
            number = segment.style.meta.get(_KEY) if segment.style is not None else None
            return number if isinstance(number, int) else None
    return None
