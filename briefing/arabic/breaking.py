"""Breaks a measured text (see `measuring`) into lines of a given width.

A line takes as many cells as it can and ends at a break opportunity; the white space at its end hangs, that
is, it takes no room. A word that is wider than a line breaks at its emergency opportunities or, without
any, between two clusters.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final

# Measured characters of more than one cell; for each, as many characters of one.
_WIDE: Final = re.compile(rb"[X-ZP-R\t\x0e]")
_EXPANDED: Final = (
    (b"X", b"xp"), (b"Y", b"xq"), (b"Z", b"xr"), (b"P", b"pp"), (b"Q", b"pq"), (b"R", b"pr"),
    (b"\t", b"    "), (b"\x0e", b"  "),
)  # fmt: skip
# Mandatory breaks and ends of paragraphs.
_FORCED: Final = re.compile(rb"[\n\v]")
# How many positions each measured character takes in what `to_cells` returns.
_CELLS: Final = bytes(
    {"x": 1, "y": 1, "z": 1, "X": 2, "Y": 2, "Z": 2, "p": 1, "q": 1, "r": 1, "P": 2, "Q": 2, "R": 2,
     " ": 1, "\t": 4, "\x0e": 2, "\n": 1, "\v": 1}.get(chr(code), 0)
    for code in range(256)
)  # fmt: skip


def to_cells(measured: bytes) -> bytes:
    """Return a measured text with one byte for each cell, and for each mandatory break and paragraph end."""
    bare = measured.translate(None, b"m")
    if _WIDE.search(bare):
        for wide, expanded in _EXPANDED:
            bare = bare.replace(wide, expanded)
    return bare


def cells_by_character(measured: bytes) -> bytes:
    """Return how many cells each character of a measured text takes, a byte for each."""
    return measured.translate(_CELLS)


def to_character_ends(measured: bytes, cells: bytes, ends: Iterable[int]) -> list[int]:
    """Return the ends of lines as indices of characters.

    A character without a cell stays on the line of the character before it, and in its own paragraph.

    Args:
        measured: A measured text, one byte for each character.
        cells: The same text as `to_cells` returns it.
        ends: Where lines end, as indices into `cells` (exclusive, ascending).

    Returns:
        Where they end, as indices into `measured` (exclusive).
    """
    counts = measured.translate(_CELLS)
    if counts.count(1) == len(counts):
        return list(ends)
    upto = list(accumulate(counts))
    return [
        bisect_left(upto, end) + 1 if cells[end - 1 : end] == b"\n" else bisect_right(upto, end)
        for end in ends
    ]


def to_character_end(measured: bytes, cells: bytes, end: int) -> int:
    """Return `to_character_ends` of a single end; quick if that is near the end of the text."""
    at, rest = len(measured), len(cells) - end
    while rest > 0:
        at -= 1
        rest -= _CELLS[measured[at]]
    while cells[end - 1 : end] == b"\n" and measured[at - 1 : at] == b"m":
        at -= 1
    return at


@lru_cache(maxsize=64)
def _line(width: int) -> re.Pattern[bytes]:
    """Return what matches one line of at most `width` cells, with the white space that hangs at its end."""
    full = rb"[^\n\v]{1,%d}" % width
    return re.compile(
        rb"(?:(?:"
        + full + rb"(?:(?<=[yq])|(?<! )(?=[ \n\v]|\Z))"  # at white space, or at an opportunity
        rb"|(?= )"  # white space a paragraph begins with
        rb"|" + full + rb"(?<=[zr])"  # at an emergency opportunity
        rb"|" + full + rb"(?![p-r])"
        rb"|[^\n\v][p-r]*"  # one cluster is wider than the line
        rb") *+)?+(?:\v?\n|\v)?"
    )  # fmt: skip


def line_ends(cells: bytes, width: int) -> Iterator[int]:
    """Yield where each line of a text ends, with the white space and the paragraph end at its end.

    An empty text has no line, and no line follows the end of the last paragraph.

    Args:
        cells: The text as `to_cells` returns it.
        width: The most cells that a line may take, at least 1.

    Yields:
        Indices into `cells`, exclusive and ascending.
    """
    if 0 < len(cells) <= width and not _FORCED.search(cells):  # titles, names: without a pattern of its own
        yield len(cells)
        return
    for match in _line(width).finditer(cells):
        if match.end() > match.start():
            yield match.end()
