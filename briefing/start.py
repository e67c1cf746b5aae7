"""The way in: Ctrl+C, other signals and faults are seen to before anything else is imported."""

# Not `signal`, which wraps it: importing that takes milliseconds, in which Ctrl+C would print a traceback.
import _signal
import os
import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command and end the process, with its exit status, 128 + a signal's number, or 70."""
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:  # else it is to be ignored
        _signal.signal(_signal.SIGINT, _interrupted)
    if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        _start_again_in_utf8()
    from briefing.machine.ending.signals import take_over

    take_over(_interrupted)
    from briefing.machine.ending.leaving import leave
    from briefing.machine.faults.last_handler import guarded

    leave(guarded(_run))


def _start_again_in_utf8() -> None:
    """Begin anew with Python's UTF-8 mode, where the locale's encoding is another.

    Terminals, texts and the names of files are UTF-8 today whatever an old locale says, and Python takes
    names as the locale has them from its first moment on. If it cannot be, the program goes on.
    """
    os.environ["PYTHONUTF8"] = "1"  # by that, not by an option: also for the processes it starts
    try:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
    except (OSError, ValueError):  # ValueError: nobody knows which Python this is
        return


def _run() -> int:
    import gc  # not above: Ctrl+C is seen to before anything that can wait

    # What is loaded now stays: to look for garbage among it would take a tenth of the time. It is switched on
    # again by `main`, or after the first frame.
    gc.disable()
    from briefing.commands.main import main

    return main()


def _interrupted(*_: object) -> None:
    """Ctrl+C before anything was done: there is nothing to give back."""
    os._exit(_INTERRUPTED)
