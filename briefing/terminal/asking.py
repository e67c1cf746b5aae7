"""Asking the terminal, and reading what comes: its answers, and the keys that somebody types meanwhile.

From the question on, the terminal is quiet (no echo, no lines), so that neither shows on the screen; it gets
its modes back whatever happens.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, Final

from briefing.terminal.answers import QUESTION, AnswerFilter

if sys.platform != "win32":
    import termios

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_TYPED: Final = 65536  # bytes, about: nobody types more while the terminal is asked
_LATE: Final = 16  # how often is read when the time is up
_ENDING: Final = (signal.SIGTERM, signal.SIGHUP)


class AskedTerminal:
    """A terminal that was asked. `filter` holds its answers, `typed` the keys that came among them."""

    def __init__(self, input_file: int, output_file: int, wrapped: Callable[[str], str] = str) -> None:
        """Ask on the terminal open as the descriptors `input_file` and `output_file`.

        `wrapped` is what makes the question pass through a multiplexer. Raises OSError if it is no terminal.
        """
        self.filter = AnswerFilter()
        self.typed = b""
        self._input = input_file
        try:
            self._modes: list[Any] | None = termios.tcgetattr(input_file)
        except termios.error as error:
            raise OSError(*error.args) from error
        self._handlers = _handle_ending()
        try:
            self._quieten(self._modes)
            os.write(output_file, wrapped(QUESTION).encode())
        except BaseException:
            self.close()
            raise
        self._asked = time.monotonic()

    @property
    def outstanding(self) -> bool:
        """Whether an answer may still come."""
        return not self.filter.answers.complete

    def seconds_since(self) -> float:
        """Return for how long the terminal has had the question, in seconds."""
        return time.monotonic() - self._asked

    def wait(self, seconds: float) -> None:
        """Read until all is answered, or `seconds` have passed since the question."""
        late = 0
        while self.outstanding and late < _LATE:
            left = max(0.0, self._asked + seconds - time.monotonic())
            late += not left  # what has come by then is read, but not what comes on and on
            if not select.select([self._input], [], [], left)[0]:
                break
            data = os.read(self._input, 4096)
            if not data:
                break
            typed = self.filter.feed(data)
            if len(self.typed) < _TYPED:
                self.typed += typed
        self.typed += self.filter.release()

    def hand_over(self) -> list[Any] | None:
        """Return the modes the terminal had; whoever takes them gives them back from then on. None: taken."""
        modes, self._modes = self._modes, None
        return modes

    def close(self) -> None:
        """Give the terminal the modes it had, unless somebody else does by now."""
        modes = self.hand_over()
        if modes is not None:
            termios.tcsetattr(self._input, termios.TCSANOW, modes)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers = {}

    def _quieten(self, modes: list[Any]) -> None:
        quiet = list(modes)
        quiet[0] &= ~termios.ICRNL
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        quiet[6] = list(modes[6])
        quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 1, 0
        termios.tcsetattr(self._input, termios.TCSANOW, quiet)
        if select.select([self._input], [], [], 0)[0]:
            # Typed while the terminal still made a line feed of Enter.
            early = os.read(self._input, 4096)
            self.typed += early.replace(b"\n", b"\r") if modes[0] & termios.ICRNL else early


def _handle_ending() -> dict[int, Any]:
    """End by an exception from now on; return what handled the signals before. Only the first thread can."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    numbers = [number for number in _ENDING if signal.getsignal(number) is signal.SIG_DFL]
    return {number: signal.signal(number, _end) for number in numbers}


def _end(number: int, _: FrameType | None) -> None:
    """End the program by an exception, so that the terminal gets its modes back on the way out."""
    sys.exit(128 + number)
