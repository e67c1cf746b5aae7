"""Limits that the system sets to a visitor's process: on memory, and that it ends with the server."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import Final

#: The most bytes of memory that it may ask for; a reader of a megabyte of article takes about a tenth of it.
MEMORY: Final = 512 * 1024 * 1024
_PR_SET_PDEATHSIG: Final = 1


def keep_within_limits() -> None:
    """Have this process killed with the one that started it (Linux), and its memory bounded (Unix)."""
    if sys.platform == "linux":
        import ctypes

        parent = os.getppid()
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it was faster
            os.kill(os.getpid(), signal.SIGKILL)
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
