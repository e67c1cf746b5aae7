"""A text cut where words set in a way of their own begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from briefing.document.model import Inline


class Stretch(NamedTuple):
    """`[start:end]` of a text that is set in one way; `address` is where it leads."""

    start: int
    end: int
    kinds: frozenset[str]
    address: str


def stretches(text: str, inlines: Iterable[Inline]) -> Iterator[Stretch]:
    """Yield a text cut wherever one of its inlines begins or ends."""
    inlines = sorted(
        (one for one in inlines if 0 <= one.start < one.end <= len(text)), key=lambda one: one.start
    )
    cuts = sorted({0, len(text), *(at for one in inlines for at in (one.start, one.end))})
    at, active = 0, list[Inline]()
    for start, end in pairwise(cuts):
        active = [one for one in active if one.end > start]
        while at < len(inlines) and inlines[at].start <= start:
            active.append(inlines[at])
            at += 1
        address = next((one.address for one in active if one.kind == "link"), "")
        yield Stretch(start, end, frozenset(one.kind for one in active), address)
