"""What all screens have in common: they are as large as the window is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.geometry import Size

if TYPE_CHECKING:
    from textual.app import App


class WindowSized:
    """A screen's first base: whatever size it is told, it takes the window's own.

    Textual tells a screen that has taken a size of that size once more. With two sizes on their way at a
    time, each would come back for ever, painted whole every time.
    """

    if TYPE_CHECKING:
        app: App[Any]

    def _screen_resized(self, size: Size) -> None:
        super()._screen_resized(self.app.size)  # type: ignore[misc]
