"""The checksum of a file, which may be large: made in pieces, so that whoever waits can give up."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from hashlib import sha256
from typing import Final

_PIECE: Final = 1 << 20  # bytes that are read at a time


class FileChangedError(OSError):
    """The file has another size than it had when it was read."""


def checksum(path: str, size: int, *, stopped: Callable[[], bool] = lambda: False) -> str:
    """Return the SHA-256 of a plain file of `size` bytes in hexadecimal digits; "" if `stopped` says so.

    Raises FileChangedError if it is of another size, and OSError if it is no plain file that can be read.
    """
    found = sha256()
    # Not blocking: what has become a pipe since would wait for somebody to write into it.
    flags = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
    number = os.open(path, flags | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise OSError("no plain file")
        left = size
        while left >= 0 and not stopped() and (piece := os.read(number, _PIECE)):
            left -= len(piece)
            found.update(piece)
    finally:
        os.close(number)
    if stopped():
        return ""
    if left:
        raise FileChangedError("the size is another")
    return found.hexdigest()
