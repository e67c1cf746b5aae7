"""One program at a time: a lock beside a file that is about to be read, changed and written."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_PATIENCE = 5.0  # seconds that another program may take
_STALE = 10.0  # seconds after which a lock that the system does not see to is taken for left behind
_PAUSE = 0.01


@contextlib.contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the lock of `target`, whose folder exists; a file beside it that is gone afterwards.

    Raises OSError if the folder cannot be written to, TimeoutError if others hold the lock for too long.
    """
    path = target.with_name(f".{target.name[:60]}.lock")
    descriptor = _taken(path)
    try:
        yield
    finally:
        if sys.platform == "win32":  # what is open cannot be removed there
            os.close(descriptor)
        # While it is still held: who waits for it sees that it is no longer the one of that name.
        with contextlib.suppress(OSError):
            path.unlink()
        if sys.platform != "win32":
            os.close(descriptor)


def _taken(path: Path) -> int:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        descriptor = _tried(path)
        if descriptor is not None:
            return descriptor
        time.sleep(_PAUSE)
    raise TimeoutError(None, "another program has been writing it for some seconds")


if sys.platform == "win32":

    def _tried(path: Path) -> int | None:
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > _STALE:
                    path.unlink()
            return None

else:
    import fcntl

    def _tried(path: Path) -> int | None:
        """Take the lock, which ends with the program that holds it; None if another holds it."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError:  # a file system without locks
            return descriptor
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(path.stat(), os.fstat(descriptor)):
                return descriptor
        os.close(descriptor)
        return None
