"""Lines of text laid out for a grid of cells: what to paint from left to right, and which words it is for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise, repeat
from typing import Final

from briefing.arabic.breaking import cells, in_characters, line_ends
from briefing.arabic.cell import Cell, make_cell
from briefing.arabic.characters import is_format
from briefing.arabic.clusters import Clusters
from briefing.arabic.levels import Direction
from briefing.arabic.measuring import measure
from briefing.arabic.order import Resolved
from briefing.arabic.reading import AS_WRITTEN, Reading, read
from briefing.arabic.unicode_tables import MIRRORED

# UAX #9 rule P1: what ends a paragraph.
_PARAGRAPH: Final = re.compile("([^\n\r\x1c-\x1e\x85\u2029]*)(\r\n|[\n\r\x1c-\x1e\x85\u2029]|\\Z)")
_HANGING: Final = frozenset(
    " \t\v\f\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u205f\u3000"
)
_FORCED: Final = frozenset("\v\f\u2028")
_MIRROR: Final = dict(zip(map(ord, MIRRORED[::2]), MIRRORED[1::2], strict=True))
_MIRRORS: Final = frozenset(MIRRORED[::2])
# The clusters of a longer paragraph are not kept, but made for each line with so many characters around it.
_KEPT: Final = 1 << 14
_AROUND: Final = 64


class Paragraph:
    """One paragraph, with all about it that does not depend on a width: levels, clusters, places to break.

    `text` holds no paragraph separator. `base` is `"L"`, `"R"` or None (UAX #9 rules P2, P3). `offset` is
    where it begins in the text that its lines' slices count in. `reading` is how it is painted.
    """

    def __init__(
        self,
        text: str,
        base: Direction | None = None,
        offset: int = 0,
        separator: str = "",
        reading: Reading = AS_WRITTEN,
    ) -> None:
        self.text = text
        self.offset = offset
        self.separator = separator
        self.reading = reading
        self._base = base

    @cached_property
    def resolved(self) -> Resolved:
        """Its levels."""
        return Resolved(self.text, self._base)

    @cached_property
    def _clusters(self) -> Clusters:
        return Clusters(self.text)

    @cached_property
    def _measured(self) -> tuple[bytes, bytes]:
        """What each character adds to a line, and the cells of it all."""
        measured = measure(self.text)
        return measured, cells(measured)

    def clusters(self, start: int, end: int) -> Clusters:
        """The clusters of `[start:end]` at least, joined as they are in the whole."""
        if len(self.text) <= _KEPT:
            return self._clusters
        around = (0 if self.text[at : at + 1] == " " else _AROUND for at in (start - 1, end - 1))
        return Clusters(self.text, max(0, start - next(around)), end + next(around))

    def lines(self, width: int) -> list[Line]:
        """Its lines of `width` cells or less, from the first on; always at least one."""
        measured, row = self._measured
        *ends, _ = in_characters(measured, row, line_ends(row, max(1, width))) or [0]
        edges = [0, *ends, len(self.text)]
        return [Line(self, start, end, width) for start, end in pairwise(edges)]


class Line:
    """One line of a paragraph, with room for `room` cells. Columns count cells from its own left edge."""

    def __init__(self, paragraph: Paragraph, start: int, end: int, room: int = 0) -> None:
        self.paragraph = paragraph
        self._start = start
        self._end = end
        self._room = room

    @property
    def start(self) -> int:
        """Where the line begins in the text that was laid out."""
        return self.paragraph.offset + self._start

    @property
    def end(self) -> int:
        """Where the next line begins: white space and separators at the line's end are part of its slice."""
        last = self._end == len(self.paragraph.text)
        return self.paragraph.offset + self._end + (len(self.paragraph.separator) if last else 0)

    @property
    def base(self) -> Direction:
        """The paragraph's direction: a line of an `"R"` paragraph is set flush right."""
        return self.paragraph.resolved.base

    @cached_property
    def _parts(self) -> list[tuple[slice, bool]]:
        """From left to right, the stretches of clusters to paint, and whether they run from right to left."""
        text, end = self.paragraph.text, self._end
        while end > self._start and (text[end - 1] in _HANGING or is_format(text[end - 1])):
            end -= 1
        starts = self._clusters.starts
        parts = []
        for run in self.paragraph.resolved.line_runs(self._start, end):
            first, last = bisect_left(starts, run.start), bisect_left(starts, run.end)
            if first < last:
                parts.append((slice(first, last), run.rtl))
        return parts

    @cached_property
    def _clusters(self) -> Clusters:
        return self.paragraph.clusters(self._start, self._end)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """What is painted, from left to right; white space at the line's end hangs and has no cells."""
        paragraph = self.paragraph
        if paragraph.reading == AS_WRITTEN:
            return self._cells_as_written()
        return read(
            self._cells_as_written(),
            paragraph.text,
            paragraph.offset,
            paragraph.reading,
            rtl=self.base == "R",
            missing=0 if self._is_last else self._room - self._width_as_written(),
        )

    @property
    def _is_last(self) -> bool:
        """Whether the paragraph ends here, or its author had the line end here."""
        text, end = self.paragraph.text, self._end
        return end == len(text) or text[end - 1 : end] in _FORCED

    def _cells_as_written(self) -> tuple[Cell, ...]:
        clusters, offset = self._clusters, self.paragraph.offset
        first = bisect_left(clusters.starts, self._start)
        painted: list[Cell] = []
        for part, rtl in self._parts:
            texts, widths = clusters.texts[part], clusters.widths[part]
            edges = clusters.starts[part.start : part.stop + 1]
            if part.start == first:  # format characters at the line's start count with its first cluster
                edges[0] = self._start
            edges[-1] = min(edges[-1], self._end)
            if offset:
                edges = [edge + offset for edge in edges]
            if rtl:
                if not _MIRRORS.isdisjoint("".join(texts)):  # rule L4
                    texts = [text.translate(_MIRROR) for text in texts]
                fields = zip(texts[::-1], widths[::-1], edges[-2::-1], edges[:0:-1], repeat(True))
            else:
                fields = zip(texts, widths, edges, edges[1:], repeat(False))
            painted.extend(map(make_cell, fields))
        return tuple(painted)

    @cached_property
    def text(self) -> str:
        """What is painted, as one string."""
        if self.paragraph.reading != AS_WRITTEN:
            return "".join([cell.text for cell in self.cells])
        painted: list[str] = []
        for part, rtl in self._parts:
            texts = self._clusters.texts[part]
            run = "".join(texts[::-1] if rtl else texts)
            painted.append(run.translate(_MIRROR) if rtl and not _MIRRORS.isdisjoint(run) else run)
        return "".join(painted)

    @cached_property
    def width(self) -> int:
        """The cells it takes."""
        if self.paragraph.reading.justified:
            return sum([cell.width for cell in self.cells])
        return self._width_as_written()

    def _width_as_written(self) -> int:
        return sum(sum(self._clusters.widths[part]) for part, _ in self._parts)

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
    text: str, start: int, base: Direction | None = None, reading: Reading = AS_WRITTEN
) -> Paragraph:
    """The paragraph of `text` that begins at `start` (rule P1); `base` and `reading` as in `layout`."""
    match = _PARAGRAPH.match(text, start)
    assert match is not None  # the pattern matches anything
    return Paragraph(match.group(1), base, start, match.group(2), reading)


def paragraphs(
    text: str, base: Direction | None = None, reading: Reading = AS_WRITTEN
) -> Iterator[Paragraph]:
    """The paragraphs of `text`, at least one; what ends the last begins no other."""
    start = 0
    while start < len(text) or start == 0:
        paragraph = paragraph_at(text, start, base, reading)
        yield paragraph
        start += len(paragraph.text) + len(paragraph.separator) or 1


def layout(text: str, width: int, base: Direction | None = None, reading: Reading = AS_WRITTEN) -> list[Line]:
    """Lay `text` out in lines of at most `width` cells.

    Lines break in logical order (UAX #14), levels are resolved by paragraph (UAX #9), each line is ordered by
    itself (L1, L2), brackets are mirrored (L4), marks follow their letters (L3), Arabic letters join. The
    lines' slices, put together, give `text` back. A line is wider than `width` only if one cluster is.
    `base` is every paragraph's direction, `"L"` or `"R"`; None finds it for each (P2, P3).
    `reading` changes what is painted, never the lines' slices.
    """
    return [line for paragraph in paragraphs(text, base, reading) for line in paragraph.lines(width)]
