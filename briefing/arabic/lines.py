"""Lines of text laid out for a grid of cells: what to paint from left to right, and which words it is for."""

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
from briefing.arabic.mirroring import MIRRORS, mirror
from briefing.arabic.presentation import AS_WRITTEN, Presentation, read
from briefing.arabic.reordering import Resolved

# UAX #9 rule P1: what ends a paragraph.
_PARAGRAPH: Final = re.compile("([^\n\r\x1c-\x1e\x85\u2029]*)(\r\n|[\n\r\x1c-\x1e\x85\u2029]|\\Z)")
_HANGING: Final = frozenset(
    " \t\v\f\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u205f\u3000"
)
_FORCED: Final = frozenset("\v\f\u2028")
_EMBEDDING: Final = re.compile("[\u202a-\u202e]")
# The clusters of a longer paragraph are not kept, but made for each line with so many characters around it.
_KEPT: Final = 1 << 14
_AROUND: Final = 64


class Paragraph:
    """One paragraph, with what its lines need of it: levels, clusters.

    `text` holds no paragraph separator. `base` is `"L"`, `"R"` or None (UAX #9 rules P2, P3). `offset` is
    where it begins in the text that its lines' slices count in. `presentation` is how it is painted.
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
        # Those of the line looked at last: they are asked for twice.
        self._around: tuple[int, int, Clusters] | None = None

    @cached_property
    def resolved(self) -> Resolved:
        """Its levels."""
        return Resolved(self.text, self._base)

    @cached_property
    def _levels(self) -> list[int] | None:
        if not _EMBEDDING.search(self.text):
            return None
        from briefing.arabic.embeddings import letter_levels  # few texts have any

        return letter_levels(self.text, self.resolved.base)

    @cached_property
    def _clusters(self) -> Clusters:
        return Clusters(self.text, offset=self.offset, levels=self._levels)

    def clusters(self, start: int, end: int) -> Clusters:
        """The clusters of `[start:end]` at least, joined as in the whole; they count from `offset` on."""
        if len(self.text) <= _KEPT:
            return self._clusters
        if self._around and self._around[:2] == (start, end):
            return self._around[2]
        around = (0 if self.text[at : at + 1] == " " else _AROUND for at in (start - 1, end - 1))
        first, last = max(0, start - next(around)), end + next(around)
        self._around = (start, end, Clusters(self.text, first, last, self.offset, self._levels))
        return self._around[2]


class Source(Protocol):
    """Lines of one width, which give the paragraph of each by where it begins."""

    width: int

    def paragraph(self, start: int) -> Paragraph:
        """The paragraph that begins at `start`."""
        ...


class Line:
    """One line of a paragraph. Columns count cells from its own left edge.

    `[start:end]` is its slice of the text that was laid out: white space and separators at its end are part
    of it. What it paints is found when it is asked for.
    """

    __slots__ = ("__dict__", "_paragraph", "_source", "end", "start")

    def __init__(self, source: Source, paragraph: int, start: int, end: int) -> None:
        self._source = source
        self._paragraph = paragraph
        self.start = start
        self.end = end

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph it is a line of."""
        return self._source.paragraph(self._paragraph)

    @property
    def base(self) -> Direction:
        """The paragraph's direction: a line of an `"R"` paragraph is set flush right."""
        return self.paragraph.resolved.base

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """What is painted, from left to right; white space at the line's end hangs and has no cells."""
        paragraph = self.paragraph
        cells = self._cells_as_written(paragraph)
        if paragraph.presentation == AS_WRITTEN:
            return cells
        return read(
            cells,
            paragraph.text,
            paragraph.offset,
            paragraph.presentation,
            rtl=paragraph.resolved.base == "R",
            missing=0 if self._is_last(paragraph) else self._source.width - _width(cells),
        )

    def _is_last(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph ends here, or its author had the line end here."""
        end = self.end - paragraph.offset
        return end >= len(paragraph.text) or paragraph.text[end - 1 : end] in _FORCED

    @cached_property
    def _runs(self) -> list[tuple[slice, bool]]:
        """From left to right, the stretches of clusters to paint, and whether they run from right to left."""
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
            part = slice(bisect_left(starts, first + offset), bisect_left(starts, last + offset))
            if part.start < part.stop:
                runs.append((part, rtl))
        return runs

    def _clusters(self, paragraph: Paragraph) -> Clusters:
        return paragraph.clusters(self.start - paragraph.offset, self.end - paragraph.offset)

    def _cells_as_written(self, paragraph: Paragraph) -> tuple[Cell, ...]:
        if not self._runs:
            return ()
        clusters = self._clusters(paragraph)
        beginning = bisect_left(clusters.starts, self.start)
        painted: list[Cell] = []
        for part, rtl in self._runs:
            texts, widths = clusters.texts[part], clusters.widths[part]
            edges = clusters.starts[part.start : part.stop + 1]
            if part.start == beginning:  # format characters at the line's start count with its first cluster
                edges[0] = self.start
            edges[-1] = min(edges[-1], self.end)
            if rtl:
                if MIRRORS.search(paragraph.text, edges[0] - paragraph.offset, edges[-1] - paragraph.offset):
                    texts = [mirror(text) for text in texts]  # rule L4
                fields = zip(texts[::-1], widths[::-1], edges[-2::-1], edges[:0:-1], repeat(True))
            else:
                fields = zip(texts, widths, edges, edges[1:], repeat(False))
            painted.extend(map(make_cell, fields))
        return tuple(painted)

    @cached_property
    def text(self) -> str:
        """What is painted, as one string."""
        paragraph = self.paragraph
        if "cells" in self.__dict__ or paragraph.presentation != AS_WRITTEN:
            return "".join([cell.text for cell in self.cells])
        painted: list[str] = []
        for part, rtl in self._runs:
            texts = self._clusters(paragraph).texts[part]
            run = "".join(texts[::-1] if rtl else texts)
            painted.append(mirror(run) if rtl and MIRRORS.search(run) else run)
        return "".join(painted)

    @cached_property
    def width(self) -> int:
        """The cells it takes."""
        return _width(self.cells)

    def index_at(self, column: int) -> int:
        """The index, in the text that was laid out, of the cluster at `column`.

        Left of the first cell and right of the last, that of the nearest cell; in an empty line, its start.
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
        """The cells that show `[start:end]` of the text that was laid out, as runs `(first, past the last)`.

        From left to right, neighbours merged; several runs where the slice changes direction (UAX #9).
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
    """The paragraph of `text` that begins at `start` (rule P1); `base` and `presentation` as in `layout`."""
    match = _PARAGRAPH.match(text, start)
    assert match is not None  # the pattern matches anything
    return Paragraph(match.group(1), base, start, match.group(2), presentation)


def _width(cells: Iterable[Cell]) -> int:
    return sum([cell.width for cell in cells])
