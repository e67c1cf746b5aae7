"""Asking the terminal, and reading what comes: its answers, and the keys that somebody types meanwhile.

From the question on, the terminal is quiet (no echo, no lines), so that neither shows on the screen; it gets
its modes back whatever happens.
"""

from __future__ import annotations

import os
import select
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from briefing.machine.ending.signals import hand_back, take_over
from briefing.machine.ending.way_out import no_longer, on_the_way_out
from briefing.machine.terminal.answers import QUESTION, AnswerFilter

if sys.platform != "win32":
    import termios

if TYPE_CHECKING:
    from collections.abc import Callable

_TYPED: Final = 65536  # bytes, about: nobody types more while the terminal is asked
_LATE: Final = 16  # how often is read when the time is up


class AskedTerminal:
    """A terminal that was asked. `filter` holds its answers, `typed` the keys that came among them."""

    def __init__(
        self,
        input_file: int,
        output_file: int,
        wrapped: Callable[[str], str] = str,
        question: str = QUESTION,
    ) -> None:
        """Ask on the terminal open as the descriptors `input_file` and `output_file`.

        `wrapped` is what makes the question pass through a multiplexer; it must end with what every terminal
        answers (DA1). Raises OSError if it is no terminal.
        """
        self.filter = AnswerFilter()
        self.typed = b""
        self._input = input_file
        try:
            self._modes: list[Any] | None = termios.tcgetattr(input_file)
        except termios.error as error:
            raise OSError(*error.args) from error
        self._handlers = take_over()
        on_the_way_out(self._restore)  # a signal may come before anybody could call `close`
        try:
            self._quieten(self._modes)
            os.write(output_file, wrapped(question).encode())
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
        """Read until all is answered, or `seconds` have passed since the question.

        What may be the beginning of an answer stays in `filter`: its end may only be late.
        """
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

    def hand_over(self) -> list[Any] | None:
        """Return the modes the terminal had; whoever takes them gives them back from then on. None: taken."""
        modes, self._modes = self._modes, None
        no_longer(self._restore)
        return modes

    def close(self) -> None:
        """Give the terminal the modes it had, unless somebody else does by now."""
        self._restore()
        no_longer(self._restore)
        hand_back(self._handlers)
        self._handlers = {}

    def _restore(self) -> None:
        modes, self._modes = self._modes, None
        if modes is not None:
            with suppress(termios.error):  # the terminal may have gone
                termios.tcsetattr(self._input, termios.TCSANOW, modes)

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
