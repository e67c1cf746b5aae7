"""Where the lines of a measured text end, given their width.

A line takes as many cells as it can, ends at white space or where a rule lets it, and leaves the white
space at its end to hang. A word that is wider than a line is cut where it may if it must, or else between
any clusters.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final

_WIDE: Final = re.compile(rb"[X-ZP-R\t\x0e]")
_EXPANDED: Final = (
    (b"X", b"xp"), (b"Y", b"xq"), (b"Z", b"xr"), (b"P", b"pp"), (b"Q", b"pq"), (b"R", b"pr"),
    (b"\t", b"    "), (b"\x0e", b"  "),
)  # fmt: skip
_CELLS: Final = bytes(
    {"x": 1, "y": 1, "z": 1, "X": 2, "Y": 2, "Z": 2, "p": 1, "q": 1, "r": 1, "P": 2, "Q": 2, "R": 2,
     " ": 1, "\t": 4, "\x0e": 2, "\n": 1, "\v": 1}.get(chr(code), 0)
    for code in range(256)
)  # fmt: skip


def cells(measured: bytes) -> bytes:
    """One byte for each cell, and for each end of a paragraph or forced end of a line, of a measured text."""
    bare = measured.translate(None, b"m")
    if _WIDE.search(bare):
        for wide, expanded in _EXPANDED:
            bare = bare.replace(wide, expanded)
    return bare


def in_characters(measured: bytes, cells: bytes, ends: Iterable[int]) -> list[int]:
    """Which character of a measured text each of `ends`, ends of lines in its cells, is the end of.

    What has no cell stays on the line of the character before it, and in its own paragraph.
    """
    counts = measured.translate(_CELLS)
    if counts.count(1) == len(counts):
        return list(ends)
    upto = list(accumulate(counts))
    return [
        bisect_left(upto, end) + 1 if cells[end - 1 : end] == b"\n" else bisect_right(upto, end)
        for end in ends
    ]


def end_in_characters(measured: bytes, cells: bytes, end: int) -> int:
    """The same for one end, quick if it is near the text's."""
    at, rest = len(measured), len(cells) - end
    while rest > 0:
        at -= 1
        rest -= _CELLS[measured[at]]
    while cells[end - 1 : end] == b"\n" and measured[at - 1 : at] == b"m":
        at -= 1
    return at


@lru_cache(maxsize=64)
def _line(width: int) -> re.Pattern[bytes]:
    full = rb"[^\n\v]{1,%d}" % width
    return re.compile(
        rb"(?:(?:"
        + full + rb"(?:(?<=[yq])|(?<! )(?=[ \n\v]|\Z))"  # at white space, or where a rule lets it
        rb"|(?= )"  # white space a paragraph begins with
        rb"|" + full + rb"(?<=[zr])"  # inside a word too long for a line
        rb"|" + full + rb"(?![p-r])"
        rb"|[^\n\v][p-r]*"  # one cluster is wider than the line
        rb") *+)?+(?:\v?\n|\v)?"
    )  # fmt: skip


def line_ends(cells: bytes, width: int) -> Iterator[int]:
    """Where each line of `cells` ends, white space and paragraph ends included; `width` is at least 1.

    No cells make no line; what ends the last paragraph begins no other line.
    """
    for match in _line(width).finditer(cells):
        if match.end() > match.start():
            yield match.end()
