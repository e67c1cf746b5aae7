"""Lays out a text of any length lazily: lines are made when asked for, and counted without shaping."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, overload

from briefing.arabic.breaking import line_ends, to_cells, to_character_end, to_character_ends
from briefing.arabic.levels import Direction
from briefing.arabic.lines import Line, Paragraph, paragraph_at
from briefing.arabic.measured_text import CHUNK_LENGTH, MeasuredText
from briefing.arabic.measuring import measure
from briefing.arabic.presentation import AS_WRITTEN, Presentation

# How many of each are kept, as they are soon asked for again: around what is on the screen, and at the last
# width.
_BLOCKS_KEPT: Final = 8
_PARAGRAPHS_KEPT: Final = 256
_WIDTHS_KEPT: Final = 2
_PARAGRAPH_END: Final = re.compile(b"\n")
# `layout` keeps so many texts of up to so many characters, with all that does not depend on the width.
_CACHED_LENGTH: Final = 1 << 16
_CACHED_TEXTS: Final = 16


class LongText:
    """A text of any length that is laid out lazily, at any number of widths.

    Args:
        text: Text in logical order; a line end in it ends a paragraph (UAX #9 rule P1).
        base: The direction of all paragraphs, `"L"` or `"R"`; None finds it for each (rules P2, P3).
        presentation: How it is painted; the slices of its lines do not depend on it.

    Attributes:
        text: The text.
        measured: As much of it as was measured, for all widths.
        paragraph: Returns the paragraph that begins at an index of the text.
    """

    def __init__(
        self, text: str, base: Direction | None = None, presentation: Presentation = AS_WRITTEN
    ) -> None:
        self.text = text
        self.measured = MeasuredText(text)
        self._base = base
        self._presentation = presentation
        self.paragraph: Callable[[int], Paragraph] = lru_cache(_PARAGRAPHS_KEPT)(self._make_paragraph)
        self._lines = lru_cache(_WIDTHS_KEPT)(self._make_lines)

    def lines(self, width: int) -> Lines:
        """Return the lines of at most `width` cells (less than 1 counts as 1): those of `layout`, lazily."""
        return self._lines(max(1, width))

    def _make_lines(self, width: int) -> Lines:
        return Lines(self, width)

    def _make_paragraph(self, start: int) -> Paragraph:
        return paragraph_at(self.text, start, self._base, self._presentation)


class _Block(NamedTuple):
    """Lines that are counted together: where each ends, and where the paragraphs begin that they are of."""

    ends: list[int]
    paragraphs: list[int]


class _CountedBlock(NamedTuple):
    """The block counted last: its number, measured text and cells, and the ends of lines in these."""

    block: int
    measured: bytes
    cells: bytes
    ends: list[int]


class Lines(Sequence[Line]):
    """The lines of a long text at one width, as a sequence; at least one.

    Lines are counted as far as is asked for, all of them by `len`, and made when they are asked for. An
    index out of range raises IndexError.

    Args:
        long_text: The text.
        width: The most cells that a line may take, at least 1.

    Attributes:
        width: The same.
        paragraph: That of `long_text`.
    """

    def __init__(self, long_text: LongText, width: int) -> None:
        self._long_text = long_text
        self.paragraph = long_text.paragraph
        self.width = width
        # For each block counted: the index of its first character, the number of its first line, where the
        # paragraph of that line begins, and how many chunks were measured for it.
        self._starts = array("Q")
        self._firsts = array("Q")
        self._paragraphs = array("Q")
        self._chunk_counts = array("Q")
        # The first three of these for the block that is counted next.
        self._next_block = (0, 0, 0)
        self._last_counted = _CountedBlock(-1, b"", b"", [])
        self._block = lru_cache(_BLOCKS_KEPT)(self._find_block)

    def __len__(self) -> int:
        while self._count_block():
            pass
        return self._next_block[1]

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

    def __iter__(self) -> Iterator[Line]:
        at = 0
        while at < len(self._starts) or self._count_block():
            yield from self._lines_of(self._starts[at], self._find_block(at))
            at += 1

    def line_number_of(self, index: int) -> int:
        """Return on which line a character is.

        Args:
            index: The index of the character; outside of the text the nearest character is meant.

        Returns:
            The number of the line, from 0.
        """
        index = max(0, min(index, len(self._long_text.text) - 1))
        while self._next_block[0] <= index and self._count_block():
            pass
        at = bisect_right(self._starts, index) - 1
        ends = self._block(at).ends
        return self._firsts[at] + min(bisect_right(ends, index), len(ends) - 1)

    def _line(self, number: int) -> Line:
        """Return line `number`, which was counted."""
        at = bisect_right(self._firsts, number) - 1
        ends, paragraphs = self._block(at)
        in_block = number - self._firsts[at]
        start = ends[in_block - 1] if in_block else self._starts[at]
        return Line(self, paragraphs[bisect_right(paragraphs, start) - 1], start, ends[in_block])

    def _lines_of(self, start: int, block: _Block) -> Iterator[Line]:
        """Yield the lines of a block that starts at index `start`."""
        paragraphs = iter((*block.paragraphs, len(self._long_text.text) + 1))
        paragraph, following = next(paragraphs), next(paragraphs)
        for end in block.ends:
            while following <= start:
                paragraph, following = following, next(paragraphs)
            yield Line(self, paragraph, start, end)
            start = end

    def _count_to(self, number: int) -> int:
        """Count at least `number` lines, if there are so many; return how many are counted."""
        while self._next_block[1] < number and self._count_block():
            pass
        return self._next_block[1]

    def _count_block(self) -> bool:
        """Count the lines of one more block; return False if there is none.

        The text after a block could change the block's last two lines: they are left to the next block.
        """
        start, first, paragraph = self._next_block
        text = self._long_text.measured
        if start >= len(text.text) and self._starts:
            return False
        chunks = self._chunk_counts[-1] if self._chunk_counts else 0
        more = 1
        while True:
            chunks = text.measure_up_to(chunks + more)
            measured = text.measured(start, chunks)
            cells = to_cells(measured)
            ends = list(line_ends(cells, self.width))
            if text.is_all(chunks):
                ends = ends or [0]
                break
            if len(ends) > 2:
                del ends[-2:]
                break
            more *= 2
        self._last_counted = _CountedBlock(len(self._starts), measured, cells, ends)
        self._starts.append(start)
        self._firsts.append(first)
        self._paragraphs.append(paragraph)
        self._chunk_counts.append(chunks)
        end = to_character_end(measured, cells, ends[-1])
        last = measured.rfind(b"\n", 0, end)
        self._next_block = (start + end, first + len(ends), paragraph if last < 0 else start + last + 1)
        return True

    def _find_block(self, at: int) -> _Block:
        """Return the block with number `at`, which was counted."""
        start = self._starts[at]
        if at == self._last_counted.block:
            _, measured, cells, ends = self._last_counted
        else:
            following = at + 1
            count = self._firsts[following] if following < len(self._firsts) else self._next_block[1]
            text = self._long_text.measured
            text.measure_up_to(self._chunk_counts[at])
            measured = text.measured(start, self._chunk_counts[at])
            cells = to_cells(measured)
            ends = (list(line_ends(cells, self.width)) or [0])[: count - self._firsts[at]]
        paragraphs = [start + match.end() for match in _PARAGRAPH_END.finditer(measured)]
        lines = [start + end for end in to_character_ends(measured, cells, ends)]
        return _Block(lines, [self._paragraphs[at], *paragraphs])


def layout(
    text: str, width: int, base: Direction | None = None, presentation: Presentation = AS_WRITTEN
) -> list[Line]:
    """Lay out a text in lines of at most `width` cells.

    Lines break in logical order (UAX #14), levels are resolved by paragraph (UAX #9), each line is
    reordered by itself (rules L1, L2), brackets are mirrored (L4), marks follow their letters (L3), Arabic
    letters join.

    Args:
        text: Text in logical order, of any length; a line end in it ends a paragraph (UAX #9 rule P1).
        width: The most cells that a line may take; less than 1 counts as 1.
        base: The direction of all paragraphs, `"L"` or `"R"`; None finds it for each (rules P2, P3).
        presentation: How it is painted; the slices of the lines do not depend on it.

    Returns:
        The lines, at least one. Their slices `[start:end]`, put together, are `text`. A line is wider than
        `width` only if it is a single cluster. The cells of a line are found when they are asked for.

    Short texts are kept for the next call, with all that does not depend on the width; to keep a long one,
    make a `LongText` of it.
    """
    if len(text) <= _CACHED_LENGTH:
        return list(_cached_text(text, base, presentation).lines(width))
    long_text = LongText(text, base, presentation)
    long_text.measured.keep = False
    lines = list(iter(long_text.lines(width)))  # of the lines itself, `list` would first ask for the length
    long_text.measured.forget()
    return lines


def count_lines(text: str, width: int) -> int:
    """Count the lines of a text without laying it out.

    Args:
        text: Text in logical order, of any length.
        width: The most cells that a line may take; less than 1 counts as 1.

    Returns:
        The number of lines that `layout` makes of it, at least 1. Nothing is kept.
    """
    if len(text) <= CHUNK_LENGTH:
        return sum(1 for _ in line_ends(to_cells(measure(text)), max(1, width))) or 1
    return len(LongText(text).lines(width))


_cached_text: Final = lru_cache(_CACHED_TEXTS)(LongText)
