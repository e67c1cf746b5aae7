"""A text of any length, laid out only where it is looked at; lines are counted without shaping a letter."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple, overload

from briefing.arabic.break_classes import break_class
from briefing.arabic.breaking import cells, end_in_characters, in_characters, line_ends
from briefing.arabic.levels import Direction
from briefing.arabic.lines import Line, Paragraph, paragraph_at
from briefing.arabic.measuring import measure
from briefing.arabic.reading import AS_WRITTEN, Reading

#: Characters that are measured at a time.
BLOCK = 4096
# What is looked at again soon: what is around the place on the screen, and at the width before.
_BLOCKS_KEPT: Final = 8
_PARAGRAPHS_KEPT: Final = 256
_WIDTHS_KEPT: Final = 2
_BLANK: Final = b" \n\v"
_LETTERS: Final = ("AL", "HL", "RL", "NU", "ID")
# Blocks after which a word that goes on and on is cut anywhere.
_ENOUGH: Final = 8
_PARAGRAPH_END: Final = re.compile(b"\n")


class LongText:
    """A text whose lines are found as they are asked for.

    `base` is every paragraph's direction, `"L"` or `"R"`; None finds it for each (UAX #9 rules P2, P3).
    `reading` is how it is painted.
    """

    def __init__(self, text: str, base: Direction | None = None, reading: Reading = AS_WRITTEN) -> None:
        self.text = text
        self._base = base
        self._reading = reading
        self._paragraph = lru_cache(_PARAGRAPHS_KEPT)(self._make_paragraph)
        self._lines = lru_cache(_WIDTHS_KEPT)(self._make_lines)

    def lines(self, width: int) -> Lines:
        """Its lines of at most `width` cells: those of `layout`, as a sequence."""
        return self._lines(max(1, width))

    def paragraph(self, start: int) -> Paragraph:
        """The paragraph that begins at `start`."""
        return self._paragraph(start)

    def _make_lines(self, width: int) -> Lines:
        return Lines(self, width)

    def _make_paragraph(self, start: int) -> Paragraph:
        return paragraph_at(self.text, start, self._base, self._reading)


class _Block(NamedTuple):
    """The lines of a stretch of text: where each ends, and where the paragraphs begin that they are of."""

    ends: list[int]
    paragraphs: list[int]


class Lines(Sequence[Line]):
    """The lines of a long text at one width, counted as far as is asked for, and by `len` to the end."""

    def __init__(self, source: LongText, width: int) -> None:
        self._source = source
        self._width = width
        # For each block counted: its first character, its first line, where that line's paragraph begins.
        self._starts = array("Q")
        self._firsts = array("Q")
        self._paragraphs = array("Q")
        self._next = (0, 0, 0)
        self._block = lru_cache(_BLOCKS_KEPT)(self._find_block)

    def __len__(self) -> int:
        while self._count_block():
            pass
        return self._next[1]

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            ahead = index.stop is not None and min(index.start or 0, index.stop, index.step or 1) >= 0
            count = self._count_to(index.stop) if ahead else len(self)
            return [self._line(number) for number in range(*index.indices(count))]
        count = self._count_to(index + 1) if index >= 0 else len(self)
        if not -count <= index < count:
            raise IndexError(f"no line {index} in a text of {count} lines")
        return self._line(index % count)

    def number_of(self, index: int) -> int:
        """The number, from 0, of the line that character `index` is on, or of the line nearest to it."""
        index = max(0, min(index, len(self._source.text) - 1))
        while self._next[0] <= index and self._count_block():
            pass
        at = bisect_right(self._starts, index) - 1
        ends = self._block(at).ends
        return self._firsts[at] + min(bisect_right(ends, index), len(ends) - 1)

    def _line(self, number: int) -> Line:
        at = bisect_right(self._firsts, number) - 1
        block = self._block(at)
        within = number - self._firsts[at]
        start = block.ends[within - 1] if within else self._starts[at]
        paragraph = self._source.paragraph(block.paragraphs[bisect_right(block.paragraphs, start) - 1])
        end = min(block.ends[within] - paragraph.offset, len(paragraph.text))
        return Line(paragraph, start - paragraph.offset, end, self._width)

    def _count_to(self, number: int) -> int:
        """Count up to that many lines at least, if there are: how many are counted."""
        while self._next[1] < number and self._count_block():
            pass
        return self._next[1]

    def _count_block(self) -> bool:
        """Count the lines of one more block; False if none is left."""
        start, first, paragraph = self._next
        if start >= len(self._source.text) and self._starts:
            return False
        self._starts.append(start)
        self._firsts.append(first)
        self._paragraphs.append(paragraph)
        measured, row, ends = self._measure(start)
        end = end_in_characters(measured, row, ends[-1])
        last = measured.rfind(b"\n", 0, end)
        self._next = (start + end, first + len(ends), paragraph if last < 0 else start + last + 1)
        return True

    def _find_block(self, at: int) -> _Block:
        start = self._starts[at]
        measured, row, ends = self._measure(start)
        paragraphs = [start + match.end() for match in _PARAGRAPH_END.finditer(measured)]
        lines = [start + end for end in in_characters(measured, row, ends)]
        return _Block(lines, [self._paragraphs[at], *paragraphs])

    def _measure(self, start: int) -> tuple[bytes, bytes, list[int]]:
        """A block from `start` on: as it is measured, its cells, and where its lines end in these.

        The text goes on behind a block, and might change its last two lines: they are left to the next one.
        """
        text, size = self._source.text, BLOCK
        while True:
            measured = measure(text[start : start + size])
            row = cells(measured)
            ends = list(line_ends(row, self._width))
            if start + size >= len(text):
                return measured, row, ends or [0]
            complete = self._complete(start, measured, row, ends[:-2])
            if complete or (len(ends) > 2 and size >= _ENOUGH * BLOCK):
                return measured, row, complete or ends[:-2]
            size *= 2

    def _complete(self, start: int, measured: bytes, row: bytes, ends: list[int]) -> list[int]:
        """As many of `ends` as lead to a place where another block may begin: what is before must not matter.

        That is behind white space, or else between two letters or digits of a word longer than a block.
        """
        for count in range(len(ends), 0, -1):
            if row[ends[count - 1] - 1] in _BLANK:
                return ends[:count]
        places = in_characters(measured, row, ends)
        for count in range(len(ends), 0, -1):
            at = places[count - 1]
            before = len(measured[:at].rstrip(b"m")) - 1
            neighbours = self._source.text[start + before], self._source.text[start + at]
            if all(break_class(character) in _LETTERS for character in neighbours):
                return ends[:count]
        return []
