"""A window over the reader that lists something."""

from __future__ import annotations

from typing import Any, ClassVar, Final, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from briefing.arabic import AS_WRITTEN, Presentation
from briefing.reading.listed import FactItem, ListContents, Option, Under
from briefing.reading.titles import Titles
from briefing.settings.words import say
from briefing.tui.panes.facts_sheet import FactsSheet
from briefing.tui.panes.list_pane import ListPane
from briefing.tui.panes.list_sheet import ListSheet
from briefing.tui.screens.window import ListedWindow

Result = TypeVar("Result")

#: Columns from which on keys are named in whole words.
ROOM_FOR_KEYS: Final = 60


class ListScreen(ListedWindow[Result]):
    """Lies over the reader until a key closes it. A subclass says what it lists.

    `columns` is how wide it is at most, `heights` how low and how high, `sheet` how its items are laid out.
    `cursor` is the item that is chosen, where items can be; it is taken by a click, or by `clicks` of them.
    """

    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", show=False)]
    sheet: ClassVar[type[ListSheet[Any]]] = FactsSheet
    columns: ClassVar[int] = 84
    heights: ClassVar[range] = range(1000)
    clicks: ClassVar[int] = 1
    cursor: int | None = None

    def __init__(self, presentation: Presentation = AS_WRITTEN) -> None:
        super().__init__()
        self._presentation = presentation
        self._pane = ListPane(
            id="list", act=self.act, sheet=self.sheet, heights=self.heights, clicks=self.clicks
        )
        own = self._pane.styles  # over those that all panes have
        own.width, own.max_width, own.height, own.max_height = self.columns, "100%", "auto", "100%"

    # What a subclass says.

    def titles(self) -> Titles:
        """Return what stands in the frame."""
        return Titles(say(f"{self.window}.title"), say(f"{self.window}.title.arabic"))

    def items(self) -> tuple[FactItem, ...] | tuple[Option, ...]:
        """Return what is listed."""
        raise NotImplementedError

    def under(self) -> Under | None:
        """Return what is said under the list of the item at the cursor."""
        return None

    def hint(self) -> str:
        """Return what the keys do, in words, as many as there is room for."""
        return say(f"{self.window}.keys")

    def action_take(self) -> None:
        """Take the item at the cursor."""

    # The list.

    def compose(self) -> ComposeResult:
        """One pane in its frame."""
        self.draw()
        yield self._pane

    def on_resize(self) -> None:
        """Name the keys in as many words as there is room for."""
        self.draw()

    def draw(self) -> None:
        """Hand the contents down."""
        contents: ListContents[Any] = ListContents(
            self.titles(), self.items(), self.hint(), self._presentation, self.cursor, self.under()
        )
        self._pane.contents = contents

    def act(self, action: str, *arguments: Any) -> None:
        """Do what the pane asks for."""
        if action == "take":
            self.action_take()
        elif action in ("put-cursor", "jump-to"):
            _, self.cursor = arguments
            self.draw()
