"""The field that a query is typed into."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.strip import Strip

from briefing.machine.terminal.cells import RIGHT_TO_LEFT
from briefing.settings.words import in_use
from briefing.tui.painting import Highlight, label, line_segments, one_line
from briefing.tui.panes.row import Row, placed
from briefing.tui.textual_private.blinking_input import BlinkingInput

#: Characters of a query.
LONGEST: Final = 200


class Query(BlinkingInput):
    """Textual's field, in which Arabic stands as it does elsewhere. What is pasted loses its controls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.move(1)", "Next", show=False),
        Binding("up", "screen.move(-1)", "Previous", show=False),
        Binding("pagedown", "screen.move_page(1)", "A screenful on", show=False),
        Binding("pageup", "screen.move_page(-1)", "A screenful back", show=False),
        Binding("home", "screen.move_to(0)", "First", show=False),
        Binding("end", "screen.move_to(-1)", "Last", show=False),
    ]
    DEFAULT_CSS = """
    Query, Query:focus {
        border: none;
        height: 1;
        padding: 0 1;
        background: $background;
        background-tint: $background 0%;
    }
    """

    def __init__(self, *, id: str, placeholder: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, placeholder=placeholder, select_on_focus=False)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text` in place of the characters between `start` and `end`, as far as there is room."""
        room = LONGEST - len(self.value) + abs(end - start)
        super().replace(label(text[: max(0, room)]), start, end)

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
        line = one_line(self.value, max(1, width - 1))
        at = self.cursor_position
        segments = list(line_segments(line, style, [Highlight(at, at + 1, cursor)]))
        end = Segment(" ", style + cursor if self.cursor_at_end else style)
        segments = [end, *segments] if line.base == "R" else [*segments, end]
        return Strip(segments).adjust_cell_length(width, style)
