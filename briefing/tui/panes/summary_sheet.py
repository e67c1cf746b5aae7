"""The summary laid out: claims, and at the end of their last line how sure they are and what they cite."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace
from rich.segment import Segment
from rich.style import Style

from briefing.arabic import AS_WRITTEN, Line, Presentation, layout
from briefing.document import Claim
from briefing.document.citing import cited
from briefing.reading.contents import SummaryContents
from briefing.reading.items import ClaimItem, TextItem
from briefing.reading.marks import Span, TextMarks, cut
from briefing.settings.words import say
from briefing.tui.painting import Highlight, line_segments, row
from briefing.tui.panes.cross_references import leading_to
from briefing.tui.panes.row import Row
from briefing.tui.panes.sheet import KEPT, MEASURE, Looks, TextSheet

#: What stands before a claim: before one that rests on the paragraph the reader stands on, before the one
#: that the reader stands on, before any other. None of these is a sign of the timeline.
LINKED: Final = "■"
CURRENT: Final = "▌"
CLAIM: Final = "•"
#: What stands before a drafted claim where those that are accepted have their bullet.
DRAFT: Final = "◦"
#: What stands behind those before a claim with weak evidence, once that is shown.
WEAK: Final = "?"

_INDENT = 2
_END_MARGIN = 1
_BETWEEN = 2
# Citations that may be seen at all: no row has room for more.
_SEEN = MEASURE


class SummaryRow(Struct, frozen=True):
    """All that a row of the summary shows: line `inside` of an item, in which only that line is marked.

    `last`: it is the last of a claim, which carries the citations; it may have no text of its own.
    """

    item: ClaimItem | TextItem
    inside: int
    selected: tuple[Span, ...]
    presentation: Presentation
    last: bool
    marks: TextMarks = ()


class _LaidItem(NamedTuple):
    """An item without what is selected and marked in it, its lines, the rows that they and citations take."""

    item: ClaimItem | TextItem
    selected: Span | None
    lines: Sequence[Line]
    rows: int
    marks: TextMarks


class SummarySheet(TextSheet):
    """Headings, prose and claims of a view: all in their order, or those of `order`, in that, by position."""

    def __init__(self, contents: SummaryContents, width: int, order: Sequence[int] | None = None) -> None:
        super().__init__(width)
        self.order: Sequence[int] = range(len(contents.view.items)) if order is None else order
        self._contents = contents
        self._text_width = max(1, min(MEASURE, width - _INDENT - _END_MARGIN))
        self._laid = lru_cache(maxsize=256)(self._lay_out)

    @property
    def rows_key(self) -> Hashable:
        """The cells of a line, and the claims whose quotes are shown."""
        return self._text_width, self._contents.peeked

    @property
    def count(self) -> int:
        """The items of the summary."""
        return len(self.order)

    @property
    def cursor(self) -> int | None:
        """The claim that the reader stands on."""
        return self.position(self._contents.cursor)

    def position(self, item: int | None) -> int | None:
        """Return where an item of the view's summary stands here; None if it does not."""
        return self.order.index(item) if item in self.order else None

    def is_selectable(self, index: int) -> bool:
        """Return whether an item is a claim."""
        return isinstance(self._contents.view.items[self.order[index]], Claim)

    def height(self, index: int) -> int:
        """Return the number of lines, and of the blank row under anything but a heading."""
        laid = self._laid(index)
        return laid.rows + self._is_spaced(index, laid.item)

    def far_height(self, index: int) -> int:
        """Return the same, the lines not kept."""
        item = self._contents.item(self.order[index])
        lines = _lines_of(item, self._text_width, self._contents.presentation)
        return self._rows(item, lines) + self._is_spaced(index, item)

    def blank_rows(self, index: int) -> int:
        """Return the blank rows under an item."""
        return int(self._is_spaced(index, self._laid(index).item))

    def _is_spaced(self, index: int, item: ClaimItem | TextItem) -> bool:
        """Whether a blank row follows: under anything but a heading, and the last."""
        return not (isinstance(item, TextItem) and item.kind == "heading") and index < self.count - 1

    def row(self, index: int, inside: int) -> SummaryRow | None:
        """Return a line of text; the last of a claim has its citations besides."""
        item, selected, lines, rows, marks = self._laid(index)
        if not 0 <= inside < rows:
            return None
        line = lines[inside] if inside < len(lines) else None
        return SummaryRow(
            item,
            inside,
            cut((selected,), line.start, line.end) if selected and line is not None else (),
            self._contents.presentation,
            isinstance(item, ClaimItem) and not item.quotes and inside == rows - 1,
            _marks_of(line, marks) if marks and line is not None else (),
        )

    def paint(self, value: Hashable, looks: Looks) -> Row:
        """Return a line behind its bullet, with the citations at the end of a claim's last."""
        assert isinstance(value, SummaryRow)
        item, style = value.item, _text_style(value.item, looks)
        lines = _lines_of(item, self._text_width, value.presentation)
        selected = [
            *(Highlight(*span, looks[role]) for role, spans in value.marks for span in spans),
            *(Highlight(*span, looks["selected"]) for span in value.selected),
        ]
        line = lines[value.inside] if value.inside < len(lines) else None
        rest = self.width - self._text_width
        if isinstance(item, TextItem):
            assert line is not None
            after = (Segment(" " * (rest - 1), looks["text"]),)
            text = tuple(row(line, self._text_width, style, selected))
            return Row((Segment(" ", style),), text, after, "L", looks["text"])
        start, margin = _bullet(item, value.inside, style, looks), rest - _INDENT
        if item.quotes and line is not None and line.start >= item.quotes[0].start:
            from briefing.tui.panes.peek_lines import quote_segments

            quote = quote_segments(line, item.quotes, self._text_width, looks, style, selected)
            return Row(start, quote, _margin(margin, style, looks), "L", style)
        under = self._under(item, lines)
        if 0 <= value.inside - len(lines) < len(under):
            line, style_of_line = under[value.inside - len(lines)], style + looks["dim"]
        else:
            style_of_line = style
        if not value.last and not self._is_above_quotes(item, lines, value.inside):
            assert line is not None
            text = tuple(row(line, self._text_width, style_of_line, selected))
            return Row(start, text, _margin(margin, style, looks), line.base, style)
        text = tuple(line_segments(line, style_of_line, selected)) if line is not None else ()
        said = () if under else _said(item, style, looks)
        citations = (*said, *(() if item.quotes else _citations(item, style, looks)))
        room = self._text_width - (line.width if line is not None else 0) - _BETWEEN
        place = Segment(f" {_place(item)}", style + looks["dim"])
        if _place(item) and Segment.get_line_length([*citations, place]) <= room:
            citations = (*citations, place)
        base = line.base if line is not None else lines[-1].base
        return Row(start, text, _margin(margin, style, looks), base, style, after=citations)

    def text(self, index: int) -> str:
        """Return the text of an item, without its citations."""
        return self._laid(index).item.text

    def lines(self, index: int) -> Sequence[Line]:
        """Return the lines of an item."""
        return self._laid(index).lines

    def column(self, index: int, inside: int, *, mirrored: bool) -> int:
        """Return the column of a line's first cell: behind the bullet, flush with the side it begins at."""
        laid = self._laid(index)
        line, is_claim = laid.lines[inside], isinstance(laid.item, ClaimItem)
        quotes = laid.item.quotes if isinstance(laid.item, ClaimItem) else ()
        indent = _INDENT if is_claim else 1
        left = self.width - indent - self._text_width if mirrored else indent
        if quotes and line.start >= quotes[0].start:
            from briefing.tui.panes.peek_lines import numbers_width

            room = self._text_width - numbers_width(quotes)
            return left + (max(1, room) - line.width if line.base == "R" else 0)
        last = is_claim and not quotes and inside == laid.rows - 1
        at_right = line.base == "R" and (mirrored or not last)
        return left + (self._text_width - line.width if at_right else 0)

    def _lay_out(self, index: int) -> _LaidItem:
        item = self._contents.item(self.order[index])
        lines = _lines_of(item, self._text_width, self._contents.presentation)
        bare = replace(item, selected=None, marks=())
        return _LaidItem(bare, item.selected, lines, self._rows(item, lines), item.marks)

    def _is_above_quotes(self, item: ClaimItem, lines: Sequence[Line], inside: int) -> bool:
        """Whether a line is a claim's own last, has room for what is said of the claim, and quotes follow."""
        if not (words := _words(item)) or not item.quotes or inside >= len(lines):
            return False
        has_room = lines[inside].width + _BETWEEN + len(words) + 1 <= self._text_width
        return has_room and inside == len(_own(item, lines)) - 1

    def _under(self, item: ClaimItem, lines: Sequence[Line]) -> Sequence[Line]:
        """The lines of how likely and sure a claim is, where they have no room behind its own last line."""
        if item.likelihood is None and item.confidence is None:
            return ()
        words = _words(item)
        taken = len(words) + 1 + (0 if item.quotes else len(cited(item.citations[:_SEEN])))
        if _own(item, lines)[-1].width + _BETWEEN + taken <= self._text_width:
            return ()
        return _lines(words, self._text_width, AS_WRITTEN)

    def _rows(self, item: ClaimItem | TextItem, lines: Sequence[Line]) -> int:
        """The rows that text and citations take."""
        if isinstance(item, TextItem):
            return len(lines)
        under = self._under(item, lines)
        if item.quotes:
            return len(lines) + len(under)
        citations = len(cited(item.citations[:_SEEN]))
        if not under and (words := _words(item)):
            citations += len(words) + 1
        last = [*lines, *under][-1]
        return len(lines) + len(under) + (last.width + _BETWEEN + citations > self._text_width)


