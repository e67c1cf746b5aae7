"""The field that a query is typed into."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from briefing.tui.field import Field
from briefing.tui.textual_private.offered_events import OfferedKeys


class Query(OfferedKeys, Field):
    """A field whose keys move in the list of results; `?` lists them while nothing is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.move(1)", show=False),
        Binding("up", "screen.move(-1)", show=False),
        Binding("pagedown", "screen.move_page(1)", show=False),
        Binding("pageup", "screen.move_page(-1)", show=False),
        Binding("home", "screen.move_to(0)", show=False),
        Binding("end", "screen.move_to(-1)", show=False),
    ]

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is text for it."""
        return super().check_consume_key(key, character) and not self.asks(character)

    async def takes_key(self, event: events.Key) -> bool:
        """List the keys, if that is asked for."""
        return await self.lists_keys(event.character)
