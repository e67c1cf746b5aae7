"""Signals: what would end the program at once ends it in order, with the status 128 + its number."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final

from briefing.machine.ending.leaving import Leaving, leave_at_once

# Those whose default is to end the program, but for what cannot be handled (KILL), what a fault of the
# program raises again and again (SEGV, BUS, FPE, ILL), and what Python has made errors of (PIPE, XFSZ).
_NAMES: Final = (
    *("INT", "TERM", "HUP", "QUIT", "ABRT", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU"),
    *("POLL", "PWR", "STKFLT", "TRAP", "SYS", "EMT", "BREAK"),
)
_DEFAULTS: Final = (signal.SIG_DFL, signal.default_int_handler)

Handler = Callable[[int, FrameType | None], Any] | int | None

_told: list[Callable[[int], object]] = []
_begun: list[Leaving] = []


def ending_signals() -> tuple[int, ...]:
    """Return the numbers of the signals that end a program on this system by default and can be handled."""
    named = [int(getattr(signal, f"SIG{name}")) for name in _NAMES if hasattr(signal, f"SIG{name}")]
    real_time = range(signal.SIGRTMIN, signal.SIGRTMAX + 1) if hasattr(signal, "SIGRTMIN") else ()
    return (*named, *real_time)


def take_over(*early: Handler) -> dict[int, Handler]:
    """Handle the ending signals that have their default handler, or one of `early`.

    Signals that are ignored, or handled by others, stay as they are. Does nothing outside the main thread.

    Returns:
        The handlers that were replaced, by signal number, for `hand_back`.
    """
    if threading.current_thread() is not threading.main_thread():
        return {}
    before: dict[int, Handler] = {}
    for number in ending_signals():
        if (handler := signal.getsignal(number)) in (*_DEFAULTS, *early):
            signal.signal(number, _end)
            before[number] = handler
    return before


def hand_back(handlers: dict[int, Handler]) -> None:
    """Let signals be handled as they were before `take_over`."""
    for number, handler in handlers.items():
        signal.signal(number, handler)


@contextmanager
def told(listener: Callable[[int], object]) -> Iterator[None]:
    """Within this context, call `listener` with the exit status when a signal says to end.

    The listener returns at once and ends the program itself. Outside the context the process ends at once.
    """
    _told.append(listener)
    try:
        yield
    finally:
        _told.remove(listener)


def end_as_hung_up() -> None:
    """End the program as if it had been told that its terminal is gone; from any thread."""
    ignored = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    os.kill(os.getpid(), signal.SIGTERM if ignored else signal.SIGHUP)


def let_signals_pile_up() -> None:
    """Have Python say nothing when signals come faster than the event loop hears of them.

    It would say so by way of a lock that the interrupted thread may hold: then all threads wait for ever
    (CPython 3.11; seen in a flood of SIGWINCH). asyncio asks for it whenever it is given a signal to handle.
    """
    if threading.current_thread() is threading.main_thread():
        descriptor = signal.set_wakeup_fd(-1)
        signal.set_wakeup_fd(descriptor, warn_on_full_buffer=False)


def _end(number: int, _: FrameType | None) -> None:
    if _begun:  # it ends already; being interrupted would only keep it from doing so in order
        return
    status = 128 + number
    if not _told:
        leave_at_once(status)
    _begun.append(Leaving(status))
    _told[-1](status)
