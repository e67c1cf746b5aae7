"""The palette's screen: a field over a list, in a frame over the reader."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from briefing.arabic.folding import fold
from briefing.settings.words import say
from briefing.tui.palette.entry import PaletteEntry
from briefing.tui.palette.index import Index
from briefing.tui.palette.matching import words
from briefing.tui.palette.query import QueryField
from briefing.tui.palette.results import Results
from briefing.tui.screens.window import ListedWindow, framed, mirror_titles


class PaletteScreen(ListedWindow[PaletteEntry]):
    """Lies over the reader until an entry is taken, which is its result, or none is (Esc, Ctrl+P)."""

    DEFAULT_CSS = f"""
    PaletteScreen {{ align: center top; }}
    {framed("palette")}
    #palette-query > .input--placeholder {{ color: $quiet; }}
    #palette-results {{ border-top: solid $border-blurred; }}
    """
    AUTO_FOCUS = "#palette-query"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close"),
        Binding("ctrl+p", "close", "Close", show=False, priority=True),
        Binding("f1", "keys", show=False),
    ]
    window = "palette"

    def __init__(self, index: Index, listed: str) -> None:
        """`listed` is what the index holds: "places" or "themes"."""
        super().__init__()
        self._index = index
        self._listed = listed
        self._shown: str | None = None  # the query whose results are listed
        self._done = False

    def compose(self) -> ComposeResult:
        """The field and the list."""
        with Vertical(id="palette") as box:
            box.border_title = Content(say(f"palette.{self._listed}.title"))
            box.border_subtitle = Content(say("palette.keys"))
            mirror_titles(box)
            yield QueryField(
                id="palette-query", placeholder=say("palette.search", what=say(f"palette.{self._listed}"))
            )
            yield Results(id="palette-results")

    def on_mount(self) -> None:
        """List everything."""
        self._search()
        self.call_after_refresh(self._index.prepare)

    def _search(self) -> Results:
        """The list, as it is for what stands in the field now."""
        results, query = self.query_one(Results), self.query_one(QueryField).value
        if query != self._shown:
            self._shown = query
            results.show(self._index.entries, self._index.search(query), words(fold(query)))
        return results

    @on(QueryField.Changed)
    def _typed(self) -> None:
        self._search()

    @on(QueryField.Submitted)
    def _submitted(self) -> None:
        entry = self._search().entry
        if entry is not None:
            self.close(entry)

    @on(Results.Chosen)
    def _clicked(self, message: Results.Chosen) -> None:
        self.close(message.entry)

    def close(self, entry: PaletteEntry | None = None) -> None:
        """Go away, once, with the entry that was taken."""
        if not self._done and self.is_current:
            self._done = True
            self.dismiss(entry)

    def action_close(self) -> None:
        """Take nothing."""
        self.close()

    def action_move(self, step: int) -> None:
        """The next entry (1) or the one before (-1)."""
        self._search().move(step)

    def action_move_page(self, pages: int) -> None:
        """Screenfuls on, or back."""
        results = self._search()
        results.move(pages * results.page)

    def action_move_to(self, index: int) -> None:
        """To the first entry (0) or to the last (-1)."""
        results = self._search()
        results.cursor = index if index >= 0 else len(self._index.entries)
