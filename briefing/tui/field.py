"""The field that a line of text is typed into: Arabic stands in it as it does elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.strip import Strip

from briefing.arabic import Line, layout
from briefing.machine.input_filter import LONGEST_LINE
from briefing.machine.terminal.cells import RIGHT_TO_LEFT
from briefing.settings.words import in_use, say
from briefing.tui.painting import Highlight, label, line_segments, one_line
from briefing.tui.panes.row import Row, placed
from briefing.tui.textual_private.blinking_input import BlinkingInput


class Field(BlinkingInput):
    """Textual's field, painted by the engine. What is pasted loses its controls, its line ends are spaces.

    What is longer than the field is shown around the cursor. It holds `longest` characters, and says so when
    more are typed or pasted.
    """

    DEFAULT_CSS = """
    Field, Field:focus {
        border: none;
        height: 1;
        padding: 0 1;
        background: $background;
        background-tint: $background 0%;
    }
    """

    takes_texts: ClassVar[bool] = True  # letters that come at once may come as one text
    longest: ClassVar[int] = LONGEST_LINE

    def __init__(self, *, id: str, placeholder: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, placeholder=placeholder, select_on_focus=False)
        self._is_told = False  # that it is full

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text` in place of the characters between `start` and `end`, as far as there is room."""
        super().replace(label(self.fitting(text, start, end)), start, end)

    def fitting(self, text: str, start: int, end: int) -> str:
        """Return as much of `text` as fits in place of the characters between `start` and `end`.

        That not all of it does is said, once until something fits again.
        """
        room = max(0, self.longest - len(self.value) + abs(end - start))
        is_cut = len(text) > room
        if is_cut and not self._is_told:
            self.app.notify(say("notice.cut", most=self.longest), severity="warning")
        self._is_told = is_cut
        return text[:room]

    def paste_text(self, text: str) -> None:
        """Put a pasted text in place of what is selected, all of its lines."""
        self.replace(" ".join(text.splitlines()), *self.selection)

    def render_line(self, y: int) -> Strip:
        """The field's row (Textual's line API)."""
        width, style = self.scrollable_content_region.width, self.rich_style
        cursor = Style(reverse=True) if self.shows_cursor else Style.null()
        if in_use().mirrored and not y and not self.value:
            muted = style + self.get_component_rich_style("input--placeholder", partial=True)
            placeholder = tuple(line_segments(one_line(self.placeholder, max(1, width - 1)), muted))
            field = Row((Segment(" ", style + cursor), *placeholder), blank=style)
            return Strip(placed(field, width, mirrored=True), width)
        if y or not RIGHT_TO_LEFT.search(self.value):
            return super().render_line(y)
        line = self._line()
        at = self.cursor_position
        marks = [Highlight(at, at + 1, cursor)] if not self.cursor_at_end else []
        segments = list(line_segments(line, style, marks))
        end = Segment(" ", style + cursor if self.cursor_at_end else style)
        strip = Strip([end, *segments] if line.base == "R" else [*segments, end])
        first = self._first_column(width)
        return strip.crop(first, first + width).adjust_cell_length(width, style)

    def _line(self) -> Line:
        """What is typed, laid out in one line."""
        return layout(self.value, 2 * self.longest + 2)[0]

    def _column(self, line: Line) -> int:
        """The column of the cursor in the whole line, the blank cell at its end counted."""
        shift = int(line.base == "R")
        if self.cursor_at_end:
            return 0 if shift else line.width
        at = self.cursor_position
        return next((first + shift for first, _ in _columns(line, at)), shift)

    def _first_column(self, width: int) -> int:
        """The column of the line at which the field begins, so that the cursor is in it."""
        line = self._line()
        whole, column = line.width + 1, self._column(line)
        if whole <= width:
            return 0
        first = whole - width if line.base == "R" else 0  # its beginning, if the cursor is in it
        if not first <= column < first + width:
            first = column - width // 2
        return max(0, min(first, whole - width))

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the cursor on the screen, where a terminal's own input method shows itself."""
        if not RIGHT_TO_LEFT.search(self.value):
            return super().cursor_screen_offset
        region = self.content_region
        column = self._column(self._line()) - self._first_column(region.width)
        return Offset(region.x + max(0, min(column, region.width - 1)), region.y)


def _columns(line: Line, at: int) -> Iterator[tuple[int, int]]:
    return iter(line.columns(at, at + 1))
