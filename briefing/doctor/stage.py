"""A terminal that is read key by key, and its alternate screen; every way out restores both."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import sys
import termios
import tty
from collections.abc import Callable
from types import FrameType
from typing import Final

from briefing.machine.ending.signals import Handler, take_over
from briefing.machine.ending.stopping import stop_job
from briefing.machine.ending.way_out import no_longer, on_the_way_out
from briefing.machine.terminal import PLAIN, Strategy, TerminalSearch, modes

# A key, or a whole answer of the terminal that comes too late.
_KEY: Final = re.compile(r"\x1bP.*?\x1b\\|\x1b(?:\[[0-?]*[ -/]*[@-~]|O.)?|.", re.DOTALL)
_NAMES: Final = {
    "\x1b[C": "next",
    "\x1bOC": "next",
    " ": "next",
    "\x1b[D": "previous",
    "\x1bOD": "previous",
    "\r": "enter",
    "\n": "enter",
    "q": "leave",
    "\x1b": "leave",
    "\x04": "leave",
}
# Seconds after which an ESC that nothing follows is a key.
_SILENCE: Final = 0.1

Paint = Callable[[int, int], str]


class Stage:
    """The terminal of `search`, from its answers on: a context manager. `typed` was typed before."""

    def __init__(self, search: TerminalSearch, typed: bytes = b"") -> None:
        self._search = search
        self._strategy = PLAIN
        self._paint: Paint = lambda _columns, _rows: ""
        self._input = sys.stdin.fileno()
        self._output = sys.stdout.fileno()
        self._typed = self._names(search.typed + typed)
        self._modes = search.hand_over_modes() or termios.tcgetattr(self._input)
        self._handlers: dict[int, Handler] = {}
        self._is_up = self._shows = False  # to be left; to be painted on

    def __enter__(self) -> Stage:
        handlers: dict[int, Handler] = {
            signal.SIGTSTP: self._stop,
            signal.SIGWINCH: self._repaint,
        }
        for number, handler in handlers.items():
            self._handlers[number] = signal.signal(number, handler)
        self._handlers |= take_over()
        on_the_way_out(self._give_back)
        self._quieten()
        return self

    def __exit__(self, *_: object) -> None:
        self._give_back()
        no_longer(self._give_back)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def show(self, strategy: Strategy, paint: Paint) -> None:
        """Show what `paint` makes of the columns and rows there are, as `strategy` has it.

        The alternate screen is left and entered anew, as the reader does it with that strategy.
        """
        self._down()
        self._strategy, self._paint = strategy, paint
        self._up()

    def key(self) -> str:
        """What is typed next: "next", "previous", "enter", "leave" (also for the end of input), or itself."""
        while not self._typed:
            try:
                data = os.read(self._input, 256)
            except OSError:  # the terminal has gone
                data = b""
            if not data:
                return "leave"
            typed = self._search.feed(data)
            # Esc, and no beginning of an answer; a terminal that is about to say something takes its time.
            holds = b"\x1b" in data
            while holds and not select.select([self._input], [], [], _SILENCE)[0]:
                typed += self._search.release()
                holds = self._search.holds_back
            self._typed = self._names(typed)
        return self._typed.pop(0)

    def _names(self, data: bytes) -> list[str]:
        keys = (match[0] for match in _KEY.finditer(data.decode(errors="replace")))
        return [_NAMES.get(key, key) for key in keys]

    def _up(self) -> None:
        self._is_up = True  # before it is so: being interrupted here must restore as well
        self._write(f"{self._strategy.before}{modes.ENTER_SCREEN}{modes.HIDE_CURSOR}")
        self._shows = True
        self._repaint()

    def _down(self) -> None:
        if not self._is_up:
            return
        self._shows = False
        with contextlib.suppress(OSError):  # the terminal may have gone
            strategy = self._strategy
            self._write(
                f"{modes.NO_STYLE}{modes.SHOW_CURSOR}{strategy.last}{modes.LEAVE_SCREEN}{strategy.after}"
            )
        self._is_up = False

    def _give_back(self) -> None:
        self._down()
        self._restore()

    def _quieten(self) -> None:
        """No echo, and keys as they come; Ctrl+C and Ctrl+Z go on being signals."""
        tty.setcbreak(self._input, termios.TCSADRAIN)

    def _restore(self) -> None:
        with contextlib.suppress(termios.error):  # the terminal may have gone
            termios.tcsetattr(self._input, termios.TCSADRAIN, self._modes)

    def _repaint(self, _number: int = 0, _frame: FrameType | None = None) -> None:
        if self._shows:
            columns, rows = os.get_terminal_size(self._output)
            self._write(self._paint(columns, rows))

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        """Ctrl+Z: give the terminal back, stop, and come back as if nothing had been."""
        was_up = self._is_up
        self._down()
        self._restore()
        stop_job()
        self._modes = termios.tcgetattr(self._input)
        self._quieten()
        if was_up:
            self._up()

    def _write(self, characters: str) -> None:
        data = characters.encode()
        while data:
            data = data[os.write(self._output, data) :]
