"""Lines of text laid out for a grid of cells: what to paint from left to right, and what it stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from briefing.arabic.breaking import fill
from briefing.arabic.clusters import Clusters
from briefing.arabic.order import Direction, Resolved
from briefing.arabic.unicode_tables import MIRRORED

# UAX #9 rule P1: what ends a paragraph; and the separators inside one at which a line must end (UAX #14 BK).
_PARAGRAPH: Final = re.compile("([^\n\r\x1c-\x1e\x85\u2029]*)(\r\n|[\n\r\x1c-\x1e\x85\u2029]|\\Z)")
_FORCED: Final = re.compile("[^\v\f\u2028]*(?:[\v\f\u2028]|\\Z)")
_HANGING: Final = (
    " \t\v\f\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u2028\u205f\u3000"
)
_MIRROR: Final = dict(zip(MIRRORED[::2], MIRRORED[1::2], strict=True))


class Cell(NamedTuple):
    """One cluster on the screen: `text`, over `width` cells, stands for `[start:end]` of the source."""

    text: str
    width: int
    start: int
    end: int
    rtl: bool


class Paragraph:
    """One paragraph, with all about it that does not depend on a width: levels, clusters, joined forms.

    `text` holds no paragraph separator. `base` is `"L"`, `"R"` or None (UAX #9 rules P2, P3). `offset` is
    where it begins in the text that its lines' slices count in, `separator` what ends it there.
    """

    def __init__(
        self, text: str, base: Direction | None = None, offset: int = 0, separator: str = ""
    ) -> None:
        self.text = text
        self.offset = offset
        self.separator = separator
        self._base = base

    @cached_property
    def resolved(self) -> Resolved:
        """Its levels."""
        return Resolved(self.text, self._base)

    @cached_property
    def clusters(self) -> Clusters:
        """Its clusters, joined."""
        return Clusters(self.text)

    def lines(self, width: int) -> list[Line]:
        """Its lines in cells `width` or less, from the first on; always at least one."""
        spans: list[tuple[int, int]] = []
        for match in _FORCED.finditer(self.text):
            if match.start() == match.end() and match.start() > 0:
                break
            spans.extend(fill(self.text, max(1, width), match.start(), match.end()))
        return [Line(self, start, end) for start, end in spans]


class Line:
    """One line of a paragraph. All columns count cells from the line's own left edge."""

    def __init__(self, paragraph: Paragraph, start: int, end: int) -> None:
        self.paragraph = paragraph
        self._start = start
        self._end = end

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
    def cells(self) -> tuple[Cell, ...]:
        """What is painted, from left to right; white space at the line's end hangs and has no cells."""
        return tuple(self._cells())

    def _cells(self) -> Iterator[Cell]:
        text, clusters, offset = self.paragraph.text, self.paragraph.clusters, self.paragraph.offset
        starts, texts, widths = clusters.starts, clusters.texts, clusters.widths
        end = self._start + len(text[self._start : self._end].rstrip(_HANGING))
        for run in self.paragraph.resolved.line_runs(self._start, end):
            first, last = bisect_left(starts, run.start), bisect_left(starts, run.end)
            for at in range(last - 1, first - 1, -1) if run.rtl else range(first, last):
                if not widths[at]:
                    continue
                painted = texts[at]
                if run.rtl and painted[0] in _MIRROR:  # rule L4
                    painted = _MIRROR[painted[0]] + painted[1:]
                begin = offset + (starts[at] if at else 0)
                yield Cell(painted, widths[at], begin, offset + starts[at + 1], run.rtl)

    @cached_property
    def text(self) -> str:
        """What is painted, as one string."""
        return "".join(cell.text for cell in self.cells)

    @cached_property
    def width(self) -> int:
        """The cells it takes."""
        return sum(cell.width for cell in self.cells)

    def index_at(self, column: int) -> int:
        """The index, in the text that was laid out, of the cluster at `column`.

        Left of the first cell and right of the last, the index of the nearest; of an empty line, its start.
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


def paragraphs(text: str, base: Direction | None = None) -> Iterator[Paragraph]:
    """The paragraphs of `text` (rule P1), at least one; `base` as in `layout`."""
    for match in _PARAGRAPH.finditer(text):
        if match.start() == match.end() and match.start() > 0:
            return  # what ends the last paragraph begins no other
        yield Paragraph(match.group(1), base, match.start(), match.group(2))


def layout(text: str, width: int, base: Direction | None = None) -> list[Line]:
    """Lay `text` out in lines of at most `width` cells.

    Lines break in logical order (UAX #14), levels are resolved by paragraph (UAX #9), each line is ordered by
    itself (L1, L2), brackets are mirrored (L4), marks follow their letters (L3), Arabic letters join. The
    lines' slices, put together, give `text` back. A line is wider than `width` only if one cluster is.
    `base` is every paragraph's direction, `"L"` or `"R"`; None finds it for each (P2, P3).
    """
    return [line for paragraph in paragraphs(text, base) for line in paragraph.lines(width)]
