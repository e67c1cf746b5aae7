"""The password of `briefing serve`: where it comes from. Never from the command line, which everyone sees."""

from __future__ import annotations

import os
import select
import time
from collections.abc import MutableMapping
from typing import Final

from briefing.document import BriefingError

#: The variable that may hold it.
VARIABLE: Final = "BRIEFING_SERVE_PASSWORD"
_LONGEST: Final = 1024  # bytes
_PATIENCE: Final = 5.0  # seconds for a pipe to give it


def secret(file: str | None, environment: MutableMapping[str, str]) -> bytes | None:
    """The password: the first line of `file`, or of the variable; None if neither is given.

    The variable is taken out of `environment`, so that no other process gets it. Raises BriefingError for a
    file that cannot be read, and for a password that is empty or over 1024 bytes long.
    """
    held = environment.pop(VARIABLE, None)
    if file is not None:
        where, data = file, _read(file)
    elif held is not None:
        where, data = VARIABLE, os.fsencode(held)
    else:
        return None
    line = data.splitlines()[0].strip() if data.splitlines() else b""
    if not line:
        raise BriefingError(where, "there is no password in it", "put one in its first line")
    if len(line) > _LONGEST:
        raise BriefingError(where, f"the password is over {_LONGEST} bytes long", "use a shorter one")
    return line


def _read(file: str) -> bytes:
    """Read the beginning of a file or a pipe; a pipe is waited for a limited time."""
    data, deadline = b"", time.monotonic() + _PATIENCE
    try:
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            while len(data) <= 2 * _LONGEST and b"\n" not in data:
                try:
                    piece = os.read(descriptor, 4096)
                except BlockingIOError:
                    left = deadline - time.monotonic()
                    if left <= 0:
                        raise TimeoutError("nothing comes from it") from None
                    select.select([descriptor], [], [], left)
                    continue
                if not piece:
                    break
                data += piece
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BriefingError(file, f"the password cannot be read ({why})", "name another file") from None
    return data
