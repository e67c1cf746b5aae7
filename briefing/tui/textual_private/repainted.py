"""A widget whose changed rows its screen hears of at once.

`Widget.refresh` sends two messages for each widget and each change, through two queues. Where one key changes
three panes, that takes longer than finding out what has changed in them.
"""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip

from briefing.tui.textual_private.bases import AnyWidget
from briefing.tui.textual_private.terminal_app import TerminalApp


class Repainted(AnyWidget):
    """Before `Widget`, the base of what paints itself row by row and never changes its size by that."""

    def repaint(self, *regions: Region) -> None:
        """Have these regions of the widget painted with the next frame; without any, all of it."""
        if not (
            self.is_mounted and self.is_attached and self.display and self.screen in self.screen._compositor
        ):
            self.refresh(*regions)  # not laid out yet, or not to be seen
            return
        self._set_dirty(*regions)
        self.screen._dirty_widgets.add(self)
        self.screen.check_idle()

    def prepare(self, row: Strip) -> None:
        """Have ready what is sent for a row of this widget, before it is seen."""
        if isinstance(self.app, TerminalApp):
            self.app.prepare(row)
