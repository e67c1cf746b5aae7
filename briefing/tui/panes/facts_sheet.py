"""Facts laid out: labels in a column of their own, beside them texts, each in its direction."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rich.segment import Segment

from briefing.arabic import Line, Presentation, layout
from briefing.reading.listed import FactItem, ListContents
from briefing.tui.painting import line_segments
from briefing.tui.panes.list_sheet import ListSheet
from briefing.tui.panes.row import Row, in_order
from briefing.tui.panes.sheet import KEPT, MEASURE, Looks

# Cells between label and text, and those that labels may take: one in so many of the width.
_BETWEEN: Final = 2
_SHARE: Final = 3
_MARGIN: Final = 1


class FactRow(NamedTuple):
    """All that a row shows: row `inside` of an item, whose label stands beside it if there is room."""

    item: FactItem
    inside: int
    presentation: Presentation


class _LaidFact(NamedTuple):
    """The lines of an item: those of its label, and those of its texts, `beside` each other or below."""

    label: Sequence[Line]
    texts: Sequence[Line]
    beside: bool

    @property
    def rows(self) -> int:
        return max(len(self.label), len(self.texts)) if self.beside else len(self.label) + len(self.texts)


class FactsSheet(ListSheet[FactItem]):
    """Items of facts, one of which the reader may stand on."""

    def __init__(self, contents: ListContents[FactItem], width: int) -> None:
        super().__init__(contents, width)
        room = max(1, width - 2 * _MARGIN)
        labels = (layout(item.label, room) for item in contents.items if item.kind != "heading")
        short = [lines[0].width for lines in labels if len(lines) == 1 and lines[0].width <= width // _SHARE]
        self._column = max(short, default=0)
        self._indent = self._column + _BETWEEN if self._column else 0
        self._text_width = max(1, min(MEASURE, room - self._indent))

    def height(self, index: int) -> int:
        """Return the rows of an item, and the blank one under it."""
        item = self._contents.item(index)
        return max(1, self._lay_out(item, self._contents.presentation).rows) + item.ends

    def blank_rows(self, index: int) -> int:
        """Return how many rows at the end of an item are blank."""
        return int(self._contents.item(index).ends)

    def is_selectable(self, index: int) -> bool:
        """Return whether items can be chosen here."""
        return self.cursor is not None

    def row(self, index: int, inside: int) -> FactRow | None:
        """Return a line of an item, its label beside it on the first."""
        item = self._contents.item(index)
        if inside >= self._lay_out(item, self._contents.presentation).rows:
            return None
        return FactRow(item, inside, self._contents.presentation)

    def paint(self, value: Hashable, looks: Looks) -> Row:
        """Return a row: label at its start, text flush with the side that its paragraph begins at."""
        assert isinstance(value, FactRow)
        laid = self._lay_out(value.item, value.presentation)
        blank = looks["text"]
        if value.item.kind == "heading":
            line = laid.label[value.inside]
            return Row((Segment(" ", blank), *line_segments(line, looks["heading"])), blank=blank)
        if not laid.beside and value.inside < len(laid.label):
            line = laid.label[value.inside]
            return Row((_start(value, looks),), tuple(line_segments(line, looks["quiet"])), base=line.base)
        at = value.inside - (0 if laid.beside else len(laid.label))
        label: tuple[Segment, ...] = ()
        if laid.beside and value.inside < len(laid.label):
            label = tuple(line_segments(laid.label[value.inside], looks["quiet"]))
        indent = 0 if value.item.kind == "line" else self._indent
        gap = Segment(" " * (indent - Segment.get_line_length([*label])), blank)
        text: tuple[Segment, ...] = ()
        if at < len(laid.texts):
            line = laid.texts[at]
            rest = Segment(" " * max(0, self._width_of(value.item) - line.width), blank)
            cells = tuple(line_segments(line, blank))
            text = (rest, *cells) if line.base == "R" else (*cells, rest)
        return Row((_start(value, looks), *in_order([label, (gap,)], mirrored=False)), text)

    def _width_of(self, item: FactItem) -> int:
        """The cells that the texts of an item have."""
        return self._text_width + (self._indent if item.kind == "line" else 0)

    def _lay_out(self, item: FactItem, presentation: Presentation) -> _LaidFact:
        return _laid(item, self._column, self._width_of(item), self.width - 2 * _MARGIN, presentation)


def _start(value: FactRow, looks: Looks) -> Segment:
    """The cell before a row: a bar at the item that is chosen."""
    return Segment("▌", looks["title"]) if value.item.is_current else Segment(" " * _MARGIN, looks["text"])


@lru_cache(maxsize=KEPT)
def _laid(item: FactItem, column: int, width: int, room: int, presentation: Presentation) -> _LaidFact:
    room = max(1, room)
    label = layout(item.label, room, presentation=presentation) if item.label else ()
    texts = [line for text in item.texts for line in layout(text, width, presentation=presentation)]
    beside = not label or (len(label) == 1 and label[0].width <= column)
    return _LaidFact(label, texts, beside)
