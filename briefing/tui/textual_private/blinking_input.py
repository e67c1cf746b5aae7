"""Textual's field for a line of text, which tells whether its cursor is to be seen."""

from __future__ import annotations

from textual.widgets import Input


class BlinkingInput(Input):
    """A field that paints its row itself can ask when to paint the cursor."""

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is to be painted now: the field has the focus, and it does not just blink."""
        return self.has_focus and self._cursor_visible
