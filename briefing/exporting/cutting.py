"""A text cut wherever one of its spans begins or ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar


class Spanned(Protocol):
    """`[start:end]` of a text, not empty, and what is said of it."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it is over."""


_S = TypeVar("_S", bound=Spanned)


def pieces(spans: Iterable[_S], start: int, end: int) -> Iterator[tuple[int, int, tuple[_S, ...]]]:
    """Yield `[start:end]` of a text in pieces: where each begins, where it ends, and the spans it is in.

    These stand in the order of their starts.
    """
    inside = [span for span in spans if span.start < end and span.end > start]
    inside.sort(key=lambda span: span.start)
    cuts = {start, end, *(at for span in inside for at in (span.start, span.end) if start < at < end)}
    at, begun = start, 0
    active: list[_S] = []
    for cut in sorted(cuts)[1:]:
        active = [span for span in active if span.end > at]
        while begun < len(inside) and inside[begun].start <= at:
            active.append(inside[begun])
            begun += 1
        yield at, cut, tuple(active)
        at = cut
