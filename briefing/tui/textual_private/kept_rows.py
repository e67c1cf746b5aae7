"""A widget whose rows are rendered once, and again only when it is to be refreshed.

For every frame that changes anything Textual asks each widget in the window for its rows, and looks up the
styles of each anew even where it has kept the rows themselves.
"""

from __future__ import annotations

from typing import Any

from textual.geometry import Region
from textual.strip import Strip

from briefing.tui.textual_private.bases import AnyWidget


class KeptRows(AnyWidget):
    """Before `Widget` or `Screen`, the base of what changes seldom, and says so by `refresh`."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._rows: tuple[Region, list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows inside `crop`: the same ones, until something has changed."""
        if self._rows is None or self._rows[0] != crop:
            self._rows = crop, super().render_lines(crop)
        return self._rows[1]

    def _set_dirty(self, *regions: Region) -> None:
        super()._set_dirty(*regions)
        self._rows = None

    def notify_style_update(self) -> None:
        """Forget the rows in the old styles."""
        super().notify_style_update()
        self._rows = None
