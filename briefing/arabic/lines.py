"""Lines of laid-out text: the cells to paint from left to right, and the characters that they show."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import repeat
from typing import Final, Protocol

from briefing.arabic.cell import Cell, make_cell
from briefing.arabic.characters import is_format
from briefing.arabic.clusters import Clusters
from briefing.arabic.levels import Direction
from briefing.arabic.mirroring import has_mirrored, mirror
from briefing.arabic.presentation import AS_WRITTEN, Presentation, present
from briefing.arabic.reordering import Resolved

# UAX #9 rule P1: what ends a paragraph.
_PARAGRAPH_PATTERN: Final = re.compile("([^\n\r\x1c-\x1e\x85\u2029]*)(\r\n|[\n\r\x1c-\x1e\x85\u2029]|\\Z)")
_HANGING: Final = frozenset(
    " \t\v\f\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u205f\u3000"
)
_MANDATORY_BREAKS: Final = frozenset("\v\f\u2028")
_EMBEDDING: Final = re.compile("[\u202a-\u202e]")
# The clusters of a longer paragraph are not kept, but made for each line and so many characters around it.
_KEEP_WHOLE: Final = 1 << 14
_MARGIN: Final = 64


class Paragraph:
    """One paragraph (UAX #9 rule P1), with its levels and clusters, which are found when they are asked for.

    Args:
        text: The paragraph in logical order, without its separator.
        base: The paragraph direction, `"L"` or `"R"`; None finds it (rules P2, P3).
        offset: The index where the paragraph begins in the text that is laid out.
        separator: The paragraph separator after it, "" if there is none.
        presentation: How it is painted.

    Attributes:
        text, offset, separator, presentation: As given.
    """

    def __init__(
        self,
        text: str,
        base: Direction | None = None,
        offset: int = 0,
        separator: str = "",
        presentation: Presentation = AS_WRITTEN,
    ) -> None:
        self.text = text
        self.offset = offset
        self.separator = separator
        self.presentation = presentation
        self._base = base
        # The clusters of the line looked at last: they are asked for twice.
        self._last_clusters: tuple[int, int, Clusters] | None = None

    @cached_property
    def resolved(self) -> Resolved:
        """The paragraph with its levels resolved, which has its direction too."""
        return Resolved(self.text, self._base)

    @cached_property
    def _levels(self) -> list[int] | None:
        """The levels that Arabic letters have under embeddings and overrides, None if there are none."""
        if not _EMBEDDING.search(self.text):
            return None
        from briefing.arabic.embeddings import letter_levels  # few texts have any

        return letter_levels(self.text, self.resolved.base)

    @cached_property
    def _clusters(self) -> Clusters:
        return Clusters(self.text, offset=self.offset, levels=self._levels)

    def clusters(self, start: int, end: int) -> Clusters:
        """Return the clusters of `text[start:end]`, and perhaps more, joined as in the whole paragraph.

        Their `starts` count in the text that is laid out, that is, `offset` is added.
        """
        if len(self.text) <= _KEEP_WHOLE:
            return self._clusters
        if self._last_clusters and self._last_clusters[:2] == (start, end):
            return self._last_clusters[2]
        around = (0 if self.text[at : at + 1] == " " else _MARGIN for at in (start - 1, end - 1))
        first, last = max(0, start - next(around)), end + next(around)
        self._last_clusters = (start, end, Clusters(self.text, first, last, self.offset, self._levels))
        return self._last_clusters[2]


class LineContext(Protocol):
    """What a line needs of the layout that it belongs to: its width in cells, and its paragraphs."""

    width: int

    def paragraph(self, start: int) -> Paragraph:
        """Return the paragraph that begins at index `start` of the text that is laid out."""
        ...


class Line:
    """One line of a paragraph. Its cells are found when they are asked for.

    Columns count cells from the left end of what the line paints, from 0; to set it flush right is the
    caller's task.

    Args:
        context: The layout that it belongs to.
        paragraph: The index where its paragraph begins in the text that was laid out.
        start: The index where the line begins in that text.
        end: The index where it ends (exclusive), after the white space and the separator at its end.

    Attributes:
        start, end: As given.
    """

    __slots__ = ("__dict__", "_context", "_paragraph_start", "end", "start")

    def __init__(self, context: LineContext, paragraph: int, start: int, end: int) -> None:
        self._context = context
        self._paragraph_start = paragraph
        self.start = start
        self.end = end

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that it is a line of."""
        return self._context.paragraph(self._paragraph_start)

    @property
    def base(self) -> Direction:
        """The paragraph direction: lines of an `"R"` paragraph are to be set flush right."""
        return self.paragraph.resolved.base

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The cells in visual order, left to right; white space at the end of the line hangs: it has none."""
        paragraph = self.paragraph
        cells = self._cells_as_written(paragraph)
        if paragraph.presentation == AS_WRITTEN:
            return cells
        return present(
            cells,
            paragraph.text,
            paragraph.offset,
            paragraph.presentation,
            rtl=paragraph.resolved.base == "R",
            missing=0 if self._is_last(paragraph) else self._context.width - _width(cells),
        )

    def _is_last(self, paragraph: Paragraph) -> bool:
        """Return whether the line ends with the paragraph or at a mandatory break."""
        end = self.end - paragraph.offset
        return end >= len(paragraph.text) or paragraph.text[end - 1 : end] in _MANDATORY_BREAKS

    @cached_property
    def _cluster_runs(self) -> list[tuple[slice, bool]]:
        """The level runs in visual order, as slices of the clusters; and whether each runs right to left."""
        paragraph = self.paragraph
        text, offset = paragraph.text, paragraph.offset
        start = self.start - offset
        end = min(self.end - offset, len(text))
        while end > start and (text[end - 1] in _HANGING or is_format(text[end - 1])):
            end -= 1
        if start == end:
            return []
        starts = self._clusters(paragraph).starts
        runs = []
        for first, last, rtl in paragraph.resolved.visual_runs(start, end):
            numbers = slice(bisect_left(starts, first + offset), bisect_left(starts, last + offset))
            if numbers.start < numbers.stop:
                runs.append((numbers, rtl))
        return runs

    def _clusters(self, paragraph: Paragraph) -> Clusters:
        """Return the clusters of the line, and perhaps some around it."""
        return paragraph.clusters(self.start - paragraph.offset, self.end - paragraph.offset)

    def _cells_as_written(self, paragraph: Paragraph) -> tuple[Cell, ...]:
        """Return the cells of the line without its presentation."""
        if not self._cluster_runs:
            return ()
        clusters = self._clusters(paragraph)
        beginning = bisect_left(clusters.starts, self.start)
        painted: list[Cell] = []
        for numbers, rtl in self._cluster_runs:
            texts, widths = clusters.texts[numbers], clusters.widths[numbers]
            edges = clusters.starts[numbers.start : numbers.stop + 1]
            if numbers.start == beginning:  # format characters at the start belong to the first cluster
                edges[0] = self.start
            edges[-1] = min(edges[-1], self.end)
            if rtl:
                if has_mirrored(paragraph.text[edges[0] - paragraph.offset : edges[-1] - paragraph.offset]):
                    texts = [mirror(text) for text in texts]  # rule L4
                fields = zip(texts[::-1], widths[::-1], edges[-2::-1], edges[:0:-1], repeat(True))
            else:
                fields = zip(texts, widths, edges, edges[1:], repeat(False))
            painted.extend(map(make_cell, fields))
        return tuple(painted)

    @cached_property
    def text(self) -> str:
        """The text of the cells, put together from left to right."""
        paragraph = self.paragraph
        if "cells" in self.__dict__ or paragraph.presentation != AS_WRITTEN:
            return "".join([cell.text for cell in self.cells])
        painted: list[str] = []
        for numbers, rtl in self._cluster_runs:
            texts = self._clusters(paragraph).texts[numbers]
            run = "".join(texts[::-1] if rtl else texts)
            painted.append(mirror(run) if rtl and has_mirrored(run) else run)
        return "".join(painted)

    @cached_property
    def width(self) -> int:
        """The number of cells that it takes, without the white space that hangs."""
        return _width(self.cells)

    def index_at(self, column: int) -> int:
        """Return which cluster is at a column.

        Args:
            column: Any column; left of the first cell or right of the last the nearest cell is meant.

        Returns:
            The index of the cluster's first character in the text that was laid out; `start` in an empty
            line.
        """
        index = self.start
        edge = 0
        for cell in self.cells:
            index = cell.start
            edge += cell.width
            if column < edge:
                break
        return index

    def columns(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the columns that show a slice of the text that was laid out.

        Args:
            start: The index of its first character.
            end: The index after its last character.

        Returns:
            Ranges of columns, `(first, one past the last)`, from left to right, with a gap between any two.
            There can be several, as a slice may be in several level runs (UAX #9); there are none if it is
            not shown.
        """
        runs: list[tuple[int, int]] = []
        column = 0
        for cell in self.cells:
            after = column + cell.width
            if cell.start < end and cell.end > start:
                if runs and runs[-1][1] == column:
                    runs[-1] = (runs[-1][0], after)
                else:
                    runs.append((column, after))
            column = after
        return runs


def paragraph_at(
    text: str, start: int, base: Direction | None = None, presentation: Presentation = AS_WRITTEN
) -> Paragraph:
    """Return the paragraph of `text` that begins at index `start` (UAX #9 rule P1).

    `base` and `presentation` are those of `layout`.
    """
    match = _PARAGRAPH_PATTERN.match(text, start)
    assert match is not None  # the pattern matches anything
    return Paragraph(match.group(1), base, start, match.group(2), presentation)


def _width(cells: Iterable[Cell]) -> int:
    """Return the number of cells that `cells` take together."""
    return sum([cell.width for cell in cells])
