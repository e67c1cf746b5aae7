"""A framed pane that paints its own rows: border, titles and scrollbar too.

Textual's border, scrollbars and containers cost a pass over every row each; without them a whole section is
repainted in a few milliseconds (`python -m tests.benchmarks.startup` shows it).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp, Resize
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.arabic import AS_WRITTEN, Reading
from briefing.reader.folding import MIN_COLUMNS, MIN_ROWS
from briefing.reader.looks import looks_of
from briefing.reader.painting import one_line

_WHEEL = 3
# States of which what was painted is kept.
_STATES = 32


class Titles(NamedTuple):
    """What stands in the top border: English on the left, Arabic on the right."""

    english: str
    arabic: str


class Pane(Widget, can_focus=True):
    """Rows of content in a frame. `top` is the content row at the pane's upper edge.

    `reading` is how Arabic is painted in it.

    A subclass says how many rows there are (`count_rows`) and paints them (`paint_row`), and calls `repaint`
    when what they show has changed.
    """

    ALLOW_SELECT = False

    titles: reactive[Titles] = reactive(Titles("", ""), repaint=False)
    top: reactive[int] = reactive(0, repaint=False)
    framed: reactive[bool] = reactive(True, repaint=False)
    reading: reactive[Reading] = reactive(AS_WRITTEN, repaint=False)

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._rows: dict[int, Strip] = {}  # what is painted, by row of the pane
        self._stale = True  # whether `_rows` is of a state left behind
        self._kept: dict[Hashable, dict[int, Strip]] = {}  # by state, what was painted in it
        self._extent = Size(0, 0)  # `size`, which Textual looks up anew each time
        self._drags = False
        self._looks: Mapping[str, Style] | None = None

    # What a subclass says.

    def count_rows(self) -> int:
        """Rows of content, as far as it is measured."""
        raise NotImplementedError

    def paint_row(self, row: int) -> Iterable[Segment]:
        """Row `row` of the content, in at most `text_width` cells."""
        raise NotImplementedError

    def state(self) -> Hashable:
        """All that a row may show, so that coming back to a state is not painting it again."""
        shown = (self.titles, self.framed, self.top, self._extent, self.has_focus, self.count_rows())
        return (*shown, self.reading)

    def row_clicked(self, row: int, column: int) -> None:
        """A click on the content."""

    def resized(self) -> None:
        """The pane has another size."""

    # Room.

    @property
    def page(self) -> int:
        """Rows of content in sight."""
        return max(0, self._extent.height - 2 * self.framed)

    @property
    def text_width(self) -> int:
        """Columns of content: between the frame's left side and the scrollbar."""
        return max(0, self._extent.width - 3 * self.framed)

    # Painting.

    def repaint(self, rows: range | None = None) -> None:
        """Paint content rows `rows` again where they are in sight, or everything."""
        if rows is None or self._stale:
            self._stale = True
            self.refresh()
            return
        self._rows = dict(self._rows)  # what is kept of this state stays as it is
        first = max(0, rows.start - self.top + self.framed)
        for y in range(first, min(rows.stop - self.top + self.framed, self._extent.height)):
            if self._rows.pop(y, None) is not None:
                self.refresh(Region(0, y, self._extent.width, 1))

    def watch_titles(self) -> None:
        """Another title."""
        self.repaint()

    def watch_reading(self) -> None:
        """The same rows, painted in another way."""
        self.repaint()

    def watch_framed(self) -> None:
        """Another frame."""
        self.repaint()

    def watch_top(self) -> None:
        """Scrolled."""
        self.repaint()

    def validate_top(self, top: int) -> int:
        """Keep the last rows at the lower edge."""
        return max(0, min(top, self.count_rows() - self.page))

    def watch_has_focus(self, _has_focus: bool) -> None:
        """The frame shows where keys go."""
        super().watch_has_focus(_has_focus)
        self.repaint()

    def notify_style_update(self) -> None:
        """Forget the old styles."""
        super().notify_style_update()
        self._looks = None
        self._kept.clear()
        self._stale = True

    @property
    def looks(self) -> Mapping[str, Style]:
        """The styles in force, by what they are for; kept until styles change."""
        if self._looks is None:
            self._looks = looks_of(self)
        return self._looks

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the pane inside `crop`, ready for the compositor (under Textual's line API)."""
        if self.size != self._extent:
            self._take_size(self.size)  # the frame comes before the event
        if self._stale:
            self._recall()
        rows = self._rows
        # Styles out of CSS name no terminal colour that ANSIToTruecolor would have to translate.
        filters = [one for one in self.get_line_filters() if not isinstance(one, ANSIToTruecolor)]
        paint = self._paint_framed if self.framed else self._paint_bare
        strips = []
        for y in crop.line_range:
            strip = rows.get(y)
            if strip is None:
                strip = paint(y)
                for line_filter in filters:
                    strip = strip.apply_filter(line_filter, self.background_colors[1])
                rows[y] = strip
            strips.append(strip)
        if crop.column_span != (0, self._extent.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _recall(self) -> None:
        """Take up what was painted the last time that everything was as it is now."""
        self._stale = False
        state = self.state()
        if len(self._kept) >= _STATES and state not in self._kept:
            self._kept.clear()
        self._rows = self._kept.setdefault(state, {})

    def _paint_bare(self, y: int) -> Strip:
        width = self._extent.width
        return Strip(self._fit(self.paint_row(y + self.top), width), width)

    def _paint_framed(self, y: int) -> Strip:
        width, height = self._extent
        frame = self.looks["frame-focused" if self.has_focus else "frame"]
        if y == 0:
            return Strip(self._top_border(width, frame), width)
        if y == height - 1:
            return Strip([Segment(f"╰{'─' * (width - 2)}╯", frame)], width)
        bar = self.looks["thumb" if y - 1 in self._thumb() else "text"]
        side = Segment("│", frame)
        content = self._fit(self.paint_row(y - 1 + self.top), width - 3)
        return Strip([side, *content, Segment(" ", bar), side], width)

    def _fit(self, segments: Iterable[Segment], width: int) -> list[Segment]:
        """The row in exactly `width` cells."""
        fitted = list(segments)
        missing = width - Segment.get_line_length(fitted)
        text = self.looks["text"]
        if missing > 0:
            fitted.append(Segment(" " * missing, text))
        return fitted if missing >= 0 else Segment.adjust_line_length(fitted, width, text)

    def _top_border(self, width: int, frame: Style) -> Sequence[Segment]:
        """The upper border; where there is no room for both titles the Arabic gives way."""
        room = width - 6  # a corner, a line and a blank on both sides
        if room <= 0 or not self.titles.english:
            return [Segment(f"╭{'─' * (width - 2)}╮", frame)]
        title = self.looks["title-focused" if self.has_focus else "quiet"]
        english = one_line(self.titles.english, room, "L")
        arabic = one_line(self.titles.arabic, room, "R", self.reading)
        left = [Segment("╭─ ", frame), Segment(english.text, title)]
        between = room - english.width - arabic.width - 2
        if not arabic.width or between < 1:
            return [*left, Segment(f" {'─' * (room - english.width + 1)}╮", frame)]
        right = [Segment(arabic.text, title), Segment(" ─╮", frame)]
        return [*left, Segment(f" {'─' * between} ", frame), *right]

    def _thumb(self) -> range:
        """Rows of the page at which the scrollbar has its thumb."""
        count, page = self.count_rows(), self.page
        if count <= page:
            return range(0)
        length = max(1, page * page // count)
        first = (page - length) * self.top // (count - page)
        return range(first, first + length)

    # The mouse, and another size.

    def on_resize(self, event: Resize) -> None:
        """Lay out anew."""
        self._take_size(event.size)

    def _take_size(self, size: Size) -> None:
        window = self.app.size
        folded = not size.area or window.width < MIN_COLUMNS or window.height < MIN_ROWS
        if size != self._extent and not folded:  # what is folded away forgets nothing
            self._extent = size
            self._stale = True
            self.resized()
            self.set_reactive(Pane.top, self.validate_top(self.top))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel scrolls."""
        self.top += _WHEEL
        event.stop()

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel scrolls."""
        self.top -= _WHEEL
        event.stop()

    def on_mouse_down(self, event: MouseDown) -> None:
        """The scrollbar can be pressed and dragged."""
        if self.framed and event.x == self._extent.width - 2 and self.count_rows() > self.page:
            self._drags = True
            self.capture_mouse()
            self._drag(event.y)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Follow the scrollbar's thumb."""
        if self._drags and not event.button:
            self._let_go()  # the button went up where nobody saw it
        if self._drags:
            self._drag(event.y)

    def on_mouse_up(self, _event: MouseUp) -> None:
        """Let go of the scrollbar."""
        self._let_go()

    def _let_go(self) -> None:
        if self._drags:
            self._drags = False
            self.release_mouse()

    def _drag(self, y: int) -> None:
        """Scroll to where row `y` of the pane stands in the whole."""
        page = max(1, self.page - 1)
        self.top = (self.count_rows() - self.page) * max(0, min(y - 1, page)) // page

    def on_click(self, event: Click) -> None:
        """Tell what row was clicked on."""
        row, column = event.y - self.framed, event.x - self.framed
        if 0 <= row < self.page and column < self.text_width:
            self.row_clicked(row + self.top, column)
