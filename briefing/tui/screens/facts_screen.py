"""The windows over the reader: where the text comes from, and the names in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from briefing.arabic import Presentation
from briefing.document import Briefing
from briefing.document.given import GivenBriefing
from briefing.exporting import names_text, source_text
from briefing.exporting.tracing import is_summed_later
from briefing.reading import Copy, Effect
from briefing.reading.contents import Titles
from briefing.reading.facts import FactItem, FactsContents, hides_lines, name_items, source_items
from briefing.reading.mentions import NameTable
from briefing.settings.words import say
from briefing.tui.panes.facts import Facts
from briefing.tui.panes.names_list import NamesList
from briefing.tui.screens.window import ListedWindow

_CLOSING: Final = "escape,q"
_WIDTH: Final = 84
_ROOM_FOR_KEYS: Final = 60  # columns from which on they are named in whole words


class FactsScreen(ListedWindow[None]):
    """Lies over the reader until a key closes it. A subclass says what it lists and what is copied of it."""

    DEFAULT_CSS = """
    FactsScreen { align: center middle; background: $background 70%; }
    """
    AUTO_FOCUS = "#facts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(_CLOSING, "close", show=False),
        Binding("c,y", "copy", show=False),
    ]
    pane: ClassVar[type[Facts]] = Facts
    cursor: int | None = None

    def __init__(
        self, briefing: Briefing, presentation: Presentation, carry_out: Callable[[Effect], object]
    ) -> None:
        super().__init__()
        self.briefing = briefing
        self._presentation = presentation
        self._carry_out = carry_out
        self._facts = self.pane(id="facts", act=lambda *_: None)
        own = self._facts.styles  # over those that all panes have
        own.width, own.max_width, own.height, own.max_height = _WIDTH, "100%", "auto", "100%"

    def items(self) -> tuple[FactItem, ...]:
        """Return what is listed."""
        raise NotImplementedError

    def hint(self) -> str:
        """Return what the keys do, in words."""
        return say("facts.keys")

    def copied(self) -> Copy:
        """Return what is copied."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """One pane in its frame."""
        self.draw()
        yield self._facts

    def draw(self) -> None:
        """Hand the contents down."""
        titles = Titles(say(f"{self.window}.title"), say(f"{self.window}.title.arabic"))
        self._facts.contents = FactsContents(
            titles, self.items(), self._presentation, self.hint(), cursor=self.cursor
        )

    def action_copy(self) -> None:
        """Copy all of it as plain text."""
        self._carry_out(self.copied())


class NamesScreen(FactsScreen):
    """The names of a briefing. `act` does an action with the one that is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "close", show=False),
        Binding("enter", "take", show=False),
        Binding("E", "do_with('edit-name')", show=False),
        Binding("D", "do_with('delete-name')", show=False),
    ]
    window = "names"
    pane = NamesList

    def __init__(
        self,
        briefing: Briefing,
        presentation: Presentation,
        carry_out: Callable[[Effect], object],
        names: NameTable,
        act: Callable[..., object],
    ) -> None:
        super().__init__(briefing, presentation, carry_out)
        self.cursor = 0
        self._items = name_items(briefing, names)
        self._act = act

    def items(self) -> tuple[FactItem, ...]:
        """Return the names."""
        return self._items

    def hint(self) -> str:
        """Return what the keys do, in words, as many as there is room for."""
        return say("names.keys.narrow" if self.app.size.width < _ROOM_FOR_KEYS else "names.keys")

    def on_resize(self) -> None:
        """Name the keys in as many words as there is room for."""
        self.draw()

    def move(self, index: int) -> None:
        """Choose the name of that index, or the nearest there is."""
        self.cursor = max(0, min(index, len(self._items) - 1))
        self.draw()

    def action_take(self) -> None:
        """Go away, and to the mentions of the name that is chosen."""
        if self.is_current:
            self.dismiss()
            self._act("show-name", self.briefing.names[self.cursor or 0].arabic)

    def action_do_with(self, name: str) -> None:
        """Go away, and do an action with the name that is chosen."""
        if self.is_current:
            self.dismiss()
            self._act(name, self.cursor or 0)

    def copied(self) -> Copy:
        """Return the names as text."""
        return Copy(names_text, (self.briefing,), say("copied.names"))


class SourceScreen(FactsScreen):
    """Where a text comes from. What was left out is shown with its lines when Enter asks for them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "close", show=False),
        Binding("enter", "open_lines", show=False),
    ]
    window = "source"

    def __init__(
        self, briefing: Briefing, presentation: Presentation, carry_out: Callable[[Effect], object]
    ) -> None:
        super().__init__(briefing, presentation, carry_out)
        self._hides = hides_lines(briefing)
        self._opened = False
        self._sum = ""  # what there is to say of the checksum
        self._sum_is_known = False
        if not isinstance(briefing, GivenBriefing) and is_summed_later(briefing.origin):
            self._sum = say("trace.sha256.wait")

    def on_mount(self) -> None:
        """Make the checksum in the background, if there is none."""
        if self._sum:
            self.run_worker(self._sum_up, thread=True, group="checksum", exit_on_error=False)

    def items(self) -> tuple[FactItem, ...]:
        """Return what is known, and what is not."""
        return source_items(self.briefing, self._sum, opened=self._opened)

    def hint(self) -> str:
        """Return what the keys do; Enter, where there is anything to show."""
        if not self._hides:
            return super().hint()
        words = "source.keys.hide" if self._opened else "source.keys.show"
        return say(f"{words}.narrow" if self.app.size.width < _ROOM_FOR_KEYS else words)

    def on_resize(self) -> None:
        """Name the keys in as many words as there is room for."""
        if self._hides:
            self.draw()

    def copied(self) -> Copy:
        """Return all of it as text, the checksum if it is made."""
        known = self._sum if self._sum_is_known else ""
        return Copy(source_text, (self.briefing, known), say("copied.source"))

    def action_open_lines(self) -> None:
        """Show the lines of what was left out, or hide them."""
        if self._hides:
            self._opened = not self._opened
            self.draw()
        else:
            self.action_close()

    def _sum_up(self) -> None:
        from briefing.machine.checksums import FileChangedError, checksum  # only for large texts

        origin, worker = self.briefing.origin, get_current_worker()
        assert origin is not None
        known = False
        try:
            found = checksum(origin.place, origin.size, stopped=lambda: worker.is_cancelled)
            said, known = say("trace.sha256.later", sum=found), True
        except FileChangedError:
            said = say("trace.sha256.changed")
        except (OSError, ValueError):
            said = say("trace.sha256.unread")
        if not worker.is_cancelled:
            self.app.call_from_thread(partial(self._summed_up, said, known=known))

    def _summed_up(self, said: str, *, known: bool) -> None:
        self._sum, self._sum_is_known = said, known
        if self.is_attached:
            self.draw()
