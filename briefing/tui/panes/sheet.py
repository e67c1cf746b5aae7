"""Contents laid out at a width: items under one another, each of some rows. Knows no widget.

A row is first told what it shows (`row`): one frozen value, made of the item's and nothing else. Then it is
painted from that value alone (`paint`). So painted rows can be kept under their values.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping, Sequence

from rich.style import Style

from briefing.arabic import Line
from briefing.tui.panes.row import Row

Looks = Mapping[str, Style]

#: Items of which what was laid out is kept.
KEPT = 512
#: Cells of text that the eye still follows from one line to the next.
MEASURE = 80


class Sheet(ABC):
    """Items by index, in `width` cells."""

    def __init__(self, width: int) -> None:
        self.width = width

    @property
    def text_width(self) -> int:
        """The cells that the lines of an item may take."""
        return self.width

    @property
    def rows_key(self) -> Hashable:
        """What the rows of its items depend on, beside the items themselves."""
        return self.text_width

    @property
    @abstractmethod
    def count(self) -> int:
        """How many items there are."""

    @property
    def is_whole(self) -> bool:
        """Whether there are no more items than these; else more are still being counted."""
        return True

    @property
    def is_measured_whole(self) -> bool:
        """Whether all items are measured in the end; else only those that come into sight."""
        return True

    @property
    @abstractmethod
    def cursor(self) -> int | None:
        """The item that the reader stands on."""

    @abstractmethod
    def height(self, index: int) -> int:
        """Return the rows that item takes, the blank ones under it included."""

    def far_height(self, index: int) -> int:
        """Return the same of an item that is measured long before anybody may see it: nothing is kept."""
        return self.height(index)

    def blank_rows(self, index: int) -> int:
        """Return how many rows at the end of an item are blank, and need not be seen."""
        return int(index < self.count - 1)

    @abstractmethod
    def row(self, index: int, inside: int) -> Hashable | None:
        """Return all that row `inside` of item `index` shows; None if it is blank."""

    @abstractmethod
    def paint(self, value: Hashable, looks: Looks) -> Row:
        """Return the row that shows a value of `row`'s."""

    def is_selectable(self, index: int) -> bool:
        """Return whether the cursor may stand on that item."""
        return True


class TextSheet(Sheet):
    """Items of text, whose characters can be pointed at and selected."""

    @abstractmethod
    def text(self, index: int) -> str:
        """Return the text of an item, which its lines are laid out from."""

    @abstractmethod
    def lines(self, index: int) -> Sequence[Line]:
        """Return the lines of an item: one row each, from its first row on."""

    @abstractmethod
    def column(self, index: int, inside: int, *, mirrored: bool) -> int:
        """Return the column at which the first cell of line `inside` of an item stands."""

    def together(self, index: int) -> range:
        """Return the items that a reader takes for one with item `index`."""
        return range(index, index + 1)
