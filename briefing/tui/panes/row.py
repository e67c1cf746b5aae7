"""A row of cells in three parts: what stands at its start, what fills it, and what stands at its end.

The start of a row is on the left, in a mirrored interface on the right: nothing that paints a row says left
or right, and mirroring is done here once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from rich.segment import Segment
from rich.style import Style

from briefing.arabic import Direction
from briefing.arabic.mirroring import MIRROR

# Drawn signs and what they are on the other side. Of written characters only those that are drawn as signs
# are turned here; those of a text are mirrored where it is laid out.
_DRAWN_PAIRS: Final = (
    ("╭", "╮"), ("╰", "╯"), ("├", "┤"), ("┌", "┐"), ("└", "┘"), ("▌", "▐"), ("▏", "▕"), ("╱", "╲"),
    ("←", "→"), ("◀", "▶"), ("◂", "▸"), ("╶", "╴"), ("╺", "╸"), ("╼", "╾"),
)  # fmt: skip
_DRAWN_REFLECTED: Final = {
    **{ord(a): b for pair in _DRAWN_PAIRS for a, b in (pair, pair[::-1])},
    **{ord(written): MIRROR[written] for written in "‹›«»"},
}


class Row(Struct, frozen=True):
    """A row before it is given its width.

    `start` and `end` are segments in the order in which they are met from the start of the row to its end.
    `fill` is what stands between them, in the order of the screen: text is laid out already, and is never
    mirrored. It is flush with the side that `base` begins at (None: with the start), and `blank` is the style
    of the cells that are left.

    `after` belongs to the text that fills the row, and stands behind it: in the last cells before the end, in
    a mirrored interface on the right if the text runs to the right (`base` "L").
    """

    start: tuple[Segment, ...] = ()
    fill: tuple[Segment, ...] = ()
    end: tuple[Segment, ...] = ()
    base: Direction | None = None
    blank: Style | None = None
    after: tuple[Segment, ...] = ()


def placed(row: Row, width: int, *, mirrored: bool) -> list[Segment]:
    """Return the segments of a row from left to right, in exactly `width` cells.

    Where there is no room for all, what is too much is cut off at the right.
    """
    if row.after:
        return placed(_joined(row, width, mirrored=mirrored), width, mirrored=mirrored)
    start, end = list(row.start), list(row.end)
    if mirrored:
        start, end = reflected(end), reflected(start)
    fill = list(row.fill)
    missing = width - Segment.get_line_length([*start, *fill, *end])
    if missing > 0:
        flush_right = row.base == "R" or (row.base is None and mirrored)
        blank = Segment(" " * missing, row.blank)
        fill = [blank, *fill] if flush_right else [*fill, blank]
    segments = [*start, *fill, *end]
    return segments if missing >= 0 else Segment.adjust_line_length(segments, width, row.blank)


def _joined(row: Row, width: int, *, mirrored: bool) -> Row:
    """The row with `after` made a part of what fills it."""
    used = Segment.get_line_length([*row.start, *row.fill, *row.after, *row.end])
    gap = Segment(" " * max(0, width - used), row.blank)
    from_the_right = mirrored and row.base != "L"
    fill = (*reflected(row.after), gap, *row.fill) if from_the_right else (*row.fill, gap, *row.after)
    return replace(row, fill=fill, after=(), base="L")


def in_order(pieces: Iterable[Iterable[Segment]], *, mirrored: bool) -> tuple[Segment, ...]:
    """Return what fills a row, of pieces of laid-out text: the first piece stands at the start of the row."""
    laid = [tuple(piece) for piece in pieces]
    return tuple(segment for piece in (reversed(laid) if mirrored else laid) for segment in piece)


def reflected(segments: Iterable[Segment]) -> list[Segment]:
    """Return segments in the opposite order; what is drawn in them is drawn the other way round."""
    return [Segment(reflected_text(segment.text), segment.style) for segment in segments][::-1]


@lru_cache(maxsize=2048)
def reflected_text(text: str) -> str:
    """Return drawn characters the other way round; a text with a letter or a digit in it stays as it is."""
    return text if any(character.isalnum() for character in text) else text[::-1].translate(_DRAWN_REFLECTED)
