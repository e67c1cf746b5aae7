"""A text that comes in by standard input, and keys from the terminal afterwards."""

from __future__ import annotations

import os
import select
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, Final

from briefing.document.errors import BriefingError
from briefing.document.model import STANDARD_INPUT

if TYPE_CHECKING:
    from briefing.machine.large_bytes import LargeBytes

#: Seconds in which a pipe that nobody asked to be read has to bring something: whoever starts the program in
#: the background may leave one open for ever.
FIRST: Final = 3.0
_SILENCE: Final = 10.0  # seconds in which more has to come
_CHUNK: Final = 1024 * 1024
_IN_MEMORY: Final = 16 << 20  # bytes up to which it is kept in memory
#: Bytes that are taken at all: who sends without end would fill the disk.
LARGEST: Final = 4 << 30


def may_bring_something() -> bool:
    """Return whether standard input is a pipe, a file or a socket: no terminal, no device, not closed."""
    descriptor = _descriptor()
    if descriptor is None:
        return False
    try:
        mode = os.fstat(descriptor).st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) or stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def read_standard_input(*, asked: bool) -> bytes | LargeBytes | None:
    """Return what comes in by standard input, to its end.

    What is large is not in memory: it stays in the file that it comes from, or is kept in one without a name,
    which is gone with the program.

    None: nothing has come for some seconds, and it was not `asked` for. Raises BriefingError if it was, or
    if nothing more comes for ten seconds, or for more than `LARGEST` bytes; OSError if it cannot be read, or
    there is no room to keep it.
    """
    descriptor = _descriptor()
    if descriptor is None or (asked and not may_bring_something()):
        raise BriefingError(
            STANDARD_INPUT, "brings nothing", "pipe a text into it, as in: cat a.txt | briefing -"
        )
    if (file := _large_file(descriptor)) is not None:
        return file
    parts: list[bytes] = []
    size = 0
    for part in _incoming(descriptor, asked=asked):
        if not part:
            return None
        parts.append(part)
        size += len(part)
        if size > _IN_MEMORY:
            return _kept(parts, _incoming(descriptor, asked=True))
    return b"".join(parts)


def _incoming(descriptor: int, *, asked: bool) -> Iterator[bytes]:
    """What comes in piece by piece; an empty one for nothing that was not `asked` for."""
    some = asked
    while True:
        if not _is_ready(descriptor, _SILENCE if some else FIRST):
            if not some:
                yield b""
                return
            cure = "save what should come in as a file, and name that"
            raise BriefingError(STANDARD_INPUT, f"nothing came for {_SILENCE:g} s", cure)
        try:
            part = os.read(descriptor, _CHUNK)
        except BlockingIOError:
            continue
        if not part:
            return
        some = True
        yield part


def _large_file(descriptor: int) -> LargeBytes | None:
    """The large file that standard input is from its beginning on: it need not be read. None for others."""
    from briefing.machine import large_bytes

    status = os.fstat(descriptor)
    is_large = stat.S_ISREG(status.st_mode) and status.st_size >= large_bytes.LARGE and hasattr(os, "pread")
    if not is_large or os.lseek(descriptor, 0, os.SEEK_CUR):
        return None
    return large_bytes.FileBytes(os.dup(descriptor), status.st_size)


def _kept(parts: list[bytes], incoming: Iterator[bytes]) -> LargeBytes:
    """What has come in, and what comes, in a file without a name."""
    from tempfile import TemporaryFile

    from briefing.machine.large_bytes import FileBytes

    with TemporaryFile(buffering=0) as file:
        size = 0
        for part in chain(parts, incoming):
            size += len(part)
            if size > LARGEST:
                raise BriefingError(
                    STANDARD_INPUT, f"is more than {LARGEST / 2**30:g} GiB", "split it into smaller texts"
                )
            while part := part[file.write(part) :]:
                pass
        return FileBytes(os.dup(file.fileno()), size)


def keys_from_terminal() -> bool:
    """Have the keys come from the terminal the program was started on; returns whether there is one."""
    with suppress(OSError):
        terminal = os.open("/dev/tty", os.O_RDWR | getattr(os, "O_NOCTTY", 0))
        try:
            os.dup2(terminal, 0)
        finally:
            os.close(terminal)
        return sys.stdin is not None and sys.stdin.isatty()
    return False


def _descriptor() -> int | None:
    try:
        return sys.stdin.fileno() if sys.stdin is not None else None
    except (OSError, ValueError):
        return None


def _is_ready(descriptor: int, seconds: float) -> bool:
    return bool(select.select([descriptor], [], [], seconds)[0])
