"""The row in the footer's place that asks for the number of a paragraph."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from briefing.settings.words import in_use, say
from briefing.tui.field import Field


class ParagraphField(Field):
    """The field for the number."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,up,down,pageup,pagedown,tab,shift+tab", "screen.close_field", show=False),
    ]


class ParagraphBar(Horizontal):
    """A label that says which numbers there are, and the field."""

    DEFAULT_CSS = """
    ParagraphBar { dock: bottom; height: 1; padding: 0 1; background: $background; }
    ParagraphBar > Static { width: auto; color: $mark; }
    ParagraphBar > ParagraphField { width: 1fr; min-width: 4; }
    """

    def __init__(self, numbers: str) -> None:
        super().__init__()
        self._numbers = numbers
        self.field = ParagraphField(id="paragraph-field", placeholder=say("paragraph.keys"))

    def compose(self) -> ComposeResult:
        """The label, then the field."""
        row = (Static(Content(say("paragraph.label", range=self._numbers))), self.field)
        yield from reversed(row) if in_use().mirrored else row
