"""The summary pane: the claims of the section on show, each with the paragraphs it rests on."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from briefing.arabic import Line, Reading, layout
from briefing.document import Claim
from briefing.reader.article import MEASURE
from briefing.reader.item_view import KEPT
from briefing.reader.painting import row
from briefing.reader.pane import Titles
from briefing.reader.same import Same
from briefing.reader.selecting import TextView

# Citations that may be seen at all: no row has room for more.
_SEEN = MEASURE
_INDENT = 2
_RIGHT = 1


class Heading(NamedTuple):
    """The name of what follows."""

    text: str


class Prose(NamedTuple):
    """Text that no cursor stands on: the bottom line, or why there is nothing here."""

    text: str
    quiet: bool = False


SummaryItem = Heading | Prose | Claim


@lru_cache(maxsize=KEPT)
def _lines(text: str, width: int, reading: Reading) -> list[Line]:
    return layout(" ".join(text.split()), width, reading=reading)


def _citations(claim: Claim) -> list[str]:
    return [f"¶{number}" for number in claim.paragraphs[:_SEEN]]


class Summary(TextView):
    """Claims under one another. `number` is the paragraph whose claims are marked, None for none."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", "To the paragraph", show=False)]

    items: reactive[tuple[SummaryItem, ...]] = reactive((), repaint=False)
    number: reactive[int | None] = reactive(None, repaint=False)

    class Moved(Message):
        """The reader stands on `claim` (None: on none)."""

        def __init__(self, claim: Claim | None) -> None:
            self.claim = claim
            super().__init__()

    class Opened(Message):
        """The reader wants to see what `claim` rests on."""

        def __init__(self, claim: Claim) -> None:
            self.claim = claim
            super().__init__()

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._first: tuple[object, dict[int, int]] = (
            (),
            {},
        )  # the items, and the first to cite each paragraph

    def state(self) -> Hashable:
        """The claims besides, and the paragraph whose claims are marked."""
        return (super().state(), Same(self.items), self.number)

    def watch_items(self) -> None:
        """Show another summary from its beginning, the cursor on no claim yet."""
        self.set_reactive(Summary.cursor, None)
        self.replace_items()

    def watch_number(self, before: int | None, number: int | None) -> None:
        """Mark the claims that rest on another paragraph, and bring the first into sight."""
        for index in self.items_in_sight():
            item = self.items[index]
            if any(self._rests_on(item, one) for one in (before, number)):
                self.repaint_item(index)
        if number is not None and (linked := self.first_linked()) is not None:
            self.show_item(linked)

    def first_linked(self) -> int | None:
        """The first claim that rests on the paragraph `number`."""
        if self._first[0] is not self.items:
            first: dict[int, int] = {}
            for index, item in enumerate(self.items):
                for citation in item.citations if isinstance(item, Claim) else ():
                    first.setdefault(citation.paragraph, index)
            self._first = (self.items, first)
        return None if self.number is None else self._first[1].get(self.number)

    def watch_cursor(self, before: int | None, cursor: int | None) -> None:
        """Say where the reader stands."""
        super().watch_cursor(before, cursor)
        self.post_message(self.Moved(self.claim))

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Coming here, stand on a claim: the one marked, else the first."""
        super().watch_has_focus(_has_focus)
        if _has_focus and self.cursor is None:
            linked = self.first_linked()
            self.cursor = self._next_selectable(0, 1) if linked is None else linked

    @property
    def claim(self) -> Claim | None:
        """The claim the cursor is on."""
        item = self.items[self.cursor] if self.cursor is not None and self.cursor < len(self.items) else None
        return item if isinstance(item, Claim) else None

    def action_open(self) -> None:
        """Ask for the paragraph behind the claim."""
        if self.claim is not None:
            self.post_message(self.Opened(self.claim))

    def is_selectable(self, index: int) -> bool:
        """The cursor stands on claims only."""
        return isinstance(self.items[index], Claim)

    def count_items(self) -> int:
        """Headings, prose and claims."""
        return len(self.items)

    def item_height(self, index: int, width: int) -> int:
        """The item's lines, and under them a blank row (none under a heading)."""
        return self._height(index, width, self._lines(self.items[index].text, self._text_width(width)))

    def far_height(self, index: int, width: int) -> int:
        """The same, its lines not kept."""
        text = self.item_text(index)
        return self._height(index, width, layout(text, self._text_width(width), reading=self.reading))

    def _height(self, index: int, width: int, lines: Sequence[Line]) -> int:
        item = self.items[index]
        more = isinstance(item, Claim) and not self._citations_fit(item, width, lines)
        spaced = not isinstance(item, Heading) and index < len(self.items) - 1
        return len(lines) + more + spaced

    def item_row(self, index: int, row_: int, width: int) -> Sequence[Segment]:
        """A line of text; a claim's last line carries its citations at the right."""
        item = self.items[index]
        text_width = self._text_width(width)
        lines = self._lines(item.text, text_width)
        style = self._text_style(index, item)
        marked = self.selection_highlights(index)
        if not isinstance(item, Claim):
            return (
                ()
                if row_ >= len(lines)
                else [
                    Segment(" ", style),
                    *row(lines[row_], text_width, style, marked),
                ]
            )
        last = len(lines) - 1 + (not self._citations_fit(item, width, lines))
        if row_ > last:
            return ()
        segments = [self._bullet(index, item, row_, style)]
        if row_ < last:
            return [*segments, *row(lines[row_], text_width, style, marked), Segment(" " * _RIGHT, style)]
        text = list(row(lines[row_], lines[row_].width, style, marked)) if row_ < len(lines) else []
        used = sum(segment.cell_length for segment in text)
        citations = list(self._citation_segments(item, style))
        missing = text_width - used - sum(segment.cell_length for segment in citations)
        return [*segments, *text, Segment(" " * missing, style), *citations, Segment(" " * _RIGHT, style)]

    def item_text(self, index: int) -> str:
        """The claim, without its citations."""
        return " ".join(self.items[index].text.split())

    def item_lines(self, index: int, width: int) -> Sequence[Line]:
        """The item's lines."""
        return self._lines(self.items[index].text, self._text_width(width))

    def line_column(self, index: int, line: Line, width: int) -> int:
        """Behind the bullet, or one blank in where there is none."""
        return _INDENT if isinstance(self.items[index], Claim) else 1

    def _bullet(self, index: int, item: Claim, row_: int, style: Style) -> Segment:
        if index == self.cursor:
            return Segment("▌ ", style + self.looks["bright"])
        if row_:
            return Segment("  ", style)
        if self._is_linked(item):
            return Segment("◆ ", self.looks["heading"])
        return Segment("• ", self.looks["quiet"])

    def _citation_segments(self, claim: Claim, style: Style) -> Iterator[Segment]:
        """The numbers of the cited paragraphs, the one the reader stands on marked."""
        dim = style + self.looks["dim"]
        linked = style + self.looks["cited"]
        for at, number in enumerate(claim.paragraphs[:_SEEN]):
            if at:
                yield Segment(" ", style)
            yield Segment(f"¶{number}", linked if number == self.number else dim)

    def _text_style(self, index: int, item: SummaryItem) -> Style:
        if isinstance(item, Heading):
            return self.looks["heading"]
        if isinstance(item, Prose):
            return self.looks["quiet" if item.quiet else "text"]
        if index == self.cursor and self.has_focus:
            return self.looks["text"] + self.looks["under-cursor"]
        return self.looks["text"]

    def _is_linked(self, item: SummaryItem) -> bool:
        return self._rests_on(item, self.number)

    @staticmethod
    def _rests_on(item: SummaryItem, number: int | None) -> bool:
        if number is None or not isinstance(item, Claim):
            return False
        return any(citation.paragraph == number for citation in item.citations)

    def _citations_fit(self, claim: Claim, width: int, lines: Sequence[Line]) -> bool:
        """Whether the citations find room on the claim's last line."""
        used = lines[-1].width + 2
        return used + len(" ".join(_citations(claim))) <= self._text_width(width)

    def prepare(self, claim: Claim) -> None:
        """Lay a claim of another section out ahead, so that a key need not wait for it."""
        for line in self._lines(claim.text, self._text_width(self.text_width)):
            line.width  # noqa: B018 - it is kept, with its cells
            line.text  # noqa: B018

    def prepare_section(self, items: tuple[SummaryItem, ...], titles: Titles, number: int) -> None:
        """Paint a summary ahead, as it is when somebody comes to paragraph `number` in the article."""
        self.paint_ahead(items=items, titles=titles, cursor=None, number=number, selection=None)

    def _lines(self, text: str, width: int) -> list[Line]:
        return _lines(text, width, self.reading)

    def _text_width(self, width: int) -> int:
        return max(1, min(MEASURE, width - _INDENT - _RIGHT))
