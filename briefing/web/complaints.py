"""What goes wrong with a visitor, told at the host's terminal: a line at a time, and never many."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

#: Characters of a line.
LENGTH: Final = 300
_PAUSE: Final = 5.0  # seconds between two lines


class Complaints:
    """Hands lines to `say`: short ones, seldom, and none twice in a row."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._last = ""
        self._next = 0.0

    def __call__(self, line: str) -> None:
        """Pass `line` on, unless it equals the last one or comes less than `_PAUSE` seconds after it."""
        line = line if len(line) <= LENGTH else f"{line[: LENGTH - 1]}…"
        if line == self._last or time.monotonic() < self._next:
            return
        self._last, self._next = line, time.monotonic() + _PAUSE
        self._say(line)
