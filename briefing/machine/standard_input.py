"""A text that comes in by standard input, and keys from the terminal afterwards."""

from __future__ import annotations

import os
import select
import stat
import sys
from contextlib import suppress
from typing import Final

from briefing.document.errors import BriefingError

#: What it is called in a message, and as a title.
NAME: Final = "standard input"

#: Seconds in which a pipe that nobody asked to be read has to bring something: whoever starts the program in
#: the background may leave one open for ever.
FIRST: Final = 3.0
_SILENCE: Final = 10.0  # seconds in which more has to come
_CHUNK: Final = 1024 * 1024


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


def read_standard_input(most: int, *, asked: bool) -> bytes | None:
    """Return what comes in by standard input, to its end, at most `most` bytes.

    None: nothing has come for some seconds, and it was not `asked` for. Raises BriefingError if it was, or
    if nothing more comes for ten seconds, OSError if it cannot be read.
    """
    descriptor = _descriptor()
    if descriptor is None or (asked and not may_bring_something()):
        raise BriefingError(NAME, "brings nothing", "pipe a text into it, as in: cat a.txt | briefing -")
    parts: list[bytes] = []
    while most > 0:
        if not _is_ready(descriptor, _SILENCE if parts or asked else FIRST):
            if not parts and not asked:
                return None
            cure = "save what should come in as a file, and name that"
            raise BriefingError(NAME, f"nothing came for {_SILENCE:g} s", cure)
        try:
            part = os.read(descriptor, min(_CHUNK, most))
        except BlockingIOError:
            continue
        if not part:
            break
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


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
