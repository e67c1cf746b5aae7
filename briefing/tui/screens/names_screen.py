"""The names of a briefing over the reader; one of them is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.arabic import Presentation
from briefing.document import Briefing
from briefing.document.model import Name
from briefing.exporting import names_text
from briefing.reading import Copy, Effect
from briefing.reading.facts import name_items
from briefing.reading.listed import FactItem
from briefing.reading.mentions import NameTable
from briefing.settings.words import say
from briefing.tui.screens.list_screen import ROOM_FOR_KEYS, ListScreen


class NamesScreen(ListScreen[None]):
    """The names of a briefing. `act_with` does an action with the one that is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "close", show=False),
        Binding("enter", "take", show=False),
        Binding("E", "do_with('edit-name')", show=False),
        Binding("D", "do_with('delete-name')", show=False),
        Binding("c,y", "copy", show=False),
    ]
    window = "names"

    def __init__(
        self,
        briefing: Briefing,
        presentation: Presentation,
        carry_out: Callable[[Effect], object],
        names: NameTable,
        act_with: Callable[..., object],
    ) -> None:
        super().__init__(presentation)
        self._briefing, self._carry_out, self._act_with = briefing, carry_out, act_with
        self._items = name_items(briefing, names)
        self.cursor = 0

    @property
    def _chosen(self) -> Name:
        return self._briefing.names[self.cursor or 0]

    def items(self) -> tuple[FactItem, ...]:
        """Return the names."""
        return self._items

    def hint(self) -> str:
        """Return what the keys do, in words, as many as there is room for."""
        return say("names.keys.narrow" if self.app.size.width < ROOM_FOR_KEYS else "names.keys")

    def action_take(self) -> None:
        """Go away, and to the mentions of the name that is chosen."""
        if self.is_current:
            self.dismiss()
            self._act_with("show-name", self._chosen.arabic)

    def action_do_with(self, name: str) -> None:
        """Go away, and do an action with the name that is chosen."""
        if self.is_current:
            self.dismiss()
            self._act_with(name, self._chosen)

    def action_copy(self) -> None:
        """Copy the names as plain text."""
        self._carry_out(Copy(names_text, (self._briefing,), say("copied.names")))
