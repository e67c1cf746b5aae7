"""A selection of text: a logical range over several items, whatever runs it is painted in."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

# Characters on either side that a word is looked for in; from a space on that is so far before it at least.
_AROUND = 2000
_NEAR = 200


class Place(Struct, frozen=True, order=True):
    """One cluster: the item it belongs to, and its slice of that item's text."""

    item: int
    start: int
    end: int


class Selection(NamedTuple):
    """From the cluster at `anchor` to the one at `head`, both included, in whichever order."""

    anchor: Place
    head: Place

    def in_item(self, item: int, length: int) -> tuple[int, int] | None:
        """The slice selected of item `item`, whose text has that length; None if nothing is."""
        first, last = sorted((self.anchor, self.head))
        if not first.item <= item <= last.item:
            return None
        start = first.start if item == first.item else 0
        if item != last.item:
            return start, length
        return start, max(first.end, last.end) if first.item == last.item else last.end

    @property
    def items(self) -> range:
        """The items that something is selected of."""
        first, last = sorted((self.anchor.item, self.head.item))
        return range(first, last + 1)


def word_at(text: str, at: int) -> tuple[int, int]:
    """The word (UAX #29) that holds index `at` of `text`, as a slice; of white space, the stretch of it."""
    from briefing.arabic.word_breaks import word_boundaries  # a table, for a double click

    # Words do not reach across lines, and a long text need not be parted whole.
    begin = max(text.rfind("\n", 0, at) + 1, at - _AROUND)
    begin = max(begin, text.rfind(" ", begin, max(begin, at - _NEAR)) + 1)
    stop = text.find("\n", at, at + _AROUND)
    start = begin
    for end in word_boundaries(text[begin : stop if stop >= 0 else at + _AROUND]):
        if start <= at < begin + end:
            return start, begin + end
        start = begin + end
    return at, at + 1
