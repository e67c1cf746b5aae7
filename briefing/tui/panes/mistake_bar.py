"""The row over the keys that says what is wrong in the file, while its last good state can still be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Final, NamedTuple

from rich.segment import Segment
from textual.events import Click
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.settings.keymap import bound
from briefing.settings.words import in_use, say
from briefing.tui.looks import looks_of
from briefing.tui.painting import line_segments, one_line
from briefing.tui.panes.row import Row, placed

# Columns below which the name of the file gives way to what is wrong in it.
_NARROW: Final = 60


class Mistake(NamedTuple):
    """What is wrong at a place of a file, and what would be right; a line of 0: of the file as a whole."""

    file: str
    line: int
    column: int
    what: str


class MistakeBar(Widget):
    """One row with the first mistake; of several it says so. A click opens the file there."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "MistakeBar { dock: bottom; height: 1; margin: 0 0 1 0; padding: 0 1; }"

    mistakes: reactive[Sequence[Mistake]] = reactive(())

    def __init__(self, mistakes: Sequence[Mistake], edit: Callable[[], None]) -> None:
        super().__init__()
        self._edit = edit
        self.set_reactive(MistakeBar.mistakes, mistakes)

    def render_line(self, y: int) -> Strip:
        """The row (Textual's line API)."""
        looks, width = looks_of(self), max(1, self.size.width)
        style = looks["chosen-option"]
        if not self.mistakes:
            return Strip.blank(width, style)
        mistake = self.mistakes[0]
        words = "mistake.line" if mistake.line else "mistake.no-line"
        if mistake.line and width < _NARROW:
            words = "mistake.line.short"
        text = say(words, file=PurePath(mistake.file).name, line=mistake.line, what=mistake.what)
        key = next(one.written for one in bound() if one.action == "editor")
        count = len(self.mistakes)
        hint = key if count == 1 else f"{say('mistake.of', number=1, count=count)}  {key}"
        at_end = one_line(hint, max(1, width // 3), "L")
        start = one_line(text, max(1, width - at_end.width - 2), "L")
        end = (Segment("  ", style), *line_segments(at_end, style))
        row = Row(tuple(line_segments(start, style)), (), end, blank=style)
        return Strip(placed(row, width, mirrored=in_use().mirrored), width)

    def on_click(self, event: Click) -> None:
        """Open the file at the mistake."""
        event.stop()
        self._edit()
