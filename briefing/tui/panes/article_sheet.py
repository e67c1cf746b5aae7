"""The article laid out: passages right to left, wrapped and joined, with paragraph numbers at their right."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style

from briefing.arabic import Direction, Line, Presentation
from briefing.document.citing import cited
from briefing.document.model import InlineKind
from briefing.reading.contents import ArticleContents
from briefing.reading.forms import PLAIN, Form, InlineMarks
from briefing.reading.items import PassageItem
from briefing.reading.marks import Role, Span, TextMarks, cut
from briefing.tui.painting import Highlight, row
from briefing.tui.panes.row import Row
from briefing.tui.panes.set_lines import before, count, lines_of
from briefing.tui.panes.sheet import MEASURE, Looks, TextSheet

if TYPE_CHECKING:
    from briefing.tui.panes.heading_rule import Rule

# Wide final letters spill to the left of their cell: one blank column there, always.
_LEFT = 1
_RIGHT = 1
#: What stands beside the number of a paragraph on which no claim rests, once that is shown: nothing that
#: means anything else elsewhere.
BARE: Final = "□"
# The look of each role: laid over the words that it marks, or over the number of a paragraph. One that has
# none has a sign beside the number.
_ROLE_LOOKS: Final[Mapping[Role, str]] = {
    "name": "name",
    "evidence": "lit",
    "citation": "cited",
    "hit": "hit",
    "current-hit": "current-hit",
}


class Number(Struct, frozen=True):
    """The number of a paragraph, on its first row."""

    number: int
    is_current: bool


class ArticleRow(Struct, frozen=True):
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
    form: Form = PLAIN
    inlines: InlineMarks = ()
    word: tuple[Span, ...] = ()


class ArticleSheet(TextSheet):
    """Passages of a view. The article keeps its own direction in a mirrored interface."""

    def __init__(self, contents: ArticleContents, width: int) -> None:
        super().__init__(width)
        self._contents = contents
        self._gutter = len(" ¶") + contents.number_digits + _RIGHT
        self._text_width = max(1, min(MEASURE, width - self._gutter - _LEFT))
        self._laid = lru_cache(maxsize=256)(self._lay_out)

    @property
    def text_width(self) -> int:
        """The cells of a line: what the numbers of the paragraphs leave."""
        return self._text_width

    @property
    def count(self) -> int:
        """The passages of the view, of a large text as many as are counted."""
        counted = self._contents.counted
        return self._contents.view.count if counted is None else counted.parts

    @property
    def is_whole(self) -> bool:
        """Whether all passages are counted."""
        counted = self._contents.counted
        return counted is None or counted.percent == 100

    @property
    def is_measured_whole(self) -> bool:
        """Whether it is no text so large that measuring it would take minutes."""
        return self._contents.counted is None

    @property
    def cursor(self) -> int | None:
        """The passage that the reader stands on."""
        return self._contents.cursor

    def height(self, index: int) -> int:
        """Return the number of lines, the rule under a heading and the blank rows under a paragraph."""
        return len(self._laid(index)[1]) + self._under(index)

    def far_height(self, index: int) -> int:
        """Return the same, the lines counted only."""
        item = self._contents.item(index)
        if item.form.kind in ("heading", "row"):
            return self.height(index)
        return count(item.text, item.form, self._text_width) + item.ends * item.below

    def blank_rows(self, index: int) -> int:
        """Return the blank rows under a paragraph that another follows."""
        item, lines = self._laid(index)
        if item.form.kind == "row" and not item.below and len(lines) > 1:
            return 1  # cells under one another: a row must be told from the next
        return item.ends * item.below

    def _under(self, index: int) -> int:
        """The rows under the last line."""
        return (self._rule(index) is not None) + self.blank_rows(index)

    def _rule(self, index: int) -> Rule | None:
        """The row under a heading."""
        item, lines = self._laid(index)
        if item.form.kind != "heading":
            return None
        from briefing.tui.panes.heading_rule import rule_under

        return rule_under(item.form, lines)

    def row(self, index: int, inside: int) -> ArticleRow | Rule | None:
        """Return a line of text, and on the first of a paragraph its number; or a heading's rule."""
        item, lines = self._laid(index)
        if inside >= len(lines):
            return self._rule(index) if inside == len(lines) else None
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
            item.form,
            tuple(_inlines_of(line, item.inlines)) if item.inlines else (),
            cut((item.word,), line.start, line.end) if item.word else (),
        )

    def paint(self, value: Hashable, looks: Looks) -> Row:
        """Return a line flush with the side its paragraph begins at; the number stands at its right."""
        blank = looks["text"]
        left = Segment(" " * (self.width - self._text_width - self._gutter), blank)
        if not isinstance(value, ArticleRow):
            from briefing.tui.panes.heading_rule import Rule, rule_segments

            assert isinstance(value, Rule)
            return Row(fill=(left, *rule_segments(value, self._text_width, looks)), base="L", blank=blank)
        form = value.form
        line = lines_of(value.text, form, self._text_width, value.presentation, value.base)[value.inside]
        margin = before(line, value.text, form, self._text_width)
        highlights = [
            Highlight(start, end, looks[_inline_look(kind, value.text[start:end])])
            for kind, spans in value.inlines
            for start, end in spans
        ]
        highlights += [
            Highlight(start, end, looks[_ROLE_LOOKS[role]])
            for role, spans in value.marks
            if role in _ROLE_LOOKS
            for start, end in spans
        ]
        highlights += [Highlight(*span, looks[_word_look(value, span)]) for span in value.word]
        highlights += [  # over the word: a hit may be a part of it
            Highlight(*span, looks["current-hit"])
            for role, spans in value.marks
            if role == "current-hit"
            for span in spans
        ]
        highlights += [Highlight(start, end, looks["selected"]) for start, end in value.selected]
        segments = [
            left,
            *row(line, self._text_width - margin, _text_style(form, looks), highlights),
            Segment(" ", blank),
        ]
        if margin:
            from briefing.tui.panes.margins import margin_of, margin_segments

            first = value.inside == 0
            set_margin = margin_of(form, self._text_width)
            apart = [Segment(" " * (margin - set_margin.width), blank)] if margin > set_margin.width else []
            parts = margin_segments(form, set_margin, line.base, looks, value.presentation, first=first)
            segments[1:1] = [*parts, *apart] if line.base == "L" else []
            segments[-1:-1] = [*apart, *parts] if line.base == "R" else []
        if value.number is not None:
            number = cited([value.number.number])
            segments.append(Segment(number, _number_style(value, looks)))
            sign = BARE if any(role == "bare" for role, _ in value.marks) else ""
            segments.append(Segment(sign.ljust(self._gutter - 1 - len(number)), blank))
        return Row(fill=tuple(segments), base="L", blank=blank)

    def text(self, index: int) -> str:
        """Return the passage as the author wrote it."""
        return self._laid(index)[0].text

    def lines(self, index: int) -> Sequence[Line]:
        """Return the lines of a passage."""
        return self._laid(index)[1]

    def _lay_out(self, index: int) -> tuple[PassageItem, Sequence[Line]]:
        item = self._contents.item(index)
        return item, lines_of(item.text, item.form, self._text_width, self._contents.presentation, item.base)

    def column(self, index: int, inside: int, *, mirrored: bool) -> int:
        """Return the column of a line's first cell: flush with the side its paragraph begins at."""
        item, lines = self._laid(index)
        line = lines[inside]
        margin = before(line, item.text, item.form, self._text_width)
        edge = self.width - self._gutter
        return edge - margin - line.width if line.base == "R" else edge - self._text_width + margin

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
        if not spans and role in _ROLE_LOOKS:
            style += looks[_ROLE_LOOKS[role]]
    if value.number is not None and value.number.is_current:
        style += looks["number-under-cursor"]
    return style


def _text_style(form: Form, looks: Looks) -> Style:
    if form.kind == "heading":
        return looks["heading"]
    return looks["quiet" if form.kind == "note" else "text"]


def _inline_look(kind: InlineKind, words: str) -> str:
    """The look of words set in a way of their own: right-to-left letters are not slanted."""
    is_rtl = kind == "emphasis" and any(unicodedata.bidirectional(one) in ("R", "AL") for one in words)
    return "emphasis-rtl" if is_rtl else kind


def _word_look(value: ArticleRow, word: Span) -> str:
    """The look of the word that the reader stands on: another where it stands in a block of its own."""
    blocks = [spans for role, spans in value.marks if role == "evidence"]
    blocks += [spans for kind, spans in value.inlines if kind == "code"]
    return "word-in-block" if any(cut(spans, *word) for spans in blocks) else "word"


def _inlines_of(line: Line, inlines: InlineMarks) -> Iterator[tuple[InlineKind, tuple[Span, ...]]]:
    """What is set in ways of its own in a line of a passage."""
    for kind, spans in inlines:
        if inside := cut(spans, line.start, line.end):
            yield kind, inside
