"""Stopping, as Ctrl+Z does: to the shell, and on from there."""

from __future__ import annotations

import os
import signal

from briefing.machine.ending.signals import ending_signals, hand_back


def stop_job() -> None:
    """Stop the whole job, as a terminal does for Ctrl+Z: the shell waits for all of it.

    Returns when the job is continued; where nobody could continue it the system does not stop it at all. The
    terminal must be restored by then: meanwhile the default handling of signals is enough.
    """
    numbers = [one for one in ending_signals() if signal.getsignal(one) is not signal.SIG_IGN]
    handlers = {one: signal.signal(one, signal.SIG_DFL) for one in (signal.SIGTSTP, *numbers)}
    os.killpg(0, signal.SIGTSTP)
    hand_back({int(number): handler for number, handler in handlers.items()})
