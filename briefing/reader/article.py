"""The article pane: Arabic paragraphs, right to left, wrapped and joined, with their numbers at the right.

Its items are the paragraphs; of a very long one, its parts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Mapping, Sequence, Set
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive

from briefing.arabic import Direction, Line, Reading, count_lines, layout
from briefing.document import Paragraph
from briefing.reader.item_view import KEPT
from briefing.reader.painting import Highlight, row
from briefing.reader.pane import Titles
from briefing.reader.parts import PART, Part, parts_of
from briefing.reader.same import Same
from briefing.reader.selecting import TextView

#: Cells of text that the eye still follows from one line to the next.
MEASURE = 80
# Wide final letters spill to the left of their cell: one blank column there, always.
_LEFT = 1
_RIGHT = 1

#: Slices of a paragraph's text, by its number.
Spans = Mapping[int, Sequence[tuple[int, int]]]


# Paragraphs that words are lit in, up to which they are looked through to tell one state from another.
_FEW = 64


def _lines(text: str, width: int, reading: Reading, base: Direction | None = None) -> list[Line]:
    return (_short_lines if len(text) < PART // 4 else _long_lines)(text, width, reading, base)


@lru_cache(maxsize=KEPT)
def _short_lines(text: str, width: int, reading: Reading, base: Direction | None) -> list[Line]:
    return layout(text, width, base, reading)


@lru_cache(maxsize=16)
def _long_lines(text: str, width: int, reading: Reading, base: Direction | None) -> list[Line]:
    return layout(text, width, base, reading)


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Slices in order that cover the same, none of them touching another."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


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

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._parts: tuple[object, list[Part] | None] = ((), None)  # the paragraphs, and what parts they have
        self._indexes: tuple[object, dict[int, int]] = (
            (),
            {},
        )  # the paragraphs, and where each number stands
        self._lit: tuple[object, dict[int, list[tuple[int, int]]]] = (
            {},
            {},
        )  # `lit`, and what was merged of it
        self._text = lru_cache(maxsize=16)(self._part_text)

    def state(self) -> Hashable:
        """The paragraphs besides, and what is marked in them."""
        lit: Hashable = Same(self.lit)
        if len(self.lit) <= _FEW:
            lit = tuple((number, tuple(spans)) for number, spans in self.lit.items())
        return (super().state(), Same(self.paragraphs), lit, self.cited, self.digits)

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
        for index in self.items_in_sight() if numbers else ():
            if self._paragraph(index).number in numbers:
                self.repaint_item(index)

    def watch_cursor(self, before: int | None, cursor: int | None) -> None:
        """Say where the reader stands."""
        super().watch_cursor(before, cursor)
        self.post_message(self.Moved(self.number))

    @property
    def number(self) -> int | None:
        """The number of the paragraph the cursor is on."""
        if self.cursor is None or self.cursor >= self.count_items():
            return None
        return self._paragraph(self.cursor).number

    # Paragraphs and their parts.

    @property
    def parts(self) -> list[Part] | None:
        """The parts of the paragraphs that are the items; None if each is an item whole."""
        if self._parts[0] is not self.paragraphs:
            self._parts = (self.paragraphs, parts_of(self.paragraphs))
            self._text.cache_clear()
        return self._parts[1]

    def _part(self, index: int) -> Part:
        parts = self.parts
        return parts[index] if parts else Part(index, 0, len(self.paragraphs[index].text))

    def _paragraph(self, index: int) -> Paragraph:
        """The paragraph that item `index` is, or is a part of."""
        parts = self.parts
        return self.paragraphs[parts[index].paragraph if parts else index]

    def _part_text(self, part: Part) -> str:
        return self.paragraphs[part.paragraph].text[part.start : part.end]

    def index_of(self, number: int) -> int | None:
        """Where paragraph `number` stands among those shown, None if it does not."""
        paragraphs = self.paragraphs
        if not paragraphs:
            return None
        likely = number - paragraphs[0].number  # most sections hold neighbours
        if 0 <= likely < len(paragraphs) and paragraphs[likely].number == number:
            return likely
        if self._indexes[0] is not paragraphs:
            self._indexes = (paragraphs, {one.number: index for index, one in enumerate(paragraphs)})
        return self._indexes[1].get(number)

    def _item_of(self, number: int, start: int = 0) -> int | None:
        """The item that holds character `start` of paragraph `number`."""
        index = self.index_of(number)
        if index is None or not self.parts:
            return index
        return bisect_right(self.parts, (index, start), key=lambda part: part[:2]) - 1

    def whole_item(self, index: int) -> range:
        """The items that are the paragraph which item `index` is a part of."""
        parts = self.parts
        if not parts:
            return range(index, index + 1)
        own = parts[index].paragraph
        first = bisect_left(parts, own, key=lambda part: part.paragraph)
        return range(first, bisect_right(parts, own, key=lambda part: part.paragraph))

    def show_paragraph(self, number: int, start: int = 0) -> None:
        """Scroll until paragraph `number` is in sight, from the line with character `start` on."""
        index = self._item_of(number, start)
        if index is not None:
            self.show_item(index, self.row_of_place(index, start - self._part(index).start, self.text_width))

    def go_to(self, number: int) -> None:
        """Put the cursor on paragraph `number`, if it is here."""
        index = self._item_of(number)
        if index is not None:
            self.cursor = index
            self.show_item(index)

    def count_items(self) -> int:
        """The section's paragraphs, or all their parts."""
        return len(self.parts or self.paragraphs)

    def item_height(self, index: int, width: int) -> int:
        """The lines, and the blank row under a paragraph."""
        return len(self._lines_of(index, width)) + self._is_spaced(index)

    def far_height(self, index: int, width: int) -> int:
        """The same, its lines counted only."""
        return count_lines(self.item_text(index), self._columns(width)[0]) + self._is_spaced(index)

    def _is_spaced(self, index: int) -> bool:
        """Whether a blank row follows: under each paragraph but the last."""
        part = self._part(index)
        ends = part.end == len(self.paragraphs[part.paragraph].text)
        return ends and part.paragraph < len(self.paragraphs) - 1

    def item_row(self, index: int, row_: int, width: int) -> Sequence[Segment]:
        """A line of text flush with its side, and on the first the paragraph's number."""
        lines = self._lines_of(index, width)
        if row_ >= len(lines):
            return ()
        part = self._part(index)
        paragraph = self.paragraphs[part.paragraph]
        text_width, gutter = self._columns(width)
        blank = self.looks["text"]
        highlights = [*self._lit_in(part, lines[row_]), *self.selection_highlights(index)]
        segments = [
            Segment(" " * (width - text_width - gutter), blank),
            *row(lines[row_], text_width, blank, highlights),
            Segment(" ", blank),
        ]
        if row_ == 0 and part.start == 0:
            number = f"¶{paragraph.number}"
            segments += [
                Segment(number, self._number_style(index, paragraph.number)),
                Segment(" " * (gutter - 1 - len(number)), blank),
            ]
        return segments

    def _lit_in(self, part: Part, line: Line) -> list[Highlight]:
        """What is lit of a line, as slices of its item."""
        number = self.paragraphs[part.paragraph].number
        if number not in self.lit:
            return []
        if self._lit[0] is not self.lit:
            self._lit = (self.lit, {})
        spans = self._lit[1].get(number)
        if spans is None:
            spans = self._lit[1][number] = merged(self.lit[number])
        first = bisect_right(spans, line.start + part.start, key=lambda span: span[1])
        last = bisect_left(spans, line.end + part.start, key=lambda span: span[0])
        lit = self.looks["lit"]
        return [Highlight(start - part.start, end - part.start, lit) for start, end in spans[first:last]]

    def item_text(self, index: int) -> str:
        """The text as the author wrote it."""
        return self._text(self._part(index)) if self.parts else self.paragraphs[index].text

    def separator(self, index: int) -> str:
        """Nothing between the parts of a paragraph."""
        return super().separator(index) if self._part(index).start == 0 else ""

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
        base = self._part(index).base if self.parts else None
        return _lines(self.item_text(index), self._columns(width)[0], self.reading, base)
