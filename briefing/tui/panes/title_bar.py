"""The top row: the briefing's title in English at its start and in Arabic at its end."""

from __future__ import annotations

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.arabic import Presentation
from briefing.document import Title
from briefing.reading.contents import TitleContents
from briefing.settings.words import in_use
from briefing.tui.looks import looks_of
from briefing.tui.painting import line_segments, one_line
from briefing.tui.panes.row import Row, placed
from briefing.tui.textual_private.kept_rows import KeptRows

_BETWEEN = 3


class TitleBar(KeptRows, Widget):
    """One row; where both titles do not fit, both are shortened, the Arabic to what the English leaves.

    The text's encoding, if it is worth telling, stands where they leave room. How far a large text is counted
    is said before all of these, whatever room it leaves them.
    """

    ALLOW_SELECT = False

    contents: reactive[TitleContents] = reactive(TitleContents(Title("", ""), Presentation()))

    def render_line(self, y: int) -> Strip:
        """The row (Textual's line API)."""
        style, whole = looks_of(self)["title"], max(1, self.size.width)
        title, presentation, encoding, counting = self.contents
        mark = one_line(counting, whole, "L")
        room = max(1, whole - mark.width - _BETWEEN) if mark.width else whole
        english = one_line(title.english, room, "L")
        arabic = one_line(title.arabic, room, "R", presentation)
        if english.width and english.width + arabic.width + _BETWEEN > room:
            half = max(1, (room - _BETWEEN) // 2)
            if english.width > half:
                rest = half if arabic.width > half else max(1, room - _BETWEEN - arabic.width)
                english = one_line(title.english, rest, "L")
            left = max(1, room - _BETWEEN - english.width)
            arabic = one_line(title.arabic, left, "R", presentation)
        start, end = tuple(line_segments(english, style)), tuple(line_segments(arabic, style))
        said = one_line(encoding, room, "L")
        if said.width and english.width + arabic.width + said.width + 2 * _BETWEEN <= room:
            quiet = tuple(line_segments(said, looks_of(self)["quiet"]))
            if not english.width:
                start = quiet
            elif not arabic.width:
                end = quiet
            else:
                start = (*start, Segment(" " * _BETWEEN, style), *quiet)
        if mark.width:
            marked = tuple(line_segments(mark, looks_of(self)["quiet"]))
            start = (*marked, Segment(" " * _BETWEEN, style), *start) if start else marked
        row = Row(start, (), end, blank=style)
        return Strip(placed(row, whole, mirrored=in_use().mirrored), whole)
