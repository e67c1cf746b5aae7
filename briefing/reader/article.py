"""The article pane: Arabic paragraphs, right to left, wrapped and joined, with their numbers at the right."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence, Set
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive

from briefing.arabic import Line, Reading, layout
from briefing.document import Paragraph
from briefing.reader.painting import Highlight, row
from briefing.reader.pane import Titles
from briefing.reader.selecting import TextView

#: Cells of text that the eye still follows from one line to the next.
MEASURE = 80
# Wide final letters spill to the left of their cell: one blank column there, always.
_LEFT = 1
_RIGHT = 1

#: Slices of a paragraph's text, by its number.
Spans = Mapping[int, Sequence[tuple[int, int]]]


@lru_cache(maxsize=512)
def _lines(text: str, width: int, reading: Reading) -> list[Line]:
    return layout(text, width, reading=reading)


class Article(TextView):
    """The paragraphs of one section. `lit` are the words to light up, `cited` the paragraphs to mark.

    `digits` is how many the longest paragraph number has, in whatever
    section.
    """

    paragraphs: reactive[tuple[Paragraph, ...]] = reactive((), repaint=False)
    lit: reactive[Spans] = reactive(dict, repaint=False)
    digits: reactive[int] = reactive(1, repaint=False)
    cited: reactive[frozenset[int]] = reactive(frozenset(), repaint=False)

    class Moved(Message):
        """The reader stands on paragraph `number` (None: on none)."""

        def __init__(self, number: int | None) -> None:
            self.number = number
            super().__init__()

    def state(self) -> Hashable:
        """The paragraphs besides, and what is marked in them."""
        lit = tuple((number, tuple(spans)) for number, spans in self.lit.items())
        return (super().state(), self.paragraphs, lit, self.cited, self.digits)

    def watch_paragraphs(self) -> None:
        """Show another section from its beginning."""
        self.set_reactive(Article.cursor, 0 if self.paragraphs else None)
        self.replace_items()

    def watch_lit(self, before: Spans, lit: Spans) -> None:
        """Light up other words."""
        self._repaint_paragraphs({*before, *lit})

    def watch_cited(self, before: frozenset[int], cited: frozenset[int]) -> None:
        """Mark other paragraphs."""
        self._repaint_paragraphs(before ^ cited)

    def _repaint_paragraphs(self, numbers: Set[int]) -> None:
        for index, paragraph in enumerate(self.paragraphs):
            if paragraph.number in numbers:
                self.repaint_item(index)

    def watch_cursor(self, before: int | None, cursor: int | None) -> None:
        """Say where the reader stands."""
        super().watch_cursor(before, cursor)
        self.post_message(self.Moved(self.number))

    @property
    def number(self) -> int | None:
        """The number of the paragraph the cursor is on."""
        if self.cursor is None or self.cursor >= len(self.paragraphs):
            return None
        return self.paragraphs[self.cursor].number

    def show_paragraph(self, number: int, start: int = 0) -> None:
        """Scroll until paragraph `number` is in sight, from the line with character `start` on."""
        for index, paragraph in enumerate(self.paragraphs):
            if paragraph.number == number:
                lines = self._lines_of(index, self.text_width)
                at = next((n for n, line in enumerate(lines) if start < line.end), 0)
                self.show_item(index, at)
                return

    def go_to(self, number: int) -> None:
        """Put the cursor on paragraph `number`, if it is here."""
        for index, paragraph in enumerate(self.paragraphs):
            if paragraph.number == number:
                self.cursor = index
                self.show_item(index)
                return

    def count_items(self) -> int:
        """The section's paragraphs."""
        return len(self.paragraphs)

    def item_height(self, index: int, width: int) -> int:
        """The paragraph's lines and the blank row under it."""
        last = index == len(self.paragraphs) - 1
        return len(self._lines_of(index, width)) + (0 if last else 1)

    def item_row(self, index: int, row_: int, width: int) -> Sequence[Segment]:
        """A line of text flush with its side, and on the first the paragraph's number."""
        lines = self._lines_of(index, width)
        if row_ >= len(lines):
            return ()
        paragraph = self.paragraphs[index]
        text_width, gutter = self._columns(width)
        blank = self.looks["text"]
        lit = self.looks["lit"]
        highlights = [Highlight(start, end, lit) for start, end in self.lit.get(paragraph.number, ())]
        highlights += self.selection_highlights(index)
        segments = [
            Segment(" " * (width - text_width - gutter), blank),
            *row(lines[row_], text_width, blank, highlights),
            Segment(" ", blank),
        ]
        if row_ == 0:
            number = f"¶{paragraph.number}"
            segments += [
                Segment(number, self._number_style(index, paragraph.number)),
                Segment(" " * (gutter - 1 - len(number)), blank),
            ]
        return segments

    def item_text(self, index: int) -> str:
        """The paragraph as the author wrote it."""
        return self.paragraphs[index].text

    def item_lines(self, index: int, width: int) -> Sequence[Line]:
        """The paragraph's lines."""
        return self._lines_of(index, width)

    def line_column(self, index: int, line: Line, width: int) -> int:
        """Flush with the side the paragraph begins at."""
        text_width, gutter = self._columns(width)
        return width - gutter - (line.width if line.base == "R" else text_width)

    def _number_style(self, index: int, number: int) -> Style:
        style = self.looks["quiet"]
        if number in self.cited:
            style += self.looks["cited"]
        if index == self.cursor and self.has_focus:
            style += self.looks["number-under-cursor"]
        return style

    def _columns(self, width: int) -> tuple[int, int]:
        """Cells of the text and of the numbers to its right in a pane of `width` cells."""
        gutter = len(" ¶") + self.digits + _RIGHT
        return max(1, min(MEASURE, width - gutter - _LEFT)), gutter

    def prepare(self, paragraph: Paragraph) -> None:
        """Lay a paragraph of another section out ahead, so that a key need not wait for it."""
        for line in _lines(paragraph.text, self._columns(self.text_width)[0], self.reading):
            line.width  # noqa: B018 - it is kept, with its cells
            line.text  # noqa: B018

    def prepare_section(self, paragraphs: tuple[Paragraph, ...], titles: Titles) -> None:
        """Paint a section ahead, as it is when somebody comes to it."""
        self.paint_ahead(
            paragraphs=paragraphs, titles=titles, cursor=0, lit={}, cited=frozenset(), selection=None
        )

    def _lines_of(self, index: int, width: int) -> list[Line]:
        return _lines(self.paragraphs[index].text, self._columns(width)[0], self.reading)