def _own(item: ClaimItem, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a claim without those of its quotes."""
    return [line for line in lines if line.start < item.quotes[0].start] if item.quotes else lines


def _marks_of(line: Line, marks: TextMarks) -> TextMarks:
    """What is marked in a line."""
    parts = ((role, cut(spans, line.start, line.end)) for role, spans in marks)
    return tuple((role, inside) for role, inside in parts if inside)


def _place(item: ClaimItem) -> str:
    """Which of the claim's citations the reader has come to, in words; empty if there is nothing to tell."""
    if item.at is None or len(item.citations) < 2:
        return ""
    return say("citations.place", number=item.at + 1, count=len(item.citations))


def _margin(width: int, style: Style, looks: Looks) -> tuple[Segment, ...]:
    """The cells beyond the text: the ground of the line on the first, then the pane's."""
    return (Segment(" ", style), Segment(" " * (width - 1), looks["text"]))


def _bullet(item: ClaimItem, inside: int, style: Style, looks: Looks) -> tuple[Segment, ...]:
    weak = WEAK if item.is_weak and not inside else " "
    if item.is_current:
        return (Segment(f"{CURRENT}{weak}", style + looks["bright"]),)
    if inside:
        return (Segment("  ", style),)
    if item.linked is not None:
        return (Segment(f"{LINKED}{weak}", looks["heading"]),)
    return (Segment(f"{DRAFT if item.is_draft else CLAIM}{weak}", looks["quiet"]),)


def _words(item: ClaimItem) -> str:
    """What is said of a claim in words: that it is a draft, how likely and how sure it is; mostly nothing."""
    words = [say("claim.draft")] if item.is_draft else []
    if item.likelihood is not None:
        words.append(say(f"claim.likelihood.{item.likelihood}"))
    if item.confidence is not None:
        words.append(say(f"claim.confidence.{item.confidence}"))
    return say("date.comma").join(words) if words else ""


def _said(item: ClaimItem, style: Style, looks: Looks) -> tuple[Segment, ...]:
    """The same, before the citations."""
    return (Segment(f"{words} ", style + looks["dim"]),) if (words := _words(item)) else ()


def _citations(item: ClaimItem, style: Style, looks: Looks) -> Iterator[Segment]:
    """The numbers of the cited paragraphs, the one that the reader stands on marked."""
    for at, number in enumerate(item.citations[:_SEEN]):
        if at:
            yield Segment(" ", style)
        look = looks["cited" if number == item.linked else "dim"]
        yield Segment(cited([number]), style + look + leading_to(number))


def _text_style(item: ClaimItem | TextItem, looks: Looks) -> Style:
    if isinstance(item, TextItem):
        return looks[{"heading": "heading", "quiet": "quiet", "prose": "text"}[item.kind]]
    return looks["text"] + looks["under-cursor"] if item.has_focus else looks["text"]


def _lines_of(item: ClaimItem | TextItem, width: int, presentation: Presentation) -> Sequence[Line]:
    """The lines of an item, those of the quotes under a claim among them."""
    if isinstance(item, ClaimItem) and item.quotes:
        from briefing.tui.panes.peek_lines import peek_lines  # nobody peeks before the first frame

        return peek_lines(item.text, item.quotes, width, presentation)
    return _lines(item.text, width, presentation)


@lru_cache(maxsize=KEPT)
def _lines(text: str, width: int, presentation: Presentation) -> Sequence[Line]:
    return layout(text, width, presentation=presentation)
