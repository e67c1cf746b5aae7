"""Format characters in what is sent: the exceptions to the rule, for terminals that obey nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rich.segment import Segment

from briefing.machine.terminal.cells import SentCell, segments_of

_LRM: Final = "\u200e"
_LRO: Final = "\u202d"
_PDF: Final = "\u202c"
_ENDS_RUN: Final = re.compile("[A-Za-z\u00c0-\u024f\u2500-\u259f]")


def with_marks(cells: Sequence[SentCell]) -> Iterator[Segment]:
    """The cells with U+200E behind every right-to-left one: each is then a run of its own, in its place."""
    return segments_of(cell._replace(text=cell.text + _LRM) if cell.is_rtl else cell for cell in cells)


def with_override(cells: Sequence[SentCell]) -> Iterator[Segment]:
    """The cells with one U+202D on the last blank before the first right-to-left one: all behind it stays.

    Not in column 0, where multiplexers drop it. Where there is no such blank, each letter gets a U+200E.
    """
    first = next((at for at, cell in enumerate(cells) if cell.is_rtl), None)
    if first is None:
        return segments_of(cells)
    for at in range(first - 1, -1, -1):
        cell = cells[at]
        if cell.text.endswith(" ") and (at or cell.width > 1):
            return segments_of([*cells[:at], cell._replace(text=cell.text + _LRO), *cells[at + 1 :]])
    return with_marks(cells)


def with_overrides(cells: Sequence[SentCell]) -> Iterator[Segment]:
    """The cells with every right-to-left run inside U+202D ... U+202C, and the cursor set behind it.

    The cursor's column is sent because it is not known whether the two take cells.
    """
    column = start = 0
    for begin, end in _runs(cells):
        yield from segments_of(cells[start:begin])
        column += sum(cell.width for cell in cells[start:end])
        first, *others = segments_of(cells[begin:end])
        *others, last = [Segment(_LRO + first.text, first.style), *others]
        yield from others
        yield Segment(last.text + _PDF, last.style)
        yield Segment(f"\x1b[{column + 1}G")
        start = end
    yield from segments_of(cells[start:])


def _runs(cells: Sequence[SentCell]) -> Iterator[tuple[int, int]]:
    """From one right-to-left cell to the last before a left-to-right letter or a border: begin and end."""
    begin = end = -1
    for at, cell in enumerate(cells):
        if cell.is_rtl:
            begin, end = at if begin < 0 else begin, at + 1
        elif begin >= 0 and _ENDS_RUN.search(cell.text):
            yield begin, end
            begin = -1
    if begin >= 0:
        yield begin, end
