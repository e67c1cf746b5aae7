"""A program that has the terminal for a while, in this one's place."""

from __future__ import annotations

import os
import signal
import subprocess
import termios
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final

from briefing.machine.terminal import modes

# What a program may have left switched on, of a screen that is about to be taken over anyway: colours,
# margins (the cursor stays where it is), insert and origin mode, another set of characters, the keys of an
# application, the mouse, bracketed paste, focus reports.
_RESET: Final = (
    f"{modes.NO_STYLE}\x1b7\x1b[r\x1b[4l\x1b[?6l\x1b8\x1b(B\x0f\x1b[?1l\x1b>"
    f"{modes.WRAP}{modes.NO_PASTES}{modes.NO_FOCUS}{modes.NO_MOUSE}{modes.SHOW_CURSOR}"
)


def run_in_terminal(words: Sequence[str], terminal: int) -> int:
    """Run a program that has the terminal (its descriptor) until it ends; return its status.

    That is below 0 if a signal has ended it. What is typed for it, Ctrl+C too, is its own business. Then the
    terminal is as it was before, whatever the program has done to it. For the main thread. Raises OSError if
    the program cannot be started.
    """
    with _restored(terminal), _unharmed():
        # Its streams are the terminal itself: ours may be led elsewhere.
        process = subprocess.Popen([*words], stdin=terminal, stdout=terminal, stderr=terminal)
        return process.wait()


@contextmanager
def _unharmed() -> Iterator[None]:
    """Leave Ctrl+C and Ctrl+\\ to the program. A handler is not inherited by it, as ignoring would be."""
    numbers = (signal.SIGINT, signal.SIGQUIT)
    before = {number: signal.signal(number, _nothing) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _nothing(*_: object) -> None:
    """Take no notice."""


@contextmanager
def _restored(terminal: int) -> Iterator[None]:
    modes: list[Any] | None = None
    with suppress(termios.error):
        modes = termios.tcgetattr(terminal)
    try:
        yield
    finally:
        before = signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        try:
            # A shell that was killed has its own job in front.
            with suppress(OSError):
                os.tcsetpgrp(terminal, os.getpgrp())
            if modes is not None:
                with suppress(termios.error):
                    termios.tcsetattr(terminal, termios.TCSANOW, modes)
                    termios.tcflush(terminal, termios.TCIFLUSH)  # what was typed for it is not for us
            _write(terminal)
        finally:
            signal.signal(signal.SIGTTOU, before)


def _write(terminal: int) -> None:
    from briefing.machine.ending.way_out import write_if_it_takes_it

    write_if_it_takes_it(terminal, _RESET)
