"""Standard output: all of what is printed gets there, or one error is raised."""

from __future__ import annotations

import errno
import os
import sys


def write_output(data: bytes) -> None:
    """Write `data` to standard output, and what waits there to be written.

    That whoever reads a pipe has enough is no error. Raises OSError, whose `strerror` says why, for anything
    else; from then on what is printed is lost.
    """
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is left in the buffer would fail once more, with a traceback, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise
