"""Inputs that offer their keys, and clicks, to public methods of their own first."""

from __future__ import annotations

from textual import events


class OfferedKeys:
    """Is put before the input it changes: `class Own(OfferedKeys, Field)`.

    It is no widget, or the style of the input would not be inherited. Textual hands an event to the input's
    own handlers after these, unless they prevent it.
    """

    async def takes_key(self, event: events.Key) -> bool:
        """Do what a key asks for; return whether it asked for anything, and is not for the input."""
        raise NotImplementedError

    async def _on_key(self, event: events.Key) -> None:
        if await self.takes_key(event):
            event.stop()
            event.prevent_default()


class OfferedEvents(OfferedKeys):
    """Offers clicks besides."""

    def begun(self) -> None:
        """Have the value that stands in it taken for what is typed already: it is not selected as a whole."""
        self._initial_value = False

    def press_at(self, event: events.MouseDown) -> None:
        """Put the cursor where the mouse was pressed."""
        raise NotImplementedError

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        event.prevent_default()
        self.press_at(event)
