"""What is common to the lists of windows, laid out: their items, and the one that is chosen."""

from __future__ import annotations

from typing import Generic

from briefing.reading.listed import Item, ListContents
from briefing.tui.panes.sheet import Sheet


class ListSheet(Sheet, Generic[Item]):
    """The items of a list's contents."""

    def __init__(self, contents: ListContents[Item], width: int) -> None:
        super().__init__(width)
        self._contents: ListContents[Item] = contents

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self._contents.items)

    @property
    def cursor(self) -> int | None:
        """The item that is chosen; None: the reader goes through rows."""
        return self._contents.cursor
