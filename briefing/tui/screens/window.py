"""A window over the reader: its frame, how it goes away, and what it says of its keys."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.widget import Widget

from briefing.settings.words import in_use
from briefing.tui.textual_private.see_through import SeeThroughScreen

Result = TypeVar("Result")


class Window(SeeThroughScreen[Result | None]):
    """Lies over the reader until it is closed without a result, or with one."""

    def on_click(self, event: Click) -> None:
        """A click beside the frame closes."""
        if event.widget is self:
            self.action_close()

    def action_close(self) -> None:
        """Go away."""
        if self.is_current:
            self.dismiss(None)


class ListedWindow(Window[Result]):
    """A window whose keys `?` lists; `window` is what it is called in the table of words."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "keys", show=False)]
    window: ClassVar[str]

    def action_keys(self) -> None:
        """Say what can be done here."""
        from briefing.tui.screens.window_keys import WindowKeys

        self.app.push_screen(WindowKeys(self.window))


def mirror_titles(box: Widget) -> None:
    """Have the titles in the frame of `box` stand on the other side, if the interface is mirrored."""
    if in_use().mirrored:
        box.styles.border_title_align, box.styles.border_subtitle_align = "right", "left"


def framed(box: str) -> str:
    """Return the rule for the box whose id is `box`, as Textual's CSS."""
    return f"""
    #{box} {{
        width: 100;
        max-width: 100%;
        height: 24;
        max-height: 100%;
        border: round $border;
        border-title-color: $border;
        border-subtitle-color: $quiet;
        background: $background;
    }}
    """
