"""What stands where when claims are read between the paragraphs: each under the first one that it cites.

A claim stands there once: the other paragraphs that it cites lead to it by their marks. What has no paragraph
of its own follows what it follows in the summary: the bottom line is at the top, a claim without citations
under the claim before it. The headings of sections are left out of the full article, where the paragraphs of
one section stand among those of others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from briefing.document import FULL_KEY, Claim
from briefing.reading.views import Heading

if TYPE_CHECKING:
    from briefing.reading.state import Reading
    from briefing.reading.views import SummaryItem, View

_TOP: Final = -1


class Interleaved(NamedTuple):
    """What stands at a position: a passage, or an item of the summary, by its index there."""

    pane: Literal["article", "summary"]
    at: int


class Interleaving:
    """The passages of a view in their order, and the items of its summary between them, by position from 0.

    Items that stand under the same passage keep their order. The work grows with the number of items only.
    Two are equal only if they are the same object.
    """

    def __init__(self, view: View) -> None:
        found: list[tuple[int, int]] = []
        under = _TOP
        for index, item in enumerate(view.items):
            if not _is_left_out(view, index):
                own = _passage(view, item)
                under = under if own is None else own
                found.append((under, index))
        found.sort()
        self._view = view
        self._under = [under for under, _ in found]  # the passage that each stands under, -1: none
        self._items = [index for _, index in found]
        self._positions = [under + 1 + at for at, under in enumerate(self._under)]
        self._ordinals = {index: at for at, index in enumerate(self._items)}

    @property
    def items(self) -> tuple[int, ...]:
        """The items of the summary in the order in which they stand, by their index there."""
        return tuple(self._items)

    @property
    def count(self) -> int:
        """How many passages and items there are."""
        return self._view.count + len(self._items)

    def entry(self, position: int) -> Interleaved:
        """Return what stands at a position."""
        before = bisect_right(self._positions, position)
        if before and self._positions[before - 1] == position:
            return Interleaved("summary", self._items[before - 1])
        return Interleaved("article", position - before)

    def position(self, pane: str, index: int) -> int:
        """Return where a passage (of the "article") or an item (of the "summary") stands."""
        if pane == "summary":
            return self._positions[self._ordinals[index]]
        return index + bisect_left(self._under, index)

    def has(self, item: int) -> bool:
        """Return whether an item of the summary stands anywhere."""
        return item in self._ordinals

    def passage_over(self, item: int) -> int:
        """Return the passage that an item of the summary stands under; the first for what is over all."""
        return max(0, self._under[self._ordinals[item]])


def _passage(view: View, item: SummaryItem) -> int | None:
    """The passage that an item stands under: the last of the first paragraph it cites; None for none."""
    found = (view.passage_of(number) for number in item.paragraphs) if isinstance(item, Claim) else ()
    first = next((index for index in found if index is not None), None)
    return None if first is None else view.passages_beside(first)[-1]


def _is_left_out(view: View, index: int) -> bool:
    """Whether an item is a section's heading in the full article, whose paragraphs are of many sections."""
    if view.key != FULL_KEY or not isinstance(view.items[index], Heading):
        return False
    return index + 1 < len(view.items) and isinstance(view.items[index + 1], Claim)


def shown_at(reading: Reading, pane: Literal["article", "summary"], index: int) -> Interleaved:
    """Return the pane that shows a passage or an item of the summary in this way, and its index there."""
    if reading.way != "interleaved":
        return Interleaved(pane, index)
    return Interleaved("article", reading.open.interleaving.position(pane, index))
