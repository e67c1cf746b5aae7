"""Textual's application, to which every text is text: nothing that is shown can act.

Textual reads titles and messages as markup, in which `[@click=app.screenshot("x","y")]` writes a file at a
click and `[link=...]` sends a link of the terminal's. Here is the one door for notices. Behind it, in case
markup ever got in, nothing that is painted can set off an action or be a link.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from rich.console import Console, RenderableType
from textual._compositor import CompositorUpdate
from textual.actions import ActionParseResult
from textual.app import App
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.events import Event
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from briefing.settings.words import say
from briefing.tui.notice_text import notice_text
from briefing.tui.textual_private.sent_chops import sent

# Cells that a notice has beside its text: its edge and padding.
_AROUND: Final = 3
# The part of the window's rows that a long notice may have: one in so many.
_SHARE: Final = 4

_LINK: Final = re.compile(r"\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)")


class PlainApp(App[None]):
    """Shows texts and runs what keys are bound to, and nothing else that Textual offers by name."""

    TITLE = "briefing"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False

    # Notices.

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a notice: any text, laid out, its controls made visible, what it is about before it.

        It has one line where it fits, else a quarter of the window's at most. Safe in any thread.
        """
        columns, rows = self.size
        width = max(1, columns - _AROUND)
        text = notice_text(message, title, width, max(1, rows // _SHARE))
        super().notify(text, severity=severity, timeout=timeout, markup=False)

    def _on_notify(self, _: Notify) -> None:
        # Textual's own handler follows, and adds the new one.
        for one in [*self._notifications]:
            del self._notifications[one]

    def action_help_quit(self) -> None:
        """Say how to end, where Ctrl+C has nothing to copy."""
        self.notify(say("notice.quit"))

    # What content could set off.

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action that a key is bound to; no other is known."""
        if isinstance(default_namespace, ScrollBar) or self._is_bound(action, default_namespace):
            return await super().run_action(action, default_namespace, namespaces)
        return False

    def _is_bound(self, action: str | ActionParseResult, namespace: DOMNode | None) -> bool:
        if namespace is not None and _has(namespace._bindings, action):  # so it is with a key
            return True
        return any(_has(bindings, action) for _, bindings in self.screen._binding_chain)

    async def _broker_event(self, event_name: str, event: Event, default_namespace: DOMNode) -> bool:
        # Textual's way from markup to actions. It is that of its scrollbars, too, which show no text.
        if isinstance(default_namespace, ScrollBar):
            return await super()._broker_event(event_name, event, default_namespace)
        return False

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        # All that is ever painted comes through here, whichever widget it is from.
        if isinstance(renderable, CompositorUpdate):
            renderable = _Unlinked(renderable)
        super()._display(screen, renderable)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open nothing: the reader has no links."""

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Write nothing: the reader's own picture has a name that is free."""

    def save_screenshot(
        self,
        filename: str | None = None,
        path: str | None = None,
        time_format: str | None = None,
    ) -> str:
        """Write nothing."""
        return ""

    def deliver_screenshot(
        self,
        filename: str | None = None,
        path: str | None = None,
        time_format: str | None = None,
    ) -> str | None:
        """Write nothing."""
        return None

    def action_change_theme(self) -> None:
        """Open no palette of Textual's."""

    def action_command_palette(self) -> None:
        """Open no palette of Textual's."""

    def action_notify(self, message: str, title: str = "", severity: str = "information") -> None:
        """Say nothing."""


class _Unlinked(CompositorUpdate):
    """What an update paints, without links."""

    def __init__(self, update: CompositorUpdate) -> None:
        self._update = update

    def render_segments(self, console: Console) -> str:
        sequence = sent(self._update, console)
        return _LINK.sub("", sequence) if "\x1b]8;" in sequence else sequence


def _has(bindings: BindingsMap, action: str | ActionParseResult) -> bool:
    return any(action == one.action for bound in bindings.key_to_bindings.values() for one in bound)
