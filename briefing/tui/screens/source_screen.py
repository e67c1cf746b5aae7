"""Where a text comes from, over the reader."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from briefing.arabic import Presentation
from briefing.document import Briefing
from briefing.document.given import GivenBriefing
from briefing.exporting import source_text
from briefing.exporting.tracing import is_summed_later
from briefing.reading import Copy, Effect
from briefing.reading.facts import hides_lines, source_items
from briefing.reading.listed import FactItem
from briefing.settings.words import say
from briefing.tui.screens.list_screen import ROOM_FOR_KEYS, ListScreen


class SourceScreen(ListScreen[None]):
    """Where a text comes from. What was left out is shown with its lines when Enter asks for them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "close", show=False),
        Binding("enter", "open_lines", show=False),
        Binding("c,y", "copy", show=False),
    ]
    window = "source"

    def __init__(
        self, briefing: Briefing, presentation: Presentation, carry_out: Callable[[Effect], object]
    ) -> None:
        super().__init__(presentation)
        self._briefing, self._carry_out = briefing, carry_out
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
        return source_items(self._briefing, self._sum, opened=self._opened)

    def hint(self) -> str:
        """Return what the keys do; Enter, where there is anything to show."""
        if not self._hides:
            return say("facts.keys")
        words = "source.keys.hide" if self._opened else "source.keys.show"
        return say(f"{words}.narrow" if self.app.size.width < ROOM_FOR_KEYS else words)

    def action_copy(self) -> None:
        """Copy all of it as plain text, with the checksum if it is made."""
        known = self._sum if self._sum_is_known else ""
        self._carry_out(Copy(source_text, (self._briefing, known), say("copied.source")))

    def action_open_lines(self) -> None:
        """Show the lines of what was left out, or hide them."""
        if self._hides:
            self._opened = not self._opened
            self.draw()
        else:
            self.action_close()

    def _sum_up(self) -> None:
        from briefing.machine.checksums import FileChangedError, checksum  # only for large texts

        origin, worker = self._briefing.origin, get_current_worker()
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
