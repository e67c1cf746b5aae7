"""An end to what would go on for ever: no measure of speed, but the test fails instead of standing still."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

#: Seconds after which what takes a moment on any machine, however busy, is taken to hang.
HANGS: Final = 60.0


class TookTooLong(BaseException):  # nothing on the way may take it for an error of its own
    """Something went on for longer than its ceiling."""


@contextmanager
def ceiling(seconds: float = HANGS) -> Iterator[None]:
    """Raise TookTooLong after so many seconds, also in a system call that waits. In the main thread only."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise TookTooLong(f"it went on for {seconds:.0f} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
