"""Textual's driver for terminals, with what the terminal's strategy sends around the alternate screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.drivers.linux_driver import LinuxDriver

from briefing.terminal.strategies import PLAIN, Strategy

if TYPE_CHECKING:
    pass

_ENTER: Final = "\x1b[?1049h"
_LEAVE: Final = "\x1b[?1049l"


class TerminalDriver(LinuxDriver):
    """Powers display and input; sends `strategy.before` and `strategy.after` in one write with the switch.

    Every way in and out goes through the alternate screen: starting and ending, suspending and resuming.
    """

    strategy: Strategy = PLAIN

    def write(self, data: str) -> None:
        """Write to the terminal, in another thread."""
        if data == _ENTER:
            data = self.strategy.before + data
        elif data == _LEAVE:
            data += self.strategy.after
        super().write(data)
