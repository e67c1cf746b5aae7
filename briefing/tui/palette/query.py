"""The field that a query is typed into."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.tui.field import Field


class Query(Field):
    """A field whose keys move in the list of results."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.move(1)", "Next", show=False),
        Binding("up", "screen.move(-1)", "Previous", show=False),
        Binding("pagedown", "screen.move_page(1)", "A screenful on", show=False),
        Binding("pageup", "screen.move_page(-1)", "A screenful back", show=False),
        Binding("home", "screen.move_to(0)", "First", show=False),
        Binding("end", "screen.move_to(-1)", "Last", show=False),
    ]
