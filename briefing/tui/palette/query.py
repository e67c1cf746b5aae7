"""The field that a query is typed into."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.tui.asking_field import AskingField


class QueryField(AskingField):
    """A field whose keys move in the list of results; `?` lists them while nothing is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.move(1)", show=False),
        Binding("up", "screen.move(-1)", show=False),
        Binding("pagedown", "screen.move_page(1)", show=False),
        Binding("pageup", "screen.move_page(-1)", show=False),
        Binding("home", "screen.move_to(0)", show=False),
        Binding("end", "screen.move_to(-1)", show=False),
    ]
