"""The bytes of something large, read piece by piece where they are wanted."""

from __future__ import annotations

import os
import stat
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from briefing.machine.files import OPENING

#: Bytes from which on a plain text is read piece by piece.
LARGE: Final = 1 << 20


class LargeBytes(ABC):
    """So many bytes (`size`), of which any piece can be asked for."""

    size: int

    @abstractmethod
    def read(self, start: int, count: int) -> bytes:
        """Return `count` bytes from `start` on: fewer at the end, and where the rest cannot be read now."""


class FileBytes(LargeBytes):
    """A file that stays open. It is not mapped: one that shrinks would end the program (SIGBUS).

    What is written to it later is not seen, beyond the size that it had.
    """

    def __init__(self, descriptor: int, size: int) -> None:
        self._descriptor = descriptor
        self.size = size

    def read(self, start: int, count: int) -> bytes:
        """Return `count` bytes from `start` on, as many as there still are."""
        parts = []
        left = min(count, self.size - start)
        while left > 0:
            try:
                part = os.pread(self._descriptor, left, start)
            except OSError:  # a disk that is gone: what was not read is missing
                break
            if not part:
                break
            parts.append(part)
            start, left = start + len(part), left - len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def __del__(self, close: Callable[[int], None] = os.close) -> None:  # `os` may be gone by then
        with suppress(OSError):
            close(self._descriptor)


class MemoryBytes(LargeBytes):
    """Bytes that are in memory."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)

    def read(self, start: int, count: int) -> bytes:
        """Return `count` bytes from `start` on."""
        return self._data[start : start + count]


def large_file(path: Path, least: int | None = None) -> FileBytes | None:
    """Return a plain file of at least `least` bytes (None: `LARGE`), opened; None for anything else.

    Whatever is wrong with it is left to who then reads it as a small one.
    """
    if not hasattr(os, "pread"):
        return None
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        descriptor = os.open(path, OPENING)
    except (OSError, ValueError):
        return None
    large_bytes = FileBytes(descriptor, 0)
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or status.st_size < (LARGE if least is None else least):
        return None
    large_bytes.size = status.st_size
    return large_bytes
