"""A text of any length, laid out only where it is looked at; lines are counted without shaping a letter."""

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
from briefing.arabic.measured_text import STRETCH, MeasuredText
from briefing.arabic.measuring import measure
from briefing.arabic.presentation import AS_WRITTEN, Presentation

# What is looked at again soon: what is around the place on the screen, and at the width before.
_BLOCKS_KEPT: Final = 8
_PARAGRAPHS_KEPT: Final = 256
_WIDTHS_KEPT: Final = 2
_PARAGRAPH_END: Final = re.compile(b"\n")
# Texts up to this many characters are remembered by `layout`, with what does not depend on a width.
_SHORT: Final = 1 << 16
_SHORT_KEPT: Final = 16


class LongText:
    """A text whose lines are found as they are asked for.

    `base` is every paragraph's direction, `"L"` or `"R"`; None finds it for each (UAX #9 rules P2, P3).
    `presentation` is how it is painted.
    """

    def __init__(
        self, text: str, base: Direction | None = None, presentation: Presentation = AS_WRITTEN
    ) -> None:
        self.text = text
        self.measured = MeasuredText(text)
        self._base = base
        self._presentation = presentation
        #: The paragraph that begins at a character.
        self.paragraph: Callable[[int], Paragraph] = lru_cache(_PARAGRAPHS_KEPT)(self._make_paragraph)
        self._lines = lru_cache(_WIDTHS_KEPT)(self._make_lines)

    def lines(self, width: int) -> Lines:
        """Its lines of at most `width` cells: those of `layout`, as a sequence."""
        return self._lines(max(1, width))

    def _make_lines(self, width: int) -> Lines:
        return Lines(self, width)

    def _make_paragraph(self, start: int) -> Paragraph:
        return paragraph_at(self.text, start, self._base, self._presentation)


class _Block(NamedTuple):
    """The lines of a stretch of text: where each ends, and where the paragraphs begin that they are of."""

    ends: list[int]
    paragraphs: list[int]


class _Counted(NamedTuple):
    """What was found when a block's lines were counted: as it is measured, its cells, their ends in these."""

    block: int
    measured: bytes
    row: bytes
    ends: list[int]


class Lines(Sequence[Line]):
    """The lines of a long text at one width, counted as far as is asked for, and by `len` to the end."""

    def __init__(self, source: LongText, width: int) -> None:
        self._source = source
        self.paragraph = source.paragraph
        self.width = width
        # For each block counted: its first character, its first line, where that line's paragraph begins, and
        # how many stretches were measured for it.
        self._starts = array("Q")
        self._firsts = array("Q")
        self._paragraphs = array("Q")
        self._reached = array("Q")
        self._next = (0, 0, 0)
        self._counted = _Counted(-1, b"", b"", [])
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

    def __iter__(self) -> Iterator[Line]:
        at = 0
        while at < len(self._starts) or self._count_block():
            yield from self._lines_of(self._starts[at], self._find_block(at))
            at += 1

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
        ends, paragraphs = self._block(at)
        within = number - self._firsts[at]
        start = ends[within - 1] if within else self._starts[at]
        return Line(self, paragraphs[bisect_right(paragraphs, start) - 1], start, ends[within])

    def _lines_of(self, start: int, block: _Block) -> Iterator[Line]:
        paragraphs = iter((*block.paragraphs, len(self._source.text) + 1))
        paragraph, following = next(paragraphs), next(paragraphs)
        for end in block.ends:
            while following <= start:
                paragraph, following = following, next(paragraphs)
            yield Line(self, paragraph, start, end)
            start = end

    def _count_to(self, number: int) -> int:
        """Count up to that many lines at least, if there are: how many are counted."""
        while self._next[1] < number and self._count_block():
            pass
        return self._next[1]

    def _count_block(self) -> bool:
        """Count the lines of one more block; False if none is left.

        The text goes on behind a block, and might change its last two lines: they are left to the next one.
        """
        start, first, paragraph = self._next
        text = self._source.measured
        if start >= len(text.text) and self._starts:
            return False
        reached = self._reached[-1] if self._reached else 0
        more = 1
        while True:
            reached = text.reach(reached + more)
            measured = text.measured(start, reached)
            row = to_cells(measured)
            ends = list(line_ends(row, self.width))
            if text.is_all(reached):
                ends = ends or [0]
                break
            if len(ends) > 2:
                del ends[-2:]
                break
            more *= 2
        self._counted = _Counted(len(self._starts), measured, row, ends)
        self._starts.append(start)
        self._firsts.append(first)
        self._paragraphs.append(paragraph)
        self._reached.append(reached)
        end = to_character_end(measured, row, ends[-1])
        last = measured.rfind(b"\n", 0, end)
        self._next = (start + end, first + len(ends), paragraph if last < 0 else start + last + 1)
        return True

    def _find_block(self, at: int) -> _Block:
        start = self._starts[at]
        if at == self._counted.block:
            _, measured, row, ends = self._counted
        else:
            following = at + 1
            count = self._firsts[following] if following < len(self._firsts) else self._next[1]
            text = self._source.measured
            text.reach(self._reached[at])
            measured = text.measured(start, self._reached[at])
            row = to_cells(measured)
            ends = (list(line_ends(row, self.width)) or [0])[: count - self._firsts[at]]
        paragraphs = [start + match.end() for match in _PARAGRAPH_END.finditer(measured)]
        lines = [start + end for end in to_character_ends(measured, row, ends)]
        return _Block(lines, [self._paragraphs[at], *paragraphs])


def layout(
    text: str, width: int, base: Direction | None = None, presentation: Presentation = AS_WRITTEN
) -> list[Line]:
    """Lay `text` out in lines of at most `width` cells.

    Lines break in logical order (UAX #14), levels are resolved by paragraph (UAX #9), each line is ordered by
    itself (L1, L2), brackets are mirrored (L4), marks follow their letters (L3), Arabic letters join.

    Args:
        text: Logical text of any length; a line end in it ends a paragraph (UAX #9 P1).
        width: The most cells that a line may take; less than 1 counts as 1.
        base: The direction of every paragraph, `"L"` or `"R"`; None finds it for each (P2, P3).
        presentation: How it is painted; the lines' slices do not depend on it.

    Returns:
        The lines, at least one. Their slices, put together, give `text` back. A line is wider than `width`
        only if a single cluster is. What a line paints is found when it is asked for.

    Short texts are remembered, with what does not depend on `width`; a long one is kept by whoever makes a
    `LongText` of it.
    """
    if len(text) <= _SHORT:
        return list(_remembered(text, base, presentation).lines(width))
    source = LongText(text, base, presentation)
    source.measured.keep = False
    lines = list(iter(source.lines(width)))  # of the lines itself, `list` would first ask for the length
    source.measured.forget()
    return lines


def count_lines(text: str, width: int) -> int:
    """Return how many lines `layout` makes of `text` at a width in cells, without keeping anything."""
    if len(text) <= STRETCH:
        return sum(1 for _ in line_ends(to_cells(measure(text)), max(1, width))) or 1
    return len(LongText(text).lines(width))


_remembered: Final = lru_cache(_SHORT_KEPT)(LongText)
