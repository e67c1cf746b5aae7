"""Textual's field for a line of text, with what a field needs to know of it that paints its row itself."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class BlinkingInput(Input):
    """A field that can ask when to paint the cursor, and is given all that is pasted."""

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is to be painted now: the field has the focus, and it does not just blink."""
        return self.has_focus and self._cursor_visible

    def paste_text(self, text: str) -> None:
        """Put a pasted text in: all of it, where Textual's own takes its first line."""
        raise NotImplementedError

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.paste_text(event.text)
