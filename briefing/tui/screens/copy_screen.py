"""The menu of what can be copied, and under it what would be put on the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from briefing.arabic import Presentation
from briefing.exporting.singles import Rendition
from briefing.reading import Copy
from briefing.reading.copy_menu import Copyable
from briefing.reading.listed import Option, Under
from briefing.reading.titles import Titles
from briefing.settings.words import say
from briefing.tui.panes.options_sheet import OptionsSheet
from briefing.tui.screens.list_screen import ListScreen

# Characters of a text that are laid out for the preview: hundreds of rows.
_SHOWN: Final = 20_000
# Rows at least that the preview keeps in a low window.
_PREVIEW: Final = 3


class CopyScreen(ListScreen[Copy]):
    """Lies over the reader until something is copied, which is its result, or nothing (Esc)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("C", "close", show=False),
        Binding("enter,y,ctrl+c", "take", show=False),
        Binding("m,tab", "switch_form", show=False),
        Binding("s", "switch_source", show=False),
    ]
    window = "copy-menu"
    sheet = OptionsSheet
    columns = 100
    heights = range(24, 25)
    clicks = 2

    def __init__(self, entries: Sequence[Copyable], presentation: Presentation) -> None:
        super().__init__(presentation)
        self.entries, self._rendition, self.cursor = entries, Rendition(), 0
        self._items = tuple(Option(entry.name) for entry in entries)
        self._made: dict[tuple[int, Rendition], str] = {}
        self._making: tuple[int, Rendition] | None = None

    @property
    def copy(self) -> Copy:
        """What is copied as things stand."""
        return self.entries[self.cursor or 0].copy(self._rendition)

    def titles(self) -> Titles:
        """Return the title, with the form that is chosen."""
        titles = super().titles()
        form = say("copy-menu.markdown" if self._rendition.markdown else "copy-menu.text")
        source = say("copy-menu.sourced" if self._rendition.sourced else "copy-menu.bare")
        return titles._replace(english=f"{titles.english} · {form} · {source}")

    def items(self) -> tuple[Option, ...]:
        """Return the names of what can be copied."""
        return self._items

    def under(self) -> Under:
        """Return what would be copied; a text that takes long is made in a thread meanwhile."""
        at = self.cursor or 0
        key = at, self._rendition
        if key in self._made:
            text = self._made[key]
        elif self.entries[at].takes_long:
            text = say("copy-menu.making")
            if key != self._making:
                self._making = key
                self.run_worker(lambda: self._make_later(key), thread=True, exclusive=True)
        else:
            text = self._made[key] = self.copy.text[:_SHOWN]
        return Under(text, _PREVIEW, is_scrolled=True)

    def _make_later(self, key: tuple[int, Rendition]) -> None:
        text = self.entries[key[0]].copy(key[1]).text[:_SHOWN]
        self.app.call_from_thread(self._there, key, text)

    def _there(self, key: tuple[int, Rendition], text: str) -> None:
        self._made[key] = text
        if self.is_attached:
            self.draw()

    def action_take(self) -> None:
        """Copy what is shown."""
        if self.is_current:
            self.dismiss(self.copy)

    def action_switch_form(self) -> None:
        """Text or Markdown."""
        self._rendition = self._rendition._replace(markdown=not self._rendition.markdown)
        self.draw()

    def action_switch_source(self) -> None:
        """With the source or without."""
        self._rendition = self._rendition._replace(sourced=not self._rendition.sourced)
        self.draw()
