"""A word looked up: a small window beside the article where there is room, else above or below the word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region

from briefing.arabic import Presentation
from briefing.document import BriefingError
from briefing.machine.faults.debug_log import note
from briefing.machine.lookup.process import NoAnswerError, Program
from briefing.reading import Copy, Effect
from briefing.reading.analyses import answer_items, gloss_of
from briefing.reading.effects import LookUp
from briefing.reading.listed import FactItem, ListContents
from briefing.reading.titles import Titles
from briefing.settings.lookups import Lookup, add_lookup
from briefing.settings.words import in_use, say
from briefing.tui.panes.facts_sheet import FactsSheet
from briefing.tui.panes.list_pane import ListPane
from briefing.tui.screens.window import Window

# Columns and rows that it needs to stand beside the article; the rows that it takes elsewhere, at most.
_NARROWEST: Final = 30
_LOWEST: Final = 8
_SHARE: Final = 0.6


class LookupScreen(Window[None]):
    """Shows what `program` says of a word, once it says it; the word stays in sight. Esc closes.

    `title` is the document's, for the list of words; None: no list is kept. `row` is that of the screen
    in which the word stands. `beside` says which part of it is beside the article: none, if it is empty.
    """

    DEFAULT_CSS = "LookupScreen { align: left top; background: transparent; }"
    AUTO_FOCUS = "#lookup"
    keeps_within = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,K,equals_sign,enter", "close", show=False),
        Binding("c,y,ctrl+c", "copy", show=False),
    ]

    def __init__(
        self,
        wanted: LookUp,
        program: Program,
        presentation: Presentation,
        carry_out: Callable[[Effect], object],
        *,
        title: str | None,
        row: int,
        beside: Callable[[], Region],
    ) -> None:
        super().__init__()
        self._wanted, self._program = wanted, program
        self._presentation, self._carry_out = presentation, carry_out
        self._title, self._row, self._beside = title, row, beside
        self._answer = ""
        self._items: tuple[FactItem, ...] = (FactItem("", (say("lookup.wait"),), "line"),)
        self._pane = ListPane(id="lookup", act=lambda *_: None, sheet=FactsSheet)
        self._pane.styles.height, self._pane.styles.max_height = "auto", "100%"

    def compose(self) -> ComposeResult:
        """One pane in its frame."""
        self._draw()
        yield self._pane

    def _draw(self) -> None:
        titles = Titles(say("lookup.title"), self._wanted.word)
        self._pane.contents = ListContents(titles, self._items, say("facts.keys"), self._presentation)

    def on_mount(self) -> None:
        """Ask, in the background."""
        self._place()
        self.run_worker(self._ask, thread=True, group="lookup", exit_on_error=False)

    def on_resize(self) -> None:
        """Stand where there is room."""
        self._place()

    def _place(self) -> None:
        """Beside the article, over the summary; without room for that, above or below the word."""
        own, here, room = self._pane.styles, self.styles, self._beside()
        if room.width >= _NARROWEST and room.height >= _LOWEST:
            own.offset, own.width, own.max_height = (room.x, room.y), room.width, room.height
            here.align_vertical = "top"
            return
        own.offset, own.width = (0, 0), "100%"
        rows = self.app.size.height
        above, below = self._row, rows - self._row - 1
        own.max_height = max(1, min(max(above, below), int(_SHARE * rows)))
        here.align_vertical = "bottom" if below >= above else "top"

    def _ask(self) -> None:
        wanted = self._wanted
        try:
            self._answer = self._program.ask(wanted.word, wanted.bare)
            items = answer_items(self._answer)
        except NoAnswerError as error:
            failed = say("lookup.failed", why=error.said(in_use().words))
            items = (FactItem("", (failed,), "line"),)
        self.app.call_from_thread(partial(self._told, items))
        if self._answer and self._title is not None:
            self._keep(self._title)

    def _told(self, items: tuple[FactItem, ...]) -> None:
        self._items = items
        if self.is_attached:
            self._draw()

    def _keep(self, title: str) -> None:
        wanted, now = self._wanted, datetime.now().astimezone().isoformat(timespec="seconds")
        try:
            add_lookup(Lookup(wanted.word, wanted.bare, gloss_of(self._answer), title, wanted.number, now))
        except (OSError, BriefingError) as error:
            note("a word that was looked up is not kept", error)

    def action_copy(self) -> None:
        """Copy the word and what is said of it."""
        lines = (self._wanted.word, *(text for item in self._items for text in item.texts))
        self._carry_out(Copy("\n".join, (lines,), say("copied.lookup")))
