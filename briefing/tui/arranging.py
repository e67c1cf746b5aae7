"""Arranges the panes of the reader's screen as an arrangement says."""

from __future__ import annotations

from collections.abc import Iterable

from textual.screen import Screen
from textual.widget import Widget

from briefing.tui.arrangement import Arrangement


def arrange(screen: Screen[None], parts: Iterable[Widget], arrangement: Arrangement) -> None:
    """Set the screen's grid, and which of its `parts` are shown over how many of its columns.

    By the styles of the parts themselves: rules of a style sheet, for each way to be arranged, would have
    to be read and matched before the first frame. What does not change is not laid out anew.
    """
    screen.set_class(arrangement.is_too_small, "-too-small")
    screen.styles.grid_size_columns = len(arrangement.columns)
    screen.styles.grid_columns = " ".join(arrangement.columns)
    screen.styles.grid_rows = arrangement.rows
    for part in parts:
        name = part.id or ""
        part.display = not arrangement.is_too_small and name in arrangement.shown
        part.styles.column_span = arrangement.spans.get(name, 1)
