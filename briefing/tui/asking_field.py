"""A field in a window with keys of its own: while nothing is typed, `?` lists them."""

from __future__ import annotations

from typing import Final

from textual import events

from briefing.tui.field import Field
from briefing.tui.textual_private.offered_events import OfferedKeys

_ASKS: Final = "?؟"


class AskingField(OfferedKeys, Field):
    """A field whose window lists its keys by the action `keys`."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is text for it: what asks for the keys is none while nothing is typed."""
        return super().check_consume_key(key, character) and not self._asks(character)

    async def takes_key(self, event: events.Key) -> bool:
        """List the keys, if that is asked for."""
        asks = self._asks(event.character)
        if asks:
            await self.screen.run_action("keys")
        return asks

    def _asks(self, character: str | None) -> bool:
        return not self.value and character is not None and character in _ASKS
