"""The Textual application that shows a reading.

`app` carries out effects, `screens/` draw the contents, `panes/` and `timeline/` are the parts of the reader,
`palette/` is what is found by typing, `picture/` the screen as SVG or PNG. `bindings` makes Textual's
bindings of the keymap, `arrangement` says how the panes are arranged in a window, `arranging` does it;
`looks` and `themes` are styles and colours, `painting` makes segments of laid-out lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

__all__ = ["BriefingApp"]


def __getattr__(name: str) -> object:
    """Import the application when it is asked for: `briefing serve` needs only a part of this package."""
    if name != "BriefingApp":
        raise AttributeError(name)
    from briefing.tui.textual_private.unused_modules import without_unused_modules

    with without_unused_modules():
        from briefing.tui.app import BriefingApp

    return BriefingApp
