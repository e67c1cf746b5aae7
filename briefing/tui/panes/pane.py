"""A framed pane that paints its own rows: border, titles and scrollbar too.

Textual's border, scrollbars and containers cost a pass over every row each; without them a whole section is
repainted in a few milliseconds (`python -m tests.benchmarks.startup` shows it).

Every row is painted from one value, and kept under it: what is painted again is what has another value.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from rich.segment import Segment
from rich.style import Style
from textual.events import Click, MouseDown, MouseMove, MouseUp, Resize
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip

from briefing.arabic import Presentation
from briefing.reading.titles import Titles
from briefing.settings.words import in_use
from briefing.tui.arrangement import MIN_COLUMNS, MIN_ROWS
from briefing.tui.looks import looks_of
from briefing.tui.painting import one_line
from briefing.tui.panes.row import Row, placed
from briefing.tui.scrolling import WheelScrolled, thumb
from briefing.tui.textual_private.keys_at_once import BoundOnly
from briefing.tui.textual_private.repainted import Repainted

# Painted rows that are kept.
_KEPT = 4096
# What the scrollbar has where there is a hit of a search.
_HIT = "━"
# Columns of content that stands in the middle: text at its measure, and what stands beside it.
CENTRED = 88

#: Does an action of the reading, by name.
Act = Callable[..., None]


class Border(Struct, frozen=True):
    """All that a row of the frame shows; `titles` is None for the lower one."""

    titles: Titles | None
    has_focus: bool
    presentation: Presentation | None = None


class Framed(Struct, frozen=True):
    """All that a row inside the frame shows: a value of the content's (None: blank), frame and scrollbar.

    `has_hit`: something that is searched for stands where the scrollbar's row does in the whole.
    """

    value: Hashable | None
    has_focus: bool
    is_thumb: bool
    has_hit: bool = False


class Pane(Repainted, WheelScrolled, BoundOnly, can_focus=True):
    """Rows of content in a frame. `contents` is all that it shows, `top` the row at the upper edge.

    A subclass says how many rows of content there are (`count_rows`), what each shows (`row_value`) and how a
    value is painted (`paint`), and calls `update` when any of it has changed. `act` does an action.
    """

    ALLOW_SELECT = False

    contents: reactive[Any] = reactive(None, init=False, repaint=False)
    top: reactive[int] = reactive(0, init=False, repaint=False)
    framed: reactive[bool] = reactive(True, init=False, repaint=False)
    is_centred: reactive[bool] = reactive(False, init=False, repaint=False)

    def __init__(self, *, id: str, act: Act) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.act = act
        self.mirrored = in_use().mirrored
        self._kept: dict[Hashable, Strip] = {}  # painted rows, by their value and width
        self._shown: list[Hashable] | None = None  # the values of the rows on the screen; None: not known
        self._strips: dict[int, Strip] = {}  # those rows as they are painted, as far as they are
        self._extent = Size(0, 0)  # `size`, which Textual looks up anew each time
        self.has_frame = True  # `framed`, as it was when the size was taken: both change at once
        self._drags = False
        self._looks: Mapping[str, Style] | None = None

    # What a subclass says.

    def count_rows(self) -> int:
        """Return the rows of content, as far as that is known."""
        raise NotImplementedError

    def row_value(self, row: int) -> Hashable | None:
        """Return all that row `row` of the content shows; None if it is blank."""
        raise NotImplementedError

    def page_values(self, top: int, page: int) -> list[Hashable]:
        """Return what `page` rows of the content show, from row `top` on."""
        return [self.row_value(row) for row in range(top, top + page)]

    def bar_marks(self) -> Collection[int]:
        """Return the rows of the page at which the scrollbar has a mark for what is searched for."""
        return ()

    def paint(self, value: Hashable) -> Row:
        """Return the row that shows a value of `row_value`'s, in `text_width` cells."""
        raise NotImplementedError

    def row_clicked(self, row: int, column: int) -> None:
        """Take a click on the content."""

    def resized(self) -> None:
        """Take another size."""

    # Room.

    @property
    def page(self) -> int:
        """Rows of content in sight."""
        return max(0, self._extent.height - 2 * self.has_frame)

    @property
    def text_width(self) -> int:
        """Columns of content: between frame and scrollbar, or in the middle there."""
        room = self._room
        return min(room, CENTRED) if self.is_centred else room

    @property
    def _room(self) -> int:
        return max(0, self._extent.width - 3 * self.has_frame)

    @property
    def _text_left(self) -> int:
        """The column at which the content begins: the scrollbar may stand before it."""
        return self.has_frame * (2 if self.mirrored else 1) + (self._room - self.text_width) // 2

    # Painting.

    def update(self) -> None:
        """Have the rows painted whose values have changed."""
        if not self._extent:
            return
        before, self._shown = self._shown, self._values()
        if before is None or len(before) != len(self._shown):
            self._strips.clear()
            self.repaint()
            return
        width = self._extent.width
        changed = [y for y, pair in enumerate(zip(before, self._shown, strict=True)) if pair[0] != pair[1]]
        for y in changed:
            self._strips.pop(y, None)
        if 2 * len(changed) > len(before):
            self.repaint()
        elif changed:
            self.repaint(*(Region(0, rows.start, width, len(rows)) for rows in _runs(changed)))

    def _values(self) -> list[Hashable]:
        """The values of all rows on the screen, the frame's included."""
        rows = self.page_values(self.top, self.page)
        return self._in_frame(self.contents, rows, self._thumb(), self.bar_marks() if self.has_frame else ())

    def _in_frame(
        self, contents: Any, rows: list[Hashable], at_thumb: range, marks: Collection[int] = ()
    ) -> list[Hashable]:
        """The values of the rows that show a page of content, `rows`, in the frame of `contents`, if any."""
        if not self.has_frame:
            return rows
        focused = bool(contents and contents.has_focus)
        upper = Border(
            contents.titles if contents else Titles("", ""), focused, contents and contents.presentation
        )
        shown: list[Hashable] = [upper]
        shown += [Framed(value, focused, y in at_thumb, y in marks) for y, value in enumerate(rows)]
        shown.append(Border(None, focused))
        return shown[: self._extent.height]

    def watch_framed(self) -> None:
        """Show the frame, or take it away; what is in it is laid out with the size that goes with that."""
        self._shown = None
        self.refresh()

    def watch_is_centred(self) -> None:
        """Lay out for another width."""
        self._kept.clear()
        self._shown = None
        if self._extent:
            self.resized()
            self.set_reactive(Pane.top, self.validate_top(self.top))
        self.refresh()

    def watch_top(self) -> None:
        """Scroll."""
        self.update()

    def validate_top(self, top: int) -> int:
        """Keep the last rows at the lower edge."""
        return max(0, min(top, self.count_rows() - self.page))

    def notify_style_update(self) -> None:
        """Forget the old styles."""
        super().notify_style_update()
        self._looks = None
        self._kept.clear()
        self._shown = None

    @property
    def looks(self) -> Mapping[str, Style]:
        """The styles in force, by what they are for; kept until styles change."""
        if self._looks is None:
            self._looks = looks_of(self)
        return self._looks

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the pane inside `crop`, ready for the compositor (under Textual's line API)."""
        if not self._is_laid_out_for(self.size):
            self._take_size(self.size)  # the frame comes before the event
        if self.size != self._extent:  # folded away: nobody sees these rows
            return [Strip.blank(crop.width, self.looks["text"]) for _ in crop.line_range]
        if self._shown is None or len(self._shown) != self._extent.height:
            self._shown = self._values()
            self._strips.clear()
        width, painted = self._extent.width, self._strips
        rows = range(crop.y, min(crop.bottom, len(self._shown)))
        painted.update((y, self._strip(self._shown[y])) for y in rows if y not in painted)
        strips = [painted[y] for y in rows]
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def keep_painted(self, values: Iterable[Hashable]) -> None:
        """Paint rows that may be seen later, and keep them with the characters that are sent for them."""
        width = self._extent.width
        for value in values:
            if (width, value) not in self._kept:
                self.prepare(self._strip(value))

    def _strip(self, value: Hashable) -> Strip:
        """The painted row of a value; painted now if it is not kept."""
        width = self._extent.width
        strip = self._kept.get((width, value))
        if strip is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            row = placed(self._row(value), width, mirrored=self.mirrored)
            strip = Strip(Segment.simplify(row), width)
            # Styles out of CSS name no terminal colour that ANSIToTruecolor would have to translate.
            for line_filter in self.get_line_filters():
                if not isinstance(line_filter, ANSIToTruecolor):
                    strip = strip.apply_filter(line_filter, self.background_colors[1])
            self._kept[width, value] = strip
        return strip

    def _row(self, value: Hashable) -> Row:
        if isinstance(value, Border):
            return self._lower_border(value) if value.titles is None else self._upper_border(value)
        if not isinstance(value, Framed):
            return self._in_the_middle(self._content(value))
        side = Segment("│", self._frame(value.has_focus))
        bar = Segment(" ", self.looks["thumb" if value.is_thumb else "text"])
        if value.has_hit:
            bar = Segment(_HIT, self.looks["bar-hit-on-thumb" if value.is_thumb else "bar-hit"])
        content = placed(self._in_the_middle(self._content(value.value)), self._room, mirrored=self.mirrored)
        return Row((side,), tuple(content), (bar, side), base="L")

    def _in_the_middle(self, row: Row) -> Row:
        """A row of content with what is left of the pane on either side of it."""
        over = self._room - self.text_width
        if not over:
            return row
        left, right = (Segment(" " * cells, self.looks["text"]) for cells in (over // 2, over - over // 2))
        return Row(fill=(left, *placed(row, self.text_width, mirrored=self.mirrored), right), base="L")

    def _content(self, value: Hashable | None) -> Row:
        row = Row() if value is None else self.paint(value)
        return row if row.blank is not None else replace(row, blank=self.looks["text"])

    def _frame(self, has_focus: bool) -> Style:
        return self.looks["frame-focused" if has_focus else "frame"]

    def _lower_border(self, border: Border) -> Row:
        frame, width = self._frame(border.has_focus), self._extent.width
        return Row((Segment("╰", frame),), (Segment("─" * (width - 2), frame),), (Segment("╯", frame),))

    def _upper_border(self, border: Border) -> Row:
        """The upper border; where there is no room for both titles the Arabic gives way."""
        frame, width, titles = self._frame(border.has_focus), self._extent.width, border.titles
        room = width - 6  # a corner, a line and a blank on both sides
        if room <= 0 or not titles:
            return Row((Segment("╭", frame),), (Segment("─" * (width - 2), frame),), (Segment("╮", frame),))
        written = self.looks["title-focused" if border.has_focus else "quiet"]
        english = one_line(titles.english, room, "L")
        start = (
            *(Segment(text, frame) for text in ("╭", "─", " ")),
            Segment(english.text, written),
            Segment(" ", frame),
        )
        if not english.width:
            start = (Segment("╭", frame),)
        end: tuple[Segment, ...] = (Segment("╮", frame),)
        arabic = one_line(titles.arabic, room, "R", border.presentation or Presentation())
        if arabic.width and (not english.width or room - english.width - arabic.width > 2):
            blank = Segment(" ", frame)
            end = (blank, Segment(arabic.text, written), blank, Segment("─", frame), *end)
        between = width - Segment.get_line_length([*start, *end])
        return Row(start, (Segment("─" * between, frame),), end)

    def _thumb(self) -> range:
        """Rows of the page at which the scrollbar has its thumb."""
        return thumb(self.count_rows(), self.page, self.top)

    # The mouse, and another size.

    def on_resize(self, event: Resize) -> None:
        """Lay out anew."""
        self._take_size(event.size)

    def is_folded(self, size: Size) -> bool:
        """Return whether nothing is seen of the pane, at that size of its own and the window's."""
        window = self.app.size
        return not size.area or window.width < MIN_COLUMNS or window.height < MIN_ROWS

    def _is_laid_out_for(self, size: Size) -> bool:
        """Whether it is laid out for that size, with or without the frame that it has now."""
        return size == self._extent and self.framed == self.has_frame

    def _take_size(self, size: Size) -> None:
        if not self._is_laid_out_for(size) and not self.is_folded(size):  # folded away it keeps its layout
            self._extent, self.has_frame = size, self.framed
            self._shown = None
            self.resized()
            self.set_reactive(Pane.top, self.validate_top(self.top))

    # Textual calls the `on_...` of every base class: a subclass takes part by what they call.

    def on_mouse_down(self, event: MouseDown) -> None:
        """A button goes down."""
        self.mouse_pressed(event)

    def on_mouse_move(self, event: MouseMove) -> None:
        """The mouse moves."""
        self.mouse_moved(event)

    def on_mouse_up(self, event: MouseUp) -> None:
        """A button goes up."""
        self.mouse_released(event)

    def on_click(self, event: Click) -> None:
        """A button went down and up again."""
        self.clicked(event)

    def mouse_pressed(self, event: MouseDown) -> None:
        """Be the pane that keys go to, and take hold of the scrollbar."""
        if self.contents is not None and not self.contents.has_focus:
            self.act("focus", self.id)
        bar = 1 if self.mirrored else self._extent.width - 2
        if self.has_frame and event.x == bar and self.count_rows() > self.page:
            self._drags = True
            self.capture_mouse()
            self._drag(event.y)

    def mouse_moved(self, event: MouseMove) -> None:
        """Follow the scrollbar's thumb."""
        if self._drags and not event.button:
            self._let_go()  # the button went up where nobody saw it
        if self._drags:
            self._drag(event.y)

    def mouse_released(self, _event: MouseUp) -> None:
        """Let go of the scrollbar."""
        self._let_go()

    def clicked(self, event: Click) -> None:
        """Tell what row was clicked on."""
        row, column = event.y - self.has_frame, event.x - self._text_left
        if 0 <= row < self.page and 0 <= column < self.text_width:
            self.row_clicked(row + self.top, column)

    def _let_go(self) -> None:
        if self._drags:
            self._drags = False
            self.release_mouse()

    def _drag(self, y: int) -> None:
        """Scroll to where row `y` of the pane stands in the whole."""
        page = max(1, self.page - 1)
        self.top = (self.count_rows() - self.page) * max(0, min(y - 1, page)) // page


def _runs(rows: Sequence[int]) -> Iterator[range]:
    """Ascending row numbers as ranges of neighbours."""
    start = 0
    for at, row in enumerate(rows, 1):
        if at == len(rows) or rows[at] != row + 1:
            yield range(rows[start], row + 1)
            start = at
