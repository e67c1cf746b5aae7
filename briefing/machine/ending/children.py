"""Programs that this one asks something: in a session of their own, and never waited for past a deadline.

`subprocess` waits for the end of a pipe, which a grandchild may keep open long after its parent was killed.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final

#: Bytes of an answer that are read; nothing that is asked here is longer.
_MOST: Final = 1_000_000


class Asked:
    """A program that was started, whose answer is what it prints."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str] | None = None) -> None:
        """Start it. Raises OSError if that cannot be done."""
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=None if env is None else dict(env),
            start_new_session=True,
        )

    def answer(self, seconds: float) -> bytes | None:
        """Return what it has printed by its end, which comes in `seconds` at most; None: it failed.

        Its end is what counts, not that of what it has started: such have their time, and are ended, too.
        """
        deadline = time.monotonic() + max(0.0, seconds)
        try:
            said = self._read(deadline)
            if self._process.wait(max(0.0, deadline - time.monotonic())) == 0 and said is not None:
                return said
        except subprocess.TimeoutExpired:
            pass
        finally:
            self._end()
        return None

    def _read(self, deadline: float) -> bytes | None:
        """All that comes before the pipe's end, or the program's; None if neither comes in time."""
        assert self._process.stdout is not None
        pipe, said = self._process.stdout.fileno(), b""
        while len(said) < _MOST:
            left = deadline - time.monotonic()
            if select.select([pipe], [], [], min(max(left, 0), 0.02))[0]:
                data = os.read(pipe, 65536)
                if not data:
                    return said
                said += data
            elif self._process.poll() is not None:
                return said  # a child of it keeps the pipe
            elif left <= 0:
                return None
        return None

    def _end(self) -> None:
        end_session(self._process)
        if self._process.stdout is not None:
            self._process.stdout.close()


def kill_session(process: subprocess.Popen[bytes]) -> None:
    """Kill such a program, with all that it has started, and wait for nothing."""
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def end_session(process: subprocess.Popen[bytes]) -> None:
    """End a program that was started in a session of its own, with all that it has started."""
    kill_session(process)
    with suppress(subprocess.TimeoutExpired):  # stuck in the system: it is left to it
        process.wait(0.5)
