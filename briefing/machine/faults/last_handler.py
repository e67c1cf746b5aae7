"""The last handler: whatever nobody expected ends here, in one line and with the exit status 70."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Final, TextIO

from briefing.machine.ending.leaving import leave
from briefing.machine.ending.way_out import put_right

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

#: The exit status of a fault of the program itself (EX_SOFTWARE).
FAULT: Final = 70
_INTERRUPTED: Final = 130
_LONGEST: Final = 480  # characters of the line

_said_to: list[TextIO | None] = [None]


def guarded(run: Callable[[], int]) -> int:
    """Return the exit status of `run`, whatever it raises: a fault is told, and its status is 70."""
    watch_threads()
    try:
        return run()
    except SystemExit as end:
        return _status(end)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BaseException as error:
        return tell(error)


def tell(error: BaseException) -> int:
    """Give the terminal back, write the crash log, say in one line that there was a fault; returns 70."""
    put_right()
    from briefing.machine.faults.crash_log import kind_of_error, write_entry

    try:
        where = f"what happened is in {write_entry(error)}"
    except Exception as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else type(fault).__name__
        where = f"the log of it cannot be written ({why})"
    _say(f"briefing: this is a fault of the program ({kind_of_error(error)}); {where}")
    return FAULT


def watch_threads() -> None:
    """From now on a fault in a thread, or where Python cannot raise it, prints no traceback."""
    _said_to.append(sys.stderr)  # while the reader runs, Textual has its own in that place
    threading.excepthook = _failed_thread
    sys.unraisablehook = _unraisable
    sys.excepthook = _uncaught


def _status(end: SystemExit) -> int:
    if end.code is None or isinstance(end.code, int):
        return end.code or 0
    _say(str(end.code))
    return 1


def _say(line: str) -> None:
    line = "".join(one if one.isprintable() else "?" for one in line)
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"
    if _said_to[-1] is None:
        return
    from briefing.machine.output import write_error

    with suppress(Exception):  # closed or full: there is nobody to tell
        write_error(line, _said_to[-1])


def _failed_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None and not isinstance(failed.exc_value, SystemExit):
        leave(tell(failed.exc_value))


def _uncaught(_: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    tell(error)


def _unraisable(failed: UnraisableHookArgs) -> None:
    """Note a fault that Python cannot raise, as in `__del__`: it does not end the program."""
    if failed.exc_value is not None:
        from briefing.machine.faults.debug_log import note

        note("a fault that could not be raised", failed.exc_value)
