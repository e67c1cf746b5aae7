"""Ending the process within a time limit, whatever a thread, a tool, a disk or a terminal still holds up."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from typing import Final, NoReturn

from briefing.machine.ending.way_out import put_right

#: Seconds that an orderly end may take; then the program is ended as it stands.
PATIENCE: Final = 1.8


class Leaving:
    """An end that has begun: it comes after `seconds` at the latest, with `status`, unless called off."""

    def __init__(self, status: int, seconds: float = PATIENCE) -> None:
        self._timer = threading.Timer(seconds, leave_at_once, [status])
        self._timer.daemon = True
        self._timer.start()

    def call_off(self) -> None:
        """Cancel the time limit: what had to end has ended, and the program goes on."""
        self._timer.cancel()


def leave(status: int) -> NoReturn:
    """End the process with that exit status, once what was printed is out; no thread is waited for."""
    put_right()
    for stream in (sys.stdout, sys.stderr):
        with suppress(Exception):  # closed, or full: that was told where it was written
            stream.flush()
    leave_at_once(status)


def leave_at_once(status: int) -> NoReturn:
    """Restore what was changed and end the process with that exit status; unwritten output may be lost."""
    put_right()
    os._exit(status)
