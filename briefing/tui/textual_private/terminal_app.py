"""An application on a terminal that has to be sent other than what was painted, or says so only later."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final, cast

from rich.console import Console, RenderableType
from textual import on
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.driver import Driver
from textual.filter import Monochrome, NoColor
from textual.screen import Screen
from textual.strip import Strip

from briefing.machine.terminal import Terminal, TerminalSearch
from briefing.machine.terminal.depth import Depth, depth_of
from briefing.machine.terminal.ground import Ground
from briefing.tui.textual_private.ending_app import EndingApp
from briefing.tui.textual_private.sent_chops import sent_pieces
from briefing.tui.textual_private.sent_colours import Colourless, send_colours

if TYPE_CHECKING:
    from briefing.machine.terminal.fitted_cells import Widths
    from briefing.tui.textual_private.sent_rows import SentRows

# Pieces of rows of which it is known whether their width may differ: those of some screens.
_KEPT: Final = 2048


class TerminalApp(EndingApp):
    """Runs on `terminal`. What `search` finds out about it later is taken into account.

    `depth` is how many colours are sent. None: as many as the terminal has, where there is a search; else
    all, or none where NO_COLOR says so.
    """

    def __init__(self, terminal: Terminal, search: TerminalSearch | None, depth: Depth | None = None) -> None:
        super().__init__()
        self.terminal = terminal
        self.search = search
        self._given_depth = depth
        self.depth = self._depth_now()
        # Textual's own filter for NO_COLOR leaves greys.
        self._filters = [one for one in self._filters if not isinstance(one, Monochrome | NoColor)]
        if self.depth == "none":
            self._filters.append(Colourless())
        send_colours(self.console, self.depth)
        self._sent = self._new_rows()

    def _depth_now(self) -> Depth:
        if self._given_depth is not None:
            return self._given_depth
        if self.search is not None:
            return depth_of(os.environ, self.terminal)
        return "none" if os.environ.get("NO_COLOR") else "truecolor"

    def on_resize(self) -> None:
        """Paint everything anew: a window that comes back at once has the size it had, and other contents."""
        self.call_after_refresh(self.refresh)

    def terminal_known(self, terminal: Terminal) -> None:
        """Take what was found out of the terminal after the start."""

    def ground_known(self, ground: Ground) -> None:
        """Take it that the terminal's ground is dark, or light, by now."""

    def depth_known(self) -> None:
        """Paint in as many colours as `depth` says by now; all is painted anew after this."""

    def send(self, characters: str) -> None:
        """Write to the terminal, after what was painted before."""
        if self._driver is not None:
            self._driver.write(characters)

    @property
    def lent_terminal(self) -> int | None:
        """The descriptor of the terminal that another program may be given for a while; None without one."""
        terminal = getattr(self._driver, "fileno", None)
        can = self._driver is not None and self._driver.can_suspend
        return terminal if can and isinstance(terminal, int) else None

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver; ours in its place where it is the one for a terminal of Unix."""
        driver = super().get_driver_class()
        if driver.__module__ == "textual.drivers.linux_driver":
            from briefing.tui.textual_private.terminal_driver import TerminalDriver

            return TerminalDriver
        return driver

    def _new_rows(self) -> SentRows | None:
        """What completes and treats the rows for a terminal that needs other than what was painted."""
        treatment = self.terminal.strategy.row_treatment()
        if treatment is None:
            return None
        from briefing.tui.textual_private.sent_rows import SentRows

        return SentRows(treatment, self.terminal.widths)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        # All that is ever painted comes through here, whichever widget it is from.
        if not isinstance(renderable, LayoutUpdate | ChopsUpdate):
            super()._display(screen, renderable)
            return
        if self._sent is not None:
            update = self._sent.treated(renderable)
        else:
            update = _LookedThrough(renderable, partial(self._rendered, screen))
        super()._display(screen, cast("RenderableType", update))

    def prepare(self, row: Strip) -> None:
        """Have ready what is sent for a row of a widget, whole, once it is seen."""
        row.divide([row.cell_length])
        if self._sent is None:
            _may_differ(self.terminal.widths, row.render(self.console))

    def _rendered(self, screen: Screen[object], update: LayoutUpdate | ChopsUpdate, console: Console) -> str:
        """What is sent for an update, as long as no row needed other than what was painted."""
        pieces = sent_pieces(update, console)
        widths = self.terminal.widths
        if not any(_may_differ(widths, piece) for piece in pieces if not piece.isascii()):
            return "".join(pieces)
        from briefing.tui.textual_private.sent_rows import SentRows

        self._sent = SentRows(None, widths, screen._compositor.render_strips())
        return self._sent.render(update, console)

    def on_terminal_answered(self) -> None:
        """Change to the strategy that the terminal needs, now that its late answer is there."""
        if self.search is None or self._driver is None:
            return
        before, widths = self.terminal.strategy, self.terminal.widths
        self.terminal = self.search.terminal
        self.terminal_known(self.terminal)
        if (depth := self._depth_now()) != self.depth and "none" not in (depth, self.depth):
            self.depth = depth
            send_colours(self.console, depth)
            self._sent = self._new_rows()
            self.depth_known()
        if (strategy := self.terminal.strategy) == before and self.terminal.widths == widths:
            return
        self._sent = self._new_rows()
        self.send(strategy.late)
        self.refresh(layout=True)

    def on_ground_reported(self) -> None:
        """Follow the terminal's ground."""
        if self.search is not None and self.search.ground is not None:
            self.ground_known(self.search.ground)

    @on(Driver.SignalResume)
    def _repaint(self) -> None:
        # Back from the shell (Ctrl+Z): nothing is left of what was painted.
        self.refresh(layout=True)


@lru_cache(maxsize=_KEPT)
def _may_differ(widths: Widths, piece: str) -> bool:
    """Whether a piece may be given another width than it has; known at once if it was sent before."""
    return widths.may_differ(piece)


class _LookedThrough(CompositorUpdate):
    """An update that is looked through when it is rendered."""

    def __init__(
        self,
        update: LayoutUpdate | ChopsUpdate,
        rendered: Callable[[LayoutUpdate | ChopsUpdate, Console], str],
    ) -> None:
        self._update = update
        self._rendered = rendered

    def render_segments(self, console: Console) -> str:
        return self._rendered(self._update, console)
