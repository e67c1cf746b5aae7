"""Running a platform's clipboard tool.

On X11 and Wayland a tool stays in the background to serve the text. So it is started in a session of its own,
where it outlives this program and its terminal, and without our pipes: one that it kept would be waited on.
The text is written to a pipe whose other end stays open here too, so that what is left in it can be seen.
"""

import contextlib
import os
import select
import subprocess
import sys
import time
from collections.abc import Mapping

from briefing.machine.clipboard.ways import ClipboardWay
from briefing.machine.ending.children import end_session

if sys.platform != "win32":
    import fcntl
    import termios

# Seconds that a child of the tool has, once that has ended, to read what is left.
_MOMENT = 0.3


class ToolError(Exception):
    """A tool that did not take the text. `why` is the id of the words for it, or what the system says."""

    def __init__(self, why: str, **values: int) -> None:
        super().__init__(why, values)
        self.why, self.values = why, values


def run(way: ClipboardWay, text: str, env: Mapping[str, str], seconds: float) -> None:
    """Give `text` to the tool of `way`, exactly as it is, and wait until it has taken it, at most `seconds`.

    Raises ToolError if it cannot be started, fails, takes longer (then it is ended), or leaves any of the
    text unread, whatever it says. Safe in any thread.
    """
    if seconds <= 0:
        raise ToolError("copying.not-tried")
    deadline = time.monotonic() + seconds
    reading, writing = os.pipe()
    try:
        process = subprocess.Popen(
            way.command,
            stdin=reading,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**env, **dict(way.environment)},
            start_new_session=True,
        )
        writing = _written(writing, text.encode(way.encoding), process, deadline)
        status = process.wait(max(0.0, deadline - time.monotonic()))
        if status:
            raise ToolError("copying.status", status=status)
        if writing >= 0 or not _is_emptied(reading, deadline):
            raise ToolError("copying.not-read")
    except subprocess.TimeoutExpired as error:
        end_session(process)
        raise ToolError("copying.no-answer") from error
    except (OSError, ValueError) as error:
        raise ToolError(getattr(error, "strerror", None) or "copying.not-started") from error
    finally:
        os.close(reading)
        if writing >= 0:
            os.close(writing)


def _written(pipe: int, data: bytes, process: "subprocess.Popen[bytes]", deadline: float) -> int:
    """Write `data` and close the pipe; returns -1, or the pipe if the program ended before all was written.

    Raises TimeoutExpired if it is not read in time.
    """
    os.set_blocking(pipe, False)
    while data:
        with contextlib.suppress(BlockingIOError):
            data = data[os.write(pipe, data) :]
            continue
        if process.poll() is not None:
            return pipe
        if time.monotonic() > deadline:
            raise subprocess.TimeoutExpired(process.args, 0)
        select.select([], [pipe], [], 0.02)
    os.close(pipe)
    return -1


def _is_emptied(pipe: int, deadline: float) -> bool:
    """Whether all that was written has been read, if need be in a moment, by a child of the program."""
    if sys.platform == "win32":
        return True
    end = min(deadline, time.monotonic() + _MOMENT)
    while int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True
