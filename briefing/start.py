"""The way in: Ctrl+C, other signals and faults are seen to before anything else is imported."""

# Not `signal`, which wraps it: importing that takes milliseconds, in which Ctrl+C would print a traceback.
import _signal
import os

_INTERRUPTED = 130


def main() -> None:
    """Run the command and end the process, with its exit status, 128 + a signal's number, or 70."""
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:  # else it is to be ignored
        _signal.signal(_signal.SIGINT, _interrupted)
    from briefing.machine.ending.signals import take_over

    take_over(_interrupted)
    from briefing.machine.ending.leaving import leave
    from briefing.machine.faults.last_handler import guarded

    leave(guarded(_run))


def _run() -> int:
    from briefing.commands.main import main

    return main()


def _interrupted(*_: object) -> None:
    """Ctrl+C before anything was done: there is nothing to give back."""
    os._exit(_INTERRUPTED)
