"""Lines of text broken between words so that they fit a width in cells, in logical order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_WORD: Final = re.compile(rb"[^ \t\x0e]*[ \t\x0e]*")
_HANGS: Final = b" \t\x0e"
_BEGINS: Final = re.compile(r" *(?:- )?")


def wrapped(line: str, width: int) -> Iterator[str]:
    """Yield `line` in lines of at most `width` cells, the white space between them left out.

    It is broken where UAX #14 lets it be, at white space if there is any; a word that has no place to break
    at stays whole, and sticks out. What goes on after a first line that is set in stays set in, under the
    text of an item (`- `).
    """
    if len(line) <= width and line.isascii() and "\t" not in line:
        yield line
        return
    from briefing.arabic.breaking import cells_by_character
    from briefing.arabic.measuring import measure

    measured = measure(line)
    cells = cells_by_character(measured)
    begins = _BEGINS.match(line)
    hang = begins.end() if begins and 2 * begins.end() <= width else 0
    pad, start, end, column = "", 0, 0, 0
    for first, last in _unbroken(measured, cells, width - hang):
        size = sum(cells[first:last])
        gap = sum(cells[end:first])
        if end > start and column + gap + size > width and line[start:end].strip():
            yield pad + line[start:end]
            pad, start, column, gap = " " * hang, first, hang, 0
        column += gap + size
        end = last
    yield pad + line[start : end if line[start:end].strip() else len(line)]


def _unbroken(measured: bytes, cells: bytes, width: int) -> Iterator[tuple[int, int]]:
    """Yield the slices between which a line may be broken, without the white space after them."""
    for match in _WORD.finditer(measured):
        first, last = match.start(), match.start() + len(match.group().rstrip(_HANGS))
        if match.end() == match.start():
            continue
        if sum(cells[first:last]) > width:
            for opportunity in re.finditer(rb"[yqYQ]", measured[first:last]):
                at = match.start() + opportunity.end()
                while at < last and not cells[at]:  # marks stay with their letter
                    at += 1
                if first < at < last:
                    yield first, at
                    first = at
        yield first, last
