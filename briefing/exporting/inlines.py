"""A text cut where words set in a way of their own begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.document.model import Inline
from briefing.exporting.cutting import pieces


class InlineStretch(NamedTuple):
    """`[start:end]` of a text that is set in one way; `address` is where it leads."""

    start: int
    end: int
    kinds: frozenset[str]
    address: str


def inline_stretches(text: str, inlines: Iterable[Inline]) -> Iterator[InlineStretch]:
    """Yield a text cut wherever one of its inlines begins or ends."""
    fitting = [one for one in inlines if 0 <= one.start < one.end <= len(text)]
    for start, end, active in pieces(fitting, 0, len(text)):
        address = next((one.address for one in active if one.kind == "link"), "")
        yield InlineStretch(start, end, frozenset(one.kind for one in active), address)


def parted_links(inlines: Iterable[Inline]) -> list[Inline]:
    """Return inlines in their order, without two links in one place, for forms that have no sign for that.

    Of links that overlap the earlier one leads; from where that ends, the other.
    """
    found: list[Inline] = []
    free = 0  # where the last link ends
    for one in sorted(inlines, key=lambda one: (one.start, -one.end)):
        if one.kind == "link":
            start, free = max(one.start, free), max(one.end, free)
            one = Inline(start, one.end, one.kind, one.address)
        if one.start < one.end:
            found.append(one)
    return found
