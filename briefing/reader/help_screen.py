"""All keys, grouped, and what the signs of the timeline mean."""

from __future__ import annotations

from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.reader.keys import GROUPS
from briefing.reader.window_sized import WindowSized


class HelpScreen(WindowSized, ModalScreen[None]):
    """Lies over the reader until a key closes it."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 70%; }
    #help {
        width: 72;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        border: round $border;
        border-title-color: $border;
        border-subtitle-color: $quiet;
        background: $surface;
        padding: 1 2;
        scrollbar-size-vertical: 1;
        scrollbar-color: $border-blurred;
        scrollbar-background: $surface;
    }
    #help-keys { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "dismiss", "Close"),
        Binding("j", "scroll_keys(1)", show=False),
        Binding("k", "scroll_keys(-1)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """One table of keys in a scrolling box."""
        with VerticalScroll(id="help") as box:
            box.border_title = "Keys"
            box.border_subtitle = "Esc closes"
            yield Static(self._table(), id="help-keys")

    def action_scroll_keys(self, step: int) -> None:
        """A line on or back."""
        self.query_one("#help").scroll_relative(y=step, animate=False)

    def _table(self) -> Table:
        colours = self.app.theme_variables
        from briefing.reader.timeline.legend import LEGEND

        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column(ratio=1)
        for at, (group, keys) in enumerate(GROUPS):
            if at:
                table.add_row()
            table.add_row(Text(group, f"bold {colours['accent']}"))
            for key in keys:
                table.add_row(Text(f"  {key.written}", colours["secondary"]), Text(key.does))
        table.add_row()
        table.add_row(Text("Signs of the timeline", f"bold {colours['accent']}"))
        for entry in LEGEND:
            table.add_row(Text(f"  {' '.join(entry.signs)}", colours["secondary"]), Text(entry.meaning))
        return table
