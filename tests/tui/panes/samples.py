"""A pane of items that have nothing but their rows: what stands where, and how a pane goes through it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from msgspec import Struct
from rich.segment import Segment

from briefing.arabic import Presentation
from briefing.reading.titles import Titles
from briefing.tui.panes.item_view import ItemView
from briefing.tui.panes.row import Row
from briefing.tui.panes.sheet import Looks, Sheet
from tests.tui.panes.alone import Led


class Told(Struct, frozen=True):
    """Contents: an item for each number of `cells`, which fill as many lines as they need."""

    cells: tuple[int, ...]
    cursor: int | None = 0
    has_focus: bool = True
    unselectable: frozenset[int] = frozenset()
    is_whole: bool = True
    is_measured_whole: bool = True
    of: str = "a view"
    margin: int = 0
    titles: Titles = Titles("", "")
    presentation: Presentation = Presentation()


class Items(Sheet):
    """These laid out: a blank row under each but the last."""

    def __init__(self, contents: Told, width: int) -> None:
        super().__init__(width)
        self.contents = contents
        self.asked: list[int] = []
        self.asked_far: list[int] = []

    @property
    def text_width(self) -> int:
        return self.width - self.contents.margin

    @property
    def count(self) -> int:
        return len(self.contents.cells)

    @property
    def is_whole(self) -> bool:
        return self.contents.is_whole

    @property
    def is_measured_whole(self) -> bool:
        return self.contents.is_measured_whole

    @property
    def cursor(self) -> int | None:
        return self.contents.cursor

    def height(self, index: int) -> int:
        self.asked.append(index)
        return -(-self.contents.cells[index] // self.text_width) + self.blank_rows(index)

    def far_height(self, index: int) -> int:
        self.asked_far.append(index)
        return super().far_height(index)

    def row(self, index: int, inside: int) -> tuple[int, int] | None:
        lines = -(-self.contents.cells[index] // self.text_width)
        return (index, inside) if inside < lines else None

    def paint(self, value: Hashable, looks: Looks) -> Row:
        return Row(fill=(Segment("{}.{}".format(*value), looks["text"]),), base="L")  # type: ignore[misc]

    def is_selectable(self, index: int) -> bool:
        return index not in self.contents.unselectable


class Sample(Led, ItemView):
    """A pane of them, whose reader goes where it says."""

    def lay_out(self, contents: Told, width: int) -> Items:
        return Items(contents, width)

    def has_same_items(self, before: Told, after: Told) -> bool:
        return before.of == after.of

    @property
    def sheet(self) -> Items:
        assert isinstance(self._sheet, Items)
        return self._sheet

    @property
    def place(self) -> tuple[int, int | None]:
        """The row at the upper edge, and the item that the reader stands on."""
        return self.top, self.cursor


#: Columns of text and rows in sight of a pane, unless a test says others.
WIDTH, PAGE = 30, 10


def items(*lines: int, page: int = PAGE, **others: Any) -> Sample:
    """A pane of items that take so many lines each, and a blank row between them."""
    pane = Sample()
    pane.contents = Told(tuple(WIDTH * one for one in lines), **others)
    pane.sized(WIDTH + 3, page + 2)
    pane.told()
    return pane
