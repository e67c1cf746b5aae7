"""The search as the reader's screen has it: its field, what one comes back to, and counting on."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from briefing.reading.contents import SearchContents
from briefing.tui.panes.article import Article
from briefing.tui.panes.search_bar import SearchBar
from briefing.tui.panes.summary import Summary

if TYPE_CHECKING:
    from briefing.tui.field import Field
    from briefing.tui.screens.reader_screen import ReaderScreen

# Seconds between one step of counting and the next, in which keys are taken and frames painted.
_PAUSE: Final = 0.004
# Seconds after a key until the first step: what the key has changed is painted first.
_AFTER_KEY: Final = 0.03
# Seconds after which it is said anew how much is found.
_SAID: Final = 0.1


class Searching:
    """Opens and closes the field, and has the search go on until all is counted."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._history: list[str] = []
        self._bar: SearchBar | None = None
        self._tops = (0, 0)
        self._goes_on = False
        self._not_before = self._said = 0.0  # when the next step may be taken, when the count was last said

    @property
    def is_open(self) -> bool:
        """Whether the field is open."""
        return self._bar is not None

    async def open(self) -> None:
        """Open the field and give it the focus."""
        if self._bar is not None:
            return
        screen = self._screen
        self._tops = screen.query_one(Article).top, screen.query_one(Summary).top
        at_once = screen.reading.counted is None  # not in a large text
        bar = self._bar = SearchBar(self._history, self._look_for, self._leave, at_once=at_once)
        await screen.mount(bar)
        screen.query_one("#keys").display = False
        screen.set_focus(bar.field)
        bar.show(None)

    @property
    def field(self) -> Field | None:
        """The field, if it is open."""
        return self._bar.field if self._bar is not None else None

    def close(self) -> None:
        """Stay where the search has led, and give keys to whatever has the focus."""
        if self._bar is not None:
            self._bar.leave(stays=True)

    def drawn(self, contents: SearchContents) -> None:
        """Say in the field where the reader is."""
        if self._bar is not None:
            self._bar.show(contents)

    def _look_for(self, typed: str, whole_words: bool, regex: bool) -> None:
        self._not_before = monotonic() + _AFTER_KEY
        self._screen.do("look-for", typed, whole_words, regex)
        if not typed or self._is_nowhere():
            self._scroll_back()

    def _is_nowhere(self) -> bool:
        search = self._screen.reading.search
        return search is not None and search.at is None and search.seek is None

    def _leave(self, stays: bool) -> None:
        bar, self._bar = self._bar, None
        screen = self._screen
        screen.query_one("#keys").display = True
        screen.do("accept-search" if stays else "cancel-search")
        screen.give_focus_back()
        if bar is not None:
            bar.remove()
        if not stays:
            self._scroll_back()

    def _scroll_back(self) -> None:
        article, summary = self._tops
        self._screen.query_one(Article).top = article
        self._screen.query_one(Summary).top = summary

    # Counting.

    def go_on(self) -> None:
        """Have the search go on, if there is more of it."""
        search = self._screen.reading.search
        if not self._goes_on and search is not None and not (search.is_whole and search.seek is None):
            self._goes_on = True
            self._screen.set_timer(_PAUSE, self._step)

    def _step(self) -> None:
        self._goes_on = False
        if self._screen.reading.search is None:
            return
        now = monotonic()
        if now >= self._not_before:
            says = now >= self._said + _SAID
            self._said = now if says else self._said
            self._screen.do("search-on", says)
        self.go_on()
