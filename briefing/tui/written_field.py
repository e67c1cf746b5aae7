"""A field for a text of any length: it has as many rows as the text takes, and Arabic stands in it right."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.strip import Strip
from textual.widgets.input import Selection

from briefing.arabic import Line, layout
from briefing.machine.input_filter import LONGEST
from briefing.settings.words import in_use
from briefing.tui.asking_field import AskingField
from briefing.tui.painting import Highlight, line_segments, one_line
from briefing.tui.panes.row import Row, placed
from briefing.tui.textual_private.offered_events import OfferedEvents


def typed(text: str) -> str:
    """Return a text as a field holds it: as it is typed, without controls, its line ends as spaces."""
    lines = " ".join(text.splitlines()) if len(text) > 1 else text
    return "".join(one for one in lines.replace("\t", " ") if one.isprintable() or _is_format(one))


def _is_format(character: str) -> bool:
    """Whether a character is no control but a sign that says how others are written: ZWNJ, RLM."""
    return character in "\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069"


class WrittenField(OfferedEvents, AskingField):
    """A field of several rows. `rows` is how many of them are shown at most."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step_row(-1)", show=False),
        Binding("down", "step_row(1)", show=False),
    ]
    DEFAULT_CSS = """
    WrittenField, WrittenField:focus { height: auto; padding: 0; background: $surface; }
    """

    longest: ClassVar[int] = LONGEST

    def __init__(self, *, id: str, value: str, placeholder: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, placeholder=placeholder)
        self.rows = 1
        self._laid: tuple[str, int, list[Line]] | None = None
        self.set_reactive(WrittenField.value, typed(value))
        self.set_reactive(WrittenField.selection, Selection.cursor(len(self.value)))
        self.begun()

    # What is typed.

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text` in place of the characters between `start` and `end`, as far as there is room."""
        start, end = sorted((start, end))
        new = self.fitting(typed(text), start, end)
        self.value = self.value[:start] + new + self.value[end:]
        self.cursor_position = start + len(new)

    async def action_submit(self) -> None:
        """Enter is the window's."""
        await self.screen.run_action("send")

    def action_step_row(self, step: int) -> None:
        """A row up or down.

        Raises SkipAction from the first or the last: the key leads to another field then.
        """
        lines = self._lines()
        row = self._row_of(self.cursor_position) + step
        if not 0 <= row < len(lines):
            raise SkipAction
        column = self._column_in(self._row_of(self.cursor_position))
        line = lines[row]
        self.cursor_position = line.end if column >= line.width else line.index_at(column)

    # What is shown.

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the text takes, up to `rows`."""
        return max(1, min(self.rows, len(self._lines(width)))) if self.value else 1

    def _lines(self, width: int | None = None) -> list[Line]:
        """What is typed, laid out; a cell is left for the cursor."""
        room = max(2, (width or self.content_size.width or 40) - 1)
        if self._laid is None or self._laid[:2] != (self.value, room):
            self._laid = (self.value, room, list(layout(self.value, room)))
        return self._laid[2]

    def _row_of(self, at: int) -> int:
        lines = self._lines()
        return max((row for row, line in enumerate(lines) if line.start <= at), default=0)

    def _first_row(self) -> int:
        height, row = max(1, self.content_size.height), self._row_of(self.cursor_position)
        return max(0, min(row - height + 1, len(self._lines()) - height))

    def _column_in(self, row: int) -> int:
        """The column of the cursor in its row, the cell for it at the end counted."""
        line, at = self._lines()[row], self.cursor_position
        shift = int(line.base == "R")
        found = line.columns(at, at + 1) if at < len(self.value) else []
        if found:
            return found[0][0] + shift
        return 0 if shift else line.width

    def render_line(self, y: int) -> Strip:
        """A row of the field (Textual's line API)."""
        width, style = self.content_size.width, self.rich_style
        cursor = style + Style(reverse=True) if self.shows_cursor else style
        mirrored = in_use().mirrored
        if not self.value:
            if y:
                return Strip.blank(width, style)
            muted = style + self.get_component_rich_style("input--placeholder", partial=True)
            words = line_segments(one_line(self.placeholder, max(1, width - 1)), muted)
            empty = Row((Segment(" ", cursor),), tuple(words), blank=style)
            return Strip(placed(empty, width, mirrored=mirrored), width)
        row, lines = self._first_row() + y, self._lines()
        if row >= len(lines):
            return Strip.blank(width, style)
        line, at = lines[row], self.cursor_position
        here = row == self._row_of(at)
        marks = (
            [Highlight(min(self.selection), max(self.selection), Style(reverse=True))]
            if not self.selection.is_empty
            else []
        )
        shown = here and at < len(self.value) and bool(line.columns(at, at + 1))
        if shown and self.shows_cursor:
            marks.append(Highlight(at, at + 1, Style(reverse=True)))
        segments = list(line_segments(line, style, marks))
        end = Segment(" ", cursor if here and not shown else style)
        cells = [end, *segments] if line.base == "R" else [*segments, end]
        fill = Row((), tuple(cells), base=line.base, blank=style)
        return Strip(placed(fill, width, mirrored=False), width)

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the cursor on the screen, where a terminal's own input method shows itself."""
        region = self.content_region
        if not region.width:
            return region.offset
        row = self._row_of(self.cursor_position)
        line, column = self._lines()[row], self._column_in(row)
        if line.base == "R" and self.value:
            column += region.width - line.width - 1
        y = min(max(0, row - self._first_row()), max(0, region.height - 1))
        return Offset(region.x + max(0, min(column, region.width - 1)), region.y + y)

    def press_at(self, event: events.MouseDown) -> None:
        """Put the cursor into the cell."""
        place = event.get_content_offset(self)
        if place is None or not self.value:
            return
        lines = self._lines()
        line = lines[max(0, min(self._first_row() + place.y, len(lines) - 1))]
        shift = self.content_size.width - line.width if line.base == "R" else 0
        column = place.x - shift
        beyond = column < 0 if line.base == "R" else column >= line.width
        self.cursor_position = line.end if beyond else line.index_at(column)
