"""The article laid out: passages right to left, wrapped and joined, with paragraph numbers at their right."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style

from briefing.arabic import Direction, Line, Presentation, count_lines, layout
from briefing.document.citing import cited
from briefing.reading.contents import ArticleContents, PassageItem
from briefing.reading.marks import Role, Span, TextMarks, cut
from briefing.tui.painting import Highlight, row
from briefing.tui.panes.row import Row
from briefing.tui.panes.sheet import KEPT, MEASURE, Looks, TextSheet

# Wide final letters spill to the left of their cell: one blank column there, always.
_LEFT = 1
_RIGHT = 1
# The look of each role: laid over the words that it marks, or over the number of a paragraph.
_ROLE_LOOKS: Final[Mapping[Role, str]] = {"evidence": "lit", "citation": "cited"}
# Characters from which on a text is kept in a smaller cache.
_LONG = 4096


class Number(NamedTuple):
    """The number of a paragraph, on its first row."""

    number: int
    is_current: bool


class ArticleRow(NamedTuple):
    """All that a row of the article shows: line `inside` of a text, and what is marked in that line.

    What marks all of the paragraph is a mark of the row that has its number.
    """

    text: str
    base: Direction | None
    inside: int
    presentation: Presentation
    marks: TextMarks
    selected: tuple[Span, ...]
    number: Number | None
    number_digits: int


class ArticleSheet(TextSheet):
    """Passages of a view. The article keeps its own direction in a mirrored interface."""

    def __init__(self, contents: ArticleContents, width: int) -> None:
        super().__init__(width)
        self._contents = contents
        self._gutter = len(" ¶") + contents.number_digits + _RIGHT
        self._text_width = max(1, min(MEASURE, width - self._gutter - _LEFT))
        self._laid = lru_cache(maxsize=256)(self._lay_out)

    @property
    def count(self) -> int:
        """The passages of the view."""
        return self._contents.view.count

    @property
    def cursor(self) -> int | None:
        """The passage that the reader stands on."""
        return self._contents.cursor

    def height(self, index: int) -> int:
        """Return the number of lines, and of the blank row under a paragraph."""
        item, lines = self._laid(index)
        return len(lines) + item.ends

    def far_height(self, index: int) -> int:
        """Return the same, the lines counted only."""
        item = self._contents.item(index)
        return count_lines(item.text, self._text_width) + item.ends

    def row(self, index: int, inside: int) -> ArticleRow | None:
        """Return a line of text, and on the first of a paragraph its number."""
        item, lines = self._laid(index)
        if inside >= len(lines):
            return None
        line = lines[inside]
        number = _number(item) if inside == 0 else None
        return ArticleRow(
            item.text,
            item.base,
            inside,
            self._contents.presentation,
            tuple(_marks_of(line, item.marks, has_number=number is not None)),
            cut((item.selected,), line.start, line.end) if item.selected else (),
            number,
            self._contents.number_digits,
        )

    def paint(self, value: Hashable, looks: Looks) -> Row:
        """Return a line flush with the side its paragraph begins at; the number stands at its right."""
        assert isinstance(value, ArticleRow)
        blank = looks["text"]
        line = _lines(value.text, self._text_width, value.presentation, value.base)[value.inside]
        highlights = [
            Highlight(start, end, looks[_ROLE_LOOKS[role]])
            for role, spans in value.marks
            for start, end in spans
        ]
        highlights += [Highlight(start, end, looks["selected"]) for start, end in value.selected]
        segments = [
            Segment(" " * (self.width - self._text_width - self._gutter), blank),
            *row(line, self._text_width, blank, highlights),
            Segment(" ", blank),
        ]
        if value.number is not None:
            number = cited([value.number.number])
            segments.append(Segment(number, _number_style(value, looks)))
            segments.append(Segment(" " * (self._gutter - 1 - len(number)), blank))
        return Row(fill=tuple(segments), base="L", blank=blank)

    def text(self, index: int) -> str:
        """Return the passage as the author wrote it."""
        return self._laid(index)[0].text

    def lines(self, index: int) -> Sequence[Line]:
        """Return the lines of a passage."""
        return self._laid(index)[1]

    def _lay_out(self, index: int) -> tuple[PassageItem, Sequence[Line]]:
        item = self._contents.item(index)
        return item, _lines(item.text, self._text_width, self._contents.presentation, item.base)

    def column(self, index: int, inside: int, *, mirrored: bool) -> int:
        """Return the column of a line's first cell: flush with the side its paragraph begins at."""
        line = self.lines(index)[inside]
        return self.width - self._gutter - (line.width if line.base == "R" else self._text_width)

    def together(self, index: int) -> range:
        """Return the passages that make up one paragraph."""
        return self._contents.view.passages_beside(index)


def _number(item: PassageItem) -> Number | None:
    return None if item.number is None else Number(item.number, item.is_current)


def _marks_of(line: Line, marks: TextMarks, *, has_number: bool) -> Iterator[tuple[Role, tuple[Span, ...]]]:
    """What is marked in a line of a passage."""
    for role, spans in marks:
        inside = cut(spans, line.start, line.end)
        if inside or (has_number and not spans):
            yield role, inside


def _number_style(value: ArticleRow, looks: Looks) -> Style:
    style = looks["quiet"]
    for role, spans in value.marks:
        if not spans:
            style += looks[_ROLE_LOOKS[role]]
    if value.number is not None and value.number.is_current:
        style += looks["number-under-cursor"]
    return style


def _lines(text: str, width: int, presentation: Presentation, base: Direction | None) -> Sequence[Line]:
    return (_short_lines if len(text) < _LONG else _long_lines)(text, width, presentation, base)


@lru_cache(maxsize=KEPT)
def _short_lines(text: str, width: int, presentation: Presentation, base: Direction | None) -> Sequence[Line]:
    return layout(text, width, base, presentation)


@lru_cache(maxsize=16)
def _long_lines(text: str, width: int, presentation: Presentation, base: Direction | None) -> Sequence[Line]:
    return layout(text, width, base, presentation)
