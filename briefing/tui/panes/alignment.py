"""Claims beside the paragraphs that they rest on: in which row each item of a summary begins.

They stand in the order in which they are read between the paragraphs (`Interleaving`): each is beside the
first paragraph that it cites, or as near under that as those before it leave room.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.document import Claim
from briefing.reading.views import Heading
from briefing.tui.panes.heights import Heights

if TYPE_CHECKING:
    from briefing.reading.views import View


def anchors(view: View, order: Sequence[int]) -> tuple[int | None, ...]:
    """Return for the items of a view's summary, in `order`, the passage that each stands beside; None: none.

    That is the passage of the first paragraph that a claim cites and the view has. The heading over a claim
    stands beside its passage, the claim under it.
    """
    found: list[int | None] = []
    for item in (view.items[index] for index in order):
        passages = map(view.passage_of, item.paragraphs) if isinstance(item, Claim) else ()
        found.append(next((passage for passage in passages if passage is not None), None))
    for at, index in enumerate(order[:-1]):
        if isinstance(view.items[index], Heading):
            found[at] = found[at + 1]
    return tuple(found)


class AlignedHeights(Heights):
    """Where measured items begin if each with an anchor begins at its passage's row, or under the one before.

    Rows between an item and the next belong to it, past its height; those over the first are before its
    row 0. There are at least as many rows as `beside` has.

    Args:
        own: The heights of the items, all measured.
        beside: The heights of the passages, some of which may still be guesses.
        anchored: For each item the passage that it stands beside; None: directly under the item before.
    """

    def __init__(self, own: Heights, beside: Heights, anchored: Sequence[int | None]) -> None:
        super().__init__(own.count)
        self.left = 0
        self._own = own
        self._tops: list[int] = []
        stop = 0
        for index, passage in enumerate(anchored):
            self._tops.append(stop if passage is None else max(stop, beside.top(passage)))
            stop = self._tops[-1] + own.height(index)
        self.total = max(stop, beside.total)

    def top(self, index: int) -> int:
        """The row at which an item begins; of `count`, the row behind the last."""
        return self._tops[index] if index < self.count else self.total

    def height(self, index: int) -> int:
        """The rows of an item, those between it and the next left out."""
        return self._own.height(index)

    def at(self, row: int) -> tuple[int, int]:
        """The item that a row belongs to, and the row inside it: negative over the first item."""
        index = max(0, bisect_right(self._tops, row) - 1)
        return index, row - self.top(index)
