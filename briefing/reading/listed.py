"""What the windows over the reader list: items under one another, and what stands under them all."""

from __future__ import annotations

from typing import Generic, Literal, NamedTuple, TypeVar

from msgspec import Struct

from briefing.arabic import AS_WRITTEN, Direction, Presentation
from briefing.reading.titles import Titles


class FactItem(NamedTuple):
    """A label and what stands beside it, each text from a row of its own; `ends`: a blank row follows.

    Of a heading the label is all there is; a `line` has none, and begins where labels do.
    """

    label: str
    texts: tuple[str, ...] = ()
    kind: Literal["fact", "heading", "line"] = "fact"
    ends: bool = False
    is_current: bool = False


class Option(NamedTuple):
    """Something to choose, in one row: words, where they stand, and what they lead to (both may be empty)."""

    words: str
    place: str = ""
    target: str = ""
    is_current: bool = False


class Under(NamedTuple):
    """A text under the list, which says more of the item at the cursor: `rows` rows of it at least.

    `base` is its direction; None: each of its lines has its own. `is_scrolled`: pages and the wheel go
    through it. If not, what there is no room for is cut off.
    """

    text: str
    rows: int
    base: Direction | None = None
    is_scrolled: bool = False


Item = TypeVar("Item", FactItem, Option)


class ListContents(Struct, Generic[Item], frozen=True):
    """All that a window shows: titles, items of one kind, and `hint`, which says what its keys do.

    `cursor` is the item that is chosen, if items can be; else the list is read row by row.
    """

    titles: Titles
    items: tuple[Item, ...]
    hint: str = ""
    presentation: Presentation = AS_WRITTEN
    cursor: int | None = None
    under: Under | None = None
    has_focus: bool = True

    def item(self, index: int) -> Item:
        """Return an item by its index."""
        item = self.items[index]
        return item._replace(is_current=True) if index == self.cursor else item
