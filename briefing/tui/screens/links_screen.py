"""The links of a section over the reader: their words, where they stand, and where they lead to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from briefing.document.citing import cited
from briefing.document.controls import safe_line
from briefing.reading.links import Link
from briefing.reading.listed import Option, Under
from briefing.tui.panes.options_sheet import OptionsSheet
from briefing.tui.screens.list_screen import ListScreen

# Rows of the whole address under the list; characters of it at most.
_WHOLE: Final = 4
_LONGEST: Final = 4000


class LinksScreen(ListScreen[Link]):
    """Lies over the reader until the address of a link is taken, which is its result, or none (Esc)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "close", show=False),
        Binding("enter,y,ctrl+c", "take", show=False),
    ]
    window = "links"
    sheet = OptionsSheet
    columns = 100
    heights = range(25)
    clicks = 2

    def __init__(self, links: Sequence[Link]) -> None:
        super().__init__()
        self._links = links
        self._items = tuple(Option(link.words, cited([link.number]), _shown(link.address)) for link in links)
        self.cursor = 0

    def items(self) -> tuple[Option, ...]:
        """Return the links."""
        return self._items

    def under(self) -> Under:
        """Return the whole address of the link at the cursor."""
        return Under(_shown(self._links[self.cursor or 0].address), _WHOLE, "L")

    def action_take(self) -> None:
        """Take the address at the cursor."""
        if self.is_current:
            self.dismiss(self._links[self.cursor or 0])


def _shown(address: str) -> str:
    """An address with what would make it look like another one named in its place."""
    return safe_line(address[:_LONGEST])
