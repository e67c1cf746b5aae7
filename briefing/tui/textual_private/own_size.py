"""A screen that takes the window's size, and no other."""

from __future__ import annotations

from typing import TypeVar

from textual.geometry import Size
from textual.screen import Screen

from briefing.tui.textual_private.keys_at_once import KeysAtOnceScreen
from briefing.tui.textual_private.sparse_compositor import SparseScreen

Result = TypeVar("Result")


class OwnSizeScreen(KeysAtOnceScreen, SparseScreen, Screen[Result]):
    """The base of all screens: Textual's own may go back and forth between two sizes without end.

    Textual tells a screen that has taken a size of that size once more. With two sizes on their way at a
    time, each would come back for ever, painted whole every time: only the window's own counts.
    """

    def _screen_resized(self, size: Size) -> None:
        super()._screen_resized(self.app.size)
