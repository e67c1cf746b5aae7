"""The top row: the briefing's title in English on the left and in Arabic on the right."""

from __future__ import annotations

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.arabic import AS_WRITTEN, Reading
from briefing.document import Title
from briefing.reader.looks import looks_of
from briefing.reader.painting import one_line, row

_BETWEEN = 3


class TitleBar(Widget):
    """One row; where both titles do not fit, both are shortened, the Arabic to what the English leaves."""

    ALLOW_SELECT = False

    title: reactive[Title] = reactive(Title("", ""))
    reading: reactive[Reading] = reactive(AS_WRITTEN)

    def render_line(self, y: int) -> Strip:
        """The row (Textual's line API)."""
        width, style = self.size.width, looks_of(self)["title"]
        inner = max(1, width)
        english = one_line(self.title.english, inner, "L")
        arabic = one_line(self.title.arabic, inner, "R", self.reading)
        if english.width + arabic.width + _BETWEEN > inner:
            half = max(1, (inner - _BETWEEN) // 2)
            if english.width > half and arabic.width > half:
                english = one_line(self.title.english, half, "L")
            elif english.width > half:
                english = one_line(self.title.english, max(1, inner - _BETWEEN - arabic.width), "L")
            room = max(1, inner - _BETWEEN - english.width)
            arabic = one_line(self.title.arabic, room, "R", self.reading)
        segments = row(english, inner - arabic.width, style) + row(arabic, arabic.width, style)
        return Strip(segments).adjust_cell_length(inner, style)
