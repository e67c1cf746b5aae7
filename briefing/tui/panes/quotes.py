"""Arabic words with the numbers of their paragraphs, as many rows as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.arabic import Presentation
from briefing.document.citing import cited
from briefing.document.model import Citation
from briefing.reading.listed import FactItem, ListContents
from briefing.reading.titles import Titles
from briefing.settings.words import in_use
from briefing.tui.looks import looks_of
from briefing.tui.panes.facts_sheet import FactsSheet
from briefing.tui.panes.row import Row, placed

_MOST: Final = 400  # rows


class Quotes(Widget):
    """`citations` painted as the article's words are. `rows` is how many rows are shown at most."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Quotes { height: auto; width: 100%; }"

    top: reactive[int] = reactive(0)

    def __init__(self, citations: Sequence[Citation], presentation: Presentation) -> None:
        super().__init__()
        items = tuple(FactItem(cited([one.paragraph]), (one.quote,)) for one in citations)
        self._contents = ListContents(Titles("", ""), items, presentation=presentation)
        self._laid: tuple[int, FactsSheet, list[tuple[int, int]]] | None = None
        self.rows = _MOST

    def _lay_out(self, width: int) -> tuple[int, FactsSheet, list[tuple[int, int]]]:
        if self._laid is None or self._laid[0] != width:
            sheet = FactsSheet(self._contents, width)
            rows = [(item, at) for item in range(sheet.count) for at in range(sheet.height(item))][:_MOST]
            self._laid = (width, sheet, rows)
        return self._laid

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the words take, up to `rows`."""
        return min(self.rows, len(self._lay_out(max(4, width))[2]))

    def scroll_rows(self, step: int) -> None:
        """Show what stands further down, or up."""
        last = max(0, len(self._lay_out(self.size.width)[2]) - self.size.height)
        self.top = max(0, min(self.top + step * max(1, self.size.height - 1), last))

    def render_line(self, y: int) -> Strip:
        """A row (Textual's line API)."""
        looks, width = looks_of(self), self.size.width
        _, sheet, rows = self._lay_out(max(4, width))
        at = y + min(self.top, max(0, len(rows) - self.size.height))
        value = sheet.row(*rows[at]) if at < len(rows) else None
        painted = Row(blank=looks["text"]) if value is None else sheet.paint(value, looks)
        return Strip(placed(replace(painted, blank=looks["text"]), width, mirrored=in_use().mirrored), width)
