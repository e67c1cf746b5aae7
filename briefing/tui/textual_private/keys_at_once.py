"""Keys that are looked up at once where the widget with the focus has none of its own.

Textual gives every key to that widget, from which it goes up to the application, a task for each: only there
is it looked for among the bindings. On its way each is asked, twice, which of all keys it would take itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.binding import BindingsMap
from textual.dom import DOMNode

from briefing.tui.textual_private.bases import AnyScreen, AnyWidget

if TYPE_CHECKING:
    from briefing.tui.textual_private.plain_app import PlainApp
else:
    PlainApp = object  # see `bases`


class BoundOnly(AnyWidget):
    """Beside `Widget`, the base of what does with keys only what is bound to them: it handles no `Key`."""


class KeysAtOnceApp(PlainApp):
    """Before an application's base; it looks a key up at once if what has the focus is `BoundOnly`."""

    async def on_event(self, event: events.Event) -> None:
        """Do what a key is bound to; all else goes Textual's way."""
        if (
            isinstance(event, events.Key)
            and not event.is_forwarded
            and self.screen_stack
            and isinstance(self.focused, BoundOnly)
        ):
            self.app_focus = True  # who types is here, whatever the terminal has said
            if not await self._check_bindings(event.key, priority=True):
                await self._check_bindings(event.key)
        else:
            await super().on_event(event)


class KeysAtOnceScreen(AnyScreen):
    """Before a screen's base; it tells which bindings there are, and asks nobody which keys they take."""

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        focused = self.focused
        if not isinstance(focused, BoundOnly):
            return super()._binding_chain
        return [(node, node._bindings) for node in focused.ancestors_with_self]
