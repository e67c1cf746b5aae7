"""A pipe read to its end, but not waited for without end."""

from __future__ import annotations

import os
import select
import time

from briefing.document.errors import BriefingError

WRITER = 2.0  # seconds in which somebody has to open the other end of a pipe with a name
SILENCE = 10.0  # seconds in which something has to come
_CHUNK = 1024 * 1024


def read_pipe(descriptor: int, most: int, shown: str) -> bytes:
    """Return what comes out of a pipe, opened without blocking, until its end; at most `most` bytes.

    Raises BriefingError, naming it as `shown`, if nobody writes to it, or nothing comes for ten seconds.
    """
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    parts: list[bytes] = []
    opened = time.monotonic()
    while most > 0:
        try:
            part = os.read(descriptor, min(_CHUNK, most))
        except BlockingIOError:  # somebody is there, and has not written yet
            if not poll.poll(SILENCE * 1000):
                cure = "save what should come out of it in a file, and give that"
                raise BriefingError(shown, f"nothing came out of this pipe for {SILENCE:g} s", cure) from None
            continue
        if part:
            parts.append(part)
            most -= len(part)
        elif parts or poll.poll(0):  # all of it is here; or it came to an end (POLLHUP) with nothing in it
            break
        elif time.monotonic() - opened > WRITER:
            raise BriefingError(shown, "is a pipe that nobody writes to", "give a UTF-8 text file")
        else:
            time.sleep(0.02)
    return b"".join(parts)
